import Planning
import RoadmapModel
import TestSupport
import Testing

@testable import ScenarioAnalysis

@Suite struct AlternativeSearchTests {
  private static let parameters: AnalysisParameters = {
    var parameters = AnalysisParameters()
    parameters.schedules = 50
    return parameters
  }()

  @Test(arguments: 0..<6) func alternativesAreDifferentAndGoodEnough(seed: Int) async throws {
    let roadmap = RandomRoadmap.make(seed: UInt64(400 + seed), capabilities: 6, periods: 9)
    guard let plan = try await ExplainerTests.oracle(roadmap.contents, .value) else { return }
    let found = try await AlternativeSearch(roadmap, plan: plan).plans(3, loss: 0.3, Self.parameters)
    let best = try #require(found.plans.first)
    #expect(best.loss == 0 && best.distance == nil && best.plan.value.npv >= plan.value.npv)
    #expect(found.plans.count <= 4)
    for (number, member) in found.plans.enumerated().dropFirst() {
      let label: Comment = "seed \(seed), alternative \(number)"
      #expect(member.loss >= 0 && member.loss <= 0.3 + 1e-9, label)
      let distances = found.plans[..<number].map {
        PlanDistance.between(Schedule($0.plan), Schedule(member.plan))
      }
      #expect(member.distance == distances.min(), label)
      #expect(member.distance ?? 0 >= AlternativeSearch.leastDistance, label)
    }
  }

  /// Searches that are far too short find better plans while they look for others; then those are what others are compared with.
  @Test(arguments: 0..<8) func noAlternativeIsBetterThanTheBest(seed: Int) async throws {
    let roadmap = RandomRoadmap.make(seed: UInt64(500 + seed), capabilities: 9, periods: 14)
    var first = PlannerParameters(objective: .value, threads: 1)
    (first.schedules, first.nodes, first.cuts) = (1, 1, 1)
    guard case .plan(let plan) = try await Planner(roadmap).plan(first) else { return }
    var parameters = Self.parameters
    parameters.schedules = 1
    let found = try await AlternativeSearch(roadmap, plan: plan).plans(3, loss: 0.5, parameters)
    #expect(found.plans.allSatisfy { $0.loss >= 0 }, "\(found.plans.map(\.loss))")
  }

  @Test func distancesAreThoseOfTheDefinition() {
    let one = Schedule(starts: ["a": Period(0), "b": Period(10)])
    #expect(PlanDistance.between(one, one) == 0)
    #expect(PlanDistance.between(one, Schedule()) == 1)
    let other = Schedule(starts: ["a": Period(26), "c": Period(3)])
    // Half a year later, gone, and new: 0.5, 1 and 1.
    #expect(PlanDistance.between(one, other) == 2.5 / 3)
    #expect(PlanDistance.between(Schedule(), Schedule()) == 0)
  }
}
