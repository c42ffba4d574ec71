import RoadmapModel
import Testing

@testable import ScenarioFormat

@Suite struct MergeTests {
  private let log = FindingLog()

  private func tree(_ text: String, _ file: String) throws -> LocatedMapping {
    let source = SourceText(file: file, text: text)
    return try #require(YAMLDocument.read(source, at: log.add(source), into: log)?.mapping)
  }

  /// The tree in flow style, with the number of the file behind each scalar.
  private func describe(_ mapping: LocatedMapping) -> String {
    let entries = mapping.entries.map { entry in
      switch entry.value.content {
      case .scalar(let text, _): "\(entry.key): \(text)@\(entry.value.place.source)"
      case .sequence(let members): "\(entry.key): [\(members.count)]@\(entry.value.place.source)"
      case .mapping(let inner): "\(entry.key): \(describe(inner))"
      }
    }
    return "{" + entries.joined(separator: ", ") + "}"
  }

  @Test func mergesMapsAndReplacesTheRest() throws {
    let lower = try tree("a: { x: 1, y: 2 }\nb: [1, 2]\nc: 1\nd: { z: 1 }", "lower.yaml")
    let upper = try tree("a: { y: 3, w: 4 }\nb: [5]\nc: { v: 1 }\nd: 2\ne: 6", "upper.yaml")
    let merged = Merge(log: log).lay(upper, over: lower)
    #expect(describe(merged) == "{a: {x: 1@0, y: 3@1, w: 4@1}, b: [1]@1, c: {v: 1@1}, d: 2@1, e: 6@1}")
    #expect(log.findings == [])
  }

  @Test func removesKeysByNull() throws {
    let lower = try tree("a: { x: 1, y: 2 }\nb: 1", "lower.yaml")
    let merged = Merge(log: log).lay(try tree("a: { x: null }\nb: ~\nc: null", "upper.yaml"), over: lower)
    #expect(describe(merged) == "{a: {y: 2@0}}")
    #expect(log.findings.map(\.id) == ["nothing-to-remove"])
    #expect(log.findings.first?.place?.line == 3)
  }

  @Test func joinsPartsThatDoNotContradict() throws {
    let first = try tree("gait: 1\na: { x: 1 }", "first.yaml")
    let second = try tree("gait: 1\na: { y: 2 }\nb: 3", "second.yaml")
    #expect(describe(Merge(log: log).join([first, second])) == "{gait: 1@0, a: {x: 1@0, y: 2@1}, b: 3@1}")
    #expect(log.findings == [])
  }

  @Test func refusesPartsThatContradict() throws {
    let first = try tree("a: { x: 1 }\nb: [1]", "first.yaml")
    _ = Merge(log: log).join([first, try tree("a: { x: 2 }\nb: [1]", "second.yaml")])
    #expect(
      log.findings.map { "\($0.id) \($0.place?.file ?? "") \($0.message)" } == [
        "duplicate-key second.yaml 'x' is already given in first.yaml:1",
        "duplicate-key second.yaml 'b' is already given in first.yaml:2",
      ])
  }
}
