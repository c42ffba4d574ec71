internal import RoadmapModel

/// How good a schedule is: rules first, then the objective, then its tie-break.
///
/// All are exact integers, so that every machine agrees.
struct Fitness: Hashable, Sendable, Comparable {
  /// How far the schedule is from keeping all rules; 0 when it keeps them.
  var violation: Int
  /// The objective; larger is better.
  var primary: Int64
  /// What decides between schedules of the same objective; larger is better.
  var secondary: Int64

  /// Tells whether the first schedule is worse.
  static func < (left: Fitness, right: Fitness) -> Bool {
    if left.violation != right.violation { return left.violation > right.violation }
    if left.primary != right.primary { return left.primary < right.primary }
    return left.secondary < right.secondary
  }
}
