/// A statement about one start: `start >= t`, or its contrary `start < t`.
///
/// Statements are numbered, so that clauses are rows of numbers and the contrary of a statement is one bit away.
struct BoundLiterals: Sendable {
  /// The statement that is always true.
  static let always: Int32 = -1

  /// The least start of each activity that is possible at all, and the greatest.
  let least: [Int]
  let greatest: [Int]
  /// The number of the pair `start >= least` of each activity.
  private let offsets: [Int]
  /// The activity of each pair.
  let activities: [Int32]
  /// The period `t` of each pair.
  let periods: [Int32]

  init(least: [Int], greatest: [Int]) {
    self.least = least
    self.greatest = greatest
    var offsets: [Int] = []
    var activities: [Int32] = []
    var periods: [Int32] = []
    for activity in least.indices {
      offsets.append(activities.count)
      for period in least[activity]...max(least[activity], greatest[activity] + 1) {
        activities.append(Int32(activity))
        periods.append(Int32(period))
      }
    }
    self.offsets = offsets
    self.activities = activities
    self.periods = periods
  }

  /// The number of pairs.
  var count: Int { activities.count }

  /// `start >= period`; must not be contrary to the limits.
  func atLeast(_ activity: Int, _ period: Int) -> Int32 {
    period <= least[activity] ? Self.always : Int32(2 * (offsets[activity] + period - least[activity]))
  }

  /// `start <= period`; must not be contrary to the limits.
  func atMost(_ activity: Int, _ period: Int) -> Int32 {
    period >= greatest[activity]
      ? Self.always : Int32(2 * (offsets[activity] + period + 1 - least[activity]) + 1)
  }
}

/// One change of a bound, as it is kept to be undone and to be explained.
struct BoundChange: Sendable {
  /// Twice the activity, plus one when the latest start changed.
  let side: Int32
  /// The bound before.
  let old: Int32
  /// The bound after.
  let new: Int32
  /// The change before this one of the same side, or -1.
  let previous: Int32
  /// Why.
  let reason: ChangeReason
}

/// Why a bound changed.
enum ChangeReason: Sendable {
  /// It was tried, or it holds from the beginning.
  case decision
  /// A learned clause of which all other statements are false.
  case clause(Int32)
  /// A start that is at least so many periods earlier, or later, has moved.
  case precedence(activity: Int32, distance: Int32)
  /// Statements that were noted down, by their place.
  case noted(from: Int32, count: Int32)
}
