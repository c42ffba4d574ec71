import RoadmapModel
import Testing

@testable import Diagrams

/// That the picture of maturity says which capabilities a stage demands, and counts those.
@Suite struct StageDemandMarkTests {
  private func content(
    states: [CapabilityID: CapabilityState] = [:], hasPlan: Bool = true, language: Language = .english
  ) throws -> LevelsContent {
    let crawl = Stage(
      id: "crawl", name: "Crawl",
      demands: [
        StageDemand("data", Requirement("must")), StageDemand("data", Requirement("elsewhere")),
        StageDemand("data", Requirement(atLeast: 1, of: ["one", "other"])),
      ])
    let late: SampleRoadmap.Item = .init(
      id: "extra", name: "Extra", stage: "crawl", element: "data", provides: ["one"])
    let sample = try SampleRoadmap(
      [
        .init(id: "free", name: "Free", stage: "crawl", element: "data"), late,
        .init(id: "one", name: "One", stage: "crawl", element: "data"),
        .init(id: "other", name: "Other", stage: "crawl", element: "data"),
        .init(id: "must", name: "Must", stage: "crawl", element: "data", weeks: (0, 4)),
        .init(id: "elsewhere", name: "Elsewhere", stage: "walk", element: "data"),
      ], stages: [crawl, Stage(id: "walk", name: "Walk")], states: states)
    return LevelsContent(
      roadmap: sample.roadmap, plan: hasPlan ? sample.plan : nil, filter: CapabilityFilter(),
      words: DiagramVocabulary(language))
  }

