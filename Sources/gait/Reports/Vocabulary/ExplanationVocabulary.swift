import RoadmapModel
import ScenarioAnalysis

/// What is said about why capabilities are where they are, in one language.
struct ExplanationVocabulary: Sendable {
  typealias Sentence = @Sendable (String) -> String
  typealias SentenceOfTwo = @Sendable (String, String) -> String

  /// The worth of the plan.
  let worth: Sentence
  /// By how much the plan is better than the one that the analysis began with.
  let improved: Sentence
  /// The numbers of plans and of schedules that each may have built.
  let origin: SentenceOfTwo
  /// The number of those that were searched for longer, and of schedules that each of these may have built.
  let longer: SentenceOfTwo
  /// What a loss or a gain is that was found.
  let amountsAreLimits: String
  let planned: String
  let leftOut: String
  let gains: String
  /// The headings of what more money brings, and of what all quarters together bring.
  let money: String
  let allQuarters: String
  /// The headings of columns.
  let capability: String
  let starts: String
  let later: Sentence
  let inclusion: String
  let quarter: String
  /// In place of an amount: there is no plan with that.
  let noPlan: String
  /// In place of an amount: the search found no plan with that.
  let noneFound: String
  /// Why there is no plan with a later start, after what is said before.
  let obstacle: Sentence
  /// Why there is no plan with what is left out, after what is said before.
  let obstacleToHaving: Sentence
  /// What the columns of costs and of gains mean.
  let meaning: String
  let gainsMeaning: String
  let moneyMeaning: String
  /// In place of gains: none was found.
  let noGains: String
  /// An amount that is a lower limit.
  let atLeast: Sentence
  /// What more people cost is not counted.
  let withoutPay: String
  /// No number of what is excluded brings it in.
  let staysExcluded: String
  /// The days from which it is worked on and live.
  let placed: SentenceOfTwo
  let whyNow: String
  let whyOut: String
  /// A link of the chain: who, and what is waited for.
  let link: SentenceOfTwo
  /// Those who hold what is waited for.
  let holders: Sentence
  let ifLater: String
  /// A number of weeks and what it leads to.
  let delay: SentenceOfTwo
  /// The plan leaves it out then.
  let leaves: String
  let ways: String
  /// A condition, the day of the start then, and what else it leads to.
  let way: @Sendable (String, String, String) -> String
  let noWay: String
  /// The same for what is left out.
  let waysIn: String
  let noWayIn: String
  let ifIncluded: String
  /// What the net present value changes by: the amount, and whether it grows.
  let value: @Sendable (String, Bool) -> String
  let sameValue: String
  /// What the target is moved by: weeks, and whether it is later.
  let target: @Sendable (Int, Bool) -> String
  let stability: String
  let quantity: String
  let plannedWith: String
  let down: String
  let up: String
  /// The name of a number, and whether it is of what is left.
  let quantities: @Sendable (Explanation.StabilityRange.Quantity, Bool) -> String
  /// Up to where it holds, and what happens at which value.
  let holds: @Sendable (String, String, String) -> String
  /// Up to where it stays in the plan, where it moves before that, and what happens at which value.
  let stays: @Sendable (String, String, String) -> String
  /// It holds as far as was looked.
  let holdsAll: Sentence
  let events: @Sendable (Explanation.StabilityRange.Event) -> String
  let weeks: Sentence
  let stabilityMeaning: String
  /// It is live, and since which day.
  let live: String
  let liveSince: Sentence
  let doesNotApply: String
  /// The stages that demand it.
  let demanded: @Sendable ([String]) -> String
  /// The capabilities, in quotation marks, that cannot be chosen beside it.
  let rulesOut: @Sendable ([String]) -> String
  let notNeeded: String
  let neededFor: String
  /// Who, and on which day it starts.
  let startsOn: SentenceOfTwo

  /// The words of a language.
  static subscript(language: Language) -> ExplanationVocabulary {
    switch language {
    case .english: english
    case .dutch: dutch
    case .swedish: swedish
    }
  }
}

