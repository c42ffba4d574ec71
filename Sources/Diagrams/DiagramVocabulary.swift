import RoadmapModel

/// The words that diagrams add to those of the scenario, in one language.
struct DiagramVocabulary: Sendable {
  let language: Language

  init(_ language: Language) {
    self.language = language
  }

  func say(_ english: String, _ dutch: String, _ swedish: String) -> String {
    switch language {
    case .english: english
    case .dutch: dutch
    case .swedish: swedish
    }
  }

  // MARK: Titles

  var roadmap: String { say("Roadmap", "Roadmap", "Färdplan") }
  var dependencies: String { say("Dependencies", "Afhankelijkheden", "Beroenden") }

  func planned(_ count: Int) -> String {
    say("\(count) planned", "\(count) gepland", count == 1 ? "1 planerad" : "\(count) planerade")
  }

  func liveToday(_ count: Int) -> String {
    say("\(count) live today", "\(count) nu al live", "\(count) i drift i dag")
  }

  func notPlanned(_ count: Int) -> String {
    say(
      "\(count) not planned", "\(count) niet gepland",
      count == 1 ? "1 inte planerad" : "\(count) inte planerade")
  }

  func missing(_ count: Int) -> String {
    say("\(count) missing", count == 1 ? "1 ontbreekt" : "\(count) ontbreken", "\(count) saknas")
  }

  func partial(_ count: Int) -> String {
    say("\(count) partial", "\(count) deels live", "\(count) delvis i drift")
  }

  func inWork(count: Int) -> String {
    say("\(count) in work", "\(count) in uitvoering", "\(count) p\u{E5}g\u{E5}r")
  }

  func notApplicable(_ count: Int) -> String {
    say(
      "\(count) not applicable", "\(count) niet van toepassing",
      count == 1 ? "1 inte tillämplig" : "\(count) inte tillämpliga")
  }

  func target(stage: String, by date: CivilDate) -> String {
    let day = self.date(date)
    return say(
      "target: \(stage) by \(day)", "doel: \(stage) uiterlijk \(day)", "mål: \(stage) senast \(day)")
  }

  // MARK: Worth

  var netPresentValue: String { say("Net present value", "Netto contante waarde", "Nettonuvärde") }
  var impact: String { say("impact", "opbrengst", "nytta") }
  var scores: String { say("scores", "scores", "poäng") }
  var cost: String { say("cost", "kosten", "kostnad") }
  var provedBest: String { say("proved best", "bewezen optimaal", "bevisat bäst") }

  func gap(_ share: String) -> String {
    say(
      "at most \(share) below the best possible", "hoogstens \(share) onder het best mogelijke",
      "högst \(share) under det bästa möjliga")
  }

  func gapAbove(_ share: String) -> String {
    say(
      "at most \(share) above the least possible", "hoogstens \(share) boven het laagst mogelijke",
      "högst \(share) över det lägsta möjliga")
  }

  func gapInTime(weeks: Int) -> String {
    let amount = self.weeks(weeks)
    return say(
      "at most \(amount) later than possible", "hoogstens \(amount) later dan mogelijk",
      "högst \(amount) senare än möjligt")
  }

  var quarterCost: String { say("Cost", "Kosten", "Kostnad") }
  var quarterImpact: String { say("Extra profit", "Extra winst", "Extra vinst") }

  func around(_ name: String) -> String { say("around \(name)", "rond \(name)", "kring \(name)") }

  func capabilities(_ count: Int) -> String {
    say(
      count == 1 ? "1 capability" : "\(count) capabilities",
      count == 1 ? "1 capability" : "\(count) capabilities",
      count == 1 ? "1 f\u{F6}rm\u{E5}ga" : "\(count) f\u{F6}rm\u{E5}gor")
  }

  func needs(_ count: Int) -> String {
    say(
      count == 1 ? "1 need" : "\(count) needs",
      count == 1 ? "1 afhankelijkheid" : "\(count) afhankelijkheden",
      count == 1 ? "1 beroende" : "\(count) beroenden")
  }

  // MARK: Tables

