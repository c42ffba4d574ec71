import Reports
import RoadmapModel

/// What a calibration says to people: for each source whether its ranges are wide enough, whether it is biased, and how good its promises were.
struct CalibrationReport {
  let calibration: Calibration
  let roadmap: Roadmap
  let language: Language

  private var words: CalibrationWords { CalibrationWords[language] }
  private var notation: Notation { Notation(language: language, currency: roadmap.business?.currency) }
  private var names: ForecastNames { ForecastNames(roadmap: roadmap, language: language) }

  /// The sentences about each source.
  var gist: Report { report { _ in [] } }

  /// The whole, with each number.
  var report: Report { report(comparisons) }

  private func report(_ numbers: (Calibration.SourceScore) -> [Report.Block]) -> Report {
    var report = Report([.title(roadmap.name[language]), .paragraph(opening)])
    for score in calibration.sources {
      report.section(
        score.source.map(words.forecast) ?? words.estimates, [.list(sentences(about: score))] + numbers(score)
      )
    }
    return report
  }

  private var opening: String {
    let decided = calibration.promises.count { $0.kept != nil }
    guard !calibration.sources.isEmpty else { return words.nothing }
    return words.opening(calibration.comparisons.count, decided, "\(calibration.through)")
  }

  private func sentences(about score: Calibration.SourceScore) -> [String] {
    var sentences: [String] = []
    for range in score.ranges {
      if let middle = range.coverage.first(where: { $0.level == 0.8 }) {
        let ranks = calibration.comparisons.filter {
          $0.source == score.source && $0.quantity == range.quantity && $0.rank != nil
        }
        let inside = Int((middle.share * Double(ranks.count)).rounded())
        sentences.append(
          words.coverage(words.quantity(range.quantity), inside, ranks.count, words.verdict(range.verdict)))
      }
      if let ratio = range.ratio, let error = range.standardError, let factor = range.suggestedFactor {
        sentences.append(
          words.bias(
            range.quantity, notation.decimal(ratio), notation.decimal(error), notation.decimal(factor)))
      }
    }
    if let promises = score.promises {
      let kept = Int((promises.kept * Double(promises.count)).rounded())
      sentences.append(
        words.promises(
          kept, promises.count, notation.wholePercent(promises.said), notation.decimal(promises.brier),
          promises.verdict))
      if promises.open > 0 { sentences.append(words.open(promises.open)) }
    }
    return sentences
  }

  private func number(_ value: Double, _ quantity: Calibration.Quantity) -> String {
    guard value.isFinite, value.magnitude < 9e15 else { return "?" }
    return switch quantity {
    case .duration: words.weeks(notation.decimal(value))
    case .cost: notation.money(Money(units: value))
    case .effect: notation.percent(value)
    }
  }

  private func quantity(of comparison: Calibration.Comparison) -> String {
    words.quantity(comparison.quantity) + (comparison.kpi.map { ": \(names.kpi($0))" } ?? "")
  }

  private func comparisons(of score: Calibration.SourceScore) -> [Report.Block] {
    let comparisons = calibration.comparisons.filter { $0.source == score.source }
    guard !comparisons.isEmpty else { return [] }
    let columns = words.columns
    return [
      .table(
        Report.Table(
          columns: [
            .text(columns.capability), .text(columns.quantity), .number("P10"), .number(columns.mean),
            .number("P90"), .number(columns.actual), .text(columns.within),
          ],
          rows: comparisons.map { comparison in
            let within = comparison.rank.map { 0.1...0.9 ~= $0 ? columns.yes : columns.no }
            let values = [comparison.p10, comparison.mean, comparison.p90, comparison.actual]
            return Report.Row(
              [names.capability(comparison.capability), quantity(of: comparison)]
                + values.map { number($0, comparison.quantity) } + [within ?? ""])
          }))
    ]
  }

  /// Each number, for spreadsheets; columns are named as in the JSON form.
  var table: CommaSeparatedTable {
    CommaSeparatedTable(
      columns: ["source", "capability", "quantity", "kpi", "p10", "mean", "p90", "actual", "rank"],
      rows: calibration.comparisons.map { comparison in
        let numbers = [comparison.p10, comparison.mean, comparison.p90, comparison.actual]
        return [
          comparison.source.map { .text($0) } ?? .empty, .text(comparison.capability.text),
          .text(comparison.quantity.rawValue), comparison.kpi.map { .text($0.rawValue) } ?? .empty,
        ] + numbers.map { .number(ForecastTable.decimal($0)) }
          + [comparison.rank.map { .number(ForecastTable.decimal($0)) } ?? .empty]
      })
  }
}
