/// A three-point estimate: low, likely and high, and where it comes from.
///
/// The unit is that of the field that holds it: weeks, currency units, or a fraction.
public struct Estimate: Hashable, Sendable {
  /// How the values between low and high are distributed.
  public enum Distribution: String, Hashable, Sendable, CaseIterable, Codable {
    /// PERT: a beta distribution between low and high with its mode at the likely value and the mean `(low + 4 likely + high) / 6`.
    case pert
    /// A triangle between low and high with its tip at the likely value.
    case triangular
    /// A shifted lognormal distribution with low as its 10 %, likely as its 50 % and high as its 90 % quantile.
    ///
    /// `high - likely` must be larger than `likely - low`; then the shift is `(low * high - likely^2) / (low + high - 2 * likely)`.
    case lognormal
    /// The likely value, for sure.
    case fixed
  }

  /// The value that is undercut in few cases only.
  public var low: Double
  /// The most likely value.
  public var likely: Double
  /// The value that is exceeded in few cases only.
  public var high: Double
  /// How the values in between are distributed.
  public var distribution: Distribution
  /// Where the numbers come from.
  public var evidence: Evidence

  /// A range with its most likely value.
  public init(
    low: Double, likely: Double, high: Double, distribution: Distribution = .pert, evidence: Evidence = .guess
  ) {
    self.low = low
    self.likely = likely
    self.high = high
    self.distribution = distribution
    self.evidence = evidence
  }

  /// A value without spread.
  public init(_ value: Double, evidence: Evidence = .guess) {
    self.init(low: value, likely: value, high: value, evidence: evidence)
  }

  /// Nothing, for sure.
  public static let zero = Estimate(0)

  /// The mean, which planning takes for the value.
  ///
  /// Of a PERT distribution it is `(low + 4 likely + high) / 6`, of a triangle `(low + likely + high) / 3`. Of a lognormal distribution it is Swanson's
  /// `0.3 low + 0.4 likely + 0.3 high`, which is near the mean for moderate skew (Hurst, Brown and Swanson, "Swanson's 30-40-30 rule", AAPG
  /// Bulletin 84, 2000). All are written as distances from the likely value, so that a value without spread is its own mean to the last bit.
  public var mean: Double {
    switch distribution {
    case .pert: likely + ((low - likely) + (high - likely)) / 6
    case .triangular: likely + ((low - likely) + (high - likely)) / 3
    case .lognormal: likely + 0.3 * ((low - likely) + (high - likely))
    case .fixed: likely
    }
  }

  /// Whether only one value is possible.
  public var isCertain: Bool { distribution == .fixed || (low == likely && likely == high) }
}
