import RoadmapModel
import TestSupport
import Testing

/// The random roadmaps are what planning is tested with, so they are tested themselves.
@Suite("Random roadmaps")
struct RandomRoadmapTests {
  private static let seeds = UInt64(0)..<300
  private static let sample = seeds.map { RandomRoadmap.make(seed: $0) }

  @Test("The same seed gives the same roadmap, another seed another one")
  func isDeterministic() {
    for seed in UInt64(0)..<10 {
      let contents = RandomRoadmap.make(seed: seed).contents
      #expect(contents == RandomRoadmap.make(seed: seed).contents)
      #expect(contents != RandomRoadmap.make(seed: seed + 1).contents)
    }
  }

  @Test("All sizes give valid roadmaps", arguments: 0...8)
  func isValid(capabilities: Int) {
    for seed in UInt64(1_000)..<1_050 {
      let roadmap = RandomRoadmap.make(seed: seed, capabilities: capabilities, periods: 5 + capabilities)
      #expect(roadmap.capabilities.count == capabilities)
      #expect(roadmap.calendar.periodCount == 5 + capabilities)
    }
  }

  @Test("Every feature occurs in some roadmaps and is missing in others", arguments: Feature.all)
  func hasFeature(_ feature: Feature) {
    let count = Self.sample.filter(feature.isIn).count
    #expect(count >= 8 && count <= Self.sample.count - 8, "\(count) of \(Self.sample.count)")
  }

  @Test("What is left out does not occur")
  func leavesOut() {
    for seed in Self.seeds {
      let contents = RandomRoadmap.make(seed: seed, features: [.demands]).contents
      #expect(contents.business == nil && contents.teams.isEmpty && contents.budget == nil)
      #expect(contents.alternatives.isEmpty && contents.decisions.isEmpty)
      #expect(contents.company == Company() && contents.policy == Policy())
      #expect(contents.capabilities.allSatisfy { $0.provides.isEmpty && $0.effects.isEmpty })
    }
  }

  @Test("Most roadmaps have a feasible schedule, some have none")
  func isOftenFeasible() {
    let seeds = UInt64(0)..<40
    let feasible = seeds.filter { seed in
      hasFeasibleSchedule(RandomRoadmap.make(seed: seed, capabilities: 3, periods: 6))
    }.count
    #expect((20...36).contains(feasible), "\(feasible) of \(seeds.count)")
  }

  /// Tries all starts, with the shop's figures of today as the path.
  private func hasFeasibleSchedule(_ roadmap: Roadmap) -> Bool {
    let ground = AuditGround(roadmap)
    let periods = roadmap.calendar.periodCount
    var path = BusinessPath(periodCount: periods)
    for kpi in KPI.levers {
      let value = roadmap.business?[kpi]?.value ?? 0
      path[kpi] = Array(
        repeating: kpi.isFlow ? value / PlanningCalendar.periodsPerMonth : value, count: periods)
    }
    let ids = roadmap.capabilities.map(\.id).filter {
      ![.live, .notApplicable].contains(roadmap.state(of: $0))
    }
    let choices = ids.reduce(1) { product, _ in product * (periods + 1) }
    return (0..<choices).contains { number in
      var rest = number
      var schedule = Schedule()
      for id in ids {
        let start = rest % (periods + 1)
        rest /= periods + 1
        if start < periods { schedule.starts[id] = Period(start) }
      }
      return ground.violations(of: schedule, path: path).isEmpty
    }
  }
}

/// Something that may occur in a roadmap.
struct Feature: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let isIn: @Sendable (Roadmap) -> Bool

  init(_ name: String, _ isIn: @escaping @Sendable (Roadmap) -> Bool) {
    testDescription = name
    self.isIn = isIn
  }

  private static func capability(_ name: String, _ holds: @escaping @Sendable (Capability) -> Bool) -> Feature
  {
    Feature(name) { $0.capabilities.contains(where: holds) }
  }

  private static func decision(_ name: String, _ holds: @escaping @Sendable (Decision) -> Bool) -> Feature {
    Feature(name) { $0.decisions.values.contains(where: holds) }
  }

  private static func state(_ name: String, _ holds: @escaping @Sendable (CapabilityState) -> Bool) -> Feature
  {
    Feature(name) { roadmap in roadmap.capabilities.contains { holds(roadmap.state(of: $0.id)) } }
  }

  static let all: [Feature] = [
    capability("at least k") { $0.prerequisites.contains { !$0.requirement.needsAll } },
    capability("lag") { $0.prerequisites.contains { $0.lag > 0 } },
    capability("provides") { !$0.provides.isEmpty },
    capability("trigger") { $0.trigger != nil },
    capability("overlap") { $0.effects.contains { $0.overlap != nil } },
    capability("harm") { $0.effects.contains { ($0.change.mean > 0) != $0.kpi.higherIsBetter } },
    capability("ramp") { $0.effects.contains { $0.ramp > 0 } },
    capability("cost of benefit") { ($0.benefit?.perMonth.mean ?? 0) < 0 },
    capability("no work") { $0.duration.mean == 0 },
    capability("no cost") { $0.cost.mean == 0 },
    capability("no effects") { $0.effects.isEmpty },
    capability("payment at the end") { $0.costTiming == .finish },
    decision("pin") { $0.pinnedStart != nil },
    decision("forced") { $0.isForced },
    decision("excluded") { $0.isExcluded },
    decision("not before") { $0.notBefore != nil },
    decision("live by") { $0.liveBy != nil },
    state("live") { $0 == .live },
    state("not applicable") { $0 == .notApplicable },
    state("partial") { if case .partial = $0 { true } else { false } },
    state("in progress") { if case .inProgress = $0 { true } else { false } },
    Feature("answers") { !$0.company.answers.isEmpty },
    Feature("alternative of one") { $0.alternatives.contains { $0.choice == .one } },
    Feature("alternative of at most one") { $0.alternatives.contains { $0.choice == .atMostOne } },
    Feature("minimum score") { $0.alternatives.contains { $0.minimumScore != nil } },
    Feature("point value") { $0.alternatives.contains { $0.pointValue > 0 } },
    Feature("team change") { $0.teams.contains { !$0.changes.isEmpty } },
    Feature("carry-over") { $0.budget?.carriesOver == true },
    Feature("no carry-over") { $0.budget?.carriesOver == false },
    Feature("strict gates") { $0.policy.stageGates == .strict },
    Feature("limit on work in progress") { $0.policy.workInProgress != nil },
    Feature("freeze") { !$0.policy.freeze.isEmpty },
    Feature("deadline") { $0.target.by != nil },
    Feature("growth of order value") { ($0.business?.orderValue.growthPerYear ?? 0) != 0 },
    Feature("seasons") { $0.business?.visits.seasonality.isEmpty == false },
  ]
}
