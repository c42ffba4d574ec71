import RoadmapModel
import Testing

@Suite("Civil dates")
struct CivilDateTests {
  @Test("Every day of the supported years has the next number, and its number gives it back")
  func countsEveryDay() throws {
    var expected = try #require(CivilDate(year: 1900, month: 1, day: 1)).dayNumber
    #expect(expected == -25_567)
    var wrong = 0
    for year in CivilDate.supportedYears {
      for month in 1...12 {
        for day in 1...CivilDate.days(inMonth: month, ofYear: year) {
          let date = CivilDate(year: year, month: month, day: day)
          if date?.dayNumber != expected || CivilDate(dayNumber: expected).components != (year, month, day) {
            wrong += 1
          }
          expected += 1
        }
      }
    }
    #expect(wrong == 0)
    #expect(expected == 84_006)
  }

  @Test(
    "Years have 365 or 366 days, by the rule of Gregory",
    arguments: [(1900, 28), (2000, 29), (2024, 29), (2027, 28), (2100, 28)])
  func leapYears(year: Int, lastOfFebruary: Int) {
    #expect(CivilDate.days(inMonth: 2, ofYear: year) == lastOfFebruary)
    #expect((CivilDate(year: year, month: 2, day: 29) != nil) == (lastOfFebruary == 29))
  }

  /// Weekdays from Monday, 0, to Sunday, 6; the first day of 1970 was a Thursday.
  @Test(
    "Known days have their numbers and weekdays",
    arguments: [
      ("1970-01-01", 0, 3), ("1969-12-31", -1, 2), ("2000-02-29", 11_016, 1), ("2027-01-04", 20_822, 0),
      ("1900-01-01", -25_567, 0), ("2199-12-31", 84_005, 1),
    ])
  func knownDays(text: String, number: Int, weekday: Int) throws {
    let date = try #require(CivilDate(iso: text))
    #expect(date.dayNumber == number)
    #expect(((date.dayNumber + 3) % 7 + 7) % 7 == weekday)
    #expect(date.description == text)
  }

  @Test(
    "What is not a day is refused",
    arguments: [
      "", "2027-1-04", "2027-02-29", "2027-00-10", "2027-13-01", "2027-04-31", "2027-01-00", "1899-12-31",
      "2200-01-01", "2027/01/04", "2027-01-04 ", "+027-01-04", "-027-01-04", "2027-01-0a", "２０２７-01-04",
    ])
  func refuses(text: String) {
    #expect(CivilDate(iso: text) == nil)
  }

  @Test("Parts that no day has are refused, however large")
  func refusesParts() {
    #expect(CivilDate(year: .max, month: 1, day: 1) == nil)
    #expect(CivilDate(year: 2027, month: .min, day: 1) == nil)
    #expect(CivilDate(year: 2027, month: 1, day: .max) == nil)
  }

  @Test("Months are added over years, forwards and backwards")
  func addsMonths() throws {
    let date = try #require(CivilDate(iso: "2027-11-30"))
    let expected = [
      -23: "2025-12-01", -11: "2026-12-01", 0: "2027-11-01", 1: "2027-12-01", 2: "2028-01-01",
      16: "2029-03-01",
    ]
    for (months, text) in expected {
      #expect(date.startOfMonth(addingMonths: months).description == text)
    }
  }

  @Test("Quarters begin in January, April, July and October")
  func quarters() {
    let quarters = (1...12).compactMap { CivilDate(year: 2027, month: $0, day: 15)?.quarter }
    #expect(quarters == [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4])
  }

  @Test("Days compare by their numbers, whatever these are")
  func comparesExtremes() {
    #expect(CivilDate(dayNumber: .min) < CivilDate(dayNumber: .max))
    #expect(CivilDate(dayNumber: .min) != CivilDate(dayNumber: .max))
  }

  @Test("A day of every year exists in some year")
  func monthDays() {
    #expect(MonthDay(month: 2, day: 29) != nil)
    #expect(MonthDay(month: 2, day: 30) == nil)
    #expect(MonthDay(month: 0, day: 1) == nil)
    #expect(MonthDay(month: 13, day: 1) == nil)
    #expect(MonthDay(month: 4, day: 31) == nil)
    #expect(MonthDay(month: 3, day: 9)?.description == "03-09")
  }
}
