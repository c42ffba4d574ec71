internal import BusinessModel
public import RoadmapModel

extension Planner {
  /// The problem that this planner solves, as plain data.
  public func compiledProblem(objective: Objective? = nil, inputHash: String) -> CompiledProblem {
    CompiledProblem(compiled, objective: objective ?? compiled.roadmap.objective, inputHash: inputHash)
  }
}

extension CompiledProblem {
  init(_ compiled: CompiledRoadmap, objective: Objective, inputHash: String) {
    let (roadmap, instance) = (compiled.roadmap, compiled.instance)
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
      return Team(id: team.id, capacity: row.map { Double($0) / 100 })
    }
    workInProgress = roadmap.policy.workInProgress
    budget = instance.budget.isLimited ? Budget(instance.budget) : nil
    frozenPeriods = instance.isFrozen.indices.filter { instance.isFrozen[$0] }
    activities = (0..<instance.activityCount).map { Activity($0, of: compiled) }
    targetMilestone = compiled.id(of: instance.targetMilestone)
    exclusiveGroups = instance.groups.map { group in
      ExclusiveGroup(id: group.alternative, members: group.members.map(compiled.id), needsOne: group.needsOne)
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
  init(_ activity: Int, of compiled: CompiledRoadmap) {
    let instance = compiled.instance
    let work = compiled.work[activity]
    let periods = instance.periodCount
    id = compiled.id(of: activity)
    isMilestone = instance.isMilestone[activity]
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
        atLeast: requirement.count, lag: requirement.lag, slots: requirement.slots.map { $0.map(compiled.id) }
      )
    }
    trigger = (instance.triggers[activity]?.conditions ?? []).map {
      CompiledProblem.Condition(kpi: $0.kpi, comparison: $0.comparison.rawValue, level: $0.level)
    }
    additiveValueByStart =
      instance.isMilestone[activity]
      ? [] : Array(instance.additiveValues[activity * periods..<(activity + 1) * periods])
  }
}
