import RoadmapModel
import TestSupport
import Testing

@testable import gait

@Suite struct PlanReportTests {
  /// A plan of two capabilities, one of them beyond the first quarter, and one that is left out.
  private static func plan() throws -> (plan: Plan, roadmap: Roadmap) {
    let roadmap = try RoadmapFixture(periods: 30)
      .team("development", 2)
      .capability("storefront", weeks: 4, cost: 1_000, needs: ["development": 1])
      .capability(
        "=checkout", weeks: 2, cost: 600, needs: ["development": 1], requires: [.init(.init("storefront"))]
      )
      .capability("blog", weeks: 3, cost: 99)
      .demand("crawl", .init("=checkout"))
      .target("crawl", by: 28)
      .roadmap()
    var draft = PlanDraft(Schedule(starts: ["storefront": Period(0), "=checkout": Period(20)]), of: roadmap)
    draft.gap = 0.0184
    draft.bound = Bound(limit: -1_500, method: .pricedCut, relaxed: ["budget"])
    return (draft.plan, roadmap)
  }

  private static func text(_ language: Language) throws -> String {
    let (plan, roadmap) = try plan()
    return TerminalLayout().text(of: PlanReport(plan: plan, roadmap: roadmap, language: language).report)
  }

  @Test func everythingIsSaid() throws {
    let text = try Self.text(.english).split { " \n\u{A0}".contains($0) }.joined(separator: " ")
    for phrase in [
      "Target: crawl, reached on 2027-06-07. It was asked for by 2027-07-19.",
      "Capabilities built: 2; left out: 1.",
      "2027 Q1", "2027 Q2", "storefront crawl 2027-01-04 2027-02-01",
      "Goes live: storefront (2027-02-01).",
      "This plan is worth -1,600. No plan can be worth more than -1,500, which is 100 more.",
      "leaves out of account: budget.", "development", "blog", "It is not worth its cost",
      "Seed 1, effort quick",
    ] {
      #expect(text.contains(phrase), "\(phrase)")
    }
  }

  @Test(arguments: Language.allCases) func noLineIsTooLong(language: Language) throws {
    let lines = try Self.text(language).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 100 })
  }

  @Test func aQuarterWithoutEventsHasNoSection() throws {
    let (plan, roadmap) = try Self.plan()
    let headings = PlanReport(plan: plan, roadmap: roadmap, language: .english).report.blocks.filter {
      if case .heading(let text) = $0 { text.hasPrefix("2027") } else { false }
    }
    #expect(headings == [.heading("2027 Q1"), .heading("2027 Q2")])
  }

  @Test func theGapIsAShareOfTheLimitWhereThatSaysSomething() throws {
    let (plan, roadmap) = try Self.plan()
    var draft = PlanDraft(Schedule(plan), of: roadmap)
    func text() -> String {
      let text = TerminalLayout().text(
        of: PlanReport(plan: draft.plan, roadmap: roadmap, language: .english).gist)
      return text.split { " \n\u{A0}".contains($0) }.joined(separator: " ")
    }
    (draft.npv, draft.bound.limit, draft.gap) = (Money(units: 800), 1_000, 0.2)
    #expect(
      text().contains(
        "This plan is worth 800. No plan can be worth more than 1,000, which is 200 more (20.0% of that limit)."
      ))
    (draft.objective, draft.firstYearCost, draft.bound.limit) = (.cost, Money(units: 1_000), 800)
    #expect(text().contains("No plan can cost less than 800, which is 200 less (20.0% of its cost)."))
  }

  @Test func scoresStandApartFromTheImpact() throws {
    let (roadmap, schedule) = try (Self.plan().roadmap, Schedule(Self.plan().plan))
    var draft = PlanDraft(schedule, of: roadmap)
    let label = Vocabulary[.english].worth.scores
    func text() -> String {
      TerminalLayout().text(of: PlanReport(plan: draft.plan, roadmap: roadmap, language: .english).report)
    }
    #expect(!text().contains(label))
    draft.scores = Money(units: 32_000)
    #expect(text().contains(label) && text().contains("32,000"))
  }

  /// A calendar of 26 weeks from 4 January ends on 4 July: no week begins in its third quarter, and what ends last is live then.
  @Test func aQuarterWithoutAWeekIsLeftOutAndWhatGoesLiveThenIsNot() throws {
    let roadmap = try RoadmapFixture(periods: 26).capability("a", weeks: 26).capability("b", weeks: 25)
      .capability("c").states(["c": .live]).demand("crawl", Requirement("c")).demand("walk", Requirement("a"))
      .budget([0...12: 10, 13...25: 10], carriesOver: false).target("walk").roadmap()
    let plan = PlanDraft(Schedule(starts: ["a": Period(0), "b": Period(0)]), of: roadmap).plan
    #expect(plan.quarters.count == 3)
    let text = TerminalLayout().text(
      of: PlanReport(plan: plan, roadmap: roadmap, language: .english).report)
    #expect(!text.contains("2027 Q3"))
    #expect(text.contains("Set target.by"))
    #expect(text.contains("At the end of the calendar\n  Goes live: a (2027-07-05)."))
    #expect(text.contains("Goes live: b (2027-06-28)."))
    #expect(text.contains(/crawl +reached already\n/))
  }

  @Test func languagesDiffer() throws {
    let texts = try Language.allCases.map(Self.text)
    #expect(Set(texts).count == 3)
    #expect(texts[1].contains("Wat het waard is"))
    #expect(texts[2].contains("Vad den är värd"))
  }

  @Test func theTableHasARowForEverything() throws {
    let (plan, roadmap) = try Self.plan()
    let rows = PlanTable(plan: plan, roadmap: roadmap, language: .english).table.text.split(separator: "\r\n")
    #expect(rows.count == 4)
    #expect(rows[0].hasPrefix("id,name,stage,element,status,startPeriod"))
    #expect(
      rows[1].hasPrefix("storefront,storefront,crawl,commerce,planned,0,4,2027-01-04,2027-02-01,1000.00,"))
    #expect(rows[2].hasPrefix("'=checkout,'=checkout,crawl,"))
    #expect(rows[3] == "blog,blog,crawl,commerce,notPlanned,,,,,,,,,It is not worth its cost")
  }
}
