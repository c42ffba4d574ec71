/// Serial schedule generation in both directions of time.
///
/// Forwards, each activity of an order starts as early as those before it in the order allow; backwards, the order is read from the last activity
/// to the first, and each finishes as late as those after it allow. Source: Kelley 1963; Kolisch, *Serial and parallel
/// resource-constrained project scheduling methods revisited*, 1996; the other direction is that of forward-backward improvement (Li and Willis 1992).
struct SerialScheduler: Sendable {
  private let problem: MakespanProblem
  private let packed: PackedCapacity
  /// The predecessors of each activity as a flat list: offset, then activity and distance.
  private let before: FlatLinks
  private let after: FlatLinks
  private var free: [UInt64]

  /// Links of all activities in two flat columns.
  private struct FlatLinks: Sendable {
    let offsets: [Int]
    let activities: [Int]
    let distances: [Int]

    init(_ offsets: [Int], _ links: [MakespanProblem.Link]) {
      self.offsets = offsets
      activities = links.map(\.activity)
      distances = links.map(\.distance)
    }
  }

  /// A scheduler with working space of its own.
  init(_ problem: MakespanProblem) {
    self.problem = problem
    packed = PackedCapacity(problem)
    before = FlatLinks(problem.predecessorOffsets, problem.predecessors)
    after = FlatLinks(problem.successorOffsets, problem.successors)
    free = packed.free
  }

  /// Schedules forwards: the starts for an order in which everything stands after what it waits for, the makespan, and the number of activities placed.
  ///
  /// As soon as precedence alone makes the makespan exceed the limit, the rest is left out, and the makespan is `Int.max`. A makespan greater
  /// than the period count says that something found no place before the end of the horizon.
  ///
  /// - Complexity: O(precedences + activities x periods that are tried).
  mutating func forward(_ order: [Int], limit: Int = Int.max, into starts: inout [Int]) -> (
    makespan: Int, placed: Int
  ) {
    reset()
    var makespan = 0
    for (place, activity) in order.enumerated() {
      var earliest = problem.releases[activity]
      for index in before.offsets[activity]..<before.offsets[activity + 1] {
        earliest = max(earliest, starts[before.activities[index]] + before.distances[index])
      }
      let duration = problem.durations[activity]
      if packed.usesCapacity[activity] {
        earliest = packed.wordCount == 1 ? placeEarly(activity, earliest) : placeEarlyWide(activity, earliest)
      }
      starts[activity] = earliest
      makespan = max(makespan, earliest + duration)
      if earliest + problem.tails[activity] > limit { return (Int.max, place + 1) }
    }
    return (makespan, order.count)
  }

  /// Schedules backwards from a deadline: the starts for an order that is read from its end, their length, and the number of activities placed.
  ///
  /// Starts may come out too early, even negative. The length is the least deadline at which none would be before its head. As soon as it exceeds the limit, the rest is left out, and
  /// the length is `Int.max`.
  mutating func backward(
    _ order: [Int], deadline: Int, limit: Int = Int.max, into starts: inout [Int]
  ) -> (length: Int, placed: Int) {
    reset()
    var length = 0
    for (place, activity) in order.reversed().enumerated() {
      let duration = problem.durations[activity]
      var latest = deadline - duration
      for index in after.offsets[activity]..<after.offsets[activity + 1] {
        latest = min(latest, starts[after.activities[index]] - after.distances[index])
      }
      if packed.usesCapacity[activity] {
        latest = packed.wordCount == 1 ? placeLate(activity, latest) : placeLateWide(activity, latest)
      }
      starts[activity] = latest
      length = max(length, deadline - latest + problem.heads[activity])
      if length > limit { return (Int.max, place + 1) }
    }
    return (length, order.count)
  }

  /// Gives all capacity back.
  private mutating func reset() {
    packed.free.withUnsafeBufferPointer { source in
      free.withUnsafeMutableBufferPointer { target in
        _ = target.update(fromContentsOf: source)
      }
    }
  }

  /// Takes the earliest place from a period on; returns its start.
  private mutating func placeEarly(_ activity: Int, _ earliest: Int) -> Int {
    let duration = problem.durations[activity]
    let need = packed.needs[activity]
    let guards = packed.guards[0]
    let margin = packed.margin
    return free.withUnsafeMutableBufferPointer { free in
      var start = earliest + margin
      var period = start
      while period < start + duration {
        if ((free[period] | guards) &- need) & guards != guards { start = period + 1 }
        period += 1
      }
      for period in start..<start + duration { free[period] &-= need }
      return start - margin
    }
  }

  /// Takes the latest place that starts in a period or before; returns its start.
  private mutating func placeLate(_ activity: Int, _ latest: Int) -> Int {
    let duration = problem.durations[activity]
    let need = packed.needs[activity]
    let guards = packed.guards[0]
    let margin = packed.margin
    return free.withUnsafeMutableBufferPointer { free in
      var end = latest + margin + duration
      var period = end - 1
      while period >= end - duration {
        if ((free[period] | guards) &- need) & guards != guards { end = period }
        period -= 1
      }
      for period in end - duration..<end { free[period] &-= need }
      return end - duration - margin
    }
  }

  /// As `placeEarly`, when a period has several words.
  private mutating func placeEarlyWide(_ activity: Int, _ earliest: Int) -> Int {
    let duration = problem.durations[activity]
    var start = earliest + packed.margin
    var period = start
    while period < start + duration {
      if !fits(activity, at: period) { start = period + 1 }
      period += 1
    }
    take(activity, from: start, to: start + duration)
    return start - packed.margin
  }

  /// As `placeLate`, when a period has several words.
  private mutating func placeLateWide(_ activity: Int, _ latest: Int) -> Int {
    let duration = problem.durations[activity]
    var end = latest + packed.margin + duration
    var period = end - 1
    while period >= end - duration {
      if !fits(activity, at: period) { end = period }
      period -= 1
    }
    take(activity, from: end - duration, to: end)
    return end - duration - packed.margin
  }

  private func fits(_ activity: Int, at period: Int) -> Bool {
    let count = packed.wordCount
    for word in 0..<count {
      let guards = packed.guards[word]
      let left = (free[period * count + word] | guards) &- packed.needs[activity * count + word]
      if left & guards != guards { return false }
    }
    return true
  }

  private mutating func take(_ activity: Int, from start: Int, to end: Int) {
    let count = packed.wordCount
    for period in start..<end {
      for word in 0..<count { free[period * count + word] &-= packed.needs[activity * count + word] }
    }
  }
}
