import Foundation
import RoadmapModel
import TestSupport
import Testing

@Suite struct PlanCommandTests {
  private static func scratch(_ change: (String) -> String = { $0 }) throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write(change(Tool.cornerShop()), to: "shop.yaml")
    return scratch
  }

  private static func plan(_ arguments: String..., in scratch: Scratch) throws -> Tool.Run {
    try Tool.run(["plan", "shop.yaml", "--effort", "quick"] + arguments, in: scratch.url)
  }

  // MARK: On standard output

  @Test func thePlanIsPrinted() throws {
    let run = try Self.plan(in: Self.scratch())
    #expect(run.status == 0)
    #expect(run.diagnostics == "")
    let lines = run.text.split(separator: "\n")
    #expect(lines.first == "Corner shop")
    #expect(lines.allSatisfy { $0.count <= 100 })
    for heading in ["Stages", "What it is worth", "2027 Q1", "Use of the budget", "Load of the teams"] {
      #expect(lines.contains { $0 == heading }, "\(heading)")
    }
    #expect(run.text.contains("No plan can be worth more than") || run.text.contains("proved best"))
    #expect(run.text.contains("Robot greeter"))
  }

  @Test(arguments: [("nl", "Buurtwinkel"), ("sv", "Kvartersbutik")])
  func thePlanSpeaksLanguages(language: String, title: String) throws {
    let run = try Self.plan("--language", language, in: Self.scratch())
    #expect(run.text.hasPrefix(title + "\n"))
    #expect(!run.text.contains("What it is worth"))
  }

  @Test func theDocumentHasTheKeysOfTheContract() throws {
    let document = try Self.plan("--format", "json", in: Self.scratch()).json
    #expect(try JSONSchema(named: "plan").errors(of: document) == [])
    #expect(document["format"] == .string("gait-plan/1"))
    #expect(document["scenario"] == .string("Corner shop"))
    #expect(document["seed"] == .number(1))
    #expect(document["effort"] == .string("quick"))
    let checkout = try #require(document["capabilities"]?.array?.first { $0["id"] == .string("checkout") })
    #expect(checkout["startPeriod"] == .number(0))
    #expect(checkout["start"] == .string("2027-01-04"))
    #expect(document["notPlanned"]?.array?.contains { $0["id"] == .string("robot-greeter") } == true)
  }

  @Test func markdownCanGoToStandardOutput() throws {
    let run = try Self.plan("-o", "-.md", in: Self.scratch())
    #expect(run.text.hasPrefix("# Corner shop\n\n"))
    #expect(run.text.contains("| Capability | Stage | Starts | Live | One-off cost | Reason |"))
  }

  @Test func aReaderMayGoAway() throws {
    let scratch = try Self.scratch()
    let tool = Tool.products.appending(path: "gait").path
    let run = try Tool.run(
      URL(filePath: "/bin/bash"),
      ["-c", "set -o pipefail; '\(tool)' plan shop.yaml --effort quick | head -c 1 >/dev/null"],
      in: scratch.url)
    #expect(run.status == 0)
    #expect(run.diagnostics == "")
  }

  // MARK: Files

  @Test func everyEndingHasItsForm() throws {
    let scratch = try Self.scratch()
    let endings = ["json", "svg", "png", "pdf", "dot", "csv", "md"]
    let arguments = endings.flatMap { ["-o", "plan.\($0)"] }
    let run = try Tool.run(["plan", "shop.yaml", "--effort", "quick"] + arguments, in: scratch.url)
    #expect(run.status == 0)
    #expect(try scratch.names == (endings.map { "plan.\($0)" } + ["shop.yaml"]).sorted())
    func begins(_ ending: String, _ text: String) throws -> Bool {
      try scratch.bytes("plan.\(ending)").starts(with: Array(text.utf8))
    }
    #expect(try begins("json", "{\n"))
    #expect(try begins("svg", "<?xml"))
    #expect(try scratch.bytes("plan.png").starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(try begins("pdf", "%PDF"))
    #expect(try begins("dot", "digraph"))
    #expect(try begins("csv", "id,name,stage"))
    #expect(try begins("md", "# Corner shop"))
    for ending in endings { #expect(run.text.contains("wrote plan.\(ending)\n")) }
  }

  @Test func twoRunsGiveTheSameBytes() throws {
    let scratch = try Self.scratch()
    let endings = ["json", "svg", "png", "pdf", "dot", "csv", "md"]
    for (name, threads) in [("a", "1"), ("b", "2"), ("c", "2")] {
      let outputs = endings.flatMap { ["-o", "\(name).\($0)"] }
      let run = try Tool.run(
        ["plan", "shop.yaml", "--effort", "quick", "--threads", threads] + outputs, in: scratch.url)
      #expect(run.status == 0)
    }
    for ending in endings {
      let first = try scratch.bytes("a.\(ending)")
      #expect(try first == scratch.bytes("b.\(ending)"), "\(ending) with one and two threads")
      #expect(try first == scratch.bytes("c.\(ending)"), "\(ending) in two runs")
    }
  }

  @Test func anExistingFileIsReplacedAndKeepsItsPermissions() throws {
    let scratch = try Self.scratch()
    let path = try scratch.write("old", to: "plan.md")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    #expect(try Self.plan("-o", "plan.md", in: scratch).status == 0)
    #expect(try scratch.bytes("plan.md").starts(with: Array("# Corner".utf8)))
    let permissions = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(permissions == 0o600)
  }

  @Test func aLinkKeepsLeadingToItsFile() throws {
    let scratch = try Self.scratch()
    try scratch.write("old", to: "real.md")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("link.md"), withDestinationPath: scratch.path("real.md"))
    #expect(try Self.plan("-o", "link.md", in: scratch).status == 0)
    #expect(try scratch.bytes("real.md").starts(with: Array("# Corner".utf8)))
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: scratch.path("link.md")).hasSuffix("real.md"))
  }

  @Test func aLinkToAFileThatIsNotThereYetMakesIt() throws {
    let scratch = try Self.scratch()
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("link.md"), withDestinationPath: "real.md")
    #expect(try Self.plan("-o", "link.md", in: scratch).status == 0)
    #expect(try scratch.bytes("real.md").starts(with: Array("# Corner".utf8)))
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: scratch.path("link.md")) == "real.md")
    #expect(try Self.plan("-o", "link.md", "-o", "real.md", in: scratch).status == 2)
  }

  /// The superuser may write everything, so only others see this.
  @Test(.enabled(if: geteuid() != 0)) func aFileThatMayNotBeWrittenIsKept() throws {
    let scratch = try Self.scratch()
    let path = try scratch.write("old", to: "plan.md")
    try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: path)
    #expect(try Self.plan("-o", "plan.md", in: scratch).status == 4)
    #expect(try scratch.bytes("plan.md") == Array("old".utf8))
  }

  @Test(arguments: ["missing/plan.md", "folder.md"])
  func whatCannotBeWrittenStopsTheRunEarly(path: String) throws {
    let scratch = try Self.scratch()
    try FileManager.default.createDirectory(
      atPath: scratch.path("folder.md"), withIntermediateDirectories: true)
    let run = try Self.plan("-o", "first.md", "-o", path, in: scratch)
    #expect(run.status == 4)
    #expect(run.diagnostics.contains("cannot write '\(path)'"))
    #expect(run.output == [])
    #expect(try scratch.names == ["folder.md", "shop.yaml"])
  }

  // MARK: Wrong usage

  @Test(arguments: [
    (["-o", "plan.xyz"], ".json, .svg, .png, .pdf, .dot, .csv, .md"),
    (["-o", "plan"], "no known ending"),
    (["-o", "folder/"], "is a directory"),
    (["-o", "-", "-o", "-.md"], "Only one result"),
    (["-o", "-", "--format", "json"], "Only one result"),
    (["-o", "a.md", "-o", "a.md"], "named twice"),
    (["-o", "a.md", "-o", "./a.md"], "named twice"),
    (["--effort", "huge"], "'quick', 'normal' or 'thorough'"),
    (["--objective", "fun"], "'value', 'time' or 'cost'"),
    (["--threads", "0"], "from 1 to 256"),
    (["--time-limit", "-1"], "--time-limit"),
    (["--seed", "x"], "--seed"),
  ])
  func wrongUsageIsExplained(arguments: [String], message: String) throws {
    let scratch = try Self.scratch()
    let run = try Tool.run(["plan", "shop.yaml"] + arguments, in: scratch.url)
    #expect(run.status == 2)
    #expect(run.output == [])
    #expect(run.diagnostics.contains(message))
    #expect(try scratch.names == ["shop.yaml"])
  }

  // MARK: No plan

  @Test func aScenarioWithErrorsIsNotPlanned() throws {
    let scratch = try Self.scratch { $0.replacing("duration: 4w", with: "duration: soon") }
    let run = try Self.plan("-o", "plan.md", in: scratch)
    #expect(run.status == 1)
    #expect(run.output == [])
    #expect(run.diagnostics.contains("shop.yaml:25:15: error: "))
    #expect(try scratch.names == ["shop.yaml"])
  }

  @Test func anImpossibleTargetHasReasons() throws {
    let scratch = try Self.scratch { $0.replacing("by: 2027-10-31", with: "by: 2027-01-11") }
    let words = try Self.plan("-o", "plan.md", in: scratch)
    #expect(words.status == 3)
    #expect(words.text.contains("There is no plan that keeps all rules\n  - "))
    #expect(try scratch.names == ["shop.yaml"])

    let run = try Self.plan("--format", "json", in: scratch)
    let document = try run.json
    #expect(run.status == 3)
    #expect(try JSONSchema(named: "plan").errors(of: document) == [])
    #expect(document["status"] == .string("infeasible"))
    #expect(document["isProved"] == .bool(true))
  }

  @Test func aNameIsHarmlessInEveryForm() throws {
    let name = "=1+1 <script>alert(1)</script> | *x*"
    let scratch = try Self.scratch {
      $0.replacing("name: { en: Checkout, nl: Kassa, sv: Kassa }", with: "name: '\(name)'")
    }
    let run = try Self.plan("-o", "p.csv", "-o", "p.md", "-o", "p.svg", in: scratch)
    #expect(run.status == 0)
    func text(_ file: String) throws -> String { String(decoding: try scratch.bytes(file), as: UTF8.self) }
    #expect(try text("p.csv").contains("checkout,'=1+1 <script>"))
    #expect(try text("p.md").contains("\\=1+1 &lt;script&gt;alert(1)&lt;/script&gt; \\| \\*x\\*"))
    #expect(try !text("p.svg").contains("<script"))
  }

  @Test func aTimeLimitIsReported() throws {
    let scratch = try Self.scratch()
    let run = try Tool.run(
      "plan", "shop.yaml", "--effort", "thorough", "--time-limit", "0.5", "--format", "json", in: scratch.url)
    #expect(run.status == 0)
    #expect(try JSONSchema(named: "plan").errors(of: run.json) == [])
  }
}

