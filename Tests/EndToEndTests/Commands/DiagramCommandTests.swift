import Testing

@Suite struct DiagramCommandTests {
  private static func diagram(_ arguments: String...) throws -> Tool.Run {
    let scratch = try Scratch()
    try scratch.write(Tool.cornerShop(), to: "shop.yaml")
    return try Tool.run(["diagram", "shop.yaml", "--effort", "quick"] + arguments, in: scratch.url)
  }

  @Test(arguments: ["roadmap", "dependencies"])
  func everyViewIsDrawn(view: String) throws {
    let run = try Self.diagram("--view", view, "-o", "-")
    #expect(run.status == 0)
    #expect(run.diagnostics == "")
    #expect(run.text.hasPrefix("<?xml"))
    #expect(run.text.contains("Checkout"))
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

  @Test(arguments: [["-o", "x.csv"], ["--view", "dreams", "-o", "x.svg"], ["--today", "-o", "x.svg"], []])
  func wrongUsageIsExplained(arguments: [String]) throws {
    let run = try Tool.run(["diagram", "shop.yaml"] + arguments)
    #expect(run.status == 2)
    #expect(run.output == [])
  }
}
