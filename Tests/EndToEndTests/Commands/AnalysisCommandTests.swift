import Foundation
import TestSupport
import Testing

/// `gait explain`, `compare`, `frontier` and `plan --alternatives`, as a user runs them.
@Suite struct AnalysisCommandTests {
  private static func scratch() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write(Tool.fixture("kiosk.yaml"), to: "shop.yaml")
    try scratch.write(
      "gait: 1\nextends: shop.yaml\nname: Poor shop\nbudget: { amount: 13k }\n", to: "poor.yaml")
    try scratch.write(
      "gait: 1\nextends: shop.yaml\nname: Hasty shop\ntarget: { by: 2027-02-08 }\n", to: "hasty.yaml")
    return scratch
  }

  private static func run(_ arguments: String..., in scratch: Scratch) throws -> Tool.Run {
    try Tool.run(arguments + ["--effort", "quick"], in: scratch.url)
  }

  private static let commands: [(name: String, arguments: [String])] = [
    ("explanation", ["explain", "shop.yaml"]),
    ("explanation", ["explain", "shop.yaml", "reviews", "storefront"]),
    ("information", ["explain", "shop.yaml", "--information"]),
    ("frontier", ["frontier", "shop.yaml", "--budget", "20k...60k", "--steps", "3"]),
    ("frontier", ["frontier", "shop.yaml", "--team", "development", "1...2", "--steps", "2"]),
    ("alternatives", ["plan", "shop.yaml", "--alternatives", "2", "--loss", "60%"]),
    ("comparison", ["compare", "shop.yaml", "poor.yaml", "--trials", "64"]),
  ]

  @Test(arguments: commands.indices) func documentsFollowTheirSchemasAndRepeat(index: Int) throws {
    let scratch = try Self.scratch()
    let (name, arguments) = Self.commands[index]
    let all = arguments + ["--effort", "quick", "--format", "json"]
    let run = try Tool.run(all + ["--threads", "2"], in: scratch.url)
    #expect(run.status == 0, "\(run.diagnostics)")
    #expect(try JSONSchema(named: name).errors(of: run.json) == [])
    #expect(try Tool.run(all + ["--threads", "1"], in: scratch.url).output == run.output)
    // A document says what it was made from, and no number of it has the noise of sums of binary fractions; plans are another format's.
    let document = try run.json
    #expect(document["currency"] == .string("EUR") && document["seed"] == .number(1))
    #expect(document["inputHash"] != nil || name == "comparison")
    guard name != "alternatives", name != "explanation" else { return }
    #expect(run.text.firstMatch(of: /[0-9]\.[0-9]{11}/) == nil)
  }

  /// All but the explanation in depth, which takes longest and has a test of its own.
  @Test(arguments: commands.indices.filter { $0 != 1 }) func reportsFitTheTerminalAndSpeakLanguages(
    index: Int
  ) throws {
    let scratch = try Self.scratch()
    let arguments = Self.commands[index].arguments + ["--effort", "quick"]
    let texts = try ["en", "nl", "sv"].map { language in
      let run = try Tool.run(arguments + ["--language", language], in: scratch.url)
      #expect(run.status == 0, "\(run.diagnostics)")
      #expect(run.text.split(separator: "\n").allSatisfy { $0.count <= 100 }, "\(language)")
      return run.text
    }
    #expect(Set(texts).count == 3)
  }

  @Test func aCapabilityIsExplainedInDepth() throws {
    let run = try Self.run("explain", "shop.yaml", "reviews", in: Self.scratch())
    #expect(run.text.contains("Why not earlier"))
    #expect(run.text.contains("'Reviews' starts when 'Checkout' is live"))
    #expect(run.text.contains("How far its numbers may be off"))
    #expect(run.text.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test func thePlanThatIsExplainedIsKeptForOtherCommands() throws {
    let scratch = try Self.scratch()
    let run = try Self.run(
      "explain", "shop.yaml", "--format", "json", "--save-plan", "better.json", in: scratch)
    #expect(run.status == 0, "\(run.diagnostics)")
    let drawn = try Tool.run(
      ["diagram", "shop.yaml", "--plan", "better.json", "-o", "x.dot"], in: scratch.url)
    #expect(drawn.status == 0, "\(drawn.diagnostics)")
    #expect(try Self.run("explain", "shop.yaml", "--save-plan", "-", in: scratch).status == 2)
    let hasty = try Self.run("explain", "hasty.yaml", "--save-plan", "none.json", in: scratch)
    #expect(hasty.status == 3 && hasty.diagnostics.contains("nothing was written to 'none.json'"))
    #expect(try !scratch.names.contains("none.json"))
    let both = try Self.run("explain", "shop.yaml", "--information", "--save-plan", "x.json", in: scratch)
    #expect(both.status == 2 && both.diagnostics.contains("do not go together"))
  }

  @Test func anUnknownCapabilityIsAMistakeOfUsage() throws {
    let unknown = try Self.run("explain", "shop.yaml", "review", in: Self.scratch())
    #expect(unknown.status == 2 && unknown.diagnostics.contains("did you mean 'reviews'?"))
    // It is told how to use this command, not the tool.
    #expect(unknown.diagnostics.contains("gait explain --help"))
    #expect(!unknown.diagnostics.contains("<subcommand>"))
  }

  @Test func whatIsExcludedOrLeftOutSaysItsAnswerOnce() throws {
    let scratch = try Self.scratch()
    try scratch.write(
      "gait: 1\nextends: shop.yaml\ndecisions: { exclude: [gift-wrap] }\ncompany: { live: [storefront], partial: { reviews: 40% } }\n",
      to: "without.yaml")
    let excluded = try Self.run("explain", "without.yaml", "gift-wrap", in: scratch)
    #expect(excluded.status == 0, "\(excluded.diagnostics)")
    #expect(excluded.text.contains("As long as it is excluded"))
    #expect(!excluded.text.contains("How far its numbers may be off"))
    let out = try Self.run("explain", "without.yaml", "robot-greeter", in: scratch)
    #expect(!out.text.contains("If it had to be in the plan:"))
    #expect(out.text.contains("has to be in the plan: starts"))
    let partial = try Self.run("explain", "without.yaml", "reviews", in: scratch)
    #expect(partial.text.contains("One-off cost that is left"))
    let all = try Self.run("explain", "without.yaml", in: scratch)
    #expect(all.text.contains("What more people and money would bring"))
    #expect(!all.text.contains("prices of the bound"))
  }

  @Test(arguments: [
    ("en", "It is live already", "'Checkout' starts 2027-01-04", "It does not apply to this company"),
    ("nl", "Het is al live", "'Kassa' start 2027-01-04", "Het is niet van toepassing op dit bedrijf"),
    ("sv", "Det är redan i drift", "'Kassa' börjar 2027-01-04", "Det är inte tillämpligt"),
  ])
  func whatNoPlanDecidesAboutIsExplainedToo(
    language: String, live: String, needed: String, notApplicable: String
  ) throws {
    let scratch = try Self.scratch()
    try scratch.write(
      "gait: 1\nextends: shop.yaml\ncompany: { notApplicable: [gift-wrap] }\n", to: "plain.yaml")
    let run = try Self.run(
      "explain", "plain.yaml", "storefront", "gift-wrap", "--language", language, in: scratch)
    #expect(run.status == 0, "\(run.diagnostics)")
    for text in [live, needed, notApplicable] { #expect(run.text.contains(text), "\(run.text)") }
  }

  @Test func whatIsLiveIsExplainedToPrograms() throws {
    let scratch = try Self.scratch()
    try scratch.write(
      """
      gait: 1
      extends: shop.yaml
      record: { through: 2026-12-31, capabilities: { storefront: { started: 2026-09-07, finished: 2026-11-02 } } }
      """, to: "recorded.yaml")
    let run = try Self.run("explain", "recorded.yaml", "storefront", "--format", "json", in: scratch)
    #expect(run.status == 0, "\(run.diagnostics)")
    let document = try run.json
    #expect(try JSONSchema(named: "explanation").errors(of: document) == [])
    let settled = try #require(document["settled"]?.array?.first)
    #expect(settled["state"] == .string("live") && settled["since"] == .string("2026-11-02"))
    #expect(settled["demandedBy"] == .array([.string("crawl")]))
    #expect(settled["neededFor"]?.array?.first?["id"] == .string("checkout"))
    #expect(document["capabilities"] == .array([]) && document["plans"] == .number(0))
  }

  @Test func aScenarioWithoutAPlanIsRepaired() throws {
    let scratch = try Self.scratch()
    let run = try Self.run("explain", "hasty.yaml", "--format", "json", in: scratch)
    #expect(run.status == 3, "\(run.diagnostics)")
    let document = try run.json
    #expect(try JSONSchema(named: "repairs").errors(of: document) == [])
    let repairs = try #require(document["repairs"]?.array)
    let deadline = repairs.first { $0["changes"]?.array?.first?["kind"] == .string("deadline") }
    let day = try #require(deadline?["changes"]?.array?.first?["day"]?.string)
    // The repair is applied to the file, and then there is a plan; a week less is not enough.
    func status(_ day: String) throws -> Int32 {
      try scratch.write("gait: 1\nextends: shop.yaml\ntarget: { by: \(day) }\n", to: "repaired.yaml")
      return try Self.run("plan", "repaired.yaml", "--format", "json", in: scratch).status
    }
    #expect(try status(day) == 0)
    let weekBefore = try #require(
      try Date.ISO8601FormatStyle().year().month().day().parse(day).addingTimeInterval(-7 * 86_400) as Date?)
    #expect(try status(weekBefore.formatted(.iso8601.year().month().day())) == 3)
    let words = try Self.run("explain", "hasty.yaml", in: scratch)
    #expect(
      words.status == 3 && words.text.contains("What clashes") && words.text.contains("What would help"))
  }

  @Test func tablesAndChartsGoToFiles() throws {
    let scratch = try Self.scratch()
    let frontier = try Self.run(
      "frontier", "shop.yaml", "--budget", "50%...150%", "--steps", "2", "-o", "frontier.csv", "-o",
      "frontier.svg", in: scratch)
    #expect(frontier.status == 0 && frontier.text.contains("wrote frontier.csv\nwrote frontier.svg\n"))
    let rows = String(decoding: try scratch.bytes("frontier.csv"), as: UTF8.self).split(separator: "\r\n")
    #expect(rows.first?.hasPrefix("level,isScenario,npv,bound") == true)
    #expect(rows.count == 5)
    let chart = String(decoding: try scratch.bytes("frontier.svg"), as: UTF8.self)
    #expect(chart.contains("Net present value over the budget: Kiosk") && chart.hasSuffix("</svg>\n"))
  }

  @Test func comparisonsDrawWhatChanges() throws {
    let scratch = try Self.scratch()
    let names = ["c.csv", "c.md", "c.svg"]
    let compared = try Tool.run(
      ["compare", "shop.yaml", "poor.yaml", "--trials", "64", "--effort", "quick"]
        + names.flatMap { ["-o", $0] }, in: scratch.url)
    #expect(compared.status == 0, "\(compared.diagnostics)")
    #expect(try Set(names).isSubset(of: scratch.names))
    let drawing = String(decoding: try scratch.bytes("c.svg"), as: UTF8.self)
    #expect(drawing.contains("data-diagram=") && drawing.contains("Gift wrap"))

    // With a third scenario each of the others has a drawing of its own, and its file is told.
    try scratch.write(
      "gait: 1\nextends: shop.yaml\nname: Rich shop\nbudget: { amount: 90k }\n", to: "rich.yaml")
    let three = try Self.run(
      "compare", "shop.yaml", "poor.yaml", "rich.yaml", "--trials", "16", "-o", "d.svg", in: scratch)
    #expect(three.status == 0, "\(three.diagnostics)")
    #expect(three.text.contains("wrote d-poor.svg\nwrote d-rich.svg\n"))
    #expect(try scratch.names.filter { $0.hasPrefix("d") } == ["d-poor.svg", "d-rich.svg"])
    let none = try Self.run("compare", "shop.yaml", "poor.yaml", "rich.yaml", "-o", "-.svg", in: scratch)
    #expect(none.status == 2)
  }

  @Test func alternativesAreToldApartAndDrawn() throws {
    let scratch = try Self.scratch()
    let names = ["a.json", "a.csv", "a.md", "a.svg"]
    let arguments = ["plan", "shop.yaml", "--alternatives", "4", "--loss", "60%", "--effort", "quick"]
    let run = try Tool.run(arguments + names.flatMap { ["-o", $0] }, in: scratch.url)
    #expect(run.status == 0, "\(run.diagnostics)")
    let document = try JSONValue(Data(try scratch.bytes("a.json")))
    let plans = try #require(document["plans"]?.array)
    try #require(plans.count > 1)
    #expect(document["asked"] == .number(4))
    let drawings = try scratch.names.filter { $0.hasSuffix(".svg") }
    #expect(drawings == plans.indices.dropFirst().map { "a-\($0).svg" })
    for number in plans.indices.dropFirst() {
      #expect(run.text.contains("Alternative \(number)\n  - Worth EUR"))
    }
    #expect(run.text.contains("Decided otherwise: "))
    #expect(run.text.contains("were asked for and") == (plans.count < 5))
    let rows = String(decoding: try scratch.bytes("a.csv"), as: UTF8.self).split(separator: "\r\n")
    #expect(rows.count == plans.count + 1)
    // An alternative is a plan of the scenario, which other commands take.
    let whole = try JSONSerialization.jsonObject(with: Data(scratch.bytes("a.json"))) as? [String: Any]
    let member = try #require((whole?["plans"] as? [[String: Any]])?[1]["plan"])
    let one = try JSONSerialization.data(withJSONObject: member)
    try scratch.write(String(decoding: one, as: UTF8.self), to: "one.json")
    let drawn = try Tool.run(
      ["diagram", "shop.yaml", "--plan", "one.json", "-o", "one.dot"], in: scratch.url)
    #expect(drawn.status == 0, "\(drawn.diagnostics)")
  }

  /// A scenario without a plan has one with more money; where none of the levels has, the reasons are told.
  @Test func theStairsBeginWherePlansDo() throws {
    let scratch = try Self.scratch()
    try scratch.write(
      "gait: 1\nextends: shop.yaml\nname: Broke shop\nbudget: { amount: 4k }\n", to: "broke.yaml")
    let found = try Self.run(
      "frontier", "broke.yaml", "--budget", "50%...400%", "--steps", "3", "-o", "x.svg", "-o", "-.md",
      in: scratch)
    #expect(found.status == 0, "\(found.diagnostics)")
    for text in ["Where plans begin", "The scenario as it is has none", "impossible"] {
      #expect(found.text.contains(text), "\(found.text)")
    }
    let nowhere = try Self.run("frontier", "broke.yaml", "--budget", "10%...90%", in: scratch)
    #expect(nowhere.status == 3 && nowhere.text.contains("There is no plan"))
    #expect(nowhere.diagnostics.contains("no plan was found at the highest of the levels either"))
    let low = try Self.run("frontier", "shop.yaml", "--budget", "100...900", "--steps", "2", in: scratch)
    #expect(low.status == 0 && low.text.contains("At none of these levels a plan was found"))
  }

  /// Scenarios of the same name are told apart by their files, and money of two currencies is not compared.
  @Test func whatCannotStandSideBySideIsSaid() throws {
    let scratch = try Self.scratch()
    try scratch.write("gait: 1\nextends: shop.yaml\nbudget: { amount: 13k }\n", to: "same.yaml")
    let run = try Self.run("compare", "shop.yaml", "same.yaml", "--trials", "16", in: scratch)
    let words = String(decoding: run.output, as: UTF8.self)
    #expect(run.status == 0 && words.contains("(shop.yaml)") && words.contains("(same.yaml)"))
    try scratch.write(
      "gait: 1\nextends: shop.yaml\nname: Abroad\nbusiness: { currency: USD }\n", to: "abroad.yaml")
    let other = try Self.run("compare", "shop.yaml", "abroad.yaml", "--trials", "16", in: scratch)
    #expect(other.status == 1 && other.output.isEmpty)
    #expect(other.diagnostics.contains("'abroad.yaml' counts in USD and 'shop.yaml' in "))
  }

  /// Ctrl-C ends an analysis, whatever it is doing.
  @Test(arguments: [
    "compare shop.yaml poor.yaml --trials 1048576", "frontier shop.yaml --budget 1k...900k --steps 200",
  ])
  func anInterruptionEndsIt(command: String) throws {
    let scratch = try Self.scratch()
    let tool = Tool.products.appending(path: "gait").path
    // Without job control a shell lets its children ignore interrupts, so it is switched on.
    let script =
      "set -m\n'\(tool)' \(command) --effort thorough -o out.csv >out 2>err &\nsleep 2\nkill -INT $!\nwait $!\n"
    let run = try Tool.run(URL(filePath: "/bin/bash"), ["-c", script], in: scratch.url)
    #expect(run.status == 128 + SIGINT)
    #expect(try scratch.bytes("out") == [] && !scratch.names.contains("out.csv"))
  }

  @Test(arguments: [
    ["frontier", "shop.yaml"], ["frontier", "shop.yaml", "--budget", "9k...3k"],
    ["frontier", "shop.yaml", "--budget", "9k-30k"], ["frontier", "shop.yaml", "--team", "nobody", "1...2"],
    ["frontier", "shop.yaml", "--budget", "1...2", "--steps", "1"], ["compare", "shop.yaml"],
    ["compare", "shop.yaml", "shop.yaml"], ["compare", "shop.yaml", "./shop.yaml"],
    ["plan", "shop.yaml", "--alternatives", "2", "--loss", "-2%"],
    ["plan", "shop.yaml", "--alternatives", "2", "-o", "x.mmd"],
    ["plan", "shop.yaml", "--alternatives", "2", "-o", "-.svg"],
    ["frontier", "shop.yaml", "--budget", "-5...10"],
    ["compare", "shop.yaml", "poor.yaml", "--trials", "3"], ["plan", "shop.yaml", "--alternatives", "0"],
    ["plan", "shop.yaml", "--alternatives", "2", "--loss", "2"],
    ["plan", "shop.yaml", "--loss", "2%"], ["explain", "shop.yaml", "reviews", "reviews"],
    ["explain", "shop.yaml", "reviews", "--information"],
  ])
  func mistakesOfUsageAreToldApart(arguments: [String]) throws {
    let scratch = try Self.scratch()
    let run = try Tool.run(arguments + ["--effort", "quick"], in: scratch.url)
    withExtendedLifetime(scratch) {}
    #expect(run.status == 2, "\(arguments)")
    #expect(run.diagnostics.hasPrefix("gait:"))
  }
}
