internal import BusinessModel
internal import RoadmapModel

/// Finds out which demand of a roadmap cannot be met, and says it in words of the business.
///
/// ``proofs()`` looks at each rule alone, before any search, and names only what is certain. ``misses(of:)`` says where the best schedule of a search still
/// breaks a rule; that is no proof.
struct Diagnosis {
  let compiled: CompiledRoadmap
  let names: Names

  init(_ compiled: CompiledRoadmap, language: Language) {
    self.compiled = compiled
    names = Names(compiled.roadmap, language: language)
  }

  var roadmap: Roadmap { compiled.roadmap }
  var instance: Instance { compiled.instance }

  /// The demands that certainly cannot be met; none when nothing is proved.
  ///
  /// Reasons of a kind are looked for only when those before have found nothing, since a capability that is missing makes later ones wrong.
  func proofs() -> [Infeasibility.Reason] {
    let steps = [unavailableDemands, exclusiveClashes, settledStarts, deadlines, teams, budget, placements]
    for step in steps {
      let reasons = step()
      if !reasons.isEmpty { return reasons }
    }
    return []
  }

  // MARK: What can never be planned

  private func unavailableDemands() -> [Infeasibility.Reason] {
    var reasons: [Infeasibility.Reason] = []
    let target = roadmap.maturity.rank(of: roadmap.target.stage) ?? 0
    for stage in roadmap.maturity.stages[...target] {
      for demand in stage.demands {
        guard let missing = unmetMembers(of: demand.requirement) else { continue }
        reasons.append(
          reason(
            "demand-out-of-reach",
            "stage '\(names.stage(stage.id))' demands \(list(missing, of: demand.requirement)), which no plan can have: \(explanation(missing[0]))",
            advice(missing[0])))
      }
    }
    for capability in roadmap.capabilities where isDecided(capability.id) {
      guard let position = roadmap.position(of: capability.id), compiled.unavailable[position] != nil else {
        continue
      }
      reasons.append(
        reason(
          "decision-out-of-reach",
          "'\(names.capability(capability.id))' has to be in the plan, but cannot be: \(explanation(capability.id))",
          advice(capability.id)))
    }
    for alternative in roadmap.alternatives where alternative.choice == .one {
      let applicable = alternative.members.filter { roadmap.state(of: $0) != .notApplicable }
      guard !applicable.isEmpty, applicable.allSatisfy({ isOutOfReach($0) }) else { continue }
      reasons.append(
        reason(
          "no-alternative-left",
          "one of '\(names.alternative(alternative))' has to be chosen, but none can be: \(explanation(applicable[0]))",
          advice(applicable[0])))
    }
    return reasons
  }

  private func isDecided(_ id: CapabilityID) -> Bool {
    let decision = roadmap.decision(on: id)
    if case .inProgress = roadmap.state(of: id) { return true }
    return decision.isForced || decision.pinnedStart != nil || decision.liveBy != nil
  }

  func isOutOfReach(_ id: CapabilityID) -> Bool {
    roadmap.standIns(for: id).allSatisfy { standIn in
      switch roadmap.state(of: standIn) {
      case .live: false
      case .notApplicable: true
      default: roadmap.position(of: standIn).flatMap { compiled.unavailable[$0] } != nil
      }
    }
  }

  /// The members that keep a requirement from ever being met; nil when it can be.
  private func unmetMembers(of requirement: Requirement) -> [CapabilityID]? {
    let applicable = roadmap.applicable(requirement)
    let missing = applicable.members.filter { isOutOfReach($0) }
    return applicable.members.count - missing.count < applicable.count ? missing : nil
  }

  private func list(_ missing: [CapabilityID], of requirement: Requirement) -> String {
    let quoted = missing.prefix(3).map { "'\(names.capability($0))'" }.joined(separator: ", ")
    return requirement.needsAll ? quoted : "at least \(requirement.count) of a choice with \(quoted)"
  }

  /// Why a capability can never be planned, down to the root of it.
  private func explanation(_ id: CapabilityID) -> String {
    var id = id
    var seen: Set<CapabilityID> = []
    while case .prerequisite(let members) = roadmap.position(of: id).flatMap({ compiled.unavailable[$0] }),
      seen.insert(id).inserted, let next = members.first(where: { isOutOfReach($0) })
    {
      id = next
    }
    let name = names.capability(id)
    switch roadmap.position(of: id).flatMap({ compiled.unavailable[$0] }) {
    case .excluded: return "'\(name)' is excluded"
    case .scoreTooLow(let alternative): return "'\(name)' scores too low among '\(alternative)'"
    case .alternativeIsLive(let live): return "'\(names.capability(live))' is live in place of '\(name)'"
    case .teamTooSmall(let team): return "'\(name)' needs more people than '\(names.team(team))' ever has"
    case .noTime: return "'\(name)' cannot go live before \(roadmap.calendar.end)"
    case .circle: return "'\(name)' waits for itself"
    case .prerequisite, nil: return "'\(name)' lacks a prerequisite"
    }
  }

