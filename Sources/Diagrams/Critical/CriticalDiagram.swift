public import RoadmapModel

/// The view `critical`: the chain of work that decides when the target is reached, and how much time there is to spare beside it.
///
///     let diagram = CriticalDiagram(plan: plan, roadmap: roadmap)
///     print(diagram.document.dot)
///
/// The chain stands at the top, each link with what it waits for; below are the capabilities that have the least slack
/// (``RoadmapModel/PlanSlack``).
public struct CriticalDiagram: Sendable {
  /// The diagram as DOT text with all places pinned.
  public let document: DiagramDocument

  /// Draws the critical chain of a plan.
  ///
  /// - Parameters:
  ///   - plan: what is built when.
  ///   - roadmap: the roadmap that was planned.
  ///   - language: the language of names, dates and the legend.
  ///   - options: those of the roadmap that say what part is shown and on which axis.
  /// - Complexity: quadratic in the number of capabilities.
  public init(
    plan: Plan, roadmap: Roadmap, language: Language = .english, options: RoadmapOptions = RoadmapOptions()
  ) {
    let base = RoadmapContent(plan: plan, roadmap: roadmap, language: language, options: options)
    let content = CriticalContent(base)
    let drawing = CriticalDrawing(CriticalLayout(of: content), theme: options.appearance.theme)
    document = DiagramDocument(
      drawing.canvas, named: "critical", title: content.title, summary: content.summary,
      tables: content.tables, options.appearance)
  }
}

/// Draws the critical chain.
struct CriticalDrawing {
  private(set) var canvas: Canvas
  private let layout: CriticalLayout
  private let theme: Theme

  init(_ layout: CriticalLayout, theme: Theme) {
    self.layout = layout
    self.theme = theme
    canvas = Canvas(frame: layout.frame)
    let ground = TimelineGround(
      content: layout.content.base, axis: layout.axis, header: layout.header, freezes: layout.freezes,
      maxY: layout.plotMaxY,
      holes: layout.bars.map { $0.label.frame.grown(by: 2) }
        + layout.header.milestones.map { $0.label.frame.grown(by: 1) }, theme: theme)
    ground.draw(on: &canvas)
    ground.drawMilestones(on: &canvas)
    for bar in layout.bars { add(bar) }
    for route in layout.routes { add(route.link, route.corners) }
    canvas.draw(layout.elsewhere, theme)
    canvas.draw(layout.elements, theme)
    canvas.draw(layout.legend, theme)
  }

  private mutating func add(_ bar: CriticalLayout.Bar) {
    let (base, planned) = (layout.content.base, bar.item.planned)
    if let slack = bar.slack { canvas.drawSlack(slack, theme, goesOn: bar.goesOn) }
    canvas.add(
      Canvas.Node(
        name: planned.id.text, frame: bar.frame,
        look: theme.look(
          of: planned.isCritical ? .critical : .planned, theme.swatch(forElement: bar.item.element)),
        id: "bar-\(planned.id)", classes: base.classes(of: planned.id),
        tip: base.tooltip(of: planned.id) + "\n" + base.vocabulary.slack(bar.item.slack),
        link: base.options.links?.target(for: planned.id.text)))
    canvas.add(bar.label, named: "\(planned.id) label", color: theme.text)
  }

  private mutating func add(_ link: CriticalContent.Link, _ corners: [Point]) {
    let (tail, head) = (layout.bars[link.tail].item.planned.id, layout.bars[link.head].item.planned.id)
    let stroke = link.kind.isShared ? theme.sharedPeopleStroke : theme.stroke(.critical)
    canvas.connect(
      tail.text, head.text, along: corners, stroke, id: "link-\(tail)-\(head)",
      classes: [link.kind == .people ? "people" : link.kind == .place ? "place" : "need", "critical"])
  }
}
