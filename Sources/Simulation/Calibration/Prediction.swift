import RoadmapModel

/// A number that somebody predicted as a distribution.
struct Prediction: Sendable {
  /// What the prediction is made of.
  private enum Shape: Sendable {
    /// An estimate.
    case estimate(EstimateDistribution)
    /// Quantiles at the levels of forecasts, with straight lines between them.
    case quantiles([Double], mean: Double)
  }

  /// The past forecast; nil for the estimates of the scenario.
  let source: String?
  let capability: CapabilityID
  let quantity: Calibration.Quantity
  let kpi: KPI?
  private let shape: Shape

  private init(
    _ source: String?, _ capability: CapabilityID, _ quantity: Calibration.Quantity, _ kpi: KPI? = nil,
    _ shape: Shape
  ) {
    self.source = source
    self.capability = capability
    self.quantity = quantity
    self.kpi = kpi
    self.shape = shape
  }

  /// What the scenario estimates about the capabilities of its record.
  static func estimates(of roadmap: Roadmap) -> [Prediction] {
    (roadmap.record?.capabilities ?? []).compactMap { roadmap.capability($0.capability) }.flatMap {
      capability in
      [
        Prediction(nil, capability.id, .duration, nil, .estimate(EstimateDistribution(capability.duration))),
        Prediction(nil, capability.id, .cost, nil, .estimate(EstimateDistribution(capability.cost))),
      ]
        + capability.effects.map {
          Prediction(nil, capability.id, .effect, $0.kpi, .estimate(EstimateDistribution($0.change)))
        }
    }
  }

  /// The ranges of a past forecast.
  static func all(in forecast: PastForecast) -> [Prediction] {
    forecast.ranges.map { range in
      let shape = Shape.estimate(EstimateDistribution(range.estimate))
      return switch range.quantity {
      case .duration: Prediction(forecast.id.text, range.capability, .duration, nil, shape)
      case .cost: Prediction(forecast.id.text, range.capability, .cost, nil, shape)
      case .effect(let kpi): Prediction(forecast.id.text, range.capability, .effect, kpi, shape)
      }
    }
  }

  /// The durations and costs of a simulated forecast.
  static func all(in forecast: Forecast, named name: String) -> [Prediction] {
    forecast.capabilities.flatMap { capability in
      [(Calibration.Quantity.duration, capability.duration), (.cost, capability.cost)].map {
        quantity, figure in
        Prediction(
          name, capability.id, quantity, nil, .quantiles(figure.quantiles.values, mean: figure.mean))
      }
    }
  }

  /// The predicted mean.
  var mean: Double {
    switch shape {
    case .estimate(let distribution): distribution.estimate.mean
    case .quantiles(_, let mean): mean
    }
  }

  /// The value that was predicted to be undercut with a probability.
  func quantile(_ probability: Double) -> Double {
    switch shape {
    case .estimate(let distribution): distribution.quantile(probability)
    case .quantiles(let values, _): Self.interpolate(probability, Self.levels, values)
    }
  }

  /// The predicted probability of a value up to another; nil when only one value was thought possible.
  func rank(of value: Double) -> Double? {
    switch shape {
    case .estimate(let distribution):
      return distribution.estimate.isCertain ? nil : distribution.cumulative(value)
    case .quantiles(let values, _):
      guard let low = values.first, let high = values.last, low < high else { return nil }
      // Beyond the outermost quantiles nothing is known but that it is beyond.
      if value < low { return 0 }
      if value > high { return 1 }
      return Self.interpolate(value, values, Self.levels)
    }
  }

  private static let levels = Forecast.Quantiles<Double>.levels

  /// The value at a place between points, on straight lines; at the ends the outermost values hold.
  private static func interpolate(_ x: Double, _ places: [Double], _ values: [Double]) -> Double {
    guard let next = places.firstIndex(where: { $0 >= x }) else { return values[values.count - 1] }
    guard next > 0, places[next] > places[next - 1] else { return values[next] }
    let share = (x - places[next - 1]) / (places[next] - places[next - 1])
    return values[next - 1] + share * (values[next] - values[next - 1])
  }
}
