import RoadmapModel

/// What effects that hurt cost beyond what they cost in a plan, at a price for each period of take-up.
///
/// The limit of the helpful effects is computed with all harm as it is in the plan. Going from that to the harm of any other
/// go-lives, one effect after the other, changes the profit by the change of a lever times what the lever is worth just then. Both are
/// known within a range: profit is a polynomial of the levers whose mixed derivatives are not negative (seen in the direction that
/// helps), so its derivatives lie between those at the worst and at the best that plans can make of the shop. Harm that a plan avoids
/// is credited at the upper end, harm that it adds is charged at the lower end, and nothing changes at the plan.
struct HarmPrices {
  /// The credit for avoiding all harm of the plan.
  let relief: Double
  /// What is linearised, in words.
  let dropped: [String]
  private let shop: ShopModel
  private let plan: [Int]
  private let effects: [LeverEffect]
  /// For each effect and period, the largest and the smallest worth of its take-up.
  private let largest: [[Double]]
  private let smallest: [[Double]]

  init(_ shop: ShopModel, _ range: ShopRange, plan: [Int]) {
    let effects = shop.compiledEffects.hurting
    let worths = effects.map { shop.worthOfHarm($0, range) }
    var relief = 0.0
    for (effect, worth) in zip(effects, worths) {
      let live = plan[effect.capability]
      for period in live..<shop.periodCount {
        relief += worth.largest[period] * shop.compiledEffects.takeUp(of: effect, age: period - live)
      }
    }
    self.shop = shop
    self.plan = plan
    self.effects = effects
    self.relief = relief
    largest = worths.map(\.largest)
    smallest = worths.map(\.smallest)
    let levers = Set(effects.map { shop.compiledEffects.bundles[$0.bundle].lever })
    dropped = levers.sorted().map { lever in
      "harm to \(KPI.levers[lever].rawValue) beyond the plan's counts at its least, less of it at its most"
    }
  }

  /// Charges every pair of a capability and a period for the harm of going live that one period earlier.
  func charge(_ weights: inout [Double]) {
    for (number, effect) in effects.enumerated() {
      for live in 0..<shop.periodCount {
        let worth = live < plan[effect.capability] ? smallest[number] : largest[number]
        var harm = 0.0
        for period in live..<min(live + effect.rampCount + 1, shop.periodCount) {
          let age = period - live
          let more =
            shop.compiledEffects.takeUp(of: effect, age: age)
            - shop.compiledEffects.takeUp(of: effect, age: age - 1)
          harm += worth[period] * more
        }
        weights[effect.capability * shop.periodCount + live] -= harm
      }
    }
  }
}

extension ShopModel {
  /// The range of what the whole take-up of a harmful effect costs in each period.
  fileprivate func worthOfHarm(
    _ effect: LeverEffect, _ range: ShopRange
  ) -> (largest: [Double], smallest: [Double]) {
    let bundle = compiledEffects.bundles[effect.bundle]
    let kpi = KPI.levers[bundle.lever]
    let isShare = [.conversion, .margin, .returnRate, .churn].contains(kpi)
    let size = abs(bundle.slope * effect.size)
    var largest: [Double] = []
    var smallest: [Double] = []
    for period in 0..<periodCount {
      let cell = bundle.lever * periodCount + period
      let (best, worst) = (range.best.columns[cell], range.worst.columns[cell])
      let all = range.harm[effect.bundle * periodCount + period]
      let own = compiledEffects.factor(
        of: effect, goLive: range.earliest[effect.capability], in: period)
      // The product of the bundle's other harm lies between one and this.
      let beside = own > 0 ? all / own : 0
      // The lever with all harm of other bundles, and without any harm.
      let harmed = worst / (bundle.offset + bundle.slope * all)
      let most = kpi.higherIsBetter ? best : harmed * max(1, beside)
      let least = kpi.higherIsBetter ? harmed * min(1, beside) : best * min(1, beside)
      // A share above the whole may be cut off there with and without the effect.
      let isCut = isShare && max(best, worst) > 1
      largest.append(range.best.prices[cell] * size * max(0, most))
      smallest.append(isCut ? 0 : range.worst.prices[cell] * size * max(0, least))
    }
    return (largest, smallest)
  }
}
