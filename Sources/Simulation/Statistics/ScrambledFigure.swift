internal import RoadmapModel

/// A number over futures, by independent copies (scrambles) of the sampling, from which errors are estimated.
struct ScrambledFigure: Sendable {
  private(set) var moments: [IntegerMoments]
  private(set) var sketches: [QuantileSketch]
  /// The number of counted units in one.
  let scale: Double

  init(scale: Double) {
    self.scale = scale
    moments = [IntegerMoments](repeating: IntegerMoments(), count: SimulationParameters.scrambles)
    sketches = [QuantileSketch](repeating: QuantileSketch(), count: SimulationParameters.scrambles)
  }

  /// Counts a number in a copy.
  mutating func add(_ value: Int64, copy: Int) {
    moments[copy].add(value)
    sketches[copy].add(value)
  }

  /// Counts some numbers in a copy.
  mutating func add(_ values: [Int64], copy: Int) {
    moments[copy].add(values)
    sketches[copy].add(values)
  }

  /// Adds what others have counted.
  mutating func add(_ other: ScrambledFigure) {
    for copy in moments.indices {
      moments[copy].add(other.moments[copy])
      sketches[copy].add(other.sketches[copy])
    }
  }

  /// All copies together.
  var all: (moments: IntegerMoments, sketch: QuantileSketch) {
    var sum = (moments: IntegerMoments(), sketch: QuantileSketch())
    for copy in moments.indices {
      sum.moments.add(moments[copy])
      sum.sketch.add(sketches[copy])
    }
    return sum
  }

  /// The distribution, with standard errors.
  func figure(_ sampling: Forecast.Run.Sampling, classes: Int? = nil) -> Forecast.Figure {
    let (moments, sketch) = all
    let deviation = moments.variance.squareRoot()
    let error =
      sampling == .sobol
      ? Copies.error(of: self.moments.filter { $0.count > 0 }.map(\.mean))
      : deviation / Double(max(1, moments.count)).squareRoot()
    let filled = sketches.filter { $0.count > 0 }
    let histogram = classes.map { classes in
      let counted = sketch.histogram(classes: classes)
      return Forecast.Histogram(
        lowest: counted.lowest / scale, width: counted.width / scale, counts: counted.counts)
    }
    return Forecast.Figure(
      mean: moments.mean / scale, standardError: error / scale, standardDeviation: deviation / scale,
      quantiles: Forecast.Quantiles { sketch.quantile($0) / scale },
      quantileErrors: Forecast.Quantiles { level in
        Copies.error(of: filled.map { $0.quantile(level) }) / scale
      },
      histogram: histogram)
  }
}

/// A count of futures by copies.
struct ScrambledCount: Sendable {
  private(set) var hits = [Int](repeating: 0, count: SimulationParameters.scrambles)
  private(set) var totals = [Int](repeating: 0, count: SimulationParameters.scrambles)

  /// Counts a future.
  mutating func add(_ isHit: Bool, copy: Int) {
    totals[copy] += 1
    if isHit { hits[copy] += 1 }
  }

  /// Adds what others have counted.
  mutating func add(_ other: ScrambledCount) {
    for copy in hits.indices {
      hits[copy] += other.hits[copy]
      totals[copy] += other.totals[copy]
    }
  }

  /// The share of the hits, with its standard error.
  func probability(_ sampling: Forecast.Run.Sampling) -> Forecast.Probability {
    let total = totals.reduce(0, +)
    guard total > 0 else { return Forecast.Probability(0, standardError: 0) }
    let share = Double(hits.reduce(0, +)) / Double(total)
    let shares = zip(hits, totals).filter { $0.1 > 0 }.map { Double($0.0) / Double($0.1) }
    let error =
      sampling == .sobol ? Copies.error(of: shares) : (share * (1 - share) / Double(total)).squareRoot()
    return Forecast.Probability(share, standardError: error)
  }
}

/// Errors from independent copies.
enum Copies {
  /// The standard error of the mean of independent values; 0 of fewer than two.
  static func error(of values: [Double]) -> Double {
    guard values.count > 1 else { return 0 }
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(values.count * (values.count - 1))).squareRoot()
  }
}
