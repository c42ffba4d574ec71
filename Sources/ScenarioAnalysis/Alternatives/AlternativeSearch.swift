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
    var chosen: [Candidate] = []
    // What brings a better plan to light is no alternative to the best one, so all is looked for again around that.
    repeat {
      chosen = try await self.chosen(count, loss, &incumbent, replanner)
    } while try await incumbent.learn(from: chosen.dropFirst().map(\.plan))
    let best = incumbent.plan
    return NearBestPlans(
      format: "gait-alternatives/1", scenario: plan.scenario, loss: loss,
      plans: chosen.indices.map { member(chosen[$0], after: chosen[..<$0].map(\.schedule), best) },
      tried: replanner.plansMade)
  }

  /// The best plan and alternatives to it.
  private func chosen(
    _ count: Int, _ loss: Double, _ incumbent: inout Incumbent, _ replanner: Replanner
  ) async throws(AnalysisError) -> [Candidate] {
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
    return chosen
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

  private func member(_ candidate: Candidate, after earlier: [Schedule], _ best: Plan) -> NearBestPlans.Member
  {
    let difference = PlanDifference(from: best, to: candidate.plan)
    let marked = NearBestPlans.markedShift * 7
    let shifts = difference.entries(.moved).compactMap { entry in entry.finishShift.map { ($0, entry.id) } }
    let distances = earlier.map { PlanDistance.between(candidate.schedule, $0) }
    let worth = best.value.npv.units
    let lost = worth - candidate.plan.value.npv.units
    return NearBestPlans.Member(
      plan: candidate.plan, loss: worth == 0 ? 0 : lost / worth.magnitude, distance: distances.min(),
      added: difference.entries(.added).map(\.id), dropped: difference.entries(.dropped).map(\.id),
      earlier: shifts.filter { $0.0 <= -marked }.sorted { $0 < $1 }.map(\.1),
      later: shifts.filter { $0.0 >= marked }.sorted { ($1.0, $0.1) < ($0.0, $1.1) }.map(\.1))
  }
}
