import RoadmapModel
import Testing

@testable import ScenarioFormat

@Suite struct FindingLogTests {
  @Test func ordersByFileLineAndColumn() {
    let log = FindingLog()
    for file in ["a.yaml", "b.yaml"] { _ = log.add(SourceText(file: file, text: "")) }
    let places = [(1, 1, 1), (0, 9, 1), (0, 2, 5), (0, 2, 1), (1, 1, 1)].map {
      Place(source: $0, line: $1, column: $2)
    }
    for (number, place) in places.enumerated() { log.report(Mistake(.unknownKey, "\(number)"), at: place) }
    #expect(log.findings.map(\.message) == ["3", "2", "1", "0", "4"])
  }

  @Test func notesTheSameOnce() {
    let log = FindingLog()
    _ = log.add(SourceText(file: "a.yaml", text: ""))
    for path in [["a", "0"], ["a", "1"]] {
      log.report(Finding(id: "x", message: "m", path: path), at: .start(of: 0))
    }
    #expect(log.findings.map(\.path) == [["a", "0"]])
  }

  @Test func remembersBrokenParts() {
    let log = FindingLog()
    _ = log.add(SourceText(file: "a.yaml", text: ""))
    log.reading(["teams", "dev"]) { log.report(Mistake(.unknownKey, "m"), at: .start(of: 0)) }
    log.reading(["teams", "data"]) {}
    #expect(log.findings.map(\.path) == [["teams", "dev"]])
    #expect(log.isBroken(around: ["teams", "dev", "capacity"]) && log.isBroken(around: ["teams"]))
    #expect(!log.isBroken(around: ["teams", "data"]))
  }

  @Test(arguments: [
    ("a\nb\tc", "a\\nb\\u{9}c"), ("\u{1B}[31m", "\\u{1b}[31m"), ("\u{202E}gpj", "\\u{202e}gpj"),
    ("naïef €", "naïef €"),
  ])
  func showsWhatATextHides(_ text: String, _ shown: String) {
    #expect(FindingLog.printable(text) == shown)
  }

  @Test func shortensTheMiddle() {
    let shown = FindingLog.printable("begin" + String(repeating: "x", count: 9_000) + "end")
    #expect(shown.count == 405 && shown.hasPrefix("begin") && shown.hasSuffix("end"))
  }
}
