/// Capacity and needs of all resources, several resources side by side in one machine word.
///
/// Each resource has a field wide enough for its greatest capacity and, above it, a guard bit that is always zero in what is free. With the guard
/// bits set, subtracting the needs borrows from a guard bit exactly where something is missing, so that one subtraction tests all fields of a word
/// (the "SIMD within a register" of Lamport, *Multiple byte processing with full-word instructions*, 1975).
///
/// Beyond both ends of the horizon, each resource has its greatest capacity: whatever cannot be placed in time finds a place there, and the makespan
/// says so.
struct PackedCapacity: Sendable {
  /// The number of words for one period.
  let wordCount: Int
  /// The guard bits of each word.
  let guards: [UInt64]
  /// What each activity needs, `wordCount` words for each.
  let needs: [UInt64]
  /// Whether an activity needs anything and runs at all.
  let usesCapacity: [Bool]
  /// The number of periods before period 0, and after the last.
  let margin: Int
  /// The capacity of each period, `wordCount` words for each, from `-margin` on.
  let free: [UInt64]

  /// The packed form of a problem's capacity.
  ///
  /// - Complexity: O((periods + durations and lags) x resources).
  init(_ problem: MakespanProblem) {
    var places: [(word: Int, shift: UInt64)] = []
    var masks: [UInt64] = [0]
    var used = 0
    for greatest in problem.greatestCapacity {
      let width = 65 - greatest.leadingZeroBitCount
      if used + width > 64 {
        masks.append(0)
        used = 0
      }
      places.append((masks.count - 1, UInt64(used)))
      masks[masks.count - 1] |= 1 << UInt64(used + width - 1)
      used += width
    }
    wordCount = masks.count
    guards = masks
    var needs = [UInt64](repeating: 0, count: problem.activityCount * masks.count)
    for activity in 0..<problem.activityCount {
      for need in problem.needs(of: activity) {
        let place = places[need.resource]
        needs[activity * masks.count + place.word] += UInt64(need.units) << place.shift
      }
    }
    self.needs = needs
    usesCapacity = (0..<problem.activityCount).map {
      problem.durations[$0] > 0 && !problem.needs(of: $0).isEmpty
    }
    let longest = (0..<problem.activityCount).map { activity in
      problem.predecessors(of: activity).reduce(problem.durations[activity]) { max($0, abs($1.distance)) }
    }
    margin = longest.reduce(0, +) + (problem.releases.max() ?? 0) + 1
    var free = [UInt64](repeating: 0, count: (problem.periodCount + 2 * margin) * masks.count)
    for period in 0..<problem.periodCount + 2 * margin {
      let inside = period - margin
      for (resource, place) in places.enumerated() {
        let units =
          (0..<problem.periodCount).contains(inside)
          ? problem.capacity[resource * problem.periodCount + inside] : problem.greatestCapacity[resource]
        free[period * masks.count + place.word] += UInt64(units) << place.shift
      }
    }
    self.free = free
  }
}
