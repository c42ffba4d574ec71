/// Names a ``CorrelationGroup``.
public typealias CorrelationGroupID = Identifier<CorrelationGroup>

/// Estimates that miss in the same direction, because one cause lies behind them: the same team, the same vendor, the same guess.
///
/// Groups make a one-factor Gaussian copula each. An estimate that belongs to groups with coefficients `r_1 ... r_k` has the normal score
/// `sum(sqrt(r_i) * f_i) + sqrt(1 - sum(r_i)) * e`, with one independent standard normal factor `f_i` for each group and `e` of its own. So any two
/// members of a group have normal scores that correlate by its coefficient, and the matrix of all correlations is positive semidefinite as long as the
/// coefficients of each estimate add up to at most 1, which is validated.
public struct CorrelationGroup: Hashable, Sendable {
  /// What is estimated.
  public enum Quantity: String, Hashable, Sendable, CaseIterable, Codable {
    /// The weeks of work.
    case duration
    /// The one-off cost.
    case cost
    /// The running cost.
    case runningCost
    /// The changes of KPIs; those that hurt are taken with the opposite sign, so that a good factor is good for all.
    case effects
    /// The benefit.
    case benefit
  }

  /// The name by which results refer to it.
  public var id: CorrelationGroupID
  /// Its name for people.
  public var name: LocalizedText
  /// The capabilities whose estimates belong to it.
  public var scope: CapabilityScope
  /// The estimates of these capabilities that belong to it.
  public var quantities: [Quantity]
  /// The correlation of the normal scores of any two members, from 0 to 1.
  public var coefficient: Double

  /// A group of estimates, by default of durations and costs.
  public init(
    id: CorrelationGroupID, name: LocalizedText, scope: CapabilityScope = .all,
    quantities: [Quantity] = [.duration, .cost], coefficient: Double
  ) {
    self.id = id
    self.name = name
    self.scope = scope
    self.quantities = quantities
    self.coefficient = coefficient
  }
}
