public import Planning
public import RoadmapModel

/// Looks for plans that are nearly as good as the best and truly different from it.
///
/// First every single decision that the best plan could have taken otherwise is planned: without what is in it, with what is not, later what is early. Then the decisions
/// that cost least are put together, one by one, as long as the plan stays within the loss; each alternative starts from another first decision, the one that brings it
/// farthest from the plans that are there. The distance of a plan is that to the nearest plan before it (Glover, Kuo and Dhir 1998 on maximal diversity).
public struct AlternativeSearch: Sendable {
  private let roadmap: Roadmap
  private let plan: Plan

  /// A search for alternatives to a plan of a roadmap.
  public init(_ roadmap: Roadmap, plan: Plan) {
    self.roadmap = roadmap
    self.plan = plan
  }

  /// By how many weeks a start is put off to have another plan.
  static let delay = 26
  /// How many decisions an alternative may put together, and how many are tried for each.
  static let most = (decisions: 8, tries: 16)
  /// Plans that are nearer than this to another are not shown beside it.
  static let leastDistance = 0.02

  private struct Candidate: Sendable {
    var changes: [ScenarioChange]
    var plan: Plan
    var schedule: Schedule { Schedule(plan) }
  }

  /// The best plan and at most so many alternatives; fewer when no more are different and good enough.
  ///
  /// - Parameters:
  ///   - count: the number of alternatives.
  ///   - loss: what each may lose, as a share of the worth of the best plan.
  ///   - parameters: how much each search does, and the rest; alternatives are compared by value, whatever the objective.
  ///   - signal: may be raised at any time to end without a result.
  ///   - onProgress: is called now and then, from any thread.
  /// - Throws: ``AnalysisError`` when the signal was raised, or when the planner is at fault.
  public func plans(
    _ count: Int, loss: Double, _ parameters: AnalysisParameters = AnalysisParameters(),
    signal: StopSignal = StopSignal(), onProgress: @escaping @Sendable (AnalysisProgress) -> Void = { _ in }
  ) async throws(AnalysisError) -> NearBestPlans {
    var parameters = parameters
    parameters.objective = .value
    let replanner = Replanner(roadmap, parameters, signal: signal, onProgress: onProgress)
    replanner.expect(roadmap.capabilities.count + count * Self.most.tries)
    var incumbent = try await Incumbent(plan, replanner)
    var chosen: Choice
    // What brings a better plan to light is no alternative to the best one, so all is looked for again around that.
    repeat {
      chosen = try await choice(count, loss, &incumbent, replanner)
    } while try await incumbent.learn(from: chosen.candidates.dropFirst().map(\.plan))
    let candidates = try chosen.candidates.map { (candidate) throws(AnalysisError) in
      try ofScenario(candidate, incumbent.plan, parameters)
    }
    return NearBestPlans(
      format: "gait-alternatives/1", scenario: plan.scenario, currency: plan.currency, loss: loss.asShare,
      asked: count, plans: candidates.indices.map { member(candidates[$0], after: candidates[..<$0]) },
      nextLoss: chosen.nextLoss?.asShare, tried: replanner.plansMade, seed: parameters.seed,
      inputHash: plan.inputHash)
  }

  /// The best plan, alternatives to it, and what the next one would lose.
  private struct Choice {
    var candidates: [Candidate]
    var nextLoss: Double?
  }

  private func choice(
    _ count: Int, _ loss: Double, _ incumbent: inout Incumbent, _ replanner: Replanner
  ) async throws(AnalysisError) -> Choice {
    var candidates = try await singles(incumbent, replanner)
    while try await incumbent.learn(from: candidates.map(\.plan)) {
      candidates = try await singles(incumbent, replanner)
    }
    let best = incumbent.plan
    let floor = best.value.npv.units - loss * best.value.npv.units.magnitude
    let near = candidates.filter { $0.plan.value.npv.units >= floor }
    var chosen = [Candidate(changes: [], plan: best)]
    while chosen.count <= count, let first = farthest(near, from: chosen) {
      let grown = try await grow(first, near, chosen, floor, replanner)
      guard distance(grown.schedule, chosen) >= Self.leastDistance else { break }
      chosen.append(grown)
    }
    guard chosen.count <= count else { return Choice(candidates: chosen) }
    let further = candidates.filter { candidate in
      candidate.plan.value.npv.units < floor && distance(candidate.schedule, chosen) >= Self.leastDistance
    }
    let next = further.map(\.plan.value.npv).max()
    return Choice(candidates: chosen, nextLoss: next.map { Self.loss(of: $0, against: best.value.npv) })
  }

  private static func loss(of worth: Money, against best: Money) -> Double {
    best == .zero ? 0 : (best - worth).units / best.units.magnitude
  }

