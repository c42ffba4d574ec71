import RandomStreams
import RoadmapModel
import TestSupport
import Testing

@testable import Simulation

@Suite("Draws of futures")
struct FutureSamplerTests {
  /// The values of a number over many futures.
  private func values(
    _ contents: RoadmapContents, _ sampling: Forecast.Run.Sampling = .sobol, copies: Int = 4,
    blocks: Int = 16,
    _ value: (World) -> [Double]
  ) throws -> [[Double]] {
    let roadmap = try Roadmap(validating: contents)
    var schedule = Schedule()
    for capability in roadmap.capabilities { schedule.starts[capability.id] = Period(0) }
    let inputs = UncertainInputs(try ExecutionModel(roadmap, schedule, policy: .priorityList))
    var sampler = FutureSampler(inputs, seed: 12, sampling: sampling)
    var world = inputs.expected
    var rows: [[Double]] = []
    for copy in 0..<copies {
      for block in 0..<blocks {
        sampler.fill(copy: copy, from: block * FutureSampler.blockSize)
        for place in 0..<FutureSampler.blockSize {
          sampler.load(place, into: &world)
          rows.append(value(world))
        }
      }
    }
    return rows
  }

  private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

  private func correlation(_ left: [Double], _ right: [Double]) -> Double {
    RankCorrelation.correlation(left, right)
  }

  private static func fixture() -> RoadmapFixture {
    RoadmapFixture(periods: 40).team("crew", 4).capability("one", weeks: 4, cost: 100, needs: ["crew": 1])
      .capability("two", weeks: 6, cost: 50, needs: ["crew": 1]).with { contents in
        contents.capabilities[0].duration = Estimate(low: 2, likely: 4, high: 9)
        contents.capabilities[1].duration = Estimate(low: 3, likely: 6, high: 12, distribution: .triangular)
        contents.capabilities[0].chanceOfSuccess = 0.3
      }
  }

  @Test(arguments: Forecast.Run.Sampling.allCases)
  func marginsAreThoseOfTheEstimates(sampling: Forecast.Run.Sampling) throws {
    let contents = Self.fixture().contents
    let rows = try values(contents, sampling) { [$0.weeks[0], $0.weeks[1], $0.succeeds[0] ? 1 : 0] }
    let tolerance = sampling == .sobol ? 0.002 : 0.08
    #expect((mean(rows.map { $0[0] }) - contents.capabilities[0].duration.mean).magnitude < tolerance)
    #expect((mean(rows.map { $0[1] }) - contents.capabilities[1].duration.mean).magnitude < tolerance)
    #expect((mean(rows.map { $0[2] }) - 0.3).magnitude < tolerance)
    #expect(correlation(rows.map { $0[0] }, rows.map { $0[1] }).magnitude < 0.06)
    // Kolmogorov and Smirnov against the distribution; evenly spread numbers are nearer to it than chance.
    let distribution = EstimateDistribution(contents.capabilities[0].duration)
    let sorted = rows.map { distribution.cumulative($0[0]) }.sorted()
    let count = Double(sorted.count)
    let distance = sorted.enumerated().reduce(0.0) { worst, item in
      max(worst, item.element - Double(item.offset) / count, Double(item.offset + 1) / count - item.element)
    }
    #expect(distance * count.squareRoot() < (sampling == .sobol ? 0.2 : 1.63))
  }

  /// Spearman's correlation of a Gaussian copula with coefficient `r` is `6 / pi * asin(r / 2)`: 0.5819 for 0.6.
  @Test func groupsCorrelateBySetCoefficient() throws {
    let contents = Self.fixture().with { contents in
      contents.uncertainty.correlations = [
        CorrelationGroup(id: "estimates", name: "Estimates", quantities: [.duration], coefficient: 0.6)
      ]
    }.contents
    let rows = try values(contents) { [$0.weeks[0], $0.weeks[1]] }
    let ranks = (0..<2).map { column in RankCorrelation.ranks(rows.map { Float($0[column]) }) }
    #expect((correlation(ranks[0], ranks[1]) - 0.5819).magnitude < 0.025)
    #expect((mean(rows.map { $0[0] }) - contents.capabilities[0].duration.mean).magnitude < 0.08)
  }

  @Test func absenceHasItsShare() throws {
    let contents = Self.fixture().with { contents in
      contents.teams[0].absence = Team.Absence(share: 0.15, spell: 3)
    }.contents
    let rows = try values(contents, blocks: 4) { world in
      [mean(Array(world.presence[0..<40])), world.absentShare[0], world.presence[0], world.presence[39]]
    }
    #expect((mean(rows.map { $0[0] }) - 0.85).magnitude < 0.01)
    #expect((mean(rows.map { $0[2] }) - 0.85).magnitude < 0.03)
    #expect((mean(rows.map { $0[3] }) - 0.85).magnitude < 0.03)
    #expect(rows.allSatisfy { ($0[0] + $0[1] - 1).magnitude < 1e-12 })
  }

  @Test func noiseHasMeanOneAndItsSpread() {
    let normal = QuantileTable.normal()
    var stream = RandomStream(seed: 4, purpose: "noise test")
    let scale = Variability.logarithmicScale(of: 0.2)
    var (sum, squares, products) = (0.0, 0.0, 0.0)
    let runs = 400
    let level = Variability.PathLevel(weeks: 50, autocorrelation: 0.5)
    var scores = [Double](repeating: 0, count: 50)
    for run in 0..<runs {
      var factors = [Double](repeating: 1, count: 50)
      Variability.drawScores(&scores, autocorrelation: 0.5, &stream, normal)
      // Whether paths are moved to levels that are spread evenly or not makes no difference to their distribution.
      if run % 2 == 0 { level.move(&scores, to: normal[(Double(run) + 1) / Double(runs)]) }
      _ = Variability.addNoise(to: &factors, scale: scale, scores)
      sum += factors.reduce(0, +)
      squares += factors.reduce(0) { $0 + ($1 - 1) * ($1 - 1) }
      products += zip(factors, factors.dropFirst()).reduce(0) { $0 + ($1.0 - 1) * ($1.1 - 1) }
    }
    let count = Double(50 * runs)
    #expect((sum / count - 1).magnitude < 0.01)
    #expect(((squares / count).squareRoot() - 0.2).magnitude < 0.01)
    #expect((products / Double(49 * runs) / (squares / count) - 0.5).magnitude < 0.04)
  }

  /// The level is the weighted sum of the weeks, and so standard normal of itself; a path is moved to any level, and not at all by its own.
  @Test func levelsOfPathsAreStandardNormal() {
    let normal = QuantileTable.normal()
    var stream = RandomStream(seed: 5, purpose: "level test")
    let level = Variability.PathLevel(weeks: 30, autocorrelation: 0.8)
    var origin = [Double](repeating: 0, count: 30)
    level.move(&origin, to: 1)
    let squares = (0..<2_000).reduce(0.0) { sum, _ in
      var scores = origin
      Variability.drawScores(&scores, autocorrelation: 0.8, &stream, normal)
      let before = scores
      level.move(&scores, to: 0)
      // What the path was moved by is its level times the path of level 1.
      let own = (before[7] - scores[7]) / origin[7]
      #expect(zip(zip(before, scores), origin).allSatisfy { ($0.0 - $0.1 - own * $1).magnitude < 1e-9 })
      return sum + own * own
    }
    #expect((squares / 2_000 - 1).magnitude < 0.1)
  }
}
