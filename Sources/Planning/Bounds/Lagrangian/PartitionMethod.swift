/// Looks for the prices at which a Lagrangian relaxation is tightest, on partitions of its nodes: few cuts of the whole graph, and many of a small one.
///
/// Each round takes the best prices of the relaxation in which the nodes of a part go together (``PartitionedRelaxation``), solves the whole relaxation at these prices, and splits the
/// parts by what it finds; when nothing is split, the prices are best for the whole. Bienstock and Zuckerberg, "Solving LP relaxations of large-scale precedence constrained
/// problems", IPCO 2010, with column generation for the small relaxation. It needs the fewer rounds the fewer rows there are: an open-pit mine with 188,000 nodes
/// and 40 rows takes a dozen.
struct PartitionMethod {
  /// The most cuts of the small relaxation in each round.
  private static let stepsPerRound = 5_000
  /// There must be so many nodes for each row, and no more rows than this.
  private static let leastNodesPerRow = 100
  private static let mostRows = 400

  /// The best prices so far and their limit.
  private(set) var prices: [Double]
  private(set) var limit = Double.infinity
  /// What the solution at the best prices uses beyond the limits.
  private(set) var excess: [Double] = []
  /// The share of the small relaxation's best mixture in which each node is taken.
  private(set) var shares: [Double] = []
  private var partition: NodePartition
  /// Whether the prices are best.
  private(set) var isFinished = false

  /// Whether the method is better than steps on the whole graph: few rows have prices.
  static func suits(_ relaxation: LagrangianRelaxation) -> Bool {
    let rows = relaxation.table.rowCount
    return rows > 0 && rows <= mostRows && relaxation.nodeCount >= leastNodesPerRow * rows
      && ClosureCombination.suits(relaxation.table)
  }

  /// A search that begins with parts that are as far from their earliest starts.
  init(_ relaxation: inout LagrangianRelaxation) {
    prices = [Double](repeating: 0, count: relaxation.table.rowCount)
    partition = NodePartition(nodeCount: relaxation.nodeCount)
    let expansion = relaxation.expansion
    partition.refine(by: expansion.allowed.flatMap { starts in starts.map { $0 - (starts.first ?? 0) } })
    partition.refine(by: relaxation.settledNodes().map { $0 + 1 })
  }

  /// One round, and so one cut of the whole graph.
  mutating func step(_ relaxation: inout LagrangianRelaxation) {
    var small = PartitionedRelaxation(relaxation, by: partition)
    var mixture = ClosureCombination(small.table)
    mixture.solve(&small, steps: Self.stepsPerRound)
    let partShares = mixture.nodeShares(count: partition.count)
    let found = relaxation.evaluate(mixture.prices)
    if found.limit < limit { (limit, prices, excess) = (found.limit, mixture.prices, found.excess) }
    shares = partition.part.map { partShares[Int($0)] }
    let count = partition.count
    partition.refine(by: found.members.map { $0 ? 1 : 0 })
    isFinished = partition.count == count
  }
}
