internal import Planning
internal import RoadmapModel

/// Finds out by planning again what it costs to start a capability later, or to have it in the plan at all.
struct DelayProbe: Sendable {
  let replanner: Replanner
  let incumbent: Incumbent
  /// The best plans that are known of variants, from asking about an earlier plan.
  var earlier: [[ScenarioChange]: Plan] = [:]

  /// By how many weeks starts are put off: a month and a quarter.
  static let weeks = [4, 13]

  /// What the best plan with a change looks like, or why there is none.
  struct Answer: Sendable {
    var plan: Plan?
    var obstacle: Explanation.Obstacle?
  }

  /// What has been found out about one capability.
  struct Finding: Sendable {
    let delays: [(weeks: Int, answer: Answer)]
    let included: Plan?
    /// The plans of variants, by what they change.
    var variants: [[ScenarioChange]: Plan] = [:]

    /// All plans of the finding.
    var plans: [Plan] { (delays.map(\.answer.plan) + [included]).compactMap(\.self) }
  }

  private var roadmap: Roadmap { replanner.roadmap }

  /// Asks about one capability.
  func finding(on id: CapabilityID, weeks: [Int]) async throws(AnalysisError) -> Finding {
    guard let planned = incumbent.plan.planned(id) else {
      let changes: [ScenarioChange] = [.isForced(id, true), .isExcluded(id, false)]
      let plan = try await answer(changes).plan
      return Finding(delays: [], included: plan, variants: plan.map { [changes: $0] } ?? [:])
    }
    guard isFree(id) else { return Finding(delays: [], included: nil) }
    var delays: [(weeks: Int, answer: Answer)] = []
    var variants: [[ScenarioChange]: Plan] = [:]
    for delay in weeks {
      let period = planned.startPeriod.advanced(by: delay)
      guard period < roadmap.calendar.periods.upperBound else { continue }
      let change = ScenarioChange.notBefore(id, roadmap.calendar.date(of: period))
      let answer = try await answer([change])
      delays.append((delay, answer))
      variants[[change]] = answer.plan
    }
    return Finding(delays: delays, included: nil, variants: variants)
  }

  /// The share of what the plan is worth from which on a loss is looked at again.
  static let surprisingLoss = 0.03

  /// The best plan with some changes that was found, or why there is none.
  ///
  /// A large loss may be that of a short search, and so may be that there is no plan; both are searched again with more work.
  private func answer(_ changes: [ScenarioChange]) async throws(AnalysisError) -> Answer {
    var starts = incumbent.pool + (earlier[changes].map { [Schedule($0)] } ?? [])
    guard let outcome = try await replanner.outcome(changes, from: starts) else { return Answer() }
    var answer = Answer(outcome)
    // What has been looked at twice is known well enough.
    if answer.obstacle?.isProved ?? false || earlier[changes] != nil { return answer }
    if let first = answer.plan {
      let loss = (incumbent.plan.value.npv - first.value.npv).units
      guard replanner.objective == .value,
        loss > Self.surprisingLoss * abs(incumbent.plan.value.npv.units)
      else { return answer }
      starts.insert(Schedule(first), at: 0)
    }
    guard replanner.parameters.secondLook > 1,
      let second = try await replanner.plan(changes, from: starts, work: .second)
    else { return answer }
    let score = { (plan: Plan) in Score(plan, for: replanner.objective, target: roadmap.target.stage) }
    if answer.plan.map({ score($0) < score(second) }) ?? true { answer = Answer(plan: second) }
    return answer
  }

  /// Whether the planner chooses the start of a capability.
  private func isFree(_ id: CapabilityID) -> Bool {
    if case .inProgress = roadmap.state(of: id) { return false }
    return roadmap.decision(on: id).pinnedStart == nil
  }
}

extension DelayProbe.Answer {
  init(_ outcome: PlanningOutcome) {
    switch outcome {
    case .plan(let plan): self.init(plan: plan)
    case .infeasible(let infeasibility):
      self.init(
        obstacle: Explanation.Obstacle(
          text: infeasibility.reasons.first?.message ?? "", isProved: infeasibility.isProved))
    }
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
