internal import BusinessModel
internal import RoadmapModel

/// Finds out which demand of a roadmap cannot be met, and says it in words of the business.
///
/// ``proofs()`` looks at each rule alone, before any search, and names only what is certain. ``misses(of:)`` says where the best schedule of a search still
/// breaks a rule; that is no proof.
struct Diagnosis {
  let compiled: CompiledRoadmap
  let names: Names

  init(_ compiled: CompiledRoadmap, language: Language) {
    self.compiled = compiled
    names = Names(compiled.roadmap, language: language)
  }

  var roadmap: Roadmap { compiled.roadmap }
  var instance: Instance { compiled.instance }

  /// The demands that certainly cannot be met; none when nothing is proved.
  ///
  /// Reasons of a kind are looked for only when those before have found nothing, since a capability that is missing makes later ones wrong. Time,
  /// people and money are looked at together, so that nobody mends one only to meet the next.
  func proofs() -> [Infeasibility.Reason] {
    let steps = [
      [unavailableDemands], [exclusiveClashes], [settledStarts], [deadlines, teams, budget], [placements],
    ]
    for step in steps {
      let reasons = step.flatMap { $0() }
      if !reasons.isEmpty { return reasons }
    }
    return []
  }

  private func say(_ english: String, _ dutch: String, _ swedish: String) -> String {
    LocalizedText(english, dutch: dutch, swedish: swedish)[names.language]
  }

  /// The day of a deadline as the scenario has it, when one falls into the week of a period; otherwise the period's first day.
  private func deadline(in period: Int) -> String {
    let days = [roadmap.target.by] + roadmap.decisions.keys.sorted().map { roadmap.decisions[$0]?.liveBy }
    let day = days.lazy.compactMap(\.self).first {
      roadmap.calendar.lastPeriod(onOrBefore: $0).index == period
    }
    return day.map { "\($0)" } ?? names.date(period)
  }

  // MARK: What can never be planned

  private func unavailableDemands() -> [Infeasibility.Reason] {
    var reasons: [Infeasibility.Reason] = []
    let target = roadmap.maturity.rank(of: roadmap.target.stage) ?? 0
    for stage in roadmap.maturity.stages[...target] {
      for demand in stage.demands {
        guard let missing = unmetMembers(of: demand.requirement) else { continue }
        reasons.append(
          reason(
            "demand-out-of-reach",
            unavailableDemand(
              names.stage(stage.id), list(missing, of: demand.requirement), explanation(missing[0])),
            advice(missing[0])))
      }
    }
    for capability in roadmap.capabilities where isDecided(capability.id) {
      guard let position = roadmap.position(of: capability.id), compiled.unavailable[position] != nil else {
        continue
      }
      reasons.append(
        reason(
          "decision-out-of-reach",
          unavailableDecision(names.capability(capability.id), explanation(capability.id)),
          advice(capability.id)))
    }
    for alternative in roadmap.alternatives where alternative.choice == .one {
      let applicable = alternative.members.filter { roadmap.state(of: $0) != .notApplicable }
      guard !applicable.isEmpty, applicable.allSatisfy({ isOutOfReach($0) }) else { continue }
      reasons.append(
        reason(
          "no-alternative-left",
          unavailableChoice(names.alternative(alternative), explanation(applicable[0])),
          advice(applicable[0])))
    }
    return reasons
  }

  private func isDecided(_ id: CapabilityID) -> Bool {
    let decision = roadmap.decision(on: id)
    if case .inProgress = roadmap.state(of: id) { return true }
    return decision.isForced || decision.pinnedStart != nil || decision.liveBy != nil
  }

  func isOutOfReach(_ id: CapabilityID) -> Bool {
    roadmap.standIns(for: id).allSatisfy { standIn in
      switch roadmap.state(of: standIn) {
      case .live: false
      case .notApplicable: true
      default: roadmap.position(of: standIn).flatMap { compiled.unavailable[$0] } != nil
      }
    }
  }

  /// The members that keep a requirement from ever being met; nil when it can be.
  private func unmetMembers(of requirement: Requirement) -> [CapabilityID]? {
    let applicable = roadmap.applicable(requirement)
    let missing = applicable.members.filter { isOutOfReach($0) }
    return applicable.members.count - missing.count < applicable.count ? missing : nil
  }

