public import RoadmapModel

extension ShopModel {
  /// All KPIs with these go-lives, period by period; without figures of the business, all are zero.
  ///
  /// Visits, orders, revenue and profit are per period, churn and reorder rate per month, and customers are those at the start of the
  /// period. The profit is that of the simulation; benefits are not part of it.
  public func path(goLive: [Int32]) -> BusinessPath {
    var path = BusinessPath(periodCount: periodCount)
    guard let baseline else { return path }
    let weeks = weeks(goLive: goLive, baseline)
    path[.visits] = weeks.map(\.visits)
    path[.conversion] = weeks.map(\.conversion)
    path[.orderValue] = weeks.map(\.orderValue)
    path[.margin] = weeks.map(\.margin)
    path[.returnRate] = weeks.map(\.returnRate)
    path[.costToServe] = weeks.map(\.costToServe)
    path[.churn] = weeks.map { ShopBaseline.monthlyChurn(weekly: $0.churn) }
    path[.reorderRate] = weeks.map { $0.reorderRate * PlanningCalendar.periodsPerMonth }
    path[.customers] = weeks.map(\.customers)
    path[.orders] = weeks.map(\.orders)
    path[.revenue] = weeks.map(\.revenue)
    path[.profit] = weeks.map(\.profit)
    return path
  }

  /// The additional profit of each period, benefits included, not discounted.
  ///
  /// Its discounted sum is ``impact(goLive:in:)``.
  public func profitGain(goLive: [Int32]) -> [Double] {
    var gain = [Double](repeating: 0, count: periodCount)
    if let baseline {
      for (period, week) in weeks(goLive: goLive, baseline).enumerated() {
        gain[period] = week.profit - baseline.profit[period]
      }
    }
    for (position, money) in money.enumerated() where goLive[position] < Int32(periodCount) {
      let live = max(0, Int(goLive[position]))
      for period in live..<periodCount { gain[period] += money.benefit(in: period, goLive: live) }
    }
    return gain
  }

  /// The shop in every period, with these go-lives.
  private func weeks(goLive: [Int32], _ baseline: ShopBaseline) -> [ShopWeek] {
    precondition(goLive.count == money.count, "There is one go-live for each capability")
    // Without effects, the columns are the levers of the baseline.
    var columns = baseline.levers
    let groups = compiledEffects.bundles.count * periodCount - columns.count
    columns += [Double](repeating: 1, count: groups)
    _ = applyEffects(goLive: goLive, baseline, to: &columns)
    var customers = baseline.customers[0]
    return (0..<periodCount).map { period in
      let week = ShopWeek(
        levers: columns.span, periodCount: periodCount, period: period, customers: customers)
      customers = week.customersAfterwards(newCustomerShare: baseline.newCustomerShare)
      return week
    }
  }
}
