import RoadmapModel
import ScenarioAnalysis

/// What is said about scenarios side by side, in one language.
struct ComparisonVocabulary: Sendable {
  typealias Sentence = @Sendable (String) -> String
  typealias SentenceOfTwo = @Sendable (String, String) -> String

  let title: String
  let verdict: String
  let plans: String
  let meaningOfPlans: String
  /// The heading of what comes of the plans, with the number of futures.
  let futures: Sentence
  let meaningOfFutures: String
  let pairs: String
  let regrets: String
  let difference: SentenceOfTwo
  let origin: SentenceOfTwo
  let planned: String
  let bound: String
  let mean: String
  let low: String
  let middle: String
  let high: String
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
  /// The ends of an interval.
  let interval: SentenceOfTwo
  let wins: Sentence
  /// When the interval has zero in it.
  let uncertain: String
  /// Weeks, and whether the better one is later.
  let weeks: @Sendable (String, Bool) -> String
  let dominance: @Sendable (Comparison.Pair.Dominance) -> String
  let noDominance: String
  let future: String
  let bestMark: String
  let largest: String
  let regretMeaning: Sentence
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
    title: "Scenarios compared", verdict: "Verdict",
    plans: "As planned, were everything to come as estimated",
    meaningOfPlans:
      "The planned value counts on every estimate, so it is larger than what comes in the mean. The internal rate of return is large where early work soon pays for the rest.",
    futures: { "Over \($0) futures, in which estimates are off, work fails and risks come true" },
    meaningOfFutures:
      "The verdict goes by the mean. In one of ten futures the value is below P10, in half of them below P50 and in one of ten above P90. Dates are those by which half and four of five of the futures are there; a dash is not before the calendar ends.",
    pairs: "Future by future", regrets: "When things are otherwise",
    difference: { "From '\($0)' to '\($1)'" },
    origin: { "\($0) futures of each scenario, the same for all; seed \($1)." },
    planned: "Planned value (NPV)",
    bound: "No plan is worth more than", mean: "Mean value (NPV)", low: "Value, P10", middle: "Value, P50",
    high: "Value, P90", loss: "Chance of a loss",
    rate: "Internal rate of return", payback: "Payback, P50", spend: "Total spend",
    peak: "Most money out, mean",
    target: "Target reached", half: "Target reached, P50", fourFifths: "Target reached, P80",
    joint: "Planned day, cost and value all hold",
    load: { "Load of \($0)" },
    pair: { "'\($0)' against '\($1)': \($2) more in the mean (95% confidence: \($3))" },
    interval: { "\($0) to \($1)" }, wins: { "worth more in \($0) of the futures" },
    uncertain: "which of them is worth more in the mean is not certain",
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
    noDominance: "it does not dominate",
    future: "Mean value", bestMark: "best", largest: "Largest regret",
    regretMeaning: {
      "Amounts are by how much the mean value of a plan is less than the best one's then: the first row over all futures, the others over the first \($0). With ! the plan, carried out by the estimates, then breaks a rule of its scenario, such as a deadline."
    },
    leastRegret: { "'\($0)' has the smallest largest regret." },
    shift: { "\($0) \($0 == "1" ? "week" : "weeks")" },
    more: { "and \($0) more" }, added: { "Added: \($0)." }, dropped: { "Dropped: \($0)." },
    earlier: { "Earlier: \($0)." }, later: { "Later: \($0)." }, recosted: { "Another cost: \($0)." },
    same: "The plans are the same.")

  static let dutch = ComparisonVocabulary(
    title: "Scenario's vergeleken", verdict: "Oordeel", plans: "Zoals gepland, als alles komt zoals geschat",
    meaningOfPlans:
      "De geplande waarde rekent op elke schatting, dus is ze hoger dan wat gemiddeld komt. De interne rentevoet is groot waar vroeg werk de rest al snel betaalt.",
    futures: {
      "Over \($0) toekomsten, waarin schattingen ernaast zitten, werk mislukt en risico's uitkomen"
    },
    meaningOfFutures:
      "Het oordeel gaat naar het gemiddelde. In een van de tien toekomsten ligt de waarde onder P10, in de helft onder P50 en in een van de tien boven P90. Datums zijn die waarop de helft en vier van de vijf toekomsten er zijn; een streepje is niet binnen de planning.",
    pairs: "Toekomst voor toekomst", regrets: "Als het anders loopt",
    difference: { "Van '\($0)' naar '\($1)'" },
    origin: { "\($0) toekomsten van elk scenario, voor alle dezelfde; seed \($1)." },
    planned: "Geplande waarde (NCW)", bound: "Geen plan is meer waard dan", mean: "Gemiddelde waarde (NCW)",
    low: "Waarde, P10", middle: "Waarde, P50", high: "Waarde, P90", loss: "Kans op verlies",
    rate: "Interne rentevoet",
    payback: "Terugverdiend, P50", spend: "Totale uitgaven", peak: "Meeste geld uit, gemiddeld",
    target: "Doel bereikt", half: "Doel bereikt, P50", fourFifths: "Doel bereikt, P80",
    joint: "Geplande dag, kosten en waarde houden alle",
    load: { "Belasting van \($0)" },
    pair: { "'\($0)' tegen '\($1)': gemiddeld \($2) meer (95% zekerheid: \($3))" },
    interval: { "\($0) tot \($1)" }, wins: { "meer waard in \($0) van de toekomsten" },
    uncertain: "welk van beide gemiddeld meer waard is, is niet zeker",
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
    noDominance: "het domineert niet",
    future: "Gemiddelde waarde", bestMark: "beste", largest: "Grootste spijt",
    regretMeaning: {
      "Bedragen zijn hoeveel de gemiddelde waarde van een plan dan lager is dan die van het beste: de eerste rij over alle toekomsten, de andere over de eerste \($0). Met ! breekt het plan, uitgevoerd naar de schattingen, dan een regel van zijn scenario, zoals een deadline."
    },
    leastRegret: { "'\($0)' heeft de kleinste grootste spijt." },
    shift: { "\($0) \($0 == "1" ? "week" : "weken")" },
    more: { "en nog \($0)" }, added: { "Erbij: \($0)." }, dropped: { "Vervalt: \($0)." },
    earlier: { "Eerder: \($0)." }, later: { "Later: \($0)." }, recosted: { "Andere kosten: \($0)." },
    same: "De plannen zijn gelijk.")

  static let swedish = ComparisonVocabulary(
    title: "Scenarier jämförda", verdict: "Omdöme", plans: "Som planerat, om allt blir som uppskattat",
    meaningOfPlans:
      "Det planerade värdet räknar med varje uppskattning, så det är större än det som blir i medeltal. Internräntan är stor där tidigt arbete snart betalar resten.",
    futures: { "Över \($0) framtider, där uppskattningar slår fel, arbete misslyckas och risker inträffar" },
    meaningOfFutures:
      "Omdömet går efter medelvärdet. I en av tio framtider är värdet under P10, i hälften under P50 och i en av tio över P90. Datum är de då hälften respektive fyra av fem framtider är framme; ett streck är inte före planens slut.",
    pairs: "Framtid för framtid", regrets: "När det blir annorlunda",
    difference: { "Från '\($0)' till '\($1)'" },
    origin: { "\($0) framtider av varje scenario, samma för alla; frö \($1)." },
    planned: "Planerat värde (NNV)", bound: "Ingen plan är mer värd än", mean: "Medelvärde (NNV)",
    low: "Värde, P10", middle: "Värde, P50", high: "Värde, P90", loss: "Risk för förlust",
    rate: "Internränta", payback: "Återbetalt, P50",
    spend: "Totala utgifter", peak: "Mest pengar ute, medel", target: "Målet nås",
    half: "Målet nås, P50", fourFifths: "Målet nås, P80",
    joint: "Planerad dag, kostnad och värde håller alla", load: { "Belastning av \($0)" },
    pair: { "'\($0)' mot '\($1)': \($2) mer i medeltal (95\u{A0}% säkerhet: \($3))" },
    interval: { "\($0) till \($1)" }, wins: { "mer värt i \($0) av framtiderna" },
    uncertain: "vilket av dem som är mer värt i medeltal är inte säkert",
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
    noDominance: "det dominerar inte",
    future: "Medelvärde", bestMark: "bäst", largest: "Största ånger",
    regretMeaning: {
      "Beloppen är hur mycket mindre en plans medelvärde då är än den bästas: första raden över alla framtider, de andra över de första \($0). Med ! bryter planen, genomförd efter uppskattningarna, då en regel i sitt scenario, till exempel en tidsgräns."
    },
    leastRegret: { "'\($0)' har minst största ånger." }, shift: { "\($0) \($0 == "1" ? "vecka" : "veckor")" },
    more: { "och \($0) till" },
    added: { "Tillkommer: \($0)." }, dropped: { "Utgår: \($0)." }, earlier: { "Tidigare: \($0)." },
    later: { "Senare: \($0)." }, recosted: { "Annan kostnad: \($0)." }, same: "Planerna är lika.")
}