extension ExplanationVocabulary {
  static let english = ExplanationVocabulary(
    worth: { "The plan that is explained is worth \($0)." },
    improved: {
      "That is \($0) more than the first plan: asking about it brought a better one to light, which `--save-plan` writes. `gait plan --effort thorough` looks for such plans, too."
    },
    origin: { "All of this comes from \($0) plans of variants, each the best of at most \($1) schedules." },
    longer: {
      "Where the first answer was a gain, a large loss or no plan, and for capabilities that are named, the search was longer: \($0 == "1" ? "one of them is" : "\($0) of them are") the best of at most \($1)."
    },
    amountsAreLimits:
      "Each loss and each gain is that of a plan that was found: the real loss is no larger and the real gain no smaller, and a longer search may find a better one.",
    planned: "What is planned, and what waiting costs", leftOut: "What is left out, and what having it costs",
    gains: "What more people and money would bring", money: "10% more money", allQuarters: "All quarters",
    capability: "Capability",
    starts: "Starts", later: { "\($0) weeks later" }, inclusion: "If it had to be in", quarter: "Quarter",
    noPlan: "no plan", noneFound: "none found", obstacle: { "; if later: \($0)" },
    obstacleToHaving: { "; with it: \($0)" },
    meaning:
      "Amounts are what the plan is worth more or less with that change, when everything else moves to where it then fits best. Each is that of a plan that was found: the real loss is no larger and the real gain no smaller, and a longer search may find a better one; for a capability that is named, it is longer.",
    gainsMeaning:
      "One more person in the team for that quarter alone, or in all of them: the plan is worth at least that much more. Each amount is that of a plan that was found, and a longer search may find a larger one; where there is none, no gain was found. Nobody's pay is counted, so what the person costs comes off.",
    moneyMeaning:
      "Money is a tenth more of the budget that begins in the quarter; what is spent of it is taken off already.",
    noGains: "No plan was found that one more person in a team, or 10% more money, makes worth more.",
    atLeast: { "at least \($0)" },
    withoutPay: "More people are counted without pay, so what they cost comes off.",
    staysExcluded: "As long as it is excluded, no number of its own brings it in.",
    placed: { "In work from \($0), live on \($1)." }, whyNow: "Why not earlier", whyOut: "Why it is left out",
    link: { "\($0) \($1)" }, holders: { "held by \($0)" }, ifLater: "If it started later",
    delay: { "\($0) weeks later: \($1)" }, leaves: "the best plan then leaves it out",
    ways: "What would move it", way: { "\($0): starts \($1); \($2)" },
    noWay: "Nothing that was tried moves it.", waysIn: "What would bring it in",
    noWayIn: "Nothing that was tried brings it in.", ifIncluded: "If it had to be in the plan",
    value: { "the plan is worth \($0) \($1 ? "more" : "less")" }, sameValue: "the plan is worth the same",
    target: { "the target is reached \($0) \($0 == 1 ? "week" : "weeks") \($1 ? "later" : "earlier")" },
    stability: "How far its numbers may be off", quantity: "Number", plannedWith: "Planned with",
    down: "Downwards", up: "Upwards",
    quantities: { quantity, left in
      switch quantity {
      case .cost: left ? "One-off cost that is left" : "One-off cost"
      case .duration: left ? "Weeks of work that are left" : "Weeks of work"
      case .effect: "What it brings"
      }
    },
    holds: { "holds to \($0); at \($1) \($2)" },
    stays: { "it is in the plan to \($0); at \($1) \($2)" }, holdsAll: { "holds as far as \($0)" },
    events: { event in
      switch event {
      case .movesEarlier: "it starts earlier"
      case .movesLater: "it starts later"
      case .leaves: "it leaves the plan"
      case .enters: "it enters the plan"
      case .noPlan: "there is no plan"
      case .noneFound: "no plan was found"
      }
    },
    weeks: { $0 == "1" ? "1 week" : "\($0) weeks" },
    stabilityMeaning:
      "Each end was planned with on both sides: it holds at the one value and fails at the other, for a search of this effort and with all other numbers as they are.",
    live: "It is live already, so no plan decides about it.",
    liveSince: { "It has been live since \($0), so no plan decides about it." },
    doesNotApply:
      "It does not apply to this company: no plan builds it, and nothing waits for it.",
    demanded: {
      "It is demanded by the \($0.count == 1 ? "stage" : "stages") \($0.joined(separator: ", "))."
    },
    rulesOut: { "As it is live, \($0.joined(separator: ", ")) cannot be chosen." },
    notNeeded: "Nothing in this plan needs it to start.", neededFor: "What needs it in this plan",
    startsOn: { "\($0) starts \($1)" }
  )

