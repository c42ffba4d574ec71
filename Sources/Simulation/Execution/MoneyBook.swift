internal import Planning

/// What is left of the budget while a plan is carried out.
///
/// Starts are allowed by what planning expects them to cost; what they cost in the end is paid in any case, so that a budget can be overdrawn, and then the next
/// start waits. Rules and segments are those of the planner's budget.
struct MoneyBook: ~Copyable, Sendable {
  private let isLimited: Bool
  private let carriesOver: Bool
  private let limits: [Int64]
  private let segments: [Int]
  private var left: Row<Int64>
  /// With carry-over: the least that is left in a segment or any later one.
  private var leastLater: Row<Int64>

  init(_ model: ExecutionModel) {
    isLimited = model.instance.budget.isLimited
    carriesOver = model.instance.budget.carriesOver
    limits = model.instance.budget.limits
    segments = model.segments
    left = Row(limits)
    leastLater = Row(limits)
  }

  /// Gives all money back.
  mutating func reset() {
    guard isLimited else { return }
    left.copy(limits)
    settle()
  }

  /// Whether there is money for planned costs that begin in a period.
  ///
  /// - Complexity: O(weeks).
  func allows(_ costs: ArraySlice<Int64>, from start: Int) -> Bool {
    guard isLimited else { return true }
    var sum: Int64 = 0
    var current = -1
    var period = start
    for cost in costs {
      defer { period += 1 }
      guard cost != 0, period < segments.count else { continue }
      let segment = segments[period]
      if segment < 0 { return false }
      if !carriesOver, segment != current { sum = 0 }
      current = segment
      sum += cost
      if sum > (carriesOver ? leastLater[segment] : left[segment]) { return false }
    }
    return true
  }

  /// Pays in a period; ``settle()`` must follow before the next question.
  ///
  /// Outside all windows the money comes from the next window, or from the last one when there is none.
  mutating func pay(_ cents: Int64, in period: Int) {
    guard isLimited, cents != 0, period < segments.count else { return }
    var paying = period
    while paying < segments.count, segments[paying] < 0 { paying += 1 }
    if paying == segments.count { paying = segments.lastIndex { $0 >= 0 } ?? period }
    let segment = segments[paying]
    guard segment >= 0 else { return }
    left[segment] -= cents
  }

  /// What is left by segment, with carry-over the sum up to its end; nothing where it is overdrawn.
  var remaining: [Int64] {
    var paid: Int64 = 0
    return left.indices.map { segment in
      guard carriesOver else { return max(0, left[segment]) }
      paid += limits[segment] - left[segment]
      return max(0, limits[segment] - paid)
    }
  }

  /// Brings up to date what later segments are left with: with carry-over a payment counts in its segment and in all later ones.
  mutating func settle() {
    guard isLimited, carriesOver else { return }
    var taken: Int64 = 0
    for segment in left.indices {
      // `left` holds the limit minus the payments of the segment alone.
      taken += limits[segment] - left[segment]
      leastLater[segment] = limits[segment] - taken
    }
    var least = Int64.max
    for segment in leastLater.indices.reversed() {
      least = min(least, leastLater[segment])
      leastLater[segment] = least
    }
  }
}
