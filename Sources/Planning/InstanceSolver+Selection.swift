internal import BusinessModel
internal import RoadmapModel

/// The objective `value` where one limit is all that couples activities beside prerequisites.
extension InstanceSolver {
  /// The share of the time that is left when there is a time limit.
  private static let selectionShare = 0.5
  /// The work between two reports.
  private static let workPerReport = 2_000_000

  /// What the search for the best selection has found.
  struct BestSelection {
    var list: ActivityList
    var result: Evaluator.Result
    var limit: Bound
    /// Whether nothing is worth more.
    var isProved: Bool
  }

  /// Searches for the best selection by branch and bound (``KnapsackSearch``).
  ///
  /// - Returns: nil when nothing that keeps all rules was found.
  func bestSelection(
    _ knapsack: KnapsackInstance, _ rule: StoppingRule, _ board: ProgressBoard
  ) -> BestSelection? {
    let rule = rule.sharing(Self.selectionShare)
    var search = KnapsackSearch(knapsack.problem)
    guard search.best != nil else { return nil }
    var evaluator = Evaluator(instance, objective: .value)
    var found: BestSelection?
    var value = Int64.min
    repeat {
      let before = search.work
      search.run(work: min(selectionWork, search.work + Self.workPerReport), stop: { rule.endsEarly() })
      let limit = Bound(
        limit: Money(cents: knapsack.cents(ofLimit: search.limit)).units, method: .completeSearch, relaxed: []
      )
      if search.value > value, let members = search.best,
        let state = ScheduleState(instance, starts: knapsack.starts(of: members))
      {
        value = search.value
        let list = state.list(of: state.starts)
        let result = evaluator.evaluate(list)
        if result.fitness.violation == 0 {
          found = BestSelection(list: list, result: result, limit: limit, isProved: false)
          board.found(result)
        }
      }
      board.add((search.work - before) / ProgressBoard.knapsackWorkPerSchedule)
      found?.limit = limit
      board.proved(limit)
    } while !search.isFinished && search.work < selectionWork && !rule.endsEarly()
    guard var found else { return nil }
    found.isProved = found.limit.limit <= found.result.worth(for: .value)
    return found
  }

  /// The work of the search, less where fewer schedules than those of the effort are to be built.
  var selectionWork: Int {
    let share = min(1, Double(schedules) / Double(usualSchedules))
    return max(Self.workPerReport, Int(Double(parameters.effort.knapsackWork) * share))
  }
}
