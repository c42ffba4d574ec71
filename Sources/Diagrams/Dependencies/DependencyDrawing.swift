import RoadmapModel

/// Draws a laid-out network of dependencies.
struct DependencyDrawing: Sendable {
  private let layout: DependencyLayout
  private let options: DependencyOptions
  private let theme: Theme
  private(set) var canvas: Canvas

  init(_ layout: DependencyLayout, _ options: DependencyOptions) {
    self.layout = layout
    self.options = options
    self.theme = options.appearance.theme
    self.canvas = Canvas(frame: layout.frame)
    drawPanels()
    drawHeaderAndFooter()
    for box in layout.boxes { add(box) }
    for (index, tag) in layout.tags.enumerated() { add(tag, named: Self.name(ofTag: index)) }
    addArrows()
  }

  private var network: DependencyNetwork { layout.network }

  private mutating func drawPanels() {
    for panel in layout.panels {
      let id = network.roadmap.maturity.stages[panel.stage].id
      canvas.add(
        Canvas.Region(
          name: panel.name, frame: panel.frame, fill: theme.band(forStage: panel.stage),
          outline: theme.noLine, id: "stage-\(id)", classes: ["stage"],
          tip: panel.title.lines.joined(separator: " ")))
      canvas.fill(panel.heading, theme.heading(forStage: panel.stage))
      canvas.add(panel.title, named: "\(panel.name) heading", color: theme.onStrong)
    }
    let dashed = Theme.Stroke(color: theme.mutedText, width: 1, dash: .dashed)
    for (index, group) in layout.groups.enumerated() {
      let alternative = network.groups[index].alternative
      canvas.add(
        Canvas.Region(
          name: "alternative \(index + 1)", frame: group.frame, outline: dashed,
          id: "alternative-\(alternative.id)", classes: ["alternative"],
          tip: alternative.name[layout.words.language]))
      canvas.add(group.title, named: "alternative name \(index + 1)", color: theme.mutedText)
    }
  }

  private mutating func drawHeaderAndFooter() {
    canvas.add(layout.header[0], named: "dependencies title", color: theme.text)
    canvas.add(layout.header[1], named: "dependencies note", color: theme.mutedText)
    canvas.draw(layout.elements, theme)
    canvas.draw(layout.legend, theme)
  }

  // MARK: Boxes

  private mutating func add(_ box: DependencyLayout.Box) {
    let capability = network.roadmap.capabilities[box.position]
    let kind = network.conditions[box.position].kind
    let element = network.roadmap.maturity.elements.firstIndex { $0.id == capability.element } ?? 0
    let name = capability.name[layout.words.language]
    let status = layout.words.status(of: box.position, in: network)
    var look = theme.look(of: kind, theme.swatch(forElement: element))
    if box.position == network.focus {
      look.outline = Theme.Stroke(color: theme.text, width: 3, dash: look.outline.dash)
    }
    canvas.add(
      Canvas.Node(
        name: capability.id.text, frame: box.frame,
        text: TextBox(box.lines, style: .bar, alignment: .centre, x: box.frame.midX, midY: box.frame.midY),
        look: look, id: "capability-\(capability.id)",
        classes: ["capability", "\(kind)", "stage-\(capability.stage)", "element-\(capability.element)"],
        tip: "\(name)\n\(status)", link: options.links?.target(for: capability.id.text)))
  }

  // MARK: Arrows

  private static func name(ofTag index: Int) -> String { "tag \(index + 1)" }

  private mutating func add(_ tag: DependencyLayout.Tag, named name: String) {
    let look = Canvas.Look(
      shape: network.needs[tag.need].isChoice ? .ellipse : .box, fill: theme.background,
      outline: Theme.Stroke(color: theme.mutedText, width: 0.8, dash: .solid), ink: theme.text)
    canvas.add(Canvas.Node(name: name, frame: tag.frame, text: tag.label, look: look, classes: ["choice"]))
  }

  private mutating func addArrows() {
    for arrow in layout.arrows {
      let endsAtTag = if case .tag = arrow.head { true } else { false }
      let key = layout.key(of: arrow)
      let (tail, head) = (name(of: arrow.tail), name(of: arrow.head))
      canvas.connect(
        tail, head, along: arrow.corners, theme.stroke(of: key), id: "need-\(tail)-\(head)",
        classes: ["need"] + (key == .criticalPrerequisite ? ["critical"] : []), tip: tip(of: arrow),
        endsAtTag ? [.arrowSize(0.45)] : [])
    }
  }

