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
    var tables = QuantileTables()
    self.init(estimate, &tables)
  }

  /// The distribution of an estimate, whose shape is looked up among known ones.
  init(_ estimate: Estimate, _ tables: inout QuantileTables) {
    self.estimate = estimate
    table = estimate.isCertain ? nil : tables.table(of: estimate)
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

/// Tables of the shapes that estimates have; estimates of one shape share theirs until it is scaled.
struct QuantileTables {
  private var pert: [Double: QuantileTable] = [:]
  private var triangular: [Double: QuantileTable] = [:]

  /// The table of an estimate that has spread.
  mutating func table(of estimate: Estimate) -> QuantileTable {
    let range = estimate.high - estimate.low
    switch estimate.distribution {
    case .pert:
      let mode = (estimate.likely - estimate.low) / range
      let unit = pert[mode] ?? .pert(mode: mode)
      pert[mode] = unit
      return unit.scaled(by: range, offset: estimate.low)
    case .triangular:
      let mode = (estimate.likely - estimate.low) / range
      let unit = triangular[mode] ?? .triangular(mode: mode)
      triangular[mode] = unit
      return unit.scaled(by: range, offset: estimate.low)
    case .lognormal:
      return .lognormal(low: estimate.low, likely: estimate.likely, high: estimate.high)
    case .fixed:
      preconditionFailure("a fixed value has no spread")
    }
  }
}
