import BusinessModel
import Foundation
import RoadmapModel
import ScenarioFormat
import TestSupport
import Testing

/// Every scenario that comes with the tool is planned, and every plan is audited.
@Suite struct ScenariosTests {
  static let scenarios: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: Tool.package.appending(path: "scenarios").path)
    return (names ?? []).filter { $0.hasSuffix(".yaml") }.sorted()
  }()

  @Test func thereAreScenarios() {
    #expect(!Self.scenarios.isEmpty)
  }

  /// Those whose names promise that no plan is possible.
  static let impossible = scenarios.filter { $0.hasPrefix("infeasible") }
  static let possible = scenarios.filter { !impossible.contains($0) }

  @Test(arguments: impossible) func itHasNoPlanAndReasons(name: String) throws {
    let run = try Tool.run("plan", "scenarios/\(name)", "--effort", "quick", "--format", "json")
    #expect(run.status == 3)
    #expect(try run.json["isProved"] == .bool(true))
    #expect(try JSONSchema(named: "plan").errors(of: run.json) == [])
  }

  @Test(arguments: possible) func itIsPlannedWithoutBreakingARule(name: String) throws {
    let path = "scenarios/\(name)"
    let run = try Tool.run("plan", path, "--effort", "quick", "--format", "json")
    #expect(run.status == 0, "\(run.diagnostics)")
    #expect(try JSONSchema(named: "plan").errors(of: run.json) == [])

    let reading = ScenarioReader().read(Tool.package.appending(path: path).path)
    let roadmap = try #require(reading.roadmap)
    let plan = try JSONDecoder().decode(Plan.self, from: Data(run.output))
    let schedule = Schedule(plan)
    let goLive = roadmap.capabilities.map { capability in
      schedule.livePeriod(of: capability.id, in: roadmap).map { Int32($0.index) } ?? ShopModel.never
    }
    let violations = plan.audit(against: roadmap, path: ShopModel(roadmap).path(goLive: goLive))
    #expect(violations.map(\.description) == [])
  }

  @Test(arguments: scenarios) func itIsAssessed(name: String) throws {
    let run = try Tool.run("assess", "scenarios/\(name)", "--format", "json")
    #expect(run.status == 0)
    #expect(try JSONSchema(named: "assessment").errors(of: run.json) == [])
  }
}
