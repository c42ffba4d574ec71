import RoadmapModel
import Simulation
import TestSupport
import Testing

/// The worked example of docs/simulation.md, whose chances can be worked out by hand.
@Suite("Worked example of the simulation")
struct WorkedExampleTests {
  private static func forecast() async throws -> Forecast {
    let fixture = RoadmapFixture(periods: 20)
      .capability("shop", weeks: 4, cost: 500, benefit: 1_000).demand("crawl", Requirement("shop"))
    let roadmap = try fixture.with { contents in
      contents.capabilities[0].duration = Estimate(low: 2, likely: 4, high: 6, distribution: .triangular)
      contents.capabilities[0].chanceOfSuccess = 0.75
      contents.uncertainty.risks = [
        Risk(id: "supplier", name: "The supplier is late", probability: 0.2, delay: Estimate(2))
      ]
    }.roadmap()
    var draft = PlanDraft(Schedule(starts: ["shop": Period(0)]), of: roadmap)
    draft.bound = Bound(limit: 1e6, method: .criticalPath, relaxed: [])
    return try await Simulator(roadmap: roadmap, plan: draft.plan).run(SimulationParameters(trials: 8_192))
  }

  @Test func chancesAreThoseOfTheTable() async throws {
    let forecast = try await Self.forecast()
    let stage = try #require(forecast.stage("crawl"))
    let planned = try #require(stage.byPlan)
    #expect(abs(planned.value - 0.4) < 0.01, "\(planned)")
    let start = RoadmapFixture.start
    #expect(stage.reached.quantiles.p25 == start.advanced(by: 4 * 7))
    #expect(stage.reached.quantiles.p50 == start.advanced(by: 5 * 7))
    #expect(stage.reached.quantiles.p80 == start.advanced(by: 6 * 7))
    #expect(stage.reached.share.value == 1)
    #expect(abs(forecast.money.loss.value - 0.25) < 0.01, "\(forecast.money.loss)")
    #expect(abs(forecast.money.oneOffCost.mean - 500) < 1e-6)
    let risk = try #require(forecast.risks.first)
    #expect(abs(risk.frequency.value - 0.2) < 0.01)
    #expect(abs((risk.delay ?? 0) - 2) < 0.05)
  }
}
