public import Planning
public import RoadmapModel

/// Explains the plan of a scenario by planning variants of it.
///
/// ```swift
/// let explained = try await Explainer(roadmap, plan: plan).explain(["bnpl"])
/// print(explained.explanation.netPresentValue)
/// ```
public struct Explainer: Sendable {
  private let roadmap: Roadmap
  private let plan: Plan
  private let planning: PlannerParameters?

  /// An explainer of a plan.
  ///
  /// - Parameter planning: what the planner was asked to do for the plan, which it is asked again when a better plan comes to light: so that has a bound as tight.
  ///   Without it a better plan is left as it was found.
  /// - Precondition: the plan is one of the roadmap.
  public init(_ roadmap: Roadmap, plan: Plan, planning: PlannerParameters? = nil) {
    self.roadmap = roadmap
    self.plan = plan
    self.planning = planning
  }

  /// How often all is asked again because a better plan has come to light.
  private static let roundLimit = 6

  /// Explains some capabilities in depth, or all of them in short.
  ///
  /// - Parameters:
  ///   - focus: the capabilities to explain in depth, with what would move them and how far their numbers may be off, or with what they are needed for where no plan
  ///     decides about them; empty for all in short.
  ///   - parameters: how much each plan of the analysis may search, and the rest.
  ///   - signal: may be raised at any time to end without a result.
  ///   - onProgress: is called now and then, from any thread.
  /// - Throws: ``AnalysisError`` when the signal was raised, or when the planner is at fault.
  public func explain(
    _ focus: [CapabilityID] = [], _ parameters: AnalysisParameters = AnalysisParameters(),
    signal: StopSignal = StopSignal(), onProgress: @escaping @Sendable (AnalysisProgress) -> Void = { _ in }
  ) async throws(AnalysisError) -> ExplainedPlan {
    let replanner = Replanner(roadmap, parameters, signal: signal, onProgress: onProgress)
    let settled = focus.filter { Explanation.SettledCapability.State(roadmap.state(of: $0)) != nil }
    let focus = focus.filter { !settled.contains($0) }
    guard settled.isEmpty || !focus.isEmpty else {
      return ExplainedPlan(
        explanation: explanation([], about: settled, plan, replanner), plan: plan, plans: [])
    }
    var incumbent = try await Incumbent(plan, replanner)
    _ = try await hasChanged(&incumbent)
    replanner.expect(focus.isEmpty ? incumbent.plan.mentioned.count : 60 * focus.count)
    var findings = try await self.findings(focus, &incumbent, DelayProbe.Findings(), replanner)
    var depths = try await self.depths(of: focus, findings, incumbent, replanner)
    var means = try await self.means(focus, findings, incumbent, replanner)
    var round = 1
    while round < Self.roundLimit, try await incumbent.learn(from: depths.flatMap(\.plans) + means.plans) {
      findings = try await self.findings(focus, &incumbent, findings, replanner)
      depths = try await self.depths(of: focus, findings, incumbent, replanner)
      means = try await self.means(focus, findings, incumbent, replanner)
      round += 1
    }
    let asked = focus.isEmpty ? incumbent.plan.mentioned : focus
    let entries = asked.enumerated().map { number, id in
      entry(of: id, findings, focus.isEmpty ? nil : depths[number], incumbent, replanner)
    }
    return ExplainedPlan(
      explanation: explanation(entries, about: settled, incumbent.plan, replanner, means.gains),
      plan: incumbent.plan, plans: findings.plans + depths.flatMap(\.plans) + means.plans)
  }

  /// What more people and money would bring, where all capabilities are explained in short.
  private func means(
    _ focus: [CapabilityID], _ findings: DelayProbe.Findings, _ incumbent: Incumbent, _ replanner: Replanner
  ) async throws(AnalysisError) -> MeansProbe.Result {
    guard focus.isEmpty else { return MeansProbe.Result() }
    return try await MeansProbe(replanner: replanner, incumbent: incumbent).result(knowing: findings.plans)
  }

