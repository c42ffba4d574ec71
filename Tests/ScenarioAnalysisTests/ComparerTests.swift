import Planning
import RealModule
import RoadmapModel
import Simulation
import TestSupport
import Testing

@testable import ScenarioAnalysis

@Suite struct ComparerTests {
  private static func candidate(_ name: String, _ roadmap: Roadmap) async throws -> Comparer.Candidate {
    let plan = try #require(try await ExplainerTests.oracle(roadmap.contents, .value))
    return Comparer.Candidate(name: name, roadmap: roadmap, plan: plan)
  }

  private static func fixture(budget: Double) throws -> Roadmap {
    let wide = Estimate(low: 200, likely: 500, high: 1_500)
    return try RoadmapFixture(periods: 60).team("development", 1)
      .budget([0...59: budget], carriesOver: true)
      .capability("first", weeks: 4, cost: 500, needs: ["development": 1], benefit: 900)
      .capability("second", weeks: 4, cost: 2_000, needs: ["development": 1], benefit: 2_500)
      .with {
        $0.capabilities[0].cost = wide; $0.capabilities[1].cost = wide
      }
      .roadmap()
  }

  @Test func aScenarioIsNoBetterThanItself() async throws {
    let roadmap = try Self.fixture(budget: 5_000)
    let candidate = try await Self.candidate("a", roadmap)
    let comparison = try await Comparer([candidate, candidate]).comparison(SimulationParameters(trials: 256))
    let pair = try #require(comparison.pairs.first)
    #expect(pair.difference == 0 && pair.low == 0 && pair.high == 0 && pair.wins == 0)
    #expect(!comparison.verdict.isClear && comparison.verdict.weakerEffects == nil)
    #expect(comparison.verdict.text.contains("'a' and 'a' are worth the same in every future"))
    #expect(comparison.regrets.largest == [.zero, .zero])
    #expect(comparison.differences.allSatisfy { $0.added.isEmpty && $0.dropped.isEmpty && $0.later.isEmpty })
  }

  @Test func whatTwoScenariosShareMakesNoDifference() async throws {
    let rich = try await Self.candidate("rich", Self.fixture(budget: 5_000))
    let poor = try await Self.candidate("poor", Self.fixture(budget: 700))
    let comparison = try await Comparer([poor, rich]).comparison(SimulationParameters(trials: 1_024))
    let pair = try #require(comparison.pairs.first)
    #expect(pair.better == 1 && pair.worse == 0 && pair.low > 0)
    #expect(pair.low <= pair.difference && pair.difference <= pair.high)
    let means = comparison.scenarios.map(\.netPresentValue.mean)
    #expect(abs(means[1] - means[0] - pair.difference) < 0.01)
    // Pairing leaves less error than two separate means have.
    let separate = comparison.scenarios.map { $0.netPresentValue.standardError }.reduce(0) { $0 + $1 * $1 }
    #expect((pair.high - pair.low) / 2 <= 2.2 * separate.squareRoot() * 1.5)
    #expect(comparison.verdict.best == 1 && comparison.verdict.isClear)
    #expect(comparison.verdict.text.contains("'rich' is worth most in the mean of the futures"))
    #expect(comparison.differences[0].added.count == 1)
  }

  /// All rows are means over the same futures, so that the first one is what the pairs say.
  @Test func regretsAreDifferencesOfMeans() async throws {
    let rich = try await Self.candidate("rich", Self.fixture(budget: 5_000))
    let poor = try await Self.candidate("poor", Self.fixture(budget: 700))
    let parameters = SimulationParameters(trials: 64)
    let comparison = try await Comparer([rich, poor]).comparison(parameters)
    let (table, pair) = (comparison.regrets, try #require(comparison.pairs.first))
    #expect(table.futures.first?.changes == [] && table.trials == 64)
    let means = comparison.scenarios.map { Money(units: $0.netPresentValue.mean) }
    #expect(table.futures.first?.values == means)
    #expect(table.futures.first?.regrets[pair.worse] == Money(units: pair.difference))
    for future in table.futures {
      let most = try #require(future.values.max())
      #expect(future.values[future.best] == most)
      #expect(future.regrets == future.values.map { most - $0 })
      // Each row is what simulating the changed scenarios gives.
      for (number, candidate) in [rich, poor].enumerated() {
        let changed = try #require(candidate.roadmap.changed(by: future.changes))
        let outcomes = try await Simulator(roadmap: changed, plan: candidate.plan).outcomes(parameters)
        let mean = outcomes.reduce(0) { $0 + $1.npv } / Double(outcomes.count)
        #expect(abs(future.values[number].units - mean) < 0.02, "\(future.text)")
      }
    }
    #expect(table.largest[0] == table.futures.map { $0.regrets[0] }.max())
    #expect(table.largest[table.least] == table.largest.min())
  }

  /// Nothing in a document has the noise of sums of binary fractions.
  @Test func figuresAreStatedWithoutNoise() {
    #expect((0.1 + 0.2).asShare == 0.3 && (1.1 - 1).asShare == 0.1)
    #expect((-0.000_000_1).asShare.sign == .plus && 12.345.inCents == 12.35)
    #expect(Double.infinity.inCents == .infinity && (2.0 / 3).asShare == 0.666_667)
  }

  @Test func dominanceIsThatOfItsDefinition() {
    #expect(PairedFutures.dominance([2, 3], [1, 3]) == .everyFuture)
    #expect(PairedFutures.dominance([3, 2], [1, 3]) == .everyLevel)
    #expect(PairedFutures.dominance([2, 2], [1, 3]) == .riskAverse)
    #expect(PairedFutures.dominance([1, 3], [2, 2]) == nil)
  }

  @Test func errorsOfMeansComeFromCopies() {
    let values = (0..<16).flatMap { copy in [Double(copy), Double(copy) + 2] }
    let (mean, error) = PairedFutures.mean(values)
    #expect(mean == 8.5)
    // The means of the copies are 1 to 16, whose variance is 16 * 17 / 12.
    #expect(abs(error - (16.0 * 17 / 12 / 16).squareRoot()) < 1e-12)
    #expect(PairedFutures.quantile(0.5, of: [1, 2, 3, 4]) == 2)
  }

  @Test func ratesOfReturnMakeThePresentValueZero() {
    func rate(_ flows: [Double]) -> Double? { CashFlow(flows: flows).internalRateOfReturn }
    // 100 out in a quarter and 121 in a year later is 21 %.
    #expect(abs((rate([-100, 0, 0, 0, 121]) ?? 0) - 0.21) < 1e-9)
    #expect(abs((rate([-100, 0, 0, 0, 50]) ?? 0) + 0.5) < 1e-9)
    #expect(rate([-100, 0, 0]) == nil)
    #expect(rate([100, -50]) == nil)
    #expect(rate([]) == nil)
  }
}
