internal import RoadmapModel

/// What schedules lose against the limit of the relaxation, taken apart by decisions and periods, in cents.
///
/// A schedule that keeps all rules is worth the limit minus what it loses, by the envelope of its effects:
/// each activity loses what its start is worth less than its best one; each prerequisite that has been done is paid for by what waits for it only once that has
/// started; and people and money that are left over are charged for at their price. All of these are zero or more, but for rounding. Choices and groups may lose more.
struct LossTable: Sendable {
  /// The limit.
  let limit: Double
  /// For each period, the charge for people and work in progress when nothing is in work.
  let allIdle: [Double]
  /// The segments of the budget with a price whose last period each period is.
  let segmentsEnding: [[Int]]

  private let instance: Instance
  /// The starts that the rows below have: one more than there are periods, as a milestone may be reached at the very end.
  private let startCount: Int
  /// By activity and start, what the start is worth beside all others; minus infinity where it is not allowed.
  private let values: [Double]
  /// By activity and period, the most that a start from then on or none is worth; one more than there are starts.
  private let mostFrom: [Double]
  /// By activity and period, what it takes off the charge for idleness when it is in work.
  private let rates: [Double]
  /// By requirement and start of what waits, what that pays.
  private let payments: [Double]
  /// By requirement and start, the sum of payments before it; one more than there are starts.
  private let paidUpTo: [Double]
  /// By segment, the price of a cent.
  private let moneyPrices: [Double]
  /// The last period of each segment; -1 for one without periods.
  private let lastPeriods: [Int]

  /// A table of what the columns above say, each by its activity, requirement or segment and then by period.
  init(
    _ instance: Instance, limit: Double, values: [Double], payments: [Double], rates: [Double],
    allIdle: [Double], moneyPrices: [Double]
  ) {
    self.instance = instance
    self.limit = limit
    self.values = values
    self.payments = payments
    self.rates = rates
    self.allIdle = allIdle
    self.moneyPrices = moneyPrices
    let starts = instance.periodCount + 1
    startCount = starts
    var mostFrom = [Double](repeating: 0, count: instance.activityCount * (starts + 1))
    for activity in 0..<instance.activityCount {
      let row = activity * (starts + 1)
      mostFrom[row + starts] = instance.isRequired[activity] ? -.infinity : 0
      for start in (0..<starts).reversed() {
        mostFrom[row + start] = max(mostFrom[row + start + 1], values[activity * starts + start])
      }
    }
    self.mostFrom = mostFrom
    var paidUpTo: [Double] = []
    for requirement in instance.requirements.indices {
      var sum = 0.0
      paidUpTo.append(0)
      for start in 0..<starts {
        sum += payments[requirement * starts + start]
        paidUpTo.append(sum)
      }
    }
    self.paidUpTo = paidUpTo
    var lastPeriods = [Int](repeating: -1, count: instance.budget.limits.count)
    for (period, segment) in instance.budget.segment.enumerated() {
      if let segment { lastPeriods[segment] = period }
    }
    self.lastPeriods = lastPeriods
    var segmentsEnding = [[Int]](repeating: [], count: starts)
    for segment in lastPeriods.indices where lastPeriods[segment] >= 0 && moneyPrices[segment] > 0 {
      segmentsEnding[lastPeriods[segment]].append(segment)
    }
    self.segmentsEnding = segmentsEnding
  }

  /// Whether an activity may start in a period.
  func isAllowed(_ activity: Int, startingAt period: Int) -> Bool {
    values[activity * startCount + period] > -.infinity
  }

  /// The most that any start from a period on is worth, or no start; minus infinity when it is required and none is left.
  func most(of activity: Int, from period: Int) -> Double {
    mostFrom[activity * (startCount + 1) + period]
  }

  /// What a start loses against the best one.
  func lost(_ activity: Int, startingAt period: Int) -> Double {
    most(of: activity, from: 0) - values[activity * startCount + period]
  }

  /// What an activity in work takes off the charge for idleness.
  func busy(_ activity: Int, in period: Int) -> Double { rates[activity * instance.periodCount + period] }

  /// What is not paid when the needed one of a requirement would allow a start in a period and the one that waits has not started by then.
  func payment(of requirement: Int, at period: Int) -> Double {
    payments[requirement * startCount + period]
  }

  /// The sum of what is not paid in a range of periods.
  func payment(of requirement: Int, from first: Int, to end: Int) -> Double {
    guard first < end else { return 0 }
    let row = requirement * (startCount + 1)
    return paidUpTo[row + end] - paidUpTo[row + first]
  }

  /// What money costs that is left over in a segment.
  func leftOver(in segment: Int, _ starts: [Int]) -> Double {
    var left = instance.budget.limits[segment]
    for activity in starts.indices where starts[activity] >= 0 {
      left -= cents(of: activity, startingAt: starts[activity], in: segment)
    }
    return moneyPrices[segment] * Double(left)
  }

  /// What an activity takes off the charge for money left over in a segment.
  func spent(on activity: Int, startingAt start: Int, in segment: Int) -> Double {
    moneyPrices[segment] * Double(cents(of: activity, startingAt: start, in: segment))
  }

  /// With carry-over, all that is spent up to the end of the segment.
  private func cents(of activity: Int, startingAt start: Int, in segment: Int) -> Int64 {
    let costUpTo = instance.budget.costUpTo[activity]
    let last = costUpTo.count - 1
    guard last >= 0 else { return 0 }
    let end = lastPeriods[segment] + 1
    if instance.budget.carriesOver { return costUpTo[min(last, max(0, end - start))] }
    var sum: Int64 = 0
    for week in 0..<last where start + week < end && instance.budget.segment[start + week] == segment {
      sum += costUpTo[week + 1] - costUpTo[week]
    }
    return sum
  }
}
