import Testing

@testable import GraphvizRendering

@Suite struct GraphvizMessageTests {
  @Test func piecesBecomeMessages() {
    let pieces = [
      "Error", ": ", "syntax error in line 12 near ';'\n", "Warning", ": ", "node b, port zz",
      " unrecognized\n",
      "in label of node a\n",
    ]
    #expect(
      GraphvizMessage.messages(from: pieces) == [
        GraphvizMessage(level: .error, text: "syntax error in line 12 near ';'"),
        GraphvizMessage(level: .warning, text: "node b, port zz unrecognized\nin label of node a"),
      ])
  }

  @Test func repeatedMessagesAreKeptOnce() {
    let once = ["Warning", ": ", "using box for unknown shape foo\n"]
    #expect(GraphvizMessage.messages(from: once + once).count == 1)
    #expect(
      GraphvizMessage.messages(from: once + ["Error", ": ", "using box for unknown shape foo\n"]).count == 2)
  }

  @Test func aNameThatReadsLikeALevelStartsNothing() {
    let messages = GraphvizMessage.messages(from: ["Warning", ": ", "node ", "Error", " is lost\n"])
    #expect(messages == [GraphvizMessage(level: .warning, text: "node Error is lost")])
  }

  @Test func textWithoutALevelIsAnError() {
    #expect(
      GraphvizMessage.messages(from: ["strange\n"]) == [GraphvizMessage(level: .error, text: "strange")])
    #expect(GraphvizMessage.messages(from: []).isEmpty)
  }

  @Test(arguments: [
    ("syntax error in line 7 near 'x'", 7), ("memory exhausted in line 123", 123), ("no position", nil),
    ("in line x", nil), (" in line ", nil),
  ])
  func lineIsRead(_ text: String, _ line: Int?) {
    #expect(GraphvizMessage(level: .error, text: text).line == line)
  }

  @Test func descriptionNamesTheLevel() {
    #expect(GraphvizMessage(level: .warning, text: "odd").description == "warning: odd")
  }
}
