import RoadmapModel
import TestSupport
import Testing

@Suite("Audit of plans")
struct PlanAuditTests {
  @Test("A plan that keeps all rules has no violations", arguments: AuditCase.all)
  func acceptsGoodPlans(_ example: AuditCase) throws {
    let roadmap = try example.fixture.roadmap()
    #expect(example.good.violations(in: roadmap) == [])
  }

  @Test("A plan that breaks one rule has violations of this rule only", arguments: AuditCase.all)
  func findsBrokenRule(_ example: AuditCase) throws {
    let roadmap = try example.fixture.roadmap()
    let violations = example.bad.violations(in: roadmap)
    #expect(Set(violations.map(\.rule)) == [example.rule], "\(violations)")
    #expect(violations.allSatisfy { !$0.message.isEmpty && $0.message.last != "." })
  }

  @Test("Every rule has a plan that breaks it")
  func everyRuleHasACase() {
    let covered = Set(AuditCase.all.map(\.rule))
    #expect(AuditRule.allCases.filter { !covered.contains($0) } == [])
  }

  @Test("What is in progress is not asked for prerequisites, gates and triggers")
  func inProgressHasBegun() throws {
    let roadmap = try RoadmapFixture().business().capability("a").capability(
      "b", stage: "walk", requires: [Prerequisite("a")],
      trigger: Trigger([TriggerCondition(.visits, .atLeast, 1e6)])
    )
    .demand("crawl", Requirement("a")).policy(gates: .strict).states(["b": .inProgress(0.1)]).roadmap()
    let schedule = Schedule(starts: ["a": Period(3), "b": Period(0)])
    #expect(schedule.audit(against: roadmap) == [])
  }

  @Test("A choice of one asks for nothing when no member is applicable")
  func choiceOfNothing() throws {
    let roadmap = try RoadmapFixture().capability("a").capability("b").alternative(
      "choice", .one, ["a", "b"]
    )
    .states(["a": .notApplicable, "b": .notApplicable]).roadmap()
    #expect(Schedule().audit(against: roadmap) == [])
  }

  @Test("With soft gates, work may run ahead of the stages")
  func softGates() throws {
    let roadmap = try RoadmapFixture().capability("a").capability("b", stage: "run")
      .demand("crawl", Requirement("a")).roadmap()
    #expect(Schedule(starts: ["a": Period(7), "b": Period(0)]).audit(against: roadmap) == [])
  }

  @Test("An absurd plan is reported, not crashed on")
  func survivesHostilePlans() throws {
    let roadmap = try RoadmapFixture().team("development", 1)
      .capability("a", weeks: 3, cost: 10, needs: ["development": 1]).capability("b")
      .states(["b": .live]).budget([0...3: 10], carriesOver: true).roadmap()
    let never = CivilDate(dayNumber: .max)
    var draft = PlanDraft(Schedule(starts: ["a": Period(0)]), of: roadmap)
    for id in ["a", "b", "ghost"] as [CapabilityID] {
      for index in [Int.min, -1, 0, 6, 8, .max] {
        draft.capabilities.append(
          Plan.PlannedCapability(
            id: id, startPeriod: Period(index), finishPeriod: Period(.max), start: never, finish: never,
            cost: Money(cents: .min), worth: Money(cents: .max), isCritical: true, waitsFor: .init(.nothing),
            because: ""))
      }
      draft.notPlanned.append(.init(id: id, because: ""))
    }
    draft.stages = [.init(stage: "ghost", reachedOn: never, period: Period(.min))]
    draft.budget = [.init(from: never, through: never, available: Money(cents: .min), spent: .zero)]
    draft.quarters = [
      .init(from: never, through: never, oneOff: Money(cents: .min), running: .zero, impact: .zero)
    ]
    draft.teams = [.init(id: "ghost", utilisation: .infinity)]
    draft.npv = Money(cents: .min)
    draft.bound.limit = -.infinity
    let rules = Set(draft.plan.audit(against: roadmap).map(\.rule))
    #expect(
      rules.isSuperset(of: [
        .unknownCapability, .notPlannable, .listedOnce, .stageDates, .budgetUse, .quarterMoney, .teamUse,
        .worth, .bound,
      ]))
  }

  @Test("Violations are found whatever else is wrong, in the order of the rules")
  func ordersViolations() throws {
    let roadmap = try RoadmapFixture().capability("a", weeks: 2).capability("b", requires: [.init("a")])
      .policy(workInProgress: 1, freeze: [2...2]).roadmap()
    let violations = Schedule(starts: ["a": Period(0), "b": Period(1), "ghost": Period(0)])
      .audit(against: roadmap)
    #expect(
      violations.map(\.rule) == [.unknownCapability, .prerequisite, .freeze, .freeze, .workInProgress])
  }
}
