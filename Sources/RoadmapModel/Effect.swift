/// A relative change of a lever of the shop, once a capability is live.
public struct Effect: Hashable, Sendable {
  /// The lever that changes.
  public var kpi: KPI
  /// The relative change: 0.01 is one percent more.
  public var change: Estimate
  /// The weeks over which the change grows evenly to its full size; zero means at once.
  public var ramp: Double
  /// The group with which it competes for the same customers.
  public var overlap: OverlapGroupID?

  /// A relative change of a lever.
  public init(_ kpi: KPI, change: Estimate, ramp: Double = 0, overlap: OverlapGroupID? = nil) {
    self.kpi = kpi
    self.change = change
    self.ramp = ramp
    self.overlap = overlap
  }
}

/// Effects that compete for the same customers, so that together they bring less than their sum.
///
/// With shares `s_v = effect_v / ceiling`, the joint relative change is `ceiling * (1 - product(1 - s_v))`.
public struct OverlapGroup: Hashable, Sendable {
  /// The name by which effects refer to it.
  public var id: OverlapGroupID
  /// What the effects compete for.
  public var name: LocalizedText
  /// The lever that all effects of the group change.
  public var kpi: KPI
  /// The largest joint relative change, with the sign of the effects.
  public var ceiling: Double

  /// A group of competing effects.
  public init(id: OverlapGroupID, name: LocalizedText, kpi: KPI, ceiling: Double) {
    self.id = id
    self.name = name
    self.kpi = kpi
    self.ceiling = ceiling
  }
}

/// Money that a capability brings by itself, once live.
public struct Benefit: Hashable, Sendable {
  /// Currency units a month.
  public var perMonth: Estimate
  /// The weeks over which it grows evenly to its full size; zero means at once.
  public var ramp: Double

  /// Money a month, after a ramp in weeks.
  public init(perMonth: Estimate, ramp: Double = 0) {
    self.perMonth = perMonth
    self.ramp = ramp
  }
}
