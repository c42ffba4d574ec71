import RoadmapModel
import TestSupport

extension AuditCase {
  private static let one = RoadmapFixture(periods: 8).capability("a", weeks: 3)
  private static let chain = one.capability("b", requires: [Prerequisite("a", lag: 1)])
  private static let staged = RoadmapFixture().capability("base", weeks: 2).capability("top", stage: "walk")
    .demand("crawl", Requirement("base")).policy(gates: .strict)

  private static let triggered = RoadmapFixture().business()
    .capability("a", trigger: Trigger([TriggerCondition(.visits, .atLeast, 100)]))
  /// Reached in period 2 and lost again: what has been reached stays reached.
  private static let path = BusinessPath(.visits, levels: [90, 99, 101, 50, 50, 50, 50, 50])

  private static func day(_ period: Int, _ days: Int = 0) -> CivilDate {
    RoadmapFixture.start.advanced(by: 7 * period + days)
  }

  static let timing: [AuditCase] = [
    AuditCase(.outsideCalendar, "unfinished at the end", one, good: ["a": 5], bad: ["a": 6]),
    AuditCase(.outsideCalendar, "before the calendar", one, good: ["a": 0], bad: ["a": -1]),
    AuditCase(
      .outsideCalendar, "after the last period, without work", RoadmapFixture().capability("a", weeks: 0),
      good: ["a": 7], bad: ["a": 8]),
    AuditCase(.outsideCalendar, "the largest integer", one, good: ["a": 0], bad: ["a": .max]),
    AuditCase(.outsideCalendar, "the least integer", one, good: ["a": 0], bad: ["a": .min]),
    AuditCase(
      .prerequisite, "live, but not for the lag", chain, good: ["a": 0, "b": 4], bad: ["a": 0, "b": 3]),
    AuditCase(.prerequisite, "never live", chain, good: ["a": 0, "b": 4], bad: ["b": 7]),
    AuditCase(
      .prerequisite, "two of three, one of which is live today, so that its lag has passed",
      one.capability("b", weeks: 2).capability("c").states(["c": .live])
        .capability(
          "d", requires: [Prerequisite(Requirement(atLeast: 2, of: ["a", "b", "c"]), lag: 1)]),
      good: ["a": 0, "b": 0, "d": 3], bad: ["a": 0, "b": 0, "d": 2]),
    AuditCase(
      .prerequisite, "the earlier of a capability and what provides it",
      one.capability("suite", provides: ["a"]).capability("b", requires: [Prerequisite("a")]),
      good: ["a": 0, "suite": 0, "b": 1], bad: ["a": 0, "suite": 1, "b": 1]),
    AuditCase(
      .prerequisite, "all of two, of which one is not applicable",
      one.capability("b").states(["b": .notApplicable])
        .capability("c", requires: [Prerequisite(.all(["a", "b"]))]),
      good: ["a": 0, "c": 3], bad: ["a": 0, "c": 2]),
    AuditCase(
      .circularWait, "two that need each other in the same period",
      RoadmapFixture().capability("seed").capability(
        "egg", weeks: 0, requires: [Prerequisite(Requirement("hen"))]
      )
      .capability("hen", weeks: 0, requires: [Prerequisite(Requirement(atLeast: 1, of: ["egg", "seed"]))]),
      good: ["seed": 0, "hen": 1, "egg": 1], bad: ["hen": 1, "egg": 1]),
    AuditCase(
      .stageGate, "before the stage below", staged, good: ["base": 0, "top": 2], bad: ["base": 0, "top": 1]),
    AuditCase(
      .stageGate, "a stage below that is never reached",
      staged.demand("walk", Requirement("gone"))
        .capability("gone").capability("far", stage: "run"),
      good: ["base": 0, "top": 2], bad: ["base": 0, "far": 7]),
    AuditCase(
      .trigger, "before the level", triggered, good: ["a": 3], bad: ["a": 1], path: path),
    AuditCase(
      .trigger, "a level that is never reached", triggered, good: ["a": 2], bad: ["a": 7], path: path,
      badPath: BusinessPath(.visits, levels: [99, 99, 99, 99, 99, 99, 99, 99])),
    AuditCase(
      .triggerWithoutPath, "no path", triggered, good: ["a": 2], bad: ["a": 2], path: path,
      badPath: .some(nil)),
    AuditCase(
      .pin, "in another week", one.decision("a", Decision(pinnedStart: day(2, 6))), good: ["a": 2],
      bad: ["a": 3]),
    AuditCase(
      .notBefore, "in the week in which the day lies", one.decision("a", Decision(notBefore: day(2, 1))),
      good: ["a": 3], bad: ["a": 2]),
    AuditCase(
      .notBefore, "a week too early", one.decision("a", Decision(notBefore: day(2))), good: ["a": 2],
      bad: ["a": 1]),
    AuditCase(
      .liveBy, "a day too late", one.decision("a", Decision(liveBy: day(4, 6))), good: ["a": 1],
      bad: ["a": 2]),
    AuditCase(
      .deadline, "the target stage too late", one.demand("crawl", Requirement("a")).target("crawl", by: 4),
      good: ["a": 1], bad: ["a": 2]),
    AuditCase(
      .freeze, "live in a frozen week", one.policy(freeze: [4...5]), good: ["a": 3], bad: ["a": 2]),
    AuditCase(
      .freeze, "without work", RoadmapFixture().capability("a", weeks: 0).policy(freeze: [4...5]),
      good: ["a": 6], bad: ["a": 5]),
    AuditCase(
      .freeze, "right after the calendar", one.policy(freeze: [8...8]), good: ["a": 4], bad: ["a": 5]),
  ]
}
