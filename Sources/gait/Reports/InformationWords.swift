import RoadmapModel
import ScenarioAnalysis

/// What is said to people about what to find out first.
struct InformationWords {
  let information: InformationReport
  let roadmap: Roadmap
  let language: Language

  private var words: InformationVocabulary { InformationVocabulary[language] }
  private var notation: Notation { Notation(language: language, currency: information.currency) }

  /// The most numbers that are listed.
  private static let shown = 20
  /// The weeks of the longest test that is listed.
  private static let patience = 52.0

  /// The blocks of the report.
  var report: Report {
    var report = Report([.title(roadmap.name[language])])
    report.section(words.first, values)
    report.section(words.measure, measurements)
    report.section(
      Vocabulary[language].sections.origin, [.paragraph(words.origin(notation.count(information.plans)))])
    return report
  }

  private func name(of id: CapabilityID) -> String { roadmap.capability(id)?.name[language] ?? id.text }

  private var values: [Report.Block] {
    guard !information.values.isEmpty else { return [.paragraph(words.nothing)] }
    return [
      .table(
        Report.Table(
          columns: [
            .text(words.capability), .text(words.number), .number(words.worth), .number(words.otherwise),
            .text(words.planned),
          ],
          rows: information.values.prefix(Self.shown).map { value in
            Report.Row([
              name(of: value.id), words.input(value.input, value.kpi), notation.money(value.worth),
              notation.percent(value.changesDecision), value.isPlanned ? words.yes : words.no,
            ])
          })), .paragraph(words.meaning),
    ]
  }

  private var measurements: [Report.Block] {
    guard !information.measurements.isEmpty else { return [.paragraph(words.noEffects)] }
    let all = information.measurements
    let soon = all.filter { $0.weeks.map { $0 <= Self.patience } ?? false }
    let late = notation.count(all.count - soon.count)
    let never = notation.count(all.count { $0.weeks == nil })
    let rest = soon.count < all.count ? [Report.Block.paragraph(words.tooLong(late, never))] : []
    guard !soon.isEmpty else { return rest + [.paragraph(words.testMeaning)] }
    return [
      .table(
        Report.Table(
          columns: [
            .text(words.capability), .text(words.kpi), .number(words.change), .number(words.perGroup),
            .number(words.converters), .number(words.weeks), .number(words.smallest),
          ],
          rows: soon.map { one in
            Report.Row([
              name(of: one.id), words.input(.effect, one.kpi), signed(one.change),
              notation.count(one.perGroup), notation.count(one.converters),
              one.weeks.map { notation.count(Int($0.rounded(.up))) } ?? "",
              one.smallestChange.map(signed) ?? "-",
            ])
          })), .paragraph("\(words.testMeaning) \(words.measureMeaning)"),
    ] + rest
  }

  private func signed(_ change: Double) -> String {
    (change > 0 ? "+" : "")
      + (abs(change) < 0.1 ? notation.decimal(change * 100) + notation.percentSign : notation.percent(change))
  }
}

/// What is said about what to find out first, in one language.
struct InformationVocabulary: Sendable {
  typealias Sentence = @Sendable (String) -> String

  let first: String
  let nothing: String
  let meaning: String
  let capability: String
  let number: String
  let worth: String
  let otherwise: String
  let planned: String
  let yes: String
  let no: String
  /// A kind of number, and the KPI of an effect.
  let input: @Sendable (InformationReport.InformationValue.Input, KPI?) -> String
  let measure: String
  let noEffects: String
  /// What kind of test it is, and what the columns mean.
  let testMeaning: String
  let measureMeaning: String
  /// How many effects take longer than a year, and how many of them more people than there are.
  let tooLong: @Sendable (String, String) -> String
  let kpi: String
  let change: String
  let perGroup: String
  let converters: String
  let weeks: String
  let smallest: String
  let origin: Sentence

  /// The words of a language.
  static subscript(language: Language) -> InformationVocabulary {
    switch language {
    case .english: english
    case .dutch: dutch
    case .swedish: swedish
    }
  }

  static let english = InformationVocabulary(
    first: "What to find out first",
    nothing: "Nothing that could be found out about one number alone would change a decision.",
    meaning:
      "Worth is the most that a test or a pilot may cost which tells the number for sure before it is decided about; changes is how often that would lead to another decision, with all other numbers as planned. The last column says whether it is best to have the capability in the plan as long as that number is not known.",
    capability: "Capability", number: "Number", worth: "Worth knowing", otherwise: "Changes",
    planned: "In till known", yes: "yes", no: "no",
    input: { input, kpi in
      switch input {
      case .cost: "one-off cost"
      case .duration: "weeks of work"
      case .effect:
        "effect on \(Self.name(kpi, [.conversion: "conversion", .orderValue: "order value", .returnRate: "returns", .reorderRate: "reorders", .costToServe: "cost to serve"]))"
      case .success: "whether it works"
      }
    },
    measure: "Which effects the shop could measure",
    noEffects: "No effect is on a rate that a test of two groups could tell.",
    testMeaning:
      "For a test of two groups with a power of 80% at a two-sided level of 5%, in the traffic of the week in which it goes live.",
    measureMeaning:
      "Per group says how many each group needs: visits for conversion, orders for returns, and customers for churn and reorders. The last column is the smallest change that eight weeks would show, or a month of all customers.",
    tooLong: { late, never in
      "\(late) \(late == "1" ? "effect" : "effects") would take longer than a year to measure, \(never) of them with more people than the shop has; `--format json` has them all."
    },
    kpi: "Number", change: "Planned", perGroup: "Per group", converters: "Converters",
    weeks: "Weeks", smallest: "Seen in 8 weeks",
    origin: { "All of this comes from \($0) plans." })

