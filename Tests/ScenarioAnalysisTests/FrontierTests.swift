import Planning
import RoadmapModel
import TestSupport
import Testing

@testable import ScenarioAnalysis

@Suite struct FrontierTests {
  private static let parameters: AnalysisParameters = {
    var parameters = AnalysisParameters(objective: .value)
    parameters.schedules = 50
    return parameters
  }()

  /// Levels are monotone, bounded, and as good as plans from nothing.
  @Test(arguments: 0..<8) func everyLevelIsAsGoodAsAPlanFromNothing(seed: Int) async throws {
    let roadmap = RandomRoadmap.make(seed: UInt64(310 + seed), capabilities: 5, periods: 8)
    guard FrontierSearch.level(of: roadmap, .budget) != nil,
      let plan = try await ExplainerTests.oracle(roadmap.contents, .value)
    else { return }
    let search = FrontierSearch(roadmap, plan: plan, axis: .budget)
    let present = try #require(FrontierSearch.level(of: roadmap, .budget))
    let levels = search.levels(from: 0.3 * present, through: 1.8 * present, count: 6)
    let frontier = try await search.frontier(levels, Self.parameters)
    #expect(frontier.points.map(\.level) == levels)
    #expect(frontier.points.contains { $0.isScenario })
    var last: Frontier.Point?
    for point in frontier.points {
      let label: Comment = "seed \(seed), level \(point.level)"
      let factor = point.level == (present * 100).rounded() / 100 ? 1 : point.level / present
      let changed = try #require(roadmap.changed(by: factor == 1 ? [] : [.budgetFactor(factor)]))
      let oracle = try await ExplainerTests.oracle(changed.contents, .value)
      #expect((oracle == nil) == (point.plan == nil), label)
      #expect(oracle == nil || !point.isProvedImpossible, label)
      guard let oracle, let found = point.plan, let bound = point.bound else { continue }
      #expect(abs((oracle.value.npv - found.netPresentValue).cents) <= 2, label)
      #expect(found.netPresentValue.units <= bound + 0.02, label)
      if let last {
        #expect(last.plan?.netPresentValue ?? .zero <= found.netPresentValue, label)
        #expect(last.bound ?? 0 <= bound, label)
      }
      last = point
    }
  }

  @Test func moreMoneyBuysWhatItCosts() async throws {
    let roadmap = try RoadmapFixture(periods: 30)
      .budget([0...29: 1_000], carriesOver: true)
      .capability("cheap", cost: 500, benefit: 900)
      .capability("dear", cost: 2_000, benefit: 2_500)
      .roadmap()
    let plan = try #require(try await ExplainerTests.oracle(roadmap.contents, .value))
    let search = FrontierSearch(roadmap, plan: plan, axis: .budget)
    let levels = search.levels(from: 400, through: 3_000, count: 14)
    let frontier = try await search.frontier(levels, Self.parameters)
    let built = frontier.points.map { point in point.plan?.capabilities }
    #expect(built == levels.map { $0 < 500 ? 0 : $0 < 2_500 ? 1 : 2 })
    // From 2,000 on the dear one is worth more than the cheap one, and from 2,500 on there is money for both.
    let swap = try #require(frontier.points.first { $0.level >= 2_000 })
    #expect(swap.added == ["dear"] && swap.dropped == ["cheap"])
    #expect(frontier.saturation == levels.first { $0 >= 2_500 })
    #expect(frontier.cut?.level == 850 && frontier.cut?.netPresentValue == .zero)
  }

  /// A scenario without a plan has one with more money, and the stairs begin there.
  @Test func theStairsBeginWherePlansDo() async throws {
    let roadmap = try RoadmapFixture(periods: 30)
      .budget([0...29: 1_000], carriesOver: true)
      .capability("must", cost: 1_500, benefit: 900)
      .capability("may", cost: 500, benefit: 700)
      .with { $0.decisions["must"] = Decision(isForced: true) }
      .roadmap()
    #expect(try await ExplainerTests.oracle(roadmap.contents, .value) == nil)
    let planning = PlannerParameters(objective: .value, threads: 1)
    func frontier(through last: Double) async throws -> Frontier {
      let search = FrontierSearch(roadmap, plan: nil, axis: .budget, planning: planning)
      return try await search.frontier(search.levels(from: 500, through: last, count: 5), Self.parameters)
    }
    let found = try await frontier(through: 2_500)
    #expect(found.points.map(\.level) == [500, 850, 1_000, 1_500, 2_000, 2_500])
    #expect(found.points.map { $0.plan?.capabilities } == [nil, nil, nil, 1, 2, 2])
    #expect(found.points.map(\.isProvedImpossible) == [true, true, true, false, false, false])
    #expect(found.begins == 1_500 && found.cut == nil)
    let nowhere = try await frontier(through: 1_200)
    #expect(nowhere.points.allSatisfy { $0.plan == nil } && nowhere.begins == nil)
  }

  @Test func moreOfATeamIsNeverWorse() async throws {
    let roadmap = RandomRoadmap.make(seed: 4, capabilities: 6, periods: 9, features: [.teams, .effects])
    let plan = try #require(try await ExplainerTests.oracle(roadmap.contents, .value))
    let team = try #require(roadmap.teams.first)
    let search = FrontierSearch(roadmap, plan: plan, axis: .team(team.id))
    let frontier = try await search.frontier(search.levels(from: 0, through: 6, count: 5), Self.parameters)
    let values = frontier.points.compactMap { $0.plan?.netPresentValue }
    #expect(values.count == frontier.points.count && values == values.sorted())
  }
}
