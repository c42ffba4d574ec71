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

  /// The text twin has the loads that the drawing has, and no others.
  @Test func loadsAreInTheTables() throws {
    let sample = try SampleRoadmap(
      [
        .init(id: "a", name: "A", stage: "crawl", element: "data", weeks: (0, 4), teams: ["one"]),
        .init(id: "b", name: "B", stage: "crawl", element: "data", weeks: (6, 8), teams: ["one"]),
      ], teams: [Team(id: "one", name: "One", capacity: People(1.5))],
      budget: Budget(
        windows: [
          Budget.Window(
            from: CivilDate(dayNumber: 20_822), through: CivilDate(dayNumber: 20_900),
            amount: Money(units: 80_000))
        ], carriesOver: false))
    func tables(_ showsLoad: Bool) -> [DiagramTable] {
      RoadmapContent(
        plan: sample.plan, roadmap: sample.roadmap, language: .english,
        options: RoadmapOptions(showsLoad: showsLoad)
      ).tables
    }
    #expect(tables(true).count == tables(false).count + 2)
    let loads = tables(true).suffix(2)
    #expect(loads.map(\.title) == ["Budget, one-off costs (EUR\u{A0}80k in all)", "One (1.5 people)"])
    #expect(loads.first?.rows.map { Array($0.suffix(2)) } == [["EUR\u{A0}0", "EUR\u{A0}80k"]])
    #expect(loads.last?.rows.map { $0[2] } == ["1", "0", "1", "0"])
    #expect(loads.last?.rows[0].prefix(2) == ["4\u{A0}Jan\u{A0}2027", "31\u{A0}Jan\u{A0}2027"])
    #expect(loads.last?.columns == ["From", "Through", "Used", "Available"])
  }

  /// Below a part, loads are still those of the whole plan, and say so.
  @Test(arguments: Language.allCases) func loadsOfAPartAreOfTheWhole(language: Language) throws {
    let sample = try budget([80, 80, 80], carriesOver: true)
    let words = DiagramVocabulary(language)
    func names(_ filter: CapabilityFilter) -> [String] {
      let content = RoadmapContent(
        plan: sample.plan, roadmap: sample.roadmap, language: language,
        options: RoadmapOptions(showsLoad: true, filter: filter))
      let strips = RoadmapLayout(of: content).footer.strips
      for strip in strips {
        #expect(strip.name.frame.maxX <= RoadmapMeasures.laneNameWidth)
        #expect(!strip.name.lines.contains { $0.contains("\u{2026}") }, "\(strip.name.lines)")
      }
      return strips.map(\.load.name)
    }
    #expect(names(CapabilityFilter()) == [words.oneOffBudget])
    #expect(names(CapabilityFilter(elements: ["data"])) == ["\(words.wholePlan): \(words.oneOffBudget)"])
  }
}
