/// A statement about one start: `start >= t`, or its contrary `start < t`.
///
/// Statements are numbered, so that clauses are rows of numbers and the contrary of a statement is one bit away. Starts need not be all periods of a window: there
/// is a pair of statements for each start that is possible but the first, and all statements that mean the same have the same number.
struct BoundLiterals: Sendable {
  /// The statement that is always true.
  static let always: Int32 = -1

  /// The least start of each activity that is possible at all, and the greatest.
  let least: [Int]
  let greatest: [Int]
  /// The possible starts of each activity, one after the other, and where those of each begin; one entry more than there are activities.
  let starts: [Int32]
  let startOffsets: [Int]
  /// For each activity and each period from its least start on, the number of its starts before that; and where the row of each activity begins.
  private let ranks: [Int32]
  private let rankOffsets: [Int]
  /// The activity of each pair.
  let activities: [Int32]
  /// The start `t` of each pair.
  let periods: [Int32]

  /// Statements about possible starts: not empty, ascending.
  init(starts possible: [[Int]]) {
    var starts: [Int32] = []
    var startOffsets = [0]
    var ranks: [Int32] = []
    var rankOffsets: [Int] = []
    var activities: [Int32] = []
    for (activity, row) in possible.enumerated() {
      rankOffsets.append(ranks.count)
      for (rank, start) in row.enumerated() {
        // Up to this start, as many starts as `rank` come before.
        while ranks.count - rankOffsets[activity] <= start - row[0] { ranks.append(Int32(rank)) }
        starts.append(Int32(start))
        activities.append(Int32(activity))
      }
      startOffsets.append(starts.count)
    }
    self.starts = starts
    self.startOffsets = startOffsets
    self.ranks = ranks
    self.rankOffsets = rankOffsets
    self.activities = activities
    periods = starts
    least = possible.map { $0[0] }
    greatest = possible.map { $0[$0.count - 1] }
  }

  /// The number of pairs, of which the first of each activity is not used.
  var count: Int { activities.count }

  /// The place, among all starts, of the first start of an activity that is not before a period; the end of the row when there is none.
  func place(_ activity: Int, from period: Int) -> Int {
    if period <= least[activity] { return startOffsets[activity] }
    if period > greatest[activity] { return startOffsets[activity + 1] }
    return startOffsets[activity] + Int(ranks[rankOffsets[activity] + period - least[activity]])
  }

  /// The place, among all starts, of the last start of an activity that is not after a period; one before the row when there is none.
  func place(_ activity: Int, through period: Int) -> Int { place(activity, from: period + 1) - 1 }

  /// `start >= period`; must not be contrary to the limits.
  func atLeast(_ activity: Int, _ period: Int) -> Int32 {
    period <= least[activity] ? Self.always : Int32(2 * place(activity, from: period))
  }

  /// `start <= period`; must not be contrary to the limits.
  func atMost(_ activity: Int, _ period: Int) -> Int32 {
    period >= greatest[activity] ? Self.always : Int32(2 * place(activity, from: period + 1) + 1)
  }

  /// The least period for which `start >= period` means the same.
  func weakest(_ activity: Int, _ period: Int) -> Int {
    let place = place(activity, from: period)
    return place == startOffsets[activity] ? least[activity] : Int(starts[place - 1]) + 1
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
