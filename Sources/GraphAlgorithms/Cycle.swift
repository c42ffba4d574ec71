/// A simple cycle of a graph: each node has an arc to the next one, and the last one to the first.
public struct Cycle: Error, Hashable, Sendable {
  /// The nodes of the cycle, each once, the smallest one first.
  public let nodes: [Node]

  /// A cycle among the nodes that a topological sort could not place.
  ///
  /// It is a shortest cycle through one of its nodes, so that the report is short as well as reproducible.
  ///
  /// - Precondition: Some node is unplaced, and every unplaced node has an unplaced predecessor.
  /// - Complexity: O(nodes + arcs).
  init(in graph: Digraph, among unplaced: [Bool]) {
    let start = Self.nodeOnCycle(of: graph.reversed(), among: unplaced)
    let nodes = Self.shortestCycle(through: start, in: graph, among: unplaced)
    let first = nodes.indices.min { nodes[$0] < nodes[$1] } ?? 0
    self.nodes = Array(nodes[first...] + nodes[..<first])
  }

  /// Walks from node to smallest unplaced predecessor until a node comes back.
  private static func nodeOnCycle(of reversed: Digraph, among unplaced: [Bool]) -> Node {
    var visited = [Bool](repeating: false, count: unplaced.count)
    var node = reversed.nodes.first { unplaced[Int($0)] }
    while let current = node, !visited[Int(current)] {
      visited[Int(current)] = true
      node = reversed.successors(of: current).filter { unplaced[Int($0)] }.min()
    }
    guard let node else { preconditionFailure("Every unplaced node has an unplaced predecessor") }
    return node
  }

  /// Searches breadth first from `start`, which is on a cycle, until an arc leads back to it.
  private static func shortestCycle(through start: Node, in graph: Digraph, among unplaced: [Bool]) -> [Node]
  {
    var predecessors = [Node](repeating: -1, count: graph.nodeCount)
    var queue = [start]
    var next = 0
    while next < queue.count {
      let tail = queue[next]
      next += 1
      for head in graph.successors(of: tail) {
        if head == start { return path(to: tail, from: start, predecessors: predecessors) }
        guard unplaced[Int(head)], predecessors[Int(head)] < 0 else { continue }
        predecessors[Int(head)] = tail
        queue.append(head)
      }
    }
    preconditionFailure("The start is on a cycle")
  }

  private static func path(to end: Node, from start: Node, predecessors: [Node]) -> [Node] {
    var path = [end]
    var node = end
    while node != start {
      node = predecessors[Int(node)]
      path.append(node)
    }
    return path.reversed()
  }
}
