import RoadmapModel
import Testing

@testable import Diagrams

/// All views of hand-made and generated roadmaps: their text, and the rules of their geometry.
@Suite struct ViewTests {
  /// The documents of every view of a sample, with a name for each.
  static func documents(
    of sample: SampleRoadmap, before: SampleRoadmap? = nil, language: Language = .english,
    appearance: DiagramAppearance = .automatic, finishes: [CapabilityID: RoadmapOptions.FinishRange] = [:],
    lanes: [RoadmapOptions.Lanes] = RoadmapOptions.Lanes.allCases,
    scales: [RoadmapOptions.Scale] = [.weeks, .months, .quarters]
  ) -> [(name: String, document: DiagramDocument)] {
    let (roadmap, plan) = (sample.roadmap, sample.plan)
    var options = RoadmapOptions(
      today: CivilDate(dayNumber: 20_900), showsLoad: true, finishes: finishes, appearance: appearance)
    var documents: [(String, DiagramDocument)] = []
    for lanes in lanes {
      options.lanes = lanes
      documents.append(
        (
          "roadmap-\(lanes)",
          RoadmapDiagram(plan: plan, roadmap: roadmap, language: language, options: options).document
        ))
    }
    for scale in scales {
      let scaled = RoadmapOptions(scale: scale, appearance: appearance)
      documents.append(
        (
          "roadmap-\(scale)",
          RoadmapDiagram(plan: plan, roadmap: roadmap, language: language, options: scaled).document
        ))
    }
    let old = before ?? sample
    return documents + [
      (
        "dependencies",
        DependencyDiagram(
          roadmap: roadmap, plan: plan, language: language, options: .init(appearance: appearance)
        ).document
      ),
      (
        "collapsed",
        DependencyDiagram(
          roadmap: roadmap, plan: plan, language: language,
          options: .init(isCollapsed: true, appearance: appearance)
        ).document
      ),
      (
        "levels",
        LevelsDiagram(roadmap: roadmap, plan: plan, language: language, appearance: appearance).document
      ),
      ("today", LevelsDiagram(roadmap: roadmap, language: language, appearance: appearance).document),
      (
        "critical",
        CriticalDiagram(plan: plan, roadmap: roadmap, language: language, options: options).document
      ),
      (
        "diff",
        DifferenceDiagram(
          from: old.plan, of: old.roadmap, to: plan, of: roadmap, language: language, options: options
        ).document
      ),
      (
        "decisions",
        DecisionDiagram(roadmap: roadmap, plan: plan, language: language, appearance: appearance).document
      ),
    ]
  }

  /// Ranges of some weeks around the plan.
  static func finishes(of plan: Plan) -> [CapabilityID: RoadmapOptions.FinishRange] {
    Dictionary(
      plan.capabilities.map { entry in
        let days = 7 * (1 + entry.finishPeriod.index % 5)
        return (
          entry.id,
          RoadmapOptions.FinishRange(
            early: entry.finish.advanced(by: -days / 2), middle: entry.finish.advanced(by: 3),
            late: entry.finish.advanced(by: 2 * days))
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  /// 200 plans, each as a roadmap and in one more view.
  @Test(arguments: 0..<200 as Range<UInt64>) func generatedPlansHaveNoFlaws(seed: UInt64) throws {
    let count = 3 + Int(seed * 7 % 19)
    let sample = try SampleRoadmap.generated(seed: seed &+ 100, count: count, weeks: 60 + count)
    let before = try SampleRoadmap.generated(seed: seed &+ 101, count: count + 2, weeks: 60 + count)
    let finishes = seed % 2 == 0 ? Self.finishes(of: sample.plan) : [:]
    let options = RoadmapOptions(
      lanes: RoadmapOptions.Lanes.allCases[Int(seed % 3)], today: CivilDate(dayNumber: 20_900),
      showsLoad: true,
      finishes: finishes)
    let (roadmap, plan) = (sample.roadmap, sample.plan)
    let document =
      switch seed % 5 {
      case 0:
        DependencyDiagram(roadmap: roadmap, plan: plan, options: .init(isCollapsed: seed % 2 == 0)).document
      case 1: LevelsDiagram(roadmap: roadmap, plan: plan).document
      case 2: CriticalDiagram(plan: plan, roadmap: roadmap, options: options).document
      case 3:
        DifferenceDiagram(
          from: before.plan, of: before.roadmap, to: plan, of: roadmap, options: options
        ).document
      default: DecisionDiagram(roadmap: roadmap, plan: plan).document
      }
    let drawing = RoadmapDiagram(plan: plan, roadmap: roadmap, options: options).document
    for document in [document, drawing] {
      #expect(document.flaws == [])
      #expect(document.crowding.count <= 3)
    }
  }

  @Test(arguments: Language.allCases) func theShopHasNoFlaws(language: Language) throws {
    let shop = try SampleRoadmap.shop()
    for (name, document) in Self.documents(
      of: shop, language: language, finishes: Self.finishes(of: shop.plan))
    {
      #expect(document.flaws == [], "\(name)")
      #expect(!document.title.isEmpty && document.summary.allSatisfy { !$0.isEmpty })
      #expect(document.tables.contains { !$0.rows.isEmpty })
      for table in document.tables {
        #expect(table.rows.allSatisfy { $0.count == table.columns.count }, "\(name)")
      }
    }
  }

  @Test(arguments: ["levels", "critical", "diff", "decisions", "collapsed", "roadmap-team"])
  func textIsTheGolden(view: String) throws {
    let shop = try SampleRoadmap.shop()
    let before = try SampleRoadmap.earlierShop()
    let documents = Self.documents(of: shop, before: before, finishes: Self.finishes(of: shop.plan))
    let document = try #require(documents.first { $0.name == view }?.document)
    try Golden("view-\(view).dot").check(document.dot)
  }

  @Test(arguments: HostileTextTests.names) func hostileNamesKeepTheRules(name: String) throws {
    let text = LocalizedText(name)
    let sample = try SampleRoadmap(
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
    for (view, document) in Self.documents(of: sample) {
      #expect(document.flaws == [], "\(view)")
      #expect(document.width < 4_000)
    }
  }
}
