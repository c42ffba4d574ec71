import RoadmapModel
import ScenarioAnalysis

/// What is said about scenarios side by side, in one language.
struct ComparisonVocabulary: Sendable {
  typealias Sentence = @Sendable (String) -> String
  typealias SentenceOfTwo = @Sendable (String, String) -> String

  let title: String
  let verdict: String
  let sideBySide: String
  let meaning: String
  let pairs: String
  let regrets: String
  let difference: SentenceOfTwo
  let origin: SentenceOfTwo
  let planned: String
  let bound: String
  let mean: String
  let range: String
  let loss: String
  let rate: String
  let payback: String
  let spend: String
  let peak: String
  let target: String
  let half: String
  let fourFifths: String
  let joint: String
  let load: Sentence
  /// The better one, the other, the mean difference and its interval.
  let pair: @Sendable (String, String, String, String) -> String
  let wins: Sentence
  /// Weeks, and whether the better one is later.
  let weeks: @Sendable (String, Bool) -> String
  let dominance: @Sendable (Comparison.Pair.Dominance) -> String
  let future: String
  let bestMark: String
  let largest: String
  let regretMeaning: String
  let leastRegret: Sentence
  let shift: Sentence
  let more: @Sendable (Int) -> String
  let added: Sentence
  let dropped: Sentence
  let earlier: Sentence
  let later: Sentence
  let recosted: Sentence
  let same: String

  /// The words of a language.
  static subscript(language: Language) -> ComparisonVocabulary {
    switch language {
    case .english: english
    case .dutch: dutch
    case .swedish: swedish
    }
  }

  static let english = ComparisonVocabulary(
    title: "Scenarios compared", verdict: "Verdict", sideBySide: "Side by side",
    meaning:
      "Rows of means, shares and percentiles are over the futures, all others are those of the plans. P80 is the day by which four of five futures are there; a dash is not before the calendar ends. All hold means the planned day, one-off cost and value together. The internal rate of return is large where early work soon pays for the rest.",
    pairs: "Future by future", regrets: "When things are otherwise",
    difference: { "From '\($0)' to '\($1)'" },
    origin: { "\($0) futures of each scenario, the same for all; seed \($1)." },
    planned: "Planned value (NPV)",
    bound: "No plan is worth more than", mean: "Mean value", range: "Value, P10 - P90",
    loss: "Chance of a loss",
    rate: "Internal rate of return", payback: "Payback, P50", spend: "Total spend",
    peak: "Most money out, mean",
    target: "Target as planned", half: "Target, P50", fourFifths: "Target, P80", joint: "All hold",
    load: { "Load of \($0)" },
    pair: { "'\($0)' against '\($1)': \($2) more in the mean (95% confidence: \($3))" },
    wins: { "worth more in \($0) of the futures" },
    weeks: {
      "where both reach the target, it does so \($0) \($0 == "1" ? "week" : "weeks") \($1 ? "later" : "earlier") in the mean"
    },
    dominance: { dominance in
      switch dominance {
      case .everyFuture: "better in every future"
      case .everyLevel: "better at every level of confidence"
      case .riskAverse: "better for whoever avoids risk"
      }
    },
    future: "Future", bestMark: "best", largest: "Largest regret",
    regretMeaning:
      "Amounts are what a plan, carried out as it is, is worth less than the best of them in that future; with ! it then breaks a rule of its scenario, such as a deadline.",
    leastRegret: { "'\($0)' has the smallest largest regret." },
    shift: { "\($0) \($0 == "1" ? "week" : "weeks")" },
    more: { "and \($0) more" }, added: { "Added: \($0)." }, dropped: { "Dropped: \($0)." },
    earlier: { "Earlier: \($0)." }, later: { "Later: \($0)." }, recosted: { "Another cost: \($0)." },
    same: "The plans are the same.")

