/// A staged roadmap: what is built when, what it costs and brings, and how far from the best possible it can be.
///
/// Its JSON form is the format `gait-plan/1`, described by `docs/schema/plan.schema.json`.
public struct Plan: Hashable, Sendable, Codable {
  /// What is known about the plan.
  public enum Status: String, Hashable, Sendable, Codable {
    /// It is proved to be best.
    case optimal
    /// It keeps every rule; ``Value/gap`` says how far from the best it can be.
    case feasible
  }

  /// The version of the JSON form.
  public let format: String
  /// The name of the scenario.
  public let scenario: String
  /// The currency of all amounts; nil when the scenario names none.
  public let currency: String?
  /// What is known about the plan.
  public let status: Status
  /// What the plan was chosen for.
  public let objective: Objective
  /// What it is worth.
  public let value: Value
  /// The stages that it reaches, from the lowest.
  public let stages: [ReachedStage]
  /// What is built, in the order of starts, then ids.
  public let capabilities: [PlannedCapability]
  /// What is not built and could have been, in the order of the scenario.
  public let notPlanned: [LeftOutCapability]
  /// The windows of the budget.
  public let budget: [BudgetUse]
  /// The money of every calendar quarter, not discounted.
  public let quarters: [QuarterMoney]
  /// The load of the teams.
  public let teams: [TeamUse]
  /// The seed of the search.
  public let seed: UInt64
  /// The amount of search.
  public let effort: String
  /// Whether a time limit or the user ended the search early, so that another run may give another plan.
  public let wasCutShort: Bool
  /// A digest of the scenario and all files that it was read from.
  public let inputHash: String

  /// A plan from its parts.
  public init(
    scenario: String, currency: String?, status: Status, objective: Objective, value: Value,
    stages: [ReachedStage], capabilities: [PlannedCapability], notPlanned: [LeftOutCapability],
    budget: [BudgetUse], quarters: [QuarterMoney], teams: [TeamUse], seed: UInt64, effort: String,
    wasCutShort: Bool = false, inputHash: String
  ) {
    self.format = "gait-plan/1"
    self.scenario = scenario
    self.currency = currency
    self.status = status
    self.objective = objective
    self.value = value
    self.stages = stages
    self.capabilities = capabilities
    self.notPlanned = notPlanned
    self.budget = budget
    self.quarters = quarters
    self.teams = teams
    self.seed = seed
    self.effort = effort
    self.wasCutShort = wasCutShort
    self.inputHash = inputHash
  }

  /// The entry of a capability that is built.
  public func planned(_ id: CapabilityID) -> PlannedCapability? {
    capabilities.first { $0.id == id }
  }
}

extension Plan {
  /// What a plan is worth, and the proof of how good it is.
  public struct Value: Hashable, Sendable, Codable {
    /// The net present value: weighted present value of the impact and the scores minus that of the cost.
    ///
    /// With weights of 1, it is impact plus scores minus cost to the cent.
    public let npv: Money
    /// The present value of the additional profit.
    public let impact: Money
    /// The present value of what the scores of chosen alternatives count for: a judgement of the scenario's author, and no profit.
    public let scores: Money
    /// The present value of one-off and running costs.
    public let cost: Money
    /// The first-year cost of ownership: all one-off costs and twelve months of running cost, not discounted.
    public let firstYearCost: Money
    /// The limit of the objective, in its unit: currency units, or periods for `time`.
    public let bound: Double
    /// The distance to the limit, as a share of the larger of the two sizes; 0 means proved best.
    public let gap: Double
    /// How the limit was proved.
    public let proof: String
    /// What the proof left out of account.
    public let relaxed: [String]

    /// A worth and its proof.
    public init(
      npv: Money, impact: Money, scores: Money, cost: Money, firstYearCost: Money, bound: Bound, gap: Double
    ) {
      self.npv = npv
      self.impact = impact
      self.scores = scores
      self.cost = cost
      self.firstYearCost = firstYearCost
      self.bound = bound.limit
      self.gap = gap
      self.proof = bound.method.rawValue
      self.relaxed = bound.relaxed
    }
  }

  /// A stage that is reached.
  public struct ReachedStage: Hashable, Sendable, Codable {
    /// The stage.
    public let stage: StageID
    /// The first day on which all its demands are live.
    public let reachedOn: CivilDate
    /// The period that begins on that day.
    public let period: Period

    /// A stage reached in a period.
    public init(stage: StageID, reachedOn: CivilDate, period: Period) {
      self.stage = stage
      self.reachedOn = reachedOn
      self.period = period
    }
  }

  /// A capability that is built.
  public struct PlannedCapability: Hashable, Sendable, Codable {
    /// The capability.
    public let id: CapabilityID
    /// The first period of work.
    public let startPeriod: Period
    /// The first period in which it is live.
    public let finishPeriod: Period
    /// The first day of work.
    public let start: CivilDate
    /// The first day on which it is live.
    public let finish: CivilDate
    /// The one-off cost.
    public let cost: Money
    /// What the plan would lose without it and without everything that needs it.
    public let worth: Money
    /// Whether a later go-live would delay the highest stage that the plan reaches.
    public let isCritical: Bool
    /// Why it does not start earlier.
    public let waitsFor: Wait
    /// Why it is in the plan and starts when it does, in one line.
    public let because: String

    /// A capability that is built.
    public init(
      id: CapabilityID, startPeriod: Period, finishPeriod: Period, start: CivilDate, finish: CivilDate,
      cost: Money, worth: Money, isCritical: Bool, waitsFor: Wait, because: String
    ) {
      self.id = id
      self.startPeriod = startPeriod
      self.finishPeriod = finishPeriod
      self.start = start
      self.finish = finish
      self.cost = cost
      self.worth = worth
      self.isCritical = isCritical
      self.waitsFor = waitsFor
      self.because = because
    }
  }

