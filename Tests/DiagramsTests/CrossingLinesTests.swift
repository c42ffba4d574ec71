import Testing

@testable import Diagrams

@Suite struct CrossingLinesTests {
  private let lines = CrossingLines(target: [320, 300], others: [200])

  private func place(_ bar: ClosedRange<Double>, width: Double = 60, leastX: Double = 0) -> Double {
    lines.labelMinX(width: width, beside: bar, offset: 10, leastX: leastX)
  }

  @Test func labelsStandBesideTheirBarsWhereNoLineIs() {
    #expect(place(50...100) == 110)
  }

  @Test func labelsMoveALittleBehindALine() {
    #expect(place(100...185) == 205)
  }

  @Test func labelsMoveToTheLeftWhereALineIsFar() {
    #expect(place(100...150) == 100 - RoadmapMeasures.labelOffsetLeft - 60)
  }

  @Test func labelsStandBehindAllLinesWhereThereIsNoRoomOnTheLeft() {
    #expect(place(250...280, leastX: 200) == 325)
    #expect(place(215...270, leastX: 140) == 325, "the line at 200 is too near to the left end")
  }

  @Test func labelsMoveALittleToTheLeftOfALine() {
    #expect(place(215...270) == 137, "before the line at 200")
  }

  /// Where both sides have lines, the line of a stage leaves out the label rather than that it stands far away.
  @Test func labelsStandOnOtherLinesRatherThanFarAway() {
    let lines = CrossingLines(target: [300], others: [172])
    let label = lines.labelMinX(width: 60, beside: 225...260, offset: 10, leastX: 0)
    #expect(label == 225 - RoadmapMeasures.labelOffsetLeft - 60)
    #expect(!lines.isClear(from: label, width: 60))
  }

  @Test func otherLinesLeaveOutALabelThatWouldBeFar() {
    #expect(place(50...100, width: 95, leastX: 40) == 110)
    #expect(lines.labelMinX(width: 60, after: 150) == 150)
    #expect(lines.labelMinX(width: 60, after: 180) == 205)
    #expect(lines.labelMinX(width: 95, after: 110) == 110)
  }

  @Test(arguments: Array(stride(from: 100.0, through: 340, by: 7))) func noLabelLiesOnTheTarget(end: Double) {
    for width in [20.0, 60, 150] {
      for minX in [
        place((end - 30)...end, width: width, leastX: 80), lines.labelMinX(width: width, after: end),
      ] {
        #expect(CrossingLines(target: [300, 320]).isClear(from: minX, width: width))
      }
    }
  }
}
