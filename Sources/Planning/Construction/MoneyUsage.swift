/// The money that is left in every segment of the budget.
struct MoneyUsage {
  private let table: BudgetTable
  private let periodCount: Int
  private var left: [Int64]
  /// With carry-over: the least that is left in a segment or any later one.
  private var leastLater: [Int64]
  /// Whether something costs money where nothing may be spent.
  private var outsideCount = 0

  /// The whole budget of an instance.
  init(_ instance: Instance) {
    table = instance.budget
    periodCount = instance.periodCount
    left = table.limits
    leastLater = table.limits
    refresh()
  }

  /// Gives all money back.
  mutating func clear() {
    for segment in left.indices { left[segment] = table.limits[segment] }
    outsideCount = 0
    refresh()
  }

  private mutating func refresh() {
    guard table.carriesOver else { return }
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
    guard table.isLimited else { return }
    let upTo = table.costUpTo[activity]
    for week in 0..<max(0, min(upTo.count - 1, periodCount - start)) where upTo[week + 1] != upTo[week] {
      guard let segment = table.segment[start + week] else {
        outsideCount -= Int(sign)
        continue
      }
      left[segment] += sign * (upTo[week + 1] - upTo[week])
    }
    if table.carriesOver { carry(from: start, sign, upTo) }
  }

  /// Takes costs also from all segments after theirs.
  private mutating func carry(from start: Int, _ sign: Int64, _ upTo: [Int64]) {
    let end = min(upTo.count - 1, periodCount - start)
    guard end > 0, let first = table.segment[start..<start + end].first(where: { $0 != nil }) ?? nil else {
      return
    }
    // What has been paid up to the end of each segment; the segment's own part is taken already.
    var paid: Int64 = 0
    var week = 0
    for segment in first..<left.count {
      left[segment] += sign * paid
      while week < end, (table.segment[start + week] ?? segment) <= segment {
        if table.segment[start + week] != nil { paid += upTo[week + 1] - upTo[week] }
        week += 1
      }
    }
    refresh()
  }

  /// Calls a closure with every segment that costs fall into, in the order of time, until it returns false.
  @discardableResult
  private func forEachCost(
    of activity: Int, at start: Int, _ visit: (_ segment: Int?, _ cost: Int64) -> Bool
  ) -> Bool {
    let upTo = table.costUpTo[activity]
    let end = min(upTo.count - 1, periodCount - start)
    var week = 0
    while week < end {
      let segment = table.segment[start + week]
      var next = week + 1
      while next < end, table.segment[start + next] == segment { next += 1 }
      let cost = upTo[next] - upTo[week]
      if cost != 0, !visit(segment, cost) { return false }
      week = next
    }
    return true
  }

  /// Whether there is money for an activity that starts in a period.
  ///
  /// With carry-over the costs so far have to fit into what is left in their segment and in all later ones.
  /// - Complexity: O(weeks of work).
  func allows(_ activity: Int, at start: Int) -> Bool {
    guard table.isLimited else { return true }
    var sum: Int64 = 0
    return forEachCost(of: activity, at: start) { segment, cost in
      guard let segment else { return false }
      sum += cost
      return table.carriesOver ? sum <= leastLater[segment] : cost <= left[segment]
    }
  }

  /// The number of segments that are overspent, and of costs where nothing may be spent.
  var overload: Int {
    outsideCount + left.reduce(0) { $0 + ($1 < 0 ? 1 : 0) }
  }
}
