/// The money that is left in every segment of the budget.
struct MoneyUsage: Sendable {
  private let isLimited: Bool
  private let carriesOver: Bool
  private let periodCount: Int
  private let limits: [Int64]
  /// The segment of each period; -1 where nothing may be spent.
  private let segment: [Int]
  /// The end of the periods around each period that all belong to its segment.
  private let stretchEnd: [Int]
  /// What the first so many weeks cost, from none to all, of all activities in one row; and where those of each begin.
  private let costUpTo: [Int64]
  private let first: [Int]
  private let weekCount: [Int]
  private let hasClosedPeriods: Bool
  private var left: [Int64]
  /// With carry-over: the least that is left in a segment or any later one.
  private var leastLater: [Int64]
  /// The weeks that cost money where nothing may be spent.
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
    var stretchEnd = segment.indices.map { $0 + 1 }
    for period in segment.indices.dropLast().reversed() where segment[period] == segment[period + 1] {
      stretchEnd[period] = stretchEnd[period + 1]
    }
    self.stretchEnd = stretchEnd
    first = table.costUpTo.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    costUpTo = table.costUpTo.flatMap(\.self)
    weekCount = table.costUpTo.map { max(0, $0.count - 1) }
    left = limits
    leastLater = limits
    refresh(from: 0)
  }

  /// Gives all money back.
  mutating func clear() {
    for segment in left.indices { left[segment] = limits[segment] }
    outsideCount = 0
    refresh(from: 0)
  }

  /// Finds the least that is left later, after what is left in a segment and the later ones has changed.
  private mutating func refresh(from first: Int) {
    guard carriesOver else { return }
    var least = Int64.max
    for segment in left.indices.reversed() {
      least = min(least, left[segment])
      // Before what has changed, the same least later on means the same least everywhere.
      if segment < first, leastLater[segment] == least { return }
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

  private func total(of activity: Int) -> Int64 { costUpTo[first[activity + 1] - 1] }

  private mutating func change(_ activity: Int, at start: Int, by sign: Int64) {
    guard isLimited, total(of: activity) != 0 else { return }
    let row = first[activity] - start
    let end = min(start + weekCount[activity], periodCount)
    // With carry-over, what has been paid up to the end of each segment.
    var paid: Int64 = 0
    var earliest = -1
    var current = -1
    var period = start
    while period < end {
      let next = min(stretchEnd[period], end)
      let cost = costUpTo[row + next] - costUpTo[row + period]
      let segment = segment[period]
      defer { period = next }
      guard cost != 0 else { continue }
      guard segment >= 0 else {
        let weeks = (period..<next).count { costUpTo[row + $0 + 1] != costUpTo[row + $0] }
        outsideCount -= Int(sign) * weeks
        continue
      }
      guard carriesOver else {
        left[segment] += sign * cost
        continue
      }
      if current >= 0 {
        for between in current..<segment { left[between] += sign * paid }
      } else {
        earliest = segment
      }
      current = segment
      paid += cost
    }
    guard carriesOver, current >= 0 else { return }
    for later in current..<left.count { left[later] += sign * paid }
    refresh(from: earliest)
  }

  /// Whether there is money for an activity that starts in a period.
  ///
  /// With carry-over the costs so far have to fit into what is left in their segment and in all later ones.
  /// - Complexity: O(segments that the work touches).
  func allows(_ activity: Int, at start: Int) -> Bool {
    guard isLimited else { return true }
    let total = total(of: activity)
    guard total != 0, start < periodCount else { return true }
    // What is left never falls with time, so what fits at once fits.
    if carriesOver, !hasClosedPeriods, total <= leastLater[segment[start]] { return true }
    let row = first[activity] - start
    let end = min(start + weekCount[activity], periodCount)
    var sum: Int64 = 0
    var current = -1
    var period = start
    while period < end {
      let next = min(stretchEnd[period], end)
      let cost = costUpTo[row + next] - costUpTo[row + period]
      let segment = segment[period]
      period = next
      guard cost != 0 else { continue }
      if segment < 0 { return false }
      // Without carry-over each segment stands alone; its stretches do not, where closed periods lie between them.
      sum = carriesOver || segment == current ? sum + cost : cost
      current = segment
      if sum > (carriesOver ? leastLater[segment] : left[segment]) { return false }
    }
    return true
  }

  /// The number of segments that are overspent, and of weeks that cost money where nothing may be spent.
  var overload: Int {
    outsideCount + left.reduce(0) { $0 + ($1 < 0 ? 1 : 0) }
  }
}
