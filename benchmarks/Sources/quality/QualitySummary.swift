import BenchmarkArguments

/// The field's own measures over many instances.
struct QualitySummary: Encodable, Sendable {
  /// The instances.
  let count: Int
  /// Those with a solution that keeps all rules.
  let solved: Int
  /// Those that were proved optimal by this run.
  let proved: Int
  /// The sum of all elapsed times.
  let seconds: Double
  /// The median and the mean of the relative gap between value and bound, in percent.
  let medianGapPercent: Double?
  let meanGapPercent: Double?
  /// The mean of how much longer schedules are than the critical path, in percent (project scheduling).
  let meanPercentOverCriticalPath: Double?
  /// The mean of how much worse values are than the best known ones, in percent.
  let meanPercentFromBestKnown: Double?
  /// The instances whose value is the best known one, or better.
  let atBestKnown: Int?
  /// The instances whose value is better than the best known one.
  let aboveBestKnown: Int?

  /// Sums up measurements.
  init(_ measurements: [Measurement]) {
    let solved = measurements.filter { $0.value != nil }
    count = measurements.count
    self.solved = solved.count
    proved = solved.count { $0.status == "optimal" }
    seconds = measurements.reduce(0) { $0 + $1.seconds }
    let gaps = solved.compactMap(\.gap).map { $0 * 100 }.sorted()
    medianGapPercent = Self.median(gaps)
    meanGapPercent = Self.mean(gaps)
    meanPercentOverCriticalPath = Self.mean(
      solved.compactMap { measurement in
        guard let value = measurement.value, let path = measurement.criticalPath, path > 0 else { return nil }
        return (value / path - 1) * 100
      })
    let losses = solved.compactMap(Self.percentFromBestKnown)
    meanPercentFromBestKnown = Self.mean(losses)
    atBestKnown = losses.isEmpty ? nil : losses.count { $0 <= 1e-7 }
    aboveBestKnown = losses.isEmpty ? nil : losses.count { $0 < -1e-7 }
  }

  /// How much worse a value is than the best known one, in percent; negative when it is better.
  static func percentFromBestKnown(_ measurement: Measurement) -> Double? {
    guard let value = measurement.value, let best = measurement.bestKnown, best != 0 else { return nil }
    let sign = measurement.family == .psplib ? 1.0 : -1.0
    return sign * (value - best) / best.magnitude * 100
  }

  private static func mean(_ numbers: [Double]) -> Double? {
    numbers.isEmpty ? nil : numbers.reduce(0, +) / Double(numbers.count)
  }

  private static func median(_ sorted: [Double]) -> Double? {
    guard !sorted.isEmpty else { return nil }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
