/// Proves how short a schedule can be, by search.
///
/// First, schedules shorter than the best known are looked for until there is provably none; when that stays open, the least makespan that cannot
/// be refuted is a lower bound (destructive improvement, Klein and Scholl, *Computing lower bounds by destructive improvement*, 1999). Lags of
/// any sign and capacity that changes over time are part of the propagation, so every proof covers them.
struct MakespanProof: Sendable {
  /// What was proved.
  struct Result: Sendable {
    /// The best schedule.
    fileprivate(set) var best: MakespanSchedule
    /// No schedule is shorter than this; more than the period count when no schedule fits at all.
    fileprivate(set) var lowerBound: Int
    /// The failures that the search met: its work.
    fileprivate(set) var nodes: Int
    fileprivate let horizon: Int

    /// Whether the best schedule fits and is a shortest one.
    var isOptimal: Bool { lowerBound >= best.makespan && best.makespan <= horizon }
  }

  private let problem: MakespanProblem
  private let lowerBound: Int?

  /// A proof for a problem.
  ///
  /// - Parameter lowerBound: that of ``MakespanBounds``, when it is known already.
  init(_ problem: MakespanProblem, lowerBound: Int? = nil) {
    self.problem = problem
    self.lowerBound = lowerBound
  }

  /// Whether every rule of a problem is part of the proof: all are, when periods fit into 32 bits.
  static func applies(to problem: MakespanProblem) -> Bool {
    problem.periodCount < Int(Int32.max) / 4
  }

  /// Searches for shorter schedules and for a better bound.
  ///
  /// - Parameters:
  ///   - upper: a feasible schedule; when its makespan exceeds the period count, any that fits is better.
  ///   - nodeLimit: the failures after which the search ends.
  ///   - stop: is asked now and then whether to end early.
  func run(
    upper: MakespanSchedule, nodeLimit: Int, stop: @Sendable () -> Bool = { false }
  ) -> Result {
    var result = Result(
      best: upper, lowerBound: problem.criticalPathLength, nodes: 0, horizon: problem.periodCount)
    guard Self.applies(to: problem) else { return result }
    result.lowerBound = max(
      result.lowerBound, lowerBound ?? MakespanBounds(problem).lowerBound(upTo: upper.makespan))
    improve(&result, limit: nodeLimit - nodeLimit / 4, stop)
    refute(&result, limit: nodeLimit, stop)
    return result
  }

  /// Looks for ever shorter schedules until there is none.
  private func improve(_ result: inout Result, limit: Int, _ stop: () -> Bool) {
    while result.lowerBound < result.best.makespan, result.nodes < limit, !stop() {
      guard var solver = ClauseSolver(problem, makespan: result.best.makespan - 1) else {
        result.lowerBound = min(result.best.makespan, problem.periodCount + 1)
        return
      }
      switch solver.solve(conflicts: &result.nodes, limit: limit, stop: stop) {
      case .schedule(let starts):
        let makespan = starts.indices.reduce(0) { max($0, starts[$1] + problem.durations[$1]) }
        result.best = MakespanSchedule(
          starts: starts, makespan: makespan, schedules: result.best.schedules)
      case .impossible: result.lowerBound = min(result.best.makespan, problem.periodCount + 1)
      case .open: return
      }
      if result.lowerBound > problem.periodCount { return }
    }
  }

  /// Refutes makespans from the lower bound on.
  private func refute(_ result: inout Result, limit: Int, _ stop: () -> Bool) {
    while result.lowerBound < min(result.best.makespan, problem.periodCount + 1), result.nodes < limit,
      !stop()
    {
      guard var solver = ClauseSolver(problem, makespan: result.lowerBound) else {
        result.lowerBound += 1
        continue
      }
      switch solver.solve(conflicts: &result.nodes, limit: limit, stop: stop) {
      case .schedule(let starts):
        // Everything shorter has been refuted.
        result.best = MakespanSchedule(
          starts: starts, makespan: result.lowerBound, schedules: result.best.schedules)
      case .impossible: result.lowerBound += 1
      case .open: return
      }
    }
  }
}
