internal import BusinessModel
internal import RoadmapModel

/// Finds out why each capability of a schedule does not start a period earlier.
struct WaitFinder {
  let compiled: CompiledRoadmap
  let starts: [Int]
  private var usage: ResourceUsage
  private var money: MoneyUsage
  private let path: BusinessPath

  var instance: Instance { compiled.instance }

  init(_ compiled: CompiledRoadmap, starts: [Int]) {
    let instance = compiled.instance
    self.compiled = compiled
    self.starts = starts
    usage = ResourceUsage(instance)
    money = MoneyUsage(instance)
    for (activity, start) in starts.enumerated() where start >= 0 && !instance.isMilestone[activity] {
      usage.add(activity, at: start)
      money.add(activity, at: start)
    }
    path = instance.shop.path(goLive: instance.goLives(of: starts))
  }

  /// What an activity waits for.
  mutating func wait(of activity: Int) -> Plan.Wait {
    let start = starts[activity]
    if instance.isInWork[activity] { return Plan.Wait(.inProgress) }
    if instance.fixedStart[activity] != nil { return Plan.Wait(.pin) }
    guard start > 0 else { return Plan.Wait(.nothing) }
    if let prerequisite = lastPrerequisite(of: activity) { return prerequisite }
    if let trigger = instance.triggers[activity], path.firstPeriod(reaching: trigger)?.index == start {
      return Plan.Wait(.trigger, subject: trigger.conditions.first?.kpi.rawValue)
    }
    if let capability = compiled.capability(of: activity),
      let day = compiled.roadmap.decision(on: capability.id).notBefore,
      compiled.roadmap.calendar.firstPeriod(onOrAfter: day).index == start
    {
      return Plan.Wait(.notBefore)
    }
    return lack(of: activity, at: start - 1)
  }

  /// What an activity would lack if it started in a period.
  private mutating func lack(of activity: Int, at start: Int) -> Plan.Wait {
    usage.remove(activity, at: starts[activity])
    money.remove(activity, at: starts[activity])
    defer {
      usage.add(activity, at: starts[activity])
      money.add(activity, at: starts[activity])
    }
    if instance.isFrozen[start + instance.duration[activity]] {
      return couldStart(activity, before: start) ? Plan.Wait(.lowerValue) : Plan.Wait(.freeze)
    }
    if let resource = usage.missingResource(activity, at: start) {
      return resource == instance.resources.workInProgress
        ? Plan.Wait(.workInProgress)
        : Plan.Wait(.team, subject: compiled.roadmap.teams[resource].id.text)
    }
    return money.allows(activity, at: start) ? Plan.Wait(.lowerValue) : Plan.Wait(.budget)
  }

  /// Whether an activity could have gone live before a freeze: then it is not the freeze that it waits for.
  private func couldStart(_ activity: Int, before limit: Int) -> Bool {
    let met = instance.requirementRanges[activity].map { index in
      let requirement = instance.requirements[index]
      return lastMember(of: requirement).map { $0.live + requirement.lag } ?? instance.periodCount
    }
    let trigger = instance.triggers[activity].map { path.firstPeriod(reaching: $0)?.index ?? limit } ?? 0
    let first = max(instance.earliest[activity], met.max() ?? 0, trigger)
    return (min(first, limit)..<limit).contains { start in
      !instance.isFrozen[start + instance.duration[activity]]
        && usage.missingResource(activity, at: start) == nil && money.allows(activity, at: start)
    }
  }

  /// The requirement that is met only when the activity starts, if there is one.
  private func lastPrerequisite(of activity: Int) -> Plan.Wait? {
    for index in instance.requirementRanges[activity] {
      let requirement = instance.requirements[index]
      guard let last = lastMember(of: requirement), last.live + requirement.lag == starts[activity] else {
        continue
      }
      switch compiled.subject(of: last.activity) {
      case .capability(let position):
        return Plan.Wait(.prerequisite, subject: compiled.roadmap.capabilities[position].id.text)
      case .milestone(let rank):
        return Plan.Wait(.stageGate, subject: compiled.roadmap.maturity.stages[rank].id.text)
      }
    }
    return nil
  }

  /// The activity whose go-live meets a requirement.
  func lastMember(of requirement: Instance.Requirement) -> (activity: Int, live: Int)? {
    let live = requirement.slots.compactMap { members in
      members.filter { starts[$0] >= 0 }.map { (activity: $0, live: starts[$0] + instance.duration[$0]) }
        .min { ($0.live, $0.activity) < ($1.live, $1.activity) }
    }.sorted { ($0.live, $0.activity) < ($1.live, $1.activity) }
    return live.count >= requirement.count ? live[requirement.count - 1] : nil
  }

  /// The activities whose delay by a week would delay an activity, because it needs them first.
  func decisiveMembers(of activity: Int) -> [Int] {
    instance.requirementRanges[activity].flatMap { index in
      let requirement = instance.requirements[index]
      guard let met = periodMet(requirement), met + requirement.lag == starts[activity] else {
        return [Int]()
      }
      return Set(requirement.slots.flatMap(\.self)).sorted().filter { member in
        starts[member] >= 0 && (periodMet(requirement, delaying: member) ?? instance.periodCount + 1) > met
      }
    }
  }

  /// The period in which a requirement is met, when one of its members goes live a week later than it does.
  private func periodMet(_ requirement: Instance.Requirement, delaying late: Int? = nil) -> Int? {
    let live = requirement.slots.compactMap { members in
      members.filter { starts[$0] >= 0 }.map { starts[$0] + instance.duration[$0] + ($0 == late ? 1 : 0) }
        .min()
    }.sorted()
    return live.count >= requirement.count ? live[requirement.count - 1] : nil
  }

  /// The activities whose delay by a week would delay an activity that waits for something.
  ///
  /// What waits for money or for the end of a freeze has none: there is no single work that it waits for.
  func blockers(of activity: Int, _ wait: Plan.Wait) -> [Int] {
    let start = starts[activity]
    switch wait.kind {
    case .prerequisite, .stageGate: return decisiveMembers(of: activity)
    case .team, .workInProgress:
      // An earlier start fails in the week before only, for in all later weeks the activity has what it needs.
      let isShort = { (need: ResourceTable.Need, period: Int) in usage.isShort(of: need, in: period) }
      let missing = Set(instance.resources.needs[activity].filter { isShort($0, start - 1) }.map(\.resource))
      return starts.indices.filter { other in
        starts[other] >= 0 && other != activity && starts[other] + instance.duration[other] == start
          && instance.resources.needs[other].contains { missing.contains($0.resource) && isShort($0, start) }
      }
    default: return []
    }
  }
}
