import RoadmapModel
import Testing

@testable import ScenarioFormat

@Suite struct YAMLDocumentTests {
  private func tree(_ text: String) throws -> LocatedNode {
    let log = FindingLog()
    let source = SourceText(file: "a.yaml", text: text)
    let tree = YAMLDocument.read(source, at: log.add(source), into: log)
    #expect(log.findings == [])
    return try #require(tree)
  }

  @Test func keepsThePlaceOfKeysAndValues() throws {
    let map = try #require(try tree("a: 1\nbé:\n  - x\n  - { c: 'd' }\n").mapping)
    #expect(map.entries.map(\.key) == ["a", "bé"])
    let list = try #require(map["bé"])
    #expect(list.keyPlace == Place(source: 0, line: 2, column: 1))
    let members = try #require(list.value.sequence)
    #expect(members[0].place == Place(source: 0, line: 3, column: 5))
    #expect(members[1].mapping?["c"]?.value.place == Place(source: 0, line: 4, column: 10))
  }

  @Test func tellsQuotedFromPlain() throws {
    let map = try #require(try tree("a: null\nb: \"null\"\nc:\nd: ''\ne: ~\n").mapping)
    #expect(map.entries.map(\.value.isNull) == [true, false, true, false, true])
  }

  @Test func leavesScalarsAsWritten() throws {
    let map = try #require(
      try tree("a: yes\nb: 012\nc: 1_000\nd: 2027-01-04\ne: >\n  two\n  lines\n").mapping)
    #expect(map.entries.map(\.value.scalar) == ["yes", "012", "1_000", "2027-01-04", "two lines\n"])
  }

  @Test func putsCommasBackIntoTexts() throws {
    let map = try #require(
      try tree("name: { en: Buy now, pay later, nl: Nu, straks, dan, sv: Nu }\n").mapping)
    let name = try #require(map["name"]?.value.mapping)
    #expect(name.entries.map(\.key) == ["en", "nl", "sv"])
    #expect(name.entries.map(\.value.scalar) == ["Buy now, pay later", "Nu, straks, dan", "Nu"])
  }

  /// Only texts in several languages get their commas back; elsewhere `null` removes a key.
  @Test func leavesOtherMapsWithoutValuesAlone() throws {
    let map = try #require(try tree("a: { b: 1, c }\nd: { en: x, nl: }\n").mapping)
    #expect(map["a"]?.value.mapping?.entries.map(\.key) == ["b", "c"])
    #expect(map["d"]?.value.mapping?["nl"]?.value.isNull == true)
  }

  @Test func readsOnAfterDuplicateKeys() throws {
    let log = FindingLog()
    let text = "a: 1\na: 2\n\"b\": 1\nc: { d: 1, d: 2 }\n'b': 3\na: 4\n"
    let source = SourceText(file: "a.yaml", text: text)
    let tree = try #require(YAMLDocument.read(source, at: log.add(source), into: log))
    #expect(tree.mapping?.entries.map(\.key) == ["a", "b", "c"])
    #expect(tree.mapping?["a"]?.value.scalar == "1")
    #expect(
      log.findings.map { "\($0.id) \($0.place?.line ?? 0):\($0.place?.column ?? 0)" } == [
        "duplicate-key 2:1", "duplicate-key 4:12", "duplicate-key 5:1", "duplicate-key 6:1",
      ])
  }

  @Test(arguments: ["R&D *and* Q&A", "# &a and *b", "'*a' & b", "5 * 3 & 4"])
  func takesOrdinaryTextWithTheseSigns(_ text: String) throws {
    #expect(try tree("a: x \(text)\n").mapping?["a"] != nil)
  }
}
