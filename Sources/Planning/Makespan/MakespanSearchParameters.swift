/// How the search for short schedules goes about it; the defaults were tuned on the PSPLIB set j120.
struct MakespanSearchParameters: Hashable, Sendable {
  /// The number of schedules that each island keeps.
  var population: Int
  /// The number of populations that evolve apart and exchange now and then.
  var islands: Int
  /// The shortest window that a move changes, in periods; the longest is three times that.
  var window: Int
  /// The greatest change of a key, in periods.
  var jitter = 25
  /// The chance of an activity in the window to be moved.
  var jitterShare: Double
  /// The share of moves that take the order inside the window from another schedule.
  var mixShare: Double
  /// The pairs of a window and another schedule, of which a move takes the most promising.
  var pairs: Int
  /// The periods by which a schedule may be longer than before when it is packed to the right; nil for any number.
  var excess: Int?
  /// The moves of each schedule until the longest is replaced by a copy of the shortest; nil for never.
  var copyInterval: Int?
  /// The greatest difference of starts, summed over activities, at which a new schedule gives way to one that is no longer; as a share of the sum of durations, nil
  /// for none.
  var distance: Double?

  /// Parameters for a number of schedules: the longer the search, the more schedules it keeps apart, and the more they learn from each other.
  init(schedules: Int) {
    let isShort = schedules < 3_000
    let isLong = schedules >= 20_000
    population = isLong ? 50 : 10
    islands = isLong ? 2 : 1
    window = isShort ? 28 : isLong ? 30 : 20
    jitterShare = isLong ? 0.15 : 0.2
    mixShare = isShort ? 0.8 : isLong ? 0.9 : 0.7
    pairs = isLong ? 6 : 12
    excess = isShort ? 4 : nil
    copyInterval = isShort ? 8 : isLong ? nil : 20
    distance = isLong ? 0.18 : nil
  }
}
