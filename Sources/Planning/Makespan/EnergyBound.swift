/// The shortest makespan in which every resource can do its work, whatever the order.
///
/// Activities with a head of at least `a`, and at least `b` periods of others after their finish, run between period `a` and `b` periods before the
/// end. Their work, units times periods, must fit into the capacity of that window; the bound is the least makespan for which that holds for all
/// windows and resources. Source: the capacity bound of Stinson, Davis, Khumawala 1978, for every head and tail as in Carlier and Latapie 1991.
struct EnergyBound: Sendable {
  private let problem: MakespanProblem

  init(_ problem: MakespanProblem) {
    self.problem = problem
  }

  /// The bound; more than the period count when the work fits into no window.
  ///
  /// - Complexity: O(resources x n x (n + log periods)).
  func lowerBound() -> Int {
    (0..<problem.resourceCount).reduce(0) { max($0, lowerBound(of: $1)) }
  }

  private func lowerBound(of resource: Int) -> Int {
    // The capacity of all periods before each.
    var before: [Int64] = [0]
    for period in 0..<problem.periodCount {
      before.append(before[period] + problem.capacity[resource * problem.periodCount + period])
    }
    var users: [(head: Int, after: Int, work: Int64)] = []
    for activity in 0..<problem.activityCount {
      for need in problem.needs(of: activity) where need.resource == resource {
        let duration = problem.durations[activity]
        users.append(
          (problem.heads[activity], problem.tails[activity] - duration, need.units * Int64(duration)))
      }
    }
    users.sort { $0.after > $1.after }
    var bound = 0
    var head = -1
    while let next = users.lazy.map(\.head).filter({ $0 > head }).min() {
      head = next
      var work: Int64 = 0
      for user in users where user.head >= head {
        work += user.work
        bound = max(bound, user.after + end(of: work, from: head, before))
      }
    }
    return bound
  }

  /// The first period by which so much capacity has passed since a period; beyond the horizon when there is less.
  private func end(of work: Int64, from start: Int, _ before: [Int64]) -> Int {
    guard work > 0 else { return start }
    guard start < problem.periodCount, before[problem.periodCount] - before[start] >= work else {
      return problem.periodCount + 1
    }
    var low = start
    var high = problem.periodCount
    while low < high {
      let middle = (low + high) / 2
      if before[middle] - before[start] >= work { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
