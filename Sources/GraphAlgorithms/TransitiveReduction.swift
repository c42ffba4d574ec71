/// The arcs of an acyclic graph that no path replaces: the smallest graph with the same reachability.
///
/// The reduction of an acyclic graph is unique. It knows nothing of lags: where arcs carry some, a dropped arc
/// may have demanded more than the path that replaces it.
///
/// Source: Aho, Garey, Ullman, "The transitive reduction of a directed graph", SIAM Journal on Computing 1(2),
/// 1972.
public struct TransitiveReduction: Hashable, Sendable {
  /// The numbers of the arcs that remain, ascending; of parallel arcs the first remains.
  public let arcNumbers: [Int32]
  /// The arcs that remain as a graph of their own, numbered anew.
  public let graph: Digraph

  /// The reduction of `graph`.
  ///
  /// - Parameter reachability: The transitive closure of `graph`.
  /// - Complexity: O(nodes + arcs * nodes / 64).
  public init(of graph: Digraph, reachability: Reachability) {
    precondition(reachability.nodeCount == graph.nodeCount, "The closure is that of the graph")
    var remaining: [Int32] = []
    // The last node from which an arc to each node was kept; it tells parallel arcs.
    var lastTail = [Node](repeating: -1, count: graph.nodeCount)
    for tail in graph.nodes {
      let replaced = reachability.nodesReached(fromAnyOf: graph.successors(of: tail))
      for slot in graph.slots(of: tail) {
        let head = Int(graph.heads[slot])
        guard lastTail[head] != tail, replaced[head / 64] >> UInt64(head % 64) & 1 == 0 else { continue }
        lastTail[head] = tail
        remaining.append(graph.arcNumbers[slot])
      }
    }
    remaining.sort()
    arcNumbers = remaining
    let arcs = graph.arcs
    self.graph = Digraph(nodeCount: graph.nodeCount, arcs: remaining.map { arcs[Int($0)] })
  }
}