/// `gait plan --confidence`.
@Suite struct PlanConfidenceTests {
  /// Two capabilities, since a dozen plans are made of them.
  private static let shop = """
    gait: 1
    name: Stall
    calendar: { start: 2027-01-04, horizon: 20 weeks }
    stages: { walk: { name: Walk, demands: { trade: [stand] } } }
    elements: { trade: { name: Trade } }
    capabilities:
      stand: { name: Stand, stage: walk, element: trade, duration: [2w, 3w, 6w], cost: 500, benefit: { range: 1k, per: month } }
      awning: { name: Awning, stage: walk, element: trade, duration: 2w, cost: 1k, benefit: { range: [0, 600, 900], per: month } }
    target: { stage: walk }
    objective: value
    """

  @Test func saysWhatIsReachedWithTheConfidence() throws {
    let scratch = try Scratch()
    try scratch.write(Self.shop, to: "shop.yaml")
    let run = try Tool.run(
      "plan", "shop.yaml", "--effort", "quick", "--confidence", "80", "--trials", "64", "-o", "p.json", "-o",
      "p.md", in: scratch.url)
    #expect(run.status == 0, "\(run.diagnostics)")
    #expect(run.text.contains("With 80% confidence this plan is worth at least 3,"))
    #expect(run.text.contains("Plans compared in the same futures:"))
    let words = String(decoding: try scratch.bytes("p.md"), as: UTF8.self)
    #expect(words.contains("With 80% confidence this plan is worth at least 3,"))
    let bytes = Data(try scratch.bytes("p.json"))
    let document = try JSONValue(bytes)
    #expect(try JSONSchema(named: "plan").errors(of: document) == [])
    let candidates = try #require(document["confidence"]?["candidates"]?.array)
    #expect(candidates[0]["origin"]?.string == "expectedValues")
    #expect(candidates.count { $0["isChosen"] == .bool(true) } == 1)
    // It is a plan for whatever reads plans.
    #expect(try JSONDecoder().decode(Plan.self, from: bytes).format == "gait-plan/1")
  }

  @Test(arguments: ["100", "0", "very", "-5%"]) func refusesWhatIsNoConfidence(_ text: String) throws {
    #expect(try Tool.run("plan", "shop.yaml", "--confidence=\(text)").status == 2)
  }
}
