import Reports
import RoadmapModel
import ScenarioAnalysis

/// What a frontier says to people, and to spreadsheets.
struct FrontierReport {
  let frontier: Frontier
  let roadmap: Roadmap
  let language: Language

  private var words: FrontierVocabulary { FrontierVocabulary[language] }
  private var notation: Notation { Notation(language: language, currency: frontier.currency) }

  /// The blocks of the report.
  var report: Report {
    var report = Report([.title(roadmap.name[language])])
    report.section(words.title(axis), [.paragraph(words.meaning), .table(levels)])
    report.section(words.begins, begins)
    if frontier.points.contains(where: { $0.plan != nil }) {
      report.section(words.help, [.paragraph(saturation)])
    }
    if let cut = frontier.cut {
      report.section(words.cut, self.cut(cut))
    } else if let point = impossibleCut {
      let text = words.cutIsImpossible(levelInWords(point.level), point.isProvedImpossible)
      report.section(words.cut, [.paragraph(text)])
    }
    report.section(
      Vocabulary[language].sections.origin, [.paragraph(words.origin(notation.count(frontier.plans)))])
    return report
  }

  private var axis: String {
    switch frontier.axis {
    case .budget: words.budget
    case .team(let id): roadmap.team(id)?.name[language] ?? id.text
    }
  }

  private func name(of id: CapabilityID) -> String { roadmap.capability(id)?.name[language] ?? id.text }

  private func names(_ ids: [CapabilityID]) -> String { ids.map(name).joined(separator: ", ") }

  private func level(_ level: Double) -> String {
    switch frontier.axis {
    case .budget: notation.money(Money(units: level))
    case .team: notation.shortDecimal(level)
    }
  }

  /// A level within a sentence.
  private func levelInWords(_ level: Double) -> String {
    switch frontier.axis {
    case .budget: words.ofBudget(self.level(level))
    case .team: words.ofTeam(self.level(level), axis)
    }
  }

  private var levels: Report.Table {
    Report.Table(
      columns: [
        .text(""), .number(axis), .number(words.value), .number(words.limit),
        .number(words.perUnit(isMoney ? frontier.currency ?? words.unit : nil)),
        .text(words.target), .number(words.built),
      ],
      rows: frontier.points.map { point in
        guard let plan = point.plan else {
          return Report.Row([mark(point), level(point.level), none(point), "", "", "", ""])
        }
        let limit = frontier.objective == .value ? point.bound.map { notation.money(Money(units: $0)) } : nil
        let perUnit = point.perUnit.map { isMoney ? notation.decimal($0) : notation.money(Money(units: $0)) }
        return Report.Row(
          [
            mark(point), level(point.level), notation.money(plan.netPresentValue), limit ?? "", perUnit ?? "",
            plan.targetReached.map { "\($0)" } ?? "-", notation.count(plan.capabilities),
          ], note: note(point))
      })
  }

  /// Where the levels with a plan begin, when some have none.
  private var begins: [Report.Block] {
    guard let first = frontier.points.firstIndex(where: { $0.plan != nil }) else {
      let own = FrontierSearch.level(of: roadmap, frontier.axis).map(levelInWords)
      return [.paragraph([words.nowhere, own.map(words.own)].compactMap(\.self).joined(separator: " "))]
    }
    guard first > 0 else { return [] }
    let (without, with) = (frontier.points[first - 1], frontier.points[first])
    var sentences = [
      words.beginsBetween(
        levelInWords(without.level), levelInWords(with.level), without.isProvedImpossible)
    ]
    if frontier.points.contains(where: { $0.isScenario && $0.plan == nil }) {
      sentences.append(words.scenarioHasNone)
    }
    return [.paragraph(sentences.joined(separator: " "))]
  }

  private func none(_ point: Frontier.Point) -> String {
    point.isProvedImpossible ? words.impossible : words.noneFound
  }

  private var isMoney: Bool { frontier.axis == .budget }

