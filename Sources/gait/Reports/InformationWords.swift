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
            .text(words.test), .text(words.untilThen),
          ],
          rows: information.values.prefix(Self.shown).map { value in
            Report.Row([
              name(of: value.id), words.input(value.input, value.kpi.map(words.name) ?? ""),
              notation.money(value.worth),
              notation.percent(value.changesDecision), test(of: value),
              value.isPlanned ? words.build : words.leaveOut,
            ])
          })), .paragraph(words.meaning),
    ]
  }

  /// How long a test takes that could tell an effect; nothing for what no test tells.
  private func test(of value: InformationReport.InformationValue) -> String {
    guard value.input == .effect,
      let one = information.measurements.first(where: { $0.id == value.id && $0.kpi == value.kpi })
    else { return "" }
    guard let weeks = one.weeks else { return words.tooFew }
    return weeks > Self.patience ? words.overAYear : words.inWeeks(Int(weeks.rounded(.up)))
  }

  /// The smallest changes that a test of eight weeks would see here, KPI by KPI.
  private var seen: String {
    let parts = KPI.allCases.compactMap { kpi -> String? in
      let all = information.measurements.filter { $0.kpi == kpi }
      guard !all.isEmpty else { return nil }
      let least = all.compactMap { $0.smallestChange.map(abs) }.min()
      return words.seen(words.name(kpi), least.map(share))
    }
    return words.seenHere(parts.joined(separator: ", "))
  }

  private var measurements: [Report.Block] {
    guard !information.measurements.isEmpty else { return [.paragraph(words.noEffects)] }
    let all = information.measurements
    let soon = all.filter { $0.weeks.map { $0 <= Self.patience } ?? false }
    let late = notation.count(all.count - soon.count)
    let never = notation.count(all.count { $0.weeks == nil })
    let rest =
      [Report.Block.paragraph(seen)]
      + (soon.count < all.count ? [.paragraph(words.tooLong(late, never))] : [])
    guard !soon.isEmpty else { return [.paragraph(words.testMeaning)] + rest }
    return [
      .table(
        Report.Table(
          columns: [
            .text(words.capability), .text(words.kpi), .number(words.change), .number(words.perGroup),
            .number(words.converters), .number(words.weeks),
          ],
          rows: soon.map { one in
            Report.Row([
              name(of: one.id), words.name(one.kpi), signed(one.change),
              notation.count(one.perGroup), notation.count(one.converters),
              one.weeks.map { notation.count(Int($0.rounded(.up))) } ?? "",
            ])
          })), .paragraph("\(words.testMeaning) \(words.measureMeaning)"),
    ] + rest
  }

  private func signed(_ change: Double) -> String { (change > 0 ? "+" : "") + share(change) }

  private func share(_ change: Double) -> String {
    abs(change) < 0.1 ? notation.decimal(change * 100) + notation.percentSign : notation.percent(change)
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
  let test: String
  let tooFew: String
  let overAYear: String
  let inWeeks: @Sendable (Int) -> String
  let untilThen: String
  let build: String
  let leaveOut: String
  /// A kind of number, and the name of the KPI of an effect.
  let input: @Sendable (InformationReport.InformationValue.Input, String) -> String
  let name: @Sendable (KPI) -> String
  /// A KPI, and the smallest change that is seen; nil when none is.
  let seen: @Sendable (String, String?) -> String
  let seenHere: Sentence
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
      "Worth is the most that a test or a pilot may cost which tells the number for sure before it is decided about; changes is how often that would lead to another decision, with all other numbers as planned. A test takes so long to tell the effect from none, as below; where that is empty, only a pilot or a quote can tell. Until then says what is best as long as the number is not known.",
    capability: "Capability", number: "Number", worth: "Worth knowing", otherwise: "Changes",
    test: "A test takes", tooFew: "never: too few", overAYear: "over a year",
    inWeeks: { "\($0) \($0 == 1 ? "week" : "weeks")" }, untilThen: "Until then", build: "build it",
    leaveOut: "leave it out",
    input: { input, kpi in
      switch input {
      case .cost: "one-off cost"
      case .duration: "weeks of work"
      case .effect: "effect on \(kpi)"
      case .success: "whether it works"
      }
    },
    name: { kpi in
      switch kpi {
      case .visits: "visits"
      case .conversion: "conversion"
      case .orderValue: "order value"
      case .margin: "margin"
      case .returnRate: "returns"
      case .churn: "churn"
      case .reorderRate: "reorders"
      case .costToServe: "cost to serve"
      default: kpi.rawValue
      }
    },
    seen: { kpi, least in least.map { "\(kpi) by \($0) or more" } ?? "\(kpi) at no change" },
    seenHere: { "A test of eight weeks, or of a month of all customers, sees a change here: \($0)." },
    measure: "Which effects the shop could measure",
    noEffects: "No effect is on a rate that a test of two groups could tell.",
    testMeaning:
      "For a test of two groups with a power of 80% at a two-sided level of 5%, in the traffic of the week in which it goes live.",
    measureMeaning:
      "Per group says how many each group needs: visits for conversion, orders for returns, and customers for churn and reorders.",
    tooLong: { late, never in
      "\(late) \(late == "1" ? "effect" : "effects") would take longer than a year to measure, \(never) of them with more people than the shop has; `--format json` has them all."
    },
    kpi: "Number", change: "Planned", perGroup: "Per group", converters: "Converters",
    weeks: "Weeks",
    origin: { "All of this comes from \($0) plans." })

  static let dutch = InformationVocabulary(
    first: "Wat eerst uit te zoeken",
    nothing: "Niets wat over een enkel getal kan worden uitgezocht zou een besluit veranderen.",
    meaning:
      "Waard is wat een test of een proef hoogstens mag kosten die het getal zeker vertelt voordat erover wordt besloten; verandert is hoe vaak dat tot een ander besluit zou leiden, met alle andere getallen zoals gepland. Een test duurt zo lang om het effect van geen effect te onderscheiden, zoals hieronder; waar dat leeg is kan alleen een proef of een offerte het zeggen. Tot dan zegt wat het beste is zolang het getal niet bekend is.",
    capability: "Capability", number: "Getal", worth: "Waard om te weten", otherwise: "Verandert",
    test: "Een test duurt", tooFew: "nooit: te weinig", overAYear: "meer dan een jaar",
    inWeeks: { "\($0) \($0 == 1 ? "week" : "weken")" }, untilThen: "Tot dan", build: "bouwen",
    leaveOut: "weglaten",
    input: { input, kpi in
      switch input {
      case .cost: "eenmalige kosten"
      case .duration: "weken werk"
      case .effect: "effect op \(kpi)"
      case .success: "of het werkt"
      }
    },
    name: { kpi in
      switch kpi {
      case .visits: "bezoeken"
      case .conversion: "conversie"
      case .orderValue: "orderwaarde"
      case .margin: "marge"
      case .returnRate: "retouren"
      case .churn: "klantverlies"
      case .reorderRate: "herhaling"
      case .costToServe: "afhandelingskosten"
      default: kpi.rawValue
      }
    },
    seen: { kpi, least in least.map { "\(kpi) met \($0) of meer" } ?? "\(kpi) bij geen verandering" },
    seenHere: {
      "Een test van acht weken, of van een maand met alle klanten, ziet hier een verandering: \($0)."
    },
    measure: "Welke effecten de winkel zou kunnen meten",
    noEffects: "Geen effect gaat over een aandeel dat een test met twee groepen kan zien.",
    testMeaning:
      "Voor een test met twee groepen met een onderscheidend vermogen van 80% en een tweezijdig niveau van 5%, met het verkeer van de week van de livegang.",
    measureMeaning:
      "Per groep is hoeveel elke groep nodig heeft: bezoeken voor conversie, orders voor retouren, en klanten voor klantverlies en herhaling.",
    tooLong: { late, never in
      "Bij \(late) \(late == "1" ? "effect" : "effecten") zou meten langer dan een jaar duren, waarvan bij \(never) met meer mensen dan de winkel heeft; `--format json` geeft ze allemaal."
    },
    kpi: "Getal", change: "Gepland", perGroup: "Per groep", converters: "Conversies", weeks: "Weken",
    origin: { "Dit alles komt uit \($0) plannen." })

  static let swedish = InformationVocabulary(
    first: "Vad som bör tas reda på först",
    nothing: "Inget som kan tas reda på om ett enda tal skulle ändra ett beslut.",
    meaning:
      "Värt är det mesta som ett test eller en pilot får kosta som säkert ger talet innan det beslutas; ändrar är hur ofta det skulle leda till ett annat beslut, med alla andra tal som planerat. Ett test tar så lång tid för att skilja effekten från ingen, som nedan; där det är tomt kan bara en pilot eller en offert ge svar. Tills dess säger vad som är bäst så länge talet inte är känt.",
    capability: "Förmåga", number: "Tal", worth: "Värt att veta", otherwise: "Ändrar",
    test: "Ett test tar", tooFew: "aldrig: för få", overAYear: "över ett år",
    inWeeks: { "\($0) \($0 == 1 ? "vecka" : "veckor")" }, untilThen: "Tills dess", build: "bygg",
    leaveOut: "utelämna",
    input: { input, kpi in
      switch input {
      case .cost: "engångskostnad"
      case .duration: "veckor av arbete"
      case .effect: "effekt på \(kpi)"
      case .success: "om det fungerar"
      }
    },
    name: { kpi in
      switch kpi {
      case .visits: "besök"
      case .conversion: "konvertering"
      case .orderValue: "ordervärde"
      case .margin: "marginal"
      case .returnRate: "returer"
      case .churn: "kundbortfall"
      case .reorderRate: "återköp"
      case .costToServe: "hanteringskostnad"
      default: kpi.rawValue
      }
    },
    seen: { kpi, least in least.map { "\(kpi) med \($0) eller mer" } ?? "\(kpi) vid ingen ändring" },
    seenHere: { "Ett test på åtta veckor, eller på en månad med alla kunder, ser här en ändring: \($0)." },
    measure: "Vilka effekter butiken skulle kunna mäta",
    noEffects: "Ingen effekt gäller en andel som ett test med två grupper kan se.",
    testMeaning:
      "För ett test med två grupper med styrkan 80\u{A0}% på tvåsidig nivå 5\u{A0}%, med trafiken den vecka det driftsätts.",
    measureMeaning:
      "Per grupp är hur många varje grupp behöver: besök för konvertering, ordrar för returer, och kunder för kundbortfall och återköp.",
    tooLong: { late, never in
      "\(late) \(late == "1" ? "effekt" : "effekter") skulle ta mer än ett år att mäta, \(never) av dem med fler människor än butiken har; `--format json` har alla."
    },
    kpi: "Tal", change: "Planerat", perGroup: "Per grupp", converters: "Konverteringar",
    weeks: "Veckor",
    origin: { "Allt detta kommer från \($0) planer." })
}
