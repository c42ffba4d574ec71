internal import RoadmapModel

/// Finds out from the kept futures what results depend on.
struct DriverAnalysis {
  private let plan: TallyPlan
  private let columns: [[Float]]
  private let outputRanks: [[Double]]

  init(_ tally: Tally) {
    plan = tally.plan
    columns = tally.rows.columns()
    outputRanks = TallyPlan.outputs.indices.map { [columns] in RankCorrelation.ranks(columns[$0]) }
  }

  /// The inputs by output, those with the largest share of variance first; inputs without any visible influence are left out.
  ///
  /// A correlation counts as visible when it is larger than three standard errors of none.
  func drivers(_ sensitivities: [Sensitivity]) -> [Forecast.Driver] {
    let count = Double(columns.first?.count ?? 0)
    guard count > 2 else { return [] }
    let threshold = 3 / count.squareRoot()
    let inputRanks = plan.drivers.indices.map { RankCorrelation.ranks(columns[TallyPlan.outputs.count + $0]) }
    return TallyPlan.outputs.enumerated().flatMap { column, output -> [Forecast.Driver] in
      let correlations = inputRanks.map { RankCorrelation.correlation($0, outputRanks[column]) }
      let total = correlations.reduce(0) { $0 + $1 * $1 }
      let visible = correlations.indices.filter { correlations[$0].magnitude > threshold }
        .sorted { (-correlations[$0].magnitude, $0) < (-correlations[$1].magnitude, $1) }
      return visible.map { number in
        let driver = plan.drivers[number]
        let (low, high) = meansAtEnds(of: inputRanks[number], columns[column])
        let sensitivity = sensitivities.first { $0.driver == number && $0.output == output }
        return Forecast.Driver(
          output: output, input: driver.input, subject: driver.subject, kpi: driver.kpi,
          rankCorrelation: correlations[number],
          varianceShare: correlations[number] * correlations[number] / total, meanWhenLow: low,
          meanWhenHigh: high, firstOrder: sensitivity?.firstOrder, total: sensitivity?.total)
      }
    }
  }

  /// The mean result where an input is in its lowest and in its highest fifth; of an input with two values only, where it has the one or the other.
  private func meansAtEnds(of ranks: [Double], _ output: [Float]) -> (Double, Double) {
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
  func crucialities() -> [Double] {
    let first = TallyPlan.outputs.count + plan.drivers.count
    guard let target = TallyPlan.outputs.firstIndex(of: .targetDate), columns.first?.isEmpty == false else {
      return plan.model.order.map { _ in 0 }
    }
    return plan.model.order.indices.map { place in
      RankCorrelation.correlation(RankCorrelation.ranks(columns[first + place]), outputRanks[target])
    }
  }
}
