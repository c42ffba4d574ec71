public import BusinessModel
public import RoadmapModel

/// The compiled planning problem as plain data, so that any other solver can be run on exactly the same work.
///
/// Its JSON form is the format `gait-problem/1`, explained in `docs/compiled-problem.md` and described by `docs/schema/problem.schema.json`. Periods are
/// counted from 0; people are full-time persons; money is in currency units.
public struct CompiledProblem: Sendable, Codable {
  /// The version of the JSON form.
  public let format: String
  /// The name of the scenario.
  public let scenario: String
  /// A digest of the scenario and all files that it was read from.
  public let inputHash: String
  /// What a plan is chosen for.
  public let objective: Objective
  /// The weights of impact and cost in the value.
  public let impactWeight: Double
  /// The weight of the present value of the cost.
  public let costWeight: Double
  /// The first day of period 0.
  public let start: CivilDate
  /// The days of a period.
  public let daysPerPeriod: Int
  /// The number of periods.
  public let periodCount: Int
  /// What a currency unit in each period is worth in period 0.
  public let discountFactors: [Double]
  /// The teams.
  public let teams: [Team]
  /// The most activities in work at once; nil for no limit.
  public let workInProgress: Int?
  /// The limits on one-off costs; nil for no limit.
  public let budget: Budget?
  /// The periods in which nothing may go live, of `0...periodCount`.
  public let frozenPeriods: [Int]
  /// Capabilities, then one milestone for each stage.
  public let activities: [Activity]
  /// The milestone whose start is the objective `time`.
  public let targetMilestone: String
  /// Sets of activities of which at most one may be planned.
  public let exclusiveGroups: [ExclusiveGroup]
  /// The shop, for the value of effects; nil when there are only additive values.
  public let shop: CompiledShop?

  /// A team.
  public struct Team: Sendable, Codable {
    /// Its id.
    public let id: TeamID
    /// Its people in each period.
    public let capacity: [Double]

    /// One from its parts.
    public init(id: TeamID, capacity: [Double]) {
      self.id = id
      self.capacity = capacity
    }
  }

  /// The limits on one-off costs.
  public struct Budget: Sendable, Codable {
    /// Whether the limit of a segment holds for all costs up to its end, instead of for those in it.
    public let carriesOver: Bool
    /// The segments, in the order of time.
    public let segments: [Segment]
    /// The periods in which nothing may be spent.
    public let closedPeriods: [Int]

    /// One from its parts.
    public init(carriesOver: Bool, segments: [Segment], closedPeriods: [Int]) {
      self.carriesOver = carriesOver
      self.segments = segments
      self.closedPeriods = closedPeriods
    }
  }

  /// Periods with a common limit on one-off costs.
  public struct Segment: Sendable, Codable {
    /// The periods.
    public let periods: [Int]
    /// The limit, in currency units.
    public let limit: Double

    /// One from its parts.
    public init(periods: [Int], limit: Double) {
      self.periods = periods
      self.limit = limit
    }
  }

  /// A capability that may be planned, or the milestone of a stage.
  public struct Activity: Sendable, Codable {
    /// The id of the capability, or `stage:` and the id of the stage.
    public let id: String
    /// Whether it is a milestone: no work, no cost, exempt from freezes, starts when its requirements are met.
    public let isMilestone: Bool
    /// Whether every plan has it.
    public let isRequired: Bool
    /// The periods of work.
    public let duration: Int
    /// The people needed in every period of work.
    public let needs: [Need]
    /// The one-off cost of each period of work.
    public let costs: [Double]
    /// The running cost of each period once live.
    public let runningCost: Double
    /// The one-off cost and twelve months of running cost.
    public let firstYearCost: Double
    /// The earliest start that time alone allows.
    public let earliestStart: Int
    /// The latest start that keeps all deadlines.
    public let latestStart: Int
    /// The start that is settled beforehand.
    public let fixedStart: Int?
    /// What must be live before the start; all of these.
    public let requirements: [Requirement]
    /// The levels of KPIs that must have been reached before the start; all of these.
    public let trigger: [Condition]
    /// The weighted present value of benefits, scores and costs, by start; effects on the shop come on top of it.
    public let additiveValueByStart: [Double]

