internal import Planning
internal import RoadmapModel

/// How much of the variance of a result comes from an input, by Sobol's indices.
struct Sensitivity: Sendable {
  let driver: Int
  let output: Forecast.Driver.Output
  let firstOrder: Double
  let total: Double
}

/// Estimates the indices of the strongest drivers from futures in which one input alone is drawn anew.
///
/// Source: Saltelli and others, "Variance based sensitivity analysis of model output", Computer Physics Communications 181, 2010; the total index is Jansen's
/// (1999), and so is that of the first order.
struct SobolIndices: Sendable {
  let inputs: UncertainInputs
  let plan: TallyPlan
  let parameters: SimulationParameters

  /// The drivers of each output whose indices are estimated.
  static let driverLimit = 8
  /// The futures of each copy for one driver, at most.
  private static let perCopy = 64

  /// The indices of the drivers that are strongest by rank correlation.
  func estimate(of tally: Tally, signal: StopSignal) async -> [Sensitivity] {
    let strongest = strongestDrivers(tally)
    let every = Set(plan.drivers.flatMap(\.columns))
    let base = await outputs([])
    let other = await outputs(every)
    var result: [Sensitivity] = []
    for driver in strongest {
      guard !signal.wasRaised, !Task.isCancelled else { return [] }
      let columns = Set(plan.drivers[driver].columns)
      // All as in the first sample but the input; and all as in the second but the input, which is as in the first.
      let alone = await outputs(columns)
      let rest = await outputs(every.subtracting(columns))
      for (place, output) in TallyPlan.outputs.enumerated() {
        let variance = Self.variance(base.map { $0[place] } + other.map { $0[place] })
        guard variance > 0 else { continue }
        let total = Self.halfMeanSquare(base, alone, place) / variance
        let first = 1 - Self.halfMeanSquare(base, rest, place) / variance
        result.append(
          Sensitivity(
            driver: driver, output: output, firstOrder: min(1, max(0, first)), total: min(1, max(0, total))))
      }
    }
    return result
  }

  private func strongestDrivers(_ tally: Tally) -> [Int] {
    let ranks = plan.drivers.indices.map {
      RankCorrelation.ranks(tally.rows.column(TallyPlan.outputs.count + $0))
    }
    var chosen: [Int] = []
    for place in TallyPlan.outputs.indices {
      let output = RankCorrelation.ranks(tally.rows.column(place))
      let strengths = ranks.map { RankCorrelation.correlation($0, output).magnitude }
      let order = strengths.indices.sorted { (-strengths[$0], $0) < (-strengths[$1], $1) }
      for driver in order.prefix(Self.driverLimit) where !chosen.contains(driver) { chosen.append(driver) }
    }
    return chosen
  }

  /// The results of the futures of all copies, with some inputs drawn anew.
  private func outputs(_ columns: Set<Int>) async -> [[Double]] {
    let copies = SimulationParameters.scrambles
    let count = min(Self.perCopy, max(1, parameters.trials / copies))
    return await withTaskGroup(of: [(Int, [Double])].self) { group in
      for thread in 0..<parameters.threads {
        group.addTask {
          var worker = FutureWorker(inputs, plan, seed: parameters.seed, sampling: parameters.sampling)
          var result: [(Int, [Double])] = []
          for copy in stride(from: thread, to: copies, by: parameters.threads) {
            worker.outputs(copy: copy, 0..<count, replacing: columns) { number, outputs in
              result.append((copy * count + number, outputs))
            }
          }
          return result
        }
      }
      return await group.reduce(into: []) { $0 += $1 }.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  private static func halfMeanSquare(_ left: [[Double]], _ right: [[Double]], _ place: Int) -> Double {
    let sum = zip(left, right).reduce(0) { sum, pair in
      let difference = pair.0[place] - pair.1[place]
      return sum + difference * difference
    }
    return sum / Double(2 * max(1, left.count))
  }

  private static func variance(_ values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(max(1, values.count))
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, values.count))
  }
}
