import TestSupport
import Testing

@Suite struct CheckCommandTests {
  /// The corner shop with one mistake in it.
  private static func faulty(_ word: String = "storefrnt") throws -> String {
    try Tool.cornerShop().replacing("live: [storefront]", with: "live: [\(word)]")
  }

  @Test func aStarterScenarioHasNoFindings() throws {
    let scratch = try Scratch()
    #expect(try Tool.run("init", "shop", in: scratch.url).status == 0)
    let run = try Tool.run("check", "shop/roadmap.yaml", in: scratch.url)
    #expect(run.status == 0)
    #expect(run.text.hasPrefix("shop/roadmap.yaml: no findings; "))
    #expect(run.diagnostics == "")
  }

  @Test func aFindingShowsItsPlaceAndTheNextStep() throws {
    let scratch = try Scratch()
    try scratch.write(Self.faulty(), to: "faulty.yaml")
    let run = try Tool.run("check", "faulty.yaml", in: scratch.url)
    #expect(run.status == 1)
    #expect(
      run.text == """
        faulty.yaml:78:10: error: there is no capability 'storefrnt' [unknown-capability]
            live: [storefrnt]
                   ^~~~~~~~~
        Maybe you meant 'storefront'.
        faulty.yaml: 1 error and 0 warnings.

        """)
  }

  @Test func findingsAreOneJSONDocument() throws {
    let scratch = try Scratch()
    try scratch.write(Self.faulty(), to: "faulty.yaml")
    let run = try Tool.run("check", "faulty.yaml", "--format", "json", in: scratch.url)
    let document = try run.json
    #expect(run.status == 1)
    #expect(document["format"] == .string("gait-findings/1"))
    #expect(document["errors"] == .number(1))
    let finding = try #require(document["findings"]?.array?.first)
    #expect(finding["id"] == .string("unknown-capability"))
    #expect(finding["severity"] == .string("error"))
    #expect(finding["advice"] == .string("Maybe you meant 'storefront'."))
    #expect(
      finding["place"]
        == .object(["file": .string("faulty.yaml"), "line": .number(78), "column": .number(10)]))
  }

  @Test func colorIsForTerminalsOnly() throws {
    let scratch = try Scratch()
    try scratch.write(Self.faulty(), to: "faulty.yaml")
    let run = try Tool.run("check", "faulty.yaml", in: scratch.url, environment: ["TERM": "xterm-256color"])
    #expect(!run.text.contains("\u{1B}"))
  }

  @Test func aNameCannotSteerTheTerminal() throws {
    let scratch = try Scratch()
    try scratch.write(Self.faulty(#""a\e]0;owned\a""#), to: "faulty.yaml")
    let run = try Tool.run("check", "faulty.yaml", in: scratch.url)
    #expect(run.status == 1)
    #expect(!run.text.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
  }

  @Test(arguments: ["missing.yaml", "."])
  func whatCannotBeReadIsNotAFinding(path: String) throws {
    let scratch = try Scratch()
    let run = try Tool.run("check", path, in: scratch.url)
    #expect(run.status == 4)
    #expect(run.diagnostics.hasPrefix("gait: "))
    #expect(run.output == [])
    for command in ["check", "assess", "plan"] {
      let run = try Tool.run(command, path, "--format", "json", in: scratch.url)
      #expect(run.status == 4)
      #expect(try run.json["format"] == .string("gait-findings/1"))
    }
  }
}
