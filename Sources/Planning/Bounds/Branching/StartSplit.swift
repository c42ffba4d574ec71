/// Where the schedules of a branch part: those in which an activity has started by a period, and the others.
struct StartSplit: Hashable, Sendable {
  /// The activity.
  let activity: Int
  /// Its latest start in the first half, which is one of its allowed ones; in the second half it starts later or is left out.
  let latest: Int
  /// The next of its allowed starts; nil when it is left out in the second half.
  let next: Int?

  /// What a relaxation says about an activity.
  struct Row {
    /// The allowed starts, ascending.
    let starts: [Int]
    /// The share of the average of the relaxation's schedules in which it has started by each of them.
    let shares: ArraySlice<Double>
    /// What each of them is worth.
    let worth: ArraySlice<Double>
  }

  /// Shares below this, or as near to one, are left from schedules of long ago.
  private static let leastShare = 0.01

  /// The split that says most about what the average of a relaxation's schedules is worth; nil when the average is one schedule.
  ///
  /// A split of an activity says how far the mean worth of its starts differs between the halves, times the shares of both halves: where all starts
  /// are worth the same, or nearly all of the average is in one half, little is learnt by it.
  ///
  /// - Parameters:
  ///   - rows: what the relaxation says about each activity.
  ///   - earliest: the windows of the branch, inside which it is split; beyond all starts for what is left out.
  ///   - latest: their ends; beyond all starts for what may be left out.
  static func widest(_ rows: [Row], earliest: [Int], latest: [Int]) -> StartSplit? {
    var best: StartSplit?
    var most = 0.0
    for (activity, row) in rows.enumerated() where earliest[activity] < latest[activity] {
      // What the average has of starts outside of the window is on its way out.
      let shares = row.starts.indices.map { index in
        row.starts[index] < earliest[activity]
          ? 0 : row.starts[index] >= latest[activity] ? 1 : row.shares[row.shares.startIndex + index]
      }
      let worth = row.starts.indices.map { index in
        (shares[index] - (index > 0 ? shares[index - 1] : 0)) * row.worth[row.worth.startIndex + index]
      }
      let sum = worth.reduce(0, +)
      var before = 0.0
      for index in row.starts.indices {
        before += worth[index]
        let share = shares[index]
        let isInside = row.starts[index] >= earliest[activity] && row.starts[index] < latest[activity]
        guard isInside, share > leastShare, share < 1 - leastShare else { continue }
        let difference = (before - share * sum).magnitude
        guard difference > most else { continue }
        most = difference
        let next = index + 1 < row.starts.count ? row.starts[index + 1] : nil
        best = StartSplit(activity: activity, latest: row.starts[index], next: next)
      }
    }
    return best
  }
}
