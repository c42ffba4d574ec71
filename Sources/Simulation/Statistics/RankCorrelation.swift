/// Rank correlations.
enum RankCorrelation {
  /// The ranks of values from 0; equal values share the mean of their ranks.
  ///
  /// - Complexity: O(n).
  /// - Precondition: there are fewer than 2^32 values.
  static func ranks(_ values: [Float]) -> [Double] {
    // One word holds the value, its bits put so that words are in the order of values, and the place.
    let order = values.enumerated().map { place, value -> UInt64 in
      let bits = (value + 0).bitPattern  // of the two zeros the positive one
      let ordered = bits >> 31 == 0 ? bits | 0x8000_0000 : ~bits
      return UInt64(ordered) << 32 | UInt64(place)
    }.radixSorted().map { Int($0 & 0xFFFF_FFFF) }
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

extension [UInt64] {
  /// The words in the order of their high halves; words that are equal in these stay in their order.
  ///
  /// - Complexity: O(n): three passes by eleven bits (Knuth, *The Art of Computer Programming* 3, 5.2.5).
  fileprivate func radixSorted() -> [UInt64] {
    var (words, sorted) = (self, self)
    for shift in stride(from: UInt64(32), to: 64, by: 11) {
      var places = [Int](repeating: 0, count: 2_048)
      for word in words { places[Int(word >> shift & 0x7FF)] += 1 }
      var sum = 0
      for digit in places.indices { (places[digit], sum) = (sum, sum + places[digit]) }
      for word in words {
        let digit = Int(word >> shift & 0x7FF)
        sorted[places[digit]] = word
        places[digit] += 1
      }
      swap(&words, &sorted)
    }
    return words
  }
}
