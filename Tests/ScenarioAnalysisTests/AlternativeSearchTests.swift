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
      #expect(abs((member.distance ?? 0) - (distances.min() ?? 0)) < 1e-6, label)
      #expect(member.distance ?? 0 >= AlternativeSearch.leastDistance - 1e-6, label)
      #expect(member.plan.value.bound == best.plan.value.bound && !member.decisions.isEmpty, label)
      try checkContrasts(member, number, found.plans)
    }
    #expect(found.asked == 3 && (found.plans.count <= 3 || found.nextLoss == nil))
    #expect(found.nextLoss ?? 1 > 0.3)
  }

  /// Every figure of what tells a plan from another one is that of the two plans.
  private func checkContrasts(
    _ member: NearBestPlans.Member, _ number: Int, _ plans: [NearBestPlans.Member]
  ) throws {
    #expect(member.contrasts.map(\.other) == Array(0..<number))
    for (contrast, other) in zip(member.contrasts, plans) {
      let (new, old) = (Schedule(member.plan).starts, Schedule(other.plan).starts)
      #expect(Set(contrast.added) == Set(new.keys).subtracting(old.keys))
      #expect(Set(contrast.dropped) == Set(old.keys).subtracting(new.keys))
      #expect(contrast.netPresentValue == member.plan.value.npv - other.plan.value.npv)
      let costs = [member, other].map { $0.plan.capabilities.reduce(Money.zero) { $0 + $1.cost } }
      #expect(contrast.oneOff == costs[0] - costs[1])
      for shift in contrast.earlier + contrast.later {
        let days = [other, member].compactMap { $0.plan.planned(shift.id)?.finish }
        #expect(days.count == 2 && days[0].distance(to: days[1]) == shift.days)
        #expect(abs(shift.days) >= NearBestPlans.markedShift * 7)
      }
    }
    let first = try #require(member.contrasts.first)
    #expect(member.added == first.added && member.dropped == first.dropped)
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

  /// What is too dear for the loss is not shown, and it is said what it would lose.
  @Test func whatIsMissingIsTold() async throws {
    let roadmap = try RoadmapFixture(periods: 30)
      .capability("main", benefit: 1_000).capability("side", benefit: 100).roadmap()
    let plan = try #require(try await ExplainerTests.oracle(roadmap.contents, .value))
    let few = try await AlternativeSearch(roadmap, plan: plan).plans(2, loss: 0.01, Self.parameters)
    #expect(few.plans.count == 1 && few.asked == 2)
    let next = try #require(few.nextLoss)
    let more = try await AlternativeSearch(roadmap, plan: plan).plans(1, loss: next, Self.parameters)
    #expect(more.plans.count == 2 && more.nextLoss == nil)
    #expect(abs(more.plans[1].loss - next) < 1e-5)
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
