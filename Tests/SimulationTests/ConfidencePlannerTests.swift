import Planning
import RoadmapModel
import TestSupport
import Testing

@testable import Simulation

@Suite("Planning at a confidence")
struct ConfidencePlannerTests {
  /// A gamble that wins on average but loses in one future of three is in the plan for expected values, and not in the one for 80 %.
  @Test func gamblesAreLeftOutAtHighConfidence() async throws {
    var fixture = RoadmapFixture(periods: 52).capability("sure", weeks: 2, cost: 1_000, benefit: 500)
      .capability("gamble", weeks: 2, cost: 30_000, benefit: 5_000)
    let gamble = try #require(fixture.contents.capabilities.firstIndex { $0.id == "gamble" })
    fixture.contents.capabilities[gamble].chanceOfSuccess = 2.0 / 3
    let roadmap = try fixture.roadmap()
    var planning = PlannerParameters(objective: .value, effort: .quick, threads: 1)
    planning.schedules = 40
    planning.cuts = 2
    let outcome = try await ConfidencePlanner(roadmap: roadmap).run(
      planning, SimulationParameters(trials: 256, threads: 1), confidence: 0.8)
    guard case .choice(let choice) = outcome else {
      Issue.record("there is a plan")
      return
    }
    #expect(choice.deterministic.planned("gamble") != nil)
    #expect(choice.plan.planned("gamble") == nil && choice.plan.planned("sure") != nil)
    // It is left out on purpose, so that nobody is told to search for longer.
    let reason = try #require(choice.plan.notPlanned.first { $0.id == "gamble" }?.because)
    #expect(reason.hasPrefix("would bring ") && reason.contains("if all comes as estimated"), "\(reason)")
    #expect(choice.candidates.count >= 2 && choice.candidates[0].origin == .expectedValues)
    #expect(choice.candidates[choice.chosen].origin == .omission("gamble"))
    // The best of the comparison is the one that is chosen.
    #expect(choice.candidates.allSatisfy { $0.reached <= choice.candidates[choice.chosen].reached })
    #expect(choice.loss == choice.achieved - choice.deterministicAchieved)
    // With 80 % confidence the gamble costs its 30,000 and brings nothing.
    #expect(choice.deterministicAchieved < choice.achieved)
    #expect((choice.achieved - choice.deterministicAchieved - 30_000).magnitude < 1)
    #expect((choice.achieved - choice.plan.value.npv.units).magnitude < 0.01)
    #expect(choice.forecast.money.npv.standardDeviation == 0)
  }

  /// A candidate that is better by chance in the futures of the comparison does not push out the plan for expected values.
  @Test(arguments: 1...UInt64(8))
  func isNeverWorseThanThePlanForExpectedValues(seed: UInt64) async throws {
    var fixture = RoadmapFixture(periods: 52)
    for (number, benefit) in [180.0, 190, 200, 210, 220].enumerated() {
      fixture = fixture.capability(CapabilityID("idea-\(number)"), weeks: 2, cost: 1_500, benefit: benefit)
    }
    for index in fixture.contents.capabilities.indices {
      fixture.contents.capabilities[index].chanceOfSuccess = 0.8
    }
    let roadmap = try fixture.roadmap()
    var planning = PlannerParameters(objective: .value, effort: .quick, seed: seed, threads: 1)
    planning.schedules = 20
    planning.cuts = 2
    let outcome = try await ConfidencePlanner(roadmap: roadmap).run(
      planning, SimulationParameters(trials: 48, seed: seed, threads: 1), confidence: 0.5)
    guard case .choice(let choice) = outcome else {
      Issue.record("there is a plan")
      return
    }
    #expect(choice.loss >= 0)
    #expect(choice.loss > 0 || choice.plan == choice.deterministic && choice.standardError == 0)
  }

  @Test func whatHasNoPlanHasNone() async throws {
    let roadmap = try RoadmapFixture(periods: 2).capability("long", weeks: 5)
      .with { $0.decisions["long"] = Decision(isForced: true) }.roadmap()
    let outcome = try await ConfidencePlanner(roadmap: roadmap).run(
      PlannerParameters(effort: .quick, threads: 1), SimulationParameters(trials: 16), confidence: 0.8)
    guard case .infeasible = outcome else {
      Issue.record("nothing fits")
      return
    }
  }
}
