import RandomStreams
import Testing

@Suite("Normal distribution")
struct NormalDistributionTests {
  /// Values to 16 digits from tables of the distribution.
  @Test(arguments: [
    (0.5, 0.0), (0.975, 1.959963984540054), (0.9, 1.2815515655446004), (0.01, -2.3263478740408408),
    (1e-5, -4.264890793922825), (1e-10, -6.361340902404056), (1e-20, -9.262340089798408),
  ])
  func quantilesAreThoseOfTheTables(probability: Double, score: Double) {
    #expect((NormalDistribution.quantile(probability) - score).magnitude <= 4e-15 * max(1, score.magnitude))
  }

  @Test func cumulativeUndoesQuantile() {
    for step in 1..<2_000 {
      let probability = Double(step) / 2_000
      let back = NormalDistribution.cumulative(NormalDistribution.quantile(probability))
      #expect((back - probability).magnitude < 4e-16)
    }
  }

  @Test func endsAreInfinite() {
    #expect(NormalDistribution.quantile(0) == -.infinity)
    #expect(NormalDistribution.quantile(1) == .infinity)
  }

  @Test func quantilesRiseAcrossTheSeamsOfTheApproximation() {
    for seam in [0.075, 0.925, 1.3887943864964021e-11] {
      let below = NormalDistribution.quantile(seam * (1 - 1e-9))
      let above = NormalDistribution.quantile(seam * (1 + 1e-9))
      #expect(below < above)
      #expect(above - below < 1e-7)
    }
  }
}
