extension RandomStream {
  /// An integer in `0 ..< bound`, each equally likely.
  ///
  /// The high half of a 128-bit product is the result; the few low halves that would favour some results
  /// are drawn again. Source: Lemire, "Fast random integer generation in an interval", ACM Transactions
  /// on Modeling and Computer Simulation 29(1), 2019.
  ///
  /// - Precondition: `bound > 0`.
  /// - Complexity: O(1) expected; fewer than two draws on average for any bound.
  @inlinable
  public mutating func integer(below bound: Int) -> Int {
    precondition(bound > 0, "There is no integer below the bound")
    return Int(truncatingIfNeeded: word(below: UInt64(bound)))
  }

  /// An integer of the closed range, each equally likely.
  @inlinable
  public mutating func integer(in range: ClosedRange<Int>) -> Int {
    let lowest = UInt64(bitPattern: Int64(range.lowerBound))
    let count = UInt64(bitPattern: Int64(range.upperBound)) &- lowest &+ 1
    // A count of zero stands for all 2^64 integers.
    let offset = count == 0 ? next() : word(below: count)
    return Int(truncatingIfNeeded: lowest &+ offset)
  }

  /// A word below `bound`, which is not zero.
  @inlinable
  mutating func word(below bound: UInt64) -> UInt64 {
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let threshold = (0 &- bound) % bound
      while product.low < threshold {
        product = next().multipliedFullWidth(by: bound)
      }
    }
    return product.high
  }

  /// True with the given probability; never for 0 or less, always for 1 or more.
  @inlinable
  public mutating func bernoulli(_ probability: Double) -> Bool {
    uniform() < probability
  }

  /// An index into `weights`, each as likely as its share of the sum; `nil` when no weight is positive.
  ///
  /// One number is drawn in every case, so that the numbers that follow do not depend on the weights.
  ///
  /// - Precondition: The weights are finite and not negative.
  /// - Complexity: O(`weights.count`).
  @inlinable
  public mutating func weightedIndex(_ weights: some Collection<Double>) -> Int? {
    let draw = uniform()
    var total = 0.0
    for weight in weights {
      precondition(weight >= 0 && weight.isFinite, "Weights are finite and not negative")
      total += weight
    }
    var remaining = draw * total
    var lastPositive: Int?
    for (index, weight) in weights.enumerated() where weight > 0 {
      if remaining < weight { return index }
      remaining -= weight
      lastPositive = index
    }
    // Rounding of the sum can leave a sliver beyond the last weight.
    return lastPositive
  }

  /// Puts the elements into a random order, each order equally likely (Fisher and Yates).
  ///
  /// - Complexity: O(`elements.count`).
  @inlinable
  public mutating func shuffle<Elements>(_ elements: inout Elements)
  where Elements: MutableCollection & RandomAccessCollection {
    var unplaced = elements.count
    while unplaced > 1 {
      let chosen = integer(below: unplaced)
      unplaced -= 1
      elements.swapAt(
        elements.index(elements.startIndex, offsetBy: chosen),
        elements.index(elements.startIndex, offsetBy: unplaced))
    }
  }
}
