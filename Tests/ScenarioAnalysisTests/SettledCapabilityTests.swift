import Planning
import RoadmapModel
import TestSupport
import Testing

@testable import ScenarioAnalysis

/// What a live capability is needed for is what the audit misses when it is not live.
@Suite struct SettledCapabilityTests {
  @Test(arguments: 0..<40) func itIsNeededWhereTheAuditMissesIt(seed: Int) async throws {
    let roadmap = RandomRoadmap.make(seed: UInt64(300 + seed), capabilities: 8, periods: 12)
    guard let plan = try await ExplainerTests.oracle(roadmap.contents, roadmap.objective) else { return }
    for capability in roadmap.capabilities where roadmap.state(of: capability.id) == .live {
      let settled = try #require(
        Explanation.SettledCapability(capability.id, in: plan, of: roadmap), "seed \(seed)")
      var contents = roadmap.contents
      contents.company.states[capability.id] = .missing
      guard let without = try? Roadmap(validating: contents) else { continue }
      let violations = Schedule(plan).audit(against: without)
      let waiting = Set(violations.filter { $0.rule == .prerequisite }.compactMap(\.subjects.first))
      #expect(Set(settled.neededFor.map(\.id.text)) == waiting, "seed \(seed), \(capability.id)")
      let stages = Set(violations.filter { $0.rule == .stageDemand }.compactMap(\.subjects.first))
      #expect(Set(settled.demandedBy.map(\.text)) == stages, "seed \(seed), \(capability.id)")
      #expect(
        settled.state == .live && settled.neededFor.map(\.start) == settled.neededFor.map(\.start).sorted())
    }
  }

  @Test func plansDecideAboutTheOthers() async throws {
    let roadmap = RandomRoadmap.make(seed: 3, capabilities: 5, periods: 9)
    let plan = try #require(try await ExplainerTests.oracle(roadmap.contents, roadmap.objective))
    for planned in plan.capabilities {
      #expect(Explanation.SettledCapability(planned.id, in: plan, of: roadmap) == nil)
    }
  }
}
