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
    let hasPeople = advice.repairs.flatMap(\.changes).contains {
      if case .moreTeam = $0 { true } else { false }
    }
    return [
      .list(
        advice.repairs.map { repair in
          let worth = words.worth(notation.money(repair.netPresentValue))
          let target = repair.targetReached.map { words.target("\($0)") }
          return "\(repair.text): \([worth, target].compactMap(\.self).joined(separator: "; "))."
        }), .paragraph(words.least + (hasPeople ? " " + ExplanationVocabulary[language].withoutPay : "")),
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
  /// How small the repairs are.
  let least: String
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
      "It is proved that these rules cannot all be kept, whatever else is allowed; without any one of them there is a plan (with the other rules of the scenario lifted).",
    notFound:
      "No plan was found that keeps all of these rules, whatever else is allowed, and it is not proved that there is none; without any one of them there is one (with the other rules of the scenario lifted).",
    noClash:
      "No plan was found even with every rule lifted that can be: something that is demanded can never be met.",
    repairs: "What would help, each planned", noRepair: "Nothing that was tried gives it a plan.",
    least:
      "With any one of the changes a step smaller (a week, half a person, one percent of the budget), planning with this effort finds no plan; a longer search may.",
    worth: { "a plan worth \($0)" }, target: { "the target is reached on \($0)" },
    origin: { "All of this comes from \($0) searches for a plan." })

  static let dutch = RepairVocabulary(
    reasons: "Er is geen plan", clash: "Wat botst",
    proved:
      "Het is bewezen dat deze regels niet alle kunnen worden gevolgd, wat er verder ook mag; zonder een ervan is er wel een plan (met de andere regels van het scenario opgeheven).",
    notFound:
      "Er is geen plan gevonden dat al deze regels volgt, wat er verder ook mag, en dat er geen is, is niet bewezen; zonder een ervan is er wel een (met de andere regels van het scenario opgeheven).",
    noClash:
      "Zelfs met elke regel opgeheven die dat kan worden is geen plan gevonden: iets wat vereist is kan nooit.",
    repairs: "Wat zou helpen, elk gepland", noRepair: "Niets van wat is geprobeerd geeft een plan.",
    least:
      "Met een van de veranderingen een stap kleiner (een week, een halve persoon, een procent van het budget) vindt het plannen met deze inspanning geen plan; langer zoeken misschien wel.",
    worth: { "een plan van \($0)" }, target: { "het doel wordt bereikt op \($0)" },
    origin: { "Dit alles komt uit \($0) zoektochten naar een plan." })

  static let swedish = RepairVocabulary(
    reasons: "Det finns ingen plan", clash: "Vad som krockar",
    proved:
      "Det är bevisat att de här reglerna inte alla kan följas, vad som än tillåts i övrigt; utan någon av dem finns det en plan (med scenariots andra regler upphävda).",
    notFound:
      "Ingen plan hittades som följer alla dessa regler, vad som än tillåts i övrigt, och att det inte finns någon är inte bevisat; utan någon av dem finns det en (med scenariots andra regler upphävda).",
    noClash:
      "Inte ens med varje regel upphävd som kan upphävas hittades en plan: något som krävs kan aldrig uppfyllas.",
    repairs: "Vad som skulle hjälpa, vart och ett planerat",
    noRepair: "Inget av det som prövats ger en plan.",
    least:
      "Med någon av ändringarna ett steg mindre (en vecka, en halv person, en procent av budgeten) hittar planeringen med denna ansträngning ingen plan; en längre sökning kan göra det.",
    worth: { "en plan värd \($0)" }, target: { "målet nås \($0)" },
    origin: { "Allt detta kommer från \($0) sökningar efter en plan." })
}
