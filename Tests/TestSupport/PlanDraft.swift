package import RoadmapModel

/// A plan whose parts may be changed: a correct one for a schedule to begin with.
///
/// All figures that follow from the roadmap are right, without help of the audit. There are no impact and no scores, and the bound is what is achieved.
package struct PlanDraft {
  package var status = Plan.Status.feasible
  package var objective: Objective
  package var impact = Money.zero
  package var scores = Money.zero
  package var cost: Money
  package var npv: Money
  package var firstYearCost: Money
  package var bound: Bound
  package var gap = 0.0
  package var stages: [Plan.ReachedStage]
  package var capabilities: [Plan.PlannedCapability]
  package var notPlanned: [Plan.LeftOutCapability]
  package var budget: [Plan.BudgetUse]
  package var quarters: [Plan.QuarterMoney]
  package var teams: [Plan.TeamUse]
  private let scenario: String
  private let currency: String?

  /// The plan as it stands.
  package var plan: Plan {
    Plan(
      scenario: scenario, currency: currency, status: status, objective: objective,
      value: Plan.Value(
        npv: npv, impact: impact, scores: scores, cost: cost, firstYearCost: firstYearCost, bound: bound,
        gap: gap),
      stages: stages, capabilities: capabilities, notPlanned: notPlanned, budget: budget, quarters: quarters,
      teams: teams, seed: 1, effort: "quick", inputHash: "fixture")
  }

  /// A correct plan of a schedule; what does not fit into the calendar makes no sense here.
  package init(_ schedule: Schedule, of roadmap: Roadmap) {
    let built = roadmap.capabilities.filter { schedule.starts[$0.id] != nil }
    let works = built.map { roadmap.plannedWork(for: $0) }
    scenario = roadmap.name.english
    currency = roadmap.business?.currency
    objective = roadmap.objective
    cost = works.reduce(.zero) { $0 + $1.cost }
    let running = works.reduce(.zero) { $0 + Money(units: 12 * $1.runningCostPerMonth) }
    firstYearCost = cost + running
    npv = Money(units: -roadmap.weights.cost * cost.units)
    stages = Self.stages(of: schedule, in: roadmap)
    capabilities = Self.entries(of: schedule, in: roadmap)
    notPlanned = roadmap.capabilities.filter { capability in
      let state = roadmap.state(of: capability.id)
      return state != .live && state != .notApplicable && schedule.starts[capability.id] == nil
    }.map { Plan.LeftOutCapability(id: $0.id, because: "It is not worth its cost") }
    let payments = Self.payments(of: schedule, in: roadmap)
    budget = Self.budget(of: roadmap, payments: payments)
    quarters = Self.quarters(of: roadmap.calendar, payments: payments)
    teams = Self.teams(of: schedule, in: roadmap)
    let achieved =
      switch roadmap.objective {
      case .value: npv.units
      case .cost: firstYearCost.units
      case .time: Double(schedule.period(reaching: roadmap.target.stage, in: roadmap)?.index ?? 0)
      }
    bound = Bound(limit: achieved, method: .criticalPath, relaxed: [])
  }

  private static func stages(of schedule: Schedule, in roadmap: Roadmap) -> [Plan.ReachedStage] {
    roadmap.maturity.stages.compactMap { stage in
      schedule.period(reaching: stage.id, in: roadmap).map { period in
        Plan.ReachedStage(stage: stage.id, reachedOn: roadmap.calendar.date(of: period), period: period)
      }
    }
  }

  private static func entries(of schedule: Schedule, in roadmap: Roadmap) -> [Plan.PlannedCapability] {
    let entries = schedule.starts.compactMap { id, start -> Plan.PlannedCapability? in
      guard let capability = roadmap.capability(id) else { return nil }
      let work = roadmap.plannedWork(for: capability)
      let finish = start.advanced(by: work.duration)
      return Plan.PlannedCapability(
        id: id, startPeriod: start, finishPeriod: finish, start: roadmap.calendar.date(of: start),
        finish: roadmap.calendar.date(of: finish), cost: work.cost, worth: .zero, isCritical: false,
        waitsFor: Plan.Wait(.nothing), because: "It is asked for")
    }
    return entries.sorted { ($0.startPeriod, $0.id) < ($1.startPeriod, $1.id) }
  }

  /// The one-off costs with the first days of their weeks.
  private static func payments(of schedule: Schedule, in roadmap: Roadmap) -> [(CivilDate, Money)] {
    schedule.starts.flatMap { id, start -> [(CivilDate, Money)] in
      guard let capability = roadmap.capability(id) else { return [] }
      return roadmap.plannedWork(for: capability).costByWeek.enumerated().map { week, cost in
        (roadmap.calendar.date(of: start.advanced(by: week)), cost)
      }
    }
  }

  private static func budget(of roadmap: Roadmap, payments: [(CivilDate, Money)]) -> [Plan.BudgetUse] {
    guard let budget = roadmap.budget else { return [] }
    return budget.windows.enumerated().map { position, window in
      var available = window.amount
      if budget.carriesOver {
        let earlier = budget.windows[..<position].reduce(Money.zero) { $0 + $1.amount }
        available += earlier - payments.filter { $0.0 < window.from }.reduce(.zero) { $0 + $1.1 }
      }
      let spent = payments.filter { window.from...window.through ~= $0.0 }
      return Plan.BudgetUse(
        from: window.from, through: window.through, available: available,
        spent: spent.reduce(.zero) { $0 + $1.1 })
    }
  }

  private static func quarters(
    of calendar: PlanningCalendar, payments: [(CivilDate, Money)]
  ) -> [Plan.QuarterMoney] {
    Budget(every: .quarter, amount: .zero, carriesOver: false, in: calendar).windows.map { window in
      let paid = payments.filter { window.from...window.through ~= $0.0 }
      return Plan.QuarterMoney(
        from: window.from, through: window.through, oneOff: paid.reduce(.zero) { $0 + $1.1 },
        running: .zero, impact: .zero)
    }
  }

  private static func teams(of schedule: Schedule, in roadmap: Roadmap) -> [Plan.TeamUse] {
    let works = schedule.starts.compactMap { id, start in
      roadmap.capability(id).map { (start: start.index, work: roadmap.plannedWork(for: $0)) }
    }.filter { $0.work.duration > 0 }
    let end = works.map { $0.start + $0.work.duration }.max() ?? 0
    return roadmap.teams.map { team in
      let there = (0..<end).reduce(0.0) { sum, period in
        sum + team.capacity(on: roadmap.calendar.date(of: Period(period))).count
      }
      let needed = works.reduce(0.0) { sum, job in
        let people = job.work.needs.filter { $0.team == team.id }.reduce(0.0) { $0 + $1.people.count }
        return sum + people * Double(job.work.duration)
      }
      return Plan.TeamUse(id: team.id, utilisation: there > 0 ? needed / there : 0)
    }
  }
}
