public import RoadmapModel

/// What to find out first: which uncertain number is worth knowing before anybody decides, and which effect the shop could measure at all.
///
/// Its JSON form is the format `gait-information/1`, described by `docs/schema/information.schema.json`.
public struct InformationReport: Hashable, Sendable, Encodable {
  /// The version of the JSON form.
  public let format: String
  /// The name of the scenario.
  public let scenario: String
  /// The currency of all amounts; nil when the scenario names none.
  public let currency: String?
  /// The uncertain numbers that are worth anything to know, the most valuable first.
  public let values: [InformationValue]
  /// The effects of the plan and of what is left out, in the order of explanations, then of effects.
  public let measurements: [Measurement]
  /// The number of plans that were made.
  public let plans: Int
  /// The seed of the searches.
  public let seed: UInt64
  /// A digest of the scenario and all files that it was read from.
  public let inputHash: String

  /// What it is worth to know a number before deciding about its capability.
  ///
  /// It is the expected value of partial perfect information (Raiffa and Schlaifer 1961) over the plans that are known: the mean worth when the best of them may be taken for
  /// each value of the number, minus the worth of the one that is best in the mean. All other numbers are as planned.
  public struct InformationValue: Hashable, Sendable, Encodable {
    /// The kinds of numbers.
    public enum Input: String, Hashable, Sendable, Encodable, CaseIterable {
      /// The one-off cost.
      case cost
      /// The weeks of work.
      case duration
      /// The change of a KPI.
      case effect
      /// Whether it brings its effects at all.
      case success
    }

    /// The capability.
    public let id: CapabilityID
    /// The kind of number.
    public let input: Input
    /// The KPI that the effect changes; nil for other numbers.
    public let kpi: KPI?
    /// What knowing it is worth: the most that a test or a pilot may cost.
    public let worth: Money
    /// The probability that one would then decide otherwise.
    public let changesDecision: Double
    /// Whether the capability is in the plan that is best without knowing.
    public let isPlanned: Bool
  }

  /// Whether a test could tell an effect from nothing.
  public struct Measurement: Hashable, Sendable, Encodable {
    /// What is counted for the test.
    public enum Unit: String, Hashable, Sendable, Encodable, CaseIterable {
      /// Visits that end in an order or do not.
      case visits
      /// Orders that come back or do not.
      case orders
      /// Customers who leave, or order again, within a month or do not.
      case customers
    }

    /// The capability.
    public let id: CapabilityID
    /// The KPI that it changes.
    public let kpi: KPI
    /// The relative change that planning expects.
    public let change: Double
    /// What is counted.
    public let unit: Unit
    /// How many are needed in each of the two groups, so that an effect of that size is seen with a probability of 80 % at a two-sided level of 5 %.
    public let perGroup: Int
    /// How many of them have to convert, return, leave or reorder in each group.
    public let converters: Int
    /// How many the shop has in a week when the capability goes live; for customers, how many there are.
    public let available: Double
    /// The weeks that the test takes; nil when it never ends, because the shop has not so many customers.
    public let weeks: Double?
    /// The smallest relative change that a test of ``testWeeks`` weeks would see; nil when there is none below 100 %.
    public let smallestChange: Double?
  }

  /// The length of a test that is short enough to wait for, in weeks.
  public static let testWeeks = 8.0
}
