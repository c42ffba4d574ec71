import RoadmapModel
import ScenarioAnalysis

/// What tells near-best plans apart, in words.
struct AlternativesReport {
  let alternatives: NearBestPlans
  let roadmap: Roadmap
  let language: Language

  private var words: AlternativesVocabulary { AlternativesVocabulary[language] }
  private var notation: Notation { Notation(language: language, currency: roadmap.business?.currency) }

  /// The blocks of the report.
  var report: Report {
    var report = Report([.title(roadmap.name[language])])
    report.section(words.title(notation.percent(alternatives.loss)), [.table(table)])
    for (number, member) in alternatives.plans.enumerated().dropFirst() {
      report.section(words.alternative(number), [.list(items(member))])
    }
    if alternatives.plans.count == 1 { report.blocks.append(.paragraph(words.none)) }
    report.section(
      Vocabulary[language].sections.origin, [.paragraph(words.origin(notation.count(alternatives.tried)))])
    return report
  }

  private var table: Report.Table {
    Report.Table(
      columns: [
        .text(""), .number(words.value), .number(words.loss), .number(words.distance), .text(words.target),
        .number(words.oneOff), .number(words.built),
      ],
      rows: alternatives.plans.enumerated().map { number, member in
        let reached = member.plan.stages.first { $0.stage == roadmap.target.stage }?.reachedOn
        let oneOff = member.plan.capabilities.reduce(Money.zero) { $0 + $1.cost }
        return Report.Row([
          number == 0 ? words.best : words.alternative(number), notation.money(member.plan.value.npv),
          notation.percent(member.loss), member.distance.map(notation.wholePercent) ?? "",
          reached.map { "\($0)" } ?? "-", notation.money(oneOff),
          notation.count(member.plan.capabilities.count),
        ])
      })
  }

  private func items(_ member: NearBestPlans.Member) -> [String] {
    let lists = [
      (words.added, member.added), (words.dropped, member.dropped), (words.earlier, member.earlier),
      (words.later, member.later),
    ]
    let items = lists.filter { !$0.1.isEmpty }.map { title, ids in
      title(ids.map { roadmap.capability($0)?.name[language] ?? $0.text }.joined(separator: ", "))
    }
    return items.isEmpty ? [words.onlyDates] : items
  }
}

/// What is said about near-best plans, in one language.
struct AlternativesVocabulary: Sendable {
  typealias Sentence = @Sendable (String) -> String

  let title: Sentence
  let best: String
  let alternative: @Sendable (Int) -> String
  let none: String
  let value: String
  let loss: String
  let distance: String
  let target: String
  let oneOff: String
  let built: String
  let added: Sentence
  let dropped: Sentence
  let earlier: Sentence
  let later: Sentence
  let onlyDates: String
  let origin: Sentence

  /// The words of a language.
  static subscript(language: Language) -> AlternativesVocabulary {
    switch language {
    case .english: english
    case .dutch: dutch
    case .swedish: swedish
    }
  }

  static let english = AlternativesVocabulary(
    title: { "The best plan, and others that lose at most \($0)" }, best: "Best",
    alternative: { "Alternative \($0)" }, none: "No other plan is different enough and good enough.",
    value: "Net present value", loss: "Loss", distance: "Differs by", target: "Target",
    oneOff: "One-off cost",
    built: "Built", added: { "Builds \($0), which the best plan does not." },
    dropped: { "Does without \($0)." }, earlier: { "Earlier by two months or more: \($0)." },
    later: { "Later by two months or more: \($0)." }, onlyDates: "Builds the same at slightly other times.",
    origin: { "All of this comes from \($0) plans." })

  static let dutch = AlternativesVocabulary(
    title: { "Het beste plan, en andere die hoogstens \($0) verliezen" }, best: "Beste",
    alternative: { "Alternatief \($0)" }, none: "Geen ander plan is anders genoeg en goed genoeg.",
    value: "Netto contante waarde", loss: "Verlies", distance: "Verschilt", target: "Doel",
    oneOff: "Eenmalige kosten", built: "Gebouwd", added: { "Bouwt \($0), wat het beste plan niet doet." },
    dropped: { "Doet het zonder \($0)." }, earlier: { "Twee maanden of meer eerder: \($0)." },
    later: { "Twee maanden of meer later: \($0)." }, onlyDates: "Bouwt hetzelfde op iets andere tijden.",
    origin: { "Dit alles komt uit \($0) plannen." })

  static let swedish = AlternativesVocabulary(
    title: { "Den bästa planen, och andra som förlorar högst \($0)" }, best: "Bäst",
    alternative: { "Alternativ \($0)" }, none: "Ingen annan plan är tillräckligt annorlunda och bra.",
    value: "Nettonuvärde", loss: "Förlust", distance: "Skiljer sig", target: "Mål", oneOff: "Engångskostnad",
    built: "Byggs", added: { "Bygger \($0), vilket den bästa planen inte gör." },
    dropped: { "Klarar sig utan \($0)." }, earlier: { "Två månader eller mer tidigare: \($0)." },
    later: { "Två månader eller mer senare: \($0)." }, onlyDates: "Bygger samma sak vid något andra tider.",
    origin: { "Allt detta kommer från \($0) planer." })
}
