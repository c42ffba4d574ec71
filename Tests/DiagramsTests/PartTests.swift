import RoadmapModel
import Testing

@testable import Diagrams

/// That a drawing of a part says so, and does not pass off what is true of all as true of the part.
@Suite struct PartTests {
  private static let data = CapabilityFilter(elements: ["data"])

  @Test func titlesNameThePart() throws {
    let shop = try SampleRoadmap.shop()
    let (roadmap, plan) = (shop.roadmap, shop.plan)
    let titles = [
      RoadmapDiagram(plan: plan, roadmap: roadmap, options: RoadmapOptions(filter: Self.data)).document,
      DependencyDiagram(roadmap: roadmap, plan: plan, options: .init(filter: Self.data)).document,
      LevelsDiagram(roadmap: roadmap, plan: plan, filter: Self.data).document,
      DecisionDiagram(roadmap: roadmap, plan: plan, filter: Self.data).document,
    ].map(\.title)
    #expect(titles.allSatisfy { $0.hasSuffix(" \u{B7} only Data") }, "\(titles)")
  }

  @Test func roadmapsCountWhatIsDrawn() throws {
    let shop = try SampleRoadmap.shop()
    func content(_ filter: CapabilityFilter) -> RoadmapContent {
      RoadmapContent(
        plan: shop.plan, roadmap: shop.roadmap, language: .english, options: RoadmapOptions(filter: filter))
    }
    let part = content(Self.data)
    #expect(part.summary.hasPrefix("\(part.shown.count) planned  \u{B7}  "))
    #expect(part.shown.count < shop.plan.capabilities.count)
    for word in ["live today", "not planned", "not applicable"] {
      #expect(!part.summary.contains(word) && content(CapabilityFilter()).summary.contains(word))
    }
    #expect(part.worth.hasPrefix("Whole plan"))
    #expect(!content(CapabilityFilter()).worth.contains("Whole plan"))
  }

  /// What the stages demand elsewhere is said where it counts.
  @Test(arguments: Language.allCases) func cellsSayWhatIsNotDrawn(language: Language) throws {
    let shop = try SampleRoadmap.shop()
    let words = DiagramVocabulary(language)
    func content(_ filter: CapabilityFilter) -> LevelsContent {
      LevelsContent(roadmap: shop.roadmap, plan: shop.plan, filter: filter, words: words)
    }
    let all = content(CapabilityFilter())
    #expect(all.rows.flatMap(\.cells).allSatisfy { $0.unseenCount == 0 } && all.whereWeStand != nil)
    #expect(!all.summary[0].contains(words.wholeCompany))

    // All that is demanded of data is drawn, and other elements are not.
    let data = content(Self.data)
    #expect(data.rows.flatMap(\.cells).allSatisfy { $0.unseenCount == 0 } && data.whereWeStand == nil)
    #expect(data.summary[0].hasPrefix(words.wholeCompany))

    // Walk is reached with what crawl demands, which is not drawn.
    let walk = content(CapabilityFilter(stages: ["walk"]))
    let row = try #require(walk.rows.first { $0.name == "Data" })
    #expect(row.cells.map(\.unseenCount) == [1])
    #expect(walk.standing(of: row.cells[0]).hasSuffix(words.withUnseen(1)))
    let layout = LevelsLayout(of: walk)
    #expect(layout.cells.allSatisfy { !$0.title.lines.joined().contains("\u{2026}") })
    #expect(LevelsDrawing(layout, links: nil, theme: .standard).canvas.scene.flaws == [])
  }
}
