internal import BusinessModel
internal import RoadmapModel

extension ProblemCompiler {
  /// The largest number that a problem may contain; sums then stay exact.
  private static let largest = 1e12

  /// Collects all mistakes.
  mutating func check() {
    let periods = problem.periodCount
    expect((1...10_000).contains(periods), "periodCount is not between 1 and 10000")
    expect(problem.discountFactors.count == periods, "there is not one discount factor for each period")
    expect(
      problem.discountFactors.allSatisfy { $0.magnitude < Self.largest },
      "a discount factor is no sensible number")
    expect(!problem.activities.isEmpty, "there are no activities")
    expect(
      problem.activities.first { $0.id == problem.targetMilestone }?.isMilestone == true,
      "targetMilestone '\(problem.targetMilestone)' is not a milestone")
    expect(problem.frozenPeriods.allSatisfy { 0...periods ~= $0 }, "a frozen period is outside the calendar")
    expect(problem.workInProgress ?? 1 >= 1, "workInProgress is below 1")
    expect(
      problem.impactWeight >= 0 && problem.impactWeight < Self.largest,
      "impactWeight is not a sensible number")
    if mistakes.isEmpty {
      checkTeamsAndBudget()
      var seen: Set<String> = []
      for activity in problem.activities {
        expect(seen.insert(activity.id).inserted, "the id '\(activity.id)' occurs twice")
        check(activity)
      }
      checkGroupsAndShop(seen)
    }
  }

  private mutating func checkTeamsAndBudget() {
    let periods = problem.periodCount
    for team in problem.teams {
      expect(team.capacity.count == periods, "team '\(team.id)' has not one capacity for each period")
      expect(team.capacity.allSatisfy(Self.isAmount), "team '\(team.id)' has a capacity that is no amount")
    }
    guard let budget = problem.budget else { return }
    let listed = budget.segments.flatMap(\.periods)
    expect(listed.allSatisfy { 0..<periods ~= $0 }, "a segment of the budget is outside the calendar")
    expect(listed == listed.sorted(), "the segments of the budget are not in the order of time")
    expect(Set(listed).count == listed.count, "two segments of the budget share a period")
    expect(budget.segments.allSatisfy { Self.isAmount($0.limit) }, "a limit of the budget is no amount")
    expect(
      Set(budget.closedPeriods) == Set(0..<periods).subtracting(listed),
      "closedPeriods are not what the segments of the budget leave out")
  }

  private mutating func check(_ activity: CompiledProblem.Activity) {
    let periods = problem.periodCount
    let name = "'\(activity.id)'"
    expect(0...periods ~= activity.duration, "\(name) has a duration outside the calendar")
    expect(activity.earliestStart >= 0, "\(name) has an earliestStart below 0")
    expect(
      activity.costs.count <= max(1, activity.duration) && activity.costs.allSatisfy(Self.isAmount),
      "\(name) has costs outside its work, or that are no amounts")
    expect(activity.firstYearCost.magnitude < Self.largest, "\(name) has a first-year cost that is no amount")
    if let start = activity.fixedStart {
      expect(
        start >= 0 && start + activity.duration <= periods && start < periods,
        "\(name) has a fixedStart outside the calendar")
    }
    if activity.isMilestone {
      expect(
        activity.duration == 0 && activity.needs.isEmpty && activity.costs.isEmpty
          && activity.trigger.isEmpty,
        "\(name) is a milestone and has work, cost or a trigger")
    } else {
      expect(
        activity.additiveValueByStart.count == periods
          && activity.additiveValueByStart.allSatisfy { $0.magnitude < Self.largest },
        "\(name) has not one value for each start")
    }
    for need in activity.needs {
      expect(problem.teams.contains { $0.id == need.team }, "\(name) needs the unknown team '\(need.team)'")
      expect(Self.isAmount(need.people), "\(name) needs a number of people that is no amount")
    }
    for requirement in activity.requirements {
      expect(
        requirement.atLeast >= 1 && requirement.atLeast <= requirement.slots.count
          && requirement.slots.allSatisfy { !$0.isEmpty }, "\(name) has a requirement that nothing can meet")
      expect(
        requirement.lag >= -activity.duration && requirement.lag <= periods,
        "\(name) has a lag below minus its duration, or beyond the calendar")
      for member in requirement.slots.flatMap(\.self) {
        expect(isKnown(member), "\(name) requires the unknown activity '\(member)'")
      }
    }
    for condition in activity.trigger {
      expect(
        TriggerCondition.Comparison(rawValue: condition.comparison) != nil,
        "\(name) has a trigger with the comparison '\(condition.comparison)'")
      expect(problem.shop != nil, "\(name) has a trigger, but there is no shop")
    }
  }

  private mutating func checkGroupsAndShop(_ ids: Set<String>) {
    for group in problem.exclusiveGroups {
      expect(!group.members.isEmpty, "the group '\(group.id)' is empty")
      for member in group.members {
        expect(ids.contains(member), "the group '\(group.id)' has the unknown member '\(member)'")
      }
    }
    guard let shop = problem.shop else { return }
    for kpi in KPI.levers {
      let values = shop.levers.first { $0.kpi == kpi }?.values
      expect(
        values?.count == problem.periodCount && values?.allSatisfy(\.isFinite) == true,
        "the shop has not one value of \(kpi.rawValue) for each period")
    }
    for bundle in shop.bundles {
      expect(KPI.levers.contains(bundle.kpi), "a bundle changes \(bundle.kpi.rawValue), which is no lever")
      expect(
        (bundle.effects.map(\.size) + [bundle.offset, bundle.slope]).allSatisfy {
          $0.magnitude < Self.largest
        },
        "a bundle of \(bundle.kpi.rawValue) has numbers that are none")
    }
  }

  private static func isAmount(_ number: Double) -> Bool { number >= 0 && number < largest }
}
