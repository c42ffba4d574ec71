import Foundation
import Planning
import RoadmapModel
import ScenarioFormat

/// The scenarios of the project, each with a schedule that the planner has found with the effort `quick`.
///
/// A schedule that no longer keeps the rules of its scenario is written anew from `gait plan --effort quick --format json`: a line for each capability, its
/// start period and its id.
struct SimulatedScenario {
  static let names = [
    "b2b-wholesaler", "b2b-wholesaler-accelerated", "b2b-wholesaler-lean", "fashion-retailer",
    "fashion-retailer-accelerated", "fashion-retailer-lean", "global-brand", "global-brand-accelerated",
    "global-brand-lean",
  ]

  let roadmap: Roadmap
  let schedule: Schedule

  struct Unreadable: Error {}

  init(_ name: String) throws {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let reading = ScenarioReader().read(package.appending(path: "scenarios/\(name).yaml").path)
    guard let roadmap = reading.roadmap else { throw Unreadable() }
    self.roadmap = roadmap
    let file = package.appending(path: "Tests/SimulationTests/Schedules/\(name).txt")
    var starts: [CapabilityID: Period] = [:]
    for line in try String(decoding: Data(contentsOf: file), as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: " ")
      starts[CapabilityID(String(parts[1]))] = Period(Int(parts[0]) ?? 0)
    }
    schedule = Schedule(starts: starts)
  }
}

extension Roadmap {
  /// A plan that is found with little work; nil when none is found.
  func smallPlan(schedules: Int = 60, seed: UInt64 = 1, objective: Objective? = nil) async throws -> Plan? {
    var parameters = PlannerParameters(objective: objective, effort: .quick, seed: seed, threads: 1)
    parameters.schedules = schedules
    parameters.cuts = 2
    (parameters.nodes, parameters.splits) = (10, 0)
    guard case .plan(let plan) = try await Planner(self).plan(parameters) else { return nil }
    return plan
  }
}
