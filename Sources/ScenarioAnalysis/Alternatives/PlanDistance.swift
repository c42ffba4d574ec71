internal import RoadmapModel

/// How different two schedules are: over which capabilities are in, and when.
///
/// Each capability that is in one of the schedules counts 1 when it is not in the other, and otherwise its shift as a share of ``fullShift``, at most 1; the distance is
/// the mean. It is 0 for equal schedules and 1 for those that have nothing in common.
struct PlanDistance: Sendable {
  /// A shift by so many weeks is as much as not being there.
  static let fullShift = 52.0

  /// The distance between two schedules.
  static func between(_ left: Schedule, _ right: Schedule) -> Double {
    let ids = Set(left.starts.keys).union(right.starts.keys).sorted()
    guard !ids.isEmpty else { return 0 }
    let sum = ids.reduce(0.0) { sum, id in
      guard let first = left.starts[id], let second = right.starts[id] else { return sum + 1 }
      return sum + min(1, Double(abs(first.index - second.index)) / fullShift)
    }
    return sum / Double(ids.count)
  }
}
