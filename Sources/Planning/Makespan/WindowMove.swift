internal import RandomStreams

/// Changes of the order of a schedule in a window of time; outside of it, the order stays.
///
/// A move either moves keys at random, or takes the order inside the window from another schedule of the population. Together with the two passes of
/// forward-backward improvement that follow, it takes a part of a schedule apart and puts it together again. Source: the block neighbourhood of
/// Palpant, Artigues, Michelon, *LSSPER: solving the resource-constrained project scheduling problem with large neighbourhood search*, 2004; the mix is
/// akin to the subproblem crossover of Debels and Vanhoucke 2007.
struct WindowMove: Sendable {
  private let problem: MakespanProblem
  private let parameters: MakespanSearchParameters
  /// The share of the greatest capacity that each activity takes, summed over resources.
  private let weights: [Double]
  /// The use of capacity in all periods before each.
  private var use: [Double] = []

  init(_ problem: MakespanProblem, _ parameters: MakespanSearchParameters) {
    self.problem = problem
    self.parameters = parameters
    weights = (0..<problem.activityCount).map { activity in
      problem.needs(of: activity).reduce(0) { sum, need in
        sum + Double(need.units) / Double(max(1, problem.greatestCapacity[need.resource]))
      }
    }
  }

  /// Keys that order activities by their finish, changed in a random window.
  ///
  /// - Complexity: O(n + makespan).
  mutating func keys(
    of starts: [Int], makespan: Int, other: [Int], into keys: inout [Int], _ stream: inout RandomStream
  ) {
    let window = window(of: starts, makespan, &stream)
    let isMix = stream.bernoulli(parameters.mixShare)
    // A distance that no key of either schedule can bridge.
    let far = 1 << 40
    for activity in starts.indices {
      let duration = problem.durations[activity]
      let middle = starts[activity] + duration / 2
      var key = starts[activity] + duration
      if isMix {
        if middle < window.lowerBound {
          key -= far
        } else if middle >= window.upperBound {
          key += far
        } else {
          key = other[activity] + duration
        }
      } else if window.contains(middle), stream.bernoulli(parameters.jitterShare) {
        key += stream.integer(in: -parameters.jitter...parameters.jitter)
      }
      keys[activity] = key
    }
  }

  /// Of two random windows, the one in which less capacity is used: there is more to gain.
  private mutating func window(of starts: [Int], _ makespan: Int, _ stream: inout RandomStream) -> Range<Int>
  {
    let size = stream.integer(in: parameters.window...3 * parameters.window)
    sumUse(of: starts, makespan)
    let first = stream.integer(in: -size / 2...max(0, makespan - size / 2))
    let second = stream.integer(in: -size / 4...max(0, makespan - size * 3 / 4))
    let low = meanUse(second, size, makespan) < meanUse(first, size, makespan) ? second : first
    return low..<low + size
  }

  /// Sets `use` from the differences that starts and finishes make.
  private mutating func sumUse(of starts: [Int], _ makespan: Int) {
    use.removeAll(keepingCapacity: true)
    use.append(contentsOf: repeatElement(0, count: makespan + 1))
    for activity in starts.indices {
      use[starts[activity]] += weights[activity]
      use[starts[activity] + problem.durations[activity]] -= weights[activity]
    }
    var level = 0.0
    var sum = 0.0
    for period in 0...makespan {
      level += use[period]
      use[period] = sum
      sum += level
    }
  }

  private func meanUse(_ low: Int, _ size: Int, _ makespan: Int) -> Double {
    let first = max(0, low)
    let last = min(makespan, low + size)
    return first < last ? (use[last] - use[first]) / Double(last - first) : 0
  }
}
