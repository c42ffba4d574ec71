/// The dense number of a node: the nodes of a graph are `0 ..< nodeCount`.
///
/// Typed identifiers belong to the callers; the kernels of this module work on the bare columns.
public typealias Node = Int32

/// A directed arc from its tail to its head.
@frozen
public struct Arc: Hashable, Sendable {
  /// The node that the arc leaves.
  public var tail: Node
  /// The node that the arc enters.
  public var head: Node

  /// The arc from `tail` to `head`.
  @inlinable
  public init(tail: Node, head: Node) {
    self.tail = tail
    self.head = head
  }

  /// The arc in the other direction.
  @inlinable
  public var reversed: Arc { Arc(tail: head, head: tail) }
}

extension Arc: CustomStringConvertible {
  /// The arc as `tail -> head`.
  public var description: String { "\(tail) -> \(head)" }
}

/// A directed graph in compressed sparse rows: the heads of all arcs in one array, ordered by tail.
///
/// Arcs are numbered by their place in the list that the graph was built from, and a reversed graph keeps
/// the numbers. Attributes of arcs, such as lags and capacities, are arrays indexed by these numbers. The
/// arcs that leave one node keep the order of the list. Parallel arcs and loops are allowed.
public struct Digraph: Hashable, Sendable {
  /// The slots of the arcs that leave node `v` are `offsets[v] ..< offsets[v + 1]`.
  public let offsets: [Int32]
  /// The head of the arc in each slot.
  public let heads: [Node]
  /// The number of the arc in each slot.
  public let arcNumbers: [Int32]

  /// The graph of the given arcs on the nodes `0 ..< nodeCount`.
  ///
  /// - Precondition: Tails and heads are in `0 ..< nodeCount`.
  /// - Complexity: O(nodes + arcs), by counting.
  public init(nodeCount: Int, arcs: [Arc]) {
    precondition(nodeCount >= 0 && nodeCount < Int(Int32.max), "The number of nodes fits a node's type")
    precondition(arcs.count < Int(Int32.max), "The number of arcs fits an arc's number")
    var offsets = [Int32](repeating: 0, count: nodeCount + 1)
    for arc in arcs {
      precondition(arc.head >= 0 && Int(arc.head) < nodeCount, "The head is a node of the graph")
      offsets[Int(arc.tail) + 1] += 1
    }
    for node in 0..<nodeCount { offsets[node + 1] += offsets[node] }
    var nextSlots = offsets
    var heads = [Node](repeating: 0, count: arcs.count)
    var arcNumbers = [Int32](repeating: 0, count: arcs.count)
    for (number, arc) in arcs.enumerated() {
      let slot = Int(nextSlots[Int(arc.tail)])
      nextSlots[Int(arc.tail)] += 1
      heads[slot] = arc.head
      arcNumbers[slot] = Int32(number)
    }
    (self.offsets, self.heads, self.arcNumbers) = (offsets, heads, arcNumbers)
  }

  /// The number of nodes.
  public var nodeCount: Int { offsets.count - 1 }

  /// The number of arcs, parallel ones counted each.
  public var arcCount: Int { heads.count }

  /// The nodes in ascending order.
  public var nodes: Range<Node> { 0..<Node(nodeCount) }

  /// The slots in ``heads`` and ``arcNumbers`` of the arcs that leave `node`.
  public func slots(of node: Node) -> Range<Int> {
    Int(offsets[Int(node)])..<Int(offsets[Int(node) + 1])
  }

  /// The heads of the arcs that leave `node`, in the order in which the arcs were given.
  public func successors(of node: Node) -> ArraySlice<Node> {
    heads[slots(of: node)]
  }

  /// The arcs in the order of their numbers.
  ///
  /// - Complexity: O(nodes + arcs).
  public var arcs: [Arc] {
    var arcs = [Arc](repeating: Arc(tail: 0, head: 0), count: arcCount)
    for tail in nodes {
      for slot in slots(of: tail) { arcs[Int(arcNumbers[slot])] = Arc(tail: tail, head: heads[slot]) }
    }
    return arcs
  }

  /// The graph with every arc turned around; arcs keep their numbers.
  ///
  /// - Complexity: O(nodes + arcs).
  public func reversed() -> Digraph {
    Digraph(nodeCount: nodeCount, arcs: arcs.map(\.reversed))
  }

  /// The number of arcs that enter each node.
  ///
  /// - Complexity: O(nodes + arcs).
  public var indegrees: [Int32] {
    var degrees = [Int32](repeating: 0, count: nodeCount)
    for head in heads { degrees[Int(head)] += 1 }
    return degrees
  }
}
