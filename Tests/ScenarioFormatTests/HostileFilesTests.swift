import Foundation
import RoadmapModel
import Testing

@testable import ScenarioFormat

/// Files that are too large, too strange or too many to keep beside the tests.
@Suite struct HostileFilesTests {
  /// The findings that these tests provoke.
  static let generated: Set<String> = [
    "file-too-large", "invalid-utf8", "control-character", "extends-too-long", "text-too-long",
    "too-many-values",
    "too-many-findings", "too-large",
  ]

  private func read(bytes: [UInt8]) -> ScenarioReading {
    ScenarioReader(files: FilesInMemory(bytes: ["scenario.yaml": bytes])).read("scenario.yaml")
  }

  @Test func refusesAFileOfFiftyMegabytesWithoutReadingIt() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "gait-\(UUID().uuidString).yaml").path
    #expect(FileManager.default.createFile(atPath: path, contents: nil))
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(truncate(path, 50_000_000) == 0)
    let reading = ScenarioReader().read(path)
    #expect(reading.summary == ["file-too-large \(path):1:1"])
    #expect(reading.sources.map(\.text) == [""])
  }

  @Test func stopsReadingAPipeAtTheLimit() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "gait-\(UUID().uuidString).pipe").path
    #expect(mkfifo(path, 0o600) == 0)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let writer = Thread {
      guard let handle = FileHandle(forWritingAtPath: path) else { return }
      let block = Data(repeating: UInt8(ascii: "#"), count: 1_000_000)
      for _ in 0..<3 { try? handle.write(contentsOf: block) }
    }
    // The reader leaves before the writer is done; that must not end this process.
    signal(SIGPIPE, SIG_IGN)
    writer.start()
    #expect(ScenarioReader().read(path).summary == ["file-too-large \(path):1:1"])
  }

  @Test func refusesAFileOverTheLimitInMemory() {
    #expect(
      read(bytes: [UInt8](repeating: 0x20, count: 2_000_001)).summary == ["file-too-large scenario.yaml:1:1"])
  }

  @Test(
    arguments: [
      ([0x61, 0x3A, 0x20, 0xFF], "1:4"), ([0x61, 0x0A, 0xC3, 0x28], "2:1"),
      ([0xFE, 0xFF, 0x00, 0x61], "1:1"),
      ([0x61, 0x0D, 0x0A, 0x62, 0xED, 0xA0, 0x80], "2:2"), ([0xE2, 0x82], "1:1"),
    ] as [([UInt8], String)])
  func showsTheFirstByteThatIsNotText(_ bytes: [UInt8], _ place: String) {
    #expect(read(bytes: bytes).summary == ["invalid-utf8 scenario.yaml:\(place)"])
  }

  @Test(arguments: ["\0", "\u{1B}", "\u{7F}", "\u{85}", "\u{2028}", "\u{FEFF}", "\u{FFFE}"])
  func refusesCharactersThatAreNotText(_ character: String) {
    #expect(
      read(bytes: Array("gait: 1\nname: a\(character)b\n".utf8)).summary == [
        "control-character scenario.yaml:2:8"
      ])
  }

  @Test func refusesControlCharactersBehindEscapes() {
    let reading = read(bytes: Array("gait: 1\nname: \"a\\0b\"\n".utf8))
    #expect(reading.summary == ["control-character scenario.yaml:2:7"])
  }

  @Test func takesAByteOrderMark() throws {
    let text = try Fixtures.text("Valid/complete.yaml")
    #expect(read(bytes: [0xEF, 0xBB, 0xBF] + Array(text.utf8)).roadmap != nil)
  }

  @Test func takesCarriageReturns() throws {
    let text = try Fixtures.text("Valid/complete.yaml").replacing("\n", with: "\r\n")
    #expect(read(bytes: Array(text.utf8)).summary == [])
    let reading = read(bytes: Array((text + "wrong: 1\r\n").utf8))
    #expect(reading.summary == ["unknown-key scenario.yaml:175:1"])
    #expect(reading.findings.first.flatMap(reading.sourceLine) == "wrong: 1")
  }

  @Test func doesNotExpandABillionLaughs() {
    var text = "gait: 1\nl0: &l0 lol\n"
    for level in 1...60 { text += "l\(level): &l\(level) [*l\(level - 1), *l\(level - 1), *l\(level - 1)]\n" }
    #expect(ScenarioFormatTests.read(text).summary == ["alias-not-supported scenario.yaml:3:10"])
  }

  @Test func doesNotExpandABillionLaughsInKeys() {
    var text = "gait: 1\n? &l0 lol\n: 1\n"
    for level in 1...60 { text += "? &l\(level) { *l\(level - 1) : 1, b: *l\(level - 1) }\n: 1\n" }
    #expect(ScenarioFormatTests.read(text).findings.map(\.id) == ["alias-not-supported"])
  }

  @Test(arguments: ["[", "{a: ", "- ", "? ", "[[{a: "])
  func doesNotRecurseIntoTheDeep(_ opening: String) {
    let text = String(repeating: opening, count: 100_000)
    #expect(ScenarioFormatTests.read(text).findings.map(\.id) == ["too-deep"])
  }

  @Test(arguments: [31, 32, 33, 900])
  func countsDepthExactly(_ depth: Int) {
    // The map of the file is the first level.
    let text =
      "gait: 1\ndeep: " + String(repeating: "[", count: depth) + String(repeating: "]", count: depth) + "\n"
    #expect(ScenarioFormatTests.read(text).findings.contains { $0.id == "too-deep" } == (depth > 31))
  }

  @Test func refusesTooManyValues() {
    let text = "gait: 1\nlist: [" + String(repeating: "1,", count: 200_001) + "]\n"
    #expect(ScenarioFormatTests.read(text).findings.map(\.id) == ["too-many-values"])
  }

  @Test func refusesTextsWithoutEnd() {
    let text = "gait: 1\nname: " + String(repeating: "a", count: 10_001) + "\n"
    #expect(ScenarioFormatTests.read(text).summary == ["text-too-long scenario.yaml:2:7"])
  }

  @Test func countsFindingsBeyondTheLimit() throws {
    let keys = (0..<700).map { "wrong\($0): 1\n" }.joined()
    let reading = ScenarioFormatTests.read(try Fixtures.text("Valid/complete.yaml") + keys)
    #expect(reading.findings.count == 501)
    #expect(reading.findings.last?.id == "too-many-findings")
    #expect(reading.findings.last?.message == "200 more findings are not shown")
  }

  @Test func givesUpOnManyDuplicateKeys() {
    let keys = (0..<60).map { "k\($0): 1\nk\($0): 1\n" }.joined()
    #expect(Set(ScenarioFormatTests.read("gait: 1\n" + keys).findings.map(\.id)) == ["duplicate-key"])
  }

  @Test func refusesAChainOfSeventeenFiles() {
    var files: [String: String] = [:]
    for number in 0..<17 { files["\(number).yaml"] = "gait: 1\nextends: \(number + 1).yaml\n" }
    let reading = ScenarioReader(files: FilesInMemory(files)).read("0.yaml")
    #expect(reading.summary == ["extends-too-long 15.yaml:2:10"])
  }

  @Test func refusesMoreCapabilitiesThanItCanPlan() throws {
    let line = ": { name: N, stage: crawl, element: data, duration: 1w }\n"
    let capabilities = (0...5_000).map { "  c\($0)" + line }.joined()
    let base = try Fixtures.text("Invalid/support/base.yaml")
    let reading = ScenarioFormatTests.read(
      "gait: 1\nextends: base.yaml\ncapabilities:\n" + capabilities, others: ["base.yaml": base])
    #expect(reading.summary == ["too-large scenario.yaml:3:1"])
  }

  /// Only the first findings look for a spelling, and only the first five hundred have words at all.
  @Test func takesThousandsOfUnknownReferences() throws {
    let known = (0..<2_000).map { "  c\($0): { name: N, stage: crawl, element: data, duration: 1w }\n" }
      .joined()
    let unknown = (0..<2_000).map { "d\($0)" }.joined(separator: ", ")
    let base = try Fixtures.text("Invalid/support/base.yaml")
    let reading = ScenarioFormatTests.read(
      "gait: 1\nextends: base.yaml\ncapabilities:\n\(known)company:\n  notApplicable: [\(unknown)]\n",
      others: ["base.yaml": base])
    #expect(reading.findings.count == 501)
    #expect(reading.findings.first?.id == "unknown-capability")
    #expect(reading.findings.filter { $0.advice?.hasPrefix("Maybe you meant") ?? false }.count <= 50)
    #expect(reading.findings.last?.id == "too-many-findings")
  }
}
