internal import GraphAlgorithms

/// A priced relaxation in which the nodes of a part are taken all or none.
///
/// It is as small as its partition is coarse, so many prices can be tried on it. Its best prices are near those of the relaxation that it comes from when the closed sets
/// that are best there are unions of parts: Bienstock and Zuckerberg, "Solving LP relaxations of large-scale precedence constrained problems", IPCO 2010. Its limit holds for
/// schedules that are unions of parts only.
struct PartitionedRelaxation {
  /// The rows.
  let table: PriceTable
  /// The number of parts.
  let nodeCount: Int
  private let rows: PricedRows
  private let gains: [Double]
  private let constant: Double
  private var closure: MaximumClosure
  private let forcedIn: [Node]
  private let forcedOut: [Node]

  /// Uses of a row below this are what rounding leaves of sums that should vanish.
  private static let leastAmount = 1e-9
  /// The room for weights; far less than a minimum cut can add up.
  private static let largestWeight = 1e15

  /// The relaxation whose nodes are the parts.
  ///
  /// - Complexity: linear in the size of the graph.
  init(_ relaxation: LagrangianRelaxation, by partition: NodePartition) {
    table = relaxation.table
    nodeCount = partition.count
    constant = relaxation.constant
    rows = PricedRows(
      relaxation.rows, by: partition, rowCount: relaxation.table.rowCount, least: Self.leastAmount)
    let own = relaxation.gains
    gains = (0..<partition.count).map { partition.nodes(of: $0).reduce(0) { $0 + own[$1] } }
    closure = MaximumClosure(requirements: Self.graph(relaxation.expansion.graph, by: partition))
    forcedIn = relaxation.forcedIn.map { partition.part[Int($0)] }
    forcedOut = relaxation.forcedOut.map { partition.part[Int($0)] }
  }

  /// The best union of parts at some prices.
  ///
  /// - Parameter prices: one for each row, in cents for a scaled unit; not negative but for equations.
  mutating func evaluate(_ prices: [Double]) -> Relaxed {
    let worth = zip(gains, rows.costs(prices)).map { $0 - $1 }
    let scale = Self.largestWeight / worth.reduce(1) { $0 + $1.magnitude }
    let weights = worth.map { Int64(($0 * scale).rounded()) }
    guard let solution = try? closure.solve(weights: weights, forcedIn: forcedIn, forcedOut: forcedOut) else {
      return Relaxed(
        limit: -.infinity, members: [Bool](repeating: false, count: nodeCount),
        excess: [Double](repeating: 0, count: table.rowCount))
    }
    return Relaxed(
      limit: Double(solution.weight) / scale + constant + table.credit(prices), members: solution.members,
      excess: rows.excess(of: solution.members, beyond: table.limits))
  }

  /// An arc from part to part for each pair that some arc connects.
  private static func graph(_ graph: Digraph, by partition: NodePartition) -> Digraph {
    var arcs: [Arc] = []
    var lastTail = [Int](repeating: -1, count: partition.count)
    for tail in 0..<partition.count {
      for node in partition.nodes(of: tail) {
        for slot in graph.slots(of: Node(node)) {
          let head = partition.part[Int(graph.heads[slot])]
          guard Int(head) != tail, lastTail[Int(head)] != tail else { continue }
          lastTail[Int(head)] = tail
          arcs.append(Arc(tail: Node(tail), head: head))
        }
      }
    }
    return Digraph(nodeCount: partition.count, arcs: arcs)
  }
}
