public import RoadmapModel

/// Solves a problem of plain data, without a roadmap: for benchmarks, and for programs that have no scenario.
///
/// ```swift
/// let solution = await try ProblemSolver(problem).solve(PlannerParameters(effort: .quick))
/// ```
public struct ProblemSolver: Sendable {
  private let problem: CompiledProblem
  private let instance: Instance

  /// A solver for a problem.
  ///
  /// - Throws: ``ProblemError`` with all mistakes of the problem.
  public init(_ problem: CompiledProblem) throws(ProblemError) {
    self.problem = problem
    var compiler = ProblemCompiler(problem)
    instance = try compiler.instance()
  }

  /// Finds a schedule and a limit that none can pass.
  ///
  /// The same problem, seed and effort give the same solution for any number of threads, unless the time limit or the signal ends the search early.
  ///
  /// - Parameters:
  ///   - parameters: the effort and the rest; without an objective, that of the problem is taken.
  ///   - signal: may be raised at any time to end with the best schedule so far.
  ///   - onProgress: is called now and then, from any thread.
  public func solve(
    _ parameters: PlannerParameters = PlannerParameters(), signal: StopSignal = StopSignal(),
    onProgress: @escaping @Sendable (PlanningProgress) -> Void = { _ in }
  ) async -> ProblemSolution {
    let objective = parameters.objective ?? problem.objective
    let solver = InstanceSolver(instance: instance, objective: objective, parameters: parameters)
    let answer = await solver.solve(signal: signal, onProgress: onProgress)
    let isFeasible = answer.result.fitness.violation == 0
    let value = isFeasible ? answer.result.worth(for: objective) : nil
    let gap = value.map { answer.bound.gap(from: $0, for: objective) }
    let starts = zip(problem.activities, answer.result.starts).compactMap { activity, start in
      start >= 0 ? ProblemSolution.ActivityStart(id: activity.id, start: start) : nil
    }
    return ProblemSolution(
      scenario: problem.scenario, status: !isFeasible ? .none : gap == 0 ? .optimal : .feasible,
      objective: objective, value: value, bound: answer.bound.limit, gap: gap,
      proof: answer.bound.method.rawValue, relaxed: answer.bound.relaxed,
      starts: isFeasible ? starts : [], seed: parameters.seed, wasCutShort: answer.wasCutShort)
  }
}

/// A schedule of a problem, what it is worth, and the limit of all schedules.
///
/// Its JSON form is the format `gait-solution/1`.
public struct ProblemSolution: Hashable, Sendable, Codable {
  /// What is known about the schedule.
  public enum Status: String, Hashable, Sendable, Codable {
    /// It is proved to be best.
    case optimal
    /// It keeps every rule.
    case feasible
    /// None was found.
    case none
  }

  /// When an activity starts.
  public struct ActivityStart: Hashable, Sendable, Codable {
    /// The activity.
    public let id: String
    /// The period in which it starts.
    public let start: Int
  }

  /// The version of the JSON form.
  public let format: String
  /// The name of the problem.
  public let scenario: String
  /// What is known about the schedule.
  public let status: Status
  /// What it was chosen for.
  public let objective: Objective
  /// The objective: currency units, or the period of the target milestone for `time`; nil when no schedule was found.
  public let value: Double?
  /// What no schedule can pass, in the same unit.
  public let bound: Double
  /// The relative distance between the two; nil when no schedule was found.
  public let gap: Double?
  /// How the limit was proved.
  public let proof: String
  /// What the proof left out of account.
  public let relaxed: [String]
  /// The starts of what is in the schedule, in the order of the problem.
  public let starts: [ActivityStart]
  /// The seed of the search.
  public let seed: UInt64
  /// Whether a time limit or the signal ended the search early.
  public let wasCutShort: Bool

  init(
    scenario: String, status: Status, objective: Objective, value: Double?, bound: Double, gap: Double?,
    proof: String, relaxed: [String], starts: [ActivityStart], seed: UInt64, wasCutShort: Bool
  ) {
    format = "gait-solution/1"
    self.scenario = scenario
    self.status = status
    self.objective = objective
    self.value = value
    self.bound = bound
    self.gap = gap
    self.proof = proof
    self.relaxed = relaxed
    self.starts = starts
    self.seed = seed
    self.wasCutShort = wasCutShort
  }
}
