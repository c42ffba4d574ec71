/// How often something came in each week; what did not come is counted by the total alone.
struct WeekCounts: Sendable {
  private(set) var counts: [Int]
  /// All futures, with those in which it did not come.
  private(set) var total = 0
  private(set) var moments = IntegerMoments()

  /// Counters of weeks from 0 to a last one.
  init(lastWeek: Int) {
    counts = [Int](repeating: 0, count: lastWeek + 1)
  }

  /// Counts a future; a week after the last one means that it did not come.
  mutating func add(_ week: Int) {
    total += 1
    guard week < counts.count, week >= 0 else { return }
    counts[week] += 1
    moments.add(Int64(week))
  }

  /// Adds what others have counted.
  mutating func add(_ other: WeekCounts) {
    total += other.total
    for week in counts.indices { counts[week] += other.counts[week] }
    moments.add(other.moments)
  }

  /// The futures in which it came.
  var came: Int { moments.count }

  /// The first week by which it came in a share of all futures; nil when it came in fewer.
  func quantile(_ share: Double) -> Int? {
    let wanted = share * Double(total)
    var sum = 0
    for week in counts.indices {
      sum += counts[week]
      if sum > 0, Double(sum) >= wanted - 1e-9 * wanted { return week }
    }
    return nil
  }

  /// The futures in which it came by a week.
  func count(by week: Int) -> Int {
    guard week >= 0 else { return 0 }
    return counts[...min(week, counts.count - 1)].reduce(0, +)
  }
}
