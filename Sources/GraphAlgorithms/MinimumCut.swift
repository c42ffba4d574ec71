/// Minimum cuts of one network whose terminal capacities change from one solution to the next.
///
/// The arcs between the nodes and their capacities are given once. Each solution names the capacities of the
/// arcs from the source to the nodes and from the nodes to the sink; both terminals are implicit. The flow of
/// one solution is kept as the start of the next one, which makes a sequence of similar cuts cheap.
///
/// Among all minimum cuts the one with the smallest source side is returned. It is unique, so the result does
/// not depend on the flow that a solution started from.
///
/// ```swift
/// let graph = Digraph(nodeCount: 2, arcs: [Arc(tail: 0, head: 1)])
/// var minimumCut = MinimumCut(of: graph, capacities: [3])
/// minimumCut.solve(sourceCapacities: [5, 0], sinkCapacities: [0, 4]).value  // 3
/// ```
///
/// Source: Goldberg and Tarjan, "A new approach to the maximum-flow problem", Journal of the ACM 35(4), 1988: push and relabel, the
/// first phase only, first in, first out, with global relabelling and gaps as in Cherkassky and Goldberg, "On implementing the
/// push-relabel method for the maximum flow problem", Algorithmica 19, 1997. The warm start is the
/// reparametrisation of Kohli and Torr, "Efficiently solving dynamic Markov random fields using graph cuts",
/// ICCV 2005.
public struct MinimumCut: Sendable {
  /// The capacity of an arc that no minimum cut contains, 2^61.
  public static var unlimited: Int64 { 1 << 61 }

  /// The total that all source capacities, and all sink capacities, of a network stay below, 2^60.
  ///
  /// No flow can then fill an unlimited arc, and no sum overflows.
  public static var largestTotal: Int64 { 1 << 60 }

  /// The number of nodes, the implicit terminals not counted.
  public let nodeCount: Int

  /// The residual network: the slots of the residual arcs that leave node `v` are `offsets[v] ..< offsets[v + 1]`.
  let offsets: [Int32]
  /// The head of the residual arc in each slot.
  let heads: [Node]
  /// The slot of the residual arc in the other direction.
  let mates: [Int32]
  /// The capacity that the current flow leaves to each residual arc.
  var residuals: [Int64]
  /// For each node, what the source offers it beyond what it passes on, or, if negative, what the sink lacks.
  ///
  /// It is the node's source capacity minus its sink capacity minus the flow that it sends to other nodes.
  /// Only this difference decides which cuts are minimal, which is why changed capacities leave a flow valid.
  var excesses: [Int64]
  /// The memory that a solution works in, kept for the next one.
  var scratch: Scratch

  private let capacities: [Int64]
  private var weights: [Int64]
  /// No arc carries more than this: the sum of all excess that has been moved since the flow was zero.
  private var movedTotal: Int64 = 0

  /// A cut between the source and the sink.
  public struct Cut: Hashable, Sendable {
    /// The total capacity of the arcs from the source side to the sink side: the value of a maximum flow.
    public let value: Int64
    /// Whether each node is on the source side.
    public let sourceSide: [Bool]

    /// The cut with this value and this source side.
    package init(value: Int64, sourceSide: [Bool]) {
      (self.value, self.sourceSide) = (value, sourceSide)
    }
  }

  /// The network with the arcs of `graph`.
  ///
  /// - Parameter capacities: The capacity of each arc by its number, from 0 to ``unlimited``.
  /// - Complexity: O(nodes + arcs).
  public init(of graph: Digraph, capacities: [Int64]) {
    precondition(capacities.count == graph.arcCount, "Every arc has a capacity")
    precondition(capacities.allSatisfy { 0 <= $0 && $0 <= Self.unlimited }, "A capacity is 0 ... unlimited")
    precondition(graph.arcCount < Int(Int32.max) / 2, "The residual arcs can be numbered")
    let network = ResidualArcs(of: graph, capacities: capacities)
    nodeCount = graph.nodeCount
    (offsets, heads, mates) = (network.offsets, network.heads, network.mates)
    residuals = network.capacities
    self.capacities = network.capacities
    excesses = [Int64](repeating: 0, count: nodeCount)
    weights = excesses
    scratch = Scratch(nodeCount: nodeCount)
  }

  /// The minimum cut for these capacities of the arcs from the source to, and from there to the sink.
  ///
  /// - Parameters:
  ///   - sourceCapacities: The capacity of the arc from the source to each node, not negative.
  ///   - sinkCapacities: The capacity of the arc from each node to the sink, not negative.
  /// - Precondition: Each of the two sums is below ``largestTotal``.
  /// - Complexity: O(nodes^3) at worst; on the networks of project scheduling close to linear.
  public mutating func solve(sourceCapacities: [Int64], sinkCapacities: [Int64]) -> Cut {
    precondition(sourceCapacities.count == nodeCount, "Every node has a source capacity")
    precondition(sinkCapacities.count == nodeCount, "Every node has a sink capacity")
    let supply = Self.total(of: sourceCapacities)
    _ = Self.total(of: sinkCapacities)
    setWeights(zip(sourceCapacities, sinkCapacities).map { $0 - $1 })
    let sourceSide = withResidualNetwork { network in
      network.maximizeFlow()
      return network.sourceSide()
    }
    // A maximum flow takes all supply except for what is left over at the nodes.
    let leftover = excesses.reduce(0) { $0 + max(0, $1) }
    movedTotal -= leftover
    return Cut(value: supply - leftover, sourceSide: sourceSide)
  }

  /// For each node, what the source offers it beyond what it passes on in the last solution, or, if negative, what the sink lacks.
  public var surpluses: [Int64] { excesses }

  /// The flow of the last solution on the arcs from one node to another.
  ///
  /// - Complexity: linear in the arcs of the node.
  public func flow(from tail: Node, to head: Node) -> Int64 {
    var flow: Int64 = 0
    for slot in Int(offsets[Int(tail)])..<Int(offsets[Int(tail) + 1]) where heads[slot] == head {
      flow += max(0, capacities[slot] - residuals[slot])
    }
    return flow
  }

  /// Forgets the flow, so that the next solution starts from none; no result depends on this.
  ///
  /// - Complexity: O(nodes + arcs).
  public mutating func discardFlow() {
    residuals = capacities
    excesses = weights
    movedTotal = 0
  }

  /// Carries the flow over to new differences of source and sink capacities.
  ///
  /// The flow stays valid, except when so much has been moved in all that an unlimited arc might fill up.
  private mutating func setWeights(_ newWeights: [Int64]) {
    for node in 0..<nodeCount { excesses[node] += newWeights[node] - weights[node] }
    weights = newWeights
    movedTotal = Self.movedTotal(movedTotal, moving: excesses) ?? Self.largestTotal
    guard movedTotal >= Self.largestTotal else { return }
    discardFlow()
    movedTotal = Self.movedTotal(0, moving: excesses) ?? Self.largestTotal
  }

  /// The bound on what any arc carries once all positive excess has moved too; `nil` if it overflows.
  private static func movedTotal(_ start: Int64, moving excesses: [Int64]) -> Int64? {
    var total = start
    for excess in excesses where excess > 0 {
      let (sum, overflow) = total.addingReportingOverflow(excess)
      if overflow { return nil }
      total = sum
    }
    return total
  }

  private static func total(of capacities: [Int64]) -> Int64 {
    capacities.reduce(0) { total, capacity in
      precondition(
        capacity >= 0 && capacity < largestTotal - total, "Terminal capacities stay in their bounds")
      return total + capacity
    }
  }
}
