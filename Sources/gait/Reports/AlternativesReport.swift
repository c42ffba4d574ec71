import RoadmapModel
import ScenarioAnalysis

/// What tells near-best plans apart, in words, and as a table for spreadsheets.
struct AlternativesReport {
  let alternatives: NearBestPlans
  let roadmap: Roadmap
  let language: Language

  private var words: AlternativesVocabulary { AlternativesVocabulary[language] }
  private var notation: Notation { Notation(language: language, currency: alternatives.currency) }

  /// The most capabilities that a list of what tells a plan from the best one names, and from another alternative.
  private static let shown = (fromBest: 6, fromOther: 3)

  /// The blocks of the report.
  var report: Report {
    var report = Report([.title(roadmap.name[language])])
    let isMissing = alternatives.plans.count <= alternatives.asked
    report.section(
      words.title(notation.percent(alternatives.loss)),
      [.table(overview)] + (isMissing ? [.paragraph(missing)] : []))
    for (number, member) in alternatives.plans.enumerated().dropFirst() {
      report.section(words.alternative(number), [.list(items(member))])
    }
    report.section(
      Vocabulary[language].sections.origin, [.paragraph(words.origin(notation.count(alternatives.tried)))])
    return report
  }

  private func name(_ id: CapabilityID) -> String { roadmap.capability(id)?.name[language] ?? id.text }

  private func title(_ number: Int) -> String { number == 0 ? words.best : words.alternative(number) }

  private func target(_ plan: Plan) -> String {
    plan.stages.first { $0.stage == roadmap.target.stage }.map { "\($0.reachedOn)" } ?? "-"
  }

  private func oneOff(_ plan: Plan) -> Money { plan.capabilities.reduce(.zero) { $0 + $1.cost } }

  private var overview: Report.Table {
    Report.Table(
      columns: [
        .text(""), .number(words.value), .number(words.loss), .number(words.distance), .text(words.target),
        .number(words.oneOff), .number(words.built),
      ],
      rows: alternatives.plans.enumerated().map { number, member in
        Report.Row([
          title(number), notation.money(member.plan.value.npv), notation.percent(member.loss),
          member.distance.map(notation.wholePercent) ?? "", target(member.plan),
          notation.money(oneOff(member.plan)), notation.count(member.plan.capabilities.count),
        ])
      })
  }

  /// Why there are fewer alternatives than were asked for, and what would give more.
  private var missing: String {
    let found = words.fewer(alternatives.asked, alternatives.plans.count - 1)
    // What loses all that the best plan is worth is no alternative at any loss that the option takes.
    guard let next = alternatives.nextLoss, next <= 0.99 else { return "\(found) \(words.noneFurther)" }
    // A whole percentage that lets it in, which is what the option takes.
    let enough = notation.wholePercent((next * 100).rounded(.up) / 100)
    return "\(found) \(words.next(notation.percent(atMost: next), enough.filter { $0 != "\u{A0}" }))"
  }

  /// What tells an alternative from the best plan and from each alternative before it.
  private func items(_ member: NearBestPlans.Member) -> [String] {
    member.contrasts.enumerated().flatMap { number, contrast -> [String] in
      guard number > 0 else {
        return [figures(contrast, member), decisions(member)].compactMap(\.self)
          + differences(contrast, showing: Self.shown.fromBest).map { $0.asSentence + "." }
      }
      let parts = differences(contrast, showing: Self.shown.fromOther)
      let text = ([worth(contrast)] + (parts.isEmpty ? [words.onlyDates] : parts)).joined(separator: "; ")
      return ["\(words.unlike(contrast.other)): \(text)."]
    }
  }

  /// What it is worth more or less than another alternative.
  private func worth(_ contrast: NearBestPlans.Contrast) -> String {
    let more = contrast.netPresentValue
    return words.worth(notation.money(more < .zero ? -more : more), more >= .zero)
  }

  /// What it means in money and in dates.
  private func figures(_ contrast: NearBestPlans.Contrast, _ member: NearBestPlans.Member) -> String {
    var parts = [words.worthLess(notation.money(-contrast.netPresentValue), notation.percent(member.loss))]
    if contrast.oneOff != .zero {
      let isMore = contrast.oneOff > .zero
      parts.append(words.costs(notation.money(isMore ? contrast.oneOff : -contrast.oneOff), isMore))
    }
    if let days = contrast.targetDays {
      let name = roadmap.maturity.stages.first { $0.id == roadmap.target.stage }?.name[language]
      let stage = name ?? roadmap.target.stage.text
      parts.append(days == 0 ? words.sameDay(stage) : words.reached(stage, weeks(days), days > 0))
    }
    return parts.joined(separator: "; ").asSentence + "."
  }

  private func weeks(_ days: Int) -> String {
    words.weeks(max(1, Int((Double(abs(days)) / 7).rounded())))
  }

  /// What was decided otherwise, from which the rest follows.
  private func decisions(_ member: NearBestPlans.Member) -> String? {
    let texts = member.decisions.compactMap { decision -> String? in
      switch decision {
      case .isExcluded(let id, _): words.without(name(id))
      case .isForced(let id, _): words.with(name(id))
      case .notBefore(let id, let day?): words.notBefore(name(id), "\(day)")
      default: nil
      }
    }
    return texts.isEmpty ? nil : words.decided(texts.joined(separator: "; "))
  }

  private func differences(_ contrast: NearBestPlans.Contrast, showing limit: Int) -> [String] {
    func names<Item>(_ items: [Item], _ text: (Item) -> String) -> String {
      let shown = items.prefix(limit).map(text).joined(separator: ", ")
      return items.count > limit ? "\(shown) \(words.more(items.count - limit))" : shown
    }
    let shift = { (shift: Comparison.Shift) in "\(name(shift.id)) (\(weeks(shift.days)))" }
    var parts: [String] = []
    if !contrast.added.isEmpty { parts.append(words.added(names(contrast.added, name))) }
    if !contrast.dropped.isEmpty { parts.append(words.dropped(names(contrast.dropped, name))) }
    if !contrast.earlier.isEmpty { parts.append(words.earlier(names(contrast.earlier, shift))) }
    if !contrast.later.isEmpty { parts.append(words.later(names(contrast.later, shift))) }
    return parts
  }

  /// The plans as a table for spreadsheets, whose columns do not depend on the language.
  var table: CommaSeparatedTable {
    CommaSeparatedTable(
      columns: [
        "plan", "npv", "loss", "distance", "targetReached", "oneOff", "capabilities", "added", "dropped",
        "earlier", "later",
      ],
      rows: alternatives.plans.enumerated().map { number, member in
        let day = target(member.plan)
        let lists = [member.added, member.dropped, member.earlier, member.later].map {
          CommaSeparatedTable.Cell.text($0.map(\.text).joined(separator: " "))
        }
        return [
          .number("\(number)"), .number("\(member.plan.value.npv.units)"), .number("\(member.loss)"),
          member.distance.map { .number("\($0)") } ?? .empty, day == "-" ? .empty : .text(day),
          .number("\(oneOff(member.plan).units)"), .number("\(member.plan.capabilities.count)"),
        ] + lists
      })
  }
}

extension String {
  /// The text with a capital letter.
  fileprivate var asSentence: String { prefix(1).uppercased() + dropFirst() }
}
