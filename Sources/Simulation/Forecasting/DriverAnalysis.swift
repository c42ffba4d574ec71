internal import RoadmapModel

/// Finds out from the kept futures what results depend on.
struct DriverAnalysis {
  private let plan: TallyPlan
  /// The futures that were kept.
  private let count: Int
  /// What is known of each input, and of the weeks of work on each capability in the order of the model.
  private let inputs: [Influence]
  private let works: [Influence]

  /// What one column of numbers has to do with the results, in the order of `TallyPlan.outputs`.
  private struct Influence {
    let correlations: [Double]
    /// The mean result where the column is in its lowest and in its highest fifth; nothing where no influence is visible.
    let ends: [(low: Double, high: Double)?]
  }

  /// - Complexity: O(inputs x futures).
  init(_ tally: Tally, threads: Int) async {
    let (plan, rows) = (tally.plan, tally.rows)
    let outputs = TallyPlan.outputs.indices.map { rows.column($0) }
    let outputRanks = outputs.map(RankCorrelation.ranks)
    let threshold = Self.threshold(rows.count)
    let influences = await concurrentMap(rows.width - outputs.count, threads: threads) { number in
      let ranks = RankCorrelation.ranks(rows.column(outputs.count + number))
      let correlations = outputRanks.map { RankCorrelation.correlation(ranks, $0) }
      let isInput = number < plan.drivers.count
      return Influence(
        correlations: correlations,
        ends: zip(correlations, outputs).map {
          isInput && $0.magnitude > threshold ? Self.meansAtEnds(of: ranks, $1) : nil
        })
    }
    self.plan = plan
    count = rows.count
    inputs = Array(influences.prefix(plan.drivers.count))
    works = Array(influences.dropFirst(plan.drivers.count))
  }

  /// A correlation counts as visible when it is larger than four standard errors of none: of some hundred inputs without any influence, hardly one seems to have some.
  private static func threshold(_ count: Int) -> Double { 4 / Double(max(1, count)).squareRoot() }

  /// The inputs by output, those with the largest share of variance first; inputs without any visible influence are left out.
  func drivers(_ sensitivities: [Sensitivity]) -> [Forecast.Driver] {
    guard count > 2 else { return [] }
    return TallyPlan.outputs.enumerated().flatMap { column, output -> [Forecast.Driver] in
      let correlations = inputs.map { $0.correlations[column] }
      let total = correlations.reduce(0) { $0 + $1 * $1 }
      let visible = correlations.indices.filter { correlations[$0].magnitude > Self.threshold(count) }
        .sorted { (-correlations[$0].magnitude, $0) < (-correlations[$1].magnitude, $1) }
      return visible.compactMap { number in
        guard let ends = inputs[number].ends[column] else { return nil }
        let driver = plan.drivers[number]
        let sensitivity = sensitivities.first { $0.driver == number && $0.output == output }
        return Forecast.Driver(
          output: output, input: driver.input, subject: driver.subject, kpi: driver.kpi,
          rankCorrelation: correlations[number],
          varianceShare: correlations[number] * correlations[number] / total, meanWhenLow: ends.low,
          meanWhenHigh: ends.high, firstOrder: sensitivity?.firstOrder, total: sensitivity?.total)
      }
    }
  }

  /// The mean result where an input is in its lowest and in its highest fifth; of an input with two values only, where it has the one or the other.
  private static func meansAtEnds(of ranks: [Double], _ output: [Float]) -> (low: Double, high: Double) {
    let last = Double(ranks.count - 1)
    let (lowest, highest) = (ranks.min() ?? 0, ranks.max() ?? 0)
    func mean(_ isCounted: (Double) -> Bool) -> Double {
      var (sum, count) = (0.0, 0)
      for (rank, value) in zip(ranks, output) where isCounted(rank) {
        sum += Double(value)
        count += 1
      }
      return count > 0 ? sum / Double(count) : 0
    }
    return (
      mean { $0 <= max(0.2 * last, lowest) }, mean { $0 >= min(0.8 * last, highest) }
    )
  }

  /// The rank correlation of the weeks of work on each capability with the week of the target, in the order of the model.
  var crucialities: [Double] {
    guard let target = TallyPlan.outputs.firstIndex(of: .targetDate), count > 0 else {
      return works.map { _ in 0 }
    }
    return works.map { $0.correlations[target] }
  }
}
