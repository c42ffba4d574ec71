import Foundation
import RoadmapModel

@testable import ScenarioFormat

/// Where the files beside these tests are.
enum Fixtures {
  static let directory = URL(filePath: #filePath).deletingLastPathComponent()

  /// The root of the package.
  static let package = directory.deletingLastPathComponent().deletingLastPathComponent()

  static func path(_ name: String) -> String {
    directory.appending(path: name).path
  }

  static func text(_ name: String) throws -> String {
    try String(contentsOf: directory.appending(path: name), encoding: .utf8)
  }

  /// The YAML files of a folder beside these tests, in the order of their names.
  static func files(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(folder)).filter { $0.hasSuffix(".yaml") }
      .sorted()
  }
}

extension ScenarioReading {
  /// The ids of the findings with line and column, for comparisons that print well.
  var summary: [String] {
    findings.map { finding in
      "\(finding.id) \(finding.place.map { "\($0.file):\($0.line):\($0.column)" } ?? "nowhere")"
    }
  }
}

/// Reads one text as a scenario named `scenario.yaml`.
func read(_ text: String, others: [String: String] = [:]) -> ScenarioReading {
  ScenarioReader(files: FilesInMemory(others.merging(["scenario.yaml": text]) { _, new in new }))
    .read("scenario.yaml")
}
