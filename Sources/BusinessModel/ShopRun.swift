public import RoadmapModel

/// The shop in one future after the other: the equations of ``ShopModel``, with effects and levers that differ from what planning expects.
///
/// A run belongs to one thread and keeps its memory from future to future. Without changes to effects and levers it gives the same bits as the model.
///
/// ```swift
/// var run = ShopRun(shop)
/// run.reset()
/// run.setChange(of: slot.number, to: 0.004)
/// let impact = run.mechanismImpact(goLive: goLive)
/// ```
public struct ShopRun: Sendable {
  /// An effect of a capability whose size may differ from future to future.
  public struct EffectSlot: Hashable, Sendable {
    /// The number of the effect among all of the shop.
    public let number: Int
    /// The position of the capability in the roadmap.
    public let capability: Int
    /// The position of the effect among those of the capability.
    public let source: Int
  }

  private let shop: ShopModel
  private var effects: [LeverEffect]
  /// The levers before effects: a column of all periods for each, in the order of `KPI.levers`.
  private var levers: [Double]
  private var columns: [Double]
  private var varies = false
  private var lastWeeks: [ShopWeek]
  private var gains: [Double]

  private var observed: ShopWeek?
  private var observedPeriod = 0
  private var customers = 0.0

  /// Memory for the futures of a shop.
  public init(_ shop: ShopModel) {
    self.shop = shop
    effects = shop.compiledEffects.effects
    levers = shop.baseline?.levers ?? []
    let count = shop.baseline == nil ? 0 : shop.compiledEffects.bundles.count * shop.periodCount
    columns = [Double](repeating: 0, count: count)
    lastWeeks = []
    gains = [Double](repeating: 0, count: shop.periodCount)
  }

  /// The effects of all capabilities that may go live, in the order of the capabilities.
  public var slots: [EffectSlot] {
    zip(effects, shop.compiledEffects.scales).enumerated().map { number, effect in
      EffectSlot(number: number, capability: effect.0.capability, source: effect.1.source)
    }
  }

  // MARK: The future

  /// Goes back to what planning expects.
  public mutating func reset() {
    guard let baseline = shop.baseline else { return }
    for number in effects.indices { effects[number] = shop.compiledEffects.effects[number] }
    if varies {
      for cell in levers.indices { levers[cell] = baseline.levers[cell] }
      varies = false
    }
    observed = nil
    observedPeriod = 0
    customers = baseline.customers[0]
  }

  /// Sets the relative change of the lever that an effect makes at its full size.
  public mutating func setChange(of number: Int, to change: Double) {
    effects[number].size = shop.compiledEffects.scales[number].size(of: change)
  }

  /// Multiplies a lever by a factor in each period, with and without the plan.
  ///
  /// - Parameters:
  ///   - lever: the position in `KPI.levers`.
  ///   - factors: one for each period.
  public mutating func vary(lever: Int, by factors: [Double]) {
    precondition(factors.count == shop.periodCount, "There is a factor for each period")
    guard !levers.isEmpty else { return }
    let row = lever * shop.periodCount
    for period in factors.indices { levers[row + period] *= factors[period] }
    varies = true
  }

  // MARK: Week by week

  /// Looks at the shop in a period, with what is live by then; periods are looked at in their order, each as often as needed.
  ///
  /// - Complexity: O(effects).
  public mutating func observe(_ period: Int, goLive: [Int32]) {
    guard shop.baseline != nil else { return }
    while observedPeriod < period { advance(goLive: goLive) }
    observed = week(in: period, goLive: goLive)
  }

  private mutating func advance(goLive: [Int32]) {
    let week = week(in: observedPeriod, goLive: goLive)
    customers = week.customersAfterwards(newCustomerShare: shop.baseline?.newCustomerShare ?? 0)
    observedPeriod += 1
  }

  private func week(in period: Int, goLive: [Int32]) -> ShopWeek {
    let count = shop.compiledEffects.bundles.count
    let week = withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { factors in
      for bundle in 0..<count {
        factors.initializeElement(
          at: bundle, to: bundle < ShopBaseline.leverCount ? levers[bundle * shop.periodCount + period] : 1)
      }
      var isAnyLive = false
      for effect in effects {
        let age = period - Int(goLive[effect.capability])
        guard age >= 0 else { continue }
        isAnyLive = true
        factors[effect.bundle] *=
          age < effect.rampCount
          ? 1 + effect.size * shop.compiledEffects.adoptions[effect.ramp + age] : 1 + effect.size
      }
      for number in ShopBaseline.leverCount..<max(count, ShopBaseline.leverCount) where isAnyLive {
        let bundle = shop.compiledEffects.bundles[number]
        factors[bundle.lever] *= bundle.offset + bundle.slope * factors[number]
      }
      return ShopWeek(
        levers: UnsafeBufferPointer(factors).span, periodCount: 1, period: 0, customers: customers)
    }
    return week
  }

