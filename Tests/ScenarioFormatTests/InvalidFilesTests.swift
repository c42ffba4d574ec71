import Foundation
import RoadmapModel
import Testing

@testable import ScenarioFormat

/// Every kind of finding has a file that provokes it, and every such file provokes exactly what its marks say.
///
/// A mark is a comment `# expect: ID` on the line of the finding, or `# expect: ID @LINE:COLUMN` anywhere.
@Suite struct InvalidFilesTests {
  /// What no file can provoke: the maps of a file cannot hold the same key twice.
  static let unreachable: Set<String> = ["duplicate-id", "repeated-effect"]

  /// `range-order` for `range-order-2.yaml`.
  static func id(ofFile name: String) -> String {
    String(name.dropLast(".yaml".count)).replacing(/-[0-9]+$/, with: "")
  }

  static func names() throws -> [String] { try Fixtures.files(in: "Invalid") }

  @Test(arguments: try names())
  func fileHasExactlyTheMarkedFindings(_ name: String) throws {
    let path = Fixtures.path("Invalid/\(name)")
    let reading = ScenarioReader().read(path)
    var expected: [String] = []
    var found: [String] = []
    for source in reading.sources where source.file.contains("Invalid") {
      let marks = Mark.all(in: source.text)
      let findings = reading.findings.filter { $0.place?.file == source.file }
      let positions = Mark.matching(findings, to: marks)
      expected += marks.map { "\(source.file):\($0.description)" }.sorted()
      found += positions.map { "\(source.file):\($0)" }.sorted()
    }
    #expect(found == expected)
    #expect(
      reading.findings.contains { $0.id == Self.id(ofFile: name) }, "the file is named after its finding")
    let hasErrors = reading.findings.contains { $0.severity == .error }
    #expect((reading.roadmap == nil) == hasErrors)
    #expect(reading.findings.allSatisfy { ($0.advice ?? ".").hasSuffix(".") && !$0.message.hasSuffix(".") })
  }

  @Test func everyFindingHasAFile() throws {
    let files = try Set(
      Self.names().map { String($0.dropLast(".yaml".count).replacing(/-[0-9]+$/, with: "")) })
    let covered = files.union(HostileFilesTests.generated).union(Self.unreachable)
    #expect(covered == Set(ScenarioReader.findingIDs))
    #expect(Set(ScenarioReader.findingIDs).count == ScenarioReader.findingIDs.count)
    #expect(files.isDisjoint(with: HostileFilesTests.generated))
  }
}

/// What a comment in a file says about a finding.
private struct Mark {
  let id: String
  let line: Int
  let column: Int?

  var description: String { "\(line)\(column.map { ":\($0)" } ?? "") \(id)" }

  static func all(in text: String) -> [Mark] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { index, line in
      line.matches(of: /# expect: ([a-z0-9-]+)(?: @([0-9]+):([0-9]+))?/).map { match in
        Mark(
          id: String(match.1), line: match.2.flatMap { Int($0) } ?? index + 1,
          column: match.3.flatMap { Int($0) })
      }
    }
  }

  /// The findings in the words of marks: with a column exactly when a mark of the same id and line has one.
  static func matching(_ findings: [Finding], to marks: [Mark]) -> [String] {
    findings.map { finding in
      let line = finding.place?.line ?? 0
      let mark = marks.first { $0.id == finding.id && $0.line == line }
      return Mark(id: finding.id, line: line, column: mark?.column == nil ? nil : finding.place?.column)
        .description
    }
  }
}
