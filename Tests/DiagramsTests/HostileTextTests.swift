import RoadmapModel
import Testing

@testable import Diagrams

/// Names that would break out of their quotes, their lines or their boxes.
@Suite struct HostileTextTests {
  static let names = [
    #"a "quoted" name"#, #"back\slash\"#, #"C:\new\\"#, #"\""#, "<script>alert(1)</script>",
    "two\nlines\r\nthree",
    "\u{1F680}\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467} emoji", "\u{5E9}\u{5DC}\u{5D5}\u{5DD} \u{202E}rtl",
    String(repeating: "longword", count: 63), String(repeating: "many words ", count: 46), "", " ",
    "&lt;b&gt; &amp; \\N \\G",
    "\u{0}\u{7}\u{1B}[31m", "] ; } node [label=x", "e\u{301}\u{301}\u{301}\u{301}",
  ]

  private func sample(_ name: String) throws -> SampleRoadmap {
    let text = LocalizedText(name)
    return try SampleRoadmap(
      [
        .init(id: "a", name: text, stage: "crawl", element: "data", weeks: (0, 3), isCritical: true),
        .init(
          id: "b", name: text, stage: "crawl", element: "data",
          prerequisites: [SampleRoadmap.need("a", lag: 1)],
          weeks: (4, 30)),
        .init(id: "c", name: text, stage: "crawl", element: "data"),
      ], scenario: name, elements: [Element(id: "data", name: text)],
      stages: [Stage(id: "crawl", name: text)],
      alternatives: [Alternative(id: "x", name: text, members: ["a", "c"])])
  }

  @Test(arguments: names) func textStaysInItsQuotes(name: String) throws {
    let sample = try sample(name)
    for dot in [
      RoadmapDiagram(plan: sample.plan, roadmap: sample.roadmap).document.dot,
      DependencyDiagram(roadmap: sample.roadmap, plan: sample.plan).document.dot,
    ] {
      let outside = Self.outsideQuotes(dot)
      #expect(outside != nil)
      let allowed = Set("abcdefghijklmnopqrstuvwxyz_0123456789=,;{}[]>-+. \n")
      #expect(outside?.allSatisfy(allowed.contains) == true)
      #expect(!dot.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }
  }

  /// What of a DOT text is not quoted; nil when the last quote does not end.
  private static func outsideQuotes(_ dot: String) -> String? {
    var (outside, isQuoted, isEscaped) = ("", false, false)
    for character in dot.unicodeScalars {
      if isEscaped {
        isEscaped = false
      } else if isQuoted, character == "\\" {
        isEscaped = true
      } else if character == "\"" {
        isQuoted.toggle()
      } else if !isQuoted {
        outside.unicodeScalars.append(character)
      }
    }
    return isQuoted ? nil : outside
  }

  @Test(arguments: names) func textStaysInItsBox(name: String) throws {
    let sample = try sample(name)
    let layout = RoadmapLayout(
      of: RoadmapContent(plan: sample.plan, roadmap: sample.roadmap, language: .english))
    for bar in layout.lanes.bars { #expect(layout.lanes.lanes[bar.lane].frame.encloses(bar.label.frame)) }
    #expect(layout.frame.encloses(layout.header.title.frame))
    for note in layout.header.notes { #expect(layout.frame.encloses(note.frame)) }
    #expect(layout.frame.width < 4_000)
  }
}
