internal import Planning
internal import RoadmapModel

/// Finds out by planning again what would let a capability start earlier, or bring it into the plan.
///
/// What the chain of waits names is tried, in amounts that grow, and the smallest amount with which the capability really moves is kept. So is a decision for the
/// capability itself, which always shows what pulling it forward costs the rest.
struct AdvanceProbe: Sendable {
  let replanner: Replanner
  let incumbent: Incumbent
  let id: CapabilityID
  let text: ChangeText
  /// The best plan that is known with the capability in it, where it is left out.
  let included: Plan?
  /// Plans that were made for other questions about the capability.
  let known: [Plan]

  /// What the probe found out.
  struct Result: Sendable {
    let ways: [Explanation.Way]
    /// The plans that were made.
    let plans: [Plan]
  }

  /// One kind of change in amounts that grow.
  private typealias Ladder = [ScenarioChange]

  private var roadmap: Roadmap { replanner.roadmap }
  private var plan: Plan { incumbent.plan }

  /// The weeks by which a decision asks for an earlier go-live.
  static let advances = [26, 13, 8, 4, 2, 1]
  /// The people that a team is given more.
  static let people = [0.5, 1, 2, 4]
  /// The shares of the cost of a capability by which the budget is raised.
  static let shares = [0.1, 0.25, 0.5, 1, 2, 4]
  /// The levels to which a KPI is raised.
  static let levels = [1.02, 1.05, 1.1, 1.2, 1.5, 2]

  /// The ways that were found, in the order of the chain.
  func result() async throws(AnalysisError) -> Result {
    var ways: [Explanation.Way] = []
    var plans: [Plan] = []
    for ladder in ladders() {
      for change in ladder {
        guard let next = try await plan(with: change, knowing: known + plans) else { continue }
        plans.append(next)
        guard let way = way(change, next), try await moves(change, next) else { continue }
        ways.append(way)
        break
      }
    }
    let needed = ways.filter { way in !ways.contains { $0 != way && Self.isNoWorse($0, than: way) } }
    return Result(ways: needed, plans: plans)
  }

  /// Whether a way asks for less of the same means, or for them later, and lets the capability start as early.
  private static func isNoWorse(_ way: Explanation.Way, than other: Explanation.Way) -> Bool {
    guard way.start <= other.start else { return false }
    switch (way.change, other.change) {
    case (.moreTeam(let team, let people, let day), .moreTeam(let same, let more, let earlier)):
      return team == same && people <= more && day >= earlier
    case (.moreBudget(let window, let money), .moreBudget(let earlier, let more)):
      return money <= more && window >= earlier
    default: return false
    }
  }

  /// The plan of a change; what it costs to have the capability in has been asked before, and has one answer.
  ///
  /// What moves the capability at a large loss is searched for with more work.
  private func plan(
    with change: ScenarioChange, knowing known: [Plan]
  ) async throws(AnalysisError) -> Plan? {
    if let included, isAnswered(change, by: included) { return included }
    let best = replanner.best(of: known.map(Schedule.init), with: [change]).map { [$0.schedule] } ?? []
    guard var next = try await replanner.plan([change], from: best + incumbent.pool) else { return nil }
    // A free search may never try what is left out, so it is put in, too.
    if !isDecision(change), plan.planned(id) == nil, next.planned(id) == nil {
      let forcing = [change, .isForced(id, true)]
      let others = known + [included].compactMap(\.self) + [next]
      let start = replanner.best(of: others.map(Schedule.init), with: forcing)?.schedule
      let forced = try await replanner.plan(
        forcing, from: start.map { [$0] } ?? [Schedule(next)], work: .following)
      if let forced, replanner.isBetter(forced, than: next) { next = forced }
    }
    guard way(change, next) != nil, replanner.parameters.secondLook > 1,
      incumbent.isLargeLoss(next, for: replanner.objective),
      let second = try await replanner.plan([change], from: [Schedule(next)], work: .second),
      replanner.isBetter(second, than: next)
    else { return next }
    return second
  }

  /// Whether a change is a decision for the capability.
  private func isDecision(_ change: ScenarioChange) -> Bool {
    change == .isForced(id, true) || change == .isExcluded(id, false)
  }

  /// Whether the plan that has the capability in, whatever that costs, is that of a change.
  ///
  /// Where it is better than the plan without, it does not have to be forced to be in.
  private func isAnswered(_ change: ScenarioChange, by included: Plan) -> Bool {
    if roadmap.decision(on: id).isExcluded {
      return change == .isExcluded(id, false) && replanner.isBetter(included, than: plan)
    }
    return change == .isForced(id, true)
  }

  /// What a change does for the capability; nil when it does not move it.
  private func way(_ change: ScenarioChange, _ next: Plan) -> Explanation.Way? {
    guard let after = next.planned(id) else { return nil }
    if let before = plan.planned(id), before.startPeriod <= after.startPeriod { return nil }
    return Explanation.Way(
      change: change, text: text.text(change), start: after.start,
      consequence: incumbent.consequence(of: next, target: roadmap.target.stage))
  }

