import Planning

/// What a solver says of a problem.
struct Answer: Sendable {
  /// `optimal`, `feasible` or `none`.
  let status: String
  /// The value in the unit of the objective; nil without a solution.
  let value: Double?
  /// The limit that no solution passes.
  let bound: Double
  /// The relative distance between them; nil without a solution.
  let gap: Double?
  /// The start of everything that is planned.
  let starts: [String: Int]
}

/// Gait itself.
struct GaitSolver: Sendable {
  /// How much work it does.
  let parameters: PlannerParameters

  /// Solves a problem.
  func solve(_ problem: CompiledProblem) async throws -> Answer {
    let solution = try await ProblemSolver(problem).solve(parameters)
    return Answer(
      status: solution.status.rawValue, value: solution.value, bound: solution.bound, gap: solution.gap,
      starts: Dictionary(solution.starts.map { ($0.id, $0.start) }, uniquingKeysWith: { first, _ in first }))
  }
}
