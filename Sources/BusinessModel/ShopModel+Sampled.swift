internal import RoadmapModel

/// The money of capabilities in futures in which it differs from what planning expects; what does not differ gives the bits of planning.
extension ShopModel {
  /// The present value of a benefit that differs from the expected one, in currency units.
  ///
  /// - Parameters:
  ///   - position: the capability.
  ///   - goLive: the first live period.
  ///   - perMonth: the benefit in a month at full take-up.
  ///   - expected: what planning expects of it.
  public func presentBenefit(of position: Int, goLive: Int, perMonth: Double, expected: Double) -> Double {
    guard goLive < periodCount, perMonth != 0 else { return 0 }
    if expected != 0 { return presentBenefit(of: position, goLive: goLive) * (perMonth / expected) }
    let adoption = money[position].adoption
    let live = max(0, goLive)
    return (live..<periodCount).reduce(0) { sum, period in
      sum + discountFactors[period] * perMonth / PlanningCalendar.periodsPerMonth * adoption[period - live]
    }
  }

  /// The share of the full benefit of a capability that a week brings, so many weeks after the go-live.
  public func benefitShare(of position: Int, age: Int) -> Double {
    money[position].adoption[age]
  }

  /// The present value of a running cost from a go-live to the end of the horizon, in currency units.
  public func presentRunningCost(perMonth: Double, goLive: Int) -> Double {
    perMonth / PlanningCalendar.periodsPerMonth * remainingDiscount[min(max(0, goLive), periodCount)]
  }

  /// The present value of an amount that is paid in a period; nothing after the end of the horizon counts.
  public func presentValue(of amount: Double, in period: Int) -> Double {
    period < periodCount ? amount * discountFactors[max(0, period)] : 0
  }
}
