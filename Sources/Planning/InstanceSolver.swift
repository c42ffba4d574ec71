internal import BusinessModel
internal import RoadmapModel

/// Searches and bounds an instance: the part of planning that knows numbers only.
struct InstanceSolver {
  let instance: Instance
  let objective: Objective
  let parameters: PlannerParameters
  /// Lists to start from beside those of the relaxation.
  var startingLists: [ActivityList] = []

  /// The best schedule that was found, and the limit of all.
  struct Answer {
    var list: ActivityList
    var result: Evaluator.Result
    var bound: Bound
    /// What people and money are worth by the bound; nil for other objectives than the value.
    var prices: ScarcityPrices?
    var wasCutShort: Bool
  }

  /// The share of the cuts that come before the search.
  private static let firstShare = 0.3
  /// The share of the schedules that go to the project of the target before the search for a whole plan.
  private static let projectShare = 0.2

  /// The share of the failures that the search of parts of a schedule may take.
  private static let partsShare = 0.5

  /// Searches until the work is done, time is up or the signal is raised.
  func solve(
    signal: StopSignal, onProgress: @escaping @Sendable (PlanningProgress) -> Void
  ) async -> Answer {
    let rule = StoppingRule(
      schedules: parameters.schedules ?? parameters.effort.schedules,
      deadline: parameters.timeLimit.map { ContinuousClock.now.advanced(by: .seconds($0)) }, signal: signal)
    switch objective {
    case .value: return await largestValue(rule, onProgress)
    case .time: return await shortestTime(rule, onProgress)
    case .cost:
      let best = await search(from: relaxation(until: rule).lists, rule, onProgress)
      return Answer(
        list: best.list, result: best.result, bound: CheapestSelectionBound(instance: instance).bound(),
        wasCutShort: best.wasCutShort)
    }
  }

  private func search(
    from lists: [ActivityList], _ rule: StoppingRule,
    _ onProgress: @escaping @Sendable (PlanningProgress) -> Void
  ) async -> Annealing.Outcome {
    await ChainSearch(
      instance: instance, objective: objective, seed: parameters.seed, threads: parameters.threads,
      rule: rule, onProgress: onProgress
    ).best(from: startingLists + lists)
  }

  // MARK: Value

  /// A first bound, whose relaxation says what to build and in which order; the search, which starts from that; and the bound
  /// drawn tighter.
  private func largestValue(
    _ rule: StoppingRule, _ onProgress: @escaping @Sendable (PlanningProgress) -> Void
  ) async -> Answer {
    let cuts = parameters.cuts ?? parameters.effort.cuts
    let first = max(1, Int(Double(cuts) * Self.firstShare))
    var (bound, lists) = relaxation(cuts: first, until: rule)
    var best = await search(from: lists, rule, onProgress)
    bound.tighten(cuts: cuts - first, target: Double(best.result.netPresentValue), until: rule)
    let limit = prove(&best, &bound, rule)
    return Answer(
      list: best.list, result: best.result, bound: limit, prices: bound.prices(),
      wasCutShort: best.wasCutShort || rule.endsEarly())
  }

  /// Searches completely, as far as the failures go, for more than the best schedule is worth; the limit that holds then.
  private func prove(
    _ best: inout Annealing.Outcome, _ bound: inout ValueBound, _ rule: StoppingRule
  ) -> Bound {
    let starts = best.result.fitness.violation == 0 ? best.result.starts : nil
    guard var proof = bound.proof(from: starts) else { return bound.bound }
    let failures = parameters.effort.failures(
      activityCount: instance.activityCount, hasEffects: instance.shop.hasEffects)
    proof.run(
      failures: parameters.nodes ?? failures, parts: Self.partsShare, seed: parameters.seed, until: rule)
    if let starts = proof.result.starts, let state = ScheduleState(instance, starts: starts) {
      var evaluator = Evaluator(instance, objective: .value)
      let list = state.list(of: state.starts)
      let result = evaluator.evaluate(list)
      if best.result.fitness < result.fitness { (best.list, best.result) = (list, result) }
    }
    guard proof.result.isProved, proof.result.value == best.result.netPresentValue else { return bound.bound }
    return Bound(
      limit: Money(cents: proof.result.value).units, method: .completeSearch, relaxed: [])
  }

  /// The relaxation from the schedule of the plainest list, and the lists that it suggests.
  private func relaxation(cuts: Int = 1, until rule: StoppingRule) -> (
    bound: ValueBound, lists: [ActivityList]
  ) {
    let nothing = InitialLists(
      instance: instance, relaxedStarts: [Double?](repeating: nil, count: instance.activityCount))
    var evaluator = Evaluator(instance, objective: .value)
    let plain = evaluator.evaluate(nothing.lists()[2])
    guard var bound = ValueBound(instance, touching: plain.starts) else {
      preconditionFailure("an instance without contradictions has a relaxation")
    }
    bound.tighten(cuts: cuts, target: Double(plain.netPresentValue), until: rule)
    return (bound, InitialLists(instance: instance, relaxedStarts: bound.relaxedStarts).lists())
  }

  // MARK: Time

  /// The project of the target is searched and bounded first; where the plan has more to it, the search goes on from there.
  private func shortestTime(
    _ rule: StoppingRule, _ onProgress: @escaping @Sendable (PlanningProgress) -> Void
  ) async -> Answer {
    let critical = CriticalPathBound(instance: instance).bound()
    guard let project = MakespanProject(instance) else {
      let best = await search(from: relaxation(until: rule).lists, rule, onProgress)
      return Answer(list: best.list, result: best.result, bound: critical, wasCutShort: best.wasCutShort)
    }
    let share = project.isWhole ? 1 : Self.projectShare
    let proof = await prove(project, schedules: Int(Double(rule.schedules) * share), rule)
    let list = project.list(of: proof.best, instance)
    var evaluator = Evaluator(instance, objective: .time)
    var best = Annealing.Outcome(list: list, result: evaluator.evaluate(list), wasCutShort: rule.endsEarly())
    if !project.isWhole {
      let rest = StoppingRule(
        schedules: Int(Double(rule.schedules) * (1 - share)), deadline: rule.deadline, signal: rule.signal)
      let lists = relaxation(until: rule).lists
      best = await search(from: [list] + lists.dropLast(), rest, onProgress)
    }
    for start in startingLists {
      let result = evaluator.evaluate(start)
      if best.result.fitness < result.fitness { (best.list, best.result) = (start, result) }
    }
    let bound =
      Double(proof.lowerBound) > critical.limit
      ? Bound(limit: Double(proof.lowerBound), method: .refutation, relaxed: project.relaxed(instance))
      : critical
    return Answer(list: best.list, result: best.result, bound: bound, wasCutShort: best.wasCutShort)
  }

  private func prove(
    _ project: MakespanProject, schedules: Int, _ rule: StoppingRule
  ) async -> MakespanProof.Result {
    let limit = MakespanBounds(project.problem).lowerBound(upTo: project.problem.periodCount)
    let search = MakespanSearch(project.problem, seed: parameters.seed, lowerBound: limit)
    let schedule = await search.run(
      schedules: max(1, schedules), threads: parameters.threads, stop: { rule.endsEarly() })
    return MakespanProof(project.problem, lowerBound: limit).run(
      upper: schedule, nodeLimit: parameters.nodes ?? parameters.effort.nodes, stop: { rule.endsEarly() })
  }
}
