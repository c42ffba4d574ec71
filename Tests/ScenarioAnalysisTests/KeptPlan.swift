import Foundation
import Planning
import RoadmapModel
import ScenarioFormat
import TestSupport

/// A scenario of the project with the plan of a schedule that is kept for the tests of the simulation.
struct KeptPlan {
  let name: String
  let roadmap: Roadmap
  let plan: Plan

  struct Unreadable: Error {}

  private static let package = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let schedules = package.appending(path: "Tests/SimulationTests/Schedules")

  /// The names of the scenarios with schedules.
  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: schedules.path)) ?? []
    return files.filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
  }()

  /// A document of the project.
  static func document(_ path: String) throws -> String {
    try String(contentsOf: package.appending(path: path), encoding: .utf8)
  }

  /// Writes a file of the project.
  static func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: package.appending(path: path))
  }

  /// A scenario, read.
  static func roadmap(_ name: String) throws -> Roadmap {
    guard
      let roadmap = ScenarioReader().read(package.appending(path: "scenarios/\(name).yaml").path).roadmap
    else { throw Unreadable() }
    return roadmap
  }

  init(_ name: String) throws {
    self.name = name
    roadmap = try Self.roadmap(name)
    var starts: [CapabilityID: Period] = [:]
    for line in try String(
      contentsOf: Self.schedules.appending(path: "\(name).txt"), encoding: .utf8
    ).split(separator: "\n") {
      let parts = line.split(separator: " ")
      starts[CapabilityID(String(parts[1]))] = Period(Int(parts[0]) ?? 0)
    }
    plan = try Self.plan(of: Schedule(starts: starts), roadmap)
  }

  /// The plan that becomes of a schedule.
  static func plan(of schedule: Schedule, _ roadmap: Roadmap) throws -> Plan {
    let planner = Planner(roadmap)
    let carried = planner.carryOver(schedule)
    var draft = PlanDraft(carried.schedule, of: roadmap)
    draft.objective = .value
    // Nothing that is tested with it looks at the bound.
    draft.bound = Bound(limit: 2 * carried.netPresentValue.units, method: .criticalPath, relaxed: [])
    return try planner.plan(of: carried.schedule, boundedAs: draft.plan, PlannerParameters(threads: 1))
  }
}
