internal import RealModule
internal import Simulation

/// Statistics of futures that were drawn in copies, each copy evenly spread by itself.
///
/// Copies are independent of each other, so the standard error of a mean comes from the means of the copies (Owen 1998).
struct PairedFutures {
  /// The number of copies.
  static let copies = SimulationParameters.scrambles
  /// The 97.5 % quantile of Student's distribution with one degree of freedom less than there are copies (Fisher and Yates, table III).
  static let studentQuantile = 2.131_449_545_559_323

  /// The mean of some numbers, copy by copy, and its standard error.
  ///
  /// - Precondition: there are as many numbers in each copy.
  static func mean(_ values: [Double]) -> (mean: Double, standardError: Double) {
    precondition(!values.isEmpty && values.count % copies == 0, "copies have one size")
    let size = values.count / copies
    let means = (0..<copies).map { copy in
      values[copy * size..<(copy + 1) * size].reduce(0, +) / Double(size)
    }
    let mean = means.reduce(0, +) / Double(copies)
    let squares = means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, (squares / Double(copies - 1) / Double(copies)).squareRoot())
  }

  /// The value that a share of the numbers is at or below.
  static func quantile(_ share: Double, of sorted: [Double]) -> Double {
    sorted[min(sorted.count - 1, max(0, Int((share * Double(sorted.count)).rounded(.up)) - 1))]
  }

  /// How much better the first numbers are than the second, for certain; nil when they are not.
  static func dominance(_ better: [Double], _ worse: [Double]) -> Comparison.Pair.Dominance? {
    if zip(better, worse).allSatisfy({ $0 >= $1 }) { return .everyFuture }
    let (first, second) = (better.sorted(), worse.sorted())
    if zip(first, second).allSatisfy({ $0 >= $1 }) { return .everyLevel }
    // The mean of the worst futures has to be larger for every share of them.
    var difference = 0.0
    for (left, right) in zip(first, second) {
      difference += left - right
      if difference < 0 { return nil }
    }
    return .riskAverse
  }
}
