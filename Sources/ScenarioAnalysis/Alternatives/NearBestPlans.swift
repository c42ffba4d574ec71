public import RoadmapModel

/// A few plans that are nearly as good as the best and as different from it and from each other as possible.
///
/// Its JSON form is the format `gait-alternatives/1`, described by `docs/schema/alternatives.schema.json`.
public struct NearBestPlans: Hashable, Sendable, Encodable {
  /// The version of the JSON form.
  public let format: String
  /// The name of the scenario.
  public let scenario: String
  /// The currency of all amounts; nil when the scenario names none.
  public let currency: String?
  /// The most that an alternative may lose, as a share of the worth of the best plan.
  public let loss: Double
  /// The number of alternatives that were asked for.
  public let asked: Int
  /// The best plan first, then the alternatives, the most different first; there may be fewer than were asked for.
  public let plans: [Member]
  /// What the best further plan that differs enough would lose, as a share; nil when there are as many as were asked for, or none was found that does.
  public let nextLoss: Double?
  /// The number of plans that were made to find them.
  public let tried: Int
  /// The seed of the searches.
  public let seed: UInt64
  /// A digest of the scenario and all files that it was read from.
  public let inputHash: String

  /// One of the plans.
  public struct Member: Hashable, Sendable, Encodable {
    /// The plan, with the bound of the best one.
    public let plan: Plan
    /// What it loses, as a share of the worth of the best plan; 0 for that.
    public let loss: Double
    /// How far it is from the nearest plan before it, from 0 for the same to 1 for nothing in common; nil for the best plan.
    public let distance: Double?
    /// What was decided otherwise to find it, from which all other differences follow; empty for the best plan.
    public let decisions: [ScenarioChange]
    /// What is in it and not in the best plan.
    public let added: [CapabilityID]
    /// What is in the best plan and not in it.
    public let dropped: [CapabilityID]
    /// What is live at least ``markedShift`` weeks earlier than in the best plan, the largest shift first.
    public let earlier: [CapabilityID]
    /// What is live at least ``markedShift`` weeks later than in the best plan, the largest shift first.
    public let later: [CapabilityID]
    /// What tells it from each plan before it, the best one first.
    public let contrasts: [Contrast]
  }

  /// What tells one of the plans from another one.
  public struct Contrast: Hashable, Sendable, Encodable {
    /// The number of the other plan, from zero for the best one.
    public let other: Int
    /// By how much the net present value is more.
    public let netPresentValue: Money
    /// By how much the one-off costs are more, not discounted.
    public let oneOff: Money
    /// The days by which the target stage is reached later, negative for earlier; nil when one of the two does not reach it.
    public let targetDays: Int?
    /// What is in it and not in the other one.
    public let added: [CapabilityID]
    /// What is in the other one and not in it.
    public let dropped: [CapabilityID]
    /// What is live at least ``NearBestPlans/markedShift`` weeks earlier, the largest shift first.
    public let earlier: [Comparison.Shift]
    /// What is live at least ``NearBestPlans/markedShift`` weeks later, the largest shift first.
    public let later: [Comparison.Shift]
  }

  /// Smaller shifts, in weeks, tell no plans apart.
  public static let markedShift = 8
}
