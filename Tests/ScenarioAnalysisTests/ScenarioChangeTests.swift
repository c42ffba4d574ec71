import RoadmapModel
import TestSupport
import Testing

@testable import ScenarioAnalysis

@Suite struct ScenarioChangeTests {
  private static func roadmap(_ change: Estimate, ceiling: Double?) throws -> Roadmap {
    let effect = Effect(.conversion, change: change, overlap: ceiling == nil ? nil : "checkout")
    return try RoadmapFixture(periods: 10).business().capability("search", effects: [effect])
      .with { contents in
        if let ceiling {
          contents.overlapGroups = [
            OverlapGroup(id: "checkout", name: "Checkout", kpi: .conversion, ceiling: ceiling)
          ]
        }
      }.roadmap()
  }

  private static func change(_ roadmap: Roadmap, _ change: ScenarioChange) throws -> Estimate {
    try #require(roadmap.changed(by: [change])).capabilities[0].effects[0].change
  }

  @Test func effectsGrowAsFarAsTheirCeilingsAllow() throws {
    let skewed = Estimate(low: 0.02, likely: 0.04, high: 0.09, distribution: .lognormal)
    let roadmap = try Self.roadmap(skewed, ceiling: 0.1)
    for change in [ScenarioChange.effectFactor("search", 1.5), .allEffectsFactor(1.5)] {
      let grown = try Self.change(roadmap, change)
      #expect(abs(grown.low - 0.03) < 1e-12 && abs(grown.likely - 0.06) < 1e-12 && grown.high == 0.1)
    }
    let most = try Self.change(roadmap, .effectFactor("search", 5))
    #expect(most.low == 0.1 && most.likely == 0.1 && most.high == 0.1)
    let weak = try Self.change(roadmap, .allEffectsFactor(0.5))
    #expect(weak.low == 0.01 && weak.distribution == .lognormal)
  }

  @Test func effectsWithoutACeilingGrowByTheFactor() throws {
    let grown = try Self.change(Self.roadmap(Estimate(0.1), ceiling: nil), .effectFactor("search", 5))
    #expect(abs(grown.likely - 0.5) < 1e-12)
  }

  @Test func whatMayTurnOutTheOtherWayStillMay() throws {
    let doubtful = Estimate(low: -0.02, likely: 0.03, high: 0.08)
    let weak = try Self.change(Self.roadmap(doubtful, ceiling: 0.1), .allEffectsFactor(0.5))
    #expect(weak.low == -0.01 && weak.likely == 0.015 && weak.high == 0.04)
  }

  @Test func nothingTakesMoreThanAllOfWhatItLowers() throws {
    let effect = Effect(.returnRate, change: Estimate(-0.4))
    let roadmap = try RoadmapFixture(periods: 10).business().capability("fit", effects: [effect]).roadmap()
    let grown = try Self.change(roadmap, .effectFactor("fit", 5))
    #expect(grown.likely == -0.99)
  }
}
