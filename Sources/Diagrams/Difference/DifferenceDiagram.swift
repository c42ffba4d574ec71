public import RoadmapModel

/// The view `diff`: two plans in one layout, with what was added, dropped, moved and re-costed.
///
///     let diagram = DifferenceDiagram(from: lean, of: leanRoadmap, to: base, of: baseRoadmap)
///     print(diagram.document.dot)
///
/// Both plans share the axis, the lanes and the rows, so that what has not changed stays where it is. Every change is said by
/// the shape of the bar, by a sign and in words, as well as by colour.
public struct DifferenceDiagram: Sendable {
  /// The diagram as DOT text with all places pinned.
  public let document: DiagramDocument

  /// Draws what tells one plan from another.
  ///
  /// - Parameters:
  ///   - before: the older plan.
  ///   - earlier: the roadmap that it is a plan of.
  ///   - after: the newer plan.
  ///   - roadmap: the roadmap that that is a plan of.
  ///   - language: the language of names, dates and the legend.
  ///   - options: those of the roadmap that say what part is shown and on which axis; lanes are always elements.
  /// - Complexity: quadratic in the number of capabilities.
  public init(
    from before: Plan, of earlier: Roadmap, to after: Plan, of roadmap: Roadmap,
    language: Language = .english,
    options: RoadmapOptions = RoadmapOptions()
  ) {
    var options = options
    // What has gone live is so on the day on which the newer calendar begins.
    let beginning = before.quarters.first?.from ?? earlier.calendar.start
    if options.today == nil, beginning < roadmap.calendar.start {
      options.today = roadmap.calendar.start
    }
    let base = RoadmapContent(plan: after, roadmap: roadmap, language: language, options: options)
    let content = DifferenceContent(
      PlanDifference(from: before, to: after), base: base, earlier: earlier)
    let drawing = DifferenceDrawing(DifferenceLayout(of: content), theme: options.appearance.theme)
    document = DiagramDocument(
      drawing.canvas, named: "diff", title: content.title, summary: content.summary, tables: content.tables,
      options.appearance)
  }
}

/// Draws the comparison of two plans.
struct DifferenceDrawing {
  private(set) var canvas: Canvas
  private let layout: DifferenceLayout
  private let theme: Theme

  init(_ layout: DifferenceLayout, theme: Theme) {
    self.layout = layout
    self.theme = theme
    canvas = Canvas(frame: layout.frame)
    let ground = TimelineGround(
      content: layout.content.base, axis: layout.axis, header: layout.header, freezes: [],
      maxY: layout.plotMaxY,
      holes: layout.bars.map { $0.label.frame.grown(by: 2) }
        + layout.header.milestones.map { $0.label.frame.grown(by: 1) }, theme: theme)
    ground.draw(on: &canvas)
    addLanes()
    ground.drawMilestones(on: &canvas)
    for bar in layout.bars { add(bar) }
    canvas.draw(layout.elsewhere, theme)
    canvas.draw(layout.legend, theme)
  }

  private mutating func addLanes() {
    for lane in layout.lanes {
      let swatch = theme.swatch(forElement: lane.element)
      var tint = lane.frame
      tint.minX = RoadmapMeasures.laneNameWidth
      canvas.add(
        Canvas.Region(
          name: "lane \(lane.id)", frame: tint, fill: swatch.fill.withAlpha(RoadmapDrawing.laneTint),
          outline: theme.noLine, id: "lane-\(lane.id)", classes: ["lane"],
          tip: lane.name.lines.joined(separator: " ")))
      canvas.fill(Rectangle(x: 0, y: lane.frame.minY, width: 5, height: lane.frame.height), swatch.strong)
      canvas.add(lane.name, named: "lane name \(lane.id)", color: swatch.line)
    }
  }

  private mutating func add(_ bar: DifferenceLayout.Bar) {
    let base = layout.content.base
    let (id, change) = (bar.item.entry.id, bar.item.change)
    let tip = "\(change.sign)\u{A0}\(bar.item.name)\n\(bar.item.note)"
    if let before = bar.before, let after = bar.after { join(before, after) }
    if let before = bar.before {
      canvas.add(
        Canvas.Node(
          name: "before \(id)", frame: before,
          look: theme.differenceLook(bar.isBeforeAbove ? .movedFrom : change.key),
          id: "before-\(id)", classes: ["capability", "before", change.rawValue], tip: tip))
    }
    if let after = bar.after {
      canvas.add(
        Canvas.Node(
          name: id.text, frame: after, look: theme.differenceLook(change.key), id: "bar-\(id)",
          classes: ["capability", change.rawValue], tip: tip, link: base.options.links?.target(for: id.text)))
    }
    canvas.add(bar.label, named: "\(id) label", color: theme.text)
  }
}

extension DifferenceDrawing {
  /// Draws a line from the days before, at their height, to above the days after, and down to those.
  private mutating func join(_ before: Rectangle, _ after: Rectangle) {
    let ends = before.maxX < after.minX ? (before.maxX, after.minX + 2) : (before.minX, after.maxX - 2)
    guard before.maxX < after.minX || after.maxX < before.minX else { return }
    canvas.line(
      [Point(ends.0, before.midY), Point(ends.1, before.midY), Point(ends.1, after.minY)], theme.moveStroke)
  }
}

extension Theme {
  /// The look of a bar in the comparison of two plans.
  func differenceLook(_ key: LegendKey) -> Canvas.Look {
    switch key {
    case .added: Canvas.Look(fill: addedFill, outline: stroke(.added), ink: text, isRounded: true)
    case .goneLive:
      Canvas.Look(
        fill: stageBands[2], outline: Stroke(color: text, width: 1.4, dash: .solid), ink: text)
    case .dropped:
      Canvas.Look(
        fill: background, outline: stroke(.removed), ink: text, isRounded: true)
    case .movedFrom:
      Canvas.Look(fill: background, outline: Stroke(color: lines.moved, width: 0.8, dash: .solid), ink: text)
    case .moved: Canvas.Look(fill: background, outline: stroke(.moved), ink: text, isRounded: true)
    case .recosted:
      Canvas.Look(
        fill: background, outline: Stroke(color: lines.moved, width: 1.2, dash: .solid), ink: text,
        isRounded: true)
    default:
      Canvas.Look(
        fill: background, outline: Stroke(color: mutedText, width: 1, dash: .solid), ink: text,
        isRounded: true)
    }
  }

  /// The line from the days before to those after.
  var moveStroke: Stroke { Stroke(color: lines.moved, width: 0.8, dash: .solid) }

  /// The inside of what was added: the fill of the element whose colour lines of added things have.
  private var addedFill: Color { swatches[2].fill }
}
