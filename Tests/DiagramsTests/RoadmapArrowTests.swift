import RoadmapModel
import Testing

@testable import Diagrams

@Suite struct RoadmapArrowTests {
  private typealias Item = SampleRoadmap.Item

  private func arrows(
    _ items: [Item], states: [CapabilityID: CapabilityState] = [:]
  ) throws -> [String] {
    let sample = try SampleRoadmap(items, states: states)
    return RoadmapArrow.arrows(of: sample.plan, in: sample.roadmap).map { arrow in
      let line = arrow.isCritical ? "=" : arrow.isTight ? "-" : "."
      return "\(arrow.prerequisite) \(line)\(arrow.isChoice ? "?" : "") \(arrow.dependent)"
    }
  }

  private func item(
    _ id: CapabilityID, _ weeks: (Int, Int)?, needs: [Prerequisite] = [], isCritical: Bool = false
  ) -> Item {
    Item(
      id: id, name: LocalizedText(id.text), stage: "crawl", element: "data", prerequisites: needs,
      weeks: weeks.map { (start: $0.0, finish: $0.1) }, isCritical: isCritical)
  }

  @Test func whatOthersImplyIsLeftOut() throws {
    let arrows = try arrows([
      item("a", (0, 2)), item("b", (2, 4), needs: [SampleRoadmap.need("a")]),
      item("c", (6, 8), needs: [SampleRoadmap.need("a"), SampleRoadmap.need("b")]),
    ])
    #expect(arrows == ["a - b", "b . c"])
  }

  @Test func nothingWaitsForWhatIsLiveOrDoesNotApply() throws {
    let arrows = try arrows(
      [
        item("a", nil), item("b", nil),
        item("c", (6, 8), needs: [SampleRoadmap.need("a"), SampleRoadmap.need("b")]),
      ], states: ["a": .live, "b": .notApplicable])
    #expect(arrows.isEmpty)
  }

  @Test func choicesComeFromWhatIsFinishedInTime() throws {
    let two = Prerequisite(Requirement(atLeast: 2, of: ["a", "b", "late", "never"]))
    let arrows = try arrows([
      item("a", (0, 2)), item("b", (0, 3)), item("late", (0, 9)), item("never", nil),
      item("c", (4, 8), needs: [two]),
    ])
    #expect(arrows == ["a .? c", "b .? c"])
  }

  @Test func choicesThatAreMetTodayHaveNoArrows() throws {
    let one = Prerequisite(Requirement(atLeast: 1, of: ["a", "b"]))
    let arrows = try arrows(
      [item("a", nil), item("b", (0, 3)), item("c", (4, 8), needs: [one])], states: ["a": .live])
    #expect(arrows.isEmpty)
  }

  @Test func lagsCountForTightness() throws {
    let arrows = try arrows([
      item("a", (0, 2), isCritical: true),
      item("b", (4, 6), needs: [SampleRoadmap.need("a", lag: 2)], isCritical: true),
      item("c", (4, 6), needs: [SampleRoadmap.need("a", lag: 1)], isCritical: true),
      item("d", (4, 6), needs: [SampleRoadmap.need("a", lag: 2)]),
    ])
    #expect(arrows == ["a = b", "a . c", "a - d"])
  }
}