  private func list(_ missing: [CapabilityID], of requirement: Requirement) -> String {
    let quoted = missing.prefix(3).map { "'\(names.capability($0))'" }.joined(separator: ", ")
    let count = requirement.count
    return requirement.needsAll
      ? quoted
      : say(
        "at least \(count) of a choice with \(quoted)", "minstens \(count) van een keuze met \(quoted)",
        "minst \(count) av ett val med \(quoted)")
  }

  private func unavailableDemand(_ stage: String, _ what: String, _ why: String) -> String {
    say(
      "stage '\(stage)' demands \(what), which no plan can have: \(why)",
      "de fase '\(stage)' vereist \(what), wat geen plan kan bevatten: \(why)",
      "steget '\(stage)' kräver \(what), som ingen plan kan ha: \(why)")
  }

  private func unavailableDecision(_ name: String, _ why: String) -> String {
    say(
      "'\(name)' has to be in the plan, but cannot be: \(why)",
      "'\(name)' moet in het plan staan, maar dat kan niet: \(why)",
      "'\(name)' måste vara i planen, men kan inte vara det: \(why)")
  }

  private func unavailableChoice(_ name: String, _ why: String) -> String {
    say(
      "one of '\(name)' has to be chosen, but none can be: \(why)",
      "uit '\(name)' moet worden gekozen, maar niets is mogelijk: \(why)",
      "något av '\(name)' måste väljas, men inget är möjligt: \(why)")
  }

  /// Why a capability can never be planned, down to the root of it.
  private func explanation(_ id: CapabilityID) -> String {
    var id = id
    var seen: Set<CapabilityID> = []
    while case .prerequisite(let members) = roadmap.position(of: id).flatMap({ compiled.unavailable[$0] }),
      seen.insert(id).inserted, let next = members.first(where: { isOutOfReach($0) })
    {
      id = next
    }
    let name = names.capability(id)
    switch roadmap.position(of: id).flatMap({ compiled.unavailable[$0] }) {
    case .excluded:
      return say("'\(name)' is excluded", "'\(name)' is uitgesloten", "'\(name)' är uteslutet")
    case .scoreTooLow(let alternative):
      return say(
        "'\(name)' scores too low among '\(alternative)'", "'\(name)' scoort te laag binnen '\(alternative)'",
        "'\(name)' har för låga poäng bland '\(alternative)'")
    case .alternativeIsLive(let live):
      let other = names.capability(live)
      return say(
        "'\(other)' is live in place of '\(name)'", "'\(other)' is live in plaats van '\(name)'",
        "'\(other)' är i drift i stället för '\(name)'")
    case .teamTooSmall(let team):
      let people = names.team(team)
      return say(
        "'\(name)' needs more people than '\(people)' ever has",
        "'\(name)' vraagt meer mensen dan '\(people)' ooit heeft",
        "'\(name)' kräver fler än '\(people)' någonsin har")
    case .noTime:
      let end = roadmap.calendar.end
      return say(
        "'\(name)' cannot go live before \(end)", "'\(name)' kan niet voor \(end) live gaan",
        "'\(name)' kan inte driftsättas före \(end)")
    case .circle:
      return say(
        "'\(name)' waits for itself", "'\(name)' wacht op zichzelf", "'\(name)' väntar på sig självt")
    case .prerequisite, nil:
      return say(
        "'\(name)' lacks a prerequisite", "'\(name)' mist een voorwaarde", "'\(name)' saknar en förutsättning"
      )
    }
  }

  private func advice(_ id: CapabilityID) -> String {
    switch roadmap.position(of: id).flatMap({ compiled.unavailable[$0] }) {
    case .excluded:
      say(
        "Take '\(id)' out of decisions.exclude, or mark it notApplicable.",
        "Haal '\(id)' uit decisions.exclude, of zet het bij notApplicable.",
        "Ta bort '\(id)' ur decisions.exclude, eller sätt det i notApplicable.")
    case .scoreTooLow:
      say(
        "Lower minimumScore, or score the members again.", "Verlaag minimumScore, of geef nieuwe scores.",
        "Sänk minimumScore, eller sätt nya poäng.")
    case .teamTooSmall(let team):
      say("Enlarge the team '\(team)'.", "Vergroot het team '\(team)'.", "Utöka teamet '\(team)'.")
    case .noTime: say("Lengthen the horizon.", "Verleng de horizon.", "Förläng horisonten.")
    default:
      say(
        "Lower the target, or make what it needs available.",
        "Verlaag het doel, of maak mogelijk wat ervoor nodig is.",
        "Sänk målet, eller gör det som behövs möjligt.")
    }
  }

