/// Numbers as documents and tables state them.
extension Double {
  /// The number with so many decimals at most, halves away from zero, and so without the noise of sums: 0.1 + 0.2 with six decimals is 0.3.
  ///
  /// What is not finite stays as it is.
  func rounded(toDecimals decimals: Int) -> Double {
    let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
    let scaled = (self * scale).rounded(.toNearestOrAwayFromZero)
    // Adding zero turns the negative one into the positive one.
    return scaled.isFinite ? scaled / scale + 0 : self
  }

  /// The number as an amount of money in whole cents.
  var inCents: Double { rounded(toDecimals: 2) }
  /// The number as a share, to a millionth.
  var asShare: Double { rounded(toDecimals: 6) }
}
