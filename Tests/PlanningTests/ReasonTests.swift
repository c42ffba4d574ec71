import Planning
import RoadmapModel
import TestSupport
import Testing

/// What a plan says about why things are where they are.
@Suite struct ReasonTests {
  private func plan(_ fixture: RoadmapFixture, _ objective: Objective) async throws -> Plan? {
    var parameters = PlannerParameters(objective: objective, threads: 1)
    parameters.schedules = 300
    guard case .plan(let plan) = try await Planner(fixture.roadmap()).plan(parameters) else { return nil }
    return plan
  }

  /// Two pieces of work share a developer; the third runs beside them, and its delay delays nothing.
  @Test func onlyWhoHoldsUpTheTargetIsCritical() async throws {
    let fixture = RoadmapFixture(periods: 12).team("development", 1).team("marketing", 1)
      .capability("a", weeks: 3, needs: ["development": 1]).capability(
        "b", weeks: 3, needs: ["development": 1]
      )
      .capability("c", weeks: 3, needs: ["marketing": 1]).demand("crawl", .all(["a", "b", "c"]))
      .policy(workInProgress: 3)
    let plan = try #require(await plan(fixture, .time))
    #expect(plan.capabilities.filter(\.isCritical).map(\.id).sorted() == ["a", "b"])
    #expect(plan.capabilities.allSatisfy { !$0.because.contains("would not bring more") })
  }

  /// What could be built at no loss is not called superfluous.
  @Test func whatCostsNothingIsNotCalledALoss() async throws {
    let fixture = RoadmapFixture(periods: 12).capability("a", weeks: 4).capability("b", weeks: 2)
      .capability("c", weeks: 2, cost: 70).demand("crawl", Requirement("a"))
    let plan = try #require(await plan(fixture, .value))
    let reasons = Dictionary(uniqueKeysWithValues: plan.notPlanned.map { ($0.id, $0.because) })
    #expect(reasons["c"]?.hasPrefix("would lower the value by") == true)
    #expect(reasons["b"] == nil || reasons["b"] == "would not change the value")
  }
}