  static let dutch = ExplanationVocabulary(
    worth: { "Het plan dat wordt uitgelegd is \($0) waard." },
    improved: {
      "Dat is \($0) meer dan het eerste plan: bij het navragen kwam een beter plan aan het licht, dat `--save-plan` bewaart. `gait plan --effort thorough` zoekt ook naar zulke plannen."
    },
    origin: {
      "Dit alles komt uit \($0) plannen van varianten, elk het beste van hoogstens \($1) schema's."
    },
    longer: {
      "Waar het eerste antwoord winst, een groot verlies of geen plan was, en voor capabilities die worden genoemd, is langer gezocht: \($0 == "1" ? "één ervan is" : "\($0) ervan zijn") het beste van hoogstens \($1)."
    },
    amountsAreLimits:
      "Elk verlies en elke winst is die van een plan dat is gevonden: het echte verlies is niet groter en de echte winst niet kleiner, en langer zoeken kan een beter vinden.",
    planned: "Wat gepland is, en wat wachten kost", leftOut: "Wat is weggelaten, en wat het zou kosten",
    gains: "Wat meer mensen en geld zouden brengen", money: "10% meer geld", allQuarters: "Alle kwartalen",
    capability: "Capability",
    starts: "Start", later: { "\($0) weken later" }, inclusion: "Als het erin moest", quarter: "Kwartaal",
    noPlan: "geen plan", noneFound: "niet gevonden", obstacle: { "; als het later is: \($0)" },
    obstacleToHaving: { "; als het erin moet: \($0)" },
    meaning:
      "Bedragen zijn wat het plan met die verandering meer of minder waard is, als al het andere verschuift naar waar het dan het beste past. Elk is dat van een plan dat is gevonden: het echte verlies is niet groter en de echte winst niet kleiner, en langer zoeken kan een beter vinden; voor een capability die wordt genoemd is langer gezocht.",
    gainsMeaning:
      "Eén persoon meer in het team voor alleen dat kwartaal, of in alle: het plan is minstens zoveel meer waard. Elk bedrag is dat van een plan dat is gevonden, en langer zoeken kan een groter vinden; waar niets staat, is geen winst gevonden. Loon telt niet mee, dus wat de persoon kost gaat er nog af.",
    moneyMeaning:
      "Geld is een tiende meer van het budget dat in het kwartaal begint; wat ervan wordt besteed is er al af.",
    noGains:
      "Er is geen plan gevonden dat door één persoon meer in een team, of 10% meer geld, meer waard wordt.",
    atLeast: { "minstens \($0)" },
    withoutPay: "Meer mensen tellen zonder loon mee, dus wat ze kosten gaat er nog af.",
    staysExcluded: "Zolang het is uitgesloten, brengt geen van zijn getallen het in het plan.",
    placed: { "In uitvoering vanaf \($0), live op \($1)." }, whyNow: "Waarom niet eerder",
    whyOut: "Waarom het is weggelaten", link: { "\($0) \($1)" }, holders: { "bezet door \($0)" },
    ifLater: "Als het later begon", delay: { "\($0) weken later: \($1)" },
    leaves: "het beste plan laat het dan weg", ways: "Wat het zou verplaatsen",
    way: { "\($0): start \($1); \($2)" }, noWay: "Niets van wat is geprobeerd verplaatst het.",
    waysIn: "Wat het in het plan zou brengen",
    noWayIn: "Niets van wat is geprobeerd brengt het in het plan.",
    ifIncluded: "Als het in het plan moest",
    value: { "het plan is \($0) \($1 ? "meer" : "minder") waard" }, sameValue: "het plan is evenveel waard",
    target: { "het doel wordt \($0) \($0 == 1 ? "week" : "weken") \($1 ? "later" : "eerder") bereikt" },
    stability: "Hoe ver de getallen ernaast mogen zitten", quantity: "Getal", plannedWith: "Gepland met",
    down: "Omlaag", up: "Omhoog",
    quantities: { quantity, left in
      switch quantity {
      case .cost: left ? "Eenmalige kosten die resteren" : "Eenmalige kosten"
      case .duration: left ? "Weken werk die resteren" : "Weken werk"
      case .effect: "Wat het opbrengt"
      }
    },
    holds: { "houdt stand tot \($0); bij \($1) \($2)" },
    stays: { "het staat in het plan tot \($0); bij \($1) \($2)" },
    holdsAll: { "houdt stand tot zeker \($0)" },
    events: { event in
      switch event {
      case .movesEarlier: "begint het eerder"
      case .movesLater: "begint het later"
      case .leaves: "verdwijnt het uit het plan"
      case .enters: "komt het in het plan"
      case .noPlan: "is er geen plan"
      case .noneFound: "is geen plan gevonden"
      }
    },
    weeks: { $0 == "1" ? "1 week" : "\($0) weken" },
    stabilityMeaning:
      "Met beide waarden van elk einde is gepland: bij de ene houdt het stand en bij de andere niet, voor een zoektocht met deze inspanning en met alle andere getallen zoals ze zijn.",
    live: "Het is al live, dus geen plan beslist erover.",
    liveSince: { "Het is live sinds \($0), dus geen plan beslist erover." },
    doesNotApply:
      "Het is niet van toepassing op dit bedrijf: geen plan bouwt het, en niets wacht erop.",
    demanded: {
      "Het is vereist voor de \($0.count == 1 ? "fase" : "fasen") \($0.joined(separator: ", "))."
    },
    rulesOut: {
      "Omdat het live is, \($0.count == 1 ? "kan" : "kunnen") \($0.joined(separator: ", ")) niet worden gekozen."
    },
    notNeeded: "Niets in dit plan heeft het nodig om te beginnen.",
    neededFor: "Wat het in dit plan nodig heeft", startsOn: { "\($0) start \($1)" }
  )

