import RoadmapModel
import ScenarioAnalysis

/// What a comparison of scenarios says to people, and to spreadsheets.
struct ComparisonReport {
  let comparison: Comparison
  /// What the names of all scenarios begin with, and what each is called therefore goes without; nil for nothing.
  let company: String?
  let roadmaps: [Roadmap]
  let language: Language

  private var words: ComparisonVocabulary { ComparisonVocabulary[language] }
  private var notation: Notation { Notation(language: language, currency: comparison.currency) }

  /// The most capabilities that a list of moves names.
  private static let shownMoves = 8

  /// The blocks of the report.
  var report: Report {
    var report = Report([.title(company.map { "\($0): \(words.title)" } ?? words.title)])
    report.section(words.verdict, [.paragraph(comparison.verdict.text)])
    let trials = notation.count(comparison.trials)
    report.section(words.plans, [.table(plans), .paragraph(words.meaningOfPlans)])
    report.section(words.futures(trials), [.table(futures), .paragraph(words.meaningOfFutures)])
    report.section(words.pairs, [.list(comparison.pairs.map(text))])
    report.section(words.regrets, regrets)
    for difference in comparison.differences {
      report.section(words.difference(name(0), name(difference.scenario)), [.list(items(difference))])
    }
    report.section(
      Vocabulary[language].sections.origin,
      [.paragraph(words.origin(trials, String(comparison.seed)))])
    return report
  }

  private func name(_ scenario: Int) -> String { comparison.scenarios[scenario].name }

  private func name(of id: CapabilityID) -> String {
    roadmaps.lazy.compactMap { $0.capability(id)?.name[language] }.first ?? id.text
  }

  private func money(_ units: Double) -> String { notation.money(Money(units: units)) }

  private func day(_ day: CivilDate?) -> String { day.map { "\($0)" } ?? "-" }

  private typealias Figure = (title: String, cell: (Comparison.Entry) -> String)

  /// One row for each figure, one column for each scenario.
  private func table(_ figures: [Figure]) -> Report.Table {
    Report.Table(
      columns: [.text("")] + comparison.scenarios.map { .number($0.name) },
      rows: figures.map { title, cell in Report.Row([title] + comparison.scenarios.map(cell)) })
  }

  /// What the plans say: all comes as estimated.
  private var plans: Report.Table {
    let loads = roadmaps[0].teams.map { team -> Figure in
      (
        words.load(team.name[language]),
        { entry in
          entry.utilisation.first { $0.team == team.id }.map { notation.percent($0.utilisation) } ?? "-"
        }
      )
    }
    return table(
      [
        (words.planned, { notation.money($0.planned) }), (words.bound, { money($0.bound) }),
        (words.spend, { notation.money($0.totalSpend) }),
        (words.rate, { entry in entry.internalRateOfReturn.map { notation.percent($0) } ?? "-" }),
        (words.target, { day($0.target) }),
      ] + loads)
  }

  /// What comes of them in the futures.
  private var futures: Report.Table {
    table([
      (words.mean, { money($0.netPresentValue.mean) }), (words.low, { money($0.netPresentValue.p10) }),
      (words.middle, { money($0.netPresentValue.p50) }), (words.high, { money($0.netPresentValue.p90) }),
      (words.loss, { notation.percent($0.lossProbability) }), (words.payback, { day($0.payback) }),
      (words.peak, { money($0.peakSpend) }), (words.half, { day($0.targetP50) }),
      (words.fourFifths, { day($0.targetP80) }), (words.joint, { notation.percent($0.jointConfidence) }),
    ])
  }

