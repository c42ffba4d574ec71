import RoadmapModel
import Testing

@testable import Diagrams

@Suite struct LegendTests {
  @Test func entriesStandInTheirOrderAndWrap() {
    let legend = Legend(
      [.freeze, .planned, .critical, .planned], words: DiagramVocabulary(.dutch), minX: 5, minY: 10,
      width: 200)
    #expect(legend.entries.map(\.key) == [.planned, .critical, .freeze])
    for entry in legend.entries {
      #expect(entry.name.frame.minX > entry.sample.maxX)
      #expect(entry.name.frame.maxX <= 205)
      #expect(entry.name.frame.maxY <= legend.maxY)
    }
    #expect(Set(legend.entries.map(\.sample.minY)).count > 1)
  }

  @Test func nothingNeedsNoRoom() {
    let legend = Legend([], words: DiagramVocabulary(.english), minX: 0, minY: 10, width: 100)
    #expect(legend.entries.isEmpty && legend.maxY == 10)
  }
}
