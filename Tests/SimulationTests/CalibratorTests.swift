import RealModule
import RoadmapModel
import TestSupport
import Testing

@testable import Simulation

/// Calibration against numbers that can be worked out by hand.
@Suite("Calibration")
struct CalibratorTests {
  private let start = CivilDate(dayNumber: 20_000)

  /// A roadmap whose capabilities took given weeks instead of the ones in a triangle from 2 over 4 to 6.
  private func roadmap(weeks: [Int], forecasts: [PastForecast] = [], stages: [StageID: CivilDate] = [:])
    throws
    -> Roadmap
  {
    var fixture = RoadmapFixture(periods: 10).business()
    for position in weeks.indices { fixture = fixture.capability(CapabilityID("c\(position)"), cost: 100) }
    return try fixture.with { contents in
      for position in weeks.indices {
        contents.capabilities[position].duration = Estimate(
          low: 2, likely: 4, high: 6, distribution: .triangular)
        contents.capabilities[position].effects = [
          Effect(.churn, change: Estimate(low: -0.03, likely: -0.02, high: -0.01))
        ]
      }
      contents.record = Record(
        through: start.advanced(by: 700),
        capabilities: weeks.enumerated().map { position, weeks in
          Actual(
            capability: CapabilityID("c\(position)"), started: start, finished: start.advanced(by: 7 * weeks),
            cost: 150, effects: [.init(.churn, change: -0.01)])
        }, stages: stages, forecasts: forecasts)
    }.roadmap()
  }

  private func score(
    _ calibration: Calibration, _ quantity: Calibration.Quantity, of source: String? = nil
  ) throws -> Calibration.RangeScore {
    let scores = try #require(calibration.sources.first { $0.source == source })
    return try #require(scores.ranges.first { $0.quantity == quantity })
  }

  @Test("Without a record there is nothing to calibrate")
  func needsARecord() throws {
    #expect(try Calibrator(RoadmapFixture().capability("a").roadmap()) == nil)
  }

  @Test("Ranks are those of the distribution, and coverage counts them")
  func coverage() throws {
    // The triangle undercuts 3 with 1/8, 4 with 1/2 and 5 with 7/8.
    let calibration = try #require(Calibrator(try roadmap(weeks: [3, 4, 5, 8]))).calibration()
    let durations = calibration.comparisons.filter { $0.quantity == .duration }
    let ranks = durations.compactMap(\.rank)
    #expect(zip(ranks, [0.125, 0.5, 0.875, 1]).allSatisfy { abs($0 - $1) < 1e-6 }, "\(ranks)")
    #expect(durations.allSatisfy { abs($0.mean - 4) < 1e-12 })
    let score = try score(calibration, .duration)
    #expect(score.coverage.map(\.level) == [0.5, 0.8, 0.9])
    #expect(score.coverage.map(\.share) == [0.25, 0.75, 0.75])
    #expect(abs(score.coverage[1].standardError - 0.2) < 1e-12)
    // At most three of four within 80 %: 1 - 0.8^4.
    #expect(abs(score.coverage[1].chance - (1 - 0.4096)) < 1e-9)
    #expect(score.verdict == .consistent)
  }

  @Test("Ranges that miss too often are too sure, those that never miss in many tries too cautious")
  func verdicts() throws {
    let narrow = try #require(Calibrator(try roadmap(weeks: [8, 9, 8, 9]))).calibration()
    #expect(try score(narrow, .duration).verdict == .tooSure)
    let wide = try #require(Calibrator(try roadmap(weeks: Array(repeating: 4, count: 20)))).calibration()
    #expect(try score(wide, .duration).verdict == .tooCautious)
  }

