import RoadmapModel
import Testing

@testable import Diagrams

@Suite struct DifferenceContentTests {
  private typealias Item = SampleRoadmap.Item

  private func item(_ id: CapabilityID, _ weeks: (Int, Int)?) -> Item {
    Item(id: id, name: LocalizedText("Name of \(id)"), stage: "crawl", element: "data", weeks: weeks)
  }

  private func content(_ before: SampleRoadmap, _ after: SampleRoadmap) -> DifferenceContent {
    let base = RoadmapContent(plan: after.plan, roadmap: after.roadmap, language: .english)
    return DifferenceContent(
      PlanDifference(from: before.plan, to: after.plan), base: base, earlier: before.roadmap)
  }

  private func changes(_ content: DifferenceContent) -> [String] {
    content.lanes.flatMap(\.items).map { "\($0.entry.id) \($0.change)" }
  }

  /// What the older plan built and the company now has was carried out, not dropped.
  @Test func whatIsLiveByNowWasNotDropped() throws {
    let before = try SampleRoadmap([item("a", (0, 4)), item("b", (2, 8)), item("c", (4, 9))])
    let after = try SampleRoadmap(
      [item("a", nil), item("b", nil), item("c", (1, 6))], start: CivilDate(dayNumber: 21_186),
      states: ["a": .live])
    let content = content(before, after)
    #expect(changes(content) == ["c moved", "a goneLive", "b dropped"])
    #expect(content.summary[0].contains("1 gone live") && content.summary[0].contains("1 dropped"))
    let rows = content.tables.flatMap(\.rows)
    #expect(rows[1][3].hasPrefix("\u{25CF} live by now, planned"))
    let document = DifferenceDiagram(
      from: before.plan, of: before.roadmap, to: after.plan, of: after.roadmap
    ).document
    #expect(document.flaws == [])
    #expect(document.dot.contains("Gone live"))
  }

