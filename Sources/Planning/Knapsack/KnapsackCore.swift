internal import GraphAlgorithms

/// What is left of a knapsack problem after some decisions, made as small as possible.
///
/// Items that are in the same best solutions are one node. A node is settled or merged when some best solution of what is left has it that way:
/// - What with its needs weighs more than there is left is left out; what costs and is not needed is left out; what is free and needs nothing is taken.
/// - What only costs goes with the only node that needs it, and with what else is needed by the same nodes.
/// - What weighs nothing and loses nothing goes with the only node that it needs, and with what else needs the same nodes.
struct KnapsackCore: Sendable {
  /// What nodes need, without arcs that follow from others.
  private(set) var needs: Digraph
  /// Which nodes a node needs over others.
  private(set) var reach: Reachability
  /// What each node is worth and weighs.
  private(set) var values: [Int64]
  private(set) var weights: [Int64]
  /// What may still be taken.
  private(set) var capacity: Int64
  /// What is worth what has been taken.
  private(set) var takenValue: Int64
  /// The decisions about all items, those included that followed.
  private(set) var decisions: [ClosureKnapsack.Decision]
  /// The work of making it: nodes and arcs, each as often as it was looked at.
  private(set) var work = 0
  /// The node of each item; -1 for what is decided.
  private(set) var nodeOfItem: [Int32]

  var count: Int { values.count }

  /// The core of a problem after some decisions that contain what follows from them.
  ///
  /// - Returns: nil when what has been taken weighs too much.
  /// - Complexity: O(nodes x arcs / 64) for each round of merging, of which there are few.
  init?(_ problem: ClosureKnapsack, after decisions: [ClosureKnapsack.Decision]) {
    self.decisions = decisions
    capacity = problem.capacity
    takenValue = 0
    nodeOfItem = [Int32](repeating: -1, count: problem.count)
    values = []
    weights = []
    for item in 0..<problem.count {
      switch decisions[item] {
      case .open:
        nodeOfItem[item] = Int32(values.count)
        values.append(problem.values[item])
        weights.append(problem.weights[item])
      case .taken:
        capacity -= problem.weights[item]
        takenValue += problem.values[item]
      case .left: break
      }
    }
    guard capacity >= 0 else { return nil }
    let nodeOfItem = nodeOfItem
    var arcs: [Arc] = []
    for item in problem.needs.nodes where nodeOfItem[Int(item)] >= 0 {
      for needed in problem.needs.successors(of: item) where nodeOfItem[Int(needed)] >= 0 {
        arcs.append(Arc(tail: nodeOfItem[Int(item)], head: nodeOfItem[Int(needed)]))
      }
    }
    needs = Digraph(nodeCount: values.count, arcs: arcs)
    guard let order = try? TopologicalOrder(of: needs) else { return nil }
    reach = Reachability(of: needs, order: order)
    reduce(order)
  }

  /// Settles and merges until nothing changes.
  private mutating func reduce(_ order: TopologicalOrder) {
    var order = order
    while true {
      work += count + needs.arcCount
      needs = TransitiveReduction(of: needs, reachability: reach).graph
      guard let map = settle(order) ?? mergeCosts() ?? mergeGifts() else { return }
      take(map)
      guard let next = try? TopologicalOrder(of: needs) else {
        preconditionFailure("merging what goes together makes no circle")
      }
      order = next
      reach = Reachability(of: needs, order: order)
    }
  }

  /// Carries everything over to new nodes; -1 for what is settled.
  private mutating func take(_ map: [Int32]) {
    let newCount = Int(map.max() ?? -1) + 1
    var newValues = [Int64](repeating: 0, count: newCount)
    var newWeights = newValues
    for node in map.indices where map[node] >= 0 {
      newValues[Int(map[node])] += values[node]
      newWeights[Int(map[node])] += weights[node]
    }
    for item in nodeOfItem.indices where nodeOfItem[item] >= 0 {
      nodeOfItem[item] = map[Int(nodeOfItem[item])]
    }
    var arcs: [Arc] = []
    for tail in needs.nodes where map[Int(tail)] >= 0 {
      for head in needs.successors(of: tail) where map[Int(head)] >= 0 && map[Int(head)] != map[Int(tail)] {
        arcs.append(Arc(tail: map[Int(tail)], head: map[Int(head)]))
      }
    }
    needs = Digraph(nodeCount: newCount, arcs: arcs)
    (values, weights) = (newValues, newWeights)
  }

  // MARK: Settling

  /// Takes what costs nothing, leaves out what cannot fit or only costs; nil when there is nothing of the kind.
  private mutating func settle(_ order: TopologicalOrder) -> [Int32]? {
    var found = [ClosureKnapsack.Decision](repeating: .open, count: count)
    var isNeeded = [Bool](repeating: false, count: count)
    for node in order.nodes {
      let index = Int(node)
      let weight = reach.descendants(of: node).reduce(weights[index]) { $0 + weights[Int($1)] }
      if weight > capacity || values[index] <= 0 && !isNeeded[index] {
        found[index] = .left
      } else {
        for head in needs.successors(of: node) { isNeeded[Int(head)] = true }
      }
    }
    for node in order.nodes.reversed() where found[Int(node)] == .open {
      let index = Int(node)
      if values[index] >= 0, weights[index] == 0,
        needs.successors(of: node).allSatisfy({ found[Int($0)] == .taken })
      {
        found[index] = .taken
      }
    }
    guard found.contains(where: { $0 != .open }) else { return nil }
    for node in found.indices where found[node] == .taken { takenValue += values[node] }
    for item in nodeOfItem.indices where nodeOfItem[item] >= 0 {
      decisions[item] = found[Int(nodeOfItem[item])]
    }
    var next: Int32 = 0
    return found.map { decision in
      guard decision == .open else { return -1 }
      next += 1
      return next - 1
    }
  }

  // MARK: Merging

  private func isCost(_ node: Int) -> Bool { values[node] <= 0 && (values[node] < 0 || weights[node] > 0) }
  private func isGift(_ node: Int) -> Bool { values[node] >= 0 && weights[node] == 0 }

  private func mergeCosts() -> [Int32]? { merge(along: needs.reversed(), isCost) }
  private func mergeGifts() -> [Int32]? { merge(along: needs, isGift) }

  /// Merges nodes of a kind with their only neighbour, or with others that have the same neighbours; nil when there are none.
  private func merge(along graph: Digraph, _ isOfKind: (Int) -> Bool) -> [Int32]? {
    var leader = (0..<Int32(count)).map { $0 }
    var leaderOf: [[Node]: Int32] = [:]
    var merges = false
    for node in graph.nodes where isOfKind(Int(node)) {
      let neighbours = graph.successors(of: node).sorted()
      if neighbours.count == 1 {
        leader[Int(node)] = neighbours[0]
        merges = true
      } else if let other = leaderOf[neighbours] {
        leader[Int(node)] = other
        merges = true
      } else {
        leaderOf[neighbours] = node
      }
    }
    guard merges else { return nil }
    var number = [Int32](repeating: -1, count: count)
    var next: Int32 = 0
    return leader.indices.map { node in
      var root = leader[node]
      while leader[Int(root)] != root { root = leader[Int(root)] }
      if number[Int(root)] < 0 {
        number[Int(root)] = next
        next += 1
      }
      return number[Int(root)]
    }
  }
}
