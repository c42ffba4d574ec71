import RoadmapModel

/// What the view of the critical chain shows, before anything has a place.
struct CriticalContent: Sendable {
  /// A capability, from the top.
  struct Item: Sendable {
    let planned: Plan.PlannedCapability
    let slack: PlanSlack.Weeks
    /// The place of its element in the maturity model.
    let element: Int
    /// Its name, and what it waits for or how far it may slip.
    let lines: [String]
  }

  /// A capability that starts as soon as another one lets it.
  struct Link: Hashable, Sendable {
    let tail: Int
    let head: Int
    /// Whether it waits for people, rather than for the capability itself.
    let isForPeople: Bool
  }

  let base: RoadmapContent
  /// The critical chain by its starts, then what has the least slack.
  let items: [Item]
  var links: [Link]
  /// The capabilities that are left out, because they have more slack.
  let leftOut: Int

  /// How many capabilities are shown beside the chain.
  private static let companions = 16

  init(_ base: RoadmapContent) {
    self.base = base
    let slack = PlanSlack(of: base.plan, in: base.roadmap)
    let shown = base.shown
    let chain = shown.filter(\.isCritical).sorted {
      ($0.start, $0.finish, $0.id) < ($1.start, $1.finish, $1.id)
    }
    let others = shown.filter { !$0.isCritical }.sorted { left, right in
      let (one, other) = (slack[left.id]?.total ?? 0, slack[right.id]?.total ?? 0)
      return (one, left.start, left.id) < (other, right.start, right.id)
    }
    let words = base.vocabulary
    items = (chain + others.prefix(Self.companions)).compactMap { planned in
      guard let weeks = slack[planned.id] else { return nil }
      let name = base.roadmap.capability(planned.id)?.name[words.language] ?? planned.id.text
      let mark = planned.isCritical ? "\(RoadmapContent.criticalMark)\u{A0}" : ""
      let note = planned.isCritical ? words.wait(planned.waitsFor, in: base.roadmap) : words.slack(weeks)
      let metrics = TextStyle.bar.metrics
      let title = metrics.wrap(mark + name, width: 250, lines: 1)
      let lines = title.lines + metrics.wrap(note, width: 250, lines: 1).lines
      return Item(
        planned: planned, slack: weeks, element: base.elements[planned.id] ?? 0, lines: lines.map(\.text))
    }
    links = Self.links(between: chain, in: base)
    leftOut = max(0, others.count - Self.companions)
  }

  private static func links(
    between chain: [Plan.PlannedCapability], in base: RoadmapContent
  ) -> [Link] {
    var links: [Link] = []
    var place: [CapabilityID: Int] = [:]
    for (index, entry) in chain.enumerated() { place[entry.id] = index }
    for arrow in base.arrows where arrow.isCritical {
      guard let tail = place[arrow.prerequisite], let head = place[arrow.dependent] else { continue }
      links.append(Link(tail: tail, head: head, isForPeople: false))
    }
    for (head, entry) in chain.enumerated() where entry.waitsFor.kind == .team {
      let team = entry.waitsFor.subject.map { TeamID($0) }
      for (tail, other) in chain.enumerated() where other.finish == entry.start && other.start < entry.start {
        let needs = base.roadmap.capability(other.id)?.needs ?? []
        let isKnown = links.contains { $0.tail == tail && $0.head == head }
        guard !isKnown, needs.contains(where: { $0.team == team && $0.people > .zero }) else { continue }
        links.append(Link(tail: tail, head: head, isForPeople: true))
      }
    }
    return links
  }

  var title: String { "\(base.title) \u{B7} \(base.vocabulary.criticalChain)" }

  var summary: [String] {
    let words = base.vocabulary
    let target = base.plan.stages.last.map { words.milestone(base.name(of: $0.stage), $0.reachedOn) }
    let chain = words.onChain(items.count { $0.planned.isCritical })
    let rest = leftOut > 0 ? [words.withMoreSlack(leftOut)] : []
    return [([target].compactMap(\.self) + [chain] + rest).joined(separator: "  \u{B7}  "), words.slackNote]
  }

  var tables: [DiagramTable] {
    let words = base.vocabulary
    return [
      DiagramTable(
        title: words.criticalChain,
        columns: [words.capability, words.start, words.liveFrom, words.slackColumn, words.note],
        rows: items.map { item in
          [
            base.roadmap.capability(item.planned.id)?.name[words.language] ?? item.planned.id.text,
            words.date(item.planned.start), words.date(item.planned.finish),
            item.planned.isCritical ? words.critical : words.weeks(item.slack.total),
            ([words.wait(item.planned.waitsFor, in: base.roadmap)] + base.elsewhere(item.planned.id)).joined(
              separator: "; "),
          ]
        })
    ]
  }
}

