/// Which nodes of an acyclic graph can be reached from which: its transitive closure, one bit for each pair.
///
/// A node reaches itself only along a path with arcs, so never.
public struct Reachability: Hashable, Sendable {
  /// The number of nodes.
  public let nodeCount: Int
  private let wordsPerNode: Int
  private var words: [UInt64]

  /// The transitive closure of `graph`.
  ///
  /// - Parameter order: The topological order of `graph`.
  /// - Complexity: O(arcs * nodes / 64) time and O(nodes * nodes / 64) words of space.
  public init(of graph: Digraph, order: TopologicalOrder) {
    precondition(order.nodes.count == graph.nodeCount, "The order is that of the graph")
    nodeCount = graph.nodeCount
    wordsPerNode = (graph.nodeCount + 63) / 64
    words = [UInt64](repeating: 0, count: nodeCount * wordsPerNode)
    for tail in order.nodes.reversed() {
      for head in graph.successors(of: tail) where !reaches(from: tail, to: head) {
        absorb(head, into: tail)
      }
    }
  }

  /// Whether a path with at least one arc leads from `tail` to `head`.
  ///
  /// - Complexity: O(1).
  public func reaches(from tail: Node, to head: Node) -> Bool {
    words[Int(tail) * wordsPerNode + Int(head) >> 6] >> UInt64(head & 63) & 1 == 1
  }

  /// The nodes that can be reached from `tail`, in ascending order.
  ///
  /// - Complexity: O(nodes / 64 + count of the result).
  public func descendants(of tail: Node) -> [Node] {
    var nodes: [Node] = []
    for index in 0..<wordsPerNode {
      var word = words[Int(tail) * wordsPerNode + index]
      while word != 0 {
        nodes.append(Node(index << 6 + word.trailingZeroBitCount))
        word &= word - 1
      }
    }
    return nodes
  }

  /// The number of nodes that can be reached from `tail`.
  ///
  /// - Complexity: O(nodes / 64).
  public func descendantCount(of tail: Node) -> Int {
    let row = Int(tail) * wordsPerNode
    return words[row..<row + wordsPerNode].reduce(0) { $0 + $1.nonzeroBitCount }
  }

  /// The set of the nodes that can be reached from any of `tails`, one bit each.
  ///
  /// - Complexity: O(`tails.count` * nodes / 64).
  func nodesReached(fromAnyOf tails: ArraySlice<Node>) -> [UInt64] {
    var union = [UInt64](repeating: 0, count: wordsPerNode)
    for tail in tails {
      let row = Int(tail) * wordsPerNode
      for index in 0..<wordsPerNode { union[index] |= words[row + index] }
    }
    return union
  }

  /// Adds `head` and everything that it reaches to what `tail` reaches.
  private mutating func absorb(_ head: Node, into tail: Node) {
    let (source, target) = (Int(head) * wordsPerNode, Int(tail) * wordsPerNode)
    for index in 0..<wordsPerNode { words[target + index] |= words[source + index] }
    words[target + Int(head) >> 6] |= 1 << UInt64(head & 63)
  }
}
