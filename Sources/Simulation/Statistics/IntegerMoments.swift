/// Count, sum and sum of squares of whole numbers, exact, so that they do not depend on the order in which they are added.
struct IntegerMoments: Hashable, Sendable {
  private(set) var count = 0
  private(set) var sum: Int128 = 0
  private(set) var squares: Int128 = 0

  /// Adds a number.
  mutating func add(_ value: Int64) {
    count += 1
    sum += Int128(value)
    let square = value.multipliedFullWidth(by: value)
    squares += Int128(square.high) << 64 | Int128(square.low)
  }

  /// Adds some numbers.
  mutating func add(_ values: [Int64]) {
    var own = self
    for value in values { own.add(value) }
    self = own
  }

  /// Adds what others have counted.
  mutating func add(_ other: IntegerMoments) {
    count += other.count
    sum += other.sum
    squares += other.squares
  }

  /// The mean; 0 of nothing.
  var mean: Double { count > 0 ? Double(sum) / Double(count) : 0 }

  /// The variance of the numbers as a sample; 0 of fewer than two.
  var variance: Double {
    guard count > 1 else { return 0 }
    let n = Int128(count)
    // Exact where it fits, since the difference of large squares has few digits left.
    let (product, overflow) = squares.multipliedReportingOverflow(by: n)
    let (squareOfSum, tooLarge) = sum.multipliedReportingOverflow(by: sum)
    let excess =
      overflow || tooLarge
      ? Double(squares) * Double(n) - Double(sum) * Double(sum) : Double(product - squareOfSum)
    return max(0, excess) / (Double(count) * Double(count - 1))
  }
}
