import RoadmapModel

/// What the view of decisions shows, before anything has a place.
struct DecisionContent: Sendable {
  /// A question with its possible answers, and what follows from those.
  struct Group: Sendable {
    let name: String
    /// What there is to decide or to wait for.
    let question: [String]
    let kind: LegendKey
    let options: [Option]
    let consequences: [Consequence]
  }

  /// A possible answer.
  struct Option: Sendable {
    let id: CapabilityID
    /// Its position in the roadmap.
    let position: Int
    let lines: [String]
    /// Whether it is live or planned.
    let isTaken: Bool
  }

  /// A capability that needs one of the options.
  struct Consequence: Sendable {
    let id: CapabilityID
    /// Its position in the roadmap.
    let position: Int
    let lines: [String]
    /// The options that count for it, by their places.
    let options: [Int]
  }

  let roadmap: Roadmap
  let plan: Plan?
  /// What is known about each capability.
  let network: DependencyNetwork
  let words: DiagramVocabulary
  private let filter: CapabilityFilter
  private(set) var groups: [Group] = []

  static let boxWidth = 188.0
  /// How many consequences are named.
  private static let consequenceLimit = 6

  init(roadmap: Roadmap, plan: Plan?, filter: CapabilityFilter, words: DiagramVocabulary) {
    self.roadmap = roadmap
    self.plan = plan
    self.words = words
    self.filter = filter
    network = DependencyNetwork(roadmap: roadmap, plan: plan)
    let shown = Set(roadmap.capabilities.filter(filter.includes).map(\.id))
    for alternative in roadmap.alternatives where alternative.members.contains(where: shown.contains) {
      add(alternative)
    }
    for capability in roadmap.capabilities where shown.contains(capability.id) {
      if let trigger = capability.trigger { add(trigger, of: capability) }
      add(roadmap.decision(on: capability.id), of: capability)
    }
  }

  // MARK: Groups

  private mutating func add(_ alternative: Alternative) {
    let options = alternative.members.compactMap { member in
      option(
        member, score: alternative.weightedScore(of: member).map(words.score),
        isAlternative: alternative.members.count > 1)
    }
    groups.append(
      Group(
        name: "alternative \(alternative.id)",
        question: wrap(words.alternative(alternative.name[words.language], alternative.choice), lines: 3),
        kind: .question, options: options, consequences: consequences(of: options.map(\.id))))
  }

  private func option(_ id: CapabilityID, score: String? = nil, isAlternative: Bool = false) -> Option? {
    roadmap.position(of: id).map { position in
      let isTaken =
        switch network.conditions[position] {
        case .live, .planned: true
        case .unplanned, .begun, .missing, .notApplicable: false
        }
      return Option(
        id: id, position: position,
        lines: lines(of: position, note: score, isChosen: isTaken && isAlternative), isTaken: isTaken)
    }
  }

  private func consequences(of options: [CapabilityID]) -> [Consequence] {
    let all = roadmap.capabilities.indices.compactMap { position -> Consequence? in
      let capability = roadmap.capabilities[position]
      guard network.states[position] != .notApplicable else { return nil }
      let counted = capability.prerequisites.flatMap(\.requirement.members)
      let needed = options.indices.filter { index in
        counted.contains { roadmap.standIns(for: $0).contains(options[index]) }
      }
      guard !needed.isEmpty else { return nil }
      return Consequence(
        id: capability.id, position: position, lines: lines(of: position, note: nil), options: needed)
    }
    return Array(all.prefix(Self.consequenceLimit))
  }

  private mutating func add(_ trigger: Trigger, of capability: Capability) {
    let conditions = trigger.conditions.map { words.condition($0, currency: roadmap.business?.currency) }
    add(
      "trigger \(capability.id)", wrap(conditions.joined(separator: ", "), lines: 3), .waiting, of: capability
    )
  }

  private mutating func add(_ decision: Decision, of capability: Capability) {
    let parts = words.decision(decision)
    guard !parts.isEmpty else { return }
    add("decision \(capability.id)", wrap(parts.joined(separator: ", "), lines: 3), .question, of: capability)
  }

