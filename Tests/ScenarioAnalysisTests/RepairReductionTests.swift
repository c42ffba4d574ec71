import Planning
import RoadmapModel
import TestSupport
import Testing

@testable import ScenarioAnalysis

/// A told change is the least with which planning finds a plan, and a step less is too little.
@Suite struct RepairReductionTests {
  private static let planning: PlannerParameters = {
    var planning = PlannerParameters(effort: .quick, threads: 1)
    planning.schedules = 100
    planning.cuts = 4
    return planning
  }()

  private func plan(_ changes: [ScenarioChange], _ roadmap: Roadmap) async throws -> Plan? {
    guard let changed = roadmap.changed(by: changes),
      case .plan(let plan) = try await Planner(changed).plan(Self.planning)
    else { return nil }
    return plan
  }

  /// The repair of a rule of a roadmap and of those that are a step less.
  private func stepLess(_ change: ScenarioChange, _ roadmap: Roadmap) -> [[ScenarioChange]] {
    for lever in Lever.all(of: roadmap) {
      if case .moreTeam(let team, let people, let day) = change {
        guard lever.kind == .team, lever.subject == team.text else { continue }
        let step = Int(people.hundredths) / 50
        return [lever.change(step - 1, in: roadmap, from: day)]
      }
      for step in 1...lever.steps where lever.change(step, in: roadmap) == [change] {
        return [lever.change(step - 1, in: roadmap)]
      }
    }
    return []
  }

  /// Whether planning finds what is told, and nothing when any change is a step less.
  private func check(_ roadmap: Roadmap, _ label: String) async throws -> Int {
    guard try await plan([], roadmap) == nil else { return 0 }
    var parameters = AnalysisParameters()
    parameters.schedules = 60
    let advice = try #require(
      try await Repairer(roadmap, planning: Self.planning).advice(parameters), "\(label)")
    for repair in advice.repairs {
      let found = try #require(try await plan(repair.changes, roadmap), "\(label): \(repair.text)")
      #expect(found.value.npv == repair.netPresentValue, "\(label): \(repair.text)")
      for index in repair.changes.indices {
        let less = stepLess(repair.changes[index], roadmap)
        #expect(!less.isEmpty, "\(label): \(repair.text)")
        for smaller in less {
          let changes = repair.changes[..<index] + smaller + repair.changes[(index + 1)...]
          #expect(
            try await plan(Array(changes), roadmap) == nil,
            "\(label): \(repair.text) would do with \(smaller)")
        }
      }
    }
    return advice.repairs.count
  }

  @Test(arguments: 0..<24) func aStepLessIsTooLittle(seed: Int) async throws {
    _ = try await check(
      RandomRoadmap.make(seed: UInt64(seed), capabilities: 5, periods: 8), "seed \(seed)")
  }

  @Test func aWeekEarlierIsTooEarly() async throws {
    let roadmap = try RoadmapFixture(periods: 30).team("development", 1)
      .capability("shop", weeks: 6, needs: ["development": 1])
      .capability("checkout", weeks: 6, needs: ["development": 1])
      .capability("search", weeks: 6, needs: ["development": 1])
      .demand("crawl", .all(["shop", "checkout", "search"]))
      .with { $0.target.by = $0.calendar.start.advanced(by: 7 * 8) }.roadmap()
    #expect(try await check(roadmap, "three in a row") >= 2)
  }
}
