import RoadmapModel
import Testing

@testable import ScenarioFormat

@Suite struct DaysTests {
  @Test func readsDates() throws {
    #expect(try DayText.date("2028-02-29") == CivilDate(year: 2028, month: 2, day: 29))
    #expect(try DayText.seasonDay("02-29") == MonthDay(month: 2, day: 29))
  }

  @Test(arguments: [
    ("2027-02-29", MistakeKind.noSuchDay), ("2027-13-01", .noSuchDay), ("0000-01-01", .noSuchDay),
    ("2200-01-01", .noSuchDay),
    ("2027-1-4", .notADate), ("04-01-2027", .notADate), ("2027/01/04", .notADate),
    ("2027-01-04T00:00", .notADate),
    ("", .notADate), ("٢٠٢٧-٠١-٠٤", .notADate), ("20270104", .notADate),
  ])
  func refusesOtherDates(_ text: String, _ kind: MistakeKind) {
    let mistake = #expect(throws: Mistake.self) { try DayText.date(text) }
    #expect(mistake?.kind == kind)
  }

  @Test(arguments: [
    ("02-30", MistakeKind.noSuchDay), ("00-01", .noSuchDay), ("13-01", .noSuchDay), ("1-15", .notASeasonDay),
    ("2027-01-04", .notASeasonDay), ("mid June", .notASeasonDay),
  ])
  func refusesOtherSeasonDays(_ text: String, _ kind: MistakeKind) {
    let mistake = #expect(throws: Mistake.self) { try DayText.seasonDay(text) }
    #expect(mistake?.kind == kind)
  }
}
