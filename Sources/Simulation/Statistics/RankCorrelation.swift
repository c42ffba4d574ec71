/// Rank correlations.
enum RankCorrelation {
  /// The ranks of values from 0; equal values share the mean of their ranks.
  ///
  /// - Complexity: O(n log n).
  static func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var ranks = [Double](repeating: 0, count: values.count)
    var first = 0
    while first < order.count {
      var last = first
      while last + 1 < order.count, values[order[last + 1]] == values[order[first]] { last += 1 }
      for place in first...last { ranks[order[place]] = Double(first + last) / 2 }
      first = last + 1
    }
    return ranks
  }

  /// The correlation of two rows of numbers; 0 when one of them does not vary.
  ///
  /// - Precondition: the rows have the same length.
  static func correlation(_ left: [Double], _ right: [Double]) -> Double {
    precondition(left.count == right.count, "Correlated rows have the same length")
    guard !left.isEmpty else { return 0 }
    let count = Double(left.count)
    let (meanLeft, meanRight) = (left.reduce(0, +) / count, right.reduce(0, +) / count)
    var (product, squaresLeft, squaresRight) = (0.0, 0.0, 0.0)
    for index in left.indices {
      let (a, b) = (left[index] - meanLeft, right[index] - meanRight)
      product += a * b
      squaresLeft += a * a
      squaresRight += b * b
    }
    let scale = (squaresLeft * squaresRight).squareRoot()
    return scale > 0 ? product / scale : 0
  }
}
