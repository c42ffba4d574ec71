internal import RoadmapModel

/// Improves a list by looking at every activity in turn, until no single change helps.
///
/// It catches what chance has missed: an optional activity more or less, a start that was put off for no reason, a start that had better be
/// put off a little.
struct Polish {
  /// By how many periods a start is tried to be put off.
  static let delays = [1, 2, 4, 8, 13, 26]

  private var evaluator: Evaluator
  private var budget: Int

  /// A polish that builds at most so many schedules.
  init(_ instance: Instance, objective: Objective, schedules: Int) {
    evaluator = Evaluator(instance, objective: objective)
    budget = schedules
  }

  /// The list after all single changes that help.
  mutating func improve(_ outcome: Annealing.Outcome, until rule: StoppingRule) -> Annealing.Outcome {
    var best = outcome
    var improved = true
    while improved && budget > 0 {
      improved = false
      for activity in 0..<evaluator.instance.activityCount where !evaluator.instance.isMilestone[activity] {
        if rule.endsEarly() {
          best.wasCutShort = true
          return best
        }
        if budget <= 0 { return best }
        for list in changes(of: best.list, activity, start: best.result.starts[activity]) {
          budget -= 1
          let result = evaluator.evaluate(list)
          if best.result.fitness < result.fitness {
            (best.list, best.result) = (list, result)
            improved = true
          }
        }
      }
    }
    return best
  }

  private func changes(of list: ActivityList, _ activity: Int, start: Int) -> [ActivityList] {
    var lists: [ActivityList] = []
    func add(_ change: (inout ActivityList) -> Void) {
      var changed = list
      change(&changed)
      lists.append(changed)
    }
    if !evaluator.instance.isRequired[activity] { add { $0.isWanted[activity].toggle() } }
    guard start >= 0, evaluator.instance.fixedStart[activity] == nil else { return lists }
    if list.notBefore[activity] > 0 { add { $0.notBefore[activity] = 0 } }
    for delay in Self.delays where start + delay < evaluator.instance.periodCount {
      add { $0.notBefore[activity] = start + delay }
    }
    return lists
  }
}
