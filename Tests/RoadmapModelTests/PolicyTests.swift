import RoadmapModel
import Testing

@Suite("Policy")
struct PolicyTests {
  private func contains(_ window: FreezeWindow, _ date: String) throws -> Bool {
    window.contains(try #require(CivilDate(iso: date)))
  }

  private func day(_ month: Int, _ day: Int) throws -> MonthDay {
    try #require(MonthDay(month: month, day: day))
  }

  @Test("A yearly freeze within a year holds in every year")
  func yearly() throws {
    let window = FreezeWindow.yearly(from: try day(11, 15), through: try day(12, 31))
    #expect(try contains(window, "2027-11-15"))
    #expect(try contains(window, "2029-12-31"))
    #expect(try !contains(window, "2027-11-14"))
    #expect(try !contains(window, "2028-01-01"))
  }

  @Test("A yearly freeze may run over the turn of the year")
  func overTheTurn() throws {
    let window = FreezeWindow.yearly(from: try day(12, 20), through: try day(1, 6))
    for date in ["2027-12-20", "2027-12-31", "2028-01-01", "2028-01-06"] {
      #expect(try contains(window, date), "\(date)")
    }
    for date in ["2027-12-19", "2028-01-07", "2028-06-15"] {
      #expect(try !contains(window, date), "\(date)")
    }
  }

  @Test("A freeze of one day is that day")
  func oneDay() throws {
    let leapDay = FreezeWindow.yearly(from: try day(2, 29), through: try day(2, 29))
    #expect(try contains(leapDay, "2028-02-29"))
    #expect(try !contains(leapDay, "2027-02-28"))
    #expect(try !contains(leapDay, "2027-03-01"))
  }

  @Test("A single freeze holds once, both days included")
  func once() throws {
    let from = try #require(CivilDate(iso: "2028-06-01"))
    let through = try #require(CivilDate(iso: "2028-06-14"))
    let window = FreezeWindow.once(from: from, through: through)
    #expect(try contains(window, "2028-06-01"))
    #expect(try contains(window, "2028-06-14"))
    #expect(try !contains(window, "2028-05-31"))
    #expect(try !contains(window, "2028-06-15"))
    #expect(try !contains(window, "2029-06-07"))
  }
}
