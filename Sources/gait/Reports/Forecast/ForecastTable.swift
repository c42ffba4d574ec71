import RoadmapModel

/// The capabilities of a forecast as one table, for spreadsheets and scripts.
///
/// Columns are named as in the JSON form and do not depend on the language; only names do. A day that does not come in so many futures is empty.
struct ForecastTable {
  let forecast: Forecast
  let roadmap: Roadmap
  let language: Language

  private static let columns = [
    "id", "name", "plannedStart", "plannedFinish", "startP10", "startP50", "startP90", "finishP10",
    "finishP50", "finishP80", "finishP90", "finishShare", "durationMean", "costMean", "costP90",
    "criticality", "cruciality", "success",
  ]

  /// The rows, in the order of the forecast.
  var table: CommaSeparatedTable {
    CommaSeparatedTable(columns: Self.columns, rows: forecast.capabilities.map(row))
  }

  private func row(_ capability: Forecast.CapabilityForecast) -> [CommaSeparatedTable.Cell] {
    let (start, finish) = (capability.start.quantiles, capability.finish.quantiles)
    let days = [
      capability.plannedStart, capability.plannedFinish, start.p10, start.p50, start.p90, finish.p10,
      finish.p50,
      finish.p80, finish.p90,
    ]
    let numbers = [
      capability.finish.share.value, capability.duration.mean, capability.cost.mean,
      capability.cost.quantiles.p90, capability.criticality, capability.cruciality, capability.success,
    ]
    return [
      .text(capability.id.text),
      .text(roadmap.capability(capability.id)?.name[language] ?? capability.id.text),
    ] + days.map { $0.map { .text("\($0)") } ?? .empty } + numbers.map { .number(Self.decimal($0)) }
  }

  /// A number with a full stop and at most four decimals, whatever the language.
  static func decimal(_ number: Double) -> String {
    guard number.isFinite, number.magnitude < 1e14 else { return "" }
    let scaled = Int64((number * 10_000).rounded(.toNearestOrAwayFromZero))
    var fraction = String(scaled.magnitude % 10_000)
    while fraction.count < 4 { fraction = "0" + fraction }
    while fraction.last == "0" { fraction.removeLast() }
    return (scaled < 0 ? "-" : "") + String(scaled.magnitude / 10_000)
      + (fraction.isEmpty ? "" : "." + fraction)
  }
}