  @Test("A bias is the geometric mean of the ratios, and the suggestion lies between it and 1")
  func bias() throws {
    let calibration = try #require(Calibrator(try roadmap(weeks: [2, 8]))).calibration()
    // Half and twice as long: no bias.
    #expect(abs(try #require(score(calibration, .duration).ratio) - 1) < 1e-12)
    let costs = try score(calibration, .cost)
    #expect(costs.coverage.isEmpty && costs.count == 2)
    let (ratio, error) = (try #require(costs.ratio), try #require(costs.standardError))
    #expect(abs(ratio - 1.5) < 1e-12)
    // No spread in the data: two assumed ones of 0.3 among 1 + 2 degrees of freedom.
    #expect(abs(error - 1.5 * Double.sqrt(0.18 / 3 / 2)) < 1e-12)
    let factor = try #require(costs.suggestedFactor)
    #expect(abs(Double.log(factor) - Double.log(1.5) * 0.0625 / (0.0625 + 0.03)) < 1e-12)
  }

  @Test("An effect that helps less than said has a ratio below 1, whatever its sign")
  func effects() throws {
    let calibration = try #require(Calibrator(try roadmap(weeks: [4, 4]))).calibration()
    #expect(abs(try #require(score(calibration, .effect).ratio) - 0.5) < 1e-12)
    #expect(calibration.comparisons.filter { $0.quantity == .effect }.allSatisfy { $0.kpi == .churn })
  }

  @Test("Promises have the Brier score of their outcomes; later ones are open")
  func promises() throws {
    let by = start.advanced(by: 28)
    let forecast = PastForecast(
      id: "board",
      ranges: [
        PastForecast.Range(
          capability: "c0", quantity: .duration, estimate: Estimate(low: 1, likely: 2, high: 3))
      ],
      promises: [
        PastForecast.Promise(.capability("c0"), by: by, probability: 0.9),
        PastForecast.Promise(.capability("c1"), by: by, probability: 0.8),
        PastForecast.Promise(.stage("crawl"), by: by, probability: 0.6),
        PastForecast.Promise(.stage("walk"), by: start.advanced(by: 800), probability: 0.6),
      ])
    let roadmap = try roadmap(weeks: [4, 5], forecasts: [forecast])
    let calibration = try #require(Calibrator(roadmap)).calibration()
    #expect(calibration.promises.map(\.kept) == [true, false, false, nil])
    let scores = try #require(calibration.sources.first { $0.source == "board" }?.promises)
    #expect(scores.count == 3 && scores.open == 1)
    #expect(abs(scores.brier - (0.01 + 0.64 + 0.36) / 3) < 1e-12)
    #expect(abs(scores.said - 2.3 / 3) < 1e-12 && abs(scores.kept - 1.0 / 3) < 1e-12)
    #expect(abs(scores.keptError - Double.sqrt(0.09 + 0.16 + 0.24) / 3) < 1e-12)
    #expect(calibration.comparisons.last?.rank == 1)
  }

  @Test("A simulated forecast is scored by its quantiles and by what it said of the stages")
  func simulatedForecasts() throws {
    let sample = try SampleForecast.roadmap()
    let forecast = SampleForecast.forecast(of: sample)
    let planned = try #require(forecast.stage("crawl")?.planned)
    var contents = sample.contents
    contents.record = Record(
      through: planned.advanced(by: 30),
      capabilities: [
        Actual(capability: "shop", started: start, finished: start.advanced(by: 63), cost: 90_000)
      ],
      stages: ["crawl": planned.advanced(by: 1)])
    let calibrator = Calibrator(try Roadmap(validating: contents), forecasts: [("old.json", forecast)])
    let calibration = try #require(calibrator).calibration()
    let scored = calibration.comparisons.filter { $0.source == "old.json" }
    #expect(scored.map(\.quantity) == [.duration, .cost])
    #expect(scored[0].actual == 9 && abs((scored[0].rank ?? 0) - 0.5) < 1e-9)
    #expect(scored[1].rank == 1)
    let promise = try #require(calibration.promises.first)
    #expect(promise.stage == "crawl" && promise.probability == 0.4 && promise.kept == false)
  }

  @Test("Binomial tails", arguments: [(0, 1.0 / 32), (2, 0.5), (3, 0.5), (5, 1.0 / 32)])
  func tails(successes: Int, chance: Double) {
    #expect(abs(RangeScoring.tail(successes, of: 5, 0.5) - chance) < 1e-12)
  }

  /// Ranges that are right are found too sure in about one of twenty records, not more.
  @Test("Right ranges are rarely called wrong")
  func rightRanges() throws {
    var wrong = 0
    for seed in 0..<200 {
      var random = SplitMix(seed: UInt64(seed))
      let comparisons = (0..<12).map { _ in
        Calibration.Comparison(
          source: nil, capability: "a", quantity: .duration, kpi: nil, p10: 1, mean: 2, p90: 3, actual: 2,
          rank: random.fraction())
      }
      if RangeScoring(comparisons)?.score.verdict != .consistent { wrong += 1 }
    }
    #expect(wrong <= 20, "\(wrong) of 200")
  }
}
