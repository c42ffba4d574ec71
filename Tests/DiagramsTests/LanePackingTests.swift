import RoadmapModel
import Testing

@testable import Diagrams

@Suite struct LanePackingTests {
  private let axis = TimeAxis(
    from: CivilDate(dayNumber: 20_822), until: CivilDate(dayNumber: 21_922), originX: 0, width: 2_200)

  private func bar(_ id: CapabilityID, from start: Int, to finish: Int) -> BarPlacement {
    let calendar = PlanningCalendar(start: axis.start, periodCount: 157)
    let planned = Plan.PlannedCapability(
      id: id, startPeriod: Period(start), finishPeriod: Period(finish),
      start: calendar.date(of: Period(start)), finish: calendar.date(of: Period(finish)), cost: .zero,
      worth: .zero, isCritical: false, waitsFor: Plan.Wait(.nothing), because: "")
    return BarPlacement(planned, label: BarLabel("\(id)"), on: axis)
  }

  @Test(arguments: 0..<30 as Range<UInt64>) func rowsAreFewAndHaveRoom(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    let bars = (0..<30).map { index in
      let start = numbers.below(120)
      return bar(CapabilityID("n\(index)"), from: start, to: start + numbers.below(20))
    }
    let packing = LanePacking(bars, prerequisites: [:])
    for row in 0..<packing.rowCount {
      let inRow = bars.indices.filter { packing.rows[$0] == row }.map { bars[$0] }.sorted {
        $0.minX < $1.minX
      }
      for (left, right) in zip(inRow, inRow.dropFirst()) {
        #expect(left.extent + RoadmapMeasures.itemGap <= right.minX)
      }
    }
    // As many rows as bars that crowd one place, which no packing can undercut.
    let crowd = bars.map { here in
      bars.filter { $0.minX <= here.minX && here.minX < $0.extent + RoadmapMeasures.itemGap }.count
    }.max()
    #expect(packing.rowCount == crowd)
  }

  @Test func dependentsStayNearTheirPrerequisites() {
    let bars = [
      bar("a", from: 0, to: 20), bar("b", from: 0, to: 18), bar("c", from: 0, to: 16),
      bar("d", from: 40, to: 60),
    ]
    #expect(LanePacking(bars, prerequisites: ["d": ["c"]]).rows == [0, 1, 2, 2])
    #expect(LanePacking(bars, prerequisites: [:]).rows == [0, 1, 2, 0])
  }

  @Test func labelsStandInsideWhenTheyFit() {
    #expect(bar("short", from: 0, to: 10).isLabelInside)
    let narrow = bar("short", from: 0, to: 1)
    #expect(!narrow.isLabelInside)
    #expect(narrow.extent > narrow.maxX + narrow.labelWidth)
    #expect(
      bar("zero", from: 3, to: 3).maxX - bar("zero", from: 3, to: 3).minX == RoadmapMeasures.leastBarWidth)
  }
}
