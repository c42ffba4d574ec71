public import RoadmapModel

/// One thing that is otherwise than a scenario says: what an analysis asks "what if" about, and what it advises.
public enum ScenarioChange: Hashable, Sendable {
  /// A team has more people from a day on, or fewer when the number is negative; the scenario's later sizes change by as much, and none below nobody.
  case moreTeam(TeamID, people: People, from: CivilDate)
  /// Every window of the budget has so many times its money.
  case budgetFactor(Double)
  /// The window of the budget with this number has more money.
  case moreBudget(window: Int, by: Money)
  /// The target stage may be reached by this day; nil for no deadline.
  case deadline(CivilDate?)
  /// The calendar has so many weeks more.
  case longerHorizon(weeks: Int)
  /// The target is another stage.
  case target(StageID)
  /// A capability has to be live by this day; nil for no such decision.
  case liveBy(CapabilityID, CivilDate?)
  /// Work on a capability does not start before this day; nil for no such decision.
  case notBefore(CapabilityID, CivilDate?)
  /// Work on a capability starts in the week of this day.
  case pin(CapabilityID, CivilDate)
  /// The start of a capability is no longer pinned; it stays in the plan.
  case withoutPin(CapabilityID)
  /// A capability has to be in the plan, or no longer has to.
  case isForced(CapabilityID, Bool)
  /// A capability must not be in the plan, or no longer must not.
  case isExcluded(CapabilityID, Bool)
  /// Nothing is frozen.
  case withoutFreeze
  /// So many capabilities may be in work at once; nil for no limit.
  case workInProgress(Int?)
  /// Work may run ahead of stages.
  case softGates
  /// The one-off cost of a capability is so many times what it was.
  case costFactor(CapabilityID, Double)
  /// The work that is left on a capability takes so many weeks.
  case weeks(CapabilityID, Int)
  /// What a capability brings, its benefit and its effects that help, is so many times what it was, up to the ceilings of overlap groups.
  case effectFactor(CapabilityID, Double)
  /// Planning expects this relative change of a lever from a capability.
  case effect(CapabilityID, KPI, Double)
  /// What every capability brings is so many times what it was, up to the ceilings of overlap groups.
  case allEffectsFactor(Double)
  /// A lever of the shop starts from so many times its value.
  case baselineFactor(KPI, Double)
  /// The yearly growth of visits is this much larger: 0.03 is three percentage points.
  case moreGrowth(Double)
  /// Every one-off cost is so many times what it was.
  case allCostsFactor(Double)
  /// What a team works on takes so many times as long.
  case slowTeam(TeamID, Double)
}

extension ScenarioChange {
  /// Changes a scenario; what it does not have cannot change.
  func apply(to contents: inout RoadmapContents) {
    switch self {
    case .moreTeam(let team, let people, let day): contents.enlarge(team, by: people, from: day)
    case .budgetFactor(let factor):
      guard let windows = contents.budget?.windows.indices else { return }
      for index in windows {
        contents.budget?.windows[index].amount.scale(by: factor)
      }
    case .moreBudget(let window, let amount):
      guard contents.budget?.windows.indices.contains(window) == true else { return }
      contents.budget?.windows[window].amount += amount
    case .deadline(let day): contents.target.by = day
    case .longerHorizon(let weeks): contents.calendar.periodCount += weeks
    case .target(let stage): contents.target.stage = stage
    case .liveBy(let id, let day): contents.decide(id) { $0.liveBy = day }
    case .notBefore(let id, let day): contents.decide(id) { $0.notBefore = day }
    case .pin(let id, let day): contents.decide(id) { $0.pinnedStart = day }
    case .withoutPin(let id):
      contents.decide(id) { decision in
        decision.isForced = decision.isForced || decision.pinnedStart != nil
        decision.pinnedStart = nil
      }
    case .isForced(let id, let isForced): contents.decide(id) { $0.isForced = isForced }
    case .isExcluded(let id, let isExcluded): contents.decide(id) { $0.isExcluded = isExcluded }
    case .withoutFreeze: contents.policy.freeze = []
    case .workInProgress(let limit): contents.policy.workInProgress = limit
    case .softGates: contents.policy.stageGates = .soft
    case .costFactor(let id, let factor): contents.change(id) { $0.cost.scale(by: factor) }
    case .weeks(let id, let weeks): contents.setWeeks(of: id, to: weeks)
    case .effectFactor(let id, let factor):
      let groups = contents.overlapGroups
      contents.change(id) { $0.scaleEffects(by: factor, within: groups) }
    case .effect(let id, let kpi, let change): contents.setEffect(of: id, on: kpi, to: change)
    case .allEffectsFactor(let factor):
      for index in contents.capabilities.indices {
        contents.capabilities[index].scaleEffects(by: factor, within: contents.overlapGroups)
      }
    case .baselineFactor(let kpi, let factor): contents.business?[kpi]?.value *= factor
    case .moreGrowth(let growth): contents.business?.visits.growthPerYear += growth
    case .allCostsFactor(let factor):
      for index in contents.capabilities.indices { contents.capabilities[index].cost.scale(by: factor) }
    case .slowTeam(let team, let factor):
      for index in contents.capabilities.indices
      where contents.capabilities[index].needs.contains(where: { $0.team == team && $0.people > .zero }) {
        contents.capabilities[index].duration.scale(by: factor)
      }
    }
  }
}

