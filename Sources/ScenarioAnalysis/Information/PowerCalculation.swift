internal import RealModule

/// How many observations a test of two groups needs to tell two proportions apart.
///
/// The formula for unequal variances with a pooled variance under the hypothesis (Fleiss, Levin and Paik, "Statistical Methods for Rates and Proportions", 2003,
/// section 4.2), without correction for continuity.
enum PowerCalculation {
  /// The 97.5 % quantile of the standard normal distribution: a two-sided level of 5 %.
  static let levelQuantile = 1.959_963_984_540_054
  /// The 80 % quantile of the standard normal distribution: a power of 80 %.
  static let powerQuantile = 0.841_621_233_572_914_3

  /// The observations of each group; nil when a proportion is not between 0 and 1, or when both are the same.
  static func perGroup(_ first: Double, _ second: Double) -> Double? {
    guard 0 < first, first < 1, 0 < second, second < 1, first != second else { return nil }
    let mean = (first + second) / 2
    let pooled = (2 * mean * (1 - mean)).squareRoot()
    let apart = (first * (1 - first) + second * (1 - second)).squareRoot()
    let root = levelQuantile * pooled + powerQuantile * apart
    return root * root / ((second - first) * (second - first))
  }

  /// The smallest relative change of a proportion, in its direction, that so many observations of each group tell from none; nil when there is none below 100 %.
  static func smallestChange(of proportion: Double, perGroup: Double, isIncrease: Bool) -> Double? {
    func needed(_ change: Double) -> Double {
      Self.perGroup(proportion, proportion * (1 + (isIncrease ? change : -change))) ?? .infinity
    }
    var high = 0.999
    if isIncrease { high = min(high, 0.999 / proportion - 1) }
    guard high > 0, needed(high) <= perGroup else { return nil }
    var low = 0.0
    for _ in 0..<50 {
      let middle = (low + high) / 2
      if needed(middle) <= perGroup { high = middle } else { low = middle }
    }
    return isIncrease ? high : -high
  }
}