  // MARK: What excludes each other

  private func exclusiveClashes() -> [Infeasibility.Reason] {
    instance.groups.compactMap { group in
      let required = group.members.filter { instance.isRequired[$0] }
      guard required.count > 1 else { return nil }
      let (first, second) = (
        names.quoted(activity: required[0], compiled), names.quoted(activity: required[1], compiled)
      )
      return reason(
        "exclusive-clash",
        say(
          "\(first) and \(second) both have to be in the plan, but '\(group.alternative)' allows only one",
          "\(first) en \(second) moeten beide in het plan staan, maar '\(group.alternative)' staat er maar een toe",
          "\(first) och \(second) måste båda vara i planen, men '\(group.alternative)' tillåter bara en"),
        say(
          "Take one of them out of what is demanded or decided.",
          "Haal een van beide uit wat vereist of besloten is.",
          "Ta bort en av dem ur det som krävs eller är beslutat."))
    }
  }

  /// Pins that come before what they wait for, and settled work for which there are no people or no money.
  private func settledStarts() -> [Infeasibility.Reason] {
    var usage = ResourceUsage(instance)
    var money = MoneyUsage(instance)
    var reasons: [Infeasibility.Reason] = []
    for activity in 0..<instance.activityCount {
      guard let start = instance.fixedStart[activity] else { continue }
      let name = names.quoted(activity: activity, compiled)
      let finish = start + instance.duration[activity]
      let first = names.date(instance.earliest[activity])
      let breaksFreeze = finish > instance.periodCount || instance.isFrozen[finish]
      if breaksFreeze {
        reasons.append(
          reason(
            "pin-in-freeze",
            say(
              "\(name) would go live on \(names.date(finish)), when nothing may go live",
              "\(name) zou live gaan op \(names.date(finish)), wanneer niets live mag gaan",
              "\(name) skulle driftsättas \(names.date(finish)), då inget får driftsättas"),
            say(
              "Pin it to another week, or shorten the freeze.",
              "Zet het vast op een andere week, of verkort de bevriezing.",
              "Lås det till en annan vecka, eller korta frysperioden.")))
      } else if instance.earliest[activity] > start {
        reasons.append(
          reason(
            "pin-too-early",
            say(
              "\(name) is to start on \(names.date(start)), but cannot start before \(first)",
              "\(name) moet starten op \(names.date(start)), maar kan niet starten voor \(first)",
              "\(name) ska börja \(names.date(start)), men kan inte börja före \(first)"),
            say(
              "Pin it to \(first) or later.", "Zet het vast op \(first) of later.",
              "Lås det till \(first) eller senare.")
          ))
      }
      usage.add(activity, at: start)
      money.add(activity, at: start)
      if reasons.isEmpty, usage.overload > 0 || money.overload > 0 {
        let lack =
          usage.overload > 0
          ? say(
            "there are not enough people", "er zijn niet genoeg mensen",
            "det finns inte tillräckligt med folk")
          : say(
            "there is not enough money", "er is niet genoeg geld", "det finns inte tillräckligt med pengar")
        reasons.append(
          reason(
            "settled-work-too-much",
            say(
              "\(lack) for \(name) beside the other work whose start is settled",
              "\(lack) voor \(name) naast het andere werk waarvan de start vaststaat",
              "\(lack) för \(name) vid sidan av annat arbete vars start är bestämd"),
            say(
              "Move its start, or add what is missing.", "Verplaats de start, of voeg toe wat ontbreekt.",
              "Flytta starten, eller lägg till det som saknas.")))
      }
    }
    return reasons
  }

  // MARK: Time