  /// A candidate as a plan of the scenario itself, with the lowest limit that is known: so it is not that of what was decided otherwise.
  private func ofScenario(
    _ candidate: Candidate, _ best: Plan, _ parameters: AnalysisParameters
  ) throws(AnalysisError) -> Candidate {
    let isTighter = plan.objective == .value && plan.value.bound < best.value.bound
    guard isTighter || !candidate.changes.isEmpty else { return candidate }
    let planner = Planner(roadmap)
    let carried = planner.carryOver(candidate.schedule)
    guard carried.keepsRules, carried.schedule == candidate.schedule else { return candidate }
    let planning = PlannerParameters(
      objective: .value, effort: .quick, seed: parameters.seed, language: parameters.language,
      inputHash: parameters.inputHash)
    do throws(PlannerDefect) {
      let plan = try planner.plan(of: carried.schedule, boundedAs: isTighter ? plan : best, planning)
      return Candidate(changes: candidate.changes, plan: plan)
    } catch {
      throw .defect(error)
    }
  }

  /// The plans in which one decision is otherwise.
  private func singles(
    _ incumbent: Incumbent, _ replanner: Replanner
  ) async throws(AnalysisError) -> [Candidate] {
    let best = incumbent.plan
    var changes: [ScenarioChange] = best.notPlanned.filter { !roadmap.decision(on: $0.id).isExcluded }
      .map { .isForced($0.id, true) }
    for planned in best.capabilities {
      changes.append(.isExcluded(planned.id, true))
      let later = planned.startPeriod.advanced(by: Self.delay)
      if later < roadmap.calendar.periods.upperBound, roadmap.decision(on: planned.id).notBefore == nil {
        changes.append(.notBefore(planned.id, roadmap.calendar.date(of: later)))
      }
    }
    return try await replanner.map(changes) { (change) async throws(AnalysisError) -> Candidate? in
      try await replanner.plan([change], from: incumbent.pool).map { Candidate(changes: [change], plan: $0) }
    }.compactMap(\.self)
  }

  private func distance(_ schedule: Schedule, _ chosen: [Candidate]) -> Double {
    chosen.map { PlanDistance.between(schedule, $0.schedule) }.min() ?? 0
  }

  /// The candidate that is farthest from the nearest of those that are chosen; the first of several.
  private func farthest(_ candidates: [Candidate], from chosen: [Candidate]) -> Candidate? {
    var best: (distance: Double, candidate: Candidate)?
    for candidate in candidates {
      let distance = distance(candidate.schedule, chosen)
      if distance > best?.distance ?? 0 { best = (distance, candidate) }
    }
    return best?.candidate
  }

  /// Adds decisions to a candidate as long as it stays good enough and gets farther away.
  private func grow(
    _ first: Candidate, _ near: [Candidate], _ chosen: [Candidate], _ floor: Double, _ replanner: Replanner
  ) async throws(AnalysisError) -> Candidate {
    var current = first
    let others = near.filter { $0.changes != first.changes }
      .sorted { $0.plan.value.npv > $1.plan.value.npv }
    for other in others.prefix(Self.most.tries) where current.changes.count < Self.most.decisions {
      let changes = current.changes + other.changes
      let starts = [current.schedule, other.schedule]
      guard let plan = try await replanner.plan(changes, from: starts), plan.value.npv.units >= floor else {
        continue
      }
      let next = Candidate(changes: changes, plan: plan)
      if distance(next.schedule, chosen) > distance(current.schedule, chosen) { current = next }
    }
    return current
  }

  private func member(
    _ candidate: Candidate, after earlier: ArraySlice<Candidate>
  ) -> NearBestPlans.Member {
    let best = earlier.first ?? candidate
    let contrasts = earlier.indices.map { contrast(candidate.plan, earlier[$0].plan, number: $0) }
    let distances = earlier.map { PlanDistance.between(candidate.schedule, $0.schedule) }
    return NearBestPlans.Member(
      plan: candidate.plan,
      loss: Self.loss(of: candidate.plan.value.npv, against: best.plan.value.npv).asShare,
      distance: distances.min()?.asShare, decisions: candidate.changes, added: contrasts.first?.added ?? [],
      dropped: contrasts.first?.dropped ?? [], earlier: contrasts.first?.earlier.map(\.id) ?? [],
      later: contrasts.first?.later.map(\.id) ?? [], contrasts: contrasts)
  }

  private func contrast(_ plan: Plan, _ other: Plan, number: Int) -> NearBestPlans.Contrast {
    let difference = PlanDifference(from: other, to: plan)
    let shifts = difference.shifts(ofDays: NearBestPlans.markedShift * 7)
    let target = difference.stages.first { $0.stage == roadmap.target.stage }
    let oneOff = difference.entries.reduce(Money.zero) { $0 + $1.costChange }
    return NearBestPlans.Contrast(
      other: number, netPresentValue: plan.value.npv - other.value.npv, oneOff: oneOff,
      targetDays: target?.before.flatMap { before in target?.after.map { before.distance(to: $0) } },
      added: difference.entries(.added).map(\.id), dropped: difference.entries(.dropped).map(\.id),
      earlier: shifts.earlier, later: shifts.later)
  }
}
