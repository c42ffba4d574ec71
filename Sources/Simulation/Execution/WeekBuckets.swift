/// Items by the week in which they are due, in linked lists without allocation; each item is in one week at most.
struct WeekBuckets: Sendable {
  private var heads: [Int]
  private var next: [Int]

  /// Empty buckets for weeks counted from zero.
  init(weeks: Int, items: Int) {
    heads = [Int](repeating: -1, count: weeks)
    next = [Int](repeating: -1, count: items)
  }

  /// Takes everything out.
  mutating func removeAll() {
    for week in heads.indices { heads[week] = -1 }
  }

  /// Puts an item into a week; what lies after the last week is never due.
  mutating func push(_ item: Int, in week: Int) {
    guard week < heads.count else { return }
    next[item] = heads[week]
    heads[week] = item
  }

  /// Takes an item out of a week, the last one first.
  mutating func pop(_ week: Int) -> Int? {
    let item = heads[week]
    guard item >= 0 else { return nil }
    heads[week] = next[item]
    return item
  }
}
