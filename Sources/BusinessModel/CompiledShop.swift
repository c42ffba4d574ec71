public import RoadmapModel

/// The compiled shop as plain data, so that other programs can value the same go-lives.
///
/// In period `t`, each bundle has the factor `offset + slope * product over its effects of (1 + size * adoption)`, where the
/// adoption is 0 before the go-live, then follows `adoptionByAge` and is 1 afterwards. A lever is its column times the factors of its
/// bundles. Then orders, customers and profit follow as `docs/business-model.md` says.
public struct CompiledShop: Hashable, Sendable, Codable {
  /// A lever of the shop without any new capability.
  public struct Lever: Hashable, Sendable, Codable {
    /// The lever.
    public let kpi: KPI
    /// Its value in each period; visits, churn and reorder rate are per week.
    public let values: [Double]
  }

  /// Effects on one lever that work as one.
  public struct Bundle: Hashable, Sendable, Codable {
    /// The lever.
    public let kpi: KPI
    /// The factor when nothing is left of the product.
    public let offset: Double
    /// How much of the product enters the factor.
    public let slope: Double
    /// The effects.
    public let effects: [BundledEffect]
  }

  /// The effect of a capability in a bundle.
  public struct BundledEffect: Hashable, Sendable, Codable {
    /// The capability.
    public let capability: CapabilityID
    /// The relative change of the bundle's product at full adoption.
    public let size: Double
    /// The adoption in the weeks from the go-live on, until it is complete.
    public let adoptionByAge: [Double]
  }

  /// The levers, in the order of ``KPI/levers``.
  public let levers: [Lever]
  /// The customers at the start.
  public let customers: Double
  /// The share of the orders from visits that make a new customer.
  public let newCustomerShare: Double
  /// The bundles with at least one effect.
  public let bundles: [Bundle]
}

extension ShopModel {
  /// The compiled shop as plain data; nil when the roadmap has no figures of the business.
  public func compiled(for roadmap: Roadmap) -> CompiledShop? {
    guard let baseline else { return nil }
    let levers = KPI.levers.enumerated().map { index, kpi in
      let column = baseline.levers[index * periodCount..<(index + 1) * periodCount]
      return CompiledShop.Lever(kpi: kpi, values: Array(column))
    }
    let bundles = compiledEffects.bundles.enumerated().compactMap { index, bundle -> CompiledShop.Bundle? in
      let effects = compiledEffects.effects.filter { $0.bundle == index }.map { effect in
        CompiledShop.BundledEffect(
          capability: roadmap.capabilities[effect.capability].id, size: effect.size,
          adoptionByAge: Array(compiledEffects.adoptions[effect.ramp..<effect.ramp + effect.rampCount]))
      }
      guard !effects.isEmpty else { return nil }
      return CompiledShop.Bundle(
        kpi: KPI.levers[bundle.lever], offset: bundle.offset, slope: bundle.slope, effects: effects)
    }
    return CompiledShop(
      levers: levers, customers: baseline.customers[0], newCustomerShare: baseline.newCustomerShare,
      bundles: bundles)
  }
}
