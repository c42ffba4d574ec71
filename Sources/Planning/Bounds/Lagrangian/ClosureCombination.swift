/// The best mixture of closed sets that keeps the limits of all rows on average: the linear relaxation, by column generation.
///
/// A mixture is worth what its sets are worth by their shares, and uses rows in the same way. The revised simplex method keeps a basis of sets and slacks; its multipliers
/// are prices, at which a priced relaxation finds the set that would improve the mixture most, until none does (Dantzig and Wolfe, "Decomposition principle for linear
/// programs", Operations Research 8(1), 1960). It is exact and meant for few rows and small graphs.
struct ClosureCombination {
  /// The prices of the rows, in cents for a scaled unit.
  private(set) var prices: [Double]
  /// What the best mixture is worth at most, in cents.
  private(set) var limit = Double.infinity

  private let table: PriceTable
  private let limits: [Double]
  /// Closed sets and slacks, whose sets are empty; the last row is the sum of the shares.
  private var basis: SimplexBasis<[Bool]>

  /// What is missing in an equation costs this, in cents for a scaled unit.
  private static let penalty = 1e13
  /// A gain below this share of the limit counts as none.
  private static let leastGain = 1e-9

  /// Whether a table is of the kind that the method starts from: no limit is negative.
  static func suits(_ table: PriceTable) -> Bool { table.limits.allSatisfy { $0 >= 0 } }

  /// A mixture of nothing.
  init(_ table: PriceTable) {
    self.table = table
    prices = [Double](repeating: 0, count: table.rowCount)
    // Slightly different limits keep the method from going round in circles; the prices are valid all the same.
    limits = table.limits.enumerated().map { $1 + 1e-8 * (1 + Double(($0 &* 7919) % 101) / 100) } + [1]
    let count = limits.count
    let slacks = limits.indices.map { row in
      var uses = [Double](repeating: 0, count: count)
      uses[row] = 1
      let isSlack = row < table.rowCount && !table.isEquation[row]
      return SimplexBasis<[Bool]>.Column(worth: isSlack ? 0 : -Self.penalty, uses: uses, label: [])
    }
    basis = SimplexBasis(slacks, limits: limits)
  }

  /// Improves the mixture until it is best, or so many sets have been found.
  mutating func solve(_ relaxation: inout PartitionedRelaxation, steps: Int) {
    for _ in 0..<steps {
      let multipliers = basis.multipliers()
      if let row = (0..<table.rowCount).first(where: {
        multipliers[$0] < -Self.leastGain && !table.isEquation[$0]
      }) {
        var uses = [Double](repeating: 0, count: limits.count)
        uses[row] = 1
        guard basis.enter(.init(worth: 0, uses: uses, label: [])) else { return }
        continue
      }
      // Rounding leaves multipliers a little below nothing, at which a limit would not hold.
      let valid = table.valid(multipliers.dropLast())
      let found = relaxation.evaluate(valid)
      guard found.limit.isFinite else { return }
      if found.limit < limit {
        limit = found.limit
        prices = valid
      }
      let uses = table.limits.indices.map { found.excess[$0] + table.limits[$0] } + [1]
      var worth = found.limit
      for row in 0..<table.rowCount { worth += valid[row] * found.excess[row] }
      var gain = worth
      for row in limits.indices { gain -= multipliers[row] * uses[row] }
      guard gain > Self.leastGain * max(1, found.limit.magnitude),
        basis.enter(.init(worth: worth, uses: uses, label: found.members))
      else { return }
    }
  }

  /// The share of the mixture in which each node is taken.
  ///
  /// - Parameter count: the number of nodes.
  func nodeShares(count: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: count)
    for (column, share) in zip(basis.columns, basis.amounts) where share > 0 {
      for node in column.label.indices where column.label[node] { sums[node] += share }
    }
    return sums.map { min(1, $0) }
  }
}