  /// Whether a search like the first one leads from a plan that has come to light to another one.
  ///
  /// - Parameter mayChange: whether that may take its place.
  private func hasChanged(
    _ incumbent: inout Incumbent, mayChange: Bool = true
  ) async throws(AnalysisError) -> Bool {
    guard let planning, !incumbent.isSearched else { return false }
    return try await incumbent.search(planning, mayChange: mayChange)
  }

  /// What is lost by starting later, about a plan that is not known to be beaten by any of those that were made to find out.
  private func findings(
    _ focus: [CapabilityID], _ incumbent: inout Incumbent, _ earlier: DelayProbe.Findings,
    _ replanner: Replanner
  ) async throws(AnalysisError) -> DelayProbe.Findings {
    var findings = earlier
    var round = 1
    repeat {
      var probe = DelayProbe(
        replanner: replanner, incumbent: incumbent, planning: planning, looksAtAllTwice: !focus.isEmpty)
      findings = try await probe.findings(
        about: focus.isEmpty ? incumbent.plan.mentioned : focus,
        weeks: focus.isEmpty ? [DelayProbe.weeks[1]] : DelayProbe.weeks, knowing: findings)
      incumbent = probe.incumbent
      round += 1
    } while try await hasChanged(&incumbent, mayChange: round <= Self.roundLimit)
    return findings
  }

  /// What was found out about a capability beside what is lost by starting later, and the plans that it took.
  private struct Depth: Sendable {
    /// The best plan with the capability, where it is left out.
    let included: Plan?
    let ways: [Explanation.Way]
    let ranges: [Explanation.StabilityRange]
    let plans: [Plan]
  }

  private func depths(
    of focus: [CapabilityID], _ findings: DelayProbe.Findings, _ incumbent: Incumbent, _ replanner: Replanner
  ) async throws(AnalysisError) -> [Depth] {
    try await replanner.map(focus) { (id) async throws(AnalysisError) -> Depth in
      let text = ChangeText(roadmap, replanner.parameters.language)
      let found = findings.about(id)
      var plans = found.compactMap(\.answer.plan)
      if incumbent.plan.planned(id) != nil,
        let without = try await replanner.plan([.isExcluded(id, true)], from: incumbent.pool)
      {
        plans.append(without)
        // Where it leaves hangs by what the plan without it is worth, whatever its numbers are.
        if replanner.parameters.secondLook > 1,
          let longer = try await replanner.plan(
            [.isExcluded(id, true)], from: [Schedule(without)], work: .second)
        {
          plans.append(longer)
        }
      }
      let known = incumbent.knowing(plans)
      let stability = try await StabilityProbe(replanner: replanner, incumbent: known, id: id).result()
      let included = try await self.included(id, found, stability.plans, replanner)
      let advance = try await AdvanceProbe(
        replanner: replanner, incumbent: incumbent, id: id, text: text, included: included,
        known: stability.plans
      ).result()
      return Depth(
        included: included, ways: advance.ways, ranges: stability.ranges,
        plans: plans + advance.plans + stability.plans)
    }
  }

  /// The best plan with a capability that is left out, where those for other values of its numbers lead to a better one, too; nil when none is known or it is planned.
  private func included(
    _ id: CapabilityID, _ found: [(question: DelayProbe.Question, answer: DelayProbe.Answer)],
    _ others: [Plan], _ replanner: Replanner
  ) async throws(AnalysisError) -> Plan? {
    guard let (question, answer) = found.first(where: { $0.question.weeks == nil }) else { return nil }
    guard let carried = replanner.best(of: others.map(Schedule.init), with: question.changes),
      answer.plan.map({ replanner.isBetter(carried, than: $0) }) ?? true,
      let plan = try await replanner.plan(question.changes, from: [carried.schedule], work: .following),
      replanner.isBetter(plan, than: answer.plan)
    else { return answer.plan }
    return plan
  }

