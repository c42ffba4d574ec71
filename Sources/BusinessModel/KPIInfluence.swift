package import RoadmapModel

/// Which way a capability can move a KPI by going live earlier.
package enum KPIInfluence: Hashable, Sendable {
  /// Not at all.
  case none
  /// Up or not at all, in every period and whatever else is live.
  case raises
  /// Down or not at all, in every period and whatever else is live.
  case lowers
  /// Up or down, depending on the period or on what else is live.
  case either

  /// What two influences come to together.
  func joined(with other: KPIInfluence) -> KPIInfluence {
    if self == other || other == .none { return self }
    return self == .none ? other : .either
  }

  /// The influence on what moves the other way.
  package var reversed: KPIInfluence {
    switch self {
    case .raises: .lowers
    case .lowers: .raises
    case .none, .either: self
    }
  }
}

extension ShopModel {
  /// Which way each capability can move a KPI by going live earlier, by position.
  ///
  /// Take-up only grows, a lever moves one way with each take-up, and the KPIs beside profit move one way with each lever. So
  /// when all that raises a KPI goes live no earlier than in a plan and all that lowers it no later, the KPI is nowhere above that plan's.
  ///
  /// - Returns: nil for profit, which more orders raise or lower, depending on what is left of one, and for a margin that is below zero, which a higher factor lowers.
  package func influences(on kpi: KPI) -> [KPIInfluence]? {
    guard kpi != .profit, kpi != .margin || marginIsPositive else { return nil }
    var influences = [KPIInfluence](repeating: .none, count: money.count)
    for effect in compiledEffects.effects where effect.size != 0 {
      let bundle = compiledEffects.bundles[effect.bundle]
      guard bundle.slope != 0 else { continue }
      let onLever = (effect.size > 0) == (bundle.slope > 0) ? KPIInfluence.raises : .lowers
      let influence: KPIInfluence =
        switch kpi.direction(with: KPI.levers[bundle.lever]) {
        case .raises: onLever
        case .lowers: onLever.reversed
        case .none, .either: .none
        }
      influences[effect.capability] = influences[effect.capability].joined(with: influence)
    }
    return influences
  }

  /// Whether the margin is nowhere below zero without new capabilities.
  private var marginIsPositive: Bool {
    guard let baseline, let margin = KPI.levers.firstIndex(of: .margin) else { return true }
    return baseline.levers[margin * periodCount..<(margin + 1) * periodCount].allSatisfy { $0 >= 0 }
  }
}

extension KPI {
  /// Which way a KPI beside profit moves when a lever is raised, by the equations of ``ShopWeek``.
  fileprivate func direction(with lever: KPI) -> KPIInfluence {
    let raised: Set<KPI>
    let lowered: Set<KPI>
    switch self {
    case .customers: (raised, lowered) = ([.visits, .conversion], [.churn])
    case .orders: (raised, lowered) = ([.visits, .conversion, .reorderRate], [.churn])
    case .revenue:
      (raised, lowered) = ([.visits, .conversion, .reorderRate, .orderValue], [.churn, .returnRate])
    default: (raised, lowered) = ([self], [])
    }
    return raised.contains(lever) ? .raises : lowered.contains(lever) ? .lowers : .none
  }
}
