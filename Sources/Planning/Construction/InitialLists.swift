internal import GraphAlgorithms

/// Activity lists to start a search from, by priority rules and by the relaxation.
struct InitialLists {
  let instance: Instance
  /// The starts of the relaxation, which may be means of several; nil for what it leaves out.
  let relaxedStarts: [Double?]
  /// What each activity is worth by itself at its first start; empty when that is not known.
  var worth: [Double] = []
  /// What each activity's work and money cost.
  var effort: [Double] = []

  /// The lists, the most promising first.
  func lists() -> [ActivityList] {
    let order = byUrgency()
    let isWorthwhile = relaxedStarts.map { $0 != nil }
    let none = [Bool](repeating: false, count: instance.activityCount)
    let all = none.indices.map { !instance.isMilestone[$0] }
    let plain = [
      ActivityList(order: byRelaxation(), isWanted: isWorthwhile),
      ActivityList(order: order, isWanted: isWorthwhile),
      ActivityList(order: order, isWanted: none),
      ActivityList(order: byRelaxation(), isWanted: all),
    ]
    guard !worth.isEmpty else { return plain }
    // What is worth nothing by itself comes with what needs it.
    let keys = relaxedStarts.map { $0 ?? Double(instance.periodCount) }
    let isGoal = isWorthwhile.indices.map { isWorthwhile[$0] && worth[$0] > 0 }
    var cones = ConeOrder(instance, worth: worth, effort: effort)
    return plain + [
      ActivityList(order: cones.byKey(keys), isWanted: isGoal),
      ActivityList(order: cones.byDensity(keys), isWanted: isGoal),
      ActivityList(order: cones.byDensity(keys.map { _ in 0 }), isWanted: isGoal),
    ]
  }

  /// Orders by the latest start that does not delay the last milestone: the longer the work that still follows, the sooner.
  private func byUrgency() -> [Int] {
    let tails = tails()
    return sorted { (Double(instance.latest[$0] - tails[$0]), -tails[$0]) }
  }

  /// Orders by the starts of the relaxation, what it leaves out at the end.
  private func byRelaxation() -> [Int] {
    let tails = tails()
    return sorted { (relaxedStarts[$0] ?? Double(instance.periodCount), -tails[$0]) }
  }

  private func sorted(by key: (Int) -> (Double, Int)) -> [Int] {
    let keys = (0..<instance.activityCount).map(key)
    return keys.indices.sorted { left, right in
      keys[left] == keys[right] ? left < right : keys[left] < keys[right]
    }
  }

  /// The longest work that follows the start of each activity, over prerequisites without a choice.
  private func tails() -> [Int] {
    let needs = instance.requirements.compactMap { requirement in
      requirement.onlyActivity.map { (from: $0, to: requirement.activity, lag: requirement.lag) }
    }
    let graph = Digraph(
      nodeCount: instance.activityCount, arcs: needs.map { Arc(tail: Node($0.from), head: Node($0.to)) })
    // What runs in a circle over a choice has been taken out of the instance, so there is an order.
    guard let order = try? TopologicalOrder(of: graph) else { return instance.duration }
    return LongestPath(of: graph, order: order, durations: instance.duration, lags: needs.map(\.lag)).tails
  }
}
