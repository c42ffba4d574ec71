import RoadmapModel
import TestSupport
import Testing

@Suite("Planning calendar")
struct PlanningCalendarTests {
  private let calendar = PlanningCalendar(start: RoadmapFixture.start, periodCount: 10)

  @Test("Every day lies in the period that begins on it or within the six days before", arguments: -30...80)
  func findsPeriods(offset: Int) {
    let date = calendar.start.advanced(by: offset)
    let period = calendar.period(containing: date)
    #expect(calendar.date(of: period) <= date)
    #expect(date < calendar.date(of: period.advanced(by: 1)))
    #expect(calendar.lastPeriod(onOrBefore: date) == period)
    let first = calendar.firstPeriod(onOrAfter: date)
    #expect(calendar.date(of: first) >= date)
    #expect(calendar.date(of: first.advanced(by: -1)) < date)
  }

  @Test("Periods before the start are negative")
  func negativePeriods() {
    #expect(calendar.period(containing: calendar.start.advanced(by: -1)) == Period(-1))
    #expect(calendar.period(containing: calendar.start.advanced(by: -7)) == Period(-1))
    #expect(calendar.period(containing: calendar.start.advanced(by: -8)) == Period(-2))
    #expect(calendar.firstPeriod(onOrAfter: calendar.start.advanced(by: -6)) == Period(0))
  }

  @Test("A span of days has a period when one begins within it")
  func hasPeriod() {
    let start = calendar.start
    func has(_ from: Int, _ through: Int) -> Bool {
      calendar.hasPeriod(from: start.advanced(by: from), through: start.advanced(by: through))
    }
    #expect(has(0, 0) && has(-9, 0) && has(1, 7) && has(63, 69))
    #expect(!has(1, 6) && !has(-9, -1) && !has(64, 90) && !has(70, 77))
  }

  @Test("It ends on the day after its last period")
  func end() {
    #expect(calendar.end == calendar.start.advanced(by: 70))
    #expect(calendar.periods.count == 10)
    #expect(calendar.periods.first == Period(0))
    #expect(calendar.periods.last == Period(9))
  }

  @Test("A year has its mean number of weeks, a month a twelfth of it")
  func lengths() {
    #expect((PlanningCalendar.periodsPerYear * 7 - 365.25).magnitude < 1e-9)
    #expect((PlanningCalendar.periodsPerMonth * 12 - PlanningCalendar.periodsPerYear).magnitude < 1e-9)
  }
}
