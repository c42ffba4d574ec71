import RandomStreams
import RealModule
import RoadmapModel
import Simulation
import Testing

@Suite("Networks of activities")
struct ActivityNetworkTests {
  /// The mean and the variance of a chain are the sums of those of its activities.
  @Test func chainsAddUp() async {
    let estimates = [(2.0, 3.0, 9.0), (1, 4, 5), (3, 3, 6), (0, 10, 12)].map {
      Estimate(low: $0.0, likely: $0.1, high: $0.2)
    }
    let network = ActivityNetwork(
      estimates.enumerated().map { ("step \($0)", $1) }, predecessors: [[], [0], [1], [2]])
    let trials = 20_000
    let result = await network.duration(trials: trials, seed: 1, threads: 2)
    let mean = estimates.reduce(0) { $0 + $1.mean }
    // A PERT distribution has the variance (mean - low) (high - mean) / 7.
    let variance = estimates.reduce(0) { $0 + ($1.mean - $1.low) * ($1.high - $1.mean) / 7 }
    let error = (variance / Double(trials)).squareRoot()
    #expect((result.mean - mean).magnitude < 4 * error)
    #expect((result.standardDeviation / variance.squareRoot() - 1).magnitude < 0.03)
  }

  /// The later of two independent triangles on 0 to 1 is below `x` with the product of the probabilities.
  @Test func parallelWorkTakesTheLaterEnd() async {
    let estimate = Estimate(low: 0, likely: 1, high: 1, distribution: .triangular)
    let network = ActivityNetwork([("one", estimate), ("two", estimate)], predecessors: [[], []])
    let result = await network.duration(trials: 40_000, seed: 2, threads: 1)
    // P(max <= x) = x^4, so the mean is 4/5 and the quantiles are fourth roots.
    #expect((result.mean - 0.8).magnitude < 0.004)
    for level in [0.1, 0.5, 0.9] {
      #expect((result.quantile(level) - Double.pow(level, 0.25)).magnitude < 0.012)
    }
  }

  @Test func threadsAndNeighboursChangeNothing() async {
    let estimate = Estimate(low: 1, likely: 2, high: 5)
    let names = (0..<6).map { ("activity \($0)", $0 == 3 ? Estimate(2) : estimate) }
    let arcs = [[], [0], [0], [1, 2], [2], [3, 4]]
    let network = ActivityNetwork(names, predecessors: arcs)
    let one = await network.duration(trials: 1_001, seed: 5, threads: 1)
    #expect(one == (await network.duration(trials: 1_001, seed: 5, threads: 3)))
    #expect(one.trials == 1_001)
    // Another activity in parallel that is always earlier leaves the result as it is.
    let more = ActivityNetwork(names + [("quick", Estimate(0.5))], predecessors: arcs + [[]])
    #expect(one == (await more.duration(trials: 1_001, seed: 5, threads: 2)))
  }
}
