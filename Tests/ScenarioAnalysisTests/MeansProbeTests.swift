import Planning
import RoadmapModel
import TestSupport
import Testing

@testable import ScenarioAnalysis

/// What more people and more money bring is checked by planning with them from nothing.
@Suite struct MeansProbeTests {
  /// The changes that a gain is told of.
  private func changes(
    _ gains: Explanation.Gains, _ team: TeamID?, _ roadmap: Roadmap
  ) -> [ScenarioChange] {
    guard let team else {
      return (roadmap.budget?.windows ?? []).enumerated().compactMap { index, window in
        let begin = max(window.from, roadmap.calendar.start)
        guard gains.from <= begin, begin <= min(gains.through, window.through) else { return nil }
        return .moreBudget(window: index, by: Money(cents: window.amount.cents / 10))
      }
    }
    let after = gains.through.advanced(by: 1)
    let more = ScenarioChange.moreTeam(team, people: People(1), from: gains.from)
    return after < roadmap.calendar.end ? [more, .moreTeam(team, people: People(-1), from: after)] : [more]
  }

  @Test(arguments: 0..<12) func moreMeansBringWhatPlanningSays(seed: Int) async throws {
    let roadmap = RandomRoadmap.make(seed: UInt64(500 + seed), capabilities: 5, periods: 20)
    guard let plan = try await ExplainerTests.oracle(roadmap.contents, .value) else { return }
    let parameters = ExplainerTests.parameters(.value)
    let explanation = try await Explainer(roadmap, plan: plan).explain([], parameters).explanation
    for gains in explanation.gains {
      let people = gains.people.map { (Optional($0.team), $0.gain) }
      for (team, gain) in people + (gains.money.map { [(nil, $0.gain)] } ?? []) {
        let label: Comment = "seed \(seed), \(team?.text ?? "money") from \(gains.from): \(gain)"
        #expect(gain > .zero, label)
        let changed = try #require(roadmap.changed(by: changes(gains, team, roadmap)), label)
        let best = try #require(try await ExplainerTests.oracle(changed.contents, .value), label)
        #expect(abs((best.value.npv - explanation.netPresentValue - gain).cents) <= 2, label)
      }
    }
    // What is not told brings nothing.
    let lasting = explanation.gains.first(where: \.isLasting)
    for team in roadmap.teams where !(lasting?.people.contains { $0.team == team.id } ?? false) {
      let more = ScenarioChange.moreTeam(team.id, people: People(1), from: roadmap.calendar.start)
      let best = try await ExplainerTests.oracle(try #require(roadmap.changed(by: [more])).contents, .value)
      #expect(
        try #require(best).value.npv.cents <= explanation.netPresentValue.cents + 2,
        "seed \(seed), \(team.id)"
      )
    }
  }

  /// A plan that is chosen for its time is not explained by money.
  @Test func plansForTimeHaveNoGains() async throws {
    let roadmap = RandomRoadmap.make(seed: 3, capabilities: 5, periods: 9)
    let plan = try #require(try await ExplainerTests.oracle(roadmap.contents, .time))
    let explained = try await Explainer(roadmap, plan: plan).explain([], ExplainerTests.parameters(.time))
    #expect(explained.explanation.gains.isEmpty)
  }
}
