public import Planning
public import RoadmapModel

/// How the readers and the generator put problems together; the one place that knows the initialisers of ``CompiledProblem``.
extension CompiledProblem {
  /// A problem without a shop, triggers or closed periods, in whole weeks.
  ///
  /// - Parameters:
  ///   - scenario: the name of the instance; with `origin` it is what the input hash says.
  ///   - origin: what made the instance, such as `psplib`.
  ///   - discountFactors: what a currency unit in each period is worth; one for each period.
  ///   - activities: all activities; the target milestone is the last of them.
  public init(
    scenario: String, origin: String, objective: Objective, discountFactors: [Double],
    teams: [Team], budget: Budget? = nil, frozenPeriods: [Int] = [], activities: [Activity],
    exclusiveGroups: [ExclusiveGroup] = []
  ) {
    self.init(
      scenario: scenario, inputHash: "\(origin):\(scenario)", objective: objective,
      impactWeight: 1, costWeight: 1, start: Self.firstDay, daysPerPeriod: 7,
      periodCount: discountFactors.count, discountFactors: discountFactors, teams: teams,
      workInProgress: nil, budget: budget, frozenPeriods: frozenPeriods, activities: activities,
      targetMilestone: activities.last?.id ?? "", exclusiveGroups: exclusiveGroups, shop: nil)
  }

  /// The day on which all instances begin: Monday 2029-01-01.
  static var firstDay: CivilDate { CivilDate(dayNumber: 21_550) }
}

extension CompiledProblem.Activity {
  /// The milestone that is the target of an instance.
  public static func target(
    requirements: [CompiledProblem.Requirement] = [], earliestStart: Int = 0, latestStart: Int
  ) -> CompiledProblem.Activity {
    CompiledProblem.Activity(
      id: "stage:target", isMilestone: true, isRequired: true, duration: 0, needs: [], costs: [],
      runningCost: 0,
      firstYearCost: 0, earliestStart: earliestStart, latestStart: latestStart, fixedStart: nil,
      requirements: requirements, trigger: [], additiveValueByStart: [])
  }

  /// An activity without running costs.
  static func work(
    id: String, isRequired: Bool, duration: Int, needs: [CompiledProblem.Need] = [], cost: Double = 0,
    window: ClosedRange<Int>, requirements: [CompiledProblem.Requirement], valueByStart: [Double]
  ) -> CompiledProblem.Activity {
    CompiledProblem.Activity(
      id: id, isMilestone: false, isRequired: isRequired, duration: duration, needs: needs,
      costs: cost == 0 ? [] : [cost], runningCost: 0, firstYearCost: cost, earliestStart: window.lowerBound,
      latestStart: window.upperBound, fixedStart: nil, requirements: requirements, trigger: [],
      additiveValueByStart: valueByStart)
  }
}

extension CompiledProblem.Requirement {
  /// The requirement that one activity is live.
  static func of(_ activity: String, lag: Int = 0) -> CompiledProblem.Requirement {
    CompiledProblem.Requirement(atLeast: 1, lag: lag, slots: [[activity]])
  }
}
