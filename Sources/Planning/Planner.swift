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
  /// The compiled roadmap.
  let compiled: CompiledRoadmap

  /// A planner for a roadmap.
  ///
  /// - Complexity: O(capabilities x periods) beside the size of the prerequisites.
  public init(_ roadmap: Roadmap) {
    var compiler = RoadmapCompiler(roadmap)
    compiled = compiler.compile()
  }

  /// Whether it is proved, without a search, that there is no plan.
  public var isProvedInfeasible: Bool { !Diagnosis(compiled, language: .english).proofs().isEmpty }

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
    let proofs = Diagnosis(compiled, language: parameters.language).proofs()
    guard proofs.isEmpty else { return .infeasible(Infeasibility(reasons: proofs, isProved: true)) }
    let objective = parameters.objective ?? compiled.roadmap.objective
    let solver = InstanceSolver(
      instance: compiled.instance, objective: objective, parameters: parameters,
      startingLists: parameters.startingSchedules.map { compiled.list(of: $0) })
    let answer = await solver.solve(signal: signal, onProgress: onProgress)
    guard answer.result.fitness.violation == 0 else {
      let misses = Diagnosis(compiled, language: parameters.language).misses(of: answer.result.starts)
      return .infeasible(Infeasibility(reasons: misses, isProved: false))
    }
    return .plan(try audited(answer, objective: objective, parameters))
  }
}
