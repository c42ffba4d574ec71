internal import BusinessModel
internal import RoadmapModel

/// The money of a schedule by windows of the budget and by calendar quarters, not discounted.
struct MoneyReport {
  private let compiled: CompiledRoadmap
  private let starts: [Int]
  private let oneOff: [Int64]

  init(_ compiled: CompiledRoadmap, _ starts: [Int]) {
    self.compiled = compiled
    self.starts = starts
    var oneOff = [Int64](repeating: 0, count: compiled.instance.periodCount)
    for (activity, start) in starts.enumerated() where start >= 0 {
      for (week, cost) in (compiled.work[activity]?.costByWeek ?? []).enumerated()
      where start + week < oneOff.count {
        oneOff[start + week] += cost.cents
      }
    }
    self.oneOff = oneOff
  }

  private var calendar: PlanningCalendar { compiled.roadmap.calendar }

  /// The use of each window of the budget: what is spent in it and, with carry-over, what all earlier ones have left.
  func budget(_ prices: ScarcityPrices?) -> [Plan.BudgetUse] {
    guard let budget = compiled.roadmap.budget else { return [] }
    func spent(_ isCounted: (CivilDate) -> Bool) -> Int64 {
      oneOff.indices.filter { isCounted(calendar.date(of: Period($0))) }.reduce(0) { $0 + oneOff[$1] }
    }
    var earlier: Int64 = 0
    return budget.windows.enumerated().map { index, window in
      let carried = budget.carriesOver ? earlier - spent { $0 < window.from } : 0
      earlier += window.amount.cents
      return Plan.BudgetUse(
        from: window.from, through: window.through, available: Money(cents: window.amount.cents + carried),
        spent: Money(cents: spent { window.from <= $0 && $0 <= window.through }),
        price: prices?.window(index, carriesOver: budget.carriesOver))
    }
  }

  /// The money of each calendar quarter; a week counts in the quarter in which it begins.
  func quarters() -> [Plan.QuarterMoney] {
    let gain = compiled.instance.shop.profitGain(goLive: compiled.instance.goLives(of: starts))
    let running = runningCosts()
    let windows = Budget(every: .quarter, amount: .zero, carriesOver: false, in: calendar).windows
    return windows.map { window in
      let weeks = weeks(of: window)
      return Plan.QuarterMoney(
        from: window.from, through: window.through, oneOff: Money(cents: weeks.reduce(0) { $0 + oneOff[$1] }),
        running: Money(units: weeks.reduce(0) { $0 + running[$1] }),
        impact: Money(units: weeks.reduce(0) { $0 + gain[$1] }))
    }
  }

  /// The most that one more person of a resource seems to be worth in each quarter in which it is worth something.
  ///
  /// - Parameter most: what any number of people could add.
  func prices(of resource: Int, _ prices: ScarcityPrices, most: Money?) -> [Plan.TeamPrice] {
    Budget(every: .quarter, amount: .zero, carriesOver: false, in: calendar).windows.compactMap { window in
      let cents = weeks(of: window).reduce(0.0) { $0 + 100 * prices.resources[resource][$1] }
      let price = Money(cents: Int64(cents.rounded()))
      let worth = most.map { min($0, price) } ?? price
      return worth > .zero
        ? Plan.TeamPrice(from: window.from, through: window.through, worth: worth) : nil
    }
  }

  private func weeks(of window: Budget.Window) -> [Int] {
    (0..<compiled.instance.periodCount).filter { week in
      let date = calendar.date(of: Period(week))
      return window.from <= date && date <= window.through
    }
  }

  private func runningCosts() -> [Double] {
    var costs = [Double](repeating: 0, count: compiled.instance.periodCount)
    for (activity, start) in starts.enumerated() where start >= 0 {
      guard let work = compiled.work[activity], work.runningCostPerMonth != 0 else { continue }
      for week in min(start + work.duration, costs.count)..<costs.count {
        costs[week] += work.runningCostPerMonth / PlanningCalendar.periodsPerMonth
      }
    }
    return costs
  }
}
