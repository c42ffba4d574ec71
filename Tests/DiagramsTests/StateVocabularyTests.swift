import RoadmapModel
import Testing

@testable import Diagrams

/// That all views say the same about what a company has and plans.
@Suite struct StateVocabularyTests {
  private func sample() throws -> SampleRoadmap {
    try SampleRoadmap(
      [
        .init(id: "a", name: "A", stage: "crawl", element: "data"),
        .init(id: "b", name: "B", stage: "crawl", element: "data", weeks: (0, 4)),
        .init(id: "c", name: "C", stage: "crawl", element: "data"),
        .init(id: "d", name: "D", stage: "crawl", element: "data"),
        .init(id: "e", name: "E", stage: "walk", element: "data"),
      ], states: ["a": .notApplicable, "d": .live, "e": .partial(0.3)],
      alternatives: [Alternative(id: "x", name: "X", members: ["a", "b", "c"])],
      decisions: [
        "c": Decision(isExcluded: true), "e": Decision(liveBy: CivilDate(dayNumber: 20_950)),
      ])
  }

  @Test(arguments: [false, true]) func decisionsSayWhatLevelsSay(hasPlan: Bool) throws {
    let sample = try sample()
    let plan = hasPlan ? sample.plan : nil
    let words = DiagramVocabulary(.english)
    let decisions = DecisionContent(
      roadmap: sample.roadmap, plan: plan, filter: CapabilityFilter(), words: words)
    let levels = LevelsContent(
      roadmap: sample.roadmap, plan: plan, filter: CapabilityFilter(), words: words)
    let options = decisions.groups.flatMap(\.options)
    #expect(options.map(\.id) == ["a", "b", "c", "c", "e"])
    for option in options { #expect(option.lines.last == levels.status(of: option.position)) }
    #expect(options[0].lines == ["A", "not applicable"])
    #expect(options[2].lines == ["C", hasPlan ? "not planned" : "missing"])
  }

  /// What somebody has decided waits for nothing, with and without a plan; only triggers do.
  @Test(arguments: [false, true]) func decidedCapabilitiesDoNotWait(hasPlan: Bool) throws {
    let sample = try sample()
    let layout = DecisionLayout(
      of: DecisionContent(
        roadmap: sample.roadmap, plan: hasPlan ? sample.plan : nil, filter: CapabilityFilter(),
        words: DiagramVocabulary(.english)))
    #expect(!layout.boxes.map(\.kind).contains(.waiting))
    #expect(!layout.legend.entries.map(\.key).contains(.waiting))
    let kinds = layout.boxes.filter { $0.position != nil }.map(\.kind)
    let open: LegendKey = hasPlan ? .unplanned : .missing
    #expect(kinds == [.notApplicable, hasPlan ? .planned : .missing, open, open, open])
    #expect(
      layout.boxes.map(\.isChosen) == [false, false, hasPlan, false] + Array(repeating: false, count: 4))
  }

  /// A cell counts the demands of its own stage, and says when a lower one holds it up.
  @Test func cellsCountTheirOwnDemands() throws {
    let items: [SampleRoadmap.Item] = [
      .init(id: "a", name: "A", stage: "crawl", element: "data", weeks: (0, 1)),
      .init(id: "b", name: "B", stage: "crawl", element: "data", weeks: (0, 1)),
      .init(id: "c", name: "C", stage: "walk", element: "data", weeks: (0, 1)),
      .init(id: "d", name: "D", stage: "run", element: "data", weeks: (0, 1)),
    ]
    func standings(_ states: [CapabilityID: CapabilityState]) throws -> [String] {
      let sample = try SampleRoadmap(items, states: states)
      let content = LevelsContent(
        roadmap: sample.roadmap, plan: nil, filter: CapabilityFilter(), words: DiagramVocabulary(.english))
      return content.rows[0].cells.map { content.standing(of: $0) }
    }
    #expect(
      try standings(["a": .live, "c": .live]) == [
        "1 of its 2 demands met", "its own demands met, not yet Crawl", "its one demand not met",
      ])
    #expect(
      try standings(["a": .live, "b": .live, "d": .live]) == [
        "reached today", "its one demand not met", "its own demands met, not yet Walk",
      ])
  }

  @Test(
    arguments: zip(
      Language.allCases,
      [
        ["its one demand not met", "0 of its 3 demands met", "1 of its 3 demands met"],
        [
          "de enige eis van deze fase niet vervuld", "0 van de 3 eisen van deze fase vervuld",
          "1 van de 3 eisen van deze fase vervuld",
        ],
        [
          "stegets enda krav inte uppfyllt", "0 av stegets 3 krav uppfyllda", "1 av stegets 3 krav uppfyllt",
        ],
      ])) func demandsAreCountedInGrammar(language: Language, texts: [String])
  {
    let words = DiagramVocabulary(language)
    let standings: [LevelStanding] = [.open(met: 0, of: 1), .open(met: 0, of: 3), .open(met: 1, of: 3)]
    #expect(standings.map { words.standing($0) { _ in "" } } == texts)
  }

  /// The mark of the company stands where all of it is, not where its first element is.
  @Test func theCompanyStandsWhereItsLeastMatureElementDoes() throws {
    let sample = try SampleRoadmap(
      [
        .init(id: "a", name: "A", stage: "crawl", element: "action", weeks: (0, 1)),
        .init(id: "b", name: "B", stage: "walk", element: "action", weeks: (0, 1)),
        .init(id: "c", name: "C", stage: "crawl", element: "data", weeks: (0, 1)),
      ], states: ["a": .live, "b": .live])
    let content = LevelsContent(
      roadmap: sample.roadmap, plan: nil, filter: CapabilityFilter(), words: DiagramVocabulary(.english))
    let layout = LevelsLayout(of: content)
    let position = try #require(layout.position)
    #expect(position.label.lines == ["We are here: before Crawl"])
    #expect(position.mark.x < layout.columns[0].frame.minX)
    #expect(layout.front.first.map { $0.x > layout.columns[1].frame.maxX } == true)
    #expect(position.mark.y < layout.columns[0].frame.minY)
  }
}
