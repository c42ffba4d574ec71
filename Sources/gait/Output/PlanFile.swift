import Foundation
import RoadmapModel
import ScenarioFormat

/// A plan that was written as JSON.
struct PlanFile {
  private let path: String

  init(_ path: String) {
    self.path = path
  }

  /// The plan in the file.
  ///
  /// - Throws: `CommandFailure`: of input and output when there is no such file, of findings when there is no plan in it.
  func plan() throws(CommandFailure) -> Plan {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandFailure(.inputOutput, "cannot read '\(path)'")
    }
    guard data.count <= Self.sizeLimit, let plan = try? JSONDecoder().decode(Plan.self, from: data),
      plan.format == Self.format
    else {
      throw CommandFailure(
        .findings, "'\(path)' holds no plan of the form \(Self.format); write one with gait plan -o plan.json"
      )
    }
    return plan
  }

  /// The plan in the file, which must be one of the scenario as it is now.
  ///
  /// - Throws: `CommandFailure`: also of findings when the scenario, or a file that it extends, has changed since.
  func plan(of reading: ScenarioReading) throws(CommandFailure) -> Plan {
    let plan = try self.plan()
    guard plan.inputHash == reading.inputHash else {
      throw CommandFailure(
        .findings,
        "'\(path)' is a plan of another scenario, or of this one before it was changed; plan it again")
    }
    return plan
  }

  private static let format = "gait-plan/1"
  /// More than a plan of the most capabilities that a roadmap may have.
  private static let sizeLimit = 64 << 20
}
