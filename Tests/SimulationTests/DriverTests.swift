import RoadmapModel
import TestSupport
import Testing

@testable import Simulation

@Suite("Drivers")
struct DriverTests {
  /// Two pieces of work, one after the other, whose durations miss together.
  private static func forecast(_ coefficient: Double) async throws -> Forecast {
    let fixture = RoadmapFixture(periods: 150)
      .capability("one", weeks: 30).capability("two", weeks: 30, requires: [Prerequisite("one")])
      .demand("crawl", Requirement("two"))
    let roadmap = try fixture.with { contents in
      for index in contents.capabilities.indices {
        contents.capabilities[index].duration = Estimate(low: 10, likely: 30, high: 50)
      }
      contents.uncertainty.correlations = [
        CorrelationGroup(id: "market", name: "Market", quantities: [.duration], coefficient: coefficient),
        CorrelationGroup(id: "other", name: "Other", quantities: [.benefit], coefficient: 0.5),
      ]
    }.roadmap()
    let schedule = Schedule(starts: ["one": Period(0), "two": Period(30)])
    return try await Simulator(roadmap: roadmap, plan: PlanDraft(schedule, of: roadmap).plan)
      .run(SimulationParameters(trials: 2_048))
  }

  /// With correlation `c` the sum has the variance `2 + 2 c`, of which the common factor makes `4 c` and each own part `1 - c`.
  @Test func membersOfAGroupCountForWhatIsTheirOwn() async throws {
    let coefficient = 0.6
    let drivers = try await Self.forecast(coefficient).drivers.filter { $0.output == .targetDate }
    #expect(drivers.map(\.input) == [.correlation, .duration, .duration])
    #expect(drivers.first?.subject == "market")
    let whole = 2 + 2 * coefficient
    for (driver, share) in zip(drivers, [4 * coefficient, 1 - coefficient, 1 - coefficient]) {
      #expect((driver.varianceShare - share / whole).magnitude < 0.04, "\(driver)")
      #expect(driver.rankCorrelation > 0 && driver.meanWhenLow < driver.meanWhenHigh)
    }
    // Inputs are independent, so that their shares add up to what one variance has.
    let sum = drivers.reduce(0) { $0 + $1.rankCorrelation * $1.rankCorrelation }
    #expect(sum > 0.9 && sum < 1.05)
  }

  @Test func withoutCorrelationThereIsNoCommonDriver() async throws {
    let drivers = try await Self.forecast(0).drivers.filter { $0.output == .targetDate }
    #expect(drivers.map(\.input) == [.duration, .duration])
    for driver in drivers { #expect((driver.varianceShare - 0.5).magnitude < 0.05, "\(driver)") }
  }
}
