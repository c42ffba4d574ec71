import RoadmapModel

/// What is said about what more money or people buy, in one language.
struct FrontierVocabulary: Sendable {
  typealias Sentence = @Sendable (String) -> String

  let title: Sentence
  let budget: String
  let meaning: String
  let value: String
  /// Money within a sentence, and people of a team.
  let ofBudget: Sentence
  let ofTeam: @Sendable (String, String) -> String
  let limit: String
  /// What one unit more adds: the unit of money, or nil for a person.
  let perUnit: @Sendable (String?) -> String
  /// A unit of money without a name.
  let unit: String
  let target: String
  let built: String
  /// In place of what a plan is worth: none was found.
  let noneFound: String
  /// The same: it is proved that there is none.
  let impossible: String
  let added: Sentence
  let dropped: Sentence
  let moved: @Sendable (Int) -> String
  let later: Sentence
  let begins: String
  /// The highest level without a plan, the lowest with one, and whether it is proved that the first has none.
  let beginsBetween: @Sendable (String, String, Bool) -> String
  let scenarioHasNone: String
  let nowhere: String
  /// What the scenario itself has.
  let own: Sentence
  let help: String
  let saturated: Sentence
  let stillHelps: String
  /// By how much more than the best plan that was found the limit of the highest level is.
  let room: Sentence
  let otherObjective: String
  let cut: String
  /// The level at which there is no plan any more, and whether that is proved.
  let cutIsImpossible: @Sendable (String, Bool) -> String
  /// The level, and what is lost.
  let loss: @Sendable (String, String) -> String
  /// The weeks, and whether it is later.
  let shift: @Sendable (Int, Bool) -> String
  let sameTarget: String
  /// The heading of what each level has and the one before has not.
  let buys: String
  let origin: Sentence

  /// The words of a language.
  static subscript(language: Language) -> FrontierVocabulary {
    switch language {
    case .english: english
    case .dutch: dutch
    case .swedish: swedish
    }
  }

  static let english = FrontierVocabulary(
    title: { "What more buys: \($0)" }, budget: "Whole budget",
    meaning:
      "The scenario's own level has a star. What is added and dropped is compared with the level before; no plan of a level can be worth more than its limit. Impossible is proved; where none was found there may be one.",
    value: "Net present value", ofBudget: { "a budget of \($0)" },
    ofTeam: { "\($0) people in \($1)" }, limit: "Limit", perUnit: { "Per \($0 ?? "person") more" },
    unit: "unit",
    target: "Target", built: "Built", noneFound: "none found", impossible: "impossible",
    added: { "adds \($0)" },
    dropped: { "drops \($0)" },
    moved: { "moves \($0) \($0 == 1 ? "other" : "others")" }, later: { "later: \($0)" },
    begins: "Where plans begin",
    beginsBetween: {
      "With \($1) there is a plan; with \($0) and less \($2 ? "there is none, which is proved" : "none was found that keeps all rules")."
    },
    scenarioHasNone: "The scenario as it is has none: gait explain says what clashes, and what repairs it.",
    nowhere: "At none of these levels a plan was found that keeps all rules.",
    own: { "The scenario itself has \($0)." }, help: "Where more stops helping",
    saturated: { "From \($0) on, no plan was found that adds 0.1% of the worth." },
    stillHelps: "More helps up to the end of the range.",
    room: { "By its limit, a plan of the highest level could be worth up to \($0) more." },
    otherObjective: "Plans were not chosen for value, so their worth may fall where more is spent.",
    cut: "What 15% less breaks",
    cutIsImpossible: {
      "With \($0) \($1 ? "there is no plan" : "no plan was found") that keeps all rules: the target, its day, or something that has to be in does not fit any more. Give the scenario that much, and gait explain says what clashes."
    },
    loss: { "With \($0) the plan loses \($1)." },
    shift: { "The target is reached \($0) \($0 == 1 ? "week" : "weeks") \($1 ? "later" : "earlier")." },
    sameTarget: "The target is reached as early.", buys: "What it buys",
    origin: { "All of this comes from \($0) searches; each plan has a bound of its own and is audited." })

