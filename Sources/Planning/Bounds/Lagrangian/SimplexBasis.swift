/// The basis of a linear program in equations, `maximise worth * x` with `uses * x = limits` and `x >= 0`, and its inverse.
///
/// The revised simplex method with a dense inverse (Dantzig and Orchard-Hays, "The product form for the inverse in the simplex method", Mathematical Tables and Other Aids to
/// Computation 8, 1954); columns come from the one who knows them, by the multipliers. It is meant for few rows.
struct SimplexBasis<Label> {
  /// A column.
  struct Column {
    /// What a unit of it is worth.
    var worth: Double
    /// What a unit of it uses of each row.
    var uses: [Double]
    /// What it stands for.
    var label: Label
  }

  /// The columns, one for each row.
  private(set) var columns: [Column]
  /// How much of each column there is.
  private(set) var amounts: [Double] = []
  private let limits: [Double]
  /// The inverse of the matrix of the columns, by rows.
  private var inverse: [[Double]] = []
  private var pivotsSinceInverse = 0

  /// Pivots until the inverse is computed anew.
  private static var freshness: Int { 60 }
  /// A pivot below this counts as none.
  private static var leastPivot: Double { 1e-9 }

  /// A basis of so many columns as there are limits.
  ///
  /// - Precondition: the columns are independent, and the limits are a sum of them without negative amounts.
  init(_ columns: [Column], limits: [Double]) {
    self.columns = columns
    self.limits = limits
    invert()
  }

  /// The multipliers of the rows: what a column is worth beyond the sum of these by its uses is what a unit of it gains.
  func multipliers() -> [Double] {
    var multipliers = [Double](repeating: 0, count: limits.count)
    for (row, column) in columns.enumerated() where column.worth != 0 {
      for index in limits.indices { multipliers[index] += column.worth * inverse[row][index] }
    }
    return multipliers
  }

  /// Takes a column into the basis for the first one that it drives out; false when there is none.
  mutating func enter(_ column: Column) -> Bool {
    let direction = inverse.map { row in
      zip(row, column.uses).reduce(0) { $1.1 == 0 ? $0 : $0 + $1.0 * $1.1 }
    }
    var leaving: Int?
    for row in direction.indices where direction[row] > Self.leastPivot {
      guard let least = leaving else {
        leaving = row
        continue
      }
      if amounts[row] * direction[least] < amounts[least] * direction[row] { leaving = row }
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
    amounts[leaving] /= pivot
    for row in direction.indices where row != leaving && direction[row] != 0 {
      for index in limits.indices { inverse[row][index] -= direction[row] * inverse[leaving][index] }
      amounts[row] = max(0, amounts[row] - direction[row] * amounts[leaving])
    }
    return true
  }

  /// Computes the inverse of the basis and the amounts from the columns.
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
    amounts = result.map { row in max(0, zip(row, limits).reduce(0) { $0 + $1.0 * $1.1 }) }
  }
}
