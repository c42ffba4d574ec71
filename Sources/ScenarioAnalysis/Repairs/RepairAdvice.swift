public import RoadmapModel

/// Why a scenario has no plan, as the smallest set of rules that clash, and what would give it one.
///
/// Its JSON form is the format `gait-repairs/1`, described by `docs/schema/repairs.schema.json`.
public struct RepairAdvice: Hashable, Sendable, Encodable {
  /// The version of the JSON form.
  public let format: String
  /// The name of the scenario.
  public let scenario: String
  /// The currency of all amounts; nil when the scenario names none.
  public let currency: String?
  /// What stands in the way, rule by rule, as the planner says it.
  public let reasons: [Infeasibility.Reason]
  /// Rules that clash: with all of them there is no plan even when all other rules are lifted, and without any one of them there is.
  ///
  /// It is empty when there is no plan with all of them lifted.
  public let clash: [Rule]
  /// Whether it is proved that the rules clash; otherwise the search found no plan that keeps them.
  public let isProved: Bool
  /// What would give the scenario a plan, each planned and audited; those with the fewest changes first, then by the value of their plans.
  public let repairs: [Repair]
  /// The number of plans that were tried.
  public let plans: Int
  /// The seed of the searches.
  public let seed: UInt64
  /// A digest of the scenario and all files that it was read from.
  public let inputHash: String

  /// A rule of a scenario.
  public struct Rule: Hashable, Sendable, Encodable {
    /// The kinds of rules that can be lifted.
    public enum Kind: String, Hashable, Sendable, Encodable, CaseIterable {
      /// Capabilities that must not be in the plan.
      case excluded
      /// A day before which work does not start.
      case notBefore
      /// A capability that has to be in the plan.
      case forced
      /// A start that is pinned.
      case pin
      /// A day by which a capability has to be live.
      case liveBy
      /// Days on which nothing may go live.
      case freeze
      /// Work on a stage waits for those below.
      case stageGates
      /// The most capabilities in work at once.
      case workInProgress
      /// The end of the calendar.
      case horizon
      /// The money.
      case budget
      /// The people of a team.
      case team
      /// The day by which the target has to be reached.
      case deadline
      /// The stage that has to be reached.
      case target
    }

    /// The kind of rule.
    public let kind: Kind
    /// The capability, the team or the stage in question; nil when the kind says it all.
    public let subject: String?
    /// The rule in words.
    public let text: String
  }

  /// Changes that together give a scenario a plan.
  public struct Repair: Hashable, Sendable, Encodable {
    /// The changes, none of which can be left out, and each no larger than it has to be.
    public let changes: [ScenarioChange]
    /// The same in words.
    public let text: String
    /// The net present value of the plan.
    public let netPresentValue: Money
    /// The day on which the plan reaches the target stage of the scenario; nil when the repair lowers the target.
    public let targetReached: CivilDate?
  }
}