  /// Dashes, dots and white mean what they do in all other views: what was dropped is not planned, and only what is planned is white.
  @Test func linesMeanWhatTheyDoElsewhere() throws {
    let theme = Theme.standard
    for key in [LegendKey.added, .goneLive, .moved, .movedFrom, .recosted, .unchanged] {
      #expect(theme.differenceLook(key).outline.dash == .solid)
    }
    #expect(
      theme.differenceLook(.dropped).outline.dash
        == theme.look(of: .unplanned, theme.swatches[0]).outline.dash)
    #expect(theme.differenceLook(.unchanged).fill == theme.look(of: .planned, theme.swatches[0]).fill)
  }

  /// The day on which a newer calendar begins is today: what is live by then was built.
  @Test func aLaterCalendarMarksToday() throws {
    let before = try SampleRoadmap([item("a", (0, 4)), item("b", (20, 80))])
    let after = try SampleRoadmap(
      [item("a", nil), item("b", (1, 40))], start: CivilDate(dayNumber: 21_186), states: ["a": .live])
    let dots = [(before, after), (before, before)].map { old, new in
      DifferenceDiagram(from: old.plan, of: old.roadmap, to: new.plan, of: new.roadmap).document
    }
    #expect(dots[0].dot.contains("Today 3\u{A0}Jan\u{A0}2028") && !dots[1].dot.contains("Today"))
    #expect(dots[0].flaws == [])
  }

  /// Money of other days is not set beside each other, and the reader is told why.
  @Test func valuesOfOtherCalendarsAreNotCompared() throws {
    let before = try SampleRoadmap([item("a", (0, 4))])
    let same = try SampleRoadmap([item("a", (1, 5))])
    let later = try SampleRoadmap([item("a", (1, 5))], start: CivilDate(dayNumber: 21_186))
    #expect(content(before, same).summary.last?.hasPrefix("Net present value EUR") == true)
    let told = content(before, later).summary.last ?? ""
    #expect(
      told.hasPrefix(
        "The plans have other calendars, 4\u{A0}Jan\u{A0}2027 \u{2013} 31\u{A0}Dec\u{A0}2029 and "))
    #expect(!told.contains("EUR"))
  }

  /// A stage that the company has reached by now is said to be, whatever day the plan gives it.
  @Test func stagesThatAreReachedByNowSayso() throws {
    let before = try SampleRoadmap([item("a", (0, 4))])
    let after = try SampleRoadmap([item("a", nil)], start: CivilDate(dayNumber: 21_186), states: ["a": .live])
    #expect(
      content(before, after).summary.contains { $0.contains("Crawl: 1\u{A0}Feb\u{A0}2027 \u{2192} reached") })
  }

  /// What both plans have from their first day is none of their doing; what only the newer one has is.
  @Test func stagesThatWereReachedBeforeBothPlansAreNotTold() throws {
    let before = try SampleRoadmap([item("a", nil)], states: ["a": .live])
    let after = try SampleRoadmap([item("a", nil)], start: CivilDate(dayNumber: 21_186), states: ["a": .live])
    #expect(before.plan.stages.map(\.stage) == ["crawl"])
    for (old, new) in [(before, after), (before, before)] {
      #expect(!content(old, new).summary.contains { $0.contains("Crawl") })
    }
    let lost = try SampleRoadmap([item("a", (0, 4))])
    #expect(
      content(before, lost).summary.contains { $0.contains("Crawl: reached \u{2192} 1\u{A0}Feb\u{A0}2027") })
  }

  /// What is in work costs the newer plan what is left of it, which is no change of cost.
  @Test func restsOfCostAreNotCompared() throws {
    let before = try SampleRoadmap([item("a", (0, 4)), item("b", (0, 4))])
    let after = try SampleRoadmap([item("a", (0, 4)), item("b", (0, 4))], states: ["b": .inProgress(0.5)])
    let cheaper = { (plan: Plan) in
      let capabilities = plan.capabilities.map { entry in
        Plan.PlannedCapability(
          id: entry.id, startPeriod: entry.startPeriod, finishPeriod: entry.finishPeriod, start: entry.start,
          finish: entry.finish, cost: Money(units: 9_000), worth: entry.worth, isCritical: entry.isCritical,
          waitsFor: entry.waitsFor, because: entry.because)
      }
      return Plan(
        scenario: plan.scenario, currency: plan.currency, status: plan.status, objective: plan.objective,
        value: plan.value, stages: plan.stages, capabilities: capabilities, notPlanned: plan.notPlanned,
        budget: plan.budget, quarters: plan.quarters, teams: plan.teams, seed: plan.seed, effort: plan.effort,
        inputHash: plan.inputHash)
    }
    let base = RoadmapContent(plan: cheaper(after.plan), roadmap: after.roadmap, language: .english)
    let content = DifferenceContent(
      PlanDifference(from: before.plan, to: base.plan), base: base, earlier: before.roadmap)
    #expect(changes(content) == ["a recosted", "b unchanged"])
  }

  /// A plan without its scenario may hold what nobody knows any more: it has a lane of its own.
  @Test func whatNobodyKnowsHasALane() throws {
    let before = try SampleRoadmap([item("a", (0, 4)), item("z", (2, 8))])
    let after = try SampleRoadmap([item("a", (0, 4))])
    let base = RoadmapContent(plan: after.plan, roadmap: after.roadmap, language: .english)
    let content = DifferenceContent(
      PlanDifference(from: before.plan, to: after.plan), base: base, earlier: after.roadmap)
    #expect(content.lanes.map(\.name) == ["Data", "Only in the older plan"])
    #expect(content.lanes[1].items.map(\.name) == ["z"])
  }

  /// A name stands beside the days that a capability has now, wherever it was before.
  @Test func namesStandAtTheNewDays() throws {
    let before = try SampleRoadmap([item("earlier", (80, 90)), item("later", (2, 8)), item("gone", (30, 40))])
    let after = try SampleRoadmap([item("earlier", (20, 30)), item("later", (60, 70)), item("gone", nil)])
    let layout = DifferenceLayout(of: content(before, after))
    for bar in layout.bars {
      let frame = try #require(bar.after ?? bar.before)
      let distance = max(bar.label.frame.minX - frame.maxX, frame.minX - bar.label.frame.maxX)
      #expect((0..<40).contains(distance), "\(bar.item.entry.id)")
      if let old = bar.before, bar.after != nil { #expect(old.maxY < bar.label.frame.minY) }
    }
    let document = DifferenceDiagram(
      from: before.plan, of: before.roadmap, to: after.plan, of: after.roadmap
    ).document
    #expect(document.flaws == [])
  }

  /// What is live stands where it was built, and never after today; the days that were planned stand above where they are others.
  @Test func whatHasGoneLiveStandsBeforeToday() throws {
    let today = CivilDate(dayNumber: 21_186)
    let record = Record(
      through: today.advanced(by: -1),
      capabilities: [
        Actual(capability: "late", started: today.advanced(by: -70), finished: today.advanced(by: -35)),
        Actual(capability: "begun", started: today.advanced(by: -70)),
      ])
    let ids: [CapabilityID] = ["late", "begun", "past", "future"]
    let before = try SampleRoadmap([
      item("late", (0, 4)), item("begun", (40, 60)), item("past", (10, 20)), item("future", (60, 70)),
    ])
    let after = try SampleRoadmap(
      ids.map { item($0, nil) }, start: today,
      states: Dictionary(ids.map { ($0, CapabilityState.live) }) { first, _ in first }, record: record)
    let layout = DifferenceLayout(of: content(before, after))
    let todayX = layout.axis.x(of: today)
    #expect(layout.bars.count == 4)
    for bar in layout.bars {
      let frame = try #require(bar.after)
      #expect(bar.item.change == .goneLive && frame.maxX <= todayX + 0.01 && frame.width > 3)
      #expect((bar.before == nil) == (bar.item.entry.id == "past"), "\(bar.item.entry.id)")
    }
    let notes = Dictionary(layout.bars.map { ($0.item.entry.id, $0.item.note) }) { first, _ in first }
    #expect(notes["late"] == "live since 29\u{A0}Nov\u{A0}2027, 43 weeks later")
    #expect(notes["future"]?.hasPrefix("live by now, planned ") == true)
    let late = try #require(layout.bars.first { $0.item.entry.id == "late" }?.after)
    #expect(late.minX == layout.axis.x(of: today.advanced(by: -70)))
    #expect(layout.legend.entries.map(\.key).contains(.movedFrom))
    let rows = layout.content.tables.flatMap(\.rows)
    #expect(rows.filter { !$0[2].isEmpty }.map { $0[0] } == ["Name of late"])
    let document = DifferenceDiagram(
      from: before.plan, of: before.roadmap, to: after.plan, of: after.roadmap
    ).document
    #expect(document.flaws == [])
  }

  /// Both views count the money of the same days: not those in which no week begins.
  @Test func moneyIsCountedUntilTheSameDay() throws {
    let before = try SampleRoadmap([item("a", (0, 4))])
    let after = try SampleRoadmap([item("a", (1, 5))], start: CivilDate(dayNumber: 21_186))
    let told = content(before, after).summary.last ?? ""
    for sample in [before, after] {
      let base = RoadmapContent(plan: sample.plan, roadmap: sample.roadmap, language: .english)
      let last = try #require(base.quarters.last?.through)
      #expect(told.contains(base.vocabulary.date(last)))
    }
  }
}
