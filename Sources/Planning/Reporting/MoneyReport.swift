internal import BusinessModel
internal import RoadmapModel

/// The money of a schedule by windows of the budget and by calendar quarters, not discounted.
struct MoneyReport {
  private let instance: Instance
  private let starts: [Int]
  private let oneOff: [Int64]

  init(_ instance: Instance, _ starts: [Int]) {
    self.instance = instance
    self.starts = starts
    var oneOff = [Int64](repeating: 0, count: instance.periodCount)
    for (activity, start) in starts.enumerated() where start >= 0 {
      for (week, cost) in (instance.work[activity]?.costByWeek ?? []).enumerated()
      where start + week < oneOff.count {
        oneOff[start + week] += cost.cents
      }
    }
    self.oneOff = oneOff
  }

  private var calendar: PlanningCalendar { instance.roadmap.calendar }

  /// The use of each window of the budget.
  ///
  /// With carry-over, what is spent between two windows counts in the earlier one, and what is left goes on to the next.
  func budget() -> [Plan.BudgetUse] {
    guard let budget = instance.roadmap.budget else { return [] }
    var carried: Int64 = 0
    return budget.windows.enumerated().map { index, window in
      let spent = instance.budget.segment.indices.filter { instance.budget.segment[$0] == index }
        .reduce(Int64(0)) { $0 + oneOff[$1] }
      let available = window.amount.cents + carried
      if budget.carriesOver { carried = available - spent }
      return Plan.BudgetUse(
        from: window.from, through: window.through, available: Money(cents: available),
        spent: Money(cents: spent))
    }
  }

  /// The money of each calendar quarter; a week counts in the quarter in which it begins.
  func quarters() -> [Plan.QuarterMoney] {
    let gain = instance.shop.profitGain(goLive: instance.goLives(of: starts))
    let running = runningCosts()
    let windows = Budget(every: .quarter, amount: .zero, carriesOver: false, in: calendar).windows
    return windows.map { window in
      let weeks = (0..<instance.periodCount).filter { week in
        let date = calendar.date(of: Period(week))
        return window.from <= date && date <= window.through
      }
      return Plan.QuarterMoney(
        from: window.from, through: window.through, oneOff: Money(cents: weeks.reduce(0) { $0 + oneOff[$1] }),
        running: Money(units: weeks.reduce(0) { $0 + running[$1] }),
        impact: Money(units: weeks.reduce(0) { $0 + gain[$1] }))
    }
  }

  private func runningCosts() -> [Double] {
    var costs = [Double](repeating: 0, count: instance.periodCount)
    for (activity, start) in starts.enumerated() where start >= 0 {
      guard let work = instance.work[activity], work.runningCostPerMonth != 0 else { continue }
      for week in min(start + work.duration, costs.count)..<costs.count {
        costs[week] += work.runningCostPerMonth / PlanningCalendar.periodsPerMonth
      }
    }
    return costs
  }
}
