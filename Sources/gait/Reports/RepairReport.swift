import RoadmapModel
import ScenarioAnalysis

/// What is said to people about a scenario without a plan: what clashes, and what would help.
struct RepairReport {
  let advice: RepairAdvice
  let currency: String?
  let language: Language

  private var words: RepairVocabulary { RepairVocabulary[language] }
  private var notation: Notation { Notation(language: language, currency: currency) }

  /// The blocks of the report.
  var report: Report {
    let infeasibility = Infeasibility(reasons: advice.reasons, isProved: false)
    var report = Report([.title(advice.scenario)])
    report.section(
      words.reasons, InfeasibilityReport(infeasibility: infeasibility, language: language).reasons)
    report.section(words.clash, clash)
    report.section(words.repairs, repairs)
    report.section(
      Vocabulary[language].sections.origin, [.paragraph(words.origin(notation.count(advice.plans)))])
    return report
  }

  private var clash: [Report.Block] {
    guard !advice.clash.isEmpty else { return [.paragraph(words.noClash)] }
    return [
      .paragraph(advice.isProved ? words.proved : words.notFound), .list(advice.clash.map(\.text)),
    ]
  }

  private var repairs: [Report.Block] {
    guard !advice.repairs.isEmpty else { return [.paragraph(words.noRepair)] }
    return [
      .list(
        advice.repairs.map { repair in
          let worth = words.worth(notation.money(repair.netPresentValue))
          let target = repair.targetReached.map { words.target("\($0)") }
          return "\(repair.text): \([worth, target].compactMap(\.self).joined(separator: "; "))."
        })
    ]
  }
}

/// What is said about scenarios without a plan, in one language.
struct RepairVocabulary: Sendable {
  typealias Sentence = @Sendable (String) -> String

  let reasons: String
  let clash: String
  let proved: String
  let notFound: String
  let noClash: String
  let repairs: String
  let noRepair: String
  let worth: Sentence
  let target: Sentence
  let origin: Sentence

  /// The words of a language.
  static subscript(language: Language) -> RepairVocabulary {
    switch language {
    case .english: english
    case .dutch: dutch
    case .swedish: swedish
    }
  }

  static let english = RepairVocabulary(
    reasons: "There is no plan", clash: "What clashes",
    proved:
      "These rules cannot all be kept, whatever else is allowed; without any one of them there is a plan (with the other rules of the scenario lifted).",
    notFound:
      "No plan was found that keeps all of these rules, whatever else is allowed; without any one of them there is one (with the other rules of the scenario lifted).",
    noClash:
      "No plan was found even with every rule lifted that can be: something that is demanded can never be met.",
    repairs: "What would help, each planned", noRepair: "Nothing that was tried gives it a plan.",
    worth: { "a plan worth \($0)" }, target: { "the target is reached on \($0)" },
    origin: { "All of this comes from \($0) searches for a plan." })

  static let dutch = RepairVocabulary(
    reasons: "Er is geen plan", clash: "Wat botst",
    proved:
      "Deze regels kunnen niet alle worden gevolgd, wat er verder ook mag; zonder een ervan is er wel een plan (met de andere regels van het scenario opgeheven).",
    notFound:
      "Er is geen plan gevonden dat al deze regels volgt, wat er verder ook mag; zonder een ervan is er wel een (met de andere regels van het scenario opgeheven).",
    noClash:
      "Zelfs met elke regel opgeheven die dat kan worden is geen plan gevonden: iets wat vereist is kan nooit.",
    repairs: "Wat zou helpen, elk gepland", noRepair: "Niets van wat is geprobeerd geeft een plan.",
    worth: { "een plan van \($0)" }, target: { "het doel wordt bereikt op \($0)" },
    origin: { "Dit alles komt uit \($0) zoektochten naar een plan." })

  static let swedish = RepairVocabulary(
    reasons: "Det finns ingen plan", clash: "Vad som krockar",
    proved:
      "De här reglerna kan inte alla följas, vad som än tillåts i övrigt; utan någon av dem finns det en plan (med scenariots andra regler upphävda).",
    notFound:
      "Ingen plan hittades som följer alla dessa regler, vad som än tillåts i övrigt; utan någon av dem finns det en (med scenariots andra regler upphävda).",
    noClash:
      "Inte ens med varje regel upphävd som kan upphävas hittades en plan: något som krävs kan aldrig uppfyllas.",
    repairs: "Vad som skulle hjälpa, vart och ett planerat",
    noRepair: "Inget av det som prövats ger en plan.",
    worth: { "en plan värd \($0)" }, target: { "målet nås \($0)" },
    origin: { "Allt detta kommer från \($0) sökningar efter en plan." })
}
