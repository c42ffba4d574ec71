import RoadmapModel
import Simulation
import Testing

@Suite("Distributions of estimates")
struct EstimateDistributionTests {
  @Test(arguments: Estimate.Distribution.allCases)
  func cumulativeUndoesQuantile(kind: Estimate.Distribution) {
    let distribution = EstimateDistribution(Estimate(low: 4, likely: 6, high: 11, distribution: kind))
    guard kind != .fixed else {
      #expect(distribution.quantile(0.1) == 6)
      #expect(distribution.cumulative(5.9) == 0 && distribution.cumulative(6) == 1)
      return
    }
    for probability in [0.01, 0.1, 0.5, 0.9, 0.99] {
      let back = distribution.cumulative(distribution.quantile(probability))
      #expect((back - probability).magnitude < 1e-9)
    }
  }

  @Test func rangesAreKept() {
    let distribution = EstimateDistribution(Estimate(low: -2, likely: 1, high: 2))
    #expect(distribution.quantile(0) >= -2 && distribution.quantile(0) < -1.95)
    #expect(distribution.quantile(1) <= 2 && distribution.quantile(1) > 1.999)
    #expect(distribution.cumulative(-3) == 0 && distribution.cumulative(3) == 1)
  }

  /// The mean of the draws is the mean that planning takes, but for lognormal distributions, where planning takes Swanson's.
  @Test(arguments: [Estimate.Distribution.pert, .triangular])
  func meansAreThoseOfPlanning(kind: Estimate.Distribution) {
    let estimate = Estimate(low: 2, likely: 3, high: 9, distribution: kind)
    let distribution = EstimateDistribution(estimate)
    let count = 20_000
    let sum = (0..<count).reduce(0) { $0 + distribution.quantile((Double($1) + 0.5) / Double(count)) }
    #expect((sum / Double(count) - estimate.mean).magnitude < 1e-4)
  }
}
