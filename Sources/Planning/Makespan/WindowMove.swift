internal import RandomStreams

/// How much capacity a schedule uses, as sums from the beginning.
struct UseProfile: Sendable {
  /// The use in all periods before each; one entry more than periods.
  private let before: [Double]

  /// The profile of starts.
  ///
  /// - Parameter weights: the share of capacity that each activity takes in a period of work.
  /// - Complexity: O(n + makespan).
  init(of starts: [Int], durations: [Int], weights: [Double], makespan: Int) {
    var use = [Double](repeating: 0, count: makespan + 1)
    for activity in starts.indices {
      use[starts[activity]] += weights[activity]
      use[starts[activity] + durations[activity]] -= weights[activity]
    }
    var level = 0.0
    var sum = 0.0
    for period in 0...makespan {
      level += use[period]
      use[period] = sum
      sum += level
    }
    before = use
  }

  /// The mean use in a window; 0 where the schedule is over.
  func mean(in window: Range<Int>) -> Double {
    let first = max(0, window.lowerBound)
    let last = min(before.count - 1, window.upperBound)
    return first < last ? (before[last] - before[first]) / Double(last - first) : 0
  }
}

/// Changes of the order of a schedule in a window of time; outside of it, the order stays.
///
/// A move either moves keys at random, or takes the order inside the window from another schedule of the population: of several windows and other schedules, the pair in
/// which the other uses most capacity beyond what the schedule uses. Together with the packing to the other side that follows, it takes a part of a
/// schedule apart and puts it together again. Source: the block neighbourhood of Palpant, Artigues, Michelon, *LSSPER: solving the resource-constrained project scheduling
/// problem with large neighbourhood search*, 2004; taking busy parts from others is the idea of the peak crossover of Valls, Ballestin, Quintanilla, *A hybrid genetic
/// algorithm for the resource-constrained project scheduling problem*, 2008.
struct WindowMove: Sendable {
  private let problem: MakespanProblem
  private let parameters: MakespanSearchParameters
  /// The share of the greatest capacity that each activity takes, summed over resources.
  private let weights: [Double]

  init(_ problem: MakespanProblem, _ parameters: MakespanSearchParameters) {
    self.problem = problem
    self.parameters = parameters
    weights = (0..<problem.activityCount).map { activity in
      problem.needs(of: activity).reduce(0) { sum, need in
        sum + Double(need.units) / Double(max(1, problem.greatestCapacity[need.resource]))
      }
    }
  }

  /// The use of capacity by a schedule.
  func use(of starts: [Int], _ makespan: Int) -> UseProfile {
    UseProfile(of: starts, durations: problem.durations, weights: weights, makespan: makespan)
  }

  /// Keys that order activities by their starts in schedules that are packed to the right, by their finish in others; changed in a window.
  ///
  /// - Parameters:
  ///   - index: the schedule, among those that it may learn from.
  ///   - isLate: whether they are packed to the right.
  /// - Complexity: O(n).
  func keys(
    of index: Int, among members: [MakespanIsland.Member], isLate: Bool, into keys: inout [Int],
    _ stream: inout RandomStream
  ) {
    let member = members[index]
    let isMix = stream.bernoulli(parameters.mixShare)
    if isMix, let (window, other) = busierWindow(than: member, among: members, &stream) {
      mix(member.starts, with: members[other].starts, in: window, isLate: isLate, &keys)
    } else {
      jitter(member.starts, in: idleWindow(of: member, &stream), isLate: isLate, &keys, &stream)
    }
  }

  /// Takes the order in a window from another schedule.
  private func mix(
    _ starts: [Int], with other: [Int], in window: Range<Int>, isLate: Bool, _ keys: inout [Int]
  ) {
    // A distance that no key of either schedule can bridge.
    let far = 1 << 40
    for activity in starts.indices {
      let duration = problem.durations[activity]
      let middle = starts[activity] + duration / 2
      let offset = isLate ? 0 : duration
      keys[activity] =
        middle < window.lowerBound
        ? starts[activity] + offset - far
        : middle >= window.upperBound ? starts[activity] + offset + far : other[activity] + offset
    }
  }

  /// Moves some of the activities in a window at random.
  private func jitter(
    _ starts: [Int], in window: Range<Int>, isLate: Bool, _ keys: inout [Int], _ stream: inout RandomStream
  ) {
    for activity in starts.indices {
      let duration = problem.durations[activity]
      keys[activity] = starts[activity] + (isLate ? 0 : duration)
      if window.contains(starts[activity] + duration / 2), stream.bernoulli(parameters.jitterShare) {
        keys[activity] += stream.integer(in: -parameters.jitter...parameters.jitter)
      }
    }
  }

  /// Of some random windows and other schedules, those in which the other uses most beyond what the schedule uses: there is most to learn.
  ///
  /// - Returns: nil when none uses more.
  private func busierWindow(
    than member: MakespanIsland.Member, among members: [MakespanIsland.Member], _ stream: inout RandomStream
  ) -> (window: Range<Int>, other: Int)? {
    var best = (gain: 0.0, window: 0..<0, other: 0)
    for _ in 0..<parameters.pairs {
      let other = stream.integer(below: members.count)
      let window = window(of: member.makespan, overhang: 4, &stream)
      let gain = members[other].use.mean(in: window) - member.use.mean(in: window)
      if gain > best.gain { best = (gain, window, other) }
    }
    return best.gain > 0 ? (best.window, best.other) : nil
  }

  /// Of two random windows, the one in which less capacity is used: there is more to gain.
  private func idleWindow(of member: MakespanIsland.Member, _ stream: inout RandomStream) -> Range<Int> {
    let first = window(of: member.makespan, overhang: 2, &stream)
    let second = window(of: member.makespan, overhang: 4, &stream)
    return member.use.mean(in: second) < member.use.mean(in: first) ? second : first
  }

  /// A random window, of which a part of so many may lie outside of the schedule.
  private func window(of makespan: Int, overhang: Int, _ stream: inout RandomStream) -> Range<Int> {
    let size = stream.integer(in: parameters.window...3 * parameters.window)
    let low = stream.integer(in: -size / overhang...max(0, makespan - size + size / overhang))
    return low..<low + size
  }
}
