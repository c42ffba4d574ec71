/// The rules on the totals of a plan.
extension AuditedPlan {
  /// The one-off costs of the periods that begin within some days, in cents.
  private func spent(from: CivilDate, through: CivilDate) -> Int128 {
    spent { from <= $0 && $0 <= through }
  }

  private func spent(where isMeant: (CivilDate) -> Bool) -> Int128 {
    schedule.costs.enumerated().reduce(0) { sum, cost in
      isMeant(schedule.date(of: cost.offset)) ? sum + Int128(cost.element) : sum
    }
  }

  var wrongBudgetUse: [AuditViolation] {
    let windows = roadmap.budget?.windows ?? []
    guard plan.budget.map({ [$0.from, $0.through] }) == windows.map({ [$0.from, $0.through] }) else {
      return [
        AuditViolation(.budgetUse, "the windows are not the \(windows.count) of the budget", subjects: [])
      ]
    }
    return zip(plan.budget, windows).compactMap { use, window in
      let available = available(in: window)
      let spent = spent(from: window.from, through: window.through)
      guard Int128(use.available.cents) != available || Int128(use.spent.cents) != spent else { return nil }
      return AuditViolation(
        .budgetUse,
        "from \(window.from), \(Double(spent) / 100) is spent of \(Double(available) / 100), not as it is stated",
        subjects: [])
    }
  }

  private func available(in window: Budget.Window) -> Int128 {
    guard let budget = roadmap.budget, budget.carriesOver else { return Int128(window.amount.cents) }
    return budget.received(by: window.from) - spent { $0 < window.from }
  }

  var wrongQuarters: [AuditViolation] {
    let overlapping = zip(plan.quarters, plan.quarters.dropFirst()).contains { $0.through >= $1.from }
    guard !overlapping, plan.quarters.allSatisfy({ $0.from <= $0.through }) else {
      return [AuditViolation(.quarterMoney, "the quarters are not in order or overlap", subjects: [])]
    }
    let wrong = plan.quarters.enumerated().compactMap { position, quarter -> AuditViolation? in
      let cost = spent(from: quarter.from, through: quarter.through)
      guard Int128(quarter.oneOff.cents) != cost else { return nil }
      return AuditViolation(
        .quarterMoney,
        "quarter \(position + 1) has one-off costs of \(Double(cost) / 100), not \(quarter.oneOff.units)",
        subjects: [])
    }
    let total = plan.quarters.reduce(Int128(0)) { $0 + Int128($1.oneOff.cents) }
    guard wrong.isEmpty, total != spent(where: { _ in true }) else { return wrong }
    return [AuditViolation(.quarterMoney, "some one-off costs fall in no quarter", subjects: [])]
  }

  var wrongTeamUse: [AuditViolation] {
    guard plan.teams.map(\.id).sorted() == roadmap.teams.map(\.id).sorted() else {
      return [AuditViolation(.teamUse, "the teams are not those of the roadmap", subjects: [])]
    }
    let end = schedule.built.filter { $0.start < $0.finish }.map(\.finish).max() ?? 0
    return plan.teams.compactMap { use in
      guard let team = roadmap.team(use.id) else { return nil }
      let capacity = schedule.capacity(of: team).prefix(end).reduce(0, +)
      let load = schedule.load(of: team.id).reduce(0, +)
      let utilisation = capacity > 0 ? Double(load) / Double(capacity) : 0
      guard !((use.utilisation - utilisation).magnitude <= 1e-9) else { return nil }
      return AuditViolation(
        .teamUse, "'\(use.id)' is used to \(utilisation), not \(use.utilisation)", subjects: [use.id.text])
    }
  }

  var wrongWorth: [AuditViolation] {
    let value = plan.value
    let weights = roadmap.weights
    let gain = value.impact.units + value.scores.units
    let npv = weights.impact * gain - weights.cost * value.cost.units
    let npvRounding = 0.01 * (1 + 2 * weights.impact + weights.cost) + 1e-12 * npv.magnitude
    let firstYear = schedule.built.reduce(0) { sum, built in
      sum + built.activity.work.cost.units + 12 * built.activity.work.runningCostPerMonth
    }
    let firstYearRounding = 0.01 * Double(1 + schedule.built.count) + 1e-12 * firstYear
    var violations: [AuditViolation] = []
    if (value.npv.units - npv).magnitude > npvRounding {
      violations.append(
        AuditViolation(
          .worth, "the net present value is \(npv), not \(value.npv.units)", subjects: []))
    }
    if (value.firstYearCost.units - firstYear).magnitude > firstYearRounding {
      violations.append(
        AuditViolation(
          .worth, "the first-year cost is \(firstYear), not \(value.firstYearCost.units)", subjects: []))
    }
    return violations
  }

  /// What the objective of the plan is about, in the unit of the bound; nil when the target stage is not reached.
  private var achieved: Double? {
    switch plan.objective {
    case .value: plan.value.npv.units
    case .cost: plan.value.firstYearCost.units
    case .time:
      roadmap.maturity.rank(of: roadmap.target.stage).flatMap { schedule.reached[$0] }.map(Double.init)
    }
  }

  var wrongBound: [AuditViolation] {
    guard let achieved else { return [] }
    let limit = plan.value.bound
    let lead = plan.objective == .value ? achieved - limit : limit - achieved
    let rounding = 0.01 + 1e-9 * achieved.magnitude
    let distance = max(0, -lead) / max(limit.magnitude, achieved.magnitude, 0.01)
    var messages: [String] = []
    // Negated comparisons, so that what is not a number does not pass.
    if !(lead <= rounding) { messages.append("the plan, at \(achieved), is better than its bound, \(limit)") }
    if !((plan.value.gap - distance).magnitude <= 1e-6) {
      messages.append("the gap to the bound is \(distance), not \(plan.value.gap)")
    }
    if plan.status == .optimal, !(plan.value.gap <= 1e-6) {
      messages.append("the plan is called optimal with a gap of \(plan.value.gap)")
    }
    return messages.map { AuditViolation(.bound, $0, subjects: []) }
  }
}
