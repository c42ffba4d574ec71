/// The best mixture of closed sets that keeps the limits of all rows on average: the linear relaxation, by column generation.
///
/// A mixture is worth what its sets are worth by their shares, and uses rows in the same way. The revised simplex method keeps a basis of sets and slacks; its multipliers
/// are prices, at which a priced relaxation finds the set that would improve the mixture most, until none does (Dantzig and Wolfe, "Decomposition principle for linear
/// programs", Operations Research 8(1), 1960). It is exact and meant for few rows and small graphs.
struct ClosureCombination {
  /// A column of the basis.
  private struct Column {
    /// What it is worth, in cents.
    var worth: Double
    /// What it uses of each row; the last entry is 1 for a closed set.
    var uses: [Double]
    /// The closed set; empty for a slack.
    var members: [Bool]
  }

  /// The prices of the rows, in cents for a scaled unit.
  private(set) var prices: [Double]
  /// What the best mixture is worth at most, in cents.
  private(set) var limit = Double.infinity

  private let table: PriceTable
  private let limits: [Double]
  private var columns: [Column] = []
  /// The inverse of the matrix of the columns, by rows, and the shares of the columns.
  private var inverse: [[Double]] = []
  private var shares: [Double] = []
  private var pivotsSinceInverse = 0

  /// What is missing in an equation costs this, in cents for a scaled unit.
  private static let penalty = 1e13
  /// Pivots until the inverse is computed anew.
  private static let freshness = 60
  /// A gain below this share of the limit, a pivot below this, count as none.
  private static let leastGain = 1e-9
  private static let leastPivot = 1e-9

  /// Whether a table is of the kind that the method starts from: no limit is negative.
  static func suits(_ table: PriceTable) -> Bool { table.limits.allSatisfy { $0 >= 0 } }

  /// A mixture of nothing.
  init(_ table: PriceTable) {
    self.table = table
    prices = [Double](repeating: 0, count: table.rowCount)
    // Slightly different limits keep the method from going round in circles; the prices are valid all the same.
    limits = table.limits.enumerated().map { $1 + 1e-8 * (1 + Double(($0 &* 7919) % 101) / 100) } + [1]
    for row in limits.indices {
      var uses = [Double](repeating: 0, count: limits.count)
      uses[row] = 1
      let isSlack = row < table.rowCount && !table.isEquation[row]
      columns.append(Column(worth: isSlack ? 0 : -Self.penalty, uses: uses, members: []))
    }
    invert()
  }

  /// Improves the mixture until it is best, or so many sets have been found.
  mutating func solve(_ relaxation: inout PartitionedRelaxation, steps: Int) {
    for _ in 0..<steps {
      let multipliers = multipliers()
      if let row = (0..<table.rowCount).first(where: {
        multipliers[$0] < -Self.leastGain && !table.isEquation[$0]
      }) {
        var uses = [Double](repeating: 0, count: limits.count)
        uses[row] = 1
        guard enter(Column(worth: 0, uses: uses, members: [])) else { return }
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
        enter(Column(worth: worth, uses: uses, members: found.members))
      else { return }
    }
  }

  /// The share of the mixture in which each node is taken.
  ///
  /// - Parameter count: the number of nodes.
  func nodeShares(count: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: count)
    for (column, share) in zip(columns, shares) where share > 0 {
      for node in column.members.indices where column.members[node] { sums[node] += share }
    }
    return sums.map { min(1, $0) }
  }

  /// The multipliers of the rows, and last that of the sum of shares.
  private func multipliers() -> [Double] {
    var multipliers = [Double](repeating: 0, count: limits.count)
    for (row, column) in columns.enumerated() where column.worth != 0 {
      for index in limits.indices { multipliers[index] += column.worth * inverse[row][index] }
    }
    return multipliers
  }

  /// Takes a column into the basis for the first one that it drives out; false when there is none.
  private mutating func enter(_ column: Column) -> Bool {
    let direction = inverse.map { row in
      zip(row, column.uses).reduce(0) { $1.1 == 0 ? $0 : $0 + $1.0 * $1.1 }
    }
    var leaving: Int?
    for row in direction.indices where direction[row] > Self.leastPivot {
      guard let least = leaving else {
        leaving = row
        continue
      }
      if shares[row] * direction[least] < shares[least] * direction[row] { leaving = row }
    }
    guard let leaving else { return false }
    columns[leaving] = column
    pivotsSinceInverse += 1
    if pivotsSinceInverse >= Self.freshness {
      invert()
      return true
    }
    let pivot = direction[leaving]
    for index in limits.indices { inverse[leaving][index] /= pivot }
    shares[leaving] /= pivot
    for row in direction.indices where row != leaving && direction[row] != 0 {
      for index in limits.indices { inverse[row][index] -= direction[row] * inverse[leaving][index] }
      shares[row] = max(0, shares[row] - direction[row] * shares[leaving])
    }
    return true
  }

  /// Computes the inverse of the basis and the shares from the columns.
  private mutating func invert() {
    pivotsSinceInverse = 0
    let count = limits.count
    var matrix = (0..<count).map { row in columns.map { $0.uses[row] } }
    var result = (0..<count).map { row in (0..<count).map { $0 == row ? 1.0 : 0 } }
    for column in 0..<count {
      let best =
        (column..<count).max { matrix[$0][column].magnitude < matrix[$1][column].magnitude } ?? column
      matrix.swapAt(column, best)
      result.swapAt(column, best)
      let pivot = matrix[column][column]
      guard pivot.magnitude > 1e-14 else { continue }
      for index in 0..<count {
        matrix[column][index] /= pivot
        result[column][index] /= pivot
      }
      for row in 0..<count where row != column && matrix[row][column] != 0 {
        let factor = matrix[row][column]
        for index in 0..<count {
          matrix[row][index] -= factor * matrix[column][index]
          result[row][index] -= factor * result[column][index]
        }
      }
    }
    inverse = result
    shares = result.map { row in max(0, zip(row, limits).reduce(0) { $0 + $1.0 * $1.1 }) }
  }
}
