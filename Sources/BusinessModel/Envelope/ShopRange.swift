import RoadmapModel

/// The best and the worst that plans can make of each lever, and what a lever is worth at either end.
struct ShopRange {
  /// A corner of the range: its levers before limits, and the worth of a change of one of them.
  struct Corner {
    /// A column for each bundle, levers first; see ``FactorColumns``.
    let columns: [Double]
    /// The present value of the profit that a unit of each lever brings in a period, in the direction that helps.
    let prices: [Double]
  }

  /// Everything that helps at its earliest, nothing that hurts.
  let best: Corner
  /// Everything that hurts at its earliest, nothing that helps.
  let worst: Corner
  /// The product of the harmful effects of each bundle in the worst corner, in columns like those.
  let harm: [Double]
  /// The earliest go-live of each capability.
  let earliest: [Int]
  /// What a limit that ignores orders at a loss and shares above the whole leaves out.
  let dropped: [String]

  init(_ shop: ShopModel, _ baseline: ShopBaseline, earliest: [Int]) {
    let helping = shop.leverColumns(of: shop.compiledEffects.helping, goLive: earliest, baseline)
    let hurting = shop.leverColumns(of: shop.compiledEffects.hurting, goLive: earliest, baseline)
    self.earliest = earliest
    harm = shop.products(of: shop.compiledEffects.hurting, goLive: earliest)
    let (prices, _) = shop.prices(helping, baseline)
    let (leastPrices, losesMoney) = shop.prices(hurting, baseline)
    best = Corner(columns: helping, prices: prices)
    worst = Corner(columns: hurting, prices: leastPrices)
    var dropped: [String] = []
    for lever in [KPI.conversion, .margin] {
      let column = shop.column(KPI.levers.firstIndex(of: lever) ?? 0, of: helping)
      if column.contains(where: { $0 > 1 }) { dropped.append("the limit of 100 % for \(lever.rawValue)") }
    }
    if losesMoney { dropped.append("losses on orders that cost more than they bring") }
    self.dropped = dropped
  }
}

extension CompiledEffects {
  /// The effects that raise the profit.
  var helping: [LeverEffect] { effects.filter { helps($0) } }
  /// The effects that lower the profit.
  var hurting: [LeverEffect] { effects.filter { !helps($0) } }

  private func helps(_ effect: LeverEffect) -> Bool {
    let bundle = bundles[effect.bundle]
    return (bundle.slope * effect.size > 0) == KPI.levers[bundle.lever].higherIsBetter
  }

  /// The take-up of an effect so many periods after the go-live, none before it.
  func takeUp(of effect: LeverEffect, age: Int) -> Double {
    guard age >= 0 else { return 0 }
    return age < effect.rampCount ? adoptions[effect.ramp + age] : 1
  }

  /// What an effect multiplies the product of its bundle by in a period.
  func factor(of effect: LeverEffect, goLive: Int, in period: Int) -> Double {
    1 + effect.size * takeUp(of: effect, age: period - goLive)
  }
}

extension ShopModel {
  /// The levers and the products of the groups with some of the effects only, in columns of all periods.
  func leverColumns(of effects: [LeverEffect], goLive: [Int], _ baseline: ShopBaseline) -> [Double] {
    var columns = [Double](repeating: 1, count: compiledEffects.bundles.count * periodCount)
    multiply(effects, goLive: goLive.map { Int32($0) }, from: 0, baseline, into: &columns)
    return columns
  }

  /// The product of some of the effects of each bundle, in columns of all periods.
  func products(of effects: [LeverEffect], goLive: [Int]) -> [Double] {
    var products = [Double](repeating: 1, count: compiledEffects.bundles.count * periodCount)
    for effect in effects {
      for period in goLive[effect.capability]..<periodCount {
        products[effect.bundle * periodCount + period] *= compiledEffects.factor(
          of: effect, goLive: goLive[effect.capability], in: period)
      }
    }
    return products
  }

  /// One of the columns.
  func column(_ number: Int, of columns: [Double]) -> ArraySlice<Double> {
    columns[number * periodCount..<(number + 1) * periodCount]
  }

  /// What a unit of each lever in each period is worth, given all levers, and whether any order loses money.
  ///
  /// Orders that lose money count as bringing nothing. These are the derivatives of the present value of the profit, found by one
  /// sweep back in time: a customer is worth the orders to come.
  fileprivate func prices(_ levers: [Double], _ baseline: ShopBaseline) -> (
    prices: [Double], losesMoney: Bool
  ) {
    var customers = baseline.customers[0]
    let weeks = (0..<periodCount).map { period in
      let week = ShopWeek(
        levers: levers.span, periodCount: periodCount, period: period, customers: customers)
      customers = week.customersAfterwards(newCustomerShare: baseline.newCustomerShare)
      return week
    }
    var prices = [Double](repeating: 0, count: ShopBaseline.leverCount * periodCount)
    var customerWorth = 0.0
    for (period, week) in weeks.enumerated().reversed() {
      let discount = discountFactors[period]
      let order = discount * max(0, week.contribution)
      let newOrder = order + baseline.newCustomerShare * customerWorth
      let money = week.contribution > 0 ? discount * week.orders : 0
      let worth = [
        week.conversion * newOrder, week.visits * newOrder,
        money * (1 - week.returnRate) * week.margin, money * week.keptOrderValue,
        money * week.orderValue * week.margin, money,
        week.customers * customerWorth, week.customers * order,
      ]
      for lever in worth.indices { prices[lever * periodCount + period] = worth[lever] }
      customerWorth = order * week.reorderRate + (1 - week.churn) * customerWorth
    }
    return (prices, weeks.contains { $0.contribution < 0 })
  }
}
