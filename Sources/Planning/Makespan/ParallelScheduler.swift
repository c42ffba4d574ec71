internal import RandomStreams

/// Parallel schedule generation with random choices: period by period, as many of the waiting activities start as fit.
///
/// Its schedules never leave capacity idle that a waiting activity could use. They are good from the start where resources are scarce, which is where serial
/// generation needs long to find its way. Source: Kolisch, *Serial and parallel resource-constrained project scheduling methods revisited*, 1996;
/// the choices are those of regret-based biased random sampling by the latest start (Tormos and Lova 2001).
struct ParallelScheduler: Sendable {
  private let problem: MakespanProblem
  private let packed: PackedCapacity
  private var free: [UInt64]

  init(_ problem: MakespanProblem) {
    self.problem = problem
    packed = PackedCapacity(problem)
    free = packed.free
  }

  /// Starts of a schedule; the weight of an activity is its regret plus one, raised to `bias`.
  ///
  /// - Complexity: O(n x (waiting activities + periods that are tried)).
  mutating func sample(bias: Int, into starts: inout [Int], _ stream: inout RandomStream) -> Int {
    let count = problem.activityCount
    for index in free.indices { free[index] = packed.free[index] }
    var waiting = (0..<count).map { problem.predecessorOffsets[$0 + 1] - problem.predecessorOffsets[$0] }
    var ready = problem.releases
    var pool = (0..<count).filter { waiting[$0] == 0 }
    var weights: [Double] = []
    var fitting: [Int] = []
    var period = pool.reduce(Int.max) { min($0, ready[$1]) }
    var makespan = 0
    while !pool.isEmpty {
      fitting = pool.filter { ready[$0] <= period && fits($0, at: period) }
      while !fitting.isEmpty {
        let least = fitting.reduce(Int.max) { min($0, problem.tails[$1]) }
        weights.removeAll(keepingCapacity: true)
        for activity in fitting {
          let regret = Double(problem.tails[activity] - least + 1)
          weights.append((0..<bias).reduce(1) { product, _ in product * regret })
        }
        let activity = fitting.remove(at: stream.weightedIndex(weights) ?? 0)
        let start = max(period, ready[activity])
        starts[activity] = start
        makespan = max(makespan, start + problem.durations[activity])
        take(activity, at: start)
        if let place = pool.firstIndex(of: activity) { pool.remove(at: place) }
        for link in problem.successors(of: activity) {
          ready[link.activity] = max(ready[link.activity], start + link.distance)
          waiting[link.activity] -= 1
          guard waiting[link.activity] == 0 else { continue }
          pool.append(link.activity)
          // What became ready in the past starts now, so that periods are visited once.
          ready[link.activity] = max(ready[link.activity], problem.releases[link.activity])
          if ready[link.activity] <= period { fitting.append(link.activity) }
        }
        fitting.removeAll { !fits($0, at: period) }
      }
      period += 1
    }
    return makespan
  }

  private func fits(_ activity: Int, at start: Int) -> Bool {
    guard packed.usesCapacity[activity] else { return true }
    let count = packed.wordCount
    for period in start + packed.margin..<start + packed.margin + problem.durations[activity] {
      for word in 0..<count {
        let left =
          (free[period * count + word] | packed.guards[word]) &- packed.needs[activity * count + word]
        if left & packed.guards[word] != packed.guards[word] { return false }
      }
    }
    return true
  }

  private mutating func take(_ activity: Int, at start: Int) {
    guard packed.usesCapacity[activity] else { return }
    let count = packed.wordCount
    for period in start + packed.margin..<start + packed.margin + problem.durations[activity] {
      for word in 0..<count { free[period * count + word] &-= packed.needs[activity * count + word] }
    }
  }
}