  static let dutch = FrontierVocabulary(
    title: { "Wat meer oplevert: \($0)" }, budget: "Heel het budget",
    meaning:
      "Het niveau van het scenario zelf heeft een ster. Wat erbij komt en vervalt is vergeleken met het niveau ervoor; geen plan van een niveau kan meer waard zijn dan de grens. Onmogelijk is bewezen; waar geen is gevonden kan er een zijn.",
    value: "Netto contante waarde", ofBudget: { "een budget van \($0)" },
    ofTeam: { "\($0) personen in \($1)" }, limit: "Grens",
    perUnit: { "Per \($0 ?? "persoon") meer" }, unit: "eenheid", target: "Doel", built: "Gebouwd",
    noneFound: "geen gevonden", impossible: "onmogelijk", added: { "erbij: \($0)" },
    dropped: { "vervalt: \($0)" },
    moved: { "verschuift er \($0)" },
    later: { "later: \($0)" }, begins: "Waar plannen beginnen",
    beginsBetween: {
      "Met \($1) is er een plan; met \($0) en minder \($2 ? "is er geen, en dat is bewezen" : "is er geen gevonden dat alle regels volgt")."
    },
    scenarioHasNone:
      "Het scenario zoals het is heeft er geen: gait explain zegt wat botst, en wat dat verhelpt.",
    nowhere: "Bij geen van deze niveaus is een plan gevonden dat alle regels volgt.",
    own: { "Het scenario zelf heeft \($0)." }, help: "Waar meer niet meer helpt",
    saturated: { "Vanaf \($0) is geen plan gevonden dat 0,1% van de waarde toevoegt." },
    stillHelps: "Meer helpt tot het einde van het bereik.",
    room: { "Volgens de grens kan een plan van het hoogste niveau tot \($0) meer waard zijn." },
    otherObjective:
      "De plannen zijn niet op waarde gekozen, dus de waarde kan dalen waar meer wordt uitgegeven.",
    cut: "Wat 15% minder kost",
    cutIsImpossible: {
      "Met \($0) is er geen plan\($1 ? "" : " gevonden") dat alle regels volgt: het doel, de dag ervan, of iets dat erin moet past niet meer. Geef het scenario zoveel, dan zegt gait explain wat botst."
    },
    loss: { "Met \($0) verliest het plan \($1)." },
    shift: { "Het doel wordt \($0) \($0 == 1 ? "week" : "weken") \($1 ? "later" : "eerder") bereikt." },
    sameTarget: "Het doel wordt even vroeg bereikt.", buys: "Wat het oplevert",
    origin: { "Dit alles komt uit \($0) zoekopdrachten; elk plan heeft een eigen grens en is gecontroleerd." }
  )

  static let swedish = FrontierVocabulary(
    title: { "Vad mer ger: \($0)" }, budget: "Hela budgeten",
    meaning:
      "Scenariots egen nivå har en stjärna. Vad som tillkommer och utgår jämförs med nivån före; ingen plan på en nivå kan vara värd mer än gränsen. Omöjligt är bevisat; där ingen hittades kan det finnas en.",
    value: "Nettonuvärde", ofBudget: { "en budget på \($0)" },
    ofTeam: { "\($0) personer i \($1)" }, limit: "Gräns", perUnit: { "Per \($0 ?? "person") mer" },
    unit: "enhet",
    target: "Mål",
    built: "Byggs", noneFound: "ingen funnen", impossible: "omöjligt", added: { "tillkommer: \($0)" },
    dropped: { "utgår: \($0)" },
    moved: { "flyttar \($0)" }, later: { "senare: \($0)" },
    begins: "Var planer börjar",
    beginsBetween: {
      "Med \($1) finns det en plan; med \($0) och mindre \($2 ? "finns det ingen, vilket är bevisat" : "hittades ingen som håller alla regler")."
    },
    scenarioHasNone:
      "Scenariot som det är har ingen: gait explain säger vad som krockar, och vad som avhjälper det.",
    nowhere: "På ingen av dessa nivåer hittades en plan som håller alla regler.",
    own: { "Scenariot självt har \($0)." }, help: "Där mer inte längre hjälper",
    saturated: { "Från \($0) hittades ingen plan som ger 0,1\u{A0}% av värdet till." },
    stillHelps: "Mer hjälper till slutet av spannet.",
    room: { "Enligt gränsen kan en plan på den högsta nivån vara värd upp till \($0) mer." },
    otherObjective: "Planerna valdes inte efter värde, så värdet kan falla där mer ges ut.",
    cut: "Vad 15\u{A0}% mindre kostar",
    cutIsImpossible: {
      "Med \($0) \($1 ? "finns" : "hittades") ingen plan som håller alla regler: målet, dess dag eller något som måste vara med får inte plats längre. Ge scenariot så mycket, så säger gait explain vad som krockar."
    },
    loss: { "Med \($0) förlorar planen \($1)." },
    shift: { "Målet nås \($0) \($0 == 1 ? "vecka" : "veckor") \($1 ? "senare" : "tidigare")." },
    sameTarget: "Målet nås lika tidigt.", buys: "Vad det ger",
    origin: { "Allt detta kommer från \($0) sökningar; varje plan har en egen gräns och är granskad." })
}