  private mutating func add(
    _ name: String, _ question: [String], _ kind: LegendKey, of capability: Capability
  ) {
    groups.append(
      Group(
        name: name, question: question, kind: kind,
        options: [option(capability.id)].compactMap(\.self), consequences: []))
  }

  // MARK: Words

  private func wrap(_ text: String, lines: Int) -> [String] {
    TextStyle.bar.metrics.wrap(text, width: Self.boxWidth - 34, lines: lines).lines.map(\.text)
  }

  /// The sign of what was chosen among alternatives.
  static let chosenMark = "\u{2713}"

  /// The name of a capability with the symbol of its element, and a note with what is known about it.
  private func lines(of position: Int, note: String?, isChosen: Bool = false) -> [String] {
    let parts = [note, words.status(of: position, in: network)].compactMap(\.self)
    let element =
      roadmap.maturity.elements.firstIndex { $0.id == roadmap.capabilities[position].element } ?? 0
    let signs = [isChosen ? Self.chosenMark : nil, String(Theme.standard.swatch(forElement: element).symbol)]
    let name = signs.compactMap(\.self) + [words.markedName(of: position, in: network)]
    return wrap(name.joined(separator: "\u{A0}"), lines: 2)
      + wrap(parts.joined(separator: " \u{B7} "), lines: 1)
  }

  var title: String {
    let name = plan?.scenario ?? roadmap.name[words.language]
    return "\(name) \u{B7} \(words.decisions)\(words.part(filter, of: roadmap))"
  }

  var summary: [String] {
    let alternatives = groups.count { $0.options.count > 1 }
    let triggers = groups.count { $0.kind == .waiting }
    let counts = words.decisionCounts(alternatives, triggers, groups.count - alternatives - triggers)
    let isScored = roadmap.alternatives.contains { alternative in
      groups.contains { $0.name == "alternative \(alternative.id)" } && !alternative.scores.isEmpty
    }
    return [
      plan == nil ? words.todayWithoutPlan + "  \u{B7}  " + counts : counts,
      isScored ? words.scoresAreMeans : "",
    ].filter { !$0.isEmpty }
  }

  var tables: [DiagramTable] {
    [
      DiagramTable(
        title: words.decisions, columns: [words.question, words.capability, words.state],
        rows: groups.flatMap { group in
          group.options.map { option in
            [
              group.question.joined(separator: " "),
              roadmap.capability(option.id)?.name[words.language] ?? option.id.text,
              words.status(of: option.position, in: network),
            ]
          }
        })
    ]
  }
}

extension DiagramVocabulary {
  var decisions: String { say("Decisions", "Beslissingen", "Beslut") }
  var question: String { say("Question", "Vraag", "Fr\u{E5}ga") }
  var legendQuestion: String { say("Decision", "Beslissing", "Beslut") }
  var legendTrigger: String {
    say(
      "Waits until KPIs reach these levels", "Wacht tot KPI's deze niveaus halen",
      "V\u{E4}ntar tills nyckeltal n\u{E5}r dessa niv\u{E5}er")
  }
  var legendChosen: String { say("Chosen of several", "Gekozen uit meerdere", "Vald bland flera") }
  var scoresAreMeans: String {
    say(
      "Score: the weighted mean of what the criteria give, from 0 to 5, more being better.",
      "Score: het gewogen gemiddelde van de criteria, van 0 tot 5; meer is beter.",
      "Po\u{E4}ng: det viktade medelv\u{E4}rdet av kriterierna, fr\u{E5}n 0 till 5; mer \u{E4}r b\u{E4}ttre.")
  }
  var legendTaken: String { say("Planned or live", "Gepland of live", "Planerad eller i drift") }
  var legendNotTaken: String {
    say("Not chosen, or open", "Niet gekozen, of open", "Inte vald, eller \u{F6}ppen")
  }

