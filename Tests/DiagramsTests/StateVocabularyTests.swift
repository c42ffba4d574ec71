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
    #expect(options[0].lines == ["\u{25B2}\u{A0}A", "not applicable"])
    #expect(options[2].lines == ["\u{25B2}\u{A0}C", hasPlan ? "not planned" : "missing"])
    #expect(options[1].lines[0].hasPrefix(DecisionContent.chosenMark) == hasPlan)
    #expect(decisions.summary[0].hasPrefix("As of today: no plan is shown") != hasPlan)
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
    #expect(
      kinds == [.notApplicable, hasPlan ? .planned : .missing, open, open, hasPlan ? .unplanned : .begun])
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
        "1 of 2 \u{2605} live", "its own demands met, not yet Crawl", "0 of 1 \u{2605} live",
      ])
    #expect(
      try standings(["a": .live, "b": .live, "d": .live]) == [
        "reached today", "0 of 1 \u{2605} live", "its own demands met, not yet Walk",
      ])
  }

  @Test(
    arguments: zip(
      Language.allCases,
      [
        "1 of 3 \u{2605} live, 0 of the 2 \u{2606} needed",
        "1 van 3 \u{2605} live, 0 van de 2 nodige \u{2606}",
        "1 av 3 \u{2605} i drift, 0 av de 2 \u{2606} som beh\u{F6}vs",
      ])) func demandsAreCountedByTheirMarks(language: Language, text: String)
  {
    let count = StageDemandMarks.Count(required: .init(live: 1, needed: 3), choice: .init(live: 0, needed: 2))
    #expect(DiagramVocabulary(language).standing(.open(count)) { _ in "" } == text)
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

  /// What is live and what is partly so differ by a shape, whatever becomes of their colours.
  @Test(arguments: Theme.standard.swatches.indices) func partlyLiveHasAStripe(element: Int) throws {
    for theme in [Theme.standard, .dark] {
      let swatch = theme.swatch(forElement: element)
      #expect(theme.look(of: .begun, swatch).stripe == swatch.strong)
      for kind in [LegendKey.live, .planned, .critical, .missing, .unplanned, .notApplicable] {
        #expect(theme.look(of: kind, swatch).stripe == nil)
      }
    }
  }
}
