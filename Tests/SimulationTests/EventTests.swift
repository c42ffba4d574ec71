import RoadmapModel
import TestSupport
import Testing

@testable import Simulation

@Suite("Risks, decisions and success in forecasts")
struct EventTests {
  private func forecast(_ contents: RoadmapContents, _ schedule: Schedule, trials: Int = 512) async throws
    -> Forecast
  {
    let roadmap = try Roadmap(validating: contents)
    return try await Simulator(roadmap: roadmap, plan: PlanDraft(schedule, of: roadmap).plan)
      .run(SimulationParameters(trials: trials, threads: 1))
  }

  private static let schedule = Schedule(starts: ["base": Period(0), "next": Period(4)])

  private static func fixture() -> RoadmapFixture {
    RoadmapFixture(periods: 30).capability("base", weeks: 4, cost: 400)
      .capability("next", weeks: 2, requires: [Prerequisite(Requirement("base"))])
      .with { contents in
        contents.maturity.stages[0].demands = [StageDemand("commerce", Requirement("next"))]
      }
  }

  /// A risk of one in four that doubles four weeks and costs 1,000: two dates, two costs, exact frequencies.
  @Test func risksDelayAndCost() async throws {
    let contents = Self.fixture().with { contents in
      contents.uncertainty.risks = [
        Risk(
          id: "strike", name: "Strike", probability: 0.25, scope: .capabilities(["base"]),
          delayFactor: Estimate(2),
          delay: Estimate(1), cost: Estimate(1_000))
      ]
    }.contents
    let forecast = try await forecast(contents, Self.schedule)
    let risk = try #require(forecast.risks.first)
    #expect(risk.frequency.value == 0.25 && risk.frequency.standardError == 0)
    #expect(risk.npvChange == -1_000 && risk.delay == 5)
    let stage = try #require(forecast.stages.first)
    #expect(stage.reached.meanPeriod == 6 + 0.25 * 5)
    #expect(stage.byPlan?.value == 0.75)
    #expect(forecast.money.oneOffCost.mean == 400 + 250)
    // The delay comes from the base, which is critical in every future, and so is what follows it.
    #expect(forecast.capabilities.allSatisfy { $0.criticality == 1 })
    let driver = try #require(forecast.drivers.first)
    #expect(driver.input == .risk && driver.subject == "strike" && driver.output == .targetDate)
    #expect(driver.meanWhenLow == 6 && driver.meanWhenHigh == 11)
  }

  @Test func mitigationLowersTheProbabilityForItsPrice() async throws {
    let contents = Self.fixture().with { contents in
      contents.uncertainty.risks = [
        Risk(
          id: "strike", name: "Strike", probability: 0.75, scope: .capabilities(["next"]), delay: Estimate(3),
          mitigation: Risk.Mitigation(price: 90, isTaken: true, probability: 0.125))
      ]
    }.contents
    let forecast = try await forecast(contents, Self.schedule)
    #expect(forecast.risks.first?.frequency.value == 0.125)
    #expect(forecast.money.oneOffCost.mean == 490)
    let byCapability = Self.fixture().with { contents in
      contents.uncertainty.risks = [
        Risk(
          id: "strike", name: "Strike", probability: 0.75, hitsEachByItself: true, delay: Estimate(3),
          mitigation: Risk.Mitigation(capability: "base", probability: 0))
      ]
    }.contents
    // The base is hit before it is live itself; what starts later never is.
    let other = try await self.forecast(byCapability, Self.schedule)
    #expect(other.stages.first?.reached.meanPeriod == 6 + 0.75 * 3)
  }

  @Test func decisionsTakeABranch() async throws {
    let schedule = Schedule(starts: ["base": Period(0), "next": Period(6)])
    let contents = Self.fixture().capability("fallback", weeks: 3).with { contents in
      contents.business = EventTests.business
      contents.evidencePolicy.shrinks = false
      contents.capabilities[0].effects = [Effect(.conversion, change: Estimate(0.02))]
      contents.capabilities[0].chanceOfSuccess = 0.5
      contents.uncertainty.decisionPoints = [
        DecisionPoint(
          id: "pilot", name: "Pilot", pilot: "base", wait: 2, kpi: .conversion, improvement: 0.01,
          then: ["next"],
          otherwise: ["fallback"])
      ]
    }.contents
    let forecast = try await forecast(contents, schedule)
    let decision = try #require(forecast.decisions.first)
    #expect(decision.decided == 1 && decision.improved == 0.5)
    #expect(forecast.capability("next")?.start.share.value == 0.5)
    let fallback = try #require(forecast.capability("fallback"))
    #expect(
      fallback.start.share.value == 0.5 && fallback.start.meanPeriod == 6 && fallback.plannedStart == nil)
    #expect(forecast.capability("base")?.success == 0.5)
  }

  /// Sobol's indices of a sum of two chains that alone decide: the wider estimate has nearly all of the variance.
  @Test func sobolIndicesShareTheVariance() async throws {
    let contents = Self.fixture().with { contents in
      contents.capabilities[0].cost = Estimate(low: 0, likely: 500, high: 1_000, distribution: .triangular)
      contents.capabilities[1].cost = Estimate(low: 0, likely: 1_000, high: 2_000, distribution: .triangular)
    }.contents
    let roadmap = try Roadmap(validating: contents)
    let forecast = try await Simulator(roadmap: roadmap, plan: PlanDraft(Self.schedule, of: roadmap).plan)
      .run(SimulationParameters(trials: 1_024, threads: 2, sensitivity: .sobol))
    let drivers = forecast.drivers.filter { $0.output == .oneOffCost }
    #expect(drivers.map(\.subject) == ["next", "base"])
    // Variances are as the squares of the ranges: 4 to 1.
    for (driver, share) in zip(drivers, [0.8, 0.2]) {
      #expect((try #require(driver.firstOrder) - share).magnitude < 0.05)
      #expect((try #require(driver.total) - share).magnitude < 0.05)
    }
  }

  private static let business = Business(
    currency: "EUR", visits: .init(40_000), conversion: .init(0.01), orderValue: .init(100),
    margin: .init(0.4),
    returnRate: .init(0.1), costToServe: .init(5), customers: 1_000, churn: .init(0.04),
    reorderRate: .init(0.1), newCustomerShare: 0.5)
}
