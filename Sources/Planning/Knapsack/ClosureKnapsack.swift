internal import GraphAlgorithms

/// Chooses items that are worth most together, where items need others and all that is chosen weighs no more than a capacity.
///
/// It is the precedence-constrained knapsack problem (Johnson, Niemi, "On knapsacks, partitions, and a new dynamic programming technique for trees", Mathematics of
/// Operations Research 8(1), 1983), which is strongly NP-hard: a maximum-weight closure with one more row.
struct ClosureKnapsack: Sendable {
  /// An arc from `v` to `u` says that `v` needs `u`; there is no circle.
  let needs: Digraph
  /// What each item is worth, or if negative costs.
  let values: [Int64]
  /// What each item weighs; not negative.
  let weights: [Int64]
  /// What all may weigh; not negative.
  let capacity: Int64
  /// The items that are chosen in any case; what they need is chosen, too.
  var required: [Node] = []

  /// The number of items.
  var count: Int { values.count }

  /// What is known about each item.
  enum Decision: Int8, Sendable {
    case open
    case taken
    case left
  }

  /// Adds to decisions what follows from one more.
  ///
  /// - Parameter needed: the reverse of ``needs``.
  /// - Returns: whether there is no contradiction.
  func decide(
    _ item: Node, _ decision: Decision, in decisions: inout [Decision], needed: Digraph
  ) -> Bool {
    let graph = decision == .taken ? needs : needed
    var stack = [item]
    while let node = stack.popLast() {
      if decisions[Int(node)] == decision { continue }
      guard decisions[Int(node)] == .open else { return false }
      decisions[Int(node)] = decision
      stack += graph.successors(of: node)
    }
    return true
  }
}