  /// Whether a plan in which the capability has moved is as good as any with the change in which it has not.
  ///
  /// A search may move it without need; then the change is not what moves it.
  private func moves(_ change: ScenarioChange, _ next: Plan) async throws(AnalysisError) -> Bool {
    let keeping = plan.planned(id).map { ScenarioChange.pin(id, $0.start) } ?? .isExcluded(id, true)
    let starts = [Schedule(next)] + incumbent.pool
    guard let kept = try await replanner.plan([change, keeping], from: starts, work: .following) else {
      return true
    }
    return !replanner.isBetter(kept, than: next)
  }

  private func ladders() -> [Ladder] {
    guard let planned = plan.planned(id) else { return entries() }
    guard planned.startPeriod > Period(0) else { return [] }
    if case .inProgress = roadmap.state(of: id) { return [] }
    var ladders: [Ladder] = []
    for link in WaitChain(roadmap: roadmap, plan: plan, language: text.names.language).links(from: id) {
      for ladder in self.ladders(for: link) where !ladder.isEmpty && !ladders.contains(ladder) {
        ladders.append(ladder)
      }
    }
    return ladders + [decisions(planned)]
  }

  /// What would end the wait of a link.
  private func ladders(for link: Explanation.ChainLink) -> [Ladder] {
    guard let waiting = plan.planned(link.id) else { return [] }
    let subject = link.wait.subject ?? ""
    switch link.wait.kind {
    case .team: return [growth(of: TeamID(subject), before: waiting.startPeriod)]
    case .budget: return [money(before: waiting.startPeriod, for: waiting)]
    case .prerequisite: return [shorter(CapabilityID(subject))]
    case .workInProgress:
      guard let limit = roadmap.policy.workInProgress else { return [] }
      return [(1...3).map { .workInProgress(limit + $0) }]
    case .freeze: return [[.withoutFreeze]]
    case .stageGate: return [[.softGates]]
    case .pin: return [[.withoutPin(link.id)]]
    case .notBefore: return [[.notBefore(link.id, nil)]]
    case .trigger: return [levels(of: KPI(rawValue: subject) ?? .visits)]
    case .nothing, .inProgress, .lowerValue: return []
    }
  }

  /// More people from a quarter of a year before a period.
  private func growth(of team: TeamID, before period: Period) -> Ladder {
    let from = roadmap.calendar.date(of: Period(max(0, period.index - 13)))
    return Self.people.map { .moreTeam(team, people: People($0), from: from) }
  }

  /// More money in the window of the budget in which the week before a start lies.
  private func money(before period: Period, for waiting: Plan.PlannedCapability) -> Ladder {
    let day = roadmap.calendar.date(of: period.advanced(by: -1))
    guard let budget = roadmap.budget,
      let window = budget.windows.firstIndex(where: { $0.from <= day && day <= $0.through })
    else { return [] }
    return Self.shares.map {
      .moreBudget(window: window, by: Money(units: (waiting.cost.units * $0).rounded(.up)))
    }
  }

  private func shorter(_ id: CapabilityID) -> Ladder {
    guard let planned = plan.planned(id) else { return [] }
    let weeks = planned.startPeriod.distance(to: planned.finishPeriod)
    if case .inProgress = roadmap.state(of: id) { return [] }
    let tries = [weeks - 1, weeks * 3 / 4, weeks / 2, 1].filter { 1..<max(1, weeks) ~= $0 }
    return tries.reduce(into: [Int]()) { if !$0.contains($1) { $0.append($1) } }.map { .weeks(id, $0) }
  }

  /// A level that is waited for comes sooner when the lever it follows from starts higher.
  private func levels(of kpi: KPI) -> Ladder {
    guard roadmap.business != nil else { return [] }
    let lever = kpi.isLever ? kpi : .visits
    let factors = lever.higherIsBetter ? Self.levels : Self.levels.map { 1 / $0 }
    return factors.map { .baselineFactor(lever, $0) }
  }

  /// A decision for the capability, the boldest first: the boldest that can be planned is kept.
  private func decisions(_ planned: Plan.PlannedCapability) -> Ladder {
    Self.advances.filter { $0 <= planned.startPeriod.index }.map { weeks in
      .liveBy(id, roadmap.calendar.date(of: planned.finishPeriod.advanced(by: -weeks)))
    }
  }

  /// What might bring something into the plan that is left out.
  private func entries() -> [Ladder] {
    guard let capability = roadmap.capability(id) else { return [] }
    var ladders: [Ladder] = []
    if roadmap.decision(on: id).isExcluded { return [[.isExcluded(id, false)], [.isForced(id, true)]] }
    for need in capability.needs where need.people > .zero {
      ladders.append(
        Self.people.map { .moreTeam(need.team, people: People($0), from: roadmap.calendar.start) })
    }
    if roadmap.budget != nil { ladders.append([1.1, 1.25, 1.5, 2].map { .budgetFactor($0) }) }
    if let trigger = capability.trigger, let condition = trigger.conditions.first {
      ladders.append(levels(of: condition.kpi))
    }
    if capability.cost.mean > 0 { ladders.append([0.75, 0.5, 0.25, 0].map { .costFactor(id, $0) }) }
    if capability.hasEffects { ladders.append([1.25, 1.5, 2, 4].map { .effectFactor(id, $0) }) }
    return ladders + [[.isForced(id, true)]]
  }
}