  private func entry(
    of id: CapabilityID, _ findings: DelayProbe.Findings, _ depth: Depth?, _ incumbent: Incumbent,
    _ replanner: Replanner
  ) -> Explanation.CapabilityExplanation {
    let (plan, target) = (incumbent.plan, roadmap.target.stage)
    let planned = plan.planned(id)
    let found = findings.about(id)
    let delays = found.compactMap { question, answer in
      question.weeks.map { weeks in
        Explanation.Delay(
          weeks: weeks, consequence: answer.plan.map { incumbent.consequence(of: $0, target: target) },
          obstacle: answer.obstacle, leaves: answer.plan.map { $0.planned(id) == nil } ?? false)
      }
    }
    let inclusion = found.first { $0.question.weeks == nil }?.answer
    let included = depth?.included ?? inclusion?.plan
    return Explanation.CapabilityExplanation(
      id: id, start: planned?.start, finish: planned?.finish,
      because: planned?.because ?? reason(against: id, included, incumbent, replanner),
      chain: WaitChain(roadmap: roadmap, plan: plan, language: replanner.parameters.language).links(from: id),
      delays: delays, inclusion: included.map { incumbent.consequence(of: $0, target: target) },
      obstacle: isRuledOut(id) || included != nil ? nil : inclusion?.obstacle,
      ways: depth?.ways ?? [], stability: depth?.ranges ?? [])
  }

  /// Why a capability is left out: by a rule of the scenario as the plan says it, or because the best plan with it is worth less.
  private func reason(
    against id: CapabilityID, _ included: Plan?, _ incumbent: Incumbent, _ replanner: Replanner
  ) -> String {
    let told = incumbent.plan.notPlanned.first { $0.id == id }?.because ?? ""
    let isByRule =
      roadmap.decision(on: id).isExcluded
      || roadmap.alternatives.contains { alternative in
        alternative.members.contains(id)
          && alternative.members.contains { $0 != id && isTaken($0, incumbent) }
      }
    guard !isByRule, replanner.objective == .value, let included,
      included.value.npv < incumbent.plan.value.npv
    else { return told }
    return ReasonText(names: Names(roadmap, language: replanner.parameters.language)).lineForTooLittle()
  }

  /// Whether something live stands in the place of a capability, which its reason says already.
  private func isRuledOut(_ id: CapabilityID) -> Bool {
    roadmap.alternatives.contains { alternative in
      alternative.members.contains(id)
        && alternative.members.contains { $0 != id && roadmap.state(of: $0) == .live }
    }
  }

  /// Whether a capability is live or planned.
  private func isTaken(_ id: CapabilityID, _ incumbent: Incumbent) -> Bool {
    incumbent.plan.planned(id) != nil || roadmap.state(of: id) == .live
  }

  private func explanation(
    _ entries: [Explanation.CapabilityExplanation], about settled: [CapabilityID], _ best: Plan,
    _ replanner: Replanner, _ gains: [Explanation.Gains] = []
  ) -> Explanation {
    Explanation(
      format: "gait-explanation/1", scenario: plan.scenario, currency: plan.currency,
      objective: replanner.objective, netPresentValue: best.value.npv,
      targetReached: best.stages.first { $0.stage == roadmap.target.stage }?.reachedOn,
      improvement: best.value.npv - plan.value.npv, gains: gains, capabilities: entries,
      settled: settled.compactMap { Explanation.SettledCapability($0, in: best, of: roadmap) },
      plans: replanner.plansMade,
      schedulesPerPlan: replanner.parameters.schedules, longerPlans: replanner.longerPlansMade,
      schedulesPerLongerPlan: replanner.parameters.secondLook * replanner.parameters.schedules,
      seed: replanner.parameters.seed, inputHash: plan.inputHash)
  }
}

extension Plan {
  /// The capabilities that a plan decides about, in the order of starts and then those that are left out.
  fileprivate var mentioned: [CapabilityID] { capabilities.map(\.id) + notPlanned.map(\.id) }
}
