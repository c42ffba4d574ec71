import Foundation
import Testing

@Suite struct DiagramCommandTests {
  /// The corner shop, its plan, the same with less money, and that plan: made once for all tests, which write elsewhere.
  static let shop = Result {
    let scratch = try Scratch()
    try scratch.write(Tool.cornerShop(), to: "shop.yaml")
    try scratch.write(
      "gait: 1\nextends: shop.yaml\nname: Poor shop\nbudget: { amount: 9k }\n", to: "poor.yaml")
    for name in ["shop", "poor"] {
      let run = try Tool.run(
        "plan", "\(name).yaml", "--effort", "quick", "-o", "\(name).json", in: scratch.url)
      #expect(run.status == 0, "\(run.diagnostics)")
    }
    return scratch
  }

  /// Draws the plan of the corner shop; files that are named alone go to the directory.
  private static func diagram(_ arguments: [String], in directory: URL? = nil) throws -> Tool.Run {
    let shop = try shop.get()
    let plan = arguments.contains("--today") ? [] : ["--plan", shop.path("shop.json")]
    return try Tool.run(["diagram", shop.path("shop.yaml")] + plan + arguments, in: directory ?? shop.url)
  }

  private static func diagram(_ arguments: String...) throws -> Tool.Run { try diagram(arguments) }

  @Test(arguments: ["roadmap", "dependencies", "levels", "critical", "decisions"])
  func everyViewIsDrawn(view: String) throws {
    let run = try Self.diagram("--view", view, "-o", "-")
    #expect(run.status == 0)
    #expect(run.diagnostics == "")
    #expect(run.text.hasPrefix("<?xml"))
    #expect(run.text.contains(view == "decisions" ? "Pay later" : "Checkout"))
    #expect(run.text.hasSuffix("</svg>\n"))
  }

  @Test func dependenciesTellThePlanFromToday() throws {
    let planned = try Self.diagram("--view", "dependencies", "-o", "-.dot")
    let today = try Self.diagram("--view", "dependencies", "--today", "-o", "-.dot")
    #expect(planned.status == 0 && today.status == 0)
    #expect(planned.text.contains("planned") && !today.text.contains("planned"))
    #expect(today.text.contains("missing"))
  }

  @Test func namesAreInTheLanguageAskedFor() throws {
    let run = try Self.diagram("--view", "dependencies", "--language", "nl", "-o", "-.dot")
    #expect(run.text.hasPrefix("digraph"))
    #expect(run.text.contains("Webwinkel"))
  }

  /// Without a plan one is searched for, and it is the one that `gait plan` finds.
  @Test func aPlanIsSearchedForUnlessThereIsOne() throws {
    let shop = try Self.shop.get()
    let searched = try Tool.run("diagram", "shop.yaml", "--effort", "quick", "-o", "-.dot", in: shop.url)
    #expect(searched.status == 0)
    #expect(try searched.output == Self.diagram("-o", "-.dot").output)
  }