  var capability: String { say("Capability", "Capability", "F\u{F6}rm\u{E5}ga") }
  var element: String { say("Element", "Element", "Element") }
  var stage: String { say("Stage", "Fase", "Steg") }
  var start: String { say("Start", "Start", "Start") }
  var liveFrom: String { say("Live", "Live", "I drift") }
  var costColumn: String { say("Cost", "Kosten", "Kostnad") }
  var neededFirst: String { say("Needs first", "Heeft eerst nodig", "Kr\u{E4}ver f\u{F6}rst") }
  var state: String { say("State", "Status", "Status") }
  var note: String { say("Note", "Opmerking", "Anm\u{E4}rkning") }
  var milestones: String { say("Milestones", "Mijlpalen", "Milstolpar") }
  var day: String { say("Day", "Dag", "Dag") }
  var critical: String { say("critical", "kritiek", "kritisk") }

  // MARK: Marks

  func towards(_ stage: String) -> String { say("towards \(stage)", "naar \(stage)", "mot \(stage)") }

  func milestone(_ stage: String, _ date: CivilDate) -> String { "\(stage) \u{B7} \(self.date(date))" }

  func deadline(_ date: CivilDate) -> String {
    let day = self.date(date)
    return say("Deadline \(day)", "Deadline \(day)", "Sista dag \(day)")
  }

  func today(_ date: CivilDate) -> String {
    let day = self.date(date)
    return say("Today \(day)", "Vandaag \(day)", "I dag \(day)")
  }

  var noTeam: String { say("No team", "Geen team", "Inget team") }
  var oneOffBudget: String {
    say("Budget, one-off costs", "Budget, eenmalige kosten", "Budget, eng\u{E5}ngskostnader")
  }

  /// The new money of each window of a budget, without what is carried over to it.
  func allowance(_ amount: String, in cycle: LoadStrip.Cycle) -> String {
    switch cycle {
    case .month: say("\(amount) a month", "\(amount) per maand", "\(amount) per m\u{E5}nad")
    case .quarter: say("\(amount) a quarter", "\(amount) per kwartaal", "\(amount) per kvartal")
    case .year: say("\(amount) a year", "\(amount) per jaar", "\(amount) per \u{E5}r")
    case .once: say("\(amount) in all", "\(amount) in totaal", "\(amount) totalt")
    case .irregular: say("\(amount) a window", "\(amount) per venster", "\(amount) per f\u{F6}nster")
    }
  }

  var isCarriedOver: String {
    say("what is left is kept", "wat over is, blijft", "det som blir \u{F6}ver sparas")
  }

  func atMost(_ text: String) -> String { say("at most \(text)", "hoogstens \(text)", "h\u{F6}gst \(text)") }

  /// An amount of every quarter, with its unit.
  func perQuarter(_ name: String, currency: String?) -> String {
    let unit = currency.map { " \($0)" } ?? ""
    return name + say(",\(unit) a quarter", ",\(unit) per kwartaal", ",\(unit) per kvartal")
  }

  func quartersAreNotDiscounted(until day: CivilDate) -> String {
    let end = date(day)
    return say(
      "Quarters are not discounted; the figures in the heading are, and count until \(end).",
      "Kwartalen zijn niet contant gemaakt; de cijfers in de kop wel, en zij tellen tot en met \(end).",
      "Kvartalen \u{E4}r inte diskonterade; siffrorna i rubriken \u{E4}r det och r\u{E4}knas till och med \(end)."
    )
  }

  func afterTheDrawing(_ day: CivilDate, cost: String, impact: String) -> String {
    let end = date(day)
    return say(
      "The drawing ends on \(end); after that come a cost of \(cost) and an extra profit of \(impact).",
      "De tekening eindigt op \(end); daarna komen nog \(cost) aan kosten en \(impact) aan extra winst.",
      "Bilden slutar \(end); d\u{E4}refter kommer en kostnad p\u{E5} \(cost) och en extra vinst p\u{E5} \(impact)."
    )
  }

  func people(_ people: People) -> String {
    let number = decimal(people.count, places: 2)
    return people.hundredths == 100
      ? say("1 person", "1 persoon", "1 person")
      : say("\(number) people", "\(number) mensen", "\(number) personer")
  }

  /// The size of a team that changes.
  func people(upTo people: People) -> String {
    let most = self.people(people)
    return say("up to \(most)", "tot \(most)", "upp till \(most)")
  }

  func only(_ part: String) -> String { say("only \(part)", "alleen \(part)", "endast \(part)") }

  /// What a title says of the part that is shown; nothing when all is.
  func part(_ filter: CapabilityFilter, of roadmap: Roadmap) -> String {
    filter.title(in: roadmap, language).map { " \u{B7} " + only($0) } ?? ""
  }