  private func tip(of arrow: DependencyLayout.Arrow) -> String {
    let need = network.needs[arrow.need]
    let names = network.roadmap.capabilities.map { $0.name[layout.words.language] }
    let tail =
      if case .box(let position) = arrow.tail { names[position] } else {
        need.members.map { names[$0] }.joined(separator: ", ")
      }
    return "\(tail) \u{2192} \(names[need.dependent])"
  }

  private func name(of end: DependencyLayout.Arrow.End) -> String {
    switch end {
    case .box(let position): network.roadmap.capabilities[position].id.text
    case .tag(let index): Self.name(ofTag: index)
    }
  }
}

extension Theme {
  /// Outline and colours of a capability in a condition.
  func look(of kind: LegendKey, _ swatch: Swatch) -> Canvas.Look {
    let thin = { (color: Color, dash: Stroke.Dash) in Stroke(color: color, width: 1, dash: dash) }
    switch kind {
    case .live: return Canvas.Look(fill: swatch.fill, outline: thin(swatch.line, .solid), ink: onFill)
    case .critical:
      return Canvas.Look(
        fill: swatch.strong, outline: criticalOutline, ink: onStrong, isRounded: true)
    case .planned:
      return Canvas.Look(
        fill: background, outline: Stroke(color: swatch.line, width: 1.2, dash: .solid), ink: text,
        isRounded: true)
    case .begun:
      return Canvas.Look(
        fill: swatch.tint, outline: thin(swatch.line, .solid), ink: text, stripe: swatch.strong)
    case .notApplicable:
      return Canvas.Look(fill: background, outline: inapplicableOutline, ink: mutedText)
    default:
      return Canvas.Look(
        fill: background, outline: thin(swatch.line, .dashed), ink: mutedText, isRounded: true)
    }
  }
}

extension DiagramVocabulary {
  /// The name of a capability, with a sign when it is critical for those who do not see its colour.
  func markedName(of position: Int, in network: DependencyNetwork) -> String {
    let mark = network.conditions[position].kind == .critical ? "\(RoadmapContent.criticalMark)\u{A0}" : ""
    return mark + network.roadmap.capabilities[position].name[language]
  }

  /// What is known about a capability, in a few words: how much is done, and for what is planned the day on which it is live.
  func status(of position: Int, in network: DependencyNetwork) -> String {
    let progress: String? =
      switch network.states[position] {
      case .partial(let share): partlyDone(share)
      case .inProgress(let share): inWork(share)
      default: nil
      }
    let outlook: String? =
      switch network.conditions[position] {
      case .live: live
      case .planned(let entry): date(entry.finish)
      case .unplanned: unplanned
      case .begun: nil
      case .missing: absent
      case .notApplicable: inapplicable
      }
    return [progress, outlook].compactMap(\.self).joined(separator: " \u{B7} ")
  }

  /// How many capabilities are in which condition: one text for each.
  func counts(of network: DependencyNetwork, among members: [Int]? = nil) -> [String] {
    let members = members ?? network.shown
    let kinds = members.map { network.conditions[$0].kind }
    let begun = members.filter { network.conditions[$0].kind == .begun }
    let inWork = begun.count { if case .inProgress = network.states[$0] { true } else { false } }
    let count = { (keys: Set<LegendKey>) in kinds.count(where: keys.contains) }
    let parts: [(Int, (Int) -> String)] = [
      (count([.planned, .critical]), planned), (count([.live]), liveToday),
      (begun.count - inWork, partial), (inWork, self.inWork(count:)), (count([.missing]), missing),
      (count([.unplanned]), notPlanned), (count([.notApplicable]), notApplicable),
    ]
    return parts.filter { $0.0 > 0 }.map { $0.1($0.0) }
  }

  /// The counts of all that is shown; that there is no plan comes first.
  func summary(of network: DependencyNetwork) -> String {
    let counts = counts(of: network)
    return (network.hasPlan ? counts : [todayWithoutPlan] + counts).joined(separator: "  \u{B7}  ")
  }
}
