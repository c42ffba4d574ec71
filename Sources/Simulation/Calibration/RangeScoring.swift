import RealModule
import RoadmapModel

/// Scores the ranges of one source and one quantity.
struct RangeScoring {
  private let comparisons: [Calibration.Comparison]

  /// Nil when there is nothing to score.
  init?(_ comparisons: [Calibration.Comparison]) {
    guard !comparisons.isEmpty else { return nil }
    self.comparisons = comparisons
  }

  /// The score.
  var score: Calibration.RangeScore {
    let coverage = [0.5, 0.8, 0.9].compactMap(coverage)
    let ratio = comparisons[0].quantity == .effect ? ratioOfSums : geometricRatio
    return Calibration.RangeScore(
      quantity: comparisons[0].quantity, count: comparisons.count, coverage: coverage,
      verdict: verdict(coverage), ratio: ratio?.ratio, standardError: ratio?.error,
      suggestedFactor: ratio.map(Self.suggestion))
  }

  private func coverage(_ level: Double) -> Calibration.Coverage? {
    let ranks = comparisons.compactMap(\.rank)
    guard !ranks.isEmpty else { return nil }
    let inside = ranks.count { abs($0 - 0.5) <= level / 2 + 1e-9 }
    let share = Double(inside) / Double(ranks.count)
    return Calibration.Coverage(
      level: level, share: share,
      standardError: Double.sqrt(level * (1 - level) / Double(ranks.count)),
      chance: Self.tail(inside, of: ranks.count, level))
  }

  /// The probability of at most so many successes, or of at least so many, whichever side of the mean they are on.
  static func tail(_ successes: Int, of count: Int, _ probability: Double) -> Double {
    let isFew = Double(successes) <= probability * Double(count)
    let side = isFew ? 0...successes : successes...count
    return min(1, side.reduce(0) { $0 + binomial($1, of: count, probability) })
  }

  /// The probability of just so many successes.
  private static func binomial(_ successes: Int, of count: Int, _ probability: Double) -> Double {
    let logarithm =
      Double.logGamma(Double(count) + 1) - Double.logGamma(Double(successes) + 1)
      - Double.logGamma(Double(count - successes) + 1)
      + Double(successes) * Double.log(probability) + Double(count - successes) * Double.log(1 - probability)
    return Double.exp(logarithm)
  }

  /// The chance below which a source is said to be wrong.
  static let significance = 0.05

  private func verdict(_ coverage: [Calibration.Coverage]) -> Calibration.Verdict {
    guard let middle = coverage.first(where: { $0.level == 0.8 }), middle.chance < Self.significance else {
      return .consistent
    }
    return middle.share < middle.level ? .tooSure : .tooCautious
  }
}

extension RangeScoring {
  /// The standard deviation of the logarithm of a ratio that is assumed before there is data, and for how many actuals it stands.
  private static let assumed = (deviation: 0.3, count: 2.0)
  /// How far biases of companies differ: the standard deviation of the logarithm of the true ratio.
  private static let biasDeviation = 0.25

  /// The geometric mean of actual over predicted.
  private var geometricRatio: (ratio: Double, error: Double)? {
    let logarithms = comparisons.filter { $0.actual > 0 && $0.mean > 0 }.map {
      Double.log($0.actual / $0.mean)
    }
    guard !logarithms.isEmpty else { return nil }
    let count = Double(logarithms.count)
    let mean = logarithms.reduce(0, +) / count
    let squares = logarithms.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let (deviation, weight) = Self.assumed
    let variance = (squares + weight * deviation * deviation) / (count - 1 + weight)
    return (Double.exp(mean), Double.exp(mean) * Double.sqrt(variance / count))
  }

  /// The sum of what was measured over the sum of what was predicted, each counted as positive where the prediction helps.
  private var ratioOfSums: (ratio: Double, error: Double)? {
    let pairs = comparisons.map { (actual: $0.mean < 0 ? -$0.actual : $0.actual, mean: $0.mean.magnitude) }
    let sum = pairs.reduce(0) { $0 + $1.mean }
    guard sum > 0 else { return nil }
    let ratio = pairs.reduce(0) { $0 + $1.actual } / sum
    let count = Double(pairs.count)
    let squares = pairs.reduce(0) { total, pair in
      let residual = (pair.actual - ratio * pair.mean) / (sum / count)
      return total + residual * residual
    }
    let (_, weight) = Self.assumed
    // Before there is data, effects are taken to be off by as much as they are large.
    let variance = (squares + weight) / (count - 1 + weight)
    return (ratio, Double.sqrt(variance / count))
  }

  /// The ratio, pulled towards 1: its logarithm counts with the share of its variance that differences between companies explain.
  ///
  /// That is the mean of the true ratio in a normal model with a prior around 1 (as in James and Stein, 1961).
  private static func suggestion(_ ratio: (ratio: Double, error: Double)) -> Double {
    guard ratio.ratio > 0 else { return 0 }
    let relative = ratio.error / ratio.ratio
    let prior = biasDeviation * biasDeviation
    return Double.exp(Double.log(ratio.ratio) * prior / (prior + relative * relative))
  }
}

/// Scores the promises of one source.
struct PromiseScoring {
  private let decided: [(probability: Double, outcome: Double)]
  private let open: Int

  /// Nil when no promise has been decided.
  init?(_ promises: [Calibration.ScoredPromise]) {
    decided = promises.compactMap { promise in promise.kept.map { (promise.probability, $0 ? 1 : 0) } }
    guard !decided.isEmpty else { return nil }
    open = promises.count - decided.count
  }

  /// The score.
  var score: Calibration.PromiseScore {
    let count = Double(decided.count)
    let scores = decided.map { ($0.probability - $0.outcome) * ($0.probability - $0.outcome) }
    let brier = scores.reduce(0, +) / count
    let spread = scores.reduce(0) { $0 + ($1 - brier) * ($1 - brier) }
    let said = decided.reduce(0) { $0 + $1.probability } / count
    let kept = decided.reduce(0) { $0 + $1.outcome } / count
    let variance = decided.reduce(0) { $0 + $1.probability * (1 - $1.probability) }
    let error = Double.sqrt(variance) / count
    let difference = said - kept
    return Calibration.PromiseScore(
      count: decided.count, open: open, brier: brier,
      standardError: decided.count > 1 ? Double.sqrt(spread / (count - 1) / count) : 0, said: said,
      kept: kept, keptError: error,
      verdict: difference.magnitude <= 2 * error ? .consistent : difference > 0 ? .tooSure : .tooCautious)
  }
}
