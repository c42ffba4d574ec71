import GraphvizRendering
import Testing

@Suite struct RenderingErrorTests {
  @Test(arguments: [
    (RenderingError.noGraph, "holds no graph"), (.nulCharacter, "U+0000"),
    (.syntax(line: 3, message: "syntax error near '['"), "Line 3 is not DOT: syntax error near '['."),
    (.textAfterGraph, "one graph at a time"), (.unnamedGraph, "digraph roadmap"),
    (.tooManyNodes(count: 6_000, limit: 5_000), "6000 nodes, and at most 5000"),
    (.colorWithSemicolon("&lt;"), "\"&lt;\""),
    (.resolutionOutOfRange(7), "7 dots per inch is not between 24 and 1200"),
    (.imageTooLarge(width: 10, height: 99_999), "10 by 99999 pixels"),
    (
      .graphviz([.init(level: .error, text: "one"), .init(level: .warning, text: "two")]),
      "error: one; warning: two"
    ),
  ])
  func descriptionsSayWhatAndWhere(_ error: RenderingError, _ part: String) {
    #expect(error.description.contains(part))
  }
}
