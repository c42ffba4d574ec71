import Diagrams
import Foundation
import Interchange
import RoadmapModel
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct InterchangeTests {
  private static let hostile = [
    #"a "quoted" name"#, #"back\slash\"#, "<script>alert(1)</script>", "two\nlines", "a: b; c, d # e %%",
    "] ; end",
    "--> [x] {y}", "\u{1F680} e\u{301}", "", "@enduml", "!include x", "`code` & more",
  ]

  private func roadmap(name: String) throws -> Roadmap {
    try RoadmapFixture(periods: 30).capability("a", weeks: 3)
      .capability("b", stage: "walk", weeks: 4, requires: [Prerequisite("a", lag: 2)])
      .capability(
        "c", stage: "walk", weeks: 2, requires: [Prerequisite(Requirement(atLeast: 1, of: ["a", "b"]))]
      )
      .with { contents in
        contents.name = LocalizedText(name)
        for index in contents.capabilities.indices { contents.capabilities[index].name = LocalizedText(name) }
        contents.maturity.elements[0].name = LocalizedText(name)
      }.roadmap()
  }

  private func plan(_ roadmap: Roadmap) -> Plan {
    PlanDraft(Schedule(starts: ["a": Period(0), "b": Period(5), "c": Period(9)]), of: roadmap).plan
  }

  @Test func ganttHasTheDaysOfThePlan() throws {
    let roadmap = try roadmap(name: "Shop")
    let text = MermaidGantt(plan: plan(roadmap), roadmap: roadmap).text
    #expect(text.hasPrefix("gantt\n  title Shop\n  dateFormat YYYY-MM-DD\n"))
    #expect(text.contains("  section Shop\n  Shop :n-a, 2027-01-04, 2027-01-25\n"))
    #expect(text.contains("  Shop :n-b, 2027-02-08, 2027-03-08\n"))
    #expect(text.contains(":milestone, n-stage-crawl, 2027-01-04, 0d\n"))
  }

  @Test func flowchartHasTheNeeds() throws {
    let roadmap = try roadmap(name: "Shop")
    let text = MermaidFlowchart(roadmap: roadmap, plan: plan(roadmap)).text
    #expect(
      text.hasPrefix(
        "flowchart LR\n  subgraph n-stage-crawl[\"crawl\"]\n    n-a(\"Shop \u{B7} 2027-01-25\")\n  end\n"))
    #expect(text.contains("  n-a -->|\"+2w\"| n-b\n"))
    #expect(text.contains("  n-a -.-> n-c\n  n-b -.-> n-c\n"))
  }

  @Test func plantUMLHasTheDaysAndTheNeeds() throws {
    let roadmap = try roadmap(name: "Shop")
    let text = PlantUMLGantt(plan: plan(roadmap), roadmap: roadmap).text
    #expect(text.hasPrefix("@startgantt\ntitle Shop\nProject starts 2027-01-04\n"))
    #expect(text.contains("[Shop] as [n-a] starts 2027-01-04 and ends 2027-01-24\n"))
    #expect(text.contains("[n-a] -> [n-b]\n"))
    #expect(text.hasSuffix("@endgantt\n"))
  }

  /// What a name may not do: add lines, or end what it stands in.
  @Test(arguments: hostile) func namesStayNames(name: String) throws {
    let (roadmap, plain) = (try roadmap(name: name), try self.roadmap(name: "Shop"))
    func lines(_ text: String) -> [String] {
      text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    let gantt = lines(MermaidGantt(plan: plan(roadmap), roadmap: roadmap).text)
    #expect(gantt.count == lines(MermaidGantt(plan: plan(plain), roadmap: plain).text).count)
    for line in gantt where line.contains(" :") { #expect(line.count { $0 == ":" } == 1, "\(line)") }
    let chart = lines(MermaidFlowchart(roadmap: roadmap, plan: plan(roadmap)).text)
    #expect(chart.count == lines(MermaidFlowchart(roadmap: plain, plan: plan(plain)).text).count)
    for line in chart {
      #expect(line.count { $0 == "\"" }.isMultiple(of: 2) && !line.contains("<"), "\(line)")
    }
    let uml = lines(PlantUMLGantt(plan: plan(roadmap), roadmap: roadmap).text)
    #expect(uml.count == lines(PlantUMLGantt(plan: plan(plain), roadmap: plain).text).count)
    for line in uml {
      #expect(line.count { $0 == "[" } == line.count { $0 == "]" }, "\(line)")
      #expect(!line.dropFirst().contains("@") && !line.contains("<"))
    }
  }

  @Test(arguments: hostile) func drawIOIsWellFormedAndHasAllObjects(name: String) throws {
    let roadmap = try roadmap(name: name)
    let document = RoadmapDiagram(plan: plan(roadmap), roadmap: roadmap).document
    let text = DrawIODiagram(document).text
    let reading = CellReading(text)
    #expect(reading.isWellFormed)
    #expect(Set(reading.ids).count == reading.ids.count)
    #expect(reading.edges.count == 3)
    for edge in reading.edges {
      #expect(reading.ids.contains(edge.source) && reading.ids.contains(edge.target))
    }
    #expect(!text.contains("<script"))
  }
}

/// The cells of a draw.io file.
private final class CellReading: NSObject, XMLParserDelegate {
  private(set) var isWellFormed = false
  private(set) var ids: [String] = []
  private(set) var edges: [(source: String, target: String)] = []

  init(_ text: String) {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    guard name == "mxCell", let id = attributes["id"] else { return }
    ids.append(id)
    if attributes["edge"] != nil { edges.append((attributes["source"] ?? "", attributes["target"] ?? "")) }
  }
}