  static let dutch = ComparisonVocabulary(
    title: "Scenario's vergeleken", verdict: "Oordeel", sideBySide: "Naast elkaar",
    meaning:
      "Rijen met gemiddelden, aandelen en percentielen gaan over de toekomsten, alle andere over de plannen. P80 is de dag waarop vier van de vijf toekomsten er zijn; een streepje is niet binnen de planning. Alles houdt betekent: de geplande dag, eenmalige kosten en waarde samen. De interne rentevoet is groot waar vroeg werk de rest al snel betaalt.",
    pairs: "Toekomst voor toekomst", regrets: "Als het anders loopt",
    difference: { "Van '\($0)' naar '\($1)'" },
    origin: { "\($0) toekomsten van elk scenario, voor alle dezelfde; seed \($1)." },
    planned: "Geplande waarde (NCW)", bound: "Geen plan is meer waard dan", mean: "Gemiddelde waarde",
    range: "Waarde, P10 - P90", loss: "Kans op verlies", rate: "Interne rentevoet",
    payback: "Terugverdiend, P50", spend: "Totale uitgaven", peak: "Meeste geld uit, gemiddeld",
    target: "Doel volgens plan", half: "Doel, P50", fourFifths: "Doel, P80", joint: "Alles houdt",
    load: { "Belasting van \($0)" },
    pair: { "'\($0)' tegen '\($1)': gemiddeld \($2) meer (95% zekerheid: \($3))" },
    wins: { "meer waard in \($0) van de toekomsten" },
    weeks: {
      "waar beide het doel bereiken, gemiddeld \($0) \($0 == "1" ? "week" : "weken") \($1 ? "later" : "eerder")"
    },
    dominance: { dominance in
      switch dominance {
      case .everyFuture: "beter in elke toekomst"
      case .everyLevel: "beter op elk niveau van zekerheid"
      case .riskAverse: "beter voor wie risico mijdt"
      }
    },
    future: "Toekomst", bestMark: "beste", largest: "Grootste spijt",
    regretMeaning:
      "Bedragen zijn wat een plan, uitgevoerd zoals het is, in die toekomst minder waard is dan het beste; met ! breekt het dan een regel van zijn scenario, zoals een deadline.",
    leastRegret: { "'\($0)' heeft de kleinste grootste spijt." },
    shift: { "\($0) \($0 == "1" ? "week" : "weken")" },
    more: { "en nog \($0)" }, added: { "Erbij: \($0)." }, dropped: { "Vervalt: \($0)." },
    earlier: { "Eerder: \($0)." }, later: { "Later: \($0)." }, recosted: { "Andere kosten: \($0)." },
    same: "De plannen zijn gelijk.")

  static let swedish = ComparisonVocabulary(
    title: "Scenarier jämförda", verdict: "Omdöme", sideBySide: "Sida vid sida",
    meaning:
      "Rader med medelvärden, andelar och percentiler gäller framtiderna, alla andra planerna. P80 är dagen då fyra av fem framtider är framme; ett streck är inte före planens slut. Allt håller betyder planerad dag, engångskostnad och värde tillsammans. Internräntan är stor där tidigt arbete snart betalar resten.",
    pairs: "Framtid för framtid", regrets: "När det blir annorlunda",
    difference: { "Från '\($0)' till '\($1)'" },
    origin: { "\($0) framtider av varje scenario, samma för alla; frö \($1)." },
    planned: "Planerat värde (NNV)", bound: "Ingen plan är mer värd än", mean: "Medelvärde",
    range: "Värde, P10 - P90", loss: "Risk för förlust", rate: "Internränta", payback: "Återbetalt, P50",
    spend: "Totala utgifter", peak: "Mest pengar ute, medel", target: "Mål enligt plan", half: "Mål, P50",
    fourFifths: "Mål, P80", joint: "Allt håller", load: { "Belastning av \($0)" },
    pair: { "'\($0)' mot '\($1)': \($2) mer i medeltal (95\u{A0}% säkerhet: \($3))" },
    wins: { "mer värt i \($0) av framtiderna" },
    weeks: {
      "där båda når målet sker det i medeltal \($0) \($0 == "1" ? "vecka" : "veckor") \($1 ? "senare" : "tidigare")"
    },
    dominance: { dominance in
      switch dominance {
      case .everyFuture: "bättre i varje framtid"
      case .everyLevel: "bättre på varje säkerhetsnivå"
      case .riskAverse: "bättre för den som undviker risk"
      }
    },
    future: "Framtid", bestMark: "bäst", largest: "Största ånger",
    regretMeaning:
      "Beloppen är vad en plan, genomförd som den är, är mindre värd än den bästa i den framtiden; med ! bryter den då en regel i sitt scenario, till exempel en tidsgräns.",
    leastRegret: { "'\($0)' har minst största ånger." }, shift: { "\($0) \($0 == "1" ? "vecka" : "veckor")" },
    more: { "och \($0) till" },
    added: { "Tillkommer: \($0)." }, dropped: { "Utgår: \($0)." }, earlier: { "Tidigare: \($0)." },
    later: { "Senare: \($0)." }, recosted: { "Annan kostnad: \($0)." }, same: "Planerna är lika.")
}
