/// Levels that simulated KPIs must have reached before work on a capability may start.
///
/// A condition has been reached in the first period in which the simulated KPI of the plan is at its level, and stays reached.
public struct Trigger: Hashable, Sendable {
  /// All of these must have been reached, each in its own time.
  public var conditions: [TriggerCondition]

  /// A trigger with conditions that must all have been reached.
  public init(_ conditions: [TriggerCondition]) {
    self.conditions = conditions
  }
}

/// A level of one KPI.
public struct TriggerCondition: Hashable, Sendable {
  /// Which side of the level counts as reached.
  public enum Comparison: String, Hashable, Sendable, CaseIterable {
    /// The KPI is at the level or above it.
    case atLeast = ">="
    /// The KPI is at the level or below it.
    case atMost = "<="
  }

  /// The KPI that is watched.
  public var kpi: KPI
  /// Which side of the level counts.
  public var comparison: Comparison
  /// The level, in the unit of the KPI; flows, churn and reorder rate are per month.
  public var level: Double

  /// A level of a KPI.
  public init(_ kpi: KPI, _ comparison: Comparison, _ level: Double) {
    self.kpi = kpi
    self.comparison = comparison
    self.level = level
  }

  /// Whether a value of the KPI is at the level.
  public func holds(for value: Double) -> Bool {
    switch comparison {
    case .atLeast: value >= level
    case .atMost: value <= level
    }
  }
}
