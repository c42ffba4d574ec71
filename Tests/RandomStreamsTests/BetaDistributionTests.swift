import RandomStreams
import RealModule
import Testing

@Suite("Beta distribution")
struct BetaDistributionTests {
  @Test(arguments: [1.0, 1.7, 3, 5])
  func oneShapeOfOneHasAClosedForm(shape: Double) {
    let rising = BetaDistribution(alpha: shape, beta: 1)
    let falling = BetaDistribution(alpha: 1, beta: shape)
    for step in 1..<100 {
      let x = Double(step) / 100
      #expect((rising.cumulative(x) - Double.pow(x, shape)).magnitude < 1e-14)
      #expect((falling.cumulative(x) - (1 - Double.pow(1 - x, shape))).magnitude < 1e-14)
      #expect((rising.quantile(x) - Double.pow(x, 1 / shape)).magnitude < 1e-14)
    }
  }

  /// With shapes 2 and 4 the cumulative function is a polynomial.
  @Test func wholeShapesAreAPolynomial() {
    let distribution = BetaDistribution(alpha: 2, beta: 4)
    for step in 0...100 {
      let x = Double(step) / 100
      let expected = 10 * x * x - 20 * x * x * x + 15 * x * x * x * x - 4 * x * x * x * x * x
      #expect((distribution.cumulative(x) - expected).magnitude < 1e-14)
    }
  }

  @Test(arguments: [(1.0, 5.0), (1.3, 4.7), (2.5, 3.5), (5, 1), (0.4, 0.7), (80, 20)])
  func quantileUndoesCumulative(alpha: Double, beta: Double) {
    let distribution = BetaDistribution(alpha: alpha, beta: beta)
    for probability in [1e-9, 1e-4, 0.01, 0.2, 0.5, 0.77, 0.99, 0.9999] {
      let back = distribution.cumulative(distribution.quantile(probability))
      #expect(
        (back - probability).magnitude < 2e-13 * max(probability, 1e-2), "\(alpha) \(beta) \(probability)")
    }
  }

  @Test func mirrorSwapsTheEnds() {
    let distribution = BetaDistribution(alpha: 1.3, beta: 4.7)
    #expect((distribution.cumulative(0.3) + distribution.mirrored.cumulative(0.7) - 1).magnitude < 1e-14)
  }
}