  private func advice(_ id: CapabilityID) -> String {
    switch roadmap.position(of: id).flatMap({ compiled.unavailable[$0] }) {
    case .excluded: "Take '\(id)' out of decisions.exclude, or mark it notApplicable."
    case .scoreTooLow: "Lower minimumScore, or score the members again."
    case .teamTooSmall(let team): "Enlarge the team '\(team)'."
    case .noTime: "Lengthen the horizon."
    default: "Lower the target, or make what it needs available."
    }
  }

  // MARK: What excludes each other

  private func exclusiveClashes() -> [Infeasibility.Reason] {
    instance.groups.compactMap { group in
      let required = group.members.filter { instance.isRequired[$0] }
      guard required.count > 1 else { return nil }
      return reason(
        "exclusive-clash",
        "\(names.quoted(activity: required[0], compiled)) and \(names.quoted(activity: required[1], compiled)) both have to be in the plan, but '\(group.alternative)' allows only one",
        "Take one of them out of what is demanded or decided.")
    }
  }

  /// Pins that come before what they wait for, and settled work for which there are no people or no money.
  private func settledStarts() -> [Infeasibility.Reason] {
    var usage = ResourceUsage(instance)
    var money = MoneyUsage(instance)
    var reasons: [Infeasibility.Reason] = []
    for activity in 0..<instance.activityCount {
      guard let start = instance.fixedStart[activity] else { continue }
      let name = names.quoted(activity: activity, compiled)
      let finish = start + instance.duration[activity]
      let breaksFreeze = finish > instance.periodCount || instance.isFrozen[finish]
      if breaksFreeze {
        reasons.append(
          reason(
            "pin-in-freeze",
            "\(name) would go live on \(names.date(finish)), when nothing may go live",
            "Pin it to another week, or shorten the freeze."))
      } else if instance.earliest[activity] > start {
        reasons.append(
          reason(
            "pin-too-early",
            "\(name) is to start on \(names.date(start)), but cannot start before \(names.date(instance.earliest[activity]))",
            "Pin it to \(names.date(instance.earliest[activity])) or later."))
      }
      usage.add(activity, at: start)
      money.add(activity, at: start)
      if reasons.isEmpty, usage.overload > 0 || money.overload > 0 {
        let what = usage.overload > 0 ? "people" : "money"
        reasons.append(
          reason(
            "settled-work-too-much",
            "there is not enough \(what) for \(name) beside the other work whose start is settled",
            "Move its start, or add \(what)."))
      }
    }
    return reasons
  }

  // MARK: Time

  private func deadlines() -> [Infeasibility.Reason] {
    let late = (0..<instance.activityCount).filter {
      instance.isRequired[$0] && instance.earliest[$0] > instance.latest[$0]
    }
    let ends = late.filter { activity in
      // The last of a chain that is late carries the deadline.
      !late.contains { later in
        instance.requirements[instance.requirementRanges[later]].contains { $0.onlyActivity == activity }
      }
    }
    return ends.map { activity in
      let finish = instance.earliest[activity] + instance.duration[activity]
      let wanted = instance.latest[activity] + instance.duration[activity]
      return reason(
        "deadline-too-early",
        "\(names.quoted(activity: activity, compiled)) is wanted by \(names.date(wanted)), but prerequisites alone take until \(names.date(finish)): \(chain(to: activity))",
        "Move the deadline to \(names.date(finish)) or later, or shorten the chain.")
    }
  }

  /// The chain of prerequisites that takes longest, in words.
  private func chain(to activity: Int) -> String {
    var chain: [Int] = []
    var current = activity
    while chain.count < instance.activityCount {
      let next = instance.requirements[instance.requirementRanges[current]].compactMap {
        requirement -> Int? in
        requirement.slots.flatMap(\.self).first {
          instance.earliest[$0] + instance.duration[$0] + requirement.lag == instance.earliest[current]
        }
      }.first
      guard let next else { break }
      if !instance.isMilestone[next] { chain.append(next) }
      current = next
    }
    return chain.isEmpty
      ? "its own work"
      : chain.reversed().map { names.quoted(activity: $0, compiled) }.joined(separator: ", then ")
  }

  // MARK: People and money

  /// The period by which all required work has to be finished.
  private var lastFinish: Int {
    (0..<instance.activityCount).filter { instance.isRequired[$0] }
      .map { min(instance.periodCount, instance.latest[$0] + instance.duration[$0]) }.max() ?? 0
  }

