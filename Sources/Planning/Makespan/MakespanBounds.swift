/// Lower bounds of the makespan that need no search: the best of all that are cheap.
struct MakespanBounds: Sendable {
  private let problem: MakespanProblem

  /// The bounds of a problem.
  init(_ problem: MakespanProblem) {
    self.problem = problem
  }

  /// No schedule is shorter than this; never more than a makespan that can be reached.
  ///
  /// The critical path (Kelley 1961), then the energy of each resource, then destructive improvement.
  func lowerBound(upTo makespan: Int) -> Int {
    let known = max(problem.criticalPathLength, EnergyBound(problem).lowerBound())
    return min(makespan, DestructiveBound(problem).lowerBound(from: known, upTo: makespan))
  }
}
