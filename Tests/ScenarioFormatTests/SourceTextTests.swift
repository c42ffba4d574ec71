import Testing

@testable import ScenarioFormat

@Suite struct SourceTextTests {
  @Test(arguments: [
    ("", [""]), ("a", ["a"]), ("a\n", ["a", ""]), ("a\nb", ["a", "b"]),
    ("a\r\nb\rc\n\nd", ["a", "b", "c", "", "d"]),
    ("\r\n\r\n", ["", "", ""]), ("é\n€", ["é", "€"]),
  ])
  func cutsLines(_ text: String, _ lines: [String]) {
    let source = SourceText(file: "a.yaml", text: text)
    #expect(source.lineCount == lines.count)
    #expect((1...lines.count).map { source.line($0).map(String.init) } == lines)
    #expect(source.line(0) == nil && source.line(lines.count + 1) == nil)
  }
}