  private func teams() -> [Infeasibility.Reason] {
    let end = lastFinish
    return roadmap.teams.indices.compactMap { team in
      let row = team * instance.periodCount
      let capacity = instance.resources.capacity[row..<row + end].reduce(0) { $0 + Int($1) }
      let work = (0..<instance.activityCount).filter { instance.isRequired[$0] }.reduce(0) { sum, activity in
        sum
          + instance.resources.needs[activity].filter { $0.resource == team }
          .reduce(0) { $0 + Int($1.units) * instance.duration[activity] }
      }
      guard work > capacity else { return nil }
      let name = names.team(roadmap.teams[team].id)
      return reason(
        "team-too-small",
        "what is demanded takes \(names.tenths(work)) person-weeks of '\(name)', which has only \(names.tenths(capacity)) until \(names.date(end))",
        "Enlarge the team, or move the deadline.")
    }
  }

  private func budget() -> [Infeasibility.Reason] {
    guard instance.budget.isLimited else { return [] }
    let costs = instance.budget.costUpTo.map { $0.last ?? 0 }
    let least = CheapestSelectionBound(instance: instance).limit(costs: costs)
    let windows = Set(instance.budget.segment[..<lastFinish].compactMap(\.self))
    let available =
      instance.budget.carriesOver
      ? windows.max().map { instance.budget.limits[$0] } ?? 0
      : windows.reduce(Int64(0)) { $0 + instance.budget.limits[$1] }
    guard least > available else { return [] }
    return [
      reason(
        "budget-too-small",
        "what is demanded costs at least \(names.money(least)), but the budget has only \(names.money(available)) until \(names.date(lastFinish))",
        "Add \(names.money(least - available)), or move the deadline.")
    ]
  }

  /// Required work that fits nowhere even if it were alone.
  private func placements() -> [Infeasibility.Reason] {
    let usage = ResourceUsage(instance)
    let money = MoneyUsage(instance)
    return (0..<instance.activityCount).compactMap { activity in
      guard instance.isRequired[activity], !instance.isMilestone[activity],
        instance.fixedStart[activity] == nil
      else { return nil }
      let window = instance.earliest[activity]...max(instance.earliest[activity], instance.latest[activity])
      let hasPeople = window.contains { usage.lastConflict(activity, at: $0) == nil }
      let hasMoney = window.contains { money.allows(activity, at: $0) }
      let isFree = window.contains { !instance.isFrozen[$0 + instance.duration[activity]] }
      let fits = window.contains { start in
        usage.lastConflict(activity, at: start) == nil && money.allows(activity, at: start)
          && !instance.isFrozen[start + instance.duration[activity]]
      }
      guard !fits else { return nil }
      let what =
        !hasPeople
        ? "its teams are too small"
        : !hasMoney
          ? "no window of the budget holds its cost"
          : !isFree ? "every go-live falls into a freeze" : "people, money and freezes never agree"
      return reason(
        "no-place-in-time",
        "\(names.quoted(activity: activity, compiled)) fits nowhere between \(names.date(window.lowerBound)) and its deadline, even alone: \(what)",
        "Add people or money, or move the deadline.")
    }
  }

  // MARK: Near misses

  /// Where the best schedule of a search breaks a rule.
  func misses(of starts: [Int]) -> [Infeasibility.Reason] {
    var reasons: [Infeasibility.Reason] = []
    for activity in 0..<instance.activityCount where instance.isRequired[activity] {
      let name = names.quoted(activity: activity, compiled)
      if starts[activity] < 0 {
        reasons.append(
          reason(
            "no-room-found", "no plan was found that has room for \(name) before \(roadmap.calendar.end)",
            "Lengthen the horizon, or add people or money."))
      } else if starts[activity] > instance.latest[activity], isEndOfLateness(activity, starts) {
        let finish = starts[activity] + instance.duration[activity]
        let wanted = instance.latest[activity] + instance.duration[activity]
        reasons.append(
          reason(
            "deadline-missed",
            "no plan was found with \(name) by \(names.date(wanted)); the earliest found is \(names.date(finish))",
            "Move the deadline, add people or money, or try --effort thorough."))
      }
    }
    if reasons.isEmpty {
      reasons.append(
        reason(
          "no-plan-found", "no plan was found that keeps all rules at once",
          "Relax a pin, an alternative, a trigger or the budget, or try --effort thorough."))
    }
    return reasons
  }

  private func isEndOfLateness(_ activity: Int, _ starts: [Int]) -> Bool {
    !instance.uses[instance.useRanges[activity]].contains { use in
      let waiting = instance.requirements[use.requirement].activity
      return instance.isRequired[waiting] && starts[waiting] > instance.latest[waiting]
    }
  }

  private func reason(_ id: String, _ message: String, _ advice: String) -> Infeasibility.Reason {
    Infeasibility.Reason(id: id, message: message, advice: advice)
  }
}
