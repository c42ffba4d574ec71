/// What a start seems to be worth while a schedule is repaired.
///
/// It need not be true: effects on the shop are linearised. Whether a repaired schedule is kept is decided by the true objective.
struct Guide: Sendable {
  /// What each start of each activity is worth by itself.
  let worth: StartTable
  /// What each start is worth beside all others by the prices of a relaxation, which has charged it for people, money and what waits; the same as ``worth`` where
  /// there are no prices.
  let priced: StartTable
  /// What an activity gains on average by starting a period later.
  let slope: [Double]

  /// A guide from what each start of each activity is worth and what prices charge it, in currency units, in rows by activity; no charges where there are no prices.
  init(_ instance: Instance, values: [Double], charges: [Double] = []) {
    worth = StartTable(instance, values: values)
    priced =
      charges.isEmpty ? worth : StartTable(instance, values: zip(values, charges).map { $0 - $1 })
    slope = (0..<instance.activityCount).map { activity in
      let row = activity * instance.periodCount
      let earliest = instance.earliest[activity]
      let latest = min(instance.latest[activity], instance.periodCount - 1)
      let isOpen = earliest < latest && !instance.isMilestone[activity]
      return isOpen ? (values[row + latest] - values[row + earliest]) / Double(latest - earliest) : 0
    }
  }
}

/// A number for each start of each activity: the more, the better.
struct StartTable: Sendable {
  let periodCount: Int
  /// By activity and start.
  let values: [Double]
  /// The most that a start, or any later or any earlier one, is worth.
  private let mostFrom: [Double]
  private let mostUpTo: [Double]
  /// The most that any start within the activity's own window is worth.
  let most: [Double]

  /// A table from values in rows by activity.
  init(_ instance: Instance, values: [Double]) {
    periodCount = instance.periodCount
    self.values = values
    var from = values
    var upTo = values
    var most: [Double] = []
    for activity in 0..<instance.activityCount {
      let row = activity * instance.periodCount
      for start in (0..<instance.periodCount - 1).reversed() {
        from[row + start] = max(from[row + start], from[row + start + 1])
      }
      for start in 1..<max(1, instance.periodCount) {
        upTo[row + start] = max(upTo[row + start], upTo[row + start - 1])
      }
      let earliest = instance.earliest[activity]
      let latest = min(instance.latest[activity], instance.periodCount - 1)
      most.append(earliest <= latest ? values[row + earliest...row + latest].max() ?? 0 : 0)
    }
    mostFrom = from
    mostUpTo = upTo
    self.most = most
  }

  /// What a start is worth less than the best one.
  func loss(of activity: Int, at start: Int) -> Double {
    most[activity] - values[activity * periodCount + start]
  }

  /// The start of a range at which there is room and which is worth most; -1 when there is no room.
  ///
  /// - Parameter pull: what each period adds to the worth, for what waits and has no start yet.
  /// - Complexity: linear in the range, and far less where the worth only falls or only grows.
  func bestStart(
    of activity: Int, in state: borrowing ScheduleState, from low: Int, through high: Int, pull: Double
  ) -> Int {
    guard low <= high else { return -1 }
    let row = activity * periodCount
    var best = -1
    var bestValue = 0.0
    if values[row + low] + pull * Double(low) >= values[row + high] + pull * Double(high) {
      var start = state.firstRoom(for: activity, from: low, through: high)
      while start >= 0 {
        let value = values[row + start] + pull * Double(start)
        if best < 0 || value > bestValue { (best, bestValue) = (start, value) }
        guard start < high, mostFrom[row + start + 1] + pull * Double(pull > 0 ? high : start + 1) > bestValue
        else { break }
        start = state.firstRoom(for: activity, from: start + 1, through: high)
      }
    } else {
      var start = state.lastRoom(for: activity, from: high, downTo: low)
      while start >= 0 {
        let value = values[row + start] + pull * Double(start)
        if best < 0 || value > bestValue { (best, bestValue) = (start, value) }
        guard start > low, mostUpTo[row + start - 1] + pull * Double(pull < 0 ? low : start - 1) > bestValue
        else { break }
        start = state.lastRoom(for: activity, from: start - 1, downTo: low)
      }
    }
    return best
  }
}
