/// Items by the week in which they are due, in linked lists without allocation; each item is in one week at most.
struct WeekBuckets: ~Copyable, Sendable {
  private var heads: Row<Int>
  private var next: Row<Int>

  /// Empty buckets for weeks counted from zero.
  init(weeks: Int, items: Int) {
    heads = Row(repeating: -1, count: weeks)
    next = Row(repeating: -1, count: items)
  }

  /// Takes everything out.
  mutating func removeAll() {
    heads.fill(-1)
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
