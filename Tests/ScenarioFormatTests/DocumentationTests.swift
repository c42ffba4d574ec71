import Foundation
import RoadmapModel
import TestSupport
import Testing

@testable import ScenarioFormat

/// The pages about the format keep up with the reader.
@Suite struct DocumentationTests {
  private func page(_ name: String) throws -> String {
    try String(contentsOf: Fixtures.package.appending(path: "docs/\(name)"), encoding: .utf8)
  }

  @Test func findingsPageListsEveryID() throws {
    let listed = try page("findings.md").matches(of: /\n\| `([a-z0-9-]+)` \|/).map { String($0.1) }
    #expect(listed.sorted() == ScenarioReader.findingIDs.sorted())
  }

  @Test func referenceNamesEveryKey() throws {
    let text = try page("scenario-format.md")
    for (section, keys) in SchemaTests.sections {
      for key in keys {
        #expect(try Regex("\\b\(key)\\b").firstMatch(in: text) != nil, "\(section).\(key) is not on the page")
      }
    }
  }

  /// The example of the reference is YAML, all of whose keys the schema knows.
  @Test func referenceExampleIsReadable() throws {
    let blocks = try page("scenario-format.md").split(separator: "```")
    let example = try #require(blocks.first { $0.hasPrefix("yaml\ngait: 1") }).dropFirst("yaml\n".count)
    // What an ellipsis stands for on the page is any text here.
    let text = example.replacing("...", with: "text")
    let log = FindingLog()
    let source = SourceText(file: "scenario-format.md", text: String(text))
    let tree = try #require(YAMLDocument.read(source, at: log.add(source), into: log))
    #expect(log.findings == [])
    let reader = ScenarioReader(files: FilesInMemory(["a.yaml": String(text), "base.yaml": "gait: 1\n"]))
    let unknown = reader.read("a.yaml").findings.filter {
      $0.id == "unknown-key" || $0.id.hasPrefix("expected-")
    }
    #expect(unknown == [])
    #expect(try SchemaTests.schema().errors(of: JSONValue(tree)) == [])
  }
}
