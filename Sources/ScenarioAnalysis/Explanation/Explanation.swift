public import RoadmapModel

/// A plan with its explanation.
public struct ExplainedPlan: Hashable, Sendable {
  /// The explanation.
  public let explanation: Explanation
  /// The plan that it is about: the one that the analysis began with, or a better one that the questions have led to.
  public let plan: Plan
  /// The plans that the answers were found with, so that each answer can be held against them; in no order that means anything, some of them more than once.
  public let plans: [Plan]
}

/// Why each capability of a scenario is where it is in the plan, and what would move it.
///
/// Everything in it that says "would" has been planned: the answer is a plan of the changed scenario, by the same search with the same effort. Its JSON form is the
/// format `gait-explanation/1`, described by `docs/schema/explanation.schema.json`.
public struct Explanation: Hashable, Sendable, Encodable {
  /// The version of the JSON form.
  public let format: String
  /// The name of the scenario.
  public let scenario: String
  /// The currency of all amounts; nil when the scenario names none.
  public let currency: String?
  /// What the plan was chosen for.
  public let objective: Objective
  /// What the plan that is explained is worth.
  public let netPresentValue: Money
  /// The day on which the plan reaches the target stage; nil when it does not.
  public let targetReached: CivilDate?
  /// By how much the plan that is explained is worth more than the one that the analysis began with, because asking about it brought a better one to light.
  public let improvement: Money
  /// What more people and more money would bring, in all quarters together and then in each; those in which they bring nothing that was found are left out.
  ///
  /// It is empty where capabilities were asked about, and where the plan was not chosen for its value.
  public let gains: [Gains]
  /// The capabilities of the plan in the order of starts, then those that are left out; or those that were asked about.
  public let capabilities: [CapabilityExplanation]
  /// The capabilities that were asked about and that no plan decides about.
  public let settled: [SettledCapability]
  /// The number of plans that were made to find all this out.
  public let plans: Int
  /// The schedules that each of these plans may have built, but for those that were searched for longer.
  public let schedulesPerPlan: Int
  /// The number of these plans that were searched for longer, because the first answer was a gain, a large loss or no plan, or is about a capability that was named.
  public let longerPlans: Int
  /// The schedules that each of those may have built.
  public let schedulesPerLongerPlan: Int
  /// The seed of the searches.
  public let seed: UInt64
  /// A digest of the scenario and all files that it was read from.
  public let inputHash: String

  /// The entry of a capability.
  public func capability(_ id: CapabilityID) -> CapabilityExplanation? { capabilities.first { $0.id == id } }
}

extension Explanation {
  /// What more means would bring in a calendar quarter, or in all of them.
  ///
  /// Each gain is that of a plan that was found with more, so that a longer search can only find a larger one.
  public struct Gains: Hashable, Sendable, Encodable {
    /// The first day of the quarter, or of the calendar.
    public let from: CivilDate
    /// The last day of the quarter, or of the calendar.
    public let through: CivilDate
    /// Whether there is more in all quarters, and not in one.
    public let isLasting: Bool
    /// What one more person brings, by teams; those in which it brings nothing are left out.
    public let people: [TeamGain]
    /// What more money brings; nil when it brings nothing.
    public let money: MoneyGain?
  }

  /// What one more person in a team would bring.
  public struct TeamGain: Hashable, Sendable, Encodable {
    /// The team.
    public let team: TeamID
    /// What the plan is worth more, at least; the person is not paid for, since scenarios have no pay.
    public let gain: Money
  }

  /// What more money would bring.
  public struct MoneyGain: Hashable, Sendable, Encodable {
    /// The money: a tenth of the windows of the budget that begin in the quarter.
    public let more: Money
    /// What the plan is worth more, at least, after what is spent.
    public let gain: Money
  }