extension DiagramVocabulary {
  var criticalChain: String { say("Critical chain", "Kritieke keten", "Kritisk kedja") }
  var slackColumn: String { say("Slack", "Speling", "Marginal") }
  var legendSlack: String { say("Time to spare", "Speling", "Marginal") }
  var legendSlackBeyond: String {
    say("Goes on beyond the drawing", "Loopt door buiten de tekening", "Forts\u{E4}tter utanf\u{F6}r bilden")
  }
  var legendSharedPeople: String { say("Frees people", "Maakt mensen vrij", "Frig\u{F6}r folk") }

  /// What the slack is worth: it leaves people, money and freezes out of account.
  var slackNote: String {
    say(
      "Slack: how far a capability may slip before a stage up to the target or a promised day does, or the calendar ends; it counts prerequisites, while people and money may be short earlier.",
      "Speling: hoe ver een capability mag uitlopen voordat een fase tot en met het doel of een beloofde dag dat doet, of de kalender eindigt; voorwaarden tellen mee, terwijl mensen en geld eerder kunnen tekortschieten.",
      "Marginal: hur mycket en f\u{F6}rm\u{E5}ga f\u{E5}r glida innan ett steg fram till m\u{E5}let eller en utlovad dag g\u{F6}r det, eller kalendern tar slut; f\u{F6}ruts\u{E4}ttningar r\u{E4}knas, men folk och pengar kan ta slut tidigare."
    )
  }

  func onChain(_ count: Int) -> String {
    say("\(count) on the chain", "\(count) op de keten", "\(count) i kedjan")
  }

  func withMoreSlack(_ count: Int) -> String {
    count == 1
      ? say(
        "1 more with more slack is not shown", "1 andere met meer speling is weggelaten",
        "1 till med st\u{F6}rre marginal visas inte")
      : say(
        "\(count) more with more slack are not shown", "\(count) andere met meer speling zijn weggelaten",
        "\(count) till med st\u{F6}rre marginal visas inte")
  }

  func weeks(_ count: Int) -> String {
    say(
      count == 1 ? "1 week" : "\(count) weeks", count == 1 ? "1 week" : "\(count) weken",
      count == 1 ? "1 vecka" : "\(count) veckor")
  }

  func slack(_ weeks: PlanSlack.Weeks) -> String {
    let total = self.weeks(weeks.total)
    return say("\(total) to spare", "\(total) speling", "\(total) marginal")
  }

  /// Why a capability starts no earlier, in a few words.
  func wait(_ wait: Plan.Wait, in roadmap: Roadmap) -> String {
    let subject = wait.subject ?? ""
    switch wait.kind {
    case .nothing: return say("starts at once", "start meteen", "b\u{F6}rjar direkt")
    case .inProgress: return say("in work already", "al in uitvoering", "p\u{E5}g\u{E5}r redan")
    case .pin: return say("pinned", "vastgezet", "l\u{E5}st")
    case .notBefore: return say("not to start earlier", "niet eerder", "inte tidigare")
    case .prerequisite:
      let name = roadmap.capability(CapabilityID(subject))?.name[language] ?? subject
      return say("after \(name)", "na \(name)", "efter \(name)")
    case .stageGate:
      let name = roadmap.maturity.stages.first { $0.id.text == subject }?.name[language] ?? subject
      return say("after the stage \(name)", "na de fase \(name)", "efter steget \(name)")
    case .trigger: return say("waits for a KPI", "wacht op een KPI", "v\u{E4}ntar p\u{E5} ett nyckeltal")
    case .team:
      let name = roadmap.team(TeamID(subject))?.name[language] ?? subject
      return say(
        "waits for people of \(name)", "wacht op mensen van \(name)",
        "v\u{E4}ntar p\u{E5} folk fr\u{E5}n \(name)")
    case .budget: return say("waits for money", "wacht op budget", "v\u{E4}ntar p\u{E5} pengar")
    case .workInProgress:
      return say(
        "waits until less is in work", "wacht op minder werk", "v\u{E4}ntar p\u{E5} mindre p\u{E5}g\u{E5}ende"
      )
    case .freeze: return say("live after the freeze", "live na de bevriezing", "i drift efter stoppet")
    case .lowerValue:
      return say("earlier would bring no more", "eerder levert niet meer op", "tidigare ger inte mer")
    }
  }
}

extension Theme {
  /// The arrow from work to what then has its people.
  var sharedPeopleStroke: Stroke { Stroke(color: lines.critical, width: 1.6, dash: .dashed) }
}
