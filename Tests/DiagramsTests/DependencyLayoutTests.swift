import RoadmapModel
import Testing

@testable import Diagrams

@Suite struct DependencyLayoutTests {
  private func layout(_ sample: SampleRoadmap, plan: Plan?) -> DependencyLayout {
    DependencyLayout(
      of: DependencyNetwork(roadmap: sample.roadmap, plan: plan), title: "Title",
      words: DiagramVocabulary(.english), theme: .standard)
  }

  @Test(arguments: SampleRoadmap.shapes)
  func generatedRoadmapsKeepAllRules(seed: UInt64, count: Int, weeks: Int) throws {
    let sample = try SampleRoadmap.generated(seed: seed, count: count, weeks: weeks)
    expectRules(layout(sample, plan: sample.plan), count: count)
  }

  @Test func theShopKeepsAllRules() throws {
    let sample = try SampleRoadmap.shop()
    expectRules(layout(sample, plan: sample.plan), count: 11)
  }

  /// Boxes are in their stage's panel, nothing overlaps, and arrows run clear of everything.
  private func expectRules(_ layout: DependencyLayout, count: Int) {
    let roadmap = layout.network.roadmap
    #expect(layout.boxes.count == count)
    for box in layout.boxes {
      let stage = roadmap.stageRank(of: roadmap.capabilities[box.position])
      #expect(layout.panels.contains { $0.stage == stage && $0.frame.encloses(box.frame) })
    }
    #expect(DependencyDrawing(layout, DependencyOptions()).canvas.scene.flaws == [])
    for tag in layout.tags { #expect(tag.frame.encloses(tag.label.frame)) }
    for (left, right) in zip(layout.panels, layout.panels.dropFirst()) where left.band == right.band {
      #expect(left.frame.maxX < right.frame.minX)
    }
  }

  @Test func whatIsBegunSaysHowFarItIs() throws {
    let sample = try SampleRoadmap(
      [
        .init(id: "a", name: "A", stage: "crawl", element: "data", weeks: (0, 4)),
        .init(id: "b", name: "B", stage: "crawl", element: "data", prerequisites: [SampleRoadmap.need("a")]),
        .init(id: "c", name: "C", stage: "crawl", element: "data"),
      ], states: ["a": .inProgress(0.35), "b": .partial(0.4)])
    func status(_ plan: Plan?) -> [String] {
      layout(sample, plan: plan).boxes.map { $0.lines.dropFirst().joined(separator: " ") }.map {
        String($0.dropFirst(2))
      }
    }
    #expect(
      status(sample.plan) == [
        "in work 35\u{A0}% 1\u{A0}Feb\u{A0}2027", "partial 40\u{A0}% \u{B7} not planned",
        "not planned",
      ])
    #expect(status(nil) == ["in work 35\u{A0}%", "partial 40\u{A0}%", "missing"])
  }

  @Test func boxesHaveRoomForTheLongestName() throws {
    let name = LocalizedText("One capability whose name takes three lines of a box at the least")
    let sample = try SampleRoadmap([
      .init(id: "a", name: name, stage: "crawl", element: "data"),
      .init(id: "b", name: "B", stage: "crawl", element: "data"),
    ])
    let boxes = layout(sample, plan: nil).boxes
    #expect(boxes.map(\.lines.count) == [4, 2])
    #expect(boxes[0].frame.height == boxes[1].frame.height)
    #expect(boxes[0].frame.height >= 4 * TextStyle.bar.metrics.lineHeight)
  }

  @Test func tagsNameChoicesAndWaitingTimes() throws {
    let sample = try SampleRoadmap.shop()
    let layout = layout(sample, plan: sample.plan)
    #expect(layout.tags.map(\.label.lines) == [["1 of 2"], ["+2w"]])
  }