  private func deadlines() -> [Infeasibility.Reason] {
    let late = (0..<instance.activityCount).filter {
      instance.isRequired[$0] && instance.earliest[$0] > instance.latest[$0]
    }
    let ends = late.filter { activity in
      // The last of a chain that is late carries the deadline.
      !late.contains { later in
        instance.requirements[instance.requirementRanges[later]].contains { $0.onlyActivity == activity }
      }
    }
    return ends.map { activity in
      let finish = instance.earliest[activity] + instance.duration[activity]
      let wanted = deadline(in: instance.latest[activity] + instance.duration[activity])
      let name = names.quoted(activity: activity, compiled)
      let (day, chain) = (names.date(finish), chain(to: activity))
      return reason(
        "deadline-too-early",
        say(
          "\(name) is wanted by \(wanted), but even with unlimited people and money it takes until \(day): \(chain)",
          "\(name) moet er uiterlijk \(wanted) zijn, maar zelfs met onbeperkt veel mensen en geld duurt het tot \(day): \(chain)",
          "\(name) ska finnas senast \(wanted), men även med obegränsat med folk och pengar dröjer det till \(day): \(chain)"
        ),
        say(
          "Move the deadline, to \(day) at the earliest (people and money may take longer), or shorten the chain.",
          "Verplaats de deadline, op zijn vroegst naar \(day) (mensen en geld kunnen langer vragen), of verkort de keten.",
          "Flytta tidsgränsen, tidigast till \(day) (folk och pengar kan kräva längre tid), eller korta kedjan."
        ))
    }
  }

  /// The activity whose earliest go-live holds up another one most; nil when that waits for a day of its own, or for nothing.
  private func lastNeeded(by activity: Int) -> Int? {
    let last = instance.requirements[instance.requirementRanges[activity]].compactMap { requirement in
      let finishes = requirement.slots.compactMap { members in
        members.map { (finish: instance.earliest[$0] + instance.duration[$0], activity: $0) }.min { $0 < $1 }
      }.sorted { $0 < $1 }
      return finishes.count >= requirement.count
        ? (
          at: finishes[requirement.count - 1].finish + requirement.lag,
          activity: finishes[requirement.count - 1].activity
        ) : nil
    }.max { ($0.at, $1.activity) < ($1.at, $0.activity) }
    let day = compiled.capability(of: activity).flatMap { roadmap.decision(on: $0.id).notBefore }
    let own = day.map { roadmap.calendar.firstPeriod(onOrAfter: $0).index } ?? 0
    return last.flatMap { $0.at > own ? $0.activity : nil }
  }

  /// The chain of prerequisites that takes longest, in words.
  private func chain(to activity: Int) -> String {
    var chain: [Int] = []
    var current = activity
    while chain.count < instance.activityCount {
      let next = lastNeeded(by: current)
      guard let next else { break }
      if !instance.isMilestone[next] { chain.append(next) }
      current = next
    }
    return chain.isEmpty
      ? say("its own work", "het eigen werk", "det egna arbetet")
      : chain.reversed().map { names.quoted(activity: $0, compiled) }
        .joined(separator: say(", then ", ", dan ", ", sedan "))
  }

  // MARK: People and money

  /// The period by which all required work has to be finished.
  private var lastFinish: Int {
    (0..<instance.activityCount).filter { instance.isRequired[$0] }
      .map { min(instance.periodCount, max(0, instance.latest[$0] + instance.duration[$0])) }.max() ?? 0
  }

  /// The people of a team in all periods before one, in hundredths.
  private func capacity(of team: Int, until end: Int) -> Int {
    let row = team * instance.periodCount
    return instance.resources.capacity[row..<row + end].reduce(0) { $0 + Int($1) }
  }

  /// The hundredths of persons that what is required takes of a team, over all periods.
  private func demandedWork(of team: Int) -> Int {
    (0..<instance.activityCount).filter { instance.isRequired[$0] }.reduce(0) { sum, activity in
      sum
        + instance.resources.needs[activity].filter { $0.resource == team }
        .reduce(0) { $0 + Int($1.units) * instance.duration[activity] }
    }
  }

  private func teams() -> [Infeasibility.Reason] {
    let end = lastFinish
    return roadmap.teams.indices.compactMap { team in
      let (work, capacity) = (demandedWork(of: team), capacity(of: team, until: end))
      guard work > capacity else { return nil }
      let name = names.team(roadmap.teams[team].id)
      return reason(
        "team-too-small",
        say(
          "what is demanded takes \(names.tenths(work)) person-weeks of '\(name)', which has only \(names.tenths(capacity)) until \(deadline(in: end))",
          "wat vereist is vraagt \(names.tenths(work)) persoonsweken van '\(name)', dat er maar \(names.tenths(capacity)) heeft tot \(deadline(in: end))",
          "det som krävs tar \(names.tenths(work)) personveckor av '\(name)', som bara har \(names.tenths(capacity)) till \(deadline(in: end))"
        ),
        say(
          "Enlarge the team, or move the deadline.", "Vergroot het team, of verplaats de deadline.",
          "Utöka teamet, eller flytta tidsgränsen."))
    }
  }

