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

  /// The share of the schedules that go to the project of the target before the search for a whole plan.
  private static let projectShare = 0.2

  /// Searches until the work is done, time is up or the signal is raised.
  func solve(
    signal: StopSignal, onProgress: @escaping @Sendable (PlanningProgress) -> Void
  ) async -> Answer {
    let rule = StoppingRule(
      schedules: schedules,
      deadline: parameters.timeLimit.map { ContinuousClock.now.advanced(by: .seconds($0)) }, signal: signal)
    let knapsack = objective == .value ? KnapsackInstance(instance) : nil
    let board = ProgressBoard(
      objective, total: objective == .value ? work(withSelection: knapsack != nil) : schedules,
      onProgress: onProgress)
    switch objective {
    case .value: return await largestValue(knapsack, rule, board)
    case .time: return await shortestTime(rule, board)
    case .cost:
      let bound = CheapestSelectionBound(instance: instance).bound()
      board.proved(bound)
      let best = await search(from: relaxation(until: rule).lists, rule, board)
      return Answer(list: best.list, result: best.result, bound: bound, wasCutShort: best.wasCutShort)
    }
  }

  /// The schedules to build.
  var schedules: Int { parameters.schedules ?? usualSchedules }
  /// The schedules that the effort stands for.
  var usualSchedules: Int {
    // Of all objectives only the value depends on effects.
    parameters.effort.schedules(hasEffects: objective == .value && instance.shop.hasEffects)
  }

  /// Searches over lists, from these and the starting lists.
  ///
  /// - Parameters:
  ///   - beams: lists that beams have found, the best first.
  ///   - charges: what the prices of the relaxation charge each start, in currency units, where there are some.
  func search(
    from lists: [ActivityList], beams: [ActivityList] = [], charges: [Double] = [], _ rule: StoppingRule,
    _ board: ProgressBoard
  ) async -> Annealing.Outcome {
    await ChainSearch(
      instance: instance, objective: objective, seed: parameters.seed, threads: parameters.threads,
      rule: rule, board: board, guides: parameters.guides, charges: charges
    ).best(from: startingLists + lists, beams: beams)
  }

  // MARK: Time

  /// The project of the target is searched and bounded first; where the plan has more to it, the search goes on from there.
  private func shortestTime(_ rule: StoppingRule, _ board: ProgressBoard) async -> Answer {
    let critical = CriticalPathBound(instance: instance).bound()
    board.proved(critical)
    guard let project = MakespanProject(instance) else {
      let best = await search(from: relaxation(until: rule).lists, rule, board)
      return Answer(list: best.list, result: best.result, bound: critical, wasCutShort: best.wasCutShort)
    }
    let share = project.isWhole ? 1 : Self.projectShare
    let proof = await prove(project, schedules: Int(Double(rule.schedules) * share), rule)
    board.add(Int(Double(rule.schedules) * share))
    let list = project.list(of: proof.best, instance)
    var evaluator = Evaluator(instance, objective: .time)
    var best = Annealing.Outcome(list: list, result: evaluator.evaluate(list), wasCutShort: rule.endsEarly())
    board.found(best.result)
    if !project.isWhole {
      let rest = StoppingRule(
        schedules: Int(Double(rule.schedules) * (1 - share)), deadline: rule.deadline, signal: rule.signal)
      let lists = relaxation(until: rule).lists
      best = await search(from: [list] + lists.dropLast(), rest, board)
    }
    for start in startingLists {
      let result = evaluator.evaluate(start)
      if best.result.fitness < result.fitness { (best.list, best.result) = (start, result) }
    }
    let bound =
      Double(proof.lowerBound) > critical.limit
      ? Bound(limit: Double(proof.lowerBound), method: .refutation, relaxed: project.relaxed(instance))
      : critical
    board.proved(bound)
    board.found(best.result)
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
