public import RoadmapModel

/// Several scenarios side by side: what each is worth and how sure that is, on the same futures, with a verdict that follows from the numbers.
///
/// Its JSON form is the format `gait-comparison/1`, described by `docs/schema/comparison.schema.json`.
public struct Comparison: Hashable, Sendable, Encodable {
  /// The version of the JSON form.
  public let format: String
  /// The currency of all amounts; nil when the scenarios name none.
  public let currency: String?
  /// The scenarios, in the order in which they were given.
  public let scenarios: [Entry]
  /// Each pair of scenarios, future by future.
  public let pairs: [Pair]
  /// The worth of each plan when things are otherwise than the scenarios say.
  public let regrets: RegretTable
  /// What moves, is added and is dropped, from the plan of the first scenario to that of each other.
  public let differences: [Difference]
  /// What the numbers say.
  public let verdict: Verdict
  /// The number of futures of each scenario.
  public let trials: Int
  /// The seed of the searches and of the futures.
  public let seed: UInt64

  /// One scenario.
  public struct Entry: Hashable, Sendable, Encodable {
    /// Its name.
    public let name: String
    /// What its plan says.
    public let planned: Money
    /// No plan of it is worth more.
    public let bound: Double
    /// The net present value over the futures.
    public let netPresentValue: Spread
    /// The share of the futures in which it is below zero.
    public let lossProbability: Double
    /// The internal rate of return of the plan, in a year; nil when the money that comes in never makes up for what goes out, or nothing goes out first.
    public let internalRateOfReturn: Double?
    /// The first day from which on all that was spent has come back, not discounted, in half of the futures; nil when that is not within the calendar.
    public let payback: CivilDate?
    /// The one-off and running costs of the plan until the end of the calendar, not discounted.
    public let totalSpend: Money
    /// The most money that is out at once, in the mean of the futures.
    public let peakSpend: Double
    /// The day of the target stage in the plan; nil when it is not reached.
    public let target: CivilDate?
    /// The day by which the target is reached in half of the futures; nil when it is not.
    public let targetP50: CivilDate?
    /// The day by which the target is reached in four of five futures; nil when it is not.
    public let targetP80: CivilDate?
    /// The share of the futures in which the day, the one-off cost and the value of the plan all hold.
    public let jointConfidence: Double
    /// The load of the teams by the plan.
    public let utilisation: [TeamLoad]
    /// A digest of the scenario and all files that it was read from.
    public let inputHash: String
  }

  /// The load of a team.
  public struct TeamLoad: Hashable, Sendable, Encodable {
    /// The team.
    public let team: TeamID
    /// The share of its capacity that the plan uses.
    public let utilisation: Double
  }

  /// How a number is spread over the futures.
  public struct Spread: Hashable, Sendable, Encodable {
    /// The mean.
    public let mean: Double
    /// The standard error of the mean.
    public let standardError: Double
    /// One in ten futures is at or below.
    public let p10: Double
    /// Half of the futures are at or below.
    public let p50: Double
    /// Nine in ten futures are at or below.
    public let p90: Double
  }

  /// Two scenarios, future by future.
  public struct Pair: Hashable, Sendable, Encodable {
    /// How much better the first one is for certain.
    public enum Dominance: String, Hashable, Sendable, Encodable, CaseIterable {
      /// In every future that was drawn.
      case everyFuture
      /// At every level of confidence: whoever wants more money takes it (first-order stochastic dominance).
      case everyLevel
      /// For whoever wants more money and avoids risk (second-order stochastic dominance).
      case riskAverse
    }

    /// The number of the scenario with the larger mean value.
    public let better: Int
    /// The number of the other scenario.
    public let worse: Int
    /// The mean difference of their net present values.
    public let difference: Double
    /// The lower end of its confidence interval of 95 %.
    public let low: Double
    /// The upper end of its confidence interval of 95 %.
    public let high: Double
    /// The share of the futures in which the better one is worth more.
    public let wins: Double
    /// Whether the better one dominates the other; nil when it does not.
    public let dominance: Dominance?
    /// The mean number of weeks by which the better one reaches the target later, over the futures in which both do; nil when that is never so.
    public let targetWeeks: Double?
  }

  /// What plans are worth in the mean when things are otherwise than their scenarios say.
  public struct RegretTable: Hashable, Sendable, Encodable {
    /// What may be otherwise; first comes nothing.
    public let futures: [Future]
    /// The largest regret of each scenario.
    public let largest: [Money]
    /// The scenario with the smallest of these.
    public let least: Int
    /// The number of futures in which each scenario is simulated when something is otherwise: the first ones of the comparison.
    public let trials: Int

    /// One thing that is otherwise.
    public struct Future: Hashable, Sendable, Encodable {
      /// What is otherwise.
      public let changes: [ScenarioChange]
      /// The same in words.
      public let text: String
      /// The mean net present value of each plan then.
      public let values: [Money]
      /// By how much that is less than the best one's.
      public let regrets: [Money]
      /// Whether each plan, carried out by the estimates, then keeps all rules of its scenario, such as its deadlines.
      public let keepsRules: [Bool]
      /// The scenario with the largest mean.
      public let best: Int
    }
  }

  /// What tells the plan of a scenario from that of the first.
  public struct Difference: Hashable, Sendable, Encodable {
    /// The number of the scenario.
    public let scenario: Int
    /// What is in its plan and not in the first.
    public let added: [CapabilityID]
    /// What is in the plan of the first and not in its own.
    public let dropped: [CapabilityID]
    /// What is live earlier, the largest shift first.
    public let earlier: [Shift]
    /// What is live later, the largest shift first.
    public let later: [Shift]
    /// What is built at the same time for another cost.
    public let recosted: [CapabilityID]
  }

  /// A capability that is live at another time.
  public struct Shift: Hashable, Sendable, Encodable {
    /// The capability.
    public let id: CapabilityID
    /// The days by which it is live later; negative for earlier.
    public let days: Int
  }

  /// What the numbers say.
  public struct Verdict: Hashable, Sendable, Encodable {
    /// The scenario with the largest mean value.
    public let best: Int
    /// Whether it is better than each other one with 95 % confidence.
    public let isClear: Bool
    /// The share of all effects below which another scenario has a larger mean; nil when that is so for none, or the best one is not clearly best.
    public let weakerEffects: Double?
    /// The share of all effects above which another scenario has a larger mean; nil when that is so for none, or the best one is not clearly best.
    public let strongerEffects: Double?
    /// The scenario whose plan is worth most by itself, when everything comes as estimated.
    public let bestPlanned: Int
    /// The scenario that is worth most in a bad future: the one with the largest tenth percentile.
    public let bestInBadFutures: Int
    /// The same in words.
    public let text: String
  }
}
