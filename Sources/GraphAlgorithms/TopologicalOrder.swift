/// An order of the nodes of an acyclic graph in which every arc points forward.
///
/// Of all such orders it is the lexicographically smallest, so it depends on the graph alone.
///
/// Source: Kahn, "Topological sorting of large networks", Communications of the ACM 5(11), 1962.
public struct TopologicalOrder: Hashable, Sendable {
  /// The nodes, every one after all of its predecessors.
  public let nodes: [Node]
  /// The place of each node in ``nodes``.
  public let positions: [Int32]

  /// The order of the nodes of `graph`, or the ``Cycle`` that makes one impossible.
  ///
  /// - Complexity: O(arcs + nodes * log(nodes)).
  public init(of graph: Digraph) throws(Cycle) {
    var indegrees = graph.indegrees
    var ready = NodeHeap()
    for node in graph.nodes where indegrees[Int(node)] == 0 { ready.insert(node) }
    var order: [Node] = []
    order.reserveCapacity(graph.nodeCount)
    while let node = ready.popSmallest() {
      order.append(node)
      for head in graph.successors(of: node) {
        indegrees[Int(head)] -= 1
        if indegrees[Int(head)] == 0 { ready.insert(head) }
      }
    }
    guard order.count == graph.nodeCount else {
      throw Cycle(in: graph, among: indegrees.map { $0 > 0 })
    }
    var positions = [Int32](repeating: 0, count: order.count)
    for (position, node) in order.enumerated() { positions[Int(node)] = Int32(position) }
    (self.nodes, self.positions) = (order, positions)
  }
}
