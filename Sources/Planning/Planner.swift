internal import BusinessModel
public import RoadmapModel

/// Plans a roadmap: what to build when, and by proof how far from the best possible that is.
///
/// ```swift
/// let outcome = try await Planner(roadmap).plan(PlannerParameters(effort: .quick))
/// ```
///
/// The steps are: compile the roadmap, prove what cannot be met, bound the objective, start from the relaxation and from priority rules,
/// search over activity lists, and audit the result. `docs/algorithms.md` explains them.
public struct Planner: Sendable {
  /// The compiled problem.
  package let instance: Instance

  /// A planner for a roadmap.
  ///
  /// - Complexity: O(capabilities x periods) beside the size of the prerequisites.
  public init(_ roadmap: Roadmap) {
    var compiler = InstanceCompiler(roadmap)
    instance = compiler.compile()
  }

  /// Finds a plan, or the reasons why there is none.
  ///
  /// The same roadmap, seed and effort give the same plan for any number of threads, unless the time limit or the signal ends the search early, which
  /// the plan then says.
  ///
  /// - Parameters:
  ///   - parameters: the objective, the effort and the rest.
  ///   - signal: may be raised at any time to end with the best plan so far.
  ///   - onProgress: is called now and then, from any thread.
  /// - Throws: ``PlannerDefect`` when the audit finds fault with the plan, which is a mistake of the planner.
  public func plan(
    _ parameters: PlannerParameters = PlannerParameters(), signal: StopSignal = StopSignal(),
    onProgress: @escaping @Sendable (PlanningProgress) -> Void = { _ in }
  ) async throws(PlannerDefect) -> PlanningOutcome {
    let proofs = Diagnosis(instance, language: parameters.language).proofs()
    guard proofs.isEmpty else { return .infeasible(Infeasibility(reasons: proofs, isProved: true)) }
    let objective = parameters.objective ?? instance.roadmap.objective
    let rule = StoppingRule(
      schedules: parameters.schedules ?? parameters.effort.schedules,
      deadline: parameters.timeLimit.map { ContinuousClock.now.advanced(by: .seconds($0)) }, signal: signal)
    let relaxation = relaxation()
    let lists = InitialLists(instance: instance, relaxedStarts: relaxation.starts).lists()
    let search = ChainSearch(
      instance: instance, objective: objective, seed: parameters.seed, threads: parameters.threads,
      rule: rule,
      onProgress: onProgress)
    let best = await search.best(from: lists)
    guard best.result.fitness.violation == 0 else {
      let misses = Diagnosis(instance, language: parameters.language).misses(of: best.result.starts)
      return .infeasible(Infeasibility(reasons: misses, isProved: false))
    }
    let bound = bound(of: objective, best.result, relaxation)
    let writer = PlanWriter(
      instance, list: best.list, starts: best.result.starts, objective: objective, parameters)
    let plan = writer.plan(bound: bound, wasCutShort: best.wasCutShort)
    let violations = plan.audit(
      against: instance.roadmap, path: instance.shop.path(goLive: instance.goLives(of: best.result.starts)))
    guard violations.isEmpty else { throw PlannerDefect(violations: violations) }
    return .plan(plan)
  }

  /// The relaxation without people and money, from the schedule of the plainest list.
  private func relaxation() -> ClosureBound.Solution {
    let plain = InitialLists(
      instance: instance, relaxedStarts: [Int?](repeating: nil, count: instance.activityCount))
    var evaluator = Evaluator(instance, objective: .value)
    let starts = evaluator.evaluate(plain.lists()[2]).starts
    guard let solution = ClosureBound(instance: instance).solve(touching: starts) else {
      preconditionFailure("an instance without contradictions has a relaxation")
    }
    return solution
  }

  private func bound(
    of objective: Objective, _ best: Evaluator.Result, _ relaxation: ClosureBound.Solution
  ) -> Bound {
    switch objective {
    case .time: return CriticalPathBound(instance: instance).bound()
    case .cost: return CheapestSelectionBound(instance: instance).bound()
    case .value:
      var tightest = relaxation
      if let touching = ClosureBound(instance: instance).solve(touching: best.starts),
        touching.limit < tightest.limit
      {
        tightest = touching
      }
      return Bound(
        limit: Money(cents: tightest.limit).units, method: .minimumCut, relaxed: tightest.relaxed)
    }
  }
}
