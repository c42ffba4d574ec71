import RoadmapModel
import TestSupport

extension AuditCase {
  private static let two = RoadmapFixture().capability("a").capability("b")

  static let selection: [AuditCase] = [
    AuditCase(
      .unknownCapability, "an id that the roadmap does not have", two, good: ["a": 0],
      bad: ["a": 0, "ghost": 0]),
    AuditCase(
      .notPlannable, "live today", two.states(["b": .live]), good: ["a": 0], bad: ["a": 0, "b": 0]),
    AuditCase(
      .notPlannable, "not applicable", two.states(["b": .notApplicable]), good: ["a": 0],
      bad: ["a": 0, "b": 0]),
    AuditCase(
      .excluded, "built against a decision", two.decision("b", Decision(isExcluded: true)), good: ["a": 0],
      bad: ["a": 0, "b": 0]),
    AuditCase(
      .minimumScore, "a member with too low a score",
      two.alternative("choice", .atMostOne, ["a", "b"], minimumScore: 3, scores: ["a": 3, "b": 2.9]),
      good: ["a": 0], bad: ["b": 0]),
    AuditCase(
      .decided, "forced", two.decision("a", Decision(isForced: true)), good: ["a": 5], bad: ["b": 0]),
    AuditCase(
      .decided, "pinned", two.decision("a", Decision(pinnedStart: RoadmapFixture.start)), good: ["a": 0],
      bad: [:]),
    AuditCase(
      .decided, "to be live by a day",
      two.decision("a", Decision(liveBy: RoadmapFixture.start.advanced(by: 20))), good: ["a": 0], bad: [:]),
    AuditCase(
      .inProgress, "not built", two.states(["a": .inProgress(0.5)]), good: ["a": 0], bad: [:]),
    AuditCase(
      .inProgress, "started later", two.states(["a": .inProgress(0)]), good: ["a": 0], bad: ["a": 1]),
    AuditCase(
      .stageDemand, "one capability", two.demand("crawl", Requirement("a")), good: ["a": 7], bad: ["b": 7]),
    AuditCase(
      .stageDemand, "two of three, of which one is not applicable",
      two.capability("c").states(["c": .notApplicable])
        .demand("crawl", Requirement(atLeast: 2, of: ["a", "b", "c"])),
      good: ["a": 0, "b": 0], bad: ["a": 0]),
    AuditCase(
      .stageDemand, "met by what provides it",
      two.capability("suite", provides: ["a"])
        .demand("crawl", Requirement("a")), good: ["suite": 0], bad: ["b": 0]),
    AuditCase(
      .stageDemand, "met by what provides it today, not by what it provides itself",
      RoadmapFixture().capability("a", provides: ["b"]).capability("b").capability("c", provides: ["a"])
        .demand("crawl", Requirement("a")), good: ["c": 0], bad: ["b": 0]),
    AuditCase(
      .stageDemand, "a lower stage than the target",
      two.demand("crawl", Requirement("a")).demand("walk", Requirement("b")).target("walk"),
      good: ["a": 0, "b": 0], bad: ["b": 0]),
    AuditCase(
      .alternative, "two members", two.alternative("choice", .atMostOne, ["a", "b"]), good: [:],
      bad: ["a": 0, "b": 0]),
    AuditCase(
      .alternative, "one beside a live one",
      two.alternative("choice", .atMostOne, ["a", "b"]).states(["a": .live]), good: [:], bad: ["b": 0]),
    AuditCase(
      .alternative, "none of which one is asked for", two.alternative("choice", .one, ["a", "b"]),
      good: ["b": 0], bad: [:]),
    AuditCase(
      .alternative, "none, although one member is applicable",
      two.alternative("choice", .one, ["a", "b"]).states(["a": .notApplicable]), good: ["b": 3], bad: [:]),
  ]
}
