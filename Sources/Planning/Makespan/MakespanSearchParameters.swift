/// How the search for short schedules goes about it; the defaults were tuned on the PSPLIB set j120.
struct MakespanSearchParameters: Hashable, Sendable {
  /// The number of schedules in each of the two populations of an island.
  var population: Int
  /// The number of islands, which evolve apart and exchange now and then.
  var islands: Int
  /// The ways in which a schedule is changed, of which the best is kept.
  var children = 2
  /// The shortest window that a move changes, in periods; the longest is three times that.
  var window = 30
  /// The greatest change of a key, in periods.
  var jitter = 25
  /// The chance of an activity in the window to be moved.
  var jitterShare = 0.2
  /// The share of moves that take the order inside the window from another schedule.
  var mixShare = 0.8
  /// The pairs of a window and another schedule, of which a move takes the most promising.
  var pairs = 6
  /// The periods by which a schedule may be longer than both its parent and the one that it takes the place of, at first; they shrink evenly to none.
  var excess = 6
  /// The greatest difference of starts at which a new schedule gives way to one that is no longer, at first; it shrinks evenly to a third.
  ///
  /// Summed over activities, as a share of the sum of durations.
  var distance = 0.27

  /// Parameters for a number of schedules: the longer the search, the more schedules it keeps apart.
  init(schedules: Int) {
    population = schedules < 3_000 ? 10 : schedules < 20_000 ? 30 : 90
    islands = schedules < 20_000 ? 1 : 2
  }
}