  @Test func legendNamesWhatIsDrawn() throws {
    let sample = try SampleRoadmap.shop()
    #expect(
      layout(sample, plan: sample.plan).legend.entries.map(\.key) == [
        .planned, .critical, .live, .unplanned, .notApplicable, .need, .criticalPrerequisite, .choice,
        .junction, .lag, .alternatives,
      ])
    let one = try SampleRoadmap([.init(id: "a", name: "A", stage: "walk", element: "data")])
    let alone = layout(one, plan: nil)
    #expect(alone.legend.entries.map(\.key) == [.missing])
    #expect(alone.elements.entries.count == 1)
    #expect(alone.panels.map(\.stage) == [1])
  }

  /// A chain through all stages, as long as is wanted.
  private func chain(_ count: Int) throws -> SampleRoadmap {
    try SampleRoadmap(
      (0..<count).map { number in
        .init(
          id: CapabilityID("item-\(number)"), name: LocalizedText("Capability \(number)"),
          stage: SampleRoadmap.stages[number * 3 / count].id, element: SampleRoadmap.elements[number % 3].id,
          prerequisites: number == 0 ? [] : [SampleRoadmap.need(CapabilityID("item-\(number - 1)"))])
      })
  }

  /// A long chain is no strip: its columns follow each other in bands, and its arrows find their way from one to the next.
  @Test func longChainsAreWrapped() throws {
    let layout = layout(try chain(100), plan: nil)
    let scene = DependencyDrawing(layout, DependencyOptions()).canvas.scene
    #expect(scene.flaws == [])
    #expect(layout.arrows.count == 99)
    #expect(layout.frame.width / layout.frame.height < 2.5)
    #expect(layout.frame.height / layout.frame.width < 2)
    // A stage that goes on in another band has a heading there too.
    #expect(layout.panels.count > 3)
    #expect(layout.panels.allSatisfy { !$0.title.lines.isEmpty })
    // A short chain stays in one line.
    #expect(self.layout(try chain(6), plan: nil).panels.count == 3)
  }

  /// A page says at the box what continues on other pages, and tells which.
  @Test func whatContinuesElsewhereIsNamed() throws {
    let sample = try SampleRoadmap.shop()
    func lines(_ filter: CapabilityFilter) -> [String: [String]] {
      let options = DependencyOptions(filter: filter)
      let layout = DependencyLayout(
        of: DependencyNetwork(roadmap: sample.roadmap, plan: nil, options: options), title: "Title",
        words: DiagramVocabulary(.english), theme: .standard)
      #expect(DependencyDrawing(layout, options).canvas.scene.flaws == [])
      return Dictionary(
        layout.boxes.map { (sample.roadmap.capabilities[$0.position].id.text, $0.lines) },
        uniquingKeysWith: { first, _ in first })
    }
    let walk = lines(CapabilityFilter(stages: ["walk"]))
    #expect(
      walk["cart-tracking"]?.joined(separator: " ").contains("needs: Page view tracking (Crawl)") == true)
    #expect(
      walk["cart-email"]?.joined(separator: " ").contains("leads to: Personalised recommendations (Run)")
        == true)
    let data = lines(CapabilityFilter(elements: ["data"]))
    #expect(data["cart-tracking"]?.joined(separator: " ").contains("Product catalogue (Commerce)") == true)
    #expect(lines(CapabilityFilter()).values.joined().allSatisfy { !$0.contains("needs:") })
    let table = DependencyDiagram(
      roadmap: sample.roadmap, options: DependencyOptions(filter: CapabilityFilter(stages: ["run"]))
    ).document.tables[0]
    #expect(table.rows.contains { $0.last?.contains("Abandoned cart email (Walk)") == true })
  }

  /// A collapsed box looks like what is in it, and the legend says of several capabilities what it means.
  @Test func collapsedBoxesSayWhatIsInThem() throws {
    let sample = try SampleRoadmap.shop()
    func kinds(_ plan: Plan?) -> [LegendKey] {
      let layout = OverviewLayout(
        of: DependencyNetwork(roadmap: sample.roadmap, plan: plan), title: "Title",
        words: DiagramVocabulary(.english))
      #expect(layout.legend.entries.map(\.key).contains(.need))
      return layout.boxes.map(layout.kind(of:))
    }
    // Crawl of data and commerce, walk of action, data and commerce, run of action and commerce.
    #expect(
      kinds(sample.plan) == [
        .somePlanned, .someCritical, .someCritical, .someCritical, .notApplicable, .someCritical,
        .someUnplanned,
      ])
    #expect(Set(kinds(nil)) == [.someMissing, .notApplicable])
  }
}