  func score(_ score: Double) -> String {
    say(
      "score \(decimal(score)) of 5", "score \(decimal(score)) van 5", "po\u{E4}ng \(decimal(score)) av 5")
  }

  func decisionCounts(_ alternatives: Int, _ triggers: Int, _ others: Int) -> String {
    let parts: [(Int, String)] = [
      (alternatives, alternatives == 1 ? say("choice", "keuze", "val") : say("choices", "keuzes", "val")),
      (
        triggers,
        triggers == 1
          ? say("trigger", "trigger", "utl\u{F6}sare") : say("triggers", "triggers", "utl\u{F6}sare")
      ),
      (
        others,
        others == 1
          ? say("decision made beforehand", "besluit vooraf", "beslut i f\u{F6}rv\u{E4}g")
          : say("decisions made beforehand", "besluiten vooraf", "beslut i f\u{F6}rv\u{E4}g")
      ),
    ]
    let said = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return said.isEmpty
      ? say("Nothing to decide", "Niets te beslissen", "Inget att besluta")
      : said.joined(separator: "  \u{B7}  ")
  }

  /// What somebody has decided about a capability.
  func decision(_ decision: Decision) -> [String] {
    var parts: [String] = []
    if let day = decision.pinnedStart {
      parts.append(say("starts \(date(day))", "start \(date(day))", "b\u{F6}rjar \(date(day))"))
    }
    if decision.isForced { parts.append(say("in any case", "in elk geval", "i alla h\u{E4}ndelser")) }
    if decision.isExcluded { parts.append(say("excluded", "uitgesloten", "utesluten")) }
    if let day = decision.notBefore {
      parts.append(say("not before \(date(day))", "niet voor \(date(day))", "inte f\u{F6}re \(date(day))"))
    }
    if let day = decision.liveBy {
      parts.append(say("live by \(date(day))", "live uiterlijk \(date(day))", "i drift senast \(date(day))"))
    }
    return parts
  }

  /// The level of a KPI that is waited for.
  func condition(_ condition: TriggerCondition, currency: String?) -> String {
    let sign = condition.comparison == .atLeast ? "\u{2265}" : "\u{2264}"
    return "\(kpi(condition.kpi)) \(sign) \(level(condition.level, of: condition.kpi, currency))"
  }

  private func level(_ level: Double, of kpi: KPI, _ currency: String?) -> String {
    let perMonth = say("per month", "per maand", "per m\u{E5}nad")
    switch kpi {
    case .conversion, .margin, .returnRate: return "\(decimal(level * 100))\u{A0}%"
    case .churn, .reorderRate: return "\(decimal(level * 100))\u{A0}% \(perMonth)"
    case .orderValue, .costToServe: return money(Money(units: level), currency: currency)
    case .revenue, .profit: return "\(money(Money(units: level), currency: currency)) \(perMonth)"
    case .customers: return money(Money(units: level))
    case .visits, .orders: return "\(money(Money(units: level))) \(perMonth)"
    }
  }

  private func kpi(_ kpi: KPI) -> String {
    switch kpi {
    case .visits: say("Visits", "Bezoeken", "Bes\u{F6}k")
    case .conversion: say("Conversion", "Conversie", "Konvertering")
    case .orderValue: say("Order value", "Orderwaarde", "Orderv\u{E4}rde")
    case .margin: say("Margin", "Marge", "Marginal")
    case .returnRate: say("Return rate", "Retourpercentage", "Returgrad")
    case .costToServe: say("Cost to serve", "Afhandelingskosten", "Hanteringskostnad")
    case .churn: say("Churn", "Klantverlies", "Kundbortfall")
    case .reorderRate: say("Reorder rate", "Herhaalfrequentie", "\u{C5}terk\u{F6}psfrekvens")
    case .customers: say("Customers", "Klanten", "Kunder")
    case .orders: say("Orders", "Orders", "Ordrar")
    case .revenue: say("Revenue", "Omzet", "Oms\u{E4}ttning")
    case .profit: say("Profit", "Winst", "Vinst")
    }
  }
}