  static let swedish = ExplanationVocabulary(
    worth: { "Planen som förklaras är värd \($0)." },
    improved: {
      "Det är \($0) mer än den första planen: frågorna förde en bättre plan i ljuset, som `--save-plan` sparar. `gait plan --effort thorough` letar också efter sådana planer."
    },
    origin: {
      "Allt detta kommer från \($0) planer av varianter, var och en den bästa av högst \($1) scheman."
    },
    longer: {
      "Där det första svaret var en vinst, en stor förlust eller ingen plan, och för förmågor som nämns, har sökningen varit längre: \($0 == "1" ? "en av dem är" : "\($0) av dem är") den bästa av högst \($1)."
    },
    amountsAreLimits:
      "Varje förlust och vinst är den för en plan som har hittats: den verkliga förlusten är inte större och den verkliga vinsten inte mindre, och en längre sökning kan hitta en bättre.",
    planned: "Vad som planeras, och vad väntan kostar", leftOut: "Vad som utgår, och vad det skulle kosta",
    gains: "Vad mer folk och pengar skulle ge", money: "10\u{A0}% mer pengar", allQuarters: "Alla kvartal",
    capability: "Förmåga",
    starts: "Börjar", later: { "\($0) veckor senare" }, inclusion: "Om det måste med", quarter: "Kvartal",
    noPlan: "ingen plan", noneFound: "ingen funnen", obstacle: { "; om senare: \($0)" },
    obstacleToHaving: { "; om det måste med: \($0)" },
    meaning:
      "Beloppen är vad planen är mer eller mindre värd med ändringen, när allt annat flyttas dit det då passar bäst. Vart och ett är det för en plan som har hittats: den verkliga förlusten är inte större och den verkliga vinsten inte mindre, och en längre sökning kan hitta en bättre; för en förmåga som nämns är den längre.",
    gainsMeaning:
      "En person till i teamet under bara det kvartalet, eller i alla: planen är värd minst så mycket mer. Varje belopp är det för en plan som har hittats, och en längre sökning kan hitta ett större; där inget står hittades ingen vinst. Lön räknas inte, så vad personen kostar ska dras av.",
    moneyMeaning:
      "Pengar är en tiondel mer av den budget som börjar i kvartalet; vad som används av den är redan avdraget.",
    noGains: "Ingen plan hittades som en person till i ett team, eller 10\u{A0}% mer pengar, gör mer värd.",
    atLeast: { "minst \($0)" },
    withoutPay: "Mer folk räknas utan lön, så vad det kostar ska dras av.",
    staysExcluded: "Så länge det är uteslutet får ingen av dess siffror in det i planen.",
    placed: { "Pågår från \($0), i drift \($1)." }, whyNow: "Varför inte tidigare",
    whyOut: "Varför det utgår", link: { "\($0) \($1)" }, holders: { "upptaget av \($0)" },
    ifLater: "Om det började senare", delay: { "\($0) veckor senare: \($1)" },
    leaves: "den bästa planen utelämnar det då", ways: "Vad som skulle flytta det",
    way: { "\($0): börjar \($1); \($2)" }, noWay: "Inget av det som prövats flyttar det.",
    waysIn: "Vad som skulle få in det i planen",
    noWayIn: "Inget av det som prövats får in det i planen.",
    ifIncluded: "Om det måste vara med i planen",
    value: { "planen är värd \($0) \($1 ? "mer" : "mindre")" }, sameValue: "planen är värd lika mycket",
    target: { "målet nås \($0) \($0 == 1 ? "vecka" : "veckor") \($1 ? "senare" : "tidigare")" },
    stability: "Hur fel siffrorna får vara", quantity: "Siffra", plannedWith: "Planerat med",
    down: "Nedåt", up: "Uppåt",
    quantities: { quantity, left in
      switch quantity {
      case .cost: left ? "Engångskostnad som återstår" : "Engångskostnad"
      case .duration: left ? "Veckor av arbete som återstår" : "Veckor av arbete"
      case .effect: "Vad det ger"
      }
    },
    holds: { "håller till \($0); vid \($1) \($2)" },
    stays: { "det är med i planen till \($0); vid \($1) \($2)" }, holdsAll: { "håller minst till \($0)" },
    events: { event in
      switch event {
      case .movesEarlier: "börjar det tidigare"
      case .movesLater: "börjar det senare"
      case .leaves: "lämnar det planen"
      case .enters: "kommer det med i planen"
      case .noPlan: "finns ingen plan"
      case .noneFound: "hittades ingen plan"
      }
    },
    weeks: { $0 == "1" ? "1 vecka" : "\($0) veckor" },
    stabilityMeaning:
      "Båda värdena vid varje ände har planerats med: vid det ena håller det och vid det andra inte, för en sökning med denna ansträngning och med alla andra siffror som de är.",
    live: "Det är redan i drift, så ingen plan avgör något om det.",
    liveSince: { "Det är i drift sedan \($0), så ingen plan avgör något om det." },
    doesNotApply:
      "Det är inte tillämpligt på det här företaget: ingen plan bygger det, och inget väntar på det.",
    demanded: {
      "Det krävs för \($0.count == 1 ? "steget" : "stegen") \($0.joined(separator: ", "))."
    },
    rulesOut: { "Eftersom det är i drift kan \($0.joined(separator: ", ")) inte väljas." },
    notNeeded: "Inget i den här planen behöver det för att börja.",
    neededFor: "Vad som behöver det i den här planen", startsOn: { "\($0) börjar \($1)" }
  )
}
