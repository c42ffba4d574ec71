internal import RoadmapModel

/// Searches and bounds an instance: the part of planning that knows numbers only.
///
/// For the value, the steps are: a first bound, whose relaxation says what to build and in which order; the search, which starts from that;
/// and the bound once more, tight where the best plan is.
struct InstanceSolver {
  let instance: Instance
  let objective: Objective
  let parameters: PlannerParameters

  /// The best schedule that was found, and the limit of all.
  struct Answer {
    var list: ActivityList
    var result: Evaluator.Result
    var bound: Bound
    /// What people and money are worth by the bound; nil for other objectives than the value.
    var prices: (resources: [[Double]], budget: [Double])?
    var wasCutShort: Bool
  }

  /// The share of the cuts that come before the search.
  private static let firstShare = 0.3

  /// Searches until the work is done, time is up or the signal is raised.
  func solve(
    signal: StopSignal, onProgress: @escaping @Sendable (PlanningProgress) -> Void
  ) async -> Answer {
    let rule = StoppingRule(
      schedules: parameters.schedules ?? parameters.effort.schedules,
      deadline: parameters.timeLimit.map { ContinuousClock.now.advanced(by: .seconds($0)) }, signal: signal)
    let nothing = InitialLists(
      instance: instance, relaxedStarts: [Double?](repeating: nil, count: instance.activityCount))
    var evaluator = Evaluator(instance, objective: .value)
    let plain = evaluator.evaluate(nothing.lists()[2])
    guard var bound = ValueBound(instance, touching: plain.starts) else {
      preconditionFailure("an instance without contradictions has a relaxation")
    }
    let cuts = objective == .value ? parameters.cuts ?? parameters.effort.cuts : 1
    let first = max(1, Int(Double(cuts) * Self.firstShare))
    bound.tighten(cuts: first, target: Double(plain.netPresentValue), until: rule)
    let lists = InitialLists(instance: instance, relaxedStarts: bound.relaxedStarts).lists()
    let search = ChainSearch(
      instance: instance, objective: objective, seed: parameters.seed, threads: parameters.threads,
      rule: rule, onProgress: onProgress)
    let best = await search.best(from: lists)
    var answer = Answer(
      list: best.list, result: best.result, bound: CriticalPathBound(instance: instance).bound(),
      wasCutShort: best.wasCutShort)
    switch objective {
    case .time: break
    case .cost: answer.bound = CheapestSelectionBound(instance: instance).bound()
    case .value:
      if best.result.fitness.violation == 0 { bound.touch(best.result.starts) }
      bound.tighten(cuts: cuts - first, target: Double(best.result.netPresentValue), until: rule)
      answer.bound = bound.bound
      answer.prices = bound.prices()
      answer.wasCutShort = answer.wasCutShort || rule.endsEarly()
    }
    return answer
  }
}
