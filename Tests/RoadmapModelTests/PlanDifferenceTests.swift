import RoadmapModel
import TestSupport
import Testing

@Suite struct PlanDifferenceTests {
  private func planned(_ id: CapabilityID, _ weeks: (Int, Int), cost: Double = 10) -> Plan.PlannedCapability {
    let calendar = PlanningCalendar(start: RoadmapFixture.start, periodCount: 60)
    let (start, finish) = (Period(weeks.0), Period(weeks.1))
    return Plan.PlannedCapability(
      id: id, startPeriod: start, finishPeriod: finish, start: calendar.date(of: start),
      finish: calendar.date(of: finish), cost: Money(units: cost), worth: .zero, isCritical: false,
      waitsFor: Plan.Wait(.nothing), because: "")
  }

  private func plan(_ capabilities: [Plan.PlannedCapability], stages: [Plan.ReachedStage] = []) -> Plan {
    Plan(
      scenario: "s", currency: nil, status: .feasible, objective: .value,
      value: Plan.Value(
        npv: .zero, impact: .zero, scores: .zero, cost: .zero, firstYearCost: .zero,
        bound: Bound(limit: 0, method: .pricedCut, relaxed: []), gap: 0),
      stages: stages, capabilities: capabilities, notPlanned: [], budget: [], quarters: [], teams: [],
      seed: 1,
      effort: "quick", inputHash: "")
  }

  @Test func everyChangeHasItsName() {
    let before = plan([
      planned("same", (0, 4)), planned("later", (1, 5)), planned("earlier", (8, 9)),
      planned("dearer", (2, 3)),
      planned("longer", (4, 6)), planned("gone", (5, 7)),
    ])
    let after = plan([
      planned("same", (0, 4)), planned("later", (3, 7), cost: 12), planned("earlier", (6, 7)),
      planned("dearer", (2, 3), cost: 11), planned("longer", (4, 8)), planned("new", (9, 12), cost: 7),
    ])
    let difference = PlanDifference(from: before, to: after)
    let changes = difference.entries.map {
      "\($0.id) \($0.change) \($0.finishShift ?? 0) \($0.costChange.units)"
    }
    #expect(
      changes == [
        "same unchanged 0 0.0", "later moved 14 2.0", "earlier moved -14 0.0", "dearer recosted 0 1.0",
        "longer moved 14 0.0", "new added 0 7.0", "gone dropped 0 -10.0",
      ])
    #expect(difference.entries(.moved).map(\.id) == ["later", "earlier", "longer"])
  }

  @Test func stagesOfBothPlansAreCompared() {
    func stage(_ id: StageID, _ week: Int) -> Plan.ReachedStage {
      Plan.ReachedStage(
        stage: id, reachedOn: RoadmapFixture.start.advanced(by: 7 * week), period: Period(week))
    }
    let difference = PlanDifference(
      from: plan([], stages: [stage("crawl", 5), stage("run", 40)]),
      to: plan([], stages: [stage("crawl", 3), stage("walk", 9)]))
    #expect(difference.stages.map(\.stage) == ["crawl", "walk", "run"])
    #expect(difference.stages.map { $0.before == nil } == [false, true, false])
    #expect(difference.stages.map { $0.after == nil } == [false, false, true])
  }

  @Test func aPlanDoesNotDifferFromItself() {
    let one = plan([planned("a", (0, 4)), planned("b", (4, 4))])
    let difference = PlanDifference(from: one, to: one)
    #expect(difference.entries.map(\.change) == [.unchanged, .unchanged])
  }
}