  /// The level of a KPI in the period that was looked at last, in the unit in which trigger levels are written.
  ///
  /// Without figures of the business all levels are zero.
  public func level(of kpi: KPI) -> Double {
    observed?.level(of: kpi) ?? 0
  }

  // MARK: The whole horizon

  /// The present value of the additional profit by effects, compared with the same future without any go-live, in currency units.
  ///
  /// - Complexity: O(effects x periods), without allocation.
  public mutating func mechanismImpact(goLive: [Int32]) -> Double {
    precondition(goLive.count == shop.money.count, "There is one go-live for each capability")
    guard let baseline = shop.baseline else { return 0 }
    let first = firstLive(goLive)
    if first < shop.periodCount { applyEffects(goLive: goLive, from: first) }
    let periodCount = shop.periodCount
    if lastWeeks.isEmpty {
      let week = ShopWeek(levers: levers.span, periodCount: periodCount, period: 0, customers: 0)
      lastWeeks = [ShopWeek](repeating: week, count: periodCount)
    }
    var (with, without) = (baseline.customers[0], baseline.customers[0])
    var impact = 0.0
    for period in 0..<periodCount {
      let week =
        period < first
        ? ShopWeek(levers: levers.span, periodCount: periodCount, period: period, customers: with)
        : ShopWeek(levers: columns.span, periodCount: periodCount, period: period, customers: with)
      var expected = baseline.profit[period]
      if varies {
        let other = ShopWeek(
          levers: levers.span, periodCount: periodCount, period: period, customers: without)
        expected = other.profit
        without = other.customersAfterwards(newCustomerShare: baseline.newCustomerShare)
      }
      let gain = week.profit - expected
      impact += shop.discountFactors[period] * gain
      gains[period] = gain
      lastWeeks[period] = week
      with = week.customersAfterwards(newCustomerShare: baseline.newCustomerShare)
    }
    return impact
  }

  /// The first period in which any effect is live; before it the shop is as it would be anyway, to the last bit.
  private func firstLive(_ goLive: [Int32]) -> Int {
    var earliest = Int32(shop.periodCount)
    for effect in effects { earliest = min(earliest, goLive[effect.capability]) }
    return max(0, Int(earliest))
  }

  private mutating func applyEffects(goLive: [Int32], from first: Int) {
    FactorColumns.withColumns(&columns, count: shop.compiledEffects.bundles.count, from: first) { columns in
      columns.reset(to: levers)
      for effect in effects {
        columns.multiply(effect, goLive: goLive[effect.capability], shop.compiledEffects.adoptions)
      }
      for (number, bundle) in shop.compiledEffects.bundles.enumerated().dropFirst(ShopBaseline.leverCount) {
        columns.multiply(bundle, product: number)
      }
    }
  }

  /// The additional profit by effects in a period of the last ``mechanismImpact(goLive:)``, not discounted.
  public func gain(in period: Int) -> Double { gains[period] }

  /// The level of a KPI in a period of the last ``mechanismImpact(goLive:)``, in the unit in which trigger levels are written.
  public func level(of kpi: KPI, in period: Int) -> Double {
    lastWeeks.isEmpty ? 0 : lastWeeks[period].level(of: kpi)
  }
}

extension ShopWeek {
  /// The level of a KPI in the unit in which trigger levels are written: flows, churn and reorder rate are per month.
  func level(of kpi: KPI) -> Double {
    switch kpi {
    case .visits: visits * PlanningCalendar.periodsPerMonth
    case .conversion: conversion
    case .orderValue: orderValue
    case .margin: margin
    case .returnRate: returnRate
    case .costToServe: costToServe
    case .churn: ShopBaseline.monthlyChurn(weekly: churn)
    case .reorderRate: reorderRate * PlanningCalendar.periodsPerMonth
    case .customers: customers
    case .orders: orders * PlanningCalendar.periodsPerMonth
    case .revenue: revenue * PlanningCalendar.periodsPerMonth
    case .profit: profit * PlanningCalendar.periodsPerMonth
    }
  }
}
