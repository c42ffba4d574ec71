public import RoadmapModel

extension ShopModel {
  /// The shop of plain data, for capabilities in a given order: the way back from ``compiled(for:)``.
  ///
  /// It knows the effects and nothing of costs, benefits and scores. Effects of capabilities that are not named are left out, as they never go live.
  ///
  /// - Parameters:
  ///   - shop: the shop; nil for none, so that no go-live has an effect.
  ///   - capabilities: the capabilities by position, as ``mechanismImpact(goLive:in:)`` takes their go-lives.
  ///   - discountFactors: what a currency unit in each period is worth in period 0.
  /// - Precondition: every lever of the shop has a value for each discount factor, and there is one column for each of `KPI.levers`.
  public init(_ shop: CompiledShop?, capabilities: [CapabilityID], discountFactors: [Double]) {
    periodCount = discountFactors.count
    self.discountFactors = discountFactors
    remainingDiscount = Self.remainingDiscount(discountFactors)
    baseline = shop.map { ShopBaseline($0, periodCount: discountFactors.count) }
    compiledEffects = CompiledEffects(shop?.bundles ?? [], capabilities: capabilities)
    money = [CapabilityMoney](repeating: CapabilityMoney(), count: capabilities.count)
    benefitValues = [Double](repeating: 0, count: capabilities.count * discountFactors.count)
  }
}

extension ShopBaseline {
  fileprivate init(_ shop: CompiledShop, periodCount: Int) {
    let columns = KPI.levers.flatMap { kpi in shop.levers.first { $0.kpi == kpi }?.values ?? [] }
    precondition(columns.count == Self.leverCount * periodCount, "every lever has a value in each period")
    self.init(
      levers: columns, customers: shop.customers, newCustomerShare: shop.newCustomerShare,
      periodCount: periodCount)
  }
}

extension CompiledEffects {
  fileprivate init(_ bundles: [CompiledShop.Bundle], capabilities: [CapabilityID]) {
    var positions: [CapabilityID: Int] = [:]
    for (position, id) in capabilities.enumerated() { positions[id] = position }
    var effects: [LeverEffect] = []
    var adoptions: [Double] = []
    var compiled = KPI.levers.indices.map { EffectBundle(multiplying: $0) }
    for bundle in bundles {
      guard let lever = KPI.levers.firstIndex(of: bundle.kpi) else { continue }
      let multiplies = bundle.offset == 0 && bundle.slope == 1
      let number = multiplies ? lever : compiled.count
      if !multiplies {
        compiled.append(EffectBundle(lever: lever, offset: bundle.offset, slope: bundle.slope))
      }
      for effect in bundle.effects {
        guard let position = positions[effect.capability] else { continue }
        effects.append(
          LeverEffect(
            capability: position, bundle: number, size: effect.size, ramp: adoptions.count,
            rampCount: effect.adoptionByAge.count))
        adoptions += effect.adoptionByAge
      }
    }
    effects.sort { ($0.capability, $0.bundle) < ($1.capability, $1.bundle) }
    self.init(bundles: compiled, effects: effects, adoptions: adoptions)
  }
}
