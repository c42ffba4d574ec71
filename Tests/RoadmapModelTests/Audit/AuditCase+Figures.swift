import RoadmapModel
import TestSupport

extension AuditCase {
  /// Two of three capabilities are built, over the turn of a quarter, from a budget and by two teams.
  private static let shop = RoadmapFixture(periods: 16)
    .team("development", 2).team("data", 1, changes: [3: 2])
    .capability("a", weeks: 3, cost: 90, runningCost: 10, needs: ["development": 1, "data": 1])
    .capability("b", stage: "walk", weeks: 4, cost: 100, needs: ["development": 2], requires: [.init("a")])
    .capability("c", stage: "run", weeks: 2)
    .capability("d").states(["d": .live])
    .demand("crawl", Requirement("a")).demand("walk", Requirement("b")).demand("run", Requirement("c"))
    .target("walk").budget([0...7: 100, 8...15: 120], carriesOver: true)
  private static let starts: [CapabilityID: Int] = ["a": 2, "b": 10]

  private static func figure(
    _ rule: AuditRule, _ name: String, edit: @escaping @Sendable (inout PlanDraft) -> Void
  ) -> AuditCase {
    AuditCase(rule, name, shop, starts, edit: edit)
  }

  static let figures: [AuditCase] = listed + entries + totals

  private static let listed: [AuditCase] = [
    figure(.listedOnce, "in both lists") { $0.notPlanned.append(.init(id: "a", because: "")) },
    figure(.listedOnce, "planned twice") { $0.capabilities.append($0.capabilities[0]) },
    figure(.listedOnce, "in no list") { $0.notPlanned = [] },
    figure(.listedOnce, "not planned, but live") { $0.notPlanned.append(.init(id: "d", because: "")) },
    figure(.listedOnce, "not planned, but unknown") { $0.notPlanned.append(.init(id: "ghost", because: "")) },
  ]

  private static let entries: [AuditCase] = [
    figure(.finishPeriod, "a week too late") { draft in
      draft.capabilities[0] = draft.capabilities[0].with(finishPeriod: Period(6))
    },
    figure(.finishPeriod, "the largest integer") { draft in
      draft.capabilities[0] = draft.capabilities[0].with(finishPeriod: Period(.max))
    },
    figure(.entryDates, "a wrong start") { draft in
      draft.capabilities[0] = draft.capabilities[0].with(start: CivilDate(dayNumber: .max))
    },
    figure(.entryDates, "a wrong finish") { draft in
      draft.capabilities[1] = draft.capabilities[1].with(finish: RoadmapFixture.start)
    },
    figure(.entryCost, "a cent too much") { draft in
      draft.capabilities[1] = draft.capabilities[1].with(cost: Money(cents: 10_001))
    },
    figure(.stageDates, "a stage too many") { draft in
      draft.stages.append(.init(stage: "run", reachedOn: RoadmapFixture.start, period: Period(0)))
    },
    figure(.stageDates, "a stage too few") { $0.stages.removeLast() },
    figure(.stageDates, "a stage twice") { $0.stages.append($0.stages[0]) },
    figure(.stageDates, "the wrong order") { $0.stages.reverse() },
    figure(.stageDates, "a wrong period") { draft in
      let stage = draft.stages[0]
      draft.stages[0] = .init(stage: stage.stage, reachedOn: stage.reachedOn, period: Period(.min))
    },
    figure(.stageDates, "a wrong day") { draft in
      let stage = draft.stages[0]
      draft.stages[0] = .init(stage: stage.stage, reachedOn: RoadmapFixture.start, period: stage.period)
    },
  ]

  private static let totals: [AuditCase] = [
    figure(.budgetUse, "no windows") { $0.budget = [] },
    figure(.budgetUse, "a cent too much spent") { draft in
      let use = draft.budget[0]
      draft.budget[0] = .init(
        from: use.from, through: use.through, available: use.available, spent: use.spent + Money(cents: 1))
    },
    figure(.budgetUse, "nothing carried over") { draft in
      let use = draft.budget[1]
      draft.budget[1] = .init(
        from: use.from, through: use.through, available: Money(units: 120), spent: use.spent)
    },
    figure(.quarterMoney, "costs in the wrong quarter") { draft in
      let first = draft.quarters[0]
      let second = draft.quarters[1]
      draft.quarters[0] = first.with(oneOff: second.oneOff)
      draft.quarters[1] = second.with(oneOff: first.oneOff)
    },
    figure(.quarterMoney, "a missing quarter") { $0.quarters.removeLast() },
    figure(.quarterMoney, "the same quarter twice") { $0.quarters.append($0.quarters[1]) },
    figure(.quarterMoney, "sums that cannot be added") { draft in
      draft.quarters = draft.quarters.map { $0.with(oneOff: Money(cents: .max)) }
    },
    figure(.teamUse, "a missing team") { $0.teams.removeLast() },
    figure(.teamUse, "a wrong load") { $0.teams[0] = .init(id: "development", utilisation: 0.5) },
    figure(.teamUse, "not a number") { $0.teams[0] = .init(id: "development", utilisation: .nan) },
    figure(.worth, "a wrong first-year cost") { $0.firstYearCost = Money(units: 190) },
    figure(.worth, "a present value that ignores the impact") { $0.impact = Money(units: 1) },
    figure(.worth, "a present value that ignores the scores") { $0.scores = Money(units: 1) },
    figure(.bound, "better than its bound") { draft in
      draft.bound.limit = -190.1
      draft.gap = 0
    },
    figure(.bound, "a gap that is not the distance") { $0.gap = 0.1 },
    figure(.bound, "a bound that is not a number") { $0.bound.limit = .nan },
    figure(.bound, "optimal with a gap") { draft in
      draft.bound.limit = 0
      draft.gap = 1
      draft.status = .optimal
    },
  ]
}

extension Plan.PlannedCapability {
  fileprivate func with(
    finishPeriod: Period? = nil, start: CivilDate? = nil, finish: CivilDate? = nil, cost: Money? = nil
  ) -> Self {
    Plan.PlannedCapability(
      id: id, startPeriod: startPeriod, finishPeriod: finishPeriod ?? self.finishPeriod,
      start: start ?? self.start, finish: finish ?? self.finish, cost: cost ?? self.cost, worth: worth,
      isCritical: isCritical, waitsFor: waitsFor, because: because)
  }
}

extension Plan.QuarterMoney {
  fileprivate func with(oneOff: Money) -> Self {
    Plan.QuarterMoney(from: from, through: through, oneOff: oneOff, running: running, impact: impact)
  }
}
