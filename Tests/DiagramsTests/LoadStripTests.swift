import RoadmapModel
import Testing

@testable import Diagrams

/// That the words beside a load are those of the scenario: the new money of a window, and the people of a team.
@Suite struct LoadStripTests {
  private func footer(
    _ sample: SampleRoadmap, _ language: Language = .english
  ) -> RoadmapFooter {
    RoadmapLayout(
      of: RoadmapContent(
        plan: sample.plan, roadmap: sample.roadmap, language: language,
        options: RoadmapOptions(showsLoad: true))
    ).footer
  }

  private func sample(teams: [Team]? = nil, budget: Budget? = nil) throws -> SampleRoadmap {
    try SampleRoadmap(
      [.init(id: "a", name: "A", stage: "crawl", element: "data", weeks: (0, 40))], teams: teams,
      budget: budget)
  }

  private func budget(_ thousands: [Double], carriesOver: Bool) throws -> SampleRoadmap {
    let starts = ["2027-01-04", "2027-04-01", "2027-07-01"].compactMap { CivilDate(iso: $0) }
    let windows = zip(starts, thousands).map {
      Budget.Window(from: $0, through: $0.advanced(by: 80), amount: Money(units: 1_000 * $1))
    }
    return try sample(budget: Budget(windows: windows, carriesOver: carriesOver))
  }

  /// What is carried over is not taken for new money.
  @Test func theBudgetIsThatOfAWindow() throws {
    func lines(_ sample: SampleRoadmap) -> String {
      footer(sample).strips[0].name.lines.joined(separator: " ")
    }
    #expect(
      try lines(budget([80, 80, 80], carriesOver: false)) == "Budget, one-off costs EUR\u{A0}80k a quarter")
    #expect(
      try lines(budget([80, 80, 80], carriesOver: true))
        == "Budget, one-off costs EUR\u{A0}80k a quarter, what is left is kept")
    #expect(
      try lines(budget([80, 20, 80], carriesOver: false))
        == "Budget, one-off costs at most EUR\u{A0}80k a quarter")
  }

  @Test(arguments: Language.allCases) func theWordsFit(language: Language) throws {
    let strip = footer(try budget([80, 180, 80], carriesOver: true), language).strips[0]
    #expect(strip.name.frame.maxX <= RoadmapMeasures.laneNameWidth)
    #expect(!strip.name.lines.contains { $0.contains("\u{2026}") }, "\(strip.name.lines)")
    #expect(strip.frame.height >= strip.name.frame.height)
  }

  @Test func teamsHaveTheirPeople() throws {
    let day = try #require(CivilDate(iso: "2027-03-01"))
    let teams = [
      Team(id: "one", name: "One", capacity: People(1)),
      Team(id: "part", name: "Part", capacity: People(1.25)),
      Team(
        id: "more", name: "More", capacity: People(1), changes: [.init(from: day, capacity: People(2.5))]),
    ]
    let sample = try sample(teams: teams)
    #expect(footer(sample).strips.map(\.load.allowance) == ["1 person", "1.25 people", "up to 2.5 people"])
    #expect(
      footer(sample, .dutch).strips.map(\.load.allowance) == ["1 persoon", "1,25 mensen", "tot 2,5 mensen"])
  }
}
