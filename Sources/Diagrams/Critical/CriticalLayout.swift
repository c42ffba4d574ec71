import RoadmapModel

/// The place of everything in the view of the critical chain: one row for each capability, on an axis of time.
struct CriticalLayout: Sendable {
  /// A capability with its slack.
  struct Bar: Sendable {
    let item: CriticalContent.Item
    let frame: Rectangle
    /// The weeks that it may slip; nil when there are none.
    let slack: Rectangle?
    /// Whether it may slip farther than the drawing reaches.
    let goesOn: Bool
    let label: TextBox
  }

  let content: CriticalContent
  let axis: TimeAxis
  let header: RoadmapHeader
  let freezes: [ClosedRange<Double>]
  private let lines: CrossingLines
  private(set) var bars: [Bar] = []
  private(set) var routes: [(link: CriticalContent.Link, corners: [Point])] = []
  /// What the capabilities of a part need and lead to elsewhere.
  let elsewhere: ElsewhereNotes
  /// The elements whose colours and symbols the bars have.
  let elements: ElementLegend
  private(set) var legend: Legend
  /// The bottom of the last row.
  let plotMaxY: Double
  private(set) var frame: Rectangle

  private static let rowHeight = 26.0
  /// The height of the channel between two rows, in which thick arrows pass each other and their heads.
  private static let rowGap = 22.0
  /// The room between a bar and its label, in which arrows pass.
  private static let labelOffset = 22.0
  private static let originX = 24.0

  init(of content: CriticalContent) {
    self.content = content
    let days = content.base.days
    let rows = Double(content.items.count) * (Self.rowHeight + Self.rowGap)
    let axis = TimeAxis(
      from: days.start, until: days.end, originX: Self.originX, width: max(680, min(1_600, rows * 1.5)))
    self.axis = axis
    let lines = CrossingLines(of: content.base, on: axis)
    self.lines = lines
    let labels = content.items.map {
      Self.labelMinX(of: $0, on: axis, lines) + TextBox.width(of: $0.lines, style: .bar)
    }
    let maxX = max(760, axis.endX, labels.max() ?? 0) + 10
    header = RoadmapHeader(
      of: content.base, on: axis, maxX: maxX, title: content.title, notes: content.summary)
    plotMaxY = header.maxY + rows + Self.rowGap
    freezes = content.base.freezes(from: axis.start, until: axis.end).map {
      axis.x(of: $0.lowerBound)...axis.x(of: $0.upperBound)
    }
    elsewhere = ElsewhereNotes(
      of: content.items.map(\.planned.id), in: content.base, minY: plotMaxY, maxX: maxX)
    let shown = Set(content.items.compactMap { content.base.roadmap.capability($0.planned.id)?.element })
    elements = ElementLegend(
      content.base.roadmap, shown, words: content.base.vocabulary, minY: elsewhere.maxY + 12, width: maxX)
    legend = Legend([], words: content.base.vocabulary, minX: 0, minY: 0, width: 0)
    frame = Rectangle(minX: 0, minY: 0, maxX: maxX, maxY: plotMaxY)
    for (index, item) in content.items.enumerated() { add(item, row: index) }
    addRoutes()
    legend = Legend(
      legendKeys, words: content.base.vocabulary, minX: 0, minY: elements.maxY + 2, width: maxX)
    frame.maxY = legend.maxY
  }

  /// The end of the weeks that a capability may slip, which may lie beyond the drawing.
  private static func slackEnd(of item: CriticalContent.Item, on axis: TimeAxis) -> Double {
    axis.x(of: item.planned.finish.advanced(by: item.slack.total * PlanningCalendar.daysPerPeriod))
  }

  private static func labelMinX(
    of item: CriticalContent.Item, on axis: TimeAxis, _ lines: CrossingLines
  ) -> Double {
    let minX = axis.x(of: item.planned.start)
    let bar = max(axis.x(of: item.planned.finish), minX + RoadmapMeasures.leastBarWidth)
    let maxX = max(bar, item.planned.isCritical ? bar : min(axis.endX, slackEnd(of: item, on: axis)))
    return lines.labelMinX(
      width: TextBox.width(of: item.lines, style: .bar), beside: minX...maxX, offset: labelOffset,
      leastX: originX)
  }

  private mutating func add(_ item: CriticalContent.Item, row: Int) {
    let minY = header.maxY + Self.rowGap + Double(row) * (Self.rowHeight + Self.rowGap)
    let minX = axis.x(of: item.planned.start)
    let frame = Rectangle(
      minX: minX, minY: minY,
      maxX: max(axis.x(of: item.planned.finish), minX + RoadmapMeasures.leastBarWidth),
      maxY: minY + Self.rowHeight)
    let wholeSlackEnd = Self.slackEnd(of: item, on: axis)
    let slackEnd = min(axis.endX, wholeSlackEnd)
    let slack =
      item.planned.isCritical || slackEnd - frame.maxX < 2
      ? nil : Rectangle(minX: frame.maxX, minY: frame.midY - 5, maxX: slackEnd, maxY: frame.midY + 5)
    bars.append(
      Bar(
        item: item, frame: frame, slack: slack, goesOn: slack != nil && wholeSlackEnd > axis.endX,
        label: TextBox(
          item.lines, style: .bar, alignment: .leading, x: Self.labelMinX(of: item, on: axis, lines),
          midY: frame.midY)))
  }

  private mutating func addRoutes() {
    guard let first = bars.first, let last = bars.last else { return }
    let connectors = BoxConnectors(
      boxes: bars.map(\.frame), labels: bars.map(\.label.frame),
      rows: bars.map { .init(minY: $0.frame.minY, maxY: $0.frame.maxY) },
      area: Rectangle(
        minX: 4, minY: first.frame.minY - Self.rowGap, maxX: frame.maxX - 4,
        maxY: last.frame.maxY + Self.rowGap), lines: lines.all,
      gaps: bars.map { .init(between: $0.frame, and: $0.label.frame) }, span: axis.span)
    let links = content.links.map {
      BoxConnectors.Link(
        source: $0.tail, target: $0.head, isUrgent: !$0.kind.isShared, family: $0.kind.isShared ? 1 : 0)
    }
    routes = zip(content.links, connectors.routes(of: links)).map { ($0, $1) }
  }

  private var legendKeys: [LegendKey] {
    var keys: [LegendKey] = []
    if bars.contains(where: { !$0.item.planned.isCritical }) { keys.append(.planned) }
    if bars.contains(where: \.item.planned.isCritical) { keys.append(.critical) }
    if bars.contains(where: { $0.slack != nil }) { keys.append(.slack) }
    if bars.contains(where: \.goesOn) { keys.append(.slackBeyond) }
    let links = Set(routes.map(\.link.kind))
    if links.contains(where: { !$0.isShared }) { keys.append(.criticalPrerequisite) }
    switch (links.contains(.people), links.contains(.place)) {
    case (true, true): keys.append(.sharedPeopleOrPlace)
    case (true, false): keys.append(.sharedPeople)
    case (false, true): keys.append(.sharedPlace)
    case (false, false): break
    }
    let kinds = header.milestones.map(\.kind)
    if kinds.contains(where: { $0 != .deadline && $0 != .today }) { keys.append(.milestone) }
    if kinds.contains(.deadline) { keys.append(.deadline) }
    if kinds.contains(.today) { keys.append(.today) }
    if !freezes.isEmpty { keys.append(.freeze) }
    return keys
  }
}
