public import RoadmapModel

/// What each further euro or person buys: the best plans over a range of budgets, or of sizes of a team.
///
/// A plan for less money is a plan for more, so the worth never falls from one level to the next. Its JSON form is the format `gait-frontier/1`, described by
/// `docs/schema/frontier.schema.json`.
public struct Frontier: Hashable, Sendable, Encodable {
  /// The version of the JSON form.
  public let format: String
  /// The name of the scenario.
  public let scenario: String
  /// The currency of all amounts; nil when the scenario names none.
  public let currency: String?
  /// What the plans were chosen for.
  public let objective: Objective
  /// What grows from level to level.
  public let axis: Axis
  /// The levels, from the lowest.
  public let points: [Point]
  /// The lowest level that has a plan, when levels below it have none; nil when all have one, or none has.
  public let begins: Double?
  /// The lowest level from which on more adds less than ``negligibleShare`` of the worth of the highest level; nil when every level still helps.
  public let saturation: Double?
  /// What is lost when the scenario's own level falls by ``cutShare``; nil when that is not among the levels, or one of the two has no plan.
  public let cut: Cut?
  /// The number of plans that were made.
  public let plans: Int
  /// The seed of the searches.
  public let seed: UInt64
  /// A digest of the scenario and all files that it was read from.
  public let inputHash: String

  /// Gains below this share of the worth of the highest level count as nothing.
  public static let negligibleShare = 0.001
  /// The share by which the scenario's own level is cut to see what breaks.
  public static let cutShare = 0.15
  /// The most levels.
  public static let levelLimit = 200

  /// What grows from level to level.
  public enum Axis: Hashable, Sendable {
    /// The money of all windows of the budget together, spread over them as in the scenario, in currency units.
    case budget
    /// The people of a team at the start; its later sizes change by as much.
    case team(TeamID)
  }

  /// One level.
  public struct Point: Hashable, Sendable, Encodable {
    /// The money or the people.
    public let level: Double
    /// Whether it is the level of the scenario itself.
    public let isScenario: Bool
    /// The best plan that was found; nil when none was.
    public let plan: PlanFigures?
    /// Whether it is proved that there is no plan of this level; where it is not and there is no plan, none was found.
    public let isProvedImpossible: Bool
    /// No plan of this level is better: currency units for `value` (at most) and `cost` (at least), periods for `time` (at least); nil without a plan.
    public let bound: Double?
    /// The distance from the plan to the bound, as a share of the larger of the two.
    public let gap: Double?
    /// What is in the plan and was not in that of the level before.
    public let added: [CapabilityID]
    /// What was in the plan of the level before.
    public let dropped: [CapabilityID]
    /// What starts at another time than in the plan of the level before.
    public let moved: [CapabilityID]
    /// What one unit more has added to the net present value since the level before; nil for the first level with a plan.
    public let perUnit: Double?
  }

  /// What is lost by a cut.
  public struct Cut: Hashable, Sendable, Encodable {
    /// The level after the cut.
    public let level: Double
    /// The change of the net present value.
    public let netPresentValue: Money
    /// The weeks by which the target stage is reached later; nil when one of the plans does not reach it.
    public let targetWeeks: Int?
    /// What falls out of the plan.
    public let dropped: [CapabilityID]
    /// What comes in instead.
    public let added: [CapabilityID]
    /// What is live later than before.
    public let later: [CapabilityID]
  }
}

/// The figures of a plan that analyses compare.
public struct PlanFigures: Hashable, Sendable, Encodable {
  /// The net present value.
  public let netPresentValue: Money
  /// The present value of the impact.
  public let impact: Money
  /// The one-off costs, not discounted.
  public let oneOff: Money
  /// The day on which the target stage is reached; nil when it is not.
  public let targetReached: CivilDate?
  /// The number of capabilities that are built.
  public let capabilities: Int

  init(_ plan: Plan, target: StageID) {
    netPresentValue = plan.value.npv
    impact = plan.value.impact
    oneOff = plan.capabilities.reduce(.zero) { $0 + $1.cost }
    targetReached = plan.stages.first { $0.stage == target }?.reachedOn
    capabilities = plan.capabilities.count
  }
}

extension Frontier.Axis: Encodable {
  /// Writes `budget`, or `team` and the id.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .budget: try container.encode("budget")
    case .team(let id): try container.encode("team \(id.text)")
    }
  }
}
