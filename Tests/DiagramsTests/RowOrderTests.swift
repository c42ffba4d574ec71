import RoadmapModel
import Testing

@testable import Diagrams

/// That rows stand so that arrows need not run back, on roadmaps and in the view of the critical chain.
@Suite struct RowOrderTests {
  private typealias Item = SampleRoadmap.Item

  private func link(_ tail: RowOrder.End, _ head: RowOrder.End, at x: Double, down: Bool = false)
    -> RowOrder.Link
  {
    RowOrder.Link(tail: tail, head: head, tailX: x, headX: x, weight: 1, isDownward: down)
  }

  @Test func aBarInTheWayMakesRoom() {
    let spans: [[ClosedRange<Double>]] = [[0...100], [50...200], [100...150]]
    #expect(RowOrder(of: spans, links: []).rows == [0, 1, 2])
    let order = RowOrder(of: spans, links: [link(.row(0), .row(2), at: 100, down: true)])
    #expect(order.rows == [1, 0, 2])
    #expect(order.places == [1, 0, 2])
    // A gap is a way, and so is the border of a bar.
    for middle in [[50.0...94, 107...200], [96.0...200], [20.0...104]] as [[ClosedRange<Double>]] {
      let rows = RowOrder(of: [[0...100], middle, [100...150]], links: [link(.row(0), .row(2), at: 100)]).rows
      #expect(rows == [0, 1, 2])
    }
  }

  @Test func linksToOtherLanesCount() {
    let spans: [[ClosedRange<Double>]] = [[0...100], [50...200]]
    #expect(RowOrder(of: spans, links: [link(.row(0), .below, at: 100)]).rows == [1, 0])
    #expect(RowOrder(of: spans, links: [link(.above, .row(0), at: 100)]).rows == [0, 1])
  }

  /// What frees people leads on to what had to wait for them, whichever team the plan names.
  private func chain() throws -> SampleRoadmap {
    func item(_ id: CapabilityID, _ weeks: (Int, Int), _ wait: Plan.Wait, _ teams: [TeamID]) -> Item {
      Item(
        id: id, name: LocalizedText(id.text), stage: "crawl", element: "data", weeks: weeks, isCritical: true,
        waitsFor: wait, teams: teams)
    }
    return try SampleRoadmap([
      item("first", (0, 40), Plan.Wait(.nothing), ["data"]),
      item("second", (20, 40), Plan.Wait(.lowerValue), ["shop"]),
      item("alone", (30, 80), Plan.Wait(.lowerValue), []),
      item("third", (40, 80), Plan.Wait(.team, subject: "data"), ["data", "shop"]),
    ])
  }

  @Test func theChainGoesOnToTheTarget() throws {
    let sample = try chain()
    let content = CriticalContent(
      RoadmapContent(plan: sample.plan, roadmap: sample.roadmap, language: .english))
    let ends = content.links.map { content.items[$0.tail].planned.id.text }
    #expect(ends.sorted() == ["first", "second"])
    #expect(content.links.allSatisfy { content.items[$0.head].planned.id == "third" && $0.kind == .people })
  }

  /// No arrow of the chain runs past the target, and none to the left of the bar that it leaves.
  @Test func arrowsDoNotRunBack() throws {
    let sample = try chain()
    let layout = CriticalLayout(
      of: CriticalContent(RoadmapContent(plan: sample.plan, roadmap: sample.roadmap, language: .english)))
    #expect(layout.routes.count == 2)
    for route in layout.routes {
      let (tail, head) = (layout.bars[route.link.tail].frame, layout.bars[route.link.head].frame)
      #expect(route.corners.allSatisfy { tail.maxX - 20 < $0.x && $0.x < head.minX + 20 })
    }
    #expect(CriticalDrawing(layout, theme: .standard).canvas.scene.flaws == [])
  }

  /// On a roadmap, too, an arrow between two rows has a way where one can be made.
  @Test func lanesMakeRoomForArrows() throws {
    let sample = try SampleRoadmap([
      Item(id: "a", name: "A", stage: "crawl", element: "data", weeks: (0, 40), isCritical: true),
      Item(id: "b", name: "B", stage: "crawl", element: "data", weeks: (10, 90)),
      Item(
        id: "c", name: "C", stage: "crawl", element: "data", prerequisites: [SampleRoadmap.need("a")],
        weeks: (40, 90), isCritical: true),
      Item(id: "d", name: "D", stage: "crawl", element: "data", weeks: (0, 35)),
    ])
    let layout = RoadmapLayout(
      of: RoadmapContent(plan: sample.plan, roadmap: sample.roadmap, language: .english))
    let route = try #require(layout.routes.first)
    let bars = layout.lanes.bars
    let (tail, head) = (try #require(bars.first { $0.id == "a" }), try #require(bars.first { $0.id == "c" }))
    #expect(route.corners.allSatisfy { tail.frame.maxX - 20 < $0.x && $0.x < head.frame.minX + 20 })
  }
}
