internal import RoadmapModel

/// The date, the cost and the value that can be promised together with a probability: quantiles of equal level, found by bisection over the kept futures.
struct ConfidentPromise {
  let week: Int
  let oneOffCost: Double
  let netPresentValue: Double
  /// The date, the cost and the value alone, and all together.
  let shares: [Forecast.Probability]

  /// - Returns: nil when the target is not reached in so many futures.
  init?(_ rows: RowTable, level: Double, lastWeek: Int) {
    let columns = TallyPlan.outputs.map { rows.column(Self.place(of: $0)) }
    let count = columns[0].count
    guard count > 0 else { return nil }
    let weeks = columns[Self.place(of: .targetDate)]
    let costs = columns[Self.place(of: .oneOffCost)]
    let values = columns[Self.place(of: .npv)]
    let (sortedWeeks, sortedCosts, sortedValues) = (weeks.sorted(), costs.sorted(), values.sorted())
    // What is not reached within the calendar stands at its end, and cannot be promised.
    func share(_ rank: Int) -> (Double, [Int]) {
      let (week, cost, value) = (sortedWeeks[rank], sortedCosts[rank], sortedValues[count - 1 - rank])
      var hits = [0, 0, 0, 0]
      for row in 0..<count {
        let parts = [weeks[row] <= week, costs[row] <= cost, values[row] >= value]
        for part in parts.indices where parts[part] { hits[part] += 1 }
        if parts.allSatisfy({ $0 }) { hits[3] += 1 }
      }
      return (Double(hits[3]) / Double(count), hits)
    }
    var (low, high) = (0, count - 1)
    while low < high {
      let middle = (low + high) / 2
      if share(middle).0 >= level { high = middle } else { low = middle + 1 }
    }
    let hits = share(low).1
    guard sortedWeeks[low] < Float(lastWeek) else { return nil }
    week = Int(sortedWeeks[low])
    oneOffCost = Double(sortedCosts[low])
    netPresentValue = Double(sortedValues[count - 1 - low])
    shares = hits.map { hit in
      let share = Double(hit) / Double(count)
      return Forecast.Probability(share, standardError: (share * (1 - share) / Double(count)).squareRoot())
    }
  }

  private static func place(of output: Forecast.Driver.Output) -> Int {
    TallyPlan.outputs.firstIndex(of: output) ?? 0
  }
}