extension Roadmap {
  /// The roadmap after changes.
  ///
  /// - Returns: nil when the changed contents are no valid roadmap, such as an effect below -100 %.
  func changed(by changes: [ScenarioChange]) -> Roadmap? {
    guard !changes.isEmpty else { return self }
    var contents = contents
    for change in changes { change.apply(to: &contents) }
    return try? Roadmap(validating: contents)
  }
}

extension RoadmapContents {
  fileprivate mutating func decide(_ id: CapabilityID, _ change: (inout Decision) -> Void) {
    var decision = decisions[id] ?? Decision()
    change(&decision)
    decisions[id] = decision == Decision() ? nil : decision
  }

  fileprivate mutating func change(_ id: CapabilityID, _ change: (inout Capability) -> Void) {
    guard let index = capabilities.firstIndex(where: { $0.id == id }) else { return }
    change(&capabilities[index])
  }

  fileprivate mutating func enlarge(_ id: TeamID, by people: People, from day: CivilDate) {
    guard let index = teams.firstIndex(where: { $0.id == id }) else { return }
    let before = teams[index]
    teams[index].changes =
      before.changes.filter { $0.from < day }
      + [.init(from: day, capacity: max(.zero, before.capacity(on: day) + people))]
      + before.changes.filter { $0.from > day }.map {
        .init(from: $0.from, capacity: max(.zero, $0.capacity + people))
      }
  }

  /// Sets an effect so that planning takes just this change for it.
  fileprivate mutating func setEffect(of id: CapabilityID, on kpi: KPI, to planned: Double) {
    let isPartial = if case .partial = resolvedStates[id] ?? .missing { true } else { false }
    guard !isPartial else { return }
    let policy = evidencePolicy
    change(id) { capability in
      for index in capability.effects.indices where capability.effects[index].kpi == kpi {
        let evidence = capability.effects[index].change.evidence
        capability.effects[index].change = policy.claim(planning: planned, of: kpi, evidence: evidence)
      }
    }
  }

  /// Scales the duration of a capability so that so many whole weeks are left.
  fileprivate mutating func setWeeks(of id: CapabilityID, to weeks: Int) {
    let left = 1 - (resolvedStates[id] ?? .missing).doneShare
    change(id) { capability in
      let mean = capability.duration.mean
      guard mean > 0, left > 0 else { return }
      capability.duration.scale(by: Double(weeks) / left / mean)
    }
  }
}

extension EvidencePolicy {
  /// A claim without spread, with the evidence of another, that planning takes for a change: shrinkage the other way round.
  fileprivate func claim(planning change: Double, of kpi: KPI, evidence: Evidence) -> Estimate {
    let helps = kpi.higherIsBetter ? change > 0 : change < 0
    let weight = self[evidence.grade]
    guard shrinks, helps, weight > 0 else { return Estimate(change, evidence: evidence) }
    let size = max(abs(change), (abs(change) - (1 - weight) * (kpi.hasPrior ? prior : 0)) / weight)
    return Estimate(change < 0 ? -size : size, evidence: evidence)
  }
}

extension Capability {
  /// Scales what it brings, as far as it can go: no effect takes more than the ceiling of its overlap group, nor all of what it lowers.
  fileprivate mutating func scaleEffects(by factor: Double, within groups: [OverlapGroup]) {
    benefit?.perMonth.scale(by: factor)
    for index in effects.indices {
      let effect = effects[index]
      guard effect.kpi.higherIsBetter == (effect.change.mean > 0) else { continue }
      effects[index].change.scale(by: factor)
      let ceiling = groups.first { $0.id == effect.overlap }?.ceiling
      effects[index].change.limit(
        to: effect.change.mean > 0 ? -0.99...(ceiling ?? 10) : (ceiling ?? -0.99)...10)
    }
  }

  /// Whether it brings anything that could be more or less.
  var hasEffects: Bool {
    benefit.map { $0.perMonth.mean != 0 } ?? false
      || effects.contains { $0.change.mean != 0 && $0.kpi.higherIsBetter == ($0.change.mean > 0) }
  }
}

extension Estimate {
  fileprivate mutating func scale(by factor: Double) {
    low *= factor
    likely *= factor
    high *= factor
    if factor == 0 { distribution = .fixed }
  }

  /// Moves what lies outside a range to its end; what then has no skew any more is no lognormal distribution.
  fileprivate mutating func limit(to range: ClosedRange<Double>) {
    let limited = [low, likely, high].map { min(max($0, range.lowerBound), range.upperBound) }
    guard limited != [low, likely, high] else { return }
    (low, likely, high) = (limited[0], limited[1], limited[2])
    if distribution == .lognormal { distribution = .triangular }
  }
}

extension Money {
  fileprivate mutating func scale(by factor: Double) {
    self = Money(units: units * factor)
  }
}
