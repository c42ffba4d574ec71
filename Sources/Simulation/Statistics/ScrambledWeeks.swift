internal import RoadmapModel

/// When something came, by independent copies of the sampling.
struct ScrambledWeeks: Sendable {
  private let copies: [WeekCounts]

  init(_ copies: [WeekCounts]) {
    self.copies = copies
  }

  /// All copies together.
  var all: WeekCounts? {
    guard var sum = copies.first else { return nil }
    for copy in copies.dropFirst() { sum.add(copy) }
    return sum
  }

  /// The probability that it has come by a week, with its standard error.
  func probability(by week: Int, _ sampling: Forecast.Run.Sampling) -> Forecast.Probability {
    let filled = copies.filter { $0.total > 0 }
    let total = filled.reduce(0) { $0 + $1.total }
    guard total > 0 else { return Forecast.Probability(0, standardError: 0) }
    let share = Double(filled.reduce(0) { $0 + $1.count(by: week) }) / Double(total)
    let shares = filled.map { Double($0.count(by: week)) / Double($0.total) }
    let error =
      sampling == .sobol ? Copies.error(of: shares) : (share * (1 - share) / Double(total)).squareRoot()
    return Forecast.Probability(share, standardError: error)
  }

  /// The standard error of the mean week.
  func errorOfMean(_ sampling: Forecast.Run.Sampling) -> Double? {
    guard let all, all.came > 0 else { return nil }
    return sampling == .sobol
      ? Copies.error(of: copies.filter { $0.came > 0 }.map(\.moments.mean))
      : (all.moments.variance / Double(all.came)).squareRoot()
  }
}
