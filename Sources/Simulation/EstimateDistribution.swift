internal import RandomStreams
public import RoadmapModel

/// The distribution that an estimate stands for.
public struct EstimateDistribution: Sendable {
  /// The estimate.
  public let estimate: Estimate
  /// The quantiles; nil for a value without spread.
  let table: QuantileTable?

  /// The distribution of an estimate.
  ///
  /// - Complexity: some hundred evaluations of an inverse distribution function.
  public init(_ estimate: Estimate) {
    self.estimate = estimate
    guard !estimate.isCertain else {
      table = nil
      return
    }
    var tables = QuantileTables()
    let draw = tables.draw(of: estimate)
    table = tables.tables[draw.table].scaled(by: draw.factor, offset: draw.offset)
  }

  /// The value that is undercut with a probability.
  public func quantile(_ probability: Double) -> Double {
    table?[probability] ?? estimate.mean
  }

  /// The probability of a value up to `x`, by bisection of ``quantile(_:)``, to 2^-32.
  public func cumulative(_ x: Double) -> Double {
    guard let table else { return x >= estimate.mean ? 1 : 0 }
    if x <= table[0] { return 0 }
    if x >= table[1] { return 1 }
    var (low, high) = (0.0, 1.0)
    for _ in 0..<40 {
      let middle = (low + high) / 2
      if table[middle] <= x { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}

/// The shapes that estimates have: tables of distributions between 0 and 1, each once.
struct QuantileTables: Sendable {
  /// The tables.
  private(set) var tables: [QuantileTable] = []
  private var places: [Shape: Int] = [:]

  private struct Shape: Hashable {
    let distribution: Estimate.Distribution
    let mode: Double
  }

  /// What a draw is made of: `offset + factor * table[probability]`.
  struct Draw: Hashable, Sendable {
    let table: Int
    let factor: Double
    let offset: Double
  }

  /// The draw of an estimate that has spread.
  mutating func draw(of estimate: Estimate) -> Draw {
    let range = estimate.high - estimate.low
    let mode = (estimate.likely - estimate.low) / range
    let table = place(of: Shape(distribution: estimate.distribution, mode: mode)) {
      switch estimate.distribution {
      case .pert: .pert(mode: mode)
      case .triangular: .triangular(mode: mode)
      case .lognormal: .lognormal(low: 0, likely: mode, high: 1)
      case .fixed: preconditionFailure("a fixed value has no spread")
      }
    }
    return Draw(table: table, factor: range, offset: estimate.low)
  }

  /// The place of the table of a shape, which is made when the shape is new.
  private mutating func place(of shape: Shape, _ make: () -> QuantileTable) -> Int {
    if let place = places[shape] { return place }
    places[shape] = tables.count
    tables.append(make())
    return tables.count - 1
  }
}
