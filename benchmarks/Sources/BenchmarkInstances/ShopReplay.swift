internal import BusinessModel
internal import RoadmapModel

/// The profit of a shop by the formulas of `docs/compiled-problem.md`, written out.
struct ShopReplay {
  private let shop: CompiledShop

  /// The replay of a compiled shop.
  init(_ shop: CompiledShop) {
    self.shop = shop
  }

  /// The discounted profit that the activities bring which are live from given periods on.
  ///
  /// - Complexity: O(periods x effects).
  func gain(_ live: [String: Int], _ discountFactors: [Double]) -> Double {
    let with = profits(live, discountFactors.count)
    let without = profits([:], discountFactors.count)
    return discountFactors.indices.reduce(0) { $0 + discountFactors[$1] * (with[$1] - without[$1]) }
  }

  private func profits(_ live: [String: Int], _ periodCount: Int) -> [Double] {
    var customers = shop.customers
    return (0..<periodCount).map { period in
      func lever(_ kpi: KPI) -> Double { value(of: kpi, live, period) }
      let new = lever(.visits) * lever(.conversion)
      let orders = new + customers * lever(.reorderRate)
      customers = customers * (1 - lever(.churn)) + shop.newCustomerShare * new
      return orders * (lever(.orderValue) * lever(.margin) * (1 - lever(.returnRate)) - lever(.costToServe))
    }
  }

  private func value(of kpi: KPI, _ live: [String: Int], _ period: Int) -> Double {
    var value = shop.levers.first { $0.kpi == kpi }?.values[period] ?? 0
    for bundle in shop.bundles where bundle.kpi == kpi {
      var product = 1.0
      for effect in bundle.effects {
        guard let begin = live[effect.capability.text], begin <= period else { continue }
        let age = period - begin
        product *= 1 + effect.size * (age < effect.adoptionByAge.count ? effect.adoptionByAge[age] : 1)
      }
      value *= bundle.offset + bundle.slope * product
    }
    return [.conversion, .returnRate, .churn].contains(kpi) ? min(1, max(0, value)) : value
  }
}
