import RoadmapModel

/// Writes a laid-out network of dependencies as DOT with all places pinned.
struct DependencyDrawing: Sendable {
  private let layout: DependencyLayout
  private let theme: Theme
  private var canvas: Canvas

  init(_ layout: DependencyLayout, theme: Theme) {
    self.layout = layout
    self.theme = theme
    self.canvas = Canvas(height: layout.frame.maxY)
    drawPanels()
    drawHeaderAndFooter()
    for box in layout.boxes { add(box) }
    for (index, tag) in layout.tags.enumerated() { add(tag, named: Self.name(ofTag: index)) }
    addArrows()
  }

  /// The graph as DOT text.
  var dot: String { canvas.graph(named: "dependencies", theme).text }

  private var network: DependencyNetwork { layout.network }

  private mutating func drawPanels() {
    for panel in layout.panels {
      canvas.fill(panel.frame, theme.band(forStage: panel.stage))
      canvas.fill(panel.heading, theme.heading(forStage: panel.stage))
      canvas.add(panel.title, named: "stage \(panel.stage + 1)", color: .white)
    }
    let dashed = Theme.Stroke(color: theme.mutedText, width: 1, dash: .dashed)
    for (index, group) in layout.groups.enumerated() {
      canvas.outline(group.frame, dashed)
      canvas.add(group.title, named: "alternative \(index + 1)", color: theme.mutedText)
    }
  }

  private mutating func drawHeaderAndFooter() {
    canvas.add(layout.header[0], named: "dependencies title", color: theme.text)
    canvas.add(layout.header[1], named: "dependencies note", color: theme.mutedText)
    let elements = network.roadmap.maturity.elements.indices.filter { index in
      network.roadmap.capabilities.contains { $0.element == network.roadmap.maturity.elements[index].id }
    }
    for (index, text) in zip(elements, layout.elements) {
      canvas.add(text, named: "element \(index + 1)", color: theme.swatch(forElement: index).line)
    }
    canvas.draw(layout.legend, theme)
  }

  // MARK: Boxes

  private mutating func add(_ box: DependencyLayout.Box) {
    let capability = network.roadmap.capabilities[box.position]
    let condition = network.conditions[box.position]
    let element = network.roadmap.maturity.elements.firstIndex { $0.id == capability.element } ?? 0
    let swatch = theme.swatch(forElement: element)
    let name = capability.name[layout.words.language]
    let status = layout.words.status(of: box.position, in: network)
    let attributes: [DotAttribute] = [
      .label(box.lines), .tooltip("\(name)\n\(status)"), .id("capability-\(capability.id)"),
      .fontSize(TextStyle.bar.metrics.size), .shape(.box),
    ]
    canvas.statements.append(
      .node(capability.id.text, canvas.pin(box.frame) + attributes + look(of: condition.kind, swatch)))
  }

  /// Outline and colours of a condition.
  private func look(of kind: LegendKey, _ swatch: Theme.Swatch) -> [DotAttribute] {
    switch kind {
    case .live:
      [.style(.filled), .fillColor(swatch.fill), .color(swatch.line), .fontColor(.black)]
    case .critical:
      [
        .style(.filled, .rounded), .fillColor(swatch.line), .fontColor(.white),
        .color(theme.stroke(.critical).color), .penWidth(2),
      ]
    case .planned:
      [
        .style(.filled, .rounded), .fillColor(.white), .color(swatch.line), .penWidth(1.2),
        .fontColor(theme.text),
      ]
    case .notApplicable:
      [.style(.dotted, .filled), .fillColor(.white), .color(theme.mutedText), .fontColor(theme.mutedText)]
    default:
      [
        .style(.dashed, .filled, .rounded), .fillColor(.white), .color(swatch.line),
        .fontColor(theme.mutedText),
      ]
    }
  }

  // MARK: Arrows

  private static func name(ofTag index: Int) -> String { "tag \(index + 1)" }

  private mutating func add(_ tag: DependencyLayout.Tag, named name: String) {
    let attributes: [DotAttribute] = [
      .shape(network.needs[tag.need].isChoice ? .ellipse : .box), .style(.filled),
      .fillColor(theme.background), .color(theme.mutedText), .fontColor(theme.text), .penWidth(0.8),
      .fontSize(tag.label.style.metrics.size), .label(tag.label.lines),
    ]
    canvas.statements.append(.node(name, canvas.pin(tag.frame) + attributes))
  }

  private mutating func addArrows() {
    for arrow in layout.arrows {
      let endsAtTag = if case .tag = arrow.head { true } else { false }
      canvas.connect(
        name(of: arrow.tail), name(of: arrow.head), along: arrow.corners,
        theme.stroke(of: layout.key(of: arrow)), endsAtTag ? [.arrowSize(0.45)] : [])
    }
  }

  private func name(of end: DependencyLayout.Arrow.End) -> String {
    switch end {
    case .box(let position): network.roadmap.capabilities[position].id.text
    case .tag(let index): Self.name(ofTag: index)
    }
  }
}

extension DiagramVocabulary {
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
      case .missing: progress == nil ? absent : nil
      case .notApplicable: inapplicable
      }
    return [progress, outlook].compactMap(\.self).joined(separator: " \u{B7} ")
  }

  /// How many capabilities are in which condition, in one line.
  func counts(of network: DependencyNetwork) -> String {
    let kinds = network.conditions.map(\.kind)
    let parts: [(Set<LegendKey>, (Int) -> String)] = [
      ([.planned, .critical], planned), ([.live], liveToday), ([.missing], missing),
      ([.unplanned], notPlanned), ([.notApplicable], notApplicable),
    ]
    return parts.compactMap { keys, say in
      let count = kinds.filter(keys.contains).count
      return count > 0 ? say(count) : nil
    }.joined(separator: "  \u{B7}  ")
  }
}