    /// One from its parts.
    public init(
      id: String, isMilestone: Bool, isRequired: Bool, duration: Int, needs: [Need], costs: [Double],
      runningCost: Double, firstYearCost: Double, earliestStart: Int, latestStart: Int,
      fixedStart: Int? = nil, requirements: [Requirement], trigger: [Condition],
      additiveValueByStart: [Double]
    ) {
      self.id = id
      self.isMilestone = isMilestone
      self.isRequired = isRequired
      self.duration = duration
      self.needs = needs
      self.costs = costs
      self.runningCost = runningCost
      self.firstYearCost = firstYearCost
      self.earliestStart = earliestStart
      self.latestStart = latestStart
      self.fixedStart = fixedStart
      self.requirements = requirements
      self.trigger = trigger
      self.additiveValueByStart = additiveValueByStart
    }
  }

  /// People of a team.
  public struct Need: Sendable, Codable {
    /// The team.
    public let team: TeamID
    /// The people.
    public let people: Double

    /// One from its parts.
    public init(team: TeamID, people: Double) {
      self.team = team
      self.people = people
    }
  }

  /// At least so many slots must be filled, each by one live activity.
  public struct Requirement: Sendable, Codable {
    /// How many slots.
    public let atLeast: Int
    /// The periods that must have passed since.
    public let lag: Int
    /// For each slot the activities that fill it.
    public let slots: [[String]]

    /// One from its parts.
    public init(atLeast: Int, lag: Int, slots: [[String]]) {
      self.atLeast = atLeast
      self.lag = lag
      self.slots = slots
    }
  }

  /// A level of a KPI; flows, churn and reorder rate are per month.
  public struct Condition: Sendable, Codable {
    /// The KPI.
    public let kpi: KPI
    /// `>=` or `<=`.
    public let comparison: String
    /// The level.
    public let level: Double

    /// One from its parts.
    public init(kpi: KPI, comparison: String, level: Double) {
      self.kpi = kpi
      self.comparison = comparison
      self.level = level
    }
  }

  /// A set of activities of which at most one may be planned.
  public struct ExclusiveGroup: Sendable, Codable {
    /// The alternative.
    public let id: AlternativeID
    /// Its activities.
    public let members: [String]
    /// Whether one has to be planned.
    public let needsOne: Bool

    /// One from its parts.
    public init(id: AlternativeID, members: [String], needsOne: Bool) {
      self.id = id
      self.members = members
      self.needsOne = needsOne
    }
  }

  /// A problem from its parts.
  public init(
    scenario: String, inputHash: String, objective: Objective, impactWeight: Double, costWeight: Double,
    start: CivilDate, daysPerPeriod: Int, periodCount: Int, discountFactors: [Double], teams: [Team],
    workInProgress: Int? = nil, budget: Budget? = nil, frozenPeriods: [Int], activities: [Activity],
    targetMilestone: String, exclusiveGroups: [ExclusiveGroup], shop: CompiledShop? = nil
  ) {
    self.format = "gait-problem/1"
    self.scenario = scenario
    self.inputHash = inputHash
    self.objective = objective
    self.impactWeight = impactWeight
    self.costWeight = costWeight
    self.start = start
    self.daysPerPeriod = daysPerPeriod
    self.periodCount = periodCount
    self.discountFactors = discountFactors
    self.teams = teams
    self.workInProgress = workInProgress
    self.budget = budget
    self.frozenPeriods = frozenPeriods
    self.activities = activities
    self.targetMilestone = targetMilestone
    self.exclusiveGroups = exclusiveGroups
    self.shop = shop
  }
}
