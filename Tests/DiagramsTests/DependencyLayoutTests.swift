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
      #expect(layout.panels.first { $0.stage == stage }?.frame.encloses(box.frame) == true)
    }
    #expect(DependencyDrawing(layout, DependencyOptions()).canvas.scene.flaws == [])
    for tag in layout.tags { #expect(tag.frame.encloses(tag.label.frame)) }
    for (left, right) in zip(layout.panels, layout.panels.dropFirst()) {
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
        "in work 35\u{A0}% \u{B7} 1 Feb 2027", "partial 40\u{A0}% \u{B7} not planned", "not planned",
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

  @Test func groupsSayHowManyMayBeChosen() throws {
    let words = DiagramVocabulary(.english)
    #expect(words.alternative("X", .one) == "choose one: X")
    #expect(words.alternative("X", .atMostOne) == "one at most: X")
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
}
