internal import Planning
internal import RoadmapModel

/// Finds out by planning again what it costs to start a capability later, or to have it in the plan at all.
struct DelayProbe: Sendable {
  let replanner: Replanner
  let incumbent: Incumbent

  /// By how many weeks starts are put off: a month and a quarter.
  static let weeks = [4, 13]

  /// What the best plan with a change looks like; nil when none was found.
  struct Finding: Sendable {
    let delays: [(weeks: Int, plan: Plan?)]
    let included: Plan?

    /// All plans of the finding.
    var plans: [Plan] { (delays.map(\.plan) + [included]).compactMap(\.self) }
  }

  private var roadmap: Roadmap { replanner.roadmap }

  /// Asks about one capability.
  func finding(on id: CapabilityID, weeks: [Int]) async throws(AnalysisError) -> Finding {
    guard let planned = incumbent.plan.planned(id) else {
      let plan = try await plan([.isForced(id, true), .isExcluded(id, false)])
      return Finding(delays: [], included: plan)
    }
    guard isFree(id) else { return Finding(delays: [], included: nil) }
    var delays: [(weeks: Int, plan: Plan?)] = []
    for delay in weeks {
      let period = planned.startPeriod.advanced(by: delay)
      guard period < roadmap.calendar.periods.upperBound else { continue }
      let change = ScenarioChange.notBefore(id, roadmap.calendar.date(of: period))
      delays.append((delay, try await plan([change])))
    }
    return Finding(delays: delays, included: nil)
  }

  /// The share of what the plan is worth from which on a loss is looked at again.
  static let surprisingLoss = 0.1

  /// The best plan with some changes that was found; nil when there is none.
  ///
  /// A large loss may be that of a short search, and so may be that there is no plan; both are searched again with more work.
  private func plan(_ changes: [ScenarioChange]) async throws(AnalysisError) -> Plan? {
    guard let outcome = try await replanner.outcome(changes, from: incumbent.pool) else { return nil }
    var starts = incumbent.pool
    var first: Plan?
    switch outcome {
    case .infeasible(let infeasibility):
      if infeasibility.isProved { return nil }
    case .plan(let plan):
      let loss = (incumbent.plan.value.npv - plan.value.npv).units
      let isSurprising =
        replanner.objective == .value
        && loss > Self.surprisingLoss * abs(incumbent.plan.value.npv.units)
      guard isSurprising else { return plan }
      first = plan
      starts.insert(Schedule(plan), at: 0)
    }
    guard replanner.parameters.secondLook > 1,
      let second = try await replanner.plan(changes, from: starts, work: .second)
    else { return first }
    guard let first else { return second }
    let score = { (plan: Plan) in Score(plan, for: replanner.objective, target: roadmap.target.stage) }
    return score(first) < score(second) ? second : first
  }

  /// Whether the planner chooses the start of a capability.
  private func isFree(_ id: CapabilityID) -> Bool {
    if case .inProgress = roadmap.state(of: id) { return false }
    return roadmap.decision(on: id).pinnedStart == nil
  }
}

extension Incumbent {
  /// What another plan changes, compared with this one.
  func consequence(of other: Plan, target: StageID) -> Explanation.Consequence {
    let reached = { (plan: Plan) in plan.stages.first { $0.stage == target }?.period.index }
    let weeks = reached(other).flatMap { after in reached(plan).map { after - $0 } }
    return Explanation.Consequence(
      netPresentValue: other.value.npv - plan.value.npv, targetWeeks: weeks)
  }
}
