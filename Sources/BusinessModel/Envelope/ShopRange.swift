import RoadmapModel

/// The best that plans can make of the shop, and what a limit that knows no ends of shares leaves out.
struct ShopRange {
  /// The earliest go-live of each capability.
  let earliest: [Int]
  /// What a limit that ignores orders at a loss and shares above the whole leaves out.
  let dropped: [String]

  init(_ shop: ShopModel, _ baseline: ShopBaseline, earliest: [Int]) {
    self.earliest = earliest
    let helping = shop.leverColumns(of: shop.compiledEffects.helping, goLive: earliest, baseline)
    let hurting = shop.leverColumns(of: shop.compiledEffects.hurting, goLive: earliest, baseline)
    var dropped: [String] = []
    for lever in [KPI.conversion, .margin] {
      let column = shop.column(KPI.levers.firstIndex(of: lever) ?? 0, of: helping)
      if column.contains(where: { $0 > 1 }) { dropped.append("the limit of 100 % for \(lever.rawValue)") }
    }
    if shop.losesMoney(hurting) { dropped.append("losses on orders that cost more than they bring") }
    self.dropped = dropped
  }
}

extension CompiledEffects {
  /// The effects that raise the profit.
  var helping: [LeverEffect] { effects.filter { bundles.helps($0) } }
  /// The effects that lower the profit.
  var hurting: [LeverEffect] { effects.filter { !bundles.helps($0) } }

  /// The take-up of an effect so many periods after the go-live, none before it.
  func takeUp(of effect: LeverEffect, age: Int) -> Double {
    guard age >= 0 else { return 0 }
    return age < effect.rampCount ? adoptions[effect.ramp + age] : 1
  }
}

extension [EffectBundle] {
  /// Whether an effect raises the profit.
  func helps(_ effect: LeverEffect) -> Bool {
    let bundle = self[effect.bundle]
    return (bundle.slope * effect.size > 0) == KPI.levers[bundle.lever].higherIsBetter
  }
}

extension ShopModel {
  /// The levers and the products of the groups with some of the effects only, in columns of all periods.
  func leverColumns(of effects: [LeverEffect], goLive: [Int], _ baseline: ShopBaseline) -> [Double] {
    var columns = [Double](repeating: 1, count: compiledEffects.bundles.count * periodCount)
    multiply(effects, goLive: goLive.map { Int32($0) }, from: 0, baseline, into: &columns)
    return columns
  }

  /// One of the columns.
  func column(_ number: Int, of columns: [Double]) -> ArraySlice<Double> {
    columns[number * periodCount..<(number + 1) * periodCount]
  }

  /// Whether an order costs more than it brings in any period.
  fileprivate func losesMoney(_ levers: [Double]) -> Bool {
    (0..<periodCount).contains { period in
      ShopWeek(levers: levers.span, periodCount: periodCount, period: period, customers: 0).contribution < 0
    }
  }
}
