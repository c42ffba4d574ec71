/// Names a ``PastForecast``.
public typealias PastForecastID = Identifier<PastForecast>

/// What somebody had said about what is known today: ranges and promises.
public struct PastForecast: Hashable, Sendable {
  /// A range for a number, such as the weeks of a capability.
  public struct Range: Hashable, Sendable {
    /// The capability.
    public var capability: CapabilityID
    /// What the range is about: a duration in weeks, a cost in currency units, or an effect as a fraction.
    public var quantity: Quantity
    /// The range: low, likely, high and how it is distributed.
    public var estimate: Estimate

    /// A range for a number.
    public init(capability: CapabilityID, quantity: Quantity, estimate: Estimate) {
      self.capability = capability
      self.quantity = quantity
      self.estimate = estimate
    }
  }

  /// What a range is about.
  public enum Quantity: Hashable, Sendable {
    /// Weeks of work.
    case duration
    /// The one-off cost.
    case cost
    /// The relative change of a lever.
    case effect(KPI)
  }

  /// What was to have happened by a day, and how sure that was said to be.
  public struct Promise: Hashable, Sendable {
    /// What was promised.
    public enum Subject: Hashable, Sendable {
      /// A capability is live.
      case capability(CapabilityID)
      /// A stage has been reached.
      case stage(StageID)
    }

    /// What was promised.
    public var subject: Subject
    /// The last day on which it keeps the promise.
    public var by: CivilDate
    /// How sure it was said to be, from 0 to 1.
    public var probability: Double

    /// A promise.
    public init(_ subject: Subject, by: CivilDate, probability: Double) {
      self.subject = subject
      self.by = by
      self.probability = probability
    }
  }

  /// The name by which results refer to it.
  public var id: PastForecastID
  /// The day on which it was made.
  public var madeOn: CivilDate?
  /// Ranges of numbers.
  public var ranges: [Range]
  /// Dated promises.
  public var promises: [Promise]

  /// A past forecast.
  public init(id: PastForecastID, madeOn: CivilDate? = nil, ranges: [Range] = [], promises: [Promise] = []) {
    self.id = id
    self.madeOn = madeOn
    self.ranges = ranges
    self.promises = promises
  }
}
