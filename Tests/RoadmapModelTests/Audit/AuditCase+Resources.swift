import RoadmapModel
import TestSupport

extension AuditCase {
  private static let workers = RoadmapFixture().team("development", 2, changes: [4: 0.5])
    .capability("a", weeks: 2, needs: ["development": 1])
    .capability("b", weeks: 2, needs: ["development": 1.5])
  private static let costly = RoadmapFixture().capability("a", weeks: 2, cost: 100)
    .capability("b", weeks: 0, cost: 60)

  static let resources: [AuditCase] = [
    AuditCase(
      .teamCapacity, "two at once", workers, good: ["a": 0, "b": 2], bad: ["a": 0, "b": 1]),
    AuditCase(
      .teamCapacity, "after the team has shrunk", workers, good: ["a": 2], bad: ["a": 3]),
    AuditCase(
      .teamCapacity, "more than a number of people can hold",
      (0..<25).reduce(RoadmapFixture().team("development", 10_000)) { fixture, number in
        fixture.capability(CapabilityID("c\(number)"), needs: ["development": 10_000])
      }, good: ["c0": 0], bad: Dictionary(uniqueKeysWithValues: (0..<25).map { (CapabilityID("c\($0)"), 0) })),
    AuditCase(
      .workInProgress, "two of one", costly.capability("c").policy(workInProgress: 1),
      good: ["a": 0, "b": 1, "c": 2], bad: ["a": 0, "c": 1]),
    AuditCase(
      .budget, "without carry-over, two in one window",
      costly.budget([0...3: 100, 4...7: 60], carriesOver: false), good: ["a": 0, "b": 7],
      bad: ["a": 0, "b": 3]),
    AuditCase(
      .budget, "without carry-over, money of the window before",
      costly.budget([0...3: 100, 4...7: 60], carriesOver: false), good: ["a": 3], bad: ["a": 4]),
    AuditCase(
      .budget, "without carry-over, between the windows",
      costly.budget([0...1: 200, 4...7: 200], carriesOver: false), good: ["a": 0, "b": 4], bad: ["b": 3]),
    AuditCase(
      .budget, "with carry-over, before the money comes",
      costly.budget([0...3: 80, 4...7: 80], carriesOver: true), good: ["a": 3, "b": 4],
      bad: ["a": 3, "b": 3]),
    AuditCase(
      .budget, "with carry-over, more than there is in all",
      costly.budget([0...3: 80, 4...7: 79.99], carriesOver: true), good: ["a": 4], bad: ["a": 4, "b": 7]),
    AuditCase(
      .budget, "with carry-over, before the first window", costly.budget([2...7: 500], carriesOver: true),
      good: ["a": 2], bad: ["a": 1]),
  ]
}
