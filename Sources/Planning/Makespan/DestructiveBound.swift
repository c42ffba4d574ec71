/// The least makespan that propagation does not refute.
///
/// A makespan is assumed; windows of starts shrink by precedence, by time-table reasoning on each resource and by pairs that cannot overlap. When a
/// window becomes empty, no schedule is that short, and the next makespan is tried. Source: Klein and Scholl, *Computing lower bounds by
/// destructive improvement*, European Journal of Operational Research 112, 1999.
struct DestructiveBound: Sendable {
  private let problem: MakespanProblem

  init(_ problem: MakespanProblem) {
    self.problem = problem
  }

  /// A bound between one that is known and a makespan that can be reached.
  ///
  /// - Complexity: O(log(`makespan` - `known`)) propagations at most, since what refutes a makespan refutes the shorter ones.
  func lowerBound(from known: Int, upTo makespan: Int) -> Int {
    var low = known
    var high = max(known, makespan)
    while low < high {
      let middle = (low + high) / 2
      if isRefuted(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func isRefuted(_ makespan: Int) -> Bool {
    guard var solver = ClauseSolver(problem, makespan: makespan) else { return true }
    return !solver.propagate()
  }
}
