public import RoadmapModel

/// A few plans that are nearly as good as the best and as different from it and from each other as possible.
///
/// Its JSON form is the format `gait-alternatives/1`, described by `docs/schema/alternatives.schema.json`.
public struct NearBestPlans: Hashable, Sendable, Encodable {
  /// The version of the JSON form.
  public let format: String
  /// The name of the scenario.
  public let scenario: String
  /// The most that an alternative may lose, as a share of the worth of the best plan.
  public let loss: Double
  /// The best plan first, then the alternatives, the most different first.
  public let plans: [Member]
  /// The number of plans that were made to find them.
  public let tried: Int

  /// One of the plans.
  public struct Member: Hashable, Sendable, Encodable {
    /// The plan.
    public let plan: Plan
    /// What it loses, as a share of the worth of the best plan; 0 for that.
    public let loss: Double
    /// How far it is from the nearest plan before it, from 0 for the same to 1 for nothing in common; nil for the best plan.
    public let distance: Double?
    /// What is in it and not in the best plan.
    public let added: [CapabilityID]
    /// What is in the best plan and not in it.
    public let dropped: [CapabilityID]
    /// What is live at least ``markedShift`` weeks earlier than in the best plan, the largest shift first.
    public let earlier: [CapabilityID]
    /// What is live at least ``markedShift`` weeks later than in the best plan, the largest shift first.
    public let later: [CapabilityID]
  }

  /// Smaller shifts, in weeks, tell no plans apart.
  public static let markedShift = 8
}
