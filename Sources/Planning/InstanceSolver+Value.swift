internal import BusinessModel
internal import RoadmapModel

/// The objective `value`.
extension InstanceSolver {
  /// The share of the cuts that come before the search: more where effects compound, since its envelopes have to be bent before prices mean much.
  private var firstShare: Double { instance.shop.hasEffects ? 0.5 : 0.3 }
  /// The shares of the time that is left which the first cuts, beams and the search may take when there is a time limit, and the failures that are worth leaving time for where nothing compounds.
  private static let firstTimeShare = 0.15
  private static let beamTimeShare = 0.3
  private static let fewFailures = 500
  /// Of few activities the proof has most of the time, since it may reach the end.
  private var searchShare: Double { instance.activityCount <= 100 ? 0.4 : 0.75 }
  /// The share of the time after the search which exchanges may take when there is a time limit; branches have the rest.
  ///
  /// The limit of few activities is drawn tighter by branches than by complete searches; of many, the search of parts still finds better plans.
  private var exchangeShare: Double { instance.activityCount <= 100 ? 0.3 : 0.9 }
  /// How often what was found is exchanged between the search of parts and the proof, when there is one.
  private var exchanges: Int { parameters.tightensLimit ? 2 : 1 }

  /// A first bound, whose relaxation says what to build and in which order; the best selection, where one limit is all that couples activities; the search, which
  /// starts from these; and then, side by side, the search of parts of the best schedule and the proof that draws the limit tighter; at the end branches of the bound, by all threads.
  ///
  /// - Parameter knapsack: the instance as a selection under one limit; nil when it is of another kind.
  func largestValue(
    _ knapsack: KnapsackInstance?, _ rule: StoppingRule, _ board: ProgressBoard
  ) async -> Answer {
    let first = max(1, Int(Double(cuts) * firstShare))
    var (bound, lists) = relaxation(cuts: first, until: rule.sharing(Self.firstTimeShare))
    board.add(first * ProgressBoard.schedulesPerCut)
    board.proved(bound.bound)
    let selection = knapsack.flatMap { bestSelection($0, rule, board) }
    if let selection, selection.isProved {
      return Answer(
        list: selection.list, result: selection.result, bound: selection.limit,
        prices: bound.prices(until: rule),
        wasCutShort: rule.endsEarly())
    }
    // Where effects compound, the limit gains by more cuts even if a complete search could do next to nothing.
    let hasProof = instance.shop.hasEffects || failures() >= Self.fewFailures
    let searching = hasProof ? rule.sharing(searchShare) : rule
    // Where effects compound, prices are those of one linearisation, which the search soon leaves.
    let charges = instance.shop.hasEffects || rule.endsEarly() ? [] : bound.charges()
    let beams = await beamLists(&bound, searching, board)
    var best = await search(
      from: (selection.map { [$0.list] } ?? []) + lists, beams: beams, charges: charges, searching, board)
    var limit = bound.bound
    if let selection, selection.limit.limit < limit.limit { limit = selection.limit }
    let exchanging = parameters.tightensLimit && splits > 0 ? rule.sharing(exchangeShare) : rule
    for exchange in 0..<exchanges {
      let known = Known(
        starts: best.result.fitness.violation == 0 ? best.result.starts : nil, limit: limit, bound: bound)
      let isDone = StopSignal(under: rule.signal)
      let parts = { @Sendable in
        improve(known, seed: parameters.seed &+ UInt64(exchange), exchanging.obeying(isDone), board)
      }
      let proof = { @Sendable in
        guard parameters.tightensLimit else { return Proof(bound: known.bound, limit: known.limit) }
        let proof = prove(known, cuts: exchange == 0 ? cuts - first : 0, exchanging, board)
        if proof.isComplete { isDone.raise() }
        return proof
      }
      let (improved, proved): (ValueProof.Result?, Proof)
      if parameters.threads > 1 {
        async let other = parts()
        proved = proof()
        improved = await other
      } else {
        proved = proof()
        improved = parts()
      }
      (bound, limit) = (proved.bound, proved.limit)
      // What a complete proof has cut short depends on the time it took, so it does not count: nothing there is better.
      if !proved.isComplete { take(improved, into: &best) }
      take(proved.result, into: &best)
      board.found(best.result)
      if limit.limit <= best.result.worth(for: .value) { break }
    }
    limit = await branched(bound, limit, best.result, rule, board)
    return Answer(
      list: best.list, result: best.result, bound: limit, prices: bound.prices(until: rule),
      wasCutShort: best.wasCutShort || rule.endsEarly())
  }

  /// The best list of each beam, the best of all first.
  private func beamLists(
    _ bound: inout ValueBound, _ rule: StoppingRule, _ board: ProgressBoard
  ) async -> [ActivityList] {
    let beams = BeamStarts(instance, schedules: schedules)
    guard beams.width > 0, !rule.endsEarly(), let losses = bound.losses() else { return [] }
    let lists = await beams.lists(
      by: losses, threads: parameters.threads, until: rule.sharing(Self.beamTimeShare))
    board.add(beams.work)
    return lists
  }

  /// The cuts of the bound on the value.
  private var cuts: Int {
    parameters.cuts ?? parameters.effort.cuts(startCount: startCount)
  }

  /// The splits of branches of the bound on the value.
  private var splits: Int { parameters.splits ?? parameters.effort.splits(startCount: startCount) }

