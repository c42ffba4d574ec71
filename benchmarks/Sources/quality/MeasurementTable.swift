import Foundation

/// Measurements as aligned text.
enum MeasurementTable {
  private static let columns = [
    ("instance", -22), ("status", -10), ("value", 16), ("bound", 16), ("gap %", 8), ("best %", 8),
    ("seconds", 8), ("MB", 7),
  ]

  /// The names of the columns; `best %` is how much worse than the best known value.
  static var header: String { row(columns.map(\.0)) }

  /// The line of one instance.
  static func line(_ measurement: Measurement) -> String {
    let broken = measurement.violations.isEmpty ? "" : "  VIOLATION"
    return row([
      measurement.name, measurement.status, measurement.value.map { number($0, 2) } ?? "-",
      number(measurement.bound, 2), measurement.gap.map { number($0 * 100, 2) } ?? "-",
      QualitySummary.percentFromBestKnown(measurement).map { number($0, 3) } ?? "-",
      number(measurement.seconds, 2), number(measurement.peakMegabytes, 0),
    ]) + broken
  }

  /// The lines of a summary.
  static func text(_ summary: QualitySummary) -> String {
    var lines = [
      "", "\(summary.count) instances, \(summary.solved) solved, \(summary.proved) proved optimal",
    ]
    lines[1] += String(format: ", %.1f s", summary.seconds)
    func add(_ label: String, _ value: Double?, _ places: Int) {
      if let value { lines.append("\(label): \(number(value, places)) %") }
    }
    add("average over the critical path", summary.meanPercentOverCriticalPath, 3)
    add("average from the best known", summary.meanPercentFromBestKnown, 3)
    if let at = summary.atBestKnown, let above = summary.aboveBestKnown {
      lines.append("at the best known or better: \(at), better: \(above)")
    }
    add("median gap to the bound", summary.medianGapPercent, 2)
    add("average gap to the bound", summary.meanGapPercent, 2)
    return lines.joined(separator: "\n")
  }

  private static func number(_ value: Double, _ places: Int) -> String {
    String(format: "%.\(places)f", value)
  }

  private static func row(_ cells: [String]) -> String {
    zip(cells, columns).map { cell, column in
      let padding = String(repeating: " ", count: max(0, abs(column.1) - cell.count))
      return column.1 < 0 ? cell + padding : padding + cell
    }.joined(separator: " ")
  }
}
