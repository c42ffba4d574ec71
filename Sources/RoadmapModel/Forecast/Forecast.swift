/// What a simulation says about a plan: how sure, how late, how much, and why.
///
/// All shares and probabilities are from 0 to 1, all amounts are in currency units, and all present values are those of the plan. Its JSON form is the format
/// `gait-forecast/1`, described by `docs/schema/forecast.schema.json`.
public struct Forecast: Hashable, Sendable, Codable {
  /// The version of the JSON form.
  public let format: String
  /// The name of the scenario.
  public let scenario: String
  /// The currency of all amounts; nil when the scenario names none.
  public let currency: String?
  /// How the futures were drawn.
  public let run: Run
  /// The stages of the maturity model that the company has not reached yet, up to the target, from the lowest.
  public let stages: [StageForecast]
  /// What the plan costs and brings.
  public let money: MoneyForecast
  /// How sure date, cost and value are together.
  public let joint: [JointConfidence]
  /// KPIs and cash over time.
  public let paths: [Path]
  /// The capabilities of the plan and those that a decision brought in, in the order of the plan, then of ids.
  public let capabilities: [CapabilityForecast]
  /// What the results depend on, by output in the order of ``Driver/Output``, the largest share of variance first.
  public let drivers: [Driver]
  /// What work waited for, the longest wait first.
  public let waits: [WaitShare]
  /// The declared risks, in the order of the scenario.
  public let risks: [RiskForecast]
  /// The decision points, in the order of the scenario.
  public let decisions: [DecisionForecast]
  /// A digest of the scenario and all files that it was read from.
  public let inputHash: String

  /// A forecast from its parts.
  public init(
    scenario: String, currency: String?, run: Run, stages: [StageForecast], money: MoneyForecast,
    joint: [JointConfidence], paths: [Path], capabilities: [CapabilityForecast], drivers: [Driver],
    waits: [WaitShare], risks: [RiskForecast], decisions: [DecisionForecast], inputHash: String
  ) {
    self.format = "gait-forecast/1"
    self.scenario = scenario
    self.currency = currency
    self.run = run
    self.stages = stages
    self.money = money
    self.joint = joint
    self.paths = paths
    self.capabilities = capabilities
    self.drivers = drivers
    self.waits = waits
    self.risks = risks
    self.decisions = decisions
    self.inputHash = inputHash
  }

  /// The forecast of a stage.
  public func stage(_ id: StageID) -> StageForecast? { stages.first { $0.stage == id } }

  /// The forecast of a capability.
  public func capability(_ id: CapabilityID) -> CapabilityForecast? { capabilities.first { $0.id == id } }
}

extension Forecast {
  /// How the futures were drawn.
  public struct Run: Hashable, Sendable, Codable {
    /// How the inputs of the futures are spread.
    public enum Sampling: String, Hashable, Sendable, CaseIterable, Codable {
      /// A scrambled Sobol sequence: evenly spread, so that fewer futures give the same error.
      case sobol
      /// Independent random numbers.
      case random
    }

    /// Why no more futures were drawn.
    public enum End: String, Hashable, Sendable, CaseIterable, Codable {
      /// As many as asked for were drawn.
      case trials
      /// The standard errors were small enough.
      case precision
      /// The time limit, or the user.
      case interrupted
    }

    /// The number of futures.
    public let trials: Int
    /// The seed of the random numbers.
    public let seed: UInt64
    /// How the inputs are spread.
    public let sampling: Sampling
    /// The number of independent scramblings of the sequence that standard errors come from; 1 for independent numbers.
    public let scrambles: Int
    /// How work met the futures.
    public let policy: ExecutionPolicy
    /// Why no more were drawn.
    public let end: End

    /// How the futures were drawn.
    public init(
      trials: Int, seed: UInt64, sampling: Sampling, scrambles: Int, policy: ExecutionPolicy, end: End
    ) {
      self.trials = trials
      self.seed = seed
      self.sampling = sampling
      self.scrambles = scrambles
      self.policy = policy
      self.end = end
    }
  }

  /// A stage of the maturity model.
  public struct StageForecast: Hashable, Sendable, Codable {
    /// The stage.
    public let stage: StageID
    /// The day on which the plan reaches it; nil when it does not.
    public let planned: CivilDate?
    /// When it is reached.
    public let reached: DateFigure
    /// The probability that it is reached by the planned day.
    public let byPlan: Probability?
    /// The deadline of the scenario, when the stage is the target.
    public let deadline: CivilDate?
    /// The probability that it is reached by the deadline.
    public let byDeadline: Probability?
    /// The probability that it is reached by the end of each calendar quarter.
    public let byQuarter: [DatedProbability]

