/// What tells one plan from another: what was added, dropped, moved and re-costed, and what that does to stages and money.
///
/// Plans are compared by the ids of capabilities and by days, so they may come from scenarios with different calendars.
public struct PlanDifference: Hashable, Sendable {
  /// How a capability differs.
  public enum Change: String, Hashable, Sendable, Codable, CaseIterable {
    /// It is in the newer plan only.
    case added
    /// It is in the older plan only.
    case dropped
    /// It starts or is live on another day.
    case moved
    /// It has the same days and another cost.
    case recosted
    /// It has the same days and the same cost.
    case unchanged
  }

  /// A capability that is in one of the plans, or in both.
  public struct Entry: Hashable, Sendable {
    /// The capability.
    public let id: CapabilityID
    /// What the older plan says; nil when it is not in that.
    public let before: Plan.PlannedCapability?
    /// What the newer plan says; nil when it is not in that.
    public let after: Plan.PlannedCapability?

    /// How it differs.
    public var change: Change {
      guard let before else { return .added }
      guard let after else { return .dropped }
      if before.start != after.start || before.finish != after.finish { return .moved }
      return before.cost == after.cost ? .unchanged : .recosted
    }

    /// The days by which it is live later than before, negative for earlier; nil when it is in one plan only.
    public var finishShift: Int? {
      guard let before, let after else { return nil }
      return before.finish.distance(to: after.finish)
    }

    /// What its one-off cost grew by; what is not built costs nothing.
    public var costChange: Money { (after?.cost ?? .zero) - (before?.cost ?? .zero) }
  }

  /// A stage that one of the plans reaches, or both.
  public struct StageEntry: Hashable, Sendable {
    /// The stage.
    public let stage: StageID
    /// When the older plan reaches it; nil when it does not.
    public let before: CivilDate?
    /// When the newer plan reaches it; nil when it does not.
    public let after: CivilDate?
  }

  /// The older plan.
  public let before: Plan
  /// The newer plan.
  public let after: Plan
  /// The capabilities of both plans: in the order of the newer one, then what was dropped, in the order of the older one.
  public let entries: [Entry]
  /// The stages of both plans, in the order of the newer one, then those that only the older one reaches.
  public let stages: [StageEntry]

  /// Compares two plans.
  ///
  /// - Complexity: linear in the sizes of the plans.
  public init(from before: Plan, to after: Plan) {
    let old = Dictionary(before.capabilities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let new = Dictionary(after.capabilities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.before = before
    self.after = after
    entries =
      after.capabilities.map { Entry(id: $0.id, before: old[$0.id], after: $0) }
      + before.capabilities.filter { new[$0.id] == nil }.map { Entry(id: $0.id, before: $0, after: nil) }
    let reached = { (plan: Plan, stage: StageID) in plan.stages.first { $0.stage == stage }?.reachedOn }
    let names = after.stages.map(\.stage)
    stages = (names + before.stages.map(\.stage).filter { !names.contains($0) }).map { stage in
      StageEntry(stage: stage, before: reached(before, stage), after: reached(after, stage))
    }
  }

  /// The capabilities that differ in one way.
  public func entries(_ change: Change) -> [Entry] { entries.filter { $0.change == change } }
}
