/// The earliest and latest starts of a generated roadmap by prerequisites, freezes and the deadline alone.
struct StartWindows {
  /// The earliest start of each capability.
  private(set) var earliest: [Int]
  /// The latest start of each capability.
  private(set) var latest: [Int]
  /// The earliest period in which all goals can be live.
  let earliestTarget: Int

  /// Finds the windows; capabilities wait for lower numbers only, so one pass in each direction is enough.
  ///
  /// - Complexity: O(prerequisites + capabilities x frozen periods).
  init(_ network: RoadmapNetwork, frozen: [Int], periodCount: Int, deadline: Int) {
    let durations = network.durations
    let isFrozen = Set(frozen)
    var earliest = [Int](repeating: 0, count: durations.count)
    for capability in durations.indices {
      for requirement in network.requirements[capability] {
        let live = requirement.slots.compactMap { $0.map { earliest[$0] + durations[$0] }.min() }.sorted()
        earliest[capability] = max(earliest[capability], live[requirement.atLeast - 1] + requirement.lag)
      }
      while isFrozen.contains(earliest[capability] + durations[capability]) { earliest[capability] += 1 }
    }
    var latest = durations.map { min(periodCount - $0, periodCount - 1) }
    for goal in network.goals { latest[goal] = min(latest[goal], deadline - durations[goal]) }
    for capability in durations.indices.reversed() where network.isRequired[capability] {
      for requirement in network.requirements[capability] where requirement.slots.count == requirement.atLeast
      {
        for slot in requirement.slots where slot.count == 1 {
          latest[slot[0]] = min(latest[slot[0]], latest[capability] - requirement.lag - durations[slot[0]])
        }
      }
    }
    earliestTarget = network.goals.map { earliest[$0] + durations[$0] }.max() ?? 0
    self.earliest = earliest
    self.latest = latest
  }
}
