internal import RealModule

/// The beta distribution on the unit interval.
public struct BetaDistribution: Hashable, Sendable {
  /// The first shape, positive: how strongly values near 0 are avoided.
  public let alpha: Double
  /// The second shape, positive: how strongly values near 1 are avoided.
  public let beta: Double
  /// The logarithm of the beta function of the shapes.
  private let logNorm: Double

  /// A beta distribution.
  ///
  /// - Precondition: both shapes are positive and finite.
  public init(alpha: Double, beta: Double) {
    precondition(alpha > 0 && beta > 0 && alpha + beta < .infinity, "Shapes are positive")
    self.alpha = alpha
    self.beta = beta
    logNorm = Double.logGamma(alpha) + Double.logGamma(beta) - Double.logGamma(alpha + beta)
  }

  /// The distribution of `1 - x`.
  public var mirrored: BetaDistribution { BetaDistribution(alpha: beta, beta: alpha) }

  /// The density at a point inside the unit interval.
  public func density(_ x: Double) -> Double {
    Double.exp((alpha - 1) * Double.log(x) + (beta - 1) * Double.log(onePlus: -x) - logNorm)
  }

  /// The probability of a value up to `x`: the regularised incomplete beta function.
  ///
  /// Source: the continued fraction 8.17.22 of the NIST Digital Library of Mathematical Functions, evaluated from the front (Lentz 1976).
  ///
  /// - Complexity: O(sqrt(max(alpha, beta))) terms.
  public func cumulative(_ x: Double) -> Double {
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    let front = Double.exp(alpha * Double.log(x) + beta * Double.log(onePlus: -x) - logNorm)
    return x < (alpha + 1) / (alpha + beta + 2)
      ? front * Self.continuedFraction(alpha, beta, x) / alpha
      : 1 - front * Self.continuedFraction(beta, alpha, 1 - x) / beta
  }

  /// The value that is undercut with a probability, by Newton's method on ``cumulative(_:)`` within a shrinking bracket.
  ///
  /// - Parameters:
  ///   - probability: between 0 and 1; probabilities near 1 are better asked of ``mirrored``.
  ///   - guess: a value from which to start.
  /// - Complexity: a few evaluations of ``cumulative(_:)``.
  public func quantile(_ probability: Double, near guess: Double? = nil) -> Double {
    precondition(probability >= 0 && probability <= 1, "A probability lies between 0 and 1")
    if probability == 0 || probability == 1 { return probability }
    var low = 0.0
    var high = 1.0
    var x = guess ?? alpha / (alpha + beta)
    for _ in 0..<200 {
      let excess = cumulative(x) - probability
      if excess == 0 { return x }
      if excess > 0 { high = x } else { low = x }
      var next = x - excess / density(x)
      // What leaves the bracket is halved instead, by proportion near zero.
      let isNewton = next > low && next < high
      if !isNewton { next = low > 0 ? (low * high).squareRoot() : high / 4 }
      // A step of Newton's method squares the relative error, so that nothing is left of it after a small one.
      if (next - x).magnitude <= (isNewton ? 1e-9 : 1e-15) * x { return next }
      x = next
    }
    return x
  }

  private static func continuedFraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    func guarded(_ value: Double) -> Double { value.magnitude < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / guarded(1 - (a + b) * x / (a + 1))
    var result = d
    for step in 1...500 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / guarded(1 + even * d)
      c = guarded(1 + even / c)
      result *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / guarded(1 + odd * d)
      c = guarded(1 + odd / c)
      let change = d * c
      result *= change
      if (change - 1).magnitude < 3e-16 { break }
    }
    return result
  }
}
