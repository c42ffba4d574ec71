/// The money that is left in every segment of the budget.
struct MoneyUsage: Sendable {
  private let isLimited: Bool
  private let carriesOver: Bool
  private let periodCount: Int
  private let limits: [Int64]
  /// The segment of each period; -1 where nothing may be spent.
  private let segment: [Int]
  /// The cost of each week of work of all activities in one row, and where those of each begin.
  private let costs: [Int64]
  private let ranges: [Range<Int>]
  private let total: [Int64]
  private let hasClosedPeriods: Bool
  private var left: [Int64]
  /// With carry-over: the least that is left in a segment or any later one.
  private var leastLater: [Int64]
  /// Whether something costs money where nothing may be spent.
  private var outsideCount = 0

  /// The whole budget of an instance.
  init(_ instance: Instance) {
    let table = instance.budget
    isLimited = table.isLimited
    carriesOver = table.carriesOver
    periodCount = instance.periodCount
    limits = table.limits
    segment = table.segment.map { $0 ?? -1 }
    hasClosedPeriods = segment.contains(-1)
    var costs: [Int64] = []
    var ranges: [Range<Int>] = []
    for upTo in table.costUpTo {
      let begin = costs.count
      costs += zip(upTo.dropFirst(), upTo).map { $0 - $1 }
      ranges.append(begin..<costs.count)
    }
    self.costs = costs
    self.ranges = ranges
    total = table.costUpTo.map { $0.last ?? 0 }
    left = limits
    leastLater = limits
    refresh()
  }

  /// Gives all money back.
  mutating func clear() {
    for segment in left.indices { left[segment] = limits[segment] }
    outsideCount = 0
    refresh()
  }

  private mutating func refresh() {
    guard carriesOver else { return }
    var least = Int64.max
    for segment in left.indices.reversed() {
      least = min(least, left[segment])
      leastLater[segment] = least
    }
  }

  /// Pays for an activity from its start on.
  mutating func add(_ activity: Int, at start: Int) {
    change(activity, at: start, by: -1)
  }

  /// Takes the payment for an activity back.
  mutating func remove(_ activity: Int, at start: Int) {
    change(activity, at: start, by: 1)
  }

  private mutating func change(_ activity: Int, at start: Int, by sign: Int64) {
    guard isLimited, total[activity] != 0 else { return }
    let range = ranges[activity]
    let weeks = min(range.count, periodCount - start)
    // With carry-over, what has been paid up to the end of each segment.
    var paid: Int64 = 0
    var current = -1
    for week in 0..<max(0, weeks) {
      let cost = costs[range.lowerBound + week]
      guard cost != 0 else { continue }
      let segment = segment[start + week]
      guard segment >= 0 else {
        outsideCount -= Int(sign)
        continue
      }
      if carriesOver, segment != current {
        if current >= 0 { for between in current..<segment { left[between] += sign * paid } }
        current = segment
      }
      paid += cost
      if !carriesOver { left[segment] += sign * cost }
    }
    guard carriesOver, current >= 0 else { return }
    for later in current..<left.count { left[later] += sign * paid }
    refresh()
  }

  /// Whether there is money for an activity that starts in a period.
  ///
  /// With carry-over the costs so far have to fit into what is left in their segment and in all later ones.
  /// - Complexity: O(weeks of work).
  func allows(_ activity: Int, at start: Int) -> Bool {
    guard isLimited, total[activity] != 0 else { return true }
    let range = ranges[activity]
    let weeks = min(range.count, periodCount - start)
    // What is left never falls with time, so what fits at once fits.
    if carriesOver, !hasClosedPeriods, weeks > 0, total[activity] <= leastLater[segment[start]] {
      return true
    }
    var sum: Int64 = 0
    var current = -1
    for week in 0..<max(0, weeks) {
      let cost = costs[range.lowerBound + week]
      guard cost != 0 else { continue }
      let segment = segment[start + week]
      if segment < 0 { return false }
      if !carriesOver, segment != current { sum = 0 }
      current = segment
      sum += cost
      if sum > (carriesOver ? leastLater[segment] : left[segment]) { return false }
    }
    return true
  }

  /// The number of segments that are overspent, and of costs where nothing may be spent.
  var overload: Int {
    outsideCount + left.reduce(0) { $0 + ($1 < 0 ? 1 : 0) }
  }
}
