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
  }

  /// The limits on one-off costs.
  public struct Budget: Sendable, Codable {
    /// Whether the limit of a segment holds for all costs up to its end, instead of for those in it.
    public let carriesOver: Bool
    /// The segments, in the order of time.
    public let segments: [Segment]
    /// The periods in which nothing may be spent.
    public let closedPeriods: [Int]
  }

  /// Periods with a common limit on one-off costs.
  public struct Segment: Sendable, Codable {
    /// The periods.
    public let periods: [Int]
    /// The limit, in currency units.
    public let limit: Double
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
  }

  /// People of a team.
  public struct Need: Sendable, Codable {
    /// The team.
    public let team: TeamID
    /// The people.
    public let people: Double
  }

  /// At least so many slots must be filled, each by one live activity.
  public struct Requirement: Sendable, Codable {
    /// How many slots.
    public let atLeast: Int
    /// The periods that must have passed since.
    public let lag: Int
    /// For each slot the activities that fill it.
    public let slots: [[String]]
  }

  /// A level of a KPI; flows, churn and reorder rate are per month.
  public struct Condition: Sendable, Codable {
    /// The KPI.
    public let kpi: KPI
    /// `>=` or `<=`.
    public let comparison: String
    /// The level.
    public let level: Double
  }

  /// A set of activities of which at most one may be planned.
  public struct ExclusiveGroup: Sendable, Codable {
    /// The alternative.
    public let id: AlternativeID
    /// Its activities.
    public let members: [String]
    /// Whether one has to be planned.
    public let needsOne: Bool
  }
}

extension Planner {
  /// The problem that this planner solves, as plain data.
  public func compiledProblem(objective: Objective? = nil, inputHash: String) -> CompiledProblem {
    CompiledProblem(instance, objective: objective ?? instance.roadmap.objective, inputHash: inputHash)
  }
}

extension CompiledProblem {
  init(_ instance: Instance, objective: Objective, inputHash: String) {
    let roadmap = instance.roadmap
    format = "gait-problem/1"
    scenario = roadmap.name.english
    self.inputHash = inputHash
    self.objective = objective
    impactWeight = roadmap.weights.impact
    costWeight = roadmap.weights.cost
    start = roadmap.calendar.start
    daysPerPeriod = PlanningCalendar.daysPerPeriod
    periodCount = instance.periodCount
    discountFactors = instance.shop.discountFactors
    teams = roadmap.teams.enumerated().map { index, team in
      let row = instance.resources.capacity[index * instance.periodCount..<(index + 1) * instance.periodCount]
      return Team(id: team.id, capacity: row.map { People(hundredths: $0).count })
    }
    workInProgress = roadmap.policy.workInProgress
    budget = instance.budget.isLimited ? Budget(instance.budget) : nil
    frozenPeriods = instance.isFrozen.indices.filter { instance.isFrozen[$0] }
    activities = (0..<instance.activityCount).map { Activity($0, of: instance) }
    targetMilestone = instance.id(of: instance.targetMilestone)
    exclusiveGroups = instance.groups.map { group in
      ExclusiveGroup(id: group.alternative, members: group.members.map(instance.id), needsOne: group.needsOne)
    }
    shop = instance.shop.compiled(for: roadmap)
  }
}

extension CompiledProblem.Budget {
  init(_ table: BudgetTable) {
    carriesOver = table.carriesOver
    segments = table.limits.indices.map { index in
      CompiledProblem.Segment(
        periods: table.segment.indices.filter { table.segment[$0] == index },
        limit: Money(cents: table.limits[index]).units)
    }
    closedPeriods = table.segment.indices.filter { table.segment[$0] == nil }
  }
}

extension CompiledProblem.Activity {
  init(_ activity: Int, of instance: Instance) {
    let work = instance.work[activity]
    let periods = instance.periodCount
    id = instance.id(of: activity)
    isMilestone = instance.isMilestone(activity)
    isRequired = instance.isRequired[activity]
    duration = instance.duration[activity]
    needs = (work?.needs ?? []).map { CompiledProblem.Need(team: $0.team, people: $0.people.count) }
    costs = (work?.costByWeek ?? []).map(\.units)
    runningCost = (work?.runningCostPerMonth ?? 0) / PlanningCalendar.periodsPerMonth
    firstYearCost = Money(cents: instance.firstYearCost[activity]).units
    earliestStart = instance.earliest[activity]
    latestStart = instance.latest[activity]
    fixedStart = instance.fixedStart[activity]
    requirements = instance.requirements[instance.requirementRanges[activity]].map { requirement in
      CompiledProblem.Requirement(
        atLeast: requirement.count, lag: requirement.lag, slots: requirement.slots.map { $0.map(instance.id) }
      )
    }
    trigger = (instance.triggers[activity]?.conditions ?? []).map {
      CompiledProblem.Condition(kpi: $0.kpi, comparison: $0.comparison.rawValue, level: $0.level)
    }
    additiveValueByStart =
      instance.isMilestone(activity)
      ? [] : Array(instance.additiveValue[activity * periods..<(activity + 1) * periods])
  }
}

extension Instance {
  /// The name of an activity for other programs.
  func id(of activity: Int) -> String {
    switch subjects[activity] {
    case .capability(let position): roadmap.capabilities[position].id.text
    case .milestone(let rank): "stage:\(roadmap.maturity.stages[rank].id.text)"
    }
  }
}
