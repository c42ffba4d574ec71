import RoadmapModel
import TestSupport
import Testing

@Suite("Budget")
struct BudgetTests {
  private func windows(_ cycle: Budget.Cycle, from start: String, weeks: Int) throws -> [String] {
    let calendar = PlanningCalendar(start: try #require(CivilDate(iso: start)), periodCount: weeks)
    let budget = Budget(every: cycle, amount: Money(units: 5), carriesOver: true, in: calendar)
    #expect(budget.carriesOver)
    #expect(budget.windows.allSatisfy { $0.amount == Money(units: 5) })
    return budget.windows.map { "\($0.from)/\($0.through)" }
  }

  @Test("Money comes every month")
  func months() throws {
    #expect(
      try windows(.month, from: "2027-11-29", weeks: 10) == [
        "2027-11-29/2027-11-30", "2027-12-01/2027-12-31", "2028-01-01/2028-01-31", "2028-02-01/2028-02-06",
      ])
  }

  @Test("Money comes every calendar quarter")
  func quarters() throws {
    #expect(
      try windows(.quarter, from: "2027-01-04", weeks: 30) == [
        "2027-01-04/2027-03-31", "2027-04-01/2027-06-30", "2027-07-01/2027-08-01",
      ])
  }

  @Test("Money comes every calendar year")
  func years() throws {
    #expect(
      try windows(.year, from: "2027-12-27", weeks: 60) == [
        "2027-12-27/2027-12-31", "2028-01-01/2028-12-31", "2029-01-01/2029-02-18",
      ])
  }

  @Test("Money comes once")
  func once() throws {
    #expect(try windows(.once, from: "2027-01-04", weeks: 104) == ["2027-01-04/2028-12-31"])
  }

  @Test("Nothing comes in a calendar without periods", arguments: Budget.Cycle.allCases)
  func nothing(cycle: Budget.Cycle) throws {
    #expect(try windows(cycle, from: "2027-01-04", weeks: 0) == [])
  }

  @Test("The windows cover the calendar without gaps, whenever it starts", arguments: Budget.Cycle.allCases)
  func tiles(cycle: Budget.Cycle) {
    for offset in stride(from: 0, to: 800, by: 13) {
      let calendar = PlanningCalendar(start: RoadmapFixture.start.advanced(by: offset), periodCount: 57)
      let windows = Budget(every: cycle, amount: .zero, carriesOver: false, in: calendar).windows
      #expect(windows.first?.from == calendar.start)
      #expect(windows.last?.through.advanced(by: 1) == calendar.end)
      for (window, next) in zip(windows, windows.dropFirst()) {
        #expect(window.from <= window.through)
        #expect(window.through.advanced(by: 1) == next.from)
        #expect(next.from.day == 1)
      }
    }
  }
}
