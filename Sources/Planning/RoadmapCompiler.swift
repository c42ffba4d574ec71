internal import BusinessModel
package import RoadmapModel

/// Compiles a roadmap into an ``Instance``, with what its activities stand for.
///
/// The steps are: which capabilities are available, what each waits for, when each can start at the earliest (those that never can
/// are taken out), which are required, and by when.
package struct RoadmapCompiler {
  let roadmap: Roadmap
  let shop: ShopModel
  private var unavailable: [Int: Unavailability] = [:]
  private let standIns: [CapabilityID: [Int]]

  /// A compiler for a roadmap.
  package init(_ roadmap: Roadmap) {
    self.roadmap = roadmap
    self.shop = ShopModel(roadmap)
    var standIns: [CapabilityID: [Int]] = [:]
    for (position, capability) in roadmap.capabilities.enumerated() {
      standIns[capability.id, default: []].insert(position, at: 0)
      for provided in capability.provides { standIns[provided, default: []].append(position) }
    }
    self.standIns = standIns
  }

  /// Compiles the roadmap.
  ///
  /// - Complexity: O(capabilities x periods) for the values, and the size of all requirements times its logarithm.
  package mutating func compile() -> CompiledRoadmap {
    findUnavailable()
    while true {
      let positions = roadmap.capabilities.indices.filter { position in
        isPlannable(position) && unavailable[position] == nil
      }
      let draft = Draft(self, positions: positions)
      let stuck = draft.stuckCapabilities()
      if stuck.isEmpty { return draft.compiled(unavailable: unavailable) }
      for (position, reason) in stuck { unavailable[position] = reason }
    }
  }

  /// Whether a capability is neither live nor not applicable.
  func isPlannable(_ position: Int) -> Bool {
    let state = roadmap.state(of: roadmap.capabilities[position].id)
    return state != .live && state != .notApplicable
  }

  private mutating func findUnavailable() {
    for (position, capability) in roadmap.capabilities.enumerated() where isPlannable(position) {
      unavailable[position] = reasonAgainst(capability)
    }
  }

  private func reasonAgainst(_ capability: Capability) -> Unavailability? {
    if roadmap.decision(on: capability.id).isExcluded { return .excluded }
    for alternative in roadmap.alternatives where alternative.members.contains(capability.id) {
      if !alternative.allows(capability.id) { return .scoreTooLow(alternative.id) }
      if let live = alternative.members.first(where: { roadmap.state(of: $0) == .live }) {
        return .alternativeIsLive(live)
      }
    }
    let calendar = roadmap.calendar
    for need in capability.needs where need.people > .zero {
      let largest = calendar.periods.compactMap {
        roadmap.team(need.team)?.capacity(on: calendar.date(of: $0))
      }.max()
      if need.people > largest ?? .zero, roadmap.plannedWork(for: capability).duration > 0 {
        return .teamTooSmall(need.team)
      }
    }
    return nil
  }

  /// The slots of a requirement that must still be filled, over positions of capabilities.
  ///
  /// - Returns: how many slots, and the positions of each; nil when the requirement is met today.
  func slots(of requirement: Requirement) -> (count: Int, slots: [[Int]])? {
    let applicable = roadmap.applicable(requirement)
    var count = applicable.count
    var slots: [[Int]] = []
    for member in applicable.members {
      let candidates = standIns[member] ?? []
      if candidates.contains(where: { roadmap.state(of: roadmap.capabilities[$0].id) == .live }) {
        count -= 1
      } else {
        slots.append(candidates)
      }
    }
    return count > 0 ? (count, slots) : nil
  }
}

/// An instance in the making, over the capabilities that are still thought to be available.
private struct Draft {
  let roadmap: Roadmap
  let shop: ShopModel
  let positions: [Int]
  let activityOfPosition: [Int: Int]
  var work: [PlannedWork?] = []
  var requirements: [Instance.Requirement] = []
  var ranges: [Range<Int>] = []
  /// Activities whose requirement has too few slots, with the members it names.
  var unmet: [Int: [CapabilityID]] = [:]
  var earliest: [Int?] = []
  private let frozen: [Bool]

