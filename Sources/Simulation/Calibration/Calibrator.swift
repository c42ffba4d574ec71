public import RoadmapModel

/// Scores the estimates of a scenario and past forecasts against its record.
public struct Calibrator: Sendable {
  private let roadmap: Roadmap
  private let record: Record
  private let predictions: [Prediction]
  private let promises: [(source: String, promise: PastForecast.Promise)]

  /// A calibrator of a scenario and of forecasts that were made by earlier simulations, by name.
  ///
  /// - Returns: nil when the scenario has no record.
  public init?(_ roadmap: Roadmap, forecasts: [(name: String, forecast: Forecast)] = []) {
    guard let record = roadmap.record else { return nil }
    self.roadmap = roadmap
    self.record = record
    predictions =
      Prediction.estimates(of: roadmap) + record.forecasts.flatMap(Prediction.all(in:))
      + forecasts.flatMap { Prediction.all(in: $0.forecast, named: $0.name) }
    promises =
      record.forecasts.flatMap { forecast in forecast.promises.map { (forecast.id.text, $0) } }
      + forecasts.flatMap { named in Self.promises(of: named.forecast).map { (named.name, $0) } }
  }

  /// What a simulated forecast promised: each stage by the planned day and by the deadline.
  private static func promises(of forecast: Forecast) -> [PastForecast.Promise] {
    forecast.stages.flatMap { stage -> [PastForecast.Promise] in
      [(stage.planned, stage.byPlan), (stage.deadline, stage.byDeadline)].compactMap { day, probability in
        guard let day, let probability else { return nil }
        return PastForecast.Promise(.stage(stage.stage), by: day, probability: probability.value)
      }
    }
  }

  /// The scores.
  ///
  /// - Complexity: O(n * a) for `n` predictions and `a` recorded capabilities.
  public func calibration() -> Calibration {
    let comparisons = predictions.compactMap(comparison)
    let scored = promises.map { score($0.promise, $0.source) }
    var sources: [String?] = [nil]
    for source in predictions.map(\.source) + promises.map({ Optional($0.source) })
    where !sources.contains(source) {
      sources.append(source)
    }
    let scores = sources.map { source in
      Calibration.SourceScore(
        source: source,
        ranges: Calibration.Quantity.allCases.compactMap { quantity in
          RangeScoring(comparisons.filter { $0.source == source && $0.quantity == quantity })?.score
        },
        promises: PromiseScoring(scored.filter { $0.source == source })?.score)
    }
    return Calibration(
      scenario: roadmap.name.english, through: record.through,
      sources: scores.filter { !$0.ranges.isEmpty || $0.promises != nil }, comparisons: comparisons,
      promises: scored)
  }

  private func comparison(_ prediction: Prediction) -> Calibration.Comparison? {
    guard let actual = actual(of: prediction) else { return nil }
    return Calibration.Comparison(
      source: prediction.source, capability: prediction.capability, quantity: prediction.quantity,
      kpi: prediction.kpi, p10: prediction.quantile(0.1), mean: prediction.mean,
      p90: prediction.quantile(0.9), actual: actual, rank: prediction.rank(of: actual))
  }

  private func actual(of prediction: Prediction) -> Double? {
    guard let actual = record.capabilities.first(where: { $0.capability == prediction.capability }) else {
      return nil
    }
    switch prediction.quantity {
    case .duration: return actual.weeks
    case .cost: return actual.finished == nil ? nil : actual.cost
    case .effect: return actual.effects.first { $0.kpi == prediction.kpi }?.change
    }
  }

  private func score(_ promise: PastForecast.Promise, _ source: String) -> Calibration.ScoredPromise {
    switch promise.subject {
    case .capability(let id):
      let finished = record.capabilities.first { $0.capability == id }?.finished
      // A capability that is live without a recorded day went live at an unknown time.
      let isUnknown = finished == nil && roadmap.state(of: id) == .live
      return Calibration.ScoredPromise(
        source: source, capability: id, stage: nil, by: promise.by, probability: promise.probability,
        kept: isUnknown ? nil : isKept(promise, on: finished))
    case .stage(let id):
      return Calibration.ScoredPromise(
        source: source, capability: nil, stage: id, by: promise.by, probability: promise.probability,
        kept: isKept(promise, on: record.stages[id]))
    }
  }

  /// Whether a promise was kept by what came on a day, or never so far; nil when its day is yet to come.
  private func isKept(_ promise: PastForecast.Promise, on day: CivilDate?) -> Bool? {
    if let day { return day <= promise.by }
    return promise.by <= record.through ? false : nil
  }
}