  /// The least one-off cost of what is required, in cents.
  private var leastCost: Int64 {
    CheapestSelectionBound(instance: instance).limit(costs: instance.budget.costUpTo.map { $0.last ?? 0 })
  }

  /// The money that the budget has for what is required, in cents.
  private var available: Int64 {
    let windows = Set(instance.budget.segment[..<lastFinish].compactMap(\.self))
    return instance.budget.carriesOver
      ? windows.max().map { instance.budget.limits[$0] } ?? 0
      : windows.reduce(Int64(0)) { $0 + instance.budget.limits[$1] }
  }

  private func budget() -> [Infeasibility.Reason] {
    guard instance.budget.isLimited else { return [] }
    let (least, available) = (leastCost, available)
    guard least > available else { return [] }
    let (cost, money, end) = (names.money(least), names.money(available), deadline(in: lastFinish))
    let more = names.money(least - available)
    return [
      reason(
        "budget-too-small",
        say(
          "what is demanded costs at least \(cost), but the budget has only \(money) until \(end)",
          "wat vereist is kost minstens \(cost), maar het budget heeft maar \(money) tot \(end)",
          "det som krävs kostar minst \(cost), men budgeten har bara \(money) till \(end)"),
        say(
          "Add \(more), or move the deadline.", "Voeg \(more) toe, of verplaats de deadline.",
          "Lägg till \(more), eller flytta tidsgränsen."))
    ]
  }

  /// Required work that fits nowhere even if it were alone.
  private func placements() -> [Infeasibility.Reason] {
    let usage = ResourceUsage(instance)
    let money = MoneyUsage(instance)
    return (0..<instance.activityCount).compactMap { activity in
      guard instance.isRequired[activity], !instance.isMilestone[activity],
        instance.fixedStart[activity] == nil
      else { return nil }
      let window = instance.earliest[activity]...max(instance.earliest[activity], instance.latest[activity])
      let hasPeople = window.contains { usage.lastConflict(activity, at: $0) == nil }
      let hasMoney = window.contains { money.allows(activity, at: $0) }
      let isFree = window.contains { !instance.isFrozen[$0 + instance.duration[activity]] }
      let fits = window.contains { start in
        usage.lastConflict(activity, at: start) == nil && money.allows(activity, at: start)
          && !instance.isFrozen[start + instance.duration[activity]]
      }
      guard !fits else { return nil }
      let what =
        !hasPeople
        ? say("its teams are too small", "de teams zijn te klein", "teamen är för små")
        : !hasMoney
          ? say(
            "no window of the budget holds its cost", "geen venster van het budget dekt de kosten",
            "inget fönster i budgeten räcker till kostnaden")
          : !isFree
            ? say(
              "every go-live falls into a freeze", "elke livegang valt in een bevriezing",
              "varje driftstart faller i en frysperiod")
            : say(
              "people, money and freezes never agree", "mensen, geld en bevriezingen passen nooit samen",
              "folk, pengar och frysperioder går aldrig ihop")
      let (name, first) = (names.quoted(activity: activity, compiled), names.date(window.lowerBound))
      return reason(
        "no-place-in-time",
        say(
          "\(name) fits nowhere between \(first) and its deadline, even alone: \(what)",
          "\(name) past nergens tussen \(first) en de deadline, zelfs niet alleen: \(what)",
          "\(name) får inte plats mellan \(first) och tidsgränsen, inte ens ensamt: \(what)"),
        say(
          "Add people or money, or move the deadline.", "Voeg mensen of geld toe, of verplaats de deadline.",
          "Lägg till folk eller pengar, eller flytta tidsgränsen."))
    }
  }

  // MARK: Near misses

