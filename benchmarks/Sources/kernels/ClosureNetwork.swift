import GraphAlgorithms
import Planning

/// The network whose minimum cut is the best plan without limits on people and money.
///
/// Node `(activity, start)` stands for "has started by then". It needs its own later node, and those of what the activity waits for without a choice.
struct ClosureNetwork {
  /// The needs, as arcs.
  let graph: Digraph
  /// What each node brings, in cents; negative where it costs.
  let weights: [Int64]

  /// The network of a problem.
  init(_ problem: CompiledProblem) {
    let periods = problem.periodCount
    var arcs: [Arc] = []
    var weights = [Int64](repeating: 0, count: problem.activities.count * periods)
    var index: [String: Int] = [:]
    for (activity, entry) in problem.activities.enumerated() { index[entry.id] = activity }
    func node(_ activity: Int, _ period: Int) -> Node { Node(activity * periods + period) }
    for (activity, entry) in problem.activities.enumerated() {
      for period in 0..<periods {
        if period + 1 < periods {
          arcs.append(Arc(tail: node(activity, period), head: node(activity, period + 1)))
        }
        let value = { (start: Int) in
          start < entry.additiveValueByStart.count ? (entry.additiveValueByStart[start] * 100).rounded() : 0
        }
        weights[activity * periods + period] = Int64(value(period) - value(period + 1))
      }
      for requirement in entry.requirements where requirement.atLeast == requirement.slots.count {
        for slot in requirement.slots where slot.count == 1 {
          guard let other = index[slot[0]] else { continue }
          let wait = problem.activities[other].duration + requirement.lag
          for period in max(0, wait)..<max(max(0, wait), periods) {
            arcs.append(Arc(tail: node(activity, period), head: node(other, min(period - wait, periods - 1))))
          }
        }
      }
    }
    graph = Digraph(nodeCount: problem.activities.count * periods, arcs: arcs)
    self.weights = weights
  }
}
