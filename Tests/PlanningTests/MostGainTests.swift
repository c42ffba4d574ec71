import RoadmapModel
import TestSupport
import Testing

@testable import Planning

@Suite struct MostGainTests {
  /// However many people are added to a team, the best of all plans gains no more than the plan says, and prices stay below that.
  @Test(arguments: 0..<24) func noNumberOfPeopleGainsMore(seed: Int) async throws {
    let roadmap = RandomRoadmap.make(seed: UInt64(seed), capabilities: 4, periods: 6)
    var parameters = PlannerParameters(objective: .value, effort: .quick, threads: 1)
    (parameters.schedules, parameters.nodes, parameters.cuts) = (200, 20, 30)
    guard case .plan(let plan) = try await Planner(roadmap).plan(parameters) else { return }
    for (position, team) in plan.teams.enumerated() {
      guard let most = team.mostGain else { continue }
      for price in team.prices ?? [] { #expect(price.worth <= most) }
      for people in [20.0] {
        var contents = roadmap.contents
        let changed = contents.teams[position]
        contents.teams[position].capacity = People(Double(changed.capacity.hundredths) / 100 + people)
        for index in changed.changes.indices {
          contents.teams[position].changes[index].capacity = People(
            Double(changed.changes[index].capacity.hundredths) / 100 + people)
        }
        guard let larger = try? Roadmap(validating: contents),
          let best = BruteForce(larger, objective: .value).best
        else { continue }
        #expect(Money(cents: best) <= plan.value.npv + most, "seed \(seed): \(team.id), \(people) more")
      }
    }
  }

  /// A team that everything waits for has something to gain, and one that nothing needs has not.
  @Test func scarcePeopleAreWorthSomething() async throws {
    let fixture = RoadmapFixture(periods: 40).team("busy", 1).team("idle", 3)
      .capability("a", weeks: 10, needs: ["busy": 1], benefit: 1_000)
      .capability("b", weeks: 10, needs: ["busy": 1], benefit: 1_000)
    let parameters = PlannerParameters(objective: .value)
    guard case .plan(let plan) = try await Planner(try fixture.roadmap()).plan(parameters) else {
      Issue.record("there is a plan")
      return
    }
    // Both at once instead of one after the other: ten weeks more of EUR 1,000 a month.
    let gain = try #require(plan.teams.first { $0.id == "busy" }?.mostGain).units
    #expect(gain > 2_000 && gain < 3_000)
    #expect(plan.teams.first { $0.id == "idle" }?.mostGain == .zero)
  }
}