  var stageCount: Int { roadmap.maturity.stages.count }
  var activityCount: Int { positions.count + stageCount }

  init(_ compiler: RoadmapCompiler, positions: [Int]) {
    roadmap = compiler.roadmap
    shop = compiler.shop
    self.positions = positions
    activityOfPosition = Dictionary(
      uniqueKeysWithValues: positions.enumerated().map { ($1, $0) })
    frozen = (0...roadmap.calendar.periodCount).map { [roadmap] in roadmap.isFrozen(Period($0)) }
    work = positions.map { [roadmap] in roadmap.plannedWork(for: roadmap.capabilities[$0]) }
    work += [PlannedWork?](repeating: nil, count: stageCount)
    for activity in 0..<activityCount {
      let begin = requirements.count
      addRequirements(of: activity, compiler)
      ranges.append(begin..<requirements.count)
    }
    earliest = windows().earliestStarts(releases: (0..<activityCount).map(release)) { unmet[$0] != nil }
  }

  private mutating func addRequirements(of activity: Int, _ compiler: RoadmapCompiler) {
    let gate: Int
    if activity < positions.count {
      let capability = roadmap.capabilities[positions[activity]]
      if isInWork(activity) { return }
      for prerequisite in capability.prerequisites {
        add(prerequisite.requirement, lag: prerequisite.lag, of: activity, compiler)
      }
      gate = roadmap.policy.stageGates == .strict ? roadmap.stageRank(of: capability) : 0
    } else {
      gate = activity - positions.count
      for demand in roadmap.maturity.stages[gate].demands {
        add(demand.requirement, lag: 0, of: activity, compiler)
      }
    }
    if gate > 0 {
      requirements.append(
        Instance.Requirement(activity: activity, count: 1, lag: 0, slots: [[positions.count + gate - 1]]))
    }
  }

  private mutating func add(
    _ requirement: Requirement, lag: Int, of activity: Int, _ compiler: RoadmapCompiler
  ) {
    guard let (count, allSlots) = compiler.slots(of: requirement) else { return }
    // What stands in for what it needs itself cannot be waited for by itself.
    let slots = allSlots.map { $0.compactMap { activityOfPosition[$0] }.filter { $0 != activity } }.filter {
      !$0.isEmpty
    }
    guard slots.count >= count else {
      unmet[activity] = requirement.members
      return
    }
    if slots.count == count {
      requirements += slots.map {
        Instance.Requirement(activity: activity, count: 1, lag: lag, slots: [$0])
      }
    } else {
      requirements.append(Instance.Requirement(activity: activity, count: count, lag: lag, slots: slots))
    }
  }

  private func isInWork(_ activity: Int) -> Bool {
    guard activity < positions.count else { return false }
    if case .inProgress = roadmap.state(of: roadmap.capabilities[positions[activity]].id) { return true }
    return false
  }

  private func fixedStart(_ activity: Int) -> Int? {
    guard activity < positions.count else { return nil }
    if isInWork(activity) { return 0 }
    let decision = roadmap.decision(on: roadmap.capabilities[positions[activity]].id)
    return decision.pinnedStart.map { roadmap.calendar.period(containing: $0).index }
  }

  private func release(_ activity: Int) -> Int {
    guard activity < positions.count else { return 0 }
    let decision = roadmap.decision(on: roadmap.capabilities[positions[activity]].id)
    let notBefore = decision.notBefore.map { roadmap.calendar.firstPeriod(onOrAfter: $0).index } ?? 0
    return max(notBefore, fixedStart(activity) ?? 0)
  }

  private func windows() -> StartWindows {
    StartWindows(
      periodCount: roadmap.calendar.periodCount, durations: work.map { $0?.duration ?? 0 },
      isMilestone: work.map { $0 == nil }, isFrozen: frozen, requirements: requirements,
      requirementRanges: ranges)
  }