  /// The possible starts of all activities.
  private var startCount: Int {
    (0..<instance.activityCount).reduce(0) { sum, activity in
      sum + max(0, instance.latest[activity] - instance.earliest[activity] + 1)
    }
  }

  /// The failures that the search of parts and the proof may meet each.
  private func failures(hasPlan: Bool = true) -> Int {
    parameters.nodes
      ?? parameters.effort.failures(
        activityCount: instance.activityCount, hasEffects: instance.shop.hasEffects, hasPlan: hasPlan)
  }

  /// The work of all, in schedules; with that of the best selection where there is one to look for.
  func work(withSelection hasSelection: Bool) -> Int {
    schedules + BeamStarts(instance, schedules: schedules).work + cuts * ProgressBoard.schedulesPerCut
      + 2 * failures()
      * ProgressBoard.schedulesPerFailure + (parameters.tightensLimit ? splits : 0)
      * ProgressBoard.schedulesPerSplit
      + (hasSelection ? selectionWork / ProgressBoard.knapsackWorkPerSchedule : 0)
  }

  /// What is known when the search of parts and the proof begin.
  private struct Known: Sendable {
    let starts: [Int]?
    let limit: Bound
    let bound: ValueBound
  }

  /// What the proof leads to.
  private struct Proof: Sendable {
    var bound: ValueBound
    var limit: Bound
    var result: ValueProof.Result?
    /// Whether it has shown that no plan is better than its result.
    var isComplete: Bool { result.map { $0.starts != nil && $0.limit <= $0.value } ?? false }
  }

  /// Searches parts of the best schedule, or all when there is none yet.
  private func improve(
    _ known: Known, seed: UInt64, _ rule: StoppingRule, _ board: ProgressBoard
  ) -> ValueProof.Result? {
    guard var proof = ValueProof(known.bound, from: known.starts, limit: known.limit, board: board) else {
      return nil
    }
    let share = (failures(hasPlan: known.starts != nil) + exchanges - 1) / exchanges
    proof.improve(failures: share, seed: seed, until: rule)
    return proof.result
  }

  /// Draws the limit tighter, by cuts and then by complete searches.
  private func prove(_ known: Known, cuts: Int, _ rule: StoppingRule, _ board: ProgressBoard) -> Proof {
    var found = Proof(bound: known.bound, limit: known.limit)
    var evaluator = Evaluator(instance, objective: .value)
    let target = known.starts.map { evaluator.netPresentValue(of: $0) } ?? 0
    found.bound.tighten(cuts: cuts, target: Double(target), until: rule)
    board.add(cuts * ProgressBoard.schedulesPerCut)
    if found.bound.bound.limit < found.limit.limit { found.limit = found.bound.bound }
    board.proved(found.limit)
    guard known.starts != nil,
      var proof = ValueProof(found.bound, from: known.starts, limit: found.limit, board: board)
    else { return found }
    proof.tighten(failures: failures() / exchanges, until: rule)
    found.result = proof.result
    let refuted = Money(cents: proof.result.limit).units
    if refuted < found.limit.limit {
      found.limit = Bound(limit: refuted, method: .completeSearch, relaxed: [])
      board.proved(found.limit)
    }
    return found
  }

  /// The limit, drawn tighter by branches of the bound.
  private func branched(
    _ bound: ValueBound, _ limit: Bound, _ best: Evaluator.Result, _ rule: StoppingRule,
    _ board: ProgressBoard
  ) async -> Bound {
    guard parameters.tightensLimit, splits > 0, best.fitness.violation == 0,
      limit.limit > best.worth(for: .value), !rule.endsEarly(),
      var proof = ValueProof(bound, from: best.starts, limit: limit, board: board)
    else { return limit }
    await proof.branch(splits: splits, threads: parameters.threads, until: rule)
    let proved = Money(cents: proof.result.limit).units
    guard proved < limit.limit else { return limit }
    // What branches leave is left by the relaxation, unless they leave nothing.
    let relaxed = proof.result.limit > proof.result.value ? bound.bound.relaxed : []
    return Bound(limit: proved, method: .completeSearch, relaxed: relaxed)
  }

  private func take(_ found: ValueProof.Result?, into best: inout Annealing.Outcome) {
    guard let starts = found?.starts, let state = ScheduleState(instance, starts: starts) else { return }
    var evaluator = Evaluator(instance, objective: .value)
    let list = state.list(of: state.starts)
    let result = evaluator.evaluate(list)
    if best.result.fitness < result.fitness { (best.list, best.result) = (list, result) }
  }

  /// The relaxation from the schedule of the plainest list, and the lists that it suggests.
  func relaxation(cuts: Int = 1, until rule: StoppingRule) -> (bound: ValueBound, lists: [ActivityList]) {
    let nothing = InitialLists(
      instance: instance, relaxedStarts: [Double?](repeating: nil, count: instance.activityCount))
    var evaluator = Evaluator(instance, objective: .value)
    let plain = evaluator.evaluate(nothing.lists()[2])
    guard var bound = ValueBound(instance, touching: plain.starts) else {
      preconditionFailure("an instance without contradictions has a relaxation")
    }
    bound.tighten(cuts: cuts, target: Double(plain.netPresentValue), until: rule)
    return (
      bound,
      InitialLists(
        instance: instance, relaxedStarts: bound.relaxedStarts, worth: bound.worth, effort: bound.effort
      ).lists()
    )
  }
}
