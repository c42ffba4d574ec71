public import Planning
public import RoadmapModel

/// Explains the plan of a scenario by planning variants of it.
///
/// ```swift
/// let explanation = try await Explainer(roadmap, plan: plan).explain(["bnpl"])
/// ```
public struct Explainer: Sendable {
  private let roadmap: Roadmap
  private let plan: Plan

  /// An explainer of a plan.
  ///
  /// - Precondition: the plan is one of the roadmap.
  public init(_ roadmap: Roadmap, plan: Plan) {
    self.roadmap = roadmap
    self.plan = plan
  }

  /// How often all is asked again because a better plan has come to light.
  private static let roundLimit = 4

  /// Explains some capabilities in depth, or all of them in short.
  ///
  /// - Parameters:
  ///   - focus: the capabilities to explain in depth, with what would move them and how far their numbers may be off; empty for all in short.
  ///   - parameters: how much each plan of the analysis may search, and the rest.
  ///   - signal: may be raised at any time to end without a result.
  ///   - onProgress: is called now and then, from any thread.
  /// - Throws: ``AnalysisError`` when the signal was raised, or when the planner is at fault.
  public func explain(
    _ focus: [CapabilityID] = [], _ parameters: AnalysisParameters = AnalysisParameters(),
    signal: StopSignal = StopSignal(), onProgress: @escaping @Sendable (AnalysisProgress) -> Void = { _ in }
  ) async throws(AnalysisError) -> Explanation {
    let replanner = Replanner(roadmap, parameters, signal: signal, onProgress: onProgress)
    var incumbent = try await Incumbent(plan, replanner)
    var entries = try await self.entries(focus, incumbent, [:], replanner)
    var round = 1
    while round < Self.roundLimit, try await incumbent.learn(from: entries.flatMap(\.plans)) {
      let earlier = entries.reduce(into: [[ScenarioChange]: Plan]()) { $0.merge($1.variants) { $1 } }
      entries = try await self.entries(focus, incumbent, earlier, replanner)
      round += 1
    }
    return explanation(entries.map(\.entry), incumbent.plan, replanner)
  }

  /// What has been found out about a capability, and the plans that it took.
  private struct Answer: Sendable {
    let entry: Explanation.CapabilityExplanation
    let plans: [Plan]
    /// Those of variants that may be asked about again, by what they change.
    let variants: [[ScenarioChange]: Plan]
  }

  private func entries(
    _ focus: [CapabilityID], _ incumbent: Incumbent, _ earlier: [[ScenarioChange]: Plan],
    _ replanner: Replanner
  ) async throws(AnalysisError) -> [Answer] {
    let all = incumbent.plan.capabilities.map(\.id) + incumbent.plan.notPlanned.map(\.id)
    let asked = focus.isEmpty ? all : focus
    replanner.expect(asked.count * (focus.isEmpty ? 1 : 60))
    return try await replanner.map(asked) { (id) async throws(AnalysisError) -> Answer in
      try await answer(about: id, inDepth: !focus.isEmpty, incumbent, earlier, replanner)
    }
  }

