/// Names a ``Risk``.
public typealias RiskID = Identifier<Risk>

/// An event that may happen and then delays work, costs money or takes effects away.
public struct Risk: Hashable, Sendable {
  /// What somebody can do to make a risk less likely.
  public struct Mitigation: Hashable, Sendable {
    /// The capability that makes it less likely for work that starts when it is live; nil when money does.
    public var capability: CapabilityID?
    /// What the mitigation costs, once, at the start of the calendar, in currency units; 0 when a capability does it.
    public var price: Double
    /// Whether the price is paid; a capability needs no such decision.
    public var isTaken: Bool
    /// The probability of the risk with the mitigation.
    public var probability: Double

    /// A mitigation by a capability.
    public init(capability: CapabilityID, probability: Double) {
      self.capability = capability
      self.price = 0
      self.isTaken = true
      self.probability = probability
    }

    /// A mitigation for a price.
    public init(price: Double, isTaken: Bool, probability: Double) {
      self.capability = nil
      self.price = price
      self.isTaken = isTaken
      self.probability = probability
    }
  }

  /// The name by which results refer to it.
  public var id: RiskID
  /// Its name for people.
  public var name: LocalizedText
  /// The probability that it happens: once for the whole roadmap, or for each capability of the scope.
  public var probability: Double
  /// The capabilities that it hits.
  public var scope: CapabilityScope
  /// Whether each capability of the scope has a chance of its own to be hit; otherwise all are hit together or none.
  public var hitsEachByItself: Bool
  /// The first day on which work that starts is hit; nil from the start of the calendar.
  public var from: CivilDate?
  /// The last day on which work that starts is hit; nil to the end of the calendar.
  public var through: CivilDate?
  /// The factor by which work that is hit takes longer; 1 for no change.
  public var delayFactor: Estimate
  /// The weeks by which work that is hit takes longer, after the factor.
  public var delay: Estimate
  /// The one-off cost of being hit, in currency units: for each capability that is hit if these are hit by themselves, otherwise once.
  ///
  /// It is paid when the work of the (first) capability that is hit ends.
  public var cost: Estimate
  /// The share of the helpful effects and the benefit that is lost, from 0 to 1.
  public var effectLoss: Estimate
  /// What makes it less likely.
  public var mitigation: Mitigation?

  /// A risk; without further words it changes nothing.
  public init(
    id: RiskID, name: LocalizedText, probability: Double, scope: CapabilityScope = .all,
    hitsEachByItself: Bool = false, from: CivilDate? = nil, through: CivilDate? = nil,
    delayFactor: Estimate = Estimate(1), delay: Estimate = .zero, cost: Estimate = .zero,
    effectLoss: Estimate = .zero, mitigation: Mitigation? = nil
  ) {
    self.id = id
    self.name = name
    self.probability = probability
    self.scope = scope
    self.hitsEachByItself = hitsEachByItself
    self.from = from
    self.through = through
    self.delayFactor = delayFactor
    self.delay = delay
    self.cost = cost
    self.effectLoss = effectLoss
    self.mitigation = mitigation
  }

  /// Whether work that starts on a day can be hit.
  public func hits(workStartingOn date: CivilDate) -> Bool {
    (from.map { $0 <= date } ?? true) && (through.map { date <= $0 } ?? true)
  }
}