  /// Why a capability does not start a week earlier than it does.
  public struct Wait: Hashable, Sendable, Codable {
    /// The kinds of things to wait for.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
      /// Nothing: it starts with the calendar.
      case nothing
      /// It was in work already.
      case inProgress
      /// The start was pinned.
      case pin
      /// It was not to start before a day.
      case notBefore
      /// A prerequisite is not live long enough.
      case prerequisite
      /// The stages below have not been reached.
      case stageGate
      /// A KPI has not reached its level.
      case trigger
      /// A team has no people to spare.
      case team
      /// The budget has no money to spare.
      case budget
      /// Too many capabilities are in work.
      case workInProgress
      /// It would go live in a freeze window.
      case freeze
      /// An earlier start would be worth less.
      case lowerValue
    }

    /// What it waits for.
    public let kind: Kind
    /// The capability, team, stage or KPI in question.
    public let subject: String?

    /// Something to wait for.
    public init(_ kind: Kind, subject: String? = nil) {
      self.kind = kind
      self.subject = subject
    }
  }

  /// A capability that is not built.
  public struct LeftOutCapability: Hashable, Sendable, Codable {
    /// The capability.
    public let id: CapabilityID
    /// Why it is not built, in one line.
    public let because: String

    /// A capability that is not built.
    public init(id: CapabilityID, because: String) {
      self.id = id
      self.because = because
    }
  }

  /// The use of one window of the budget.
  public struct BudgetUse: Hashable, Sendable, Codable {
    /// The first day of the window.
    public let from: CivilDate
    /// The last day of the window.
    public let through: CivilDate
    /// The new money, and what was carried over.
    public let available: Money
    /// The one-off costs of the window.
    public let spent: Money
    /// What one currency unit more in the window would add to the value, by the prices of the bound; nil when there are none.
    public let price: Double?

    /// The use of a window.
    public init(from: CivilDate, through: CivilDate, available: Money, spent: Money, price: Double? = nil) {
      self.from = from
      self.through = through
      self.available = available
      self.spent = spent
      self.price = price
    }
  }

  /// The money of a calendar quarter, not discounted.
  public struct QuarterMoney: Hashable, Sendable, Codable {
    /// The first day of the quarter within the calendar.
    public let from: CivilDate
    /// The last day of the quarter within the calendar.
    public let through: CivilDate
    /// The one-off costs of the weeks that begin in the quarter.
    public let oneOff: Money
    /// The running costs of what the plan has put live.
    public let running: Money
    /// The additional profit, without what scores count for.
    public let impact: Money

    /// The money of a quarter.
    public init(from: CivilDate, through: CivilDate, oneOff: Money, running: Money, impact: Money) {
      self.from = from
      self.through = through
      self.oneOff = oneOff
      self.running = running
      self.impact = impact
    }
  }

  /// The load of a team.
  public struct TeamUse: Hashable, Sendable, Codable {
    /// The team.
    public let id: TeamID
    /// The share of its capacity that is used until the last work of the plan ends.
    ///
    /// People needed over people there, both summed over the periods before the latest finish of anything that takes time; 0 when
    /// nobody is there.
    public let utilisation: Double
    /// What any number of people more can add to the value at most: no plan for the scenario without the limits of the team is worth more; nil when there is no such limit.
    public let mostGain: Money?
    /// What one more person seems to add to the value at most, quarter by quarter, by the prices of the bound; nil when there are none.
    public let prices: [TeamPrice]?

    /// The load of a team.
    public init(id: TeamID, utilisation: Double, mostGain: Money? = nil, prices: [TeamPrice]? = nil) {
      self.id = id
      self.utilisation = utilisation
      self.mostGain = mostGain
      self.prices = prices
    }
  }

  /// What one more person in a team would be worth for one quarter, at most.
  ///
  /// It is a price of the bound: what the limit of all plans rises by for a little more capacity, in proportion, and never more than what any number of people could add. A plan may
  /// gain less or nothing; what it does gain, `gait explain` plans.
  public struct TeamPrice: Hashable, Sendable, Codable {
    /// The first day of the quarter within the calendar.
    public let from: CivilDate
    /// The last day of the quarter within the calendar.
    public let through: CivilDate
    /// The worth of one more person from the first day to the last.
    public let worth: Money

    /// What one more person would be worth for a quarter.
    public init(from: CivilDate, through: CivilDate, worth: Money) {
      self.from = from
      self.through = through
      self.worth = worth
    }
  }
}

/// Why a roadmap has no plan.
public struct Infeasibility: Hashable, Sendable, Error {
  /// The demands that cannot be met, most basic first; each says which rules stand in the way.
  public let reasons: [Reason]
  /// Whether it is proved that there is no plan; otherwise the search found none.
  public let isProved: Bool

  /// Reasons, and whether they are a proof.
  public init(reasons: [Reason], isProved: Bool) {
    self.reasons = reasons
    self.isProved = isProved
  }

  /// A demand that cannot be met.
  public struct Reason: Hashable, Sendable, Codable {
    /// The stable name of the kind of reason, such as `deadline-too-early`.
    public let id: String
    /// What cannot be met, and why.
    public let message: String
    /// What would help.
    public let advice: String?

    /// A demand that cannot be met.
    public init(id: String, message: String, advice: String? = nil) {
      self.id = id
      self.message = message
      self.advice = advice
    }
  }
}