  /// Why a capability is where it is.
  public struct CapabilityExplanation: Hashable, Sendable, Encodable {
    /// The capability.
    public let id: CapabilityID
    /// The first day of work; nil when it is not planned.
    public let start: CivilDate?
    /// The first day on which it is live; nil when it is not planned.
    public let finish: CivilDate?
    /// Why it is in the plan and where it is, or why it is left out, in one line.
    public let because: String
    /// What it waits for, what that waits for, and so on to the root; empty for what is not planned.
    public let chain: [ChainLink]
    /// What is lost by starting later, from plans with that; nothing where the start cannot be later or is settled.
    public let delays: [Delay]
    /// For what is left out: what it costs to have it in the plan; nil when no plan with it was found, or when it is planned.
    public let inclusion: Consequence?
    /// For what is left out: why there is no plan with it; nil when there is one, when it is planned, or when something live stands in its place.
    public let obstacle: Obstacle?
    /// What would let it start earlier, or come into the plan; empty when that was not asked for.
    public let ways: [Way]
    /// How far its numbers may be off before it moves; empty when that was not asked for.
    public let stability: [StabilityRange]
  }

  /// A link of the chain of waits.
  public struct ChainLink: Hashable, Sendable, Encodable {
    /// The capability that waits.
    public let id: CapabilityID
    /// What it waits for.
    public let wait: Plan.Wait
    /// The same in words; empty when it is in work already.
    public let text: String
    /// The capabilities that hold what it waits for, or that it waits for.
    public let holders: [CapabilityID]
  }

  /// What a change of the plan leads to, compared with the plan that is explained.
  public struct Consequence: Hashable, Sendable, Encodable {
    /// The change of the net present value, at least: a longer search may find a larger gain or a smaller loss.
    public let netPresentValue: Money
    /// The weeks by which the target stage is reached later, negative for earlier; nil when one of the plans does not reach it.
    public let targetWeeks: Int?
  }

  /// What is lost by starting later.
  public struct Delay: Hashable, Sendable, Encodable {
    /// The weeks by which the start is put off at least.
    public let weeks: Int
    /// What that leads to; nil when there is no plan with it.
    public let consequence: Consequence?
    /// Why there is no plan with it; nil when there is one.
    public let obstacle: Obstacle?
    /// Whether the best plan with it leaves the capability out.
    public let leaves: Bool
  }

  /// Why there is no plan with a change.
  public struct Obstacle: Hashable, Sendable, Encodable {
    /// The first thing that stands in the way.
    public let text: String
    /// Whether it is proved that there is no plan; otherwise the search found none.
    public let isProved: Bool
  }

  /// Something that lets a capability start earlier, or come into the plan.
  public struct Way: Hashable, Sendable, Encodable {
    /// What would have to change.
    public let change: ScenarioChange
    /// The same in words.
    public let text: String
    /// The first day of work then.
    public let start: CivilDate
    /// What else that leads to.
    public let consequence: Consequence
  }

  /// How far one number of a capability may be off before the capability moves.
  ///
  /// `holds` and `fails` are values that were planned with: at the one the capability is where it is, at the other it is not.
  public struct StabilityRange: Hashable, Sendable, Encodable {
    /// The numbers that are varied.
    public enum Quantity: String, Hashable, Sendable, Encodable, CaseIterable {
      /// The one-off cost.
      case cost
      /// The weeks of work.
      case duration
      /// The benefit and the effects that help, all together.
      case effect
    }

    /// What happens to a capability at the end of its range.
    public enum Event: String, Hashable, Sendable, Encodable, CaseIterable {
      /// It starts earlier.
      case movesEarlier
      /// It starts later.
      case movesLater
      /// It leaves the plan.
      case leaves
      /// It comes into the plan.
      case enters
      /// It is proved that there is no plan any more.
      case noPlan
      /// No plan was found any more, which proves nothing.
      case noneFound
    }

    /// One end of a range.
    public struct End: Hashable, Sendable, Encodable {
      /// The last value at which the capability is where it is.
      public let holds: Double
      /// The first value at which it is not; nil when none was found as far as was looked.
      public let fails: Double?
      /// What happens there.
      public let event: Event?
    }

    /// The number that is varied.
    public let quantity: Quantity
    /// What planning takes for it: currency units, weeks, or 1 for the effect as stated.
    public let planned: Double
    /// Whether the number is of what is left of a capability that is partly there or in work.
    public let isOfWhatIsLeft: Bool
    /// Where the capability starts to move when the number is smaller.
    public let lower: End
    /// Where the capability starts to move when the number is larger.
    public let upper: End
    /// Where the capability leaves the plan or enters it when the number is smaller; nil when that is the same end, or does not happen.
    public let lowerLeaves: End?
    /// Where the capability leaves the plan or enters it when the number is larger; nil when that is the same end, or does not happen.
    public let upperLeaves: End?
  }
}