  /// Stands before what is true of all, where only a part is shown.
  var wholePlan: String { say("Whole plan", "Hele plan", "Hela planen") }
  var wholeCompany: String { say("Whole company", "Hele bedrijf", "Hela f\u{F6}retaget") }

  // MARK: Legend

  var legendToday: String { say("Today", "Vandaag", "I dag") }
  var legendFinishRange: String {
    say(
      "Live in 8 of 10 futures, and in half", "Live in 8 van 10 toekomsten, en in de helft",
      "I drift i 8 av 10 framtider, och i h\u{E4}lften")
  }
  var legendLoad: String {
    say("Used, of what is there", "Gebruikt, van wat er is", "Anv\u{E4}nt, av det som finns")
  }

  var legendPlanned: String { say("Planned capability", "Geplande capability", "Planerad förmåga") }
  var legendCritical: String {
    say(
      "\(RoadmapContent.criticalMark) On the critical chain",
      "\(RoadmapContent.criticalMark) In de kritieke keten",
      "\(RoadmapContent.criticalMark) I den kritiska kedjan")
  }
  var legendSomePlanned: String { say("Something planned", "Iets gepland", "N\u{E5}got planerat") }
  var legendSomeCritical: String {
    say(
      "Something on the critical chain", "Iets in de kritieke keten",
      "N\u{E5}got i den kritiska kedjan")
  }
  var legendAllLive: String { say("All live today", "Alles nu al live", "Allt i drift i dag") }
  var legendSomeMissing: String { say("Something missing", "Er ontbreekt iets", "N\u{E5}got saknas") }
  var legendSomeUnplanned: String {
    say("Something not planned", "Iets niet gepland", "N\u{E5}got inte planerat")
  }
  var legendNeed: String { say("Needed first", "Eerst nodig", "Behövs först") }
  var legendPrerequisite: String {
    say(
      "Needed first, start comes later", "Eerst nodig, start komt later",
      "Behövs först, starten kommer senare")
  }
  var legendTightPrerequisite: String {
    say(
      "Needed first, start follows at once", "Eerst nodig, start sluit direct aan",
      "Behövs först, starten följer genast")
  }
  var legendCriticalPrerequisite: String {
    say("Holds back the critical chain", "Houdt de kritieke keten op", "Styr den kritiska kedjan")
  }
  var legendChoice: String { say("One of several", "Een van meerdere", "En av flera") }
  var legendMilestone: String { say("Stage reached", "Fase bereikt", "Steg uppnått") }
  var legendFreeze: String { say("No go-lives", "Geen livegangen", "Driftsättningsstopp") }
  var legendDeadline: String { say("Deadline", "Deadline", "Sista dag") }
  var legendLive: String { say("Live today", "Nu al live", "I drift i dag") }
  var legendUnplanned: String { say("Not planned", "Niet gepland", "Inte planerad") }
  var legendBegun: String {
    say("Partial or in work", "Deels live of in uitvoering", "Delvis i drift eller p\u{E5}g\u{E5}r")
  }
  var legendSomeBegun: String {
    say(
      "Something partial or in work", "Iets deels live of in uitvoering",
      "N\u{E5}got delvis i drift eller p\u{E5}g\u{E5}r")
  }
  /// What stands above the picture of a company that has no plan.
  var todayWithoutPlan: String {
    say(
      "As of today: no plan is shown", "Stand van nu: er is geen plan getekend",
      "L\u{E4}get i dag: ingen plan visas")
  }
  var legendMissing: String { say("Missing", "Ontbreekt", "Saknas") }
  var legendNotApplicable: String {
    say("Not applicable", "Niet van toepassing", "Inte tillämplig")
  }
  var legendAlternatives: String {
    say("Alternatives", "Alternatieven", "Alternativ")
  }
  var legendJunction: String {
    say("At least so many of these", "Minstens zoveel hiervan", "Minst så många av dessa")
  }

  var legendLag: String { say("Weeks to wait", "Weken wachttijd", "Veckor att vänta") }

  func junction(_ count: Int, of total: Int) -> String {
    say("\(count) of \(total)", "\(count) van \(total)", "\(count) av \(total)")
  }

  /// The name of an alternative, with how many of it may be live.
  func alternative(_ name: String, _ choice: Alternative.Choice) -> String {
    switch choice {
    case .one: say("exactly one: \(name)", "precies een: \(name)", "exakt en: \(name)")
    case .atMostOne: say("at most one: \(name)", "hoogstens een: \(name)", "högst en: \(name)")
    }
  }