  /// What is demanded has a star and comes first; what counts in place of it has the same as the others to choose from.
  @Test func whatIsDemandedHasAStar() throws {
    let content = try content()
    let cells = content.rows[0].cells
    #expect(
      cells[0].members.map { content.name(of: $0) } == [
        "\u{2605}\u{A0}Must", "\u{2606}\u{A0}Extra", "\u{2606}\u{A0}One", "\u{2606}\u{A0}Other", "Free",
      ])
    // A stage may demand what stands under another one, and the box says which.
    #expect(cells[1].members.map { content.name(of: $0) } == ["\u{2605}\u{A0}Elsewhere"])
    #expect(content.status(of: cells[1].members[0]) == "not planned \u{B7} for Crawl")
    let keys = LevelsLayout(of: content).legend.entries.map(\.key)
    #expect(keys.contains(.demanded) && keys.contains(.demandedChoice))
    #expect(
      content.summary.last?.hasPrefix("A stage is reached when every \u{2605} and enough \u{2606}") == true)
    #expect(content.tables[1].rows.map { $0[2] }.prefix(2) == ["demanded", "one of several"])
  }

  /// Counts are of the stars: those of a choice count only as far as they are needed.
  @Test func countsAreOfStars() throws {
    let text = try { (states: [CapabilityID: CapabilityState]) in
      let content = try content(states: states, hasPlan: false)
      return content.standing(of: content.rows[0].cells[0])
    }
    #expect(try text([:]) == "0 of 2 \u{2605} live, 0 of the 1 \u{2606} needed")
    #expect(
      try text(["extra": .live, "other": .live, "free": .live])
        == "0 of 2 \u{2605} live, 1 of the 1 \u{2606} needed")
    // What does not apply is neither marked nor counted.
    #expect(try text(["elsewhere": .notApplicable]) == "0 of 1 \u{2605} live, 0 of the 1 \u{2606} needed")
  }

  /// Without a plan the picture says so, and tells what has been begun from what is missing.
  @Test(arguments: Language.allCases) func todayHasNoPlan(language: Language) throws {
    let content = try content(
      states: ["one": .partial(0.3), "other": .inProgress(0.5)], hasPlan: false, language: language)
    let words = content.words
    #expect(content.summary.contains { $0.hasPrefix(words.todayWithoutPlan) })
    #expect(content.summary.contains { $0.contains(words.partial(1)) && $0.contains(words.inWork(count: 1)) })
    let kinds = content.network.conditions.map(\.kind)
    #expect(kinds == [.missing, .missing, .begun, .begun, .missing, .missing])
    #expect(content.network.shown.map { content.status(of: $0) }[2] == words.partlyDone(0.3))
    #expect(LevelsLayout(of: content).legend.entries.map(\.key).contains(.begun))
    let planned = try self.content(states: ["one": .partial(0.3)], language: language)
    #expect(!planned.summary.contains { $0.contains(words.todayWithoutPlan) })
    #expect(!planned.network.conditions.map(\.kind).contains(.begun))
  }

  /// A stage that the plan reaches says how many of its choices that takes.
  @Test func plannedStagesSayHowManyChoicesTheyTake() throws {
    let crawl = Stage(
      id: "crawl", name: "Crawl",
      demands: [StageDemand("data", Requirement(atLeast: 2, of: ["one", "two", "three"]))])
    func texts(_ language: Language) throws -> [String] {
      let sample = try SampleRoadmap(
        [
          .init(id: "one", name: "One", stage: "crawl", element: "data", weeks: (0, 4)),
          .init(id: "two", name: "Two", stage: "crawl", element: "data", weeks: (4, 8)),
          .init(id: "three", name: "Three", stage: "crawl", element: "data"),
          .init(id: "four", name: "Four", stage: "walk", element: "data", weeks: (9, 13)),
        ], stages: [crawl, Stage(id: "walk", name: "Walk")])
      let content = LevelsContent(
        roadmap: sample.roadmap, plan: sample.plan, filter: CapabilityFilter(),
        words: DiagramVocabulary(language))
      let titles = LevelsLayout(of: content).cells.map { $0.title.lines.joined(separator: " ") }
      #expect(titles == content.rows[0].cells.map { content.standing(of: $0) })
      #expect(content.tables[0].rows[0].dropFirst() == titles[...])
      return titles
    }
    let english = try texts(.english)
    #expect(english[0] == "to be reached 1\u{A0}Mar\u{A0}2027, 2\u{A0}\u{2606} needed")
    #expect(english[1] == "to be reached 5\u{A0}Apr\u{A0}2027")
    #expect(try texts(.dutch)[0].hasSuffix(", 2\u{A0}\u{2606} nodig"))
    #expect(try texts(.swedish)[0].hasSuffix(", 2\u{A0}\u{2606} beh\u{F6}vs"))
  }

  /// A mark that only a cell speaks of is explained like those of capabilities.
  @Test(arguments: [false, true]) func marksInCellsAreExplained(hasPlan: Bool) throws {
    let crawl = Stage(
      id: "crawl", name: "Crawl",
      demands: [
        StageDemand("data", Requirement("must")),
        StageDemand("data", Requirement(atLeast: 1, of: ["one", "two"])),
      ])
    let sample = try SampleRoadmap(
      [
        .init(id: "must", name: "Must", stage: "crawl", element: "data", weeks: (0, 4), teams: ["shown"]),
        .init(id: "one", name: "One", stage: "crawl", element: "data", weeks: (0, 4), teams: ["hidden"]),
        .init(id: "two", name: "Two", stage: "crawl", element: "data"),
      ], stages: [crawl])
    let content = LevelsContent(
      roadmap: sample.roadmap, plan: hasPlan ? sample.plan : nil, filter: CapabilityFilter(teams: ["shown"]),
      words: DiagramVocabulary(.english))
    #expect(content.network.shown.count == 1)
    #expect(
      content.standing(of: content.rows[0].cells[0]).contains("1\(hasPlan ? "\u{A0}" : " ")\u{2606} needed"))
    #expect(content.legendKeys.contains(.demandedChoice))
    #expect(content.summary.contains { $0.contains("enough \u{2606}") })
  }

  /// The heading of the target keeps its date in a narrow column.
  @Test(arguments: Language.allCases) func headingsAreWhole(language: Language) throws {
    let sample = try SampleRoadmap(
      [.init(id: "a", name: "A", stage: "run", element: "data", weeks: (0, 4))],
      deadline: CivilDate(iso: "2029-09-30"))
    let content = LevelsContent(
      roadmap: sample.roadmap, plan: sample.plan, filter: CapabilityFilter(),
      words: DiagramVocabulary(language))
    let layout = LevelsLayout(of: content)
    for column in layout.columns {
      #expect(column.title.lines.joined(separator: " ") == content.heading(of: column.stage))
      #expect(column.frame.encloses(column.title.frame))
    }
    #expect(layout.columns[2].title.lines.count == 2)
  }
}