    /// A stage.
    public init(
      stage: StageID, planned: CivilDate?, reached: DateFigure, byPlan: Probability?, deadline: CivilDate?,
      byDeadline: Probability?, byQuarter: [DatedProbability]
    ) {
      self.stage = stage
      self.planned = planned
      self.reached = reached
      self.byPlan = byPlan
      self.deadline = deadline
      self.byDeadline = byDeadline
      self.byQuarter = byQuarter
    }
  }

  /// The probability that something has happened by a day.
  public struct DatedProbability: Hashable, Sendable, Codable {
    /// The last day that counts.
    public let date: CivilDate
    /// The probability.
    public let probability: Double
    /// Its standard error.
    public let standardError: Double

    /// A probability by a day.
    public init(date: CivilDate, probability: Double, standardError: Double) {
      self.date = date
      self.probability = probability
      self.standardError = standardError
    }
  }

  /// What the plan costs and brings.
  public struct MoneyForecast: Hashable, Sendable, Codable {
    /// What the plan promises; nil when the forecast belongs to no plan.
    public let planned: PlannedMoney?
    /// The net present value.
    public let npv: Figure
    /// The present value of the additional profit.
    public let impact: Figure
    /// The present value of one-off and running costs, with what risks cost.
    public let cost: Figure
    /// The one-off costs, not discounted, with what risks and mitigations cost.
    public let oneOffCost: Figure
    /// The first day from which on all that was spent has come back, not discounted.
    public let payback: DateFigure
    /// The probability that the net present value is below zero.
    public let loss: Probability
    /// The mean net present value of the worst tenth of the futures.
    public let worstTenth: Double
    /// The most money that was out at once, not discounted: what somebody has to lend.
    public let deepestCash: Figure

    /// What the plan costs and brings.
    public init(
      planned: PlannedMoney?, npv: Figure, impact: Figure, cost: Figure, oneOffCost: Figure,
      payback: DateFigure, loss: Probability, worstTenth: Double, deepestCash: Figure
    ) {
      self.planned = planned
      self.npv = npv
      self.impact = impact
      self.cost = cost
      self.oneOffCost = oneOffCost
      self.payback = payback
      self.loss = loss
      self.worstTenth = worstTenth
      self.deepestCash = deepestCash
    }
  }

  /// What a plan promises, for comparison.
  public struct PlannedMoney: Hashable, Sendable, Codable {
    /// The net present value.
    public let npv: Double
    /// The present value of the additional profit.
    public let impact: Double
    /// The present value of one-off and running costs.
    public let cost: Double
    /// The one-off costs, not discounted.
    public let oneOffCost: Double

    /// What a plan promises.
    public init(npv: Double, impact: Double, cost: Double, oneOffCost: Double) {
      self.npv = npv
      self.impact = impact
      self.cost = cost
      self.oneOffCost = oneOffCost
    }
  }

  /// How sure a date, a cost and a value are, each by itself and all three together.
  public struct JointConfidence: Hashable, Sendable, Codable {
    /// Where date, cost and value come from.
    public enum Basis: String, Hashable, Sendable, CaseIterable, Codable {
      /// What the plan says.
      case plan
      /// The deadline of the scenario, with the cost of the plan and a value of at least zero.
      case scenario
      /// What can be promised together with 80 % confidence: quantiles of equal level.
      case confident
    }

    /// Where date, cost and value come from.
    public let basis: Basis
    /// The target stage.
    public let stage: StageID
    /// The last day on which the stage is reached.
    public let by: CivilDate
    /// The most that one-off costs come to, not discounted.
    public let oneOffCost: Double
    /// The least that the net present value is.
    public let npv: Double
    /// The probability of the date alone.
    public let date: Probability
    /// The probability of the cost alone.
    public let cost: Probability
    /// The probability of the value alone.
    public let value: Probability
    /// The probability of all three together.
    public let all: Probability

    /// How sure date, cost and value are.
    public init(
      basis: Basis, stage: StageID, by: CivilDate, oneOffCost: Double, npv: Double, date: Probability,
      cost: Probability, value: Probability, all: Probability
    ) {
      self.basis = basis
      self.stage = stage
      self.by = by
      self.oneOffCost = oneOffCost
      self.npv = npv
      self.date = date
      self.cost = cost
      self.value = value
      self.all = all
    }
  }
}
