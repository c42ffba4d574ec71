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
    let kind: Kind

    /// What it waits for.
    enum Kind: Hashable, Sendable {
      /// The capability itself.
      case capability
      /// The stage that is reached with it.
      case stage
      /// The people who worked on it.
      case people
      /// Its place among what may be in work at a time.
      case place

      /// Whether it waits for something that the other one gives back.
      var isShared: Bool { self == .people || self == .place }
    }
  }

  let base: RoadmapContent
  /// The critical chain, in the order of starts as far as its arrows have a straight way then, and after it what has the least slack.
  let items: [Item]
  var links: [Link]
  /// The capabilities that are left out, because they have more slack.
  let leftOut: Int

  /// How many capabilities are shown beside the chain.
  private static let companions = 16
  /// The width at which names are shortened, which those of the catalog do not reach.
  private static let labelWidth = 360.0

  init(_ base: RoadmapContent) {
    self.base = base
    let slack = PlanSlack(of: base.plan, in: base.roadmap)
    let shown = base.shown
    let chain = Self.ordered(
      shown.filter(\.isCritical).sorted { ($0.start, $0.finish, $0.id) < ($1.start, $1.finish, $1.id) },
      in: base)
    let others = shown.filter { !$0.isCritical }.sorted { left, right in
      let (one, other) = (slack[left.id]?.total ?? 0, slack[right.id]?.total ?? 0)
      return (one, left.start, left.id) < (other, right.start, right.id)
    }
    let words = base.vocabulary
    items = (chain + others.prefix(Self.companions)).compactMap { planned in
      guard let weeks = slack[planned.id] else { return nil }
      let name = base.roadmap.capability(planned.id)?.name[words.language] ?? planned.id.text
      let element = base.elements[planned.id] ?? 0
      let symbol = String(Theme.standard.swatch(forElement: element).symbol)
      let signs = (planned.isCritical ? [RoadmapContent.criticalMark] : []) + [symbol]
      let note = planned.isCritical ? words.wait(planned.waitsFor, in: base.roadmap) : words.slack(weeks)
      let metrics = TextStyle.bar.metrics
      let title = metrics.wrap(
        (signs + [name]).joined(separator: "\u{A0}"), width: Self.labelWidth, lines: 1)
      let lines = title.lines + metrics.wrap(note, width: Self.labelWidth, lines: 1).lines
      return Item(
        planned: planned, slack: weeks, element: element, lines: lines.map(\.text))
    }
    links = Self.links(between: chain, in: base)
    leftOut = max(0, others.count - Self.companions)
  }

  /// Puts what holds up something near it, so that arrows need not go around other bars.
  private static func ordered(
    _ chain: [Plan.PlannedCapability], in base: RoadmapContent
  ) -> [Plan.PlannedCapability] {
    let day = { (date: CivilDate) in Double(date.dayNumber) }
    let links = links(between: chain, in: base).map { link in
      RowOrder.Link(
        tail: .row(link.tail), head: .row(link.head), tailX: day(chain[link.tail].finish),
        headX: day(chain[link.head].start), weight: 1, isDownward: true)
    }
    return RowOrder(of: chain.map { [day($0.start)...day($0.finish)] }, links: links).rows.map { chain[$0] }
  }

  private static func links(
    between chain: [Plan.PlannedCapability], in base: RoadmapContent
  ) -> [Link] {
    var links: [Link] = []
    var place: [CapabilityID: Int] = [:]
    for (index, entry) in chain.enumerated() { place[entry.id] = index }
    for arrow in base.arrows where arrow.isCritical {
      guard let tail = place[arrow.prerequisite], let head = place[arrow.dependent] else { continue }
      links.append(Link(tail: tail, head: head, kind: .capability))
    }
    for (head, entry) in chain.enumerated() {
      for (tail, other) in chain.enumerated() where other.finish == entry.start && other.start < entry.start {
        let isKnown = links.contains { $0.tail == tail && $0.head == head }
        guard !isKnown, let kind = kind(from: other, to: entry, in: base.roadmap) else { continue }
        links.append(Link(tail: tail, head: head, kind: kind))
      }
    }
    return links
  }

  /// How one capability holds up another that starts when it is live and does not need it; nil when it does not.
  private static func kind(
    from tail: Plan.PlannedCapability, to head: Plan.PlannedCapability, in roadmap: Roadmap
  ) -> Link.Kind? {
    switch head.waitsFor.kind {
    case .team:
      // It may wait for people of several teams, of which the plan names the first.
      let teams = { (id: CapabilityID) in
        Set(roadmap.capability(id)?.needs.filter { $0.people > .zero }.map(\.team) ?? [])
      }
      return teams(tail.id).isDisjoint(with: teams(head.id)) ? nil : .people
    case .workInProgress: return .place
    case .stageGate:
      let stage = roadmap.maturity.stages.first { $0.id.text == head.waitsFor.subject }
      let isDemanded = stage?.demands.contains { demand in
        demand.requirement.members.contains { roadmap.standIns(for: $0).contains(tail.id) }
      }
      return isDemanded == true ? .stage : nil
    default: return nil
    }
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
  var legendSharedPlace: String {
    say(
      "Makes room under the limit on work", "Maakt ruimte onder de grens op werk",
      "Ger plats under gr\u{E4}nsen f\u{F6}r arbete")
  }
  var legendSharedPeopleOrPlace: String {
    say(
      "Frees people, or makes room under the limit on work",
      "Maakt mensen vrij, of ruimte onder de grens op werk",
      "Frig\u{F6}r folk, eller ger plats under gr\u{E4}nsen f\u{F6}r arbete")
  }

  /// What having time to spare means, and what it leaves out of account.
  var slackNote: String {
    say(
      "Weeks to spare: so much later a capability may go live before a stage up to the target, a promised day or the end of the calendar is missed. Only what needs it counts; people and money may run short sooner.",
      "Weken speling: zoveel later mag een capability live gaan voordat een fase tot en met het doel, een beloofde dag of het einde van de kalender wordt gemist. Alleen wat haar nodig heeft telt; mensen en geld kunnen eerder tekortschieten.",
      "Veckor marginal: s\u{E5} mycket senare f\u{E5}r en f\u{F6}rm\u{E5}ga tas i drift innan ett steg fram till m\u{E5}let, en utlovad dag eller kalenderns slut missas. Bara det som beh\u{F6}ver den r\u{E4}knas; folk och pengar kan ta slut tidigare."
    )
  }

  func onChain(_ count: Int) -> String {
    say(
      "\(count) on the critical chain", "\(count) in de kritieke keten", "\(count) i den kritiska kedjan")
  }

  func withMoreSlack(_ count: Int) -> String {
    count == 1
      ? say(
        "1 more with more to spare is not shown", "1 andere met meer speling is weggelaten",
        "1 till med st\u{F6}rre marginal visas inte")
      : say(
        "\(count) more with more to spare are not shown", "\(count) andere met meer speling zijn weggelaten",
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
      return say(
        "could start earlier, which would not bring more", "kan eerder, maar dat levert niet meer op",
        "kan b\u{F6}rja tidigare, men det ger inte mer")
    }
  }
}

extension Theme {
  /// The arrow from work to what then has its people.
  var sharedPeopleStroke: Stroke { Stroke(color: lines.critical, width: 1.6, dash: .dashed) }
}