  private func mark(_ point: Frontier.Point) -> String { point.isScenario ? "*" : "" }

  /// What the plan has and that of the level before has not.
  private func note(_ point: Frontier.Point) -> String? {
    var parts: [String] = []
    if !point.added.isEmpty { parts.append(words.added(names(point.added))) }
    if !point.dropped.isEmpty { parts.append(words.dropped(names(point.dropped))) }
    if !point.moved.isEmpty { parts.append(words.moved(point.moved.count)) }
    return parts.isEmpty ? nil : parts.joined(separator: "; ") + "."
  }

  private var saturation: String {
    guard frontier.objective == .value else { return words.otherObjective }
    let found = frontier.saturation.map { words.saturated(levelInWords($0)) } ?? words.stillHelps
    guard let top = frontier.points.last, let bound = top.bound, let plan = top.plan else { return found }
    let room = Money(units: bound) - plan.netPresentValue
    return room > .zero ? "\(found) \(words.room(notation.money(room)))" : found
  }

  /// The level of the cut when the scenario itself has a plan and none is left then.
  private var impossibleCut: Frontier.Point? {
    guard let own = frontier.points.first(where: \.isScenario), own.plan != nil else { return nil }
    let level = own.level * (1 - Frontier.cutShare)
    return frontier.points.first { abs($0.level - level) < 0.01 && $0.plan == nil }
  }

  private func cut(_ cut: Frontier.Cut) -> [Report.Block] {
    var sentences = [words.loss(levelInWords(cut.level), notation.money(-cut.netPresentValue))]
    if let weeks = cut.targetWeeks {
      sentences.append(weeks == 0 ? words.sameTarget : words.shift(abs(weeks), weeks > 0))
    }
    var items: [String] = []
    if !cut.dropped.isEmpty { items.append(words.dropped(names(cut.dropped))) }
    if !cut.added.isEmpty { items.append(words.added(names(cut.added))) }
    if !cut.later.isEmpty { items.append(words.later(names(cut.later))) }
    return [.paragraph(sentences.joined(separator: " "))] + (items.isEmpty ? [] : [.list(items)])
  }

  /// The levels as a chart; nil when there is nothing to draw a line between.
  var chart: FrontierChart? {
    let axis: FrontierChart.Axis =
      switch frontier.axis {
      case .budget: .budget
      case .team: .team(self.axis)
      }
    let levels = frontier.points.map { point in
      FrontierChart.Level(
        level: point.level, value: point.plan?.netPresentValue.units,
        bound: frontier.objective == .value ? point.bound : nil, isScenario: point.isScenario)
    }
    return FrontierChart(
      of: roadmap.name[language], axis: axis, levels: levels, currency: frontier.currency, language: language)
  }

  /// The levels as a table for spreadsheets, whose columns do not depend on the language.
  var table: CommaSeparatedTable {
    CommaSeparatedTable(
      columns: [
        "level", "isScenario", "npv", "bound", "gap", "perUnit", "targetReached", "oneOff", "capabilities",
        "added", "dropped", "moved",
      ],
      rows: frontier.points.map { point in
        let ids = [point.added, point.dropped, point.moved].map { $0.map(\.text).joined(separator: " ") }
        let numbers: [CommaSeparatedTable.Cell] = [
          Self.cell(point.plan?.netPresentValue.units), Self.cell(point.bound), Self.cell(point.gap),
          Self.cell(point.perUnit),
        ]
        return [Self.cell(point.level), .text(String(point.isScenario))] + numbers + [
          point.plan?.targetReached.map { .text("\($0)") } ?? .empty, Self.cell(point.plan?.oneOff.units),
          point.plan.map { .number(String($0.capabilities)) } ?? .empty,
        ] + ids.map { .text($0) }
      })
  }

  private static func cell(_ value: Double?) -> CommaSeparatedTable.Cell {
    guard let value, value.isFinite else { return .empty }
    return .number(String((value * 10_000).rounded() / 10_000))
  }
}
