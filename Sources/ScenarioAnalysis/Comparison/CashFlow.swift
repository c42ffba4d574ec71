internal import RealModule
internal import RoadmapModel

/// The money of a plan quarter by quarter, not discounted.
struct CashFlow {
  /// What comes in minus what goes out, in currency units.
  let flows: [Double]

  /// The money of given quarters.
  init(flows: [Double]) {
    self.flows = flows
  }

  /// The money of a plan.
  init(_ plan: Plan) {
    flows = plan.quarters.map { ($0.impact - $0.oneOff - $0.running).units }
  }

  /// The yearly rate at which the present value of the flows is zero; nil when there is none between -99 % and 10,000 %, or when money comes in first.
  ///
  /// A flow counts at the middle of its quarter. Where flows change their sign more than once, several rates may do so; the lowest at or above zero is taken,
  /// by bisection between the first two rates of a grid between which the sign changes.
  var internalRateOfReturn: Double? {
    guard let first = flows.first(where: { $0 != 0 }), first < 0 else { return nil }
    // Rates that grow evenly in the factor of a year.
    let grid = [0, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8, 25.6, 51.2, 100]
    if let rate = root(in: grid) { return rate }
    return root(in: [-0.99, -0.9, -0.7, -0.5, -0.3, -0.2, -0.1, 0])
  }

  private func root(in grid: [Double]) -> Double? {
    for (low, high) in zip(grid, grid.dropFirst()) {
      let (atLow, atHigh) = (presentValue(at: low), presentValue(at: high))
      if atLow == 0 { return low }
      guard (atLow > 0) != (atHigh > 0) else { continue }
      var (left, right) = (low, high)
      for _ in 0..<60 {
        let middle = (left + right) / 2
        if (presentValue(at: middle) > 0) == (atLow > 0) { left = middle } else { right = middle }
      }
      return (left + right) / 2
    }
    return nil
  }

  private func presentValue(at rate: Double) -> Double {
    flows.enumerated().reduce(0) { sum, flow in
      sum + flow.element / Double.pow(1 + rate, (Double(flow.offset) + 0.5) / 4)
    }
  }
}