  /// The capabilities that can never start, with the reason; the caller compiles again without them.
  ///
  /// What lacks members is named first: what waits for it is looked at again in the next round and then gets its own reason.
  func stuckCapabilities() -> [(Int, Unavailability)] {
    let lacking = unmet.keys.filter { $0 < positions.count }.sorted()
    if !lacking.isEmpty {
      return lacking.map { (positions[$0], .prerequisite(unmet[$0] ?? [])) }
    }
    let stuck = positions.indices.filter { earliest[$0] == nil }
    let outOfTime = stuck.filter { activity in
      requirements[ranges[activity]].allSatisfy { requirement in
        requirement.slots.filter { $0.contains { earliest[$0] != nil } }.count >= requirement.count
      }
    }
    if !outOfTime.isEmpty { return outOfTime.map { (positions[$0], .noTime) } }
    return stuck.map { (positions[$0], .circle) }
  }

  /// The finished instance.
  func compiled(unavailable: [Int: Unavailability]) -> CompiledRoadmap {
    let target = positions.count + (roadmap.maturity.rank(of: roadmap.target.stage) ?? 0)
    let required = requiredActivities(target: target)
    let tables = TableCompiler(roadmap: roadmap, shop: shop, positions: positions, work: work)
    let columns = Instance.Columns(
      shop: shop, impactWeight: roadmap.weights.impact, periodCount: roadmap.calendar.periodCount,
      capabilityCount: roadmap.capabilities.count,
      positions: positions + [Int?](repeating: nil, count: stageCount),
      durations: work.map { $0?.duration ?? 0 },
      earliest: earliest.map { $0 ?? roadmap.calendar.periodCount },
      latest: latestStarts(required: required, target: target),
      fixedStarts: (0..<activityCount).map(fixedStart), isInWork: (0..<activityCount).map(isInWork),
      isRequired: required,
      triggers: (0..<activityCount).map { activity in
        activity < positions.count && !isInWork(activity)
          ? roadmap.capabilities[positions[activity]].trigger : nil
      },
      requirements: requirements, groups: exclusiveGroups(), resources: tables.resources(),
      budget: tables.budget(), isFrozen: frozen, additiveValues: tables.additiveValues(),
      firstYearCosts: tables.firstYearCosts(), targetMilestone: target)
    return CompiledRoadmap(
      roadmap: roadmap, instance: Instance(columns), work: work, unavailable: unavailable)
  }

  /// Milestones up to the target, what is decided or in work, and everything that these need without a choice.
  private func requiredActivities(target: Int) -> [Bool] {
    var demanded = Array(positions.count...target)
    demanded += positions.indices.filter { activity in
      let decision = roadmap.decision(on: roadmap.capabilities[positions[activity]].id)
      return isInWork(activity) || decision.isForced || decision.pinnedStart != nil || decision.liveBy != nil
    }
    demanded += exclusiveGroups().filter { $0.needsOne && $0.members.count == 1 }.map { $0.members[0] }
    return windows().closure(of: demanded)
  }

  /// The latest starts that keep the deadlines of what is required; for all others, that fit into the calendar.
  private func latestStarts(required: [Bool], target: Int) -> [Int] {
    let periods = roadmap.calendar.periodCount
    var latest = (0..<activityCount).map { activity in
      guard let work = work[activity] else { return periods }
      let own = min(periods - work.duration, periods - 1)
      let decision = roadmap.decision(on: roadmap.capabilities[positions[activity]].id)
      let liveBy = decision.liveBy.map {
        roadmap.calendar.lastPeriod(onOrBefore: $0).index - work.duration
      }
      return min(own, min(liveBy ?? own, fixedStart(activity) ?? own))
    }
    if let by = roadmap.target.by {
      latest[target] = min(latest[target], roadmap.calendar.lastPeriod(onOrBefore: by).index)
    }
    return windows().carryBack(latest, isRequired: required)
  }

  private func exclusiveGroups() -> [Instance.ExclusiveGroup] {
    roadmap.alternatives.compactMap { alternative in
      let members = alternative.members.compactMap { member in
        roadmap.position(of: member).flatMap { activityOfPosition[$0] }
      }
      guard !members.isEmpty else { return nil }
      return Instance.ExclusiveGroup(
        alternative: alternative.id, members: members, needsOne: alternative.choice == .one)
    }
  }
}
