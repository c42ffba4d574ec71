internal import BusinessModel
internal import RandomStreams
internal import RoadmapModel

/// Several independent chains, spread over threads; the best of all is polished.
///
/// For the objectives that ``RuinAndRecreate`` knows, a chain anneals activity lists until a schedule keeps all rules, and then ruins and recreates it.
/// For the others it anneals lists to the end.
///
/// The number of chains, their streams and their share of the work depend on the objective, on whether effects compound and on the schedules only, and results are
/// compared in the order of the chains, so that the number of threads changes nothing but the time.
struct ChainSearch: Sendable {
  /// The share of the schedules, and of the time, after which a chain no longer waits for a list that keeps all rules.
  static let constructionShare = 0.5
  /// The share of the schedules that the final polish may take.
  static let polishShare = 0.1

  let instance: Instance
  let objective: Objective
  let seed: UInt64
  let threads: Int
  let rule: StoppingRule
  let board: ProgressBoard
  /// The parts of a round of ruin and recreate; nil for its own number.
  var guides: Int?
  /// What the prices of the relaxation charge each start, in currency units; empty where there are none.
  var charges: [Double] = []
  /// After so many schedules, a chain has about reached what it finds where effects compound.
  var schedulesPerChain = 16_000

  private var recreates: Bool { RuinAndRecreate.applies(to: objective) }

  /// The number of chains.
  ///
  /// Where effects compound, a chain seldom leaves the basin in which it has begun, so that more work goes into more chains, not into longer ones.
  var chainCount: Int {
    guard recreates else { return 4 }
    return instance.shop.hasEffects ? max(2, rule.schedules / schedulesPerChain) : 2
  }

  /// How many of the lists chains begin with, the first of them; then come those of beams, and then the same ones again.
  private static let mostLists = 4

  /// The best list that the chains find.
  ///
  /// For the value, the first chain begins with the best of these lists, so that what chains find is at least as good as each of them.
  ///
  /// - Parameter beams: lists that beams have found, the best first; none for another objective than the value.
  func best(from lists: [ActivityList], beams: [ActivityList] = []) async -> Annealing.Outcome {
    let total = rule.schedules
    let chainRule = StoppingRule(
      schedules: Int(Double(total) * (1 - Self.polishShare)) / chainCount, deadline: rule.deadline,
      signal: rule.signal)
    let others = recreates ? bestFirst(lists) : lists
    // Where effects compound there are more chains than lists, so that beams take no chain from these.
    let own =
      instance.shop.hasEffects
      ? others.prefix(Self.mostLists) : others.prefix(beams.isEmpty ? Self.mostLists : 1)
    let lists = own + beams
    let outcomes = await withTaskGroup(of: [(Int, Annealing.Outcome)].self) { group in
      for worker in 0..<min(threads, chainCount) {
        group.addTask {
          stride(from: worker, to: chainCount, by: threads).map { chain in
            (chain, runChain(chain, from: lists[chain % lists.count], chainRule))
          }
        }
      }
      return await group.reduce(into: []) { $0 += $1 }.sorted { $0.0 < $1.0 }.map(\.1)
    }
    var best = outcomes[0]
    for outcome in outcomes.dropFirst() where best.result.fitness < outcome.result.fitness { best = outcome }
    var polish = Polish(instance, objective: objective, schedules: Int(Double(total) * Self.polishShare))
    best = polish.improve(best, until: rule)
    best.wasCutShort = best.wasCutShort || outcomes.contains(where: \.wasCutShort)
    return best
  }

  /// Puts the lists with the best schedules first.
  private func bestFirst(_ lists: [ActivityList]) -> [ActivityList] {
    var evaluator = Evaluator(instance, objective: objective)
    let fitness = lists.map { evaluator.evaluate($0).fitness }
    return lists.indices.sorted { (fitness[$1], $0) < (fitness[$0], $1) }.map { lists[$0] }
  }

  private func runChain(
    _ chain: Int, from list: ActivityList, _ rule: StoppingRule
  ) -> Annealing.Outcome {
    // A thread may have spent the time on chains before this one.
    if chain > 0, rule.endsEarly() {
      var evaluator = Evaluator(instance, objective: objective)
      return Annealing.Outcome(list: list, result: evaluator.evaluate(list), wasCutShort: true)
    }
    let stream = RandomStream(StreamKey(seed: seed, purpose: "annealing")[chain])
    let report: (Int, Evaluator.Result) -> Void = { schedules, best in
      board.add(schedules)
      board.found(best)
    }
    guard recreates else {
      var annealing = Annealing(instance, objective: objective, stream: stream)
      return annealing.run(from: list, until: rule, report: report)
    }
    var parameters = Annealing.Parameters()
    // Where effects compound, lists find other plans than repairs do, so each gets its share.
    parameters.endsWhenFeasible = !instance.shop.hasEffects
    var annealing = Annealing(instance, objective: objective, stream: stream, parameters: parameters)
    let constructing = StoppingRule(
      schedules: Int(Double(rule.schedules) * Self.constructionShare),
      deadline: rule.sharing(Self.constructionShare).deadline, signal: rule.signal)
    let start = annealing.run(from: list, until: constructing, report: report)
    guard !rule.endsEarly() else { return start }
    return recreate(chain, from: start, rule)
  }

  /// Ruins and recreates a schedule with the work that is left.
  private func recreate(
    _ chain: Int, from start: Annealing.Outcome, _ rule: StoppingRule
  ) -> Annealing.Outcome {
    let stream = RandomStream(StreamKey(seed: seed, purpose: "ruin-and-recreate")[chain])
    var parameters = RuinAndRecreate.Parameters()
    // What effects are worth changes with the schedule, so that rounds are short where they compound, and begin so hot that much changes.
    if instance.shop.hasEffects { (parameters.schedulesPerRound, parameters.start) = (2_000, 1.5) }
    if let guides { parameters.guides = guides }
    guard
      var search = RuinAndRecreate(
        instance, from: start.result.starts, charges: charges, stream: stream, parameters: parameters)
    else { return start }
    var evaluator = Evaluator(instance, objective: objective)
    let wasCutShort = search.run(schedules: rule.schedules - start.schedules, until: rule) { schedules in
      board.add(schedules)
    }
    let list = search.bestList
    var best = Annealing.Outcome(list: list, result: evaluator.evaluate(list))
    if best.result.fitness < start.result.fitness { best = start }
    best.wasCutShort = wasCutShort || start.wasCutShort
    board.found(best.result)
    return best
  }
}