  private func answer(
    about id: CapabilityID, inDepth: Bool, _ incumbent: Incumbent, _ earlier: [[ScenarioChange]: Plan],
    _ replanner: Replanner
  ) async throws(AnalysisError) -> Answer {
    let plan = incumbent.plan
    let planned = plan.planned(id)
    let probe = DelayProbe(replanner: replanner, incumbent: incumbent, earlier: earlier)
    let finding = try await probe.finding(on: id, weeks: inDepth ? DelayProbe.weeks : [DelayProbe.weeks[1]])
    var plans = finding.plans
    var (ways, ranges): ([Explanation.Way], [Explanation.StabilityRange]) = ([], [])
    if inDepth {
      let text = ChangeText(roadmap, replanner.parameters.language)
      let advance = try await AdvanceProbe(replanner: replanner, incumbent: incumbent, id: id, text: text)
        .result()
      if planned != nil, let without = try await replanner.plan([.isExcluded(id, true)], from: incumbent.pool)
      {
        plans.append(without)
      }
      let known = incumbent.knowing(plans)
      let stability = try await StabilityProbe(replanner: replanner, incumbent: known, id: id).result()
      (ways, ranges) = (advance.ways, stability.ranges)
      plans += advance.plans + stability.plans
    }
    let target = roadmap.target.stage
    let delays = finding.delays.map { delay in
      Explanation.Delay(
        weeks: delay.weeks,
        consequence: delay.answer.plan.map { incumbent.consequence(of: $0, target: target) },
        obstacle: delay.answer.obstacle,
        leaves: delay.answer.plan.map { $0.planned(id) == nil } ?? false)
    }
    let because = planned?.because ?? reason(against: id, finding, incumbent, replanner)
    let entry = Explanation.CapabilityExplanation(
      id: id, start: planned?.start, finish: planned?.finish, because: because,
      chain: WaitChain(roadmap: roadmap, plan: plan, language: replanner.parameters.language).links(from: id),
      delays: delays,
      inclusion: finding.included.map { incumbent.consequence(of: $0, target: target) }, ways: ways,
      stability: ranges)
    return Answer(entry: entry, plans: plans, variants: finding.variants)
  }

  /// Why a capability is left out: by a rule of the scenario as the plan says it, or because the best plan with it is worth less.
  private func reason(
    against id: CapabilityID, _ finding: DelayProbe.Finding, _ incumbent: Incumbent, _ replanner: Replanner
  ) -> String {
    let told = incumbent.plan.notPlanned.first { $0.id == id }?.because ?? ""
    let isByRule =
      roadmap.decision(on: id).isExcluded
      || roadmap.alternatives.contains { alternative in
        alternative.members.contains(id)
          && alternative.members.contains { $0 != id && isTaken($0, incumbent) }
      }
    guard !isByRule, replanner.objective == .value, let included = finding.included,
      included.value.npv < incumbent.plan.value.npv
    else { return told }
    return ReasonText(names: Names(roadmap, language: replanner.parameters.language)).lineForTooLittle()
  }

  /// Whether a capability is live or planned.
  private func isTaken(_ id: CapabilityID, _ incumbent: Incumbent) -> Bool {
    incumbent.plan.planned(id) != nil || roadmap.state(of: id) == .live
  }

  private func explanation(
    _ entries: [Explanation.CapabilityExplanation], _ best: Plan, _ replanner: Replanner
  ) -> Explanation {
    Explanation(
      format: "gait-explanation/1", scenario: plan.scenario, currency: plan.currency,
      objective: replanner.objective, netPresentValue: best.value.npv,
      targetReached: best.stages.first { $0.stage == roadmap.target.stage }?.reachedOn,
      improvement: best.value.npv - plan.value.npv, prices: prices, capabilities: entries,
      plans: replanner.plansMade,
      schedulesPerPlan: replanner.parameters.secondLook * replanner.parameters.schedules,
      seed: replanner.parameters.seed, inputHash: plan.inputHash)
  }

  /// The prices of the bound of the plan, by quarters.
  private var prices: [Explanation.QuarterPrices] {
    plan.quarters.compactMap { quarter in
      let people = plan.teams.compactMap { team in
        team.prices?.first { $0.from == quarter.from }.map {
          Explanation.TeamWorth(team: team.id, worth: $0.worth)
        }
      }
      let window = plan.budget.first { $0.from <= quarter.from && quarter.from <= $0.through }
      let money = window?.price.flatMap { $0 > 0 ? $0 : nil }
      guard !people.isEmpty || money != nil else { return nil }
      return Explanation.QuarterPrices(
        from: quarter.from, through: quarter.through, people: people, money: money)
    }
  }
}
