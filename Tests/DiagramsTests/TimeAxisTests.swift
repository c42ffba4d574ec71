import RoadmapModel
import Testing

@testable import Diagrams

@Suite struct TimeAxisTests {
  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

  @Test func placesAreInProportion() throws {
    let axis = try TimeAxis(from: day("2027-01-04"), until: day("2028-01-04"), originX: 100, width: 730)
    #expect(axis.pointsPerDay == 2)
    #expect(try axis.x(of: day("2027-01-04")) == 100)
    #expect(try axis.x(of: day("2027-01-14")) == 120)
    #expect(axis.endX == 830)
  }

  @Test func cellsCoverTheAxisWithoutGaps() throws {
    let axis = try TimeAxis(from: day("2027-02-10"), until: day("2029-05-03"), originX: 10, width: 900)
    for cells in [axis.years, axis.quarters, axis.months] {
      #expect(cells.first?.minX == 10)
      #expect(abs((cells.last?.maxX ?? 0) - axis.endX) < 1e-9)
      for (left, right) in zip(cells, cells.dropFirst()) { #expect(left.maxX == right.minX) }
    }
    #expect(axis.years.map(\.date.description) == ["2027-01-01", "2028-01-01", "2029-01-01"])
    #expect(axis.quarters.count == 10)
    #expect(axis.months.count == 28)
  }

  @Test func quartersEndOnTheirFirstDayAfter() throws {
    #expect(try TimeAxis.endOfQuarter(of: day("2027-12-31")) == day("2028-01-01"))
    #expect(try TimeAxis.endOfQuarter(of: day("2027-01-01")) == day("2027-04-01"))
    #expect(try day("2027-06-30").startOfQuarter == day("2027-04-01"))
  }

  @Test func anEmptyAxisHasADay() throws {
    let axis = try TimeAxis(from: day("2027-01-04"), until: day("2027-01-04"), originX: 0, width: 10)
    #expect(axis.pointsPerDay == 10)
  }
}