  var live: String { say("live", "live", "i drift") }
  var unplanned: String { say("not planned", "niet gepland", "inte planerad") }
  var absent: String { say("missing", "ontbreekt", "saknas") }
  func partlyDone(_ share: Double) -> String {
    say("partial \(wholePercent(share))", "deels \(wholePercent(share))", "delvis \(wholePercent(share))")
  }

  func inWork(_ share: Double) -> String {
    say(
      "in work \(wholePercent(share))", "in uitvoering \(wholePercent(share))", "pågår \(wholePercent(share))"
    )
  }

  var inapplicable: String { say("not applicable", "niet van toepassing", "inte tillämplig") }

  /// A waiting time of whole weeks, such as `+8w`.
  func lag(weeks: Int) -> String { "+\(weeks)\(say("w", "w", "v"))" }
}

// MARK: Dates and amounts

extension DiagramVocabulary {
  private var monthNames: [String] {
    switch language {
    case .english:
      ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    case .dutch:
      ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
    case .swedish:
      ["jan", "feb", "mars", "apr", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec"]
    }
  }

  /// The short name of a month from 1 to 12.
  func month(_ month: Int) -> String { monthNames[month - 1] }

  /// The name of a quarter from 1 to 4.
  func quarter(_ quarter: Int) -> String { say("Q\(quarter)", "K\(quarter)", "Kv \(quarter)") }

  /// A day such as `14 Jun 2027`, which no line break divides.
  func date(_ date: CivilDate) -> String {
    let (year, month, day) = date.components
    return "\(day)\u{A0}\(self.month(month))\u{A0}\(year)"
  }

  /// An amount in at most three digits, such as `EUR 1.2M`, `EUR 180k` or `-EUR 950`.
  func money(_ amount: Money, currency: String? = nil) -> String {
    let sign = amount < .zero ? "\u{2212}" : ""
    let code = currency.map { $0 + "\u{A0}" } ?? ""
    return sign + code + short(units: amount.cents.magnitude / 100)
  }

  /// A share such as `3.1 %`, rounded up so that it can stand behind "at most".
  func percent(atMost share: Double) -> String {
    guard share.isFinite, 0..<1e9 ~= share else { return "?" }
    let tenths = Int((share * 1_000 - 1e-9).rounded(.up))
    let fraction = tenths % 10 == 0 ? "" : "\(decimalMark)\(tenths % 10)"
    return "\(tenths / 10)\(fraction)\u{A0}%"
  }

  func wholePercent(_ share: Double) -> String {
    "\(Int((min(max(share, 0), 1) * 100).rounded()))\u{A0}%"
  }

  /// A number with at most so many decimals, of which zeros at the end are left out.
  func decimal(_ number: Double, places: Int = 1) -> String {
    guard number.isFinite, number.magnitude < 1e12 else { return "?" }
    let scale = (0..<places).reduce(1) { scale, _ in scale * 10 }
    let scaled = Int((number * Double(scale)).rounded())
    let sign = scaled < 0 ? "\u{2212}" : ""
    let (whole, rest) = scaled.magnitude.quotientAndRemainder(dividingBy: UInt(scale))
    // The digits behind the mark are those behind the 1.
    var digits = String(UInt(scale) + rest).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return sign + (digits.isEmpty ? "\(whole)" : "\(whole)\(decimalMark)\(digits)")
  }

  var decimalMark: String { language == .english ? "." : "," }

  /// Rounds to three digits at most; what rounds up to the next unit is written in it (`999,960` is `1M`).
  private func short(units: UInt64) -> String {
    let scales: [(size: UInt64, suffix: String)] = [
      (1, ""), (1_000, "k"), (1_000_000, "M"), (1_000_000_000, say("bn", "mld", "md")),
    ]
    for (size, suffix) in scales {
      let tenths = size == 1 ? units * 10 : (units * 10 + size / 2) / size
      if tenths < 1_000, size > 1, tenths % 10 != 0 {
        return "\(tenths / 10)\(decimalMark)\(tenths % 10)\(suffix)"
      }
      let whole = size == 1 ? units : (units + size / 2) / size
      if whole < 1_000 { return "\(whole)\(suffix)" }
    }
    let largest = scales[scales.count - 1]
    return "\((units + largest.size / 2) / largest.size)\(largest.suffix)"
  }
}
