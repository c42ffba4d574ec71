import Planning
import RoadmapModel
import TestSupport
import Testing

@testable import ScenarioAnalysis

/// What is said about scenarios without a plan is checked by planning from nothing.
@Suite struct RepairerTests {
  static let seeds = 0..<24

  private static let parameters: AnalysisParameters = {
    var parameters = AnalysisParameters()
    parameters.schedules = 60
    return parameters
  }()

  private func plan(_ changes: [ScenarioChange], _ roadmap: Roadmap) async throws -> Plan? {
    guard let changed = roadmap.changed(by: changes) else { return nil }
    return try await ExplainerTests.oracle(changed.contents, roadmap.objective)
  }

  @Test(arguments: seeds) func clashesAreMinimalAndRepairsRepair(seed: Int) async throws {
    let roadmap = RandomRoadmap.make(seed: UInt64(seed), capabilities: 5, periods: 8)
    guard try await plan([], roadmap) == nil else { return }
    let advice = try #require(try await Repairer(roadmap).advice(Self.parameters), "seed \(seed)")
    #expect(!advice.reasons.isEmpty)
    let levers = Lever.all(of: roadmap)
    let clash = levers.filter { lever in
      advice.clash.contains { $0.kind == lever.kind && $0.subject == lever.subject }
    }
    #expect(clash.count == advice.clash.count)
    let others = levers.filter { !clash.contains($0) }.flatMap { $0.change($0.steps, in: roadmap) }
    guard !clash.isEmpty else {
      #expect(try await plan(others, roadmap) == nil, "seed \(seed): nothing clashes, yet there is a plan")
      return
    }
    #expect(try await plan(others, roadmap) == nil, "seed \(seed): \(clash.map(\.kind)) do not clash")
    for lever in clash {
      let lifted = others + lever.change(lever.steps, in: roadmap)
      #expect(
        try await plan(lifted, roadmap) != nil, "seed \(seed): \(lever.kind) is not needed for the clash")
    }
    #expect(!advice.repairs.isEmpty, "seed \(seed)")
    for repair in advice.repairs {
      let repaired = try await plan(repair.changes, roadmap)
      #expect(repaired != nil, "seed \(seed): \(repair.text)")
      for index in repair.changes.indices {
        var fewer = repair.changes
        fewer.remove(at: index)
        #expect(try await plan(fewer, roadmap) == nil, "seed \(seed): \(repair.text) has more than it needs")
      }
    }
  }

  @Test func aScenarioWithAPlanNeedsNoRepair() async throws {
    let roadmap = try RoadmapFixture().capability("shop", weeks: 2).roadmap()
    #expect(try await Repairer(roadmap).advice(Self.parameters) == nil)
  }

  @Test func theSmallestAmountsAreFound() async throws {
    // Two pieces of work of three weeks by one of two people, in a calendar of four weeks: side by side they need another.
    let roadmap = try RoadmapFixture(periods: 4).team("development", 1)
      .capability("shop", weeks: 3, needs: ["development": 1])
      .capability("checkout", weeks: 3, needs: ["development": 1])
      .demand("crawl", .all(["shop", "checkout"])).roadmap()
    let advice = try #require(try await Repairer(roadmap).advice(Self.parameters))
    #expect(Set(advice.clash.map(\.kind)) == [.horizon, .team])
    let changes = advice.repairs.map(\.changes)
    #expect(changes.contains([.longerHorizon(weeks: 2)]))
    let day = roadmap.calendar.date(of: Period(1))
    #expect(changes.contains([.moreTeam("development", people: People(1), from: day)]), "\(changes)")
  }
}
