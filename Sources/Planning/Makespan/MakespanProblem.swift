/// The resource-constrained project scheduling problem, dense and immutable: the least makespan of activities that wait for each other and share
/// capacity.
///
/// Activities are `0 ..< activityCount` and run for `durations[i]` whole periods without interruption. Each starts at its release or later, and
/// `start(v) >= start(u) + duration(u) + lag` holds for every link from `u` to `v`. In each period in which it runs, an activity takes its needs of
/// the capacity, which may change from period to period. The makespan is the greatest `start + duration` over all activities.
struct MakespanProblem: Sendable {
  /// A precedence relation as its author states it.
  struct Precedence: Hashable, Sendable {
    /// The activity that comes first.
    let from: Int
    /// The activity that waits.
    let to: Int
    /// Periods from the finish of the first to the start of the second, at least; may be negative.
    let lag: Int

    /// A precedence relation.
    init(from: Int, to: Int, lag: Int = 0) {
      self.from = from
      self.to = to
      self.lag = lag
    }
  }

  /// Units of one resource in every period of work.
  struct Need: Hashable, Sendable {
    /// The resource.
    let resource: Int
    /// The units; positive.
    let units: Int64

    /// A need.
    init(resource: Int, units: Int64) {
      self.resource = resource
      self.units = units
    }
  }

  /// One end of a precedence relation, seen from the other.
  struct Link: Hashable, Sendable {
    /// The activity at the other end.
    let activity: Int
    /// Periods from the start of the earlier activity to the start of the later, at least: its duration and the lag.
    let distance: Int
  }

  /// The longest duration, release and lag; sums of them are far from overflowing.
  static let greatestTime = 1 << 20
  /// The greatest capacity, for the same reason.
  static let greatestUnits: Int64 = 1 << 40

  /// The number of activities.
  let activityCount: Int
  /// The number of periods that have a capacity of their own; the makespan of a feasible schedule is no greater.
  let periodCount: Int
  /// The number of resources.
  let resourceCount: Int
  /// Periods of work.
  let durations: [Int]
  /// The earliest starts by time alone.
  let releases: [Int]
  /// Units by resource and period, row by row.
  let capacity: [Int64]
  /// What activities wait for: the ranges of `predecessors`, one entry more than there are activities.
  let predecessorOffsets: [Int]
  let predecessors: [Link]
  /// What waits for activities, in the same form.
  let successorOffsets: [Int]
  let successors: [Link]
  /// What activities need, in the same form; zero needs are left out.
  let needOffsets: [Int]
  let needs: [Need]
  /// The activities, each after what it waits for.
  let topologicalOrder: [Int]
  /// The place of each activity in `topologicalOrder`.
  let topologicalRank: [Int]
  /// The earliest start of each activity by releases and precedence: the longest path to it.
  let heads: [Int]
  /// The periods from the start of each activity to the end of everything that waits for it: the longest path from it.
  let tails: [Int]
  /// The greatest capacity of each resource in any period.
  let greatestCapacity: [Int64]