  static let dutch = InformationVocabulary(
    first: "Wat eerst uit te zoeken",
    nothing: "Niets wat over een enkel getal kan worden uitgezocht zou een besluit veranderen.",
    meaning:
      "Waard is wat een test of een proef hoogstens mag kosten die het getal zeker vertelt voordat erover wordt besloten; verandert is hoe vaak dat tot een ander besluit zou leiden, met alle andere getallen zoals gepland. De laatste kolom zegt of de capability het beste in het plan staat zolang dat getal niet bekend is.",
    capability: "Capability", number: "Getal", worth: "Waard om te weten", otherwise: "Verandert",
    planned: "Erin tot dan", yes: "ja", no: "nee",
    input: { input, kpi in
      switch input {
      case .cost: "eenmalige kosten"
      case .duration: "weken werk"
      case .effect:
        "effect op \(Self.name(kpi, [.visits: "bezoeken", .conversion: "conversie", .orderValue: "orderwaarde", .margin: "marge", .returnRate: "retouren", .churn: "klantverlies", .reorderRate: "herhaling", .costToServe: "afhandelingskosten"]))"
      case .success: "of het werkt"
      }
    },
    measure: "Welke effecten de winkel zou kunnen meten",
    noEffects: "Geen effect gaat over een aandeel dat een test met twee groepen kan zien.",
    testMeaning:
      "Voor een test met twee groepen met een onderscheidend vermogen van 80% en een tweezijdig niveau van 5%, met het verkeer van de week van de livegang.",
    measureMeaning:
      "Per groep is hoeveel elke groep nodig heeft: bezoeken voor conversie, orders voor retouren, en klanten voor klantverlies en herhaling. De laatste kolom is de kleinste verandering die acht weken zouden laten zien, of een maand met alle klanten.",
    tooLong: { late, never in
      "Bij \(late) \(late == "1" ? "effect" : "effecten") zou meten langer dan een jaar duren, waarvan bij \(never) met meer mensen dan de winkel heeft; `--format json` geeft ze allemaal."
    },
    kpi: "Getal", change: "Gepland", perGroup: "Per groep", converters: "Conversies", weeks: "Weken",
    smallest: "Zichtbaar in 8 weken",
    origin: { "Dit alles komt uit \($0) plannen." })

  static let swedish = InformationVocabulary(
    first: "Vad som bör tas reda på först",
    nothing: "Inget som kan tas reda på om ett enda tal skulle ändra ett beslut.",
    meaning:
      "Värt är det mesta som ett test eller en pilot får kosta som säkert ger talet innan det beslutas; ändrar är hur ofta det skulle leda till ett annat beslut, med alla andra tal som planerat. Sista kolumnen säger om förmågan helst ska vara med i planen så länge talet inte är känt.",
    capability: "Förmåga", number: "Tal", worth: "Värt att veta", otherwise: "Ändrar",
    planned: "Med tills dess",
    yes: "ja", no: "nej",
    input: { input, kpi in
      switch input {
      case .cost: "engångskostnad"
      case .duration: "veckor av arbete"
      case .effect:
        "effekt på \(Self.name(kpi, [.visits: "besök", .conversion: "konvertering", .orderValue: "ordervärde", .margin: "marginal", .returnRate: "returer", .churn: "kundbortfall", .reorderRate: "återköp", .costToServe: "hanteringskostnad"]))"
      case .success: "om det fungerar"
      }
    },
    measure: "Vilka effekter butiken skulle kunna mäta",
    noEffects: "Ingen effekt gäller en andel som ett test med två grupper kan se.",
    testMeaning:
      "För ett test med två grupper med styrkan 80\u{A0}% på tvåsidig nivå 5\u{A0}%, med trafiken den vecka det driftsätts.",
    measureMeaning:
      "Per grupp är hur många varje grupp behöver: besök för konvertering, ordrar för returer, och kunder för kundbortfall och återköp. Sista kolumnen är den minsta förändring som åtta veckor skulle visa, eller en månad med alla kunder.",
    tooLong: { late, never in
      "\(late) \(late == "1" ? "effekt" : "effekter") skulle ta mer än ett år att mäta, \(never) av dem med fler människor än butiken har; `--format json` har alla."
    },
    kpi: "Tal", change: "Planerat", perGroup: "Per grupp", converters: "Konverteringar",
    weeks: "Veckor", smallest: "Syns på 8 veckor",
    origin: { "Allt detta kommer från \($0) planer." })

  private static func name(_ kpi: KPI?, _ words: [KPI: String]) -> String {
    kpi.map { words[$0] ?? $0.rawValue } ?? ""
  }
}
