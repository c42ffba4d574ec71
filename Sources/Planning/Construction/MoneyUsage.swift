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
    left = table.limits
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
    var left = left
    var outside = 0
    forEachCost(of: activity, at: start) { segment, cost in
      guard let segment else {
        outside += 1
        return true
      }
      for later in segment..<(table.carriesOver ? left.count : segment + 1) { left[later] += sign * cost }
      return true
    }
    self.left = left
    outsideCount -= outside * Int(sign)
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
