/// A three-point estimate: low, likely and high, and where it comes from.
///
/// The unit is that of the field that holds it: weeks, currency units, or a fraction.
public struct Estimate: Hashable, Sendable {
  /// The value that is undercut in few cases only.
  public var low: Double
  /// The most likely value.
  public var likely: Double
  /// The value that is exceeded in few cases only.
  public var high: Double
  /// Where the numbers come from.
  public var evidence: Evidence

  /// A range with its most likely value.
  public init(low: Double, likely: Double, high: Double, evidence: Evidence = .guess) {
    self.low = low
    self.likely = likely
    self.high = high
    self.evidence = evidence
  }

  /// A value without spread.
  public init(_ value: Double, evidence: Evidence = .guess) {
    self.init(low: value, likely: value, high: value, evidence: evidence)
  }

  /// Nothing, for sure.
  public static let zero = Estimate(0)

  /// The mean of the PERT distribution over the range: `(low + 4 likely + high) / 6`.
  ///
  /// It is written as a distance from the likely value, so that a value without spread is its own mean to the last bit.
  public var mean: Double { likely + ((low - likely) + (high - likely)) / 6 }
}
