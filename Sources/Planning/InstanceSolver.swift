internal import RoadmapModel

/// Searches and bounds an instance: the part of planning that knows numbers only.
struct InstanceSolver {
  let instance: Instance
  let objective: Objective
  let parameters: PlannerParameters

  /// The best schedule that was found, and the limit of all.
  struct Answer {
    var list: ActivityList
    var result: Evaluator.Result
    var bound: Bound
    var wasCutShort: Bool
  }

  /// Searches until the work is done, time is up or the signal is raised.
  func solve(
    signal: StopSignal, onProgress: @escaping @Sendable (PlanningProgress) -> Void
  ) async -> Answer {
    let rule = StoppingRule(
      schedules: parameters.schedules ?? parameters.effort.schedules,
      deadline: parameters.timeLimit.map { ContinuousClock.now.advanced(by: .seconds($0)) }, signal: signal)
    let relaxation = relaxation()
    let lists = InitialLists(instance: instance, relaxedStarts: relaxation.starts).lists()
    let search = ChainSearch(
      instance: instance, objective: objective, seed: parameters.seed, threads: parameters.threads,
      rule: rule, onProgress: onProgress)
    let best = await search.best(from: lists)
    return Answer(
      list: best.list, result: best.result, bound: bound(best.result, relaxation),
      wasCutShort: best.wasCutShort)
  }

  /// The relaxation without people and money, from the schedule of the plainest list.
  private func relaxation() -> ClosureBound.Solution {
    let plain = InitialLists(
      instance: instance, relaxedStarts: [Int?](repeating: nil, count: instance.activityCount))
    var evaluator = Evaluator(instance, objective: .value)
    let starts = evaluator.evaluate(plain.lists()[2]).starts
    guard let solution = ClosureBound(instance: instance).solve(touching: starts) else {
      preconditionFailure("an instance without contradictions has a relaxation")
    }
    return solution
  }

  private func bound(_ best: Evaluator.Result, _ relaxation: ClosureBound.Solution) -> Bound {
    switch objective {
    case .time: return CriticalPathBound(instance: instance).bound()
    case .cost: return CheapestSelectionBound(instance: instance).bound()
    case .value:
      var tightest = relaxation
      if let touching = ClosureBound(instance: instance).solve(touching: best.starts),
        touching.limit < tightest.limit
      {
        tightest = touching
      }
      return Bound(
        limit: Money(cents: tightest.limit).units, method: .minimumCut, relaxed: tightest.relaxed)
    }
  }
}
