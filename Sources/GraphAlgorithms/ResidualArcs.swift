/// The arcs of a residual network in compressed sparse rows: each arc of a graph and, paired with it, one in
/// the other direction.
///
/// Loops are left out, since no cut contains them.
struct ResidualArcs {
  let offsets: [Int32]
  let heads: [Node]
  let mates: [Int32]
  let capacities: [Int64]

  /// - Complexity: O(nodes + arcs).
  init(of graph: Digraph, capacities arcCapacities: [Int64]) {
    var offsets = Self.offsets(of: graph)
    let starts = offsets
    let count = Int(offsets[graph.nodeCount])
    var heads = [Node](repeating: 0, count: count)
    var mates = [Int32](repeating: 0, count: count)
    var capacities = [Int64](repeating: 0, count: count)
    for tail in graph.nodes {
      for slot in graph.slots(of: tail) where graph.heads[slot] != tail {
        let head = graph.heads[slot]
        let (forward, backward) = (offsets[Int(tail)], offsets[Int(head)])
        offsets[Int(tail)] += 1
        offsets[Int(head)] += 1
        heads[Int(forward)] = head
        heads[Int(backward)] = tail
        mates[Int(forward)] = backward
        mates[Int(backward)] = forward
        capacities[Int(forward)] = arcCapacities[Int(graph.arcNumbers[slot])]
      }
    }
    (self.offsets, self.heads, self.mates, self.capacities) = (starts, heads, mates, capacities)
  }

  /// Where the residual arcs of each node begin.
  private static func offsets(of graph: Digraph) -> [Int32] {
    var offsets = [Int32](repeating: 0, count: graph.nodeCount + 1)
    for tail in graph.nodes {
      for head in graph.successors(of: tail) where head != tail {
        offsets[Int(tail) + 1] += 1
        offsets[Int(head) + 1] += 1
      }
    }
    for node in 0..<graph.nodeCount { offsets[node + 1] += offsets[node] }
    return offsets
  }
}