  /// Where the best schedule of a search breaks a rule.
  func misses(of starts: [Int]) -> [Infeasibility.Reason] {
    let required = (0..<instance.activityCount).filter { instance.isRequired[$0] }
    // A stage is missing with what it demands, and by itself where it demands a choice.
    let absent = required.filter { starts[$0] < 0 }
    let work = absent.filter { !instance.isMilestone[$0] }
    let missing = work.isEmpty ? absent : work
    let late = required.filter { starts[$0] > instance.latest[$0] && isEndOfLateness($0, starts) }
    var reasons: [Infeasibility.Reason] = []
    if !missing.isEmpty { reasons.append(noRoom(for: missing)) }
    reasons += late.map { missedDeadline(of: $0, starts) }
    guard reasons.isEmpty else { return reasons }
    return [
      reason(
        "no-plan-found",
        say(
          "no plan was found that keeps all rules at once",
          "er is geen plan gevonden dat alle regels tegelijk volgt",
          "ingen plan hittades som följer alla regler samtidigt"),
        say(
          "Relax a pin, an alternative, a trigger or the budget, or try --effort thorough.",
          "Versoepel een vastgezette start, een alternatief, een trigger of het budget, of probeer --effort thorough.",
          "Lätta på en låst start, ett alternativ, en utlösare eller budgeten, eller försök med --effort thorough."
        ))
    ]
  }

  private func noRoom(for missing: [Int]) -> Infeasibility.Reason {
    let shown = missing.prefix(3).map { names.quoted(activity: $0, compiled) }.joined(separator: ", ")
    let (count, end) = (missing.count, roadmap.calendar.end)
    let what =
      count <= 3
      ? shown
      : say(
        "\(count) capabilities such as \(shown)", "\(count) capabilities zoals \(shown)",
        "\(count) förmågor som \(shown)")
    let scarce = bottleneck.map {
      say("; the scarcest is \($0)", "; het schaarst is \($0)", "; mest ont är det om \($0)")
    }
    return reason(
      "no-room-found",
      say(
        "no plan was found that has room for \(what) before \(end)",
        "er is geen plan gevonden met plaats voor \(what) voor \(end)",
        "ingen plan hittades som har plats för \(what) före \(end)") + (scarce ?? ""),
      say(
        "Lengthen the horizon, or add people or money.", "Verleng de horizon, of voeg mensen of geld toe.",
        "Förläng horisonten, eller lägg till folk eller pengar."))
  }

  private func missedDeadline(of activity: Int, _ starts: [Int]) -> Infeasibility.Reason {
    let name = names.quoted(activity: activity, compiled)
    let found = names.date(starts[activity] + instance.duration[activity])
    let wanted = deadline(in: instance.latest[activity] + instance.duration[activity])
    return reason(
      "deadline-missed",
      say(
        "no plan was found with \(name) by \(wanted); the earliest found is \(found)",
        "er is geen plan gevonden met \(name) uiterlijk \(wanted); het vroegste is \(found)",
        "ingen plan hittades med \(name) senast \(wanted); det tidigaste är \(found)"),
      say(
        "Move the deadline, add people or money, or try --effort thorough.",
        "Verplaats de deadline, voeg mensen of geld toe, of probeer --effort thorough.",
        "Flytta tidsgränsen, lägg till folk eller pengar, eller försök med --effort thorough."))
  }

  /// The team or the budget of which what is demanded takes the largest part; nil when it takes less than half of any.
  private var bottleneck: String? {
    var shares = roadmap.teams.indices.map { team -> (share: Double, name: String) in
      let (work, capacity) = (demandedWork(of: team), capacity(of: team, until: lastFinish))
      return (capacity > 0 ? Double(work) / Double(capacity) : 0, "'\(names.team(roadmap.teams[team].id))'")
    }
    if instance.budget.isLimited, available > 0 {
      shares.append((Double(leastCost) / Double(available), say("money", "geld", "pengar")))
    }
    // The first of the largest.
    let largest = shares.reduce((share: 0.5, name: "")) { $1.share > $0.share ? $1 : $0 }
    return largest.name.isEmpty ? nil : largest.name
  }

  private func isEndOfLateness(_ activity: Int, _ starts: [Int]) -> Bool {
    !instance.uses[instance.useRanges[activity]].contains { use in
      let waiting = instance.requirements[use.requirement].activity
      return instance.isRequired[waiting] && starts[waiting] > instance.latest[waiting]
    }
  }

  private func reason(_ id: String, _ message: String, _ advice: String) -> Infeasibility.Reason {
    Infeasibility.Reason(id: id, message: message, advice: advice)
  }
}
