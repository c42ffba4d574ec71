import RoadmapModel
import TestSupport
import Testing

@testable import Planning

@Suite struct InstanceTests {
  /// Choices are met by the members that can be live first; lags and freezes count.
  @Test func earliestStarts() throws {
    let instance = try Instance(
      RoadmapFixture(periods: 20).capability("a", weeks: 2).capability("b", weeks: 4).capability(
        "c", weeks: 6
      )
      .capability("d", requires: [Prerequisite(Requirement(atLeast: 2, of: ["a", "b", "c"]), lag: 1)])
      .capability("e", requires: [Prerequisite(.all(["a", "c"]))])
      .with { contents in
        // The week that begins on 15 February 2027 is the seventh: nothing may go live in it.
        contents.policy.freeze = [
          .once(from: contents.calendar.date(of: Period(6)), through: contents.calendar.date(of: Period(6)))
        ]
      })
    #expect(instance.earliest.prefix(5) == [0, 0, 1, 5 + 1, 7])
  }

  /// What lacks a prerequisite that can never be met is taken out with its reason, and so is what waits for it.
  @Test func unavailableCapabilities() throws {
    let compiled = try CompiledRoadmap(
      RoadmapFixture(periods: 8).team("development", 1)
        .capability("big", needs: ["development": 2]).capability("next", requires: [Prerequisite("big")])
        .capability("last", requires: [Prerequisite("next")]).capability("long", weeks: 9)
        .capability("out").decision("out", Decision(isExcluded: true)))
    #expect(compiled.unavailable[0] == .teamTooSmall("development"))
    #expect(compiled.unavailable[1] == .prerequisite(["big"]))
    #expect(compiled.unavailable[2] == .prerequisite(["next"]))
    #expect(compiled.unavailable[3] == .noTime)
    #expect(compiled.unavailable[4] == .excluded)
  }

  /// Deadlines are carried back along prerequisites without a choice, with lags.
  @Test func latestStarts() throws {
    let instance = try Instance(
      RoadmapFixture(periods: 20).capability("a", weeks: 2).capability(
        "b", weeks: 3, requires: [Prerequisite(Requirement("a"), lag: 1)]
      )
      .demand("crawl", Requirement("b"))
      .with { $0.target.by = $0.calendar.date(of: Period(10)) })
    #expect(instance.latest[1] == 7 && instance.latest[0] == 4)
    #expect(instance.isRequired[0] && instance.isRequired[1])
  }

  /// What provides a capability counts as it, and what is not applicable is not asked for.
  @Test func slots() throws {
    let instance = try Instance(
      RoadmapFixture(periods: 8).capability("a").capability("suite", provides: ["a"]).capability("gone")
        .capability("b", requires: [Prerequisite(.all(["a", "gone"]))]).states(["gone": .notApplicable]))
    let needs = instance.requirements[instance.requirementRanges[2]]
    #expect(needs.map(\.slots) == [[[0, 1]]])
    #expect(needs.map(\.count) == [1])
  }
}