  @Test func aPlanOfAnotherScenarioIsRefused() throws {
    let shop = try Self.shop.get()
    let stale = try Tool.run("diagram", "poor.yaml", "--plan", "shop.json", "-o", "-.dot", in: shop.url)
    #expect(stale.status == 1 && stale.output == [])
    #expect(stale.diagnostics.contains("'shop.json' is a plan of another scenario"))
    let none = try Tool.run("diagram", "shop.yaml", "--plan", "shop.yaml", "-o", "-.dot", in: shop.url)
    #expect(none.status == 1 && none.diagnostics.contains("holds no plan"))
    #expect(
      try Tool.run("diagram", "shop.yaml", "--plan", "no.json", "-o", "-.dot", in: shop.url).status == 4)
  }

  @Test func eachPartHasAFileOfItsOwn() throws {
    let scratch = try Scratch()
    let run = try Self.diagram(["--each", "element", "-o", "part.svg", "-o", "part.md"], in: scratch.url)
    #expect(run.status == 0, "\(run.diagnostics)")
    let names = ["commerce", "data"].flatMap { ["part-\($0).md", "part-\($0).svg"] }
    #expect(try scratch.names == names)
    func text(_ name: String) throws -> String { String(decoding: try scratch.bytes(name), as: UTF8.self) }
    #expect(try text("part-data.svg").contains("Tracking") && !text("part-data.svg").contains("Checkout"))
    #expect(
      try text("part-commerce.md").contains("Checkout") && !text("part-commerce.md").contains("Tracking"))
    // The same part can be asked for by itself.
    let only = try Self.diagram("--only", "element=data", "-o", "-")
    #expect(try only.output == scratch.bytes("part-data.svg"))
    #expect(try Self.diagram("--each", "element", "-o", "-").status == 2)
  }

  @Test func aCheckTellsWhetherADrawingIsUpToDate() throws {
    let scratch = try Scratch()
    let files = ["-o", "a.svg", "-o", "a.md", "-o", "a.dot"]
    func check(_ more: [String] = []) throws -> Tool.Run {
      try Self.diagram(files + ["--check"] + more, in: scratch.url)
    }
    let missing = try check()
    #expect(missing.status == 1 && missing.diagnostics.contains("a.svg: error: the diagram is not there"))
    #expect(try scratch.names == [])
    #expect(try Self.diagram(files, in: scratch.url).status == 0)
    let same = try check()
    #expect(same.status == 0 && same.diagnostics == "" && same.output == [])
    // Another language is another drawing; what is there stays as it is.
    let before = try scratch.bytes("a.svg")
    let other = try check(["--language", "sv"])
    #expect(other.status == 1)
    for name in ["a.svg", "a.md", "a.dot"] {
      #expect(other.diagnostics.contains("\(name): error: the diagram no longer shows the scenario"))
    }
    #expect(try scratch.bytes("a.svg") == before)
    // Another release of Graphviz may write numbers otherwise: the same diagram is drawn all the same.
    try scratch.write(
      String(decoding: before, as: UTF8.self).replacing("points", with: "points "), to: "a.svg")
    #expect(try check().status == 0)
    try scratch.write("<svg/>", to: "a.svg")
    #expect(try check().status == 1)
  }

  @Test func plansAreComparedWithPlansAndScenarios() throws {
    let shop = try Self.shop.get()
    let byPlan = try Self.diagram("--view", "diff", "--against", shop.path("shop.json"), "-o", "-.md")
    #expect(byPlan.status == 0, "\(byPlan.diagnostics)")
    let byScenario = try Self.diagram(
      "--view", "diff", "--against", shop.path("poor.yaml"), "--effort", "quick", "-o", "-.md")
    #expect(byScenario.status == 0, "\(byScenario.diagnostics)")
    #expect(byScenario.text != byPlan.text)
    let poor = try Self.diagram("--view", "diff", "--against", shop.path("nowhere.json"), "-o", "-.md")
    #expect(poor.status == 4)
  }

  /// Half a year on: what the older plan built is live, and the money of other days is not set beside that of then.
  @Test func anOlderPlanIsComparedByWhatHasGoneLive() throws {
    let shop = try Self.shop.get()
    let scratch = try Scratch()
    try scratch.write(Tool.cornerShop(), to: "shop.yaml")
    let later = """
      gait: 1
      extends: shop.yaml
      name: Shop later
      calendar: { start: 2027-07-05, horizon: 2 years }
      company: { live: [storefront, tracking] }
      target: { stage: walk, by: 2028-10-31 }

      """
    try scratch.write(later, to: "later.yaml")
    let run = try Tool.run(
      "diagram", "later.yaml", "--effort", "quick", "--view", "diff", "--against", shop.path("shop.json"),
      "-o",
      "-.md", in: scratch.url)
    #expect(run.status == 0, "\(run.diagnostics)")
    #expect(run.text.contains("gone live") && run.text.contains("live by now"))
    #expect(run.text.contains("other calendars") && !run.text.contains("Net present value"))
  }

  /// A drawing that is larger than any sheet says so, and what would be smaller; a long chain is wrapped and fits.
  @Test func whatCannotBeReadSaysSo() throws {
    let scratch = try Scratch()
    func draw(_ options: String...) throws -> Tool.Run {
      try Tool.run(
        ["diagram", "long.yaml", "--view", "dependencies", "--today", "-o", "x.dot"] + options,
        in: scratch.url)
    }
    try scratch.write(LongScenario.text(capabilities: 80), to: "long.yaml")
    let chain = try draw()
    #expect(chain.status == 0 && chain.diagnostics == "")
    try scratch.write(LongScenario.text(capabilities: 1_600, isChain: false), to: "long.yaml")
    let whole = try draw()
    #expect(whole.status == 0)
    #expect(whole.diagnostics.contains("too large to be read on a sheet of A0; try --collapse"))
    let collapsed = try draw("--collapse")
    #expect(collapsed.status == 0 && collapsed.diagnostics == "")
  }

  @Test(arguments: [["-o", "x.csv"], ["--view", "dreams", "-o", "x.svg"], ["--today", "-o", "x.svg"], []])
  func wrongUsageIsExplained(arguments: [String]) throws {
    let run = try Tool.run(["diagram", "shop.yaml"] + arguments)
    #expect(run.status == 2)
    #expect(run.output == [])
  }
}

/// A scenario whose network is as long as is wanted.
enum LongScenario {
  /// Capabilities of five elements and two stages, in one chain or without any needs.
  static func text(capabilities count: Int, isChain: Bool = true) -> String {
    let elements = ["commerce", "data", "content", "service", "platform"]
    var lines = [
      "gait: 1", "name: Long shop", "calendar: { start: 2027-01-04, horizon: 5 years }", "stages:",
      "  crawl: { name: Crawl, demands: { commerce: [item-0] } }",
      "  walk: { name: Walk, demands: { commerce: [item-5] } }", "elements:",
    ]
    lines += elements.map { "  \($0): { name: \($0.capitalized) }" }
    lines.append("capabilities:")
    for number in 0..<count {
      let needs = number == 0 || !isChain ? "" : ", requires: [item-\(number - 1)]"
      let stage = number < count / 2 ? "crawl" : "walk"
      lines.append(
        "  item-\(number): { name: Capability number \(number), stage: \(stage), element: \(elements[number % 5]), duration: 3w, needs: { people: 1 }, cost: 5k\(needs) }"
      )
    }
    lines += [
      "company: { live: [] }", "target: { stage: walk }", "teams: { people: { name: People, capacity: 40 } }",
    ]
    return lines.joined(separator: "\n") + "\n"
  }
}
