/// The rules on what the work takes.
extension AuditedSchedule {
  var resourceViolations: [AuditViolation] {
    overloadedTeams + tooMuchInWork + overspentBudget
  }

  /// The people of a team that are needed in each period, in hundredths; as `Int`, since sums of `People` may overflow.
  func load(of team: TeamID) -> [Int] {
    var load = [Int](repeating: 0, count: ground.periodCount)
    for (activity, start, finish) in built {
      for need in activity.work.needs where need.team == team {
        for period in start..<finish { load[period] += Int(need.people.hundredths) }
      }
    }
    return load
  }

  /// The people of a team in each period, in hundredths.
  func capacity(of team: Team) -> [Int] {
    (0..<ground.periodCount).map { Int(team.capacity(on: date(of: $0)).hundredths) }
  }

  private var overloadedTeams: [AuditViolation] {
    ground.roadmap.teams.compactMap { team in
      let load = load(of: team.id)
      let capacity = capacity(of: team)
      guard let period = load.indices.first(where: { load[$0] > capacity[$0] }) else { return nil }
      let people = { (hundredths: Int) in Double(hundredths) / 100 }
      return AuditViolation(
        .teamCapacity,
        "in period \(period), \(people(load[period])) people of '\(team.id)' are needed and \(people(capacity[period])) are there",
        subjects: [team.id.text] + workers(of: team.id, in: period))
    }
  }

  private func workers(of team: TeamID, in period: Int) -> [String] {
    built.filter { activity, start, finish in
      start <= period && period < finish && activity.work.needs.contains { $0.team == team }
    }.map(\.activity.id.text)
  }

  private var tooMuchInWork: [AuditViolation] {
    guard let limit = ground.roadmap.policy.workInProgress else { return [] }
    var inWork = [Int](repeating: 0, count: ground.periodCount)
    for (_, start, finish) in built {
      for period in start..<finish { inWork[period] += 1 }
    }
    guard let period = inWork.firstIndex(where: { $0 > limit }) else { return [] }
    return [
      AuditViolation(
        .workInProgress,
        "in period \(period), \(inWork[period]) capabilities are in work, more than \(limit)",
        subjects: built.filter { $0.start <= period && period < $0.finish }.map(\.activity.id.text))
    ]
  }

  private var overspentBudget: [AuditViolation] {
    guard let budget = ground.roadmap.budget else { return [] }
    return budget.carriesOver ? overspent(cumulative: budget) : overspent(byWindow: budget)
  }

  private func overspent(cumulative budget: Budget) -> [AuditViolation] {
    var spent: Int128 = 0
    for (period, cost) in costs.enumerated() {
      spent += Int128(cost)
      let received = budget.received(by: date(of: period))
      guard spent > received else { continue }
      return [
        AuditViolation(
          .budget,
          "by period \(period), \(units(spent)) is spent of the \(units(received)) that the budget has brought",
          subjects: payers(in: period...period))
      ]
    }
    return []
  }

  private func overspent(byWindow budget: Budget) -> [AuditViolation] {
    var rest = costs
    var violations: [AuditViolation] = []
    for window in budget.windows {
      let periods = rest.indices.filter { window.from <= date(of: $0) && date(of: $0) <= window.through }
      guard let first = periods.first, let last = periods.last else { continue }
      let spent = periods.reduce(0) { $0 + rest[$1] }
      for period in periods { rest[period] = 0 }
      guard spent > window.amount.cents else { continue }
      violations.append(
        AuditViolation(
          .budget,
          "from \(window.from) through \(window.through), \(units(Int128(spent))) is spent of \(window.amount.units)",
          subjects: payers(in: first...last)))
    }
    if let period = rest.firstIndex(where: { $0 > 0 }) {
      violations.append(
        AuditViolation(
          .budget,
          "\(units(Int128(rest[period]))) is spent in period \(period), outside the budget's windows",
          subjects: payers(in: period...period)))
    }
    return violations
  }

  private func units(_ cents: Int128) -> Double { Double(cents) / 100 }

  private func payers(in periods: ClosedRange<Int>) -> [String] {
    built.filter { activity, start, _ in
      activity.work.costByWeek.enumerated().contains { $1 > .zero && periods.contains(start + $0) }
    }.map(\.activity.id.text)
  }
}

extension Budget {
  /// All money of the windows that have begun by a day, in cents; wider than `Money`, so that it cannot overflow.
  func received(by date: CivilDate) -> Int128 {
    windows.filter { $0.from <= date }.reduce(0) { $0 + Int128($1.amount.cents) }
  }
}