  /// A problem; nil when precedence has a cycle, a need exceeds the capacity of every period, or sizes do not fit.
  ///
  /// - Parameters:
  ///   - durations: periods of work of each activity, not negative.
  ///   - releases: the earliest start of each activity, not negative; empty for none.
  ///   - needs: the needs of each activity.
  ///   - capacity: units by resource and period, row by row with `periodCount` columns.
  /// - Complexity: O(activities + precedences + capacity).
  init?(
    durations: [Int], releases: [Int] = [], precedences: [Precedence], needs: [[Need]], capacity: [Int64],
    periodCount: Int
  ) {
    let count = durations.count
    let releases = releases.isEmpty ? [Int](repeating: 0, count: count) : releases
    guard releases.count == count, needs.count == count, periodCount > 0, capacity.count % periodCount == 0,
      durations.allSatisfy({ (0...Self.greatestTime).contains($0) }),
      releases.allSatisfy({ (0...Self.greatestTime).contains($0) }),
      capacity.allSatisfy({ (0...Self.greatestUnits).contains($0) }),
      precedences.allSatisfy({ abs($0.lag) <= Self.greatestTime }),
      precedences.allSatisfy({ (0..<count).contains($0.from) && (0..<count).contains($0.to) })
    else { return nil }
    let resourceCount = capacity.count / periodCount
    let greatest = (0..<resourceCount).map { resource in
      capacity[resource * periodCount..<(resource + 1) * periodCount].reduce(0, max)
    }
    guard let merged = Self.merged(needs, greatest) else { return nil }
    activityCount = count
    self.periodCount = periodCount
    self.resourceCount = resourceCount
    self.durations = durations
    self.releases = releases
    self.capacity = capacity
    greatestCapacity = greatest
    (predecessorOffsets, predecessors) = Self.rows(
      precedences.map { ($0.to, Link(activity: $0.from, distance: durations[$0.from] + $0.lag)) }, count)
    (successorOffsets, successors) = Self.rows(
      precedences.map { ($0.from, Link(activity: $0.to, distance: durations[$0.from] + $0.lag)) }, count)
    (needOffsets, self.needs) = Self.rows(merged, count)
    guard let order = Self.order(predecessorOffsets, successorOffsets, successors) else { return nil }
    topologicalOrder = order
    var rank = [Int](repeating: 0, count: count)
    for (place, activity) in order.enumerated() { rank[activity] = place }
    topologicalRank = rank
    var heads = releases
    for activity in order {
      for link in successors[successorOffsets[activity]..<successorOffsets[activity + 1]] {
        heads[link.activity] = max(heads[link.activity], heads[activity] + link.distance)
      }
    }
    self.heads = heads
    var tails = durations
    for activity in order.reversed() {
      for link in successors[successorOffsets[activity]..<successorOffsets[activity + 1]] {
        tails[activity] = max(tails[activity], link.distance + tails[link.activity])
      }
    }
    self.tails = tails
  }

  /// What an activity waits for.
  func predecessors(of activity: Int) -> ArraySlice<Link> {
    predecessors[predecessorOffsets[activity]..<predecessorOffsets[activity + 1]]
  }

  /// What waits for an activity.
  func successors(of activity: Int) -> ArraySlice<Link> {
    successors[successorOffsets[activity]..<successorOffsets[activity + 1]]
  }

  /// What an activity needs.
  func needs(of activity: Int) -> ArraySlice<Need> {
    needs[needOffsets[activity]..<needOffsets[activity + 1]]
  }

  /// The longest path through releases and precedence; no schedule is shorter.
  var criticalPathLength: Int {
    (0..<activityCount).reduce(0) { max($0, heads[$1] + tails[$1]) }
  }

  /// The positive needs of all activities, one for each resource; nil when one can never be met.
  private static func merged(_ needs: [[Need]], _ greatest: [Int64]) -> [(Int, Need)]? {
    var merged: [(Int, Need)] = []
    for (activity, row) in needs.enumerated() {
      var units = [Int64](repeating: 0, count: greatest.count)
      for need in row {
        guard greatest.indices.contains(need.resource), need.units >= 0,
          need.units <= greatest[need.resource] - units[need.resource]
        else { return nil }
        units[need.resource] += need.units
      }
      for (resource, units) in units.enumerated() where units > 0 {
        merged.append((activity, Need(resource: resource, units: units)))
      }
    }
    return merged
  }

  /// Sorts pairs of row and value by row, keeping their order (compressed sparse rows).
  private static func rows<Value>(_ pairs: [(Int, Value)], _ count: Int) -> ([Int], [Value]) {
    var offsets = [Int](repeating: 0, count: count + 1)
    for (row, _) in pairs { offsets[row + 1] += 1 }
    for row in 0..<count { offsets[row + 1] += offsets[row] }
    var next = offsets
    var places = [Int](repeating: 0, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
      places[next[pair.0]] = index
      next[pair.0] += 1
    }
    return (offsets, places.map { pairs[$0].1 })
  }

  /// An order in which everything stands after what it waits for; nil when there is a cycle (Kahn 1962).
  private static func order(_ predecessorOffsets: [Int], _ offsets: [Int], _ successors: [Link]) -> [Int]? {
    let count = offsets.count - 1
    var waiting = (0..<count).map { predecessorOffsets[$0 + 1] - predecessorOffsets[$0] }
    var order = (0..<count).filter { waiting[$0] == 0 }
    order.reserveCapacity(count)
    var next = 0
    while next < order.count {
      for link in successors[offsets[order[next]]..<offsets[order[next] + 1]] {
        waiting[link.activity] -= 1
        if waiting[link.activity] == 0 { order.append(link.activity) }
      }
      next += 1
    }
    return order.count == count ? order : nil
  }
}