  private func text(_ pair: Comparison.Pair) -> String {
    var parts = [
      words.pair(
        name(pair.better), name(pair.worse), money(pair.difference),
        words.interval(money(pair.low), money(pair.high))),
      words.wins(notation.percent(pair.wins)),
    ]
    if pair.low <= 0 { parts.append(words.uncertain) }
    if let weeks = pair.targetWeeks, abs(weeks) >= 0.5 {
      parts.append(words.weeks(notation.count(Int(abs(weeks).rounded())), weeks > 0))
    }
    parts.append(pair.dominance.map(words.dominance) ?? words.noDominance)
    return parts.joined(separator: "; ") + "."
  }

  private var regrets: [Report.Block] {
    let table = comparison.regrets
    let rows = table.futures.map { future in
      Report.Row(
        [future.text]
          + future.values.indices.map { index in
            let mark = future.keepsRules[index] ? "" : "!"
            return future.best == index
              ? "\(words.bestMark)\(mark)" : "\(notation.number(future.regrets[index]))\(mark)"
          })
    }
    let largest = Report.Row([words.largest] + table.largest.map(notation.number))
    return [
      .table(
        Report.Table(
          columns: [.text(words.future)] + comparison.scenarios.map { .number($0.name) },
          rows: rows + [largest])),
      .paragraph(
        words.regretMeaning(notation.count(table.trials)) + " " + words.leastRegret(name(table.least))),
    ]
  }

  private func items(_ difference: Comparison.Difference) -> [String] {
    func names(_ ids: [CapabilityID]) -> String { ids.map(name).joined(separator: ", ") }
    func shifts(_ shifts: [Comparison.Shift]) -> String {
      let shown = shifts.prefix(Self.shownMoves).map { shift in
        "\(name(of: shift.id)) (\(words.shift(notation.count(abs(shift.days) / 7))))"
      }.joined(separator: ", ")
      let rest = shifts.count - Self.shownMoves
      return rest > 0 ? "\(shown), \(words.more(rest))" : shown
    }
    var items: [String] = []
    if !difference.added.isEmpty { items.append(words.added(names(difference.added))) }
    if !difference.dropped.isEmpty { items.append(words.dropped(names(difference.dropped))) }
    if !difference.earlier.isEmpty { items.append(words.earlier(shifts(difference.earlier))) }
    if !difference.later.isEmpty { items.append(words.later(shifts(difference.later))) }
    if !difference.recosted.isEmpty { items.append(words.recosted(names(difference.recosted))) }
    return items.isEmpty ? [words.same] : items
  }

  /// The scenarios as a table for spreadsheets, whose columns do not depend on the language.
  var table: CommaSeparatedTable {
    CommaSeparatedTable(
      columns: [
        "scenario", "plannedNPV", "bound", "meanNPV", "standardError", "p10NPV", "p50NPV", "p90NPV",
        "lossProbability", "internalRateOfReturn", "payback", "totalSpend", "peakSpend", "target",
        "targetP50",
        "targetP80", "jointConfidence", "largestRegret",
      ],
      rows: comparison.scenarios.enumerated().map { number, entry in
        let spread = entry.netPresentValue
        return [
          .text(entry.name), Self.cell(entry.planned.units), Self.cell(entry.bound), Self.cell(spread.mean),
          Self.cell(spread.standardError), Self.cell(spread.p10), Self.cell(spread.p50),
          Self.cell(spread.p90),
          Self.cell(entry.lossProbability), Self.cell(entry.internalRateOfReturn), Self.cell(entry.payback),
          Self.cell(entry.totalSpend.units), Self.cell(entry.peakSpend), Self.cell(entry.target),
          Self.cell(entry.targetP50), Self.cell(entry.targetP80), Self.cell(entry.jointConfidence),
          Self.cell(comparison.regrets.largest[number].units),
        ]
      })
  }

  private static func cell(_ value: Double?) -> CommaSeparatedTable.Cell {
    guard let value, value.isFinite else { return .empty }
    return .number(String((value * 10_000).rounded() / 10_000))
  }

  private static func cell(_ day: CivilDate?) -> CommaSeparatedTable.Cell {
    day.map { .text("\($0)") } ?? .empty
  }
}
