import RoadmapModel

/// The place of everything in the comparison of two plans: both on one axis, each capability in one row of its lane.
struct DifferenceLayout: Sendable {
  /// A capability with its days in both plans.
  struct Bar: Sendable {
    let item: DifferenceContent.Item
    /// The days before, where they differ from those after.
    let before: Rectangle?
    /// The days after; nil when it was dropped.
    let after: Rectangle?
    let label: TextBox
  }

  /// An element.
  struct Lane: Sendable {
    let element: Int
    let id: ElementID
    let name: TextBox
    let frame: Rectangle
  }

  let content: DifferenceContent
  let axis: TimeAxis
  let header: RoadmapHeader
  private let lines: CrossingLines
  private(set) var lanes: [Lane] = []
  private(set) var bars: [Bar] = []
  private(set) var legend: Legend
  /// The bottom of the last lane.
  private(set) var plotMaxY: Double
  private(set) var frame: Rectangle

  private static let rowHeight = 26.0
  private static let rowGap = 8.0
  private static let itemGap = 18.0

  init(of content: DifferenceContent) {
    self.content = content
    let days = content.days
    let quarters = Double(days.start.distance(to: days.end)) / 91.3
    let widths = RoadmapMeasures.axisWidths.filter { $0 >= quarters * RoadmapMeasures.leastQuarter }
    let axes = (widths.isEmpty ? [quarters * RoadmapMeasures.leastQuarter] : widths).map {
      TimeAxis(
        from: days.start, until: days.end, originX: RoadmapMeasures.laneNameWidth + RoadmapMeasures.axisInset,
        width: $0)
    }
    let fitting = axes.first { Self.width(of: content, on: $0) >= Self.height(of: content, on: $0) * 1.5 }
    let axis = fitting ?? axes[axes.count - 1]
    self.axis = axis
    lines = CrossingLines(of: content.base, on: axis)
    let maxX = Self.width(of: content, on: axis)
    header = RoadmapHeader(
      of: content.base, on: axis, maxX: maxX, title: content.title, notes: content.summary)
    plotMaxY = header.maxY
    legend = Legend([], words: content.base.vocabulary, minX: 0, minY: 0, width: 0)
    frame = Rectangle(minX: 0, minY: 0, maxX: maxX, maxY: plotMaxY)
    for lane in content.lanes { add(lane) }
    legend = Legend(legendKeys, words: content.base.vocabulary, minX: 0, minY: plotMaxY + 12, width: maxX)
    frame.maxY = legend.maxY
  }

  // MARK: Sizes

  /// The places of a capability's days in both plans, and of its label.
  private static func span(
    of item: DifferenceContent.Item, on axis: TimeAxis, _ lines: CrossingLines
  ) -> (minX: Double, labelMinX: Double, maxX: Double) {
    let entries = [item.entry.before, item.entry.after].compactMap(\.self)
    let minX = entries.map { axis.x(of: $0.start) }.min() ?? axis.originX
    let barMaxX = max(
      entries.map { axis.x(of: $0.finish) }.max() ?? minX, minX + RoadmapMeasures.leastBarWidth)
    let width = TextBox.width(of: item.lines, style: .bar)
    let labelMinX = lines.labelMinX(width: width, after: barMaxX + 8)
    return (minX, labelMinX, labelMinX + width)
  }

  /// The rows of a lane's items, as few as can be, in the order of their starts.
  private static func rows(
    of lane: DifferenceContent.Lane, on axis: TimeAxis, _ lines: CrossingLines
  ) -> (rows: [Int], count: Int) {
    let spans = lane.items.map { span(of: $0, on: axis, lines) }
    var rows = Array(repeating: 0, count: spans.count)
    var ends: [Double] = []
    for index in spans.indices.sorted(by: { (spans[$0].minX, $0) < (spans[$1].minX, $1) }) {
      let row = ends.firstIndex { $0 + itemGap <= spans[index].minX } ?? ends.count
      if row == ends.count { ends.append(0) }
      ends[row] = spans[index].maxX
      rows[index] = row
    }
    return (rows, ends.count)
  }

  private static func laneHeight(_ rowCount: Int) -> Double {
    max(46, Double(rowCount) * (rowHeight + rowGap) - rowGap + 2 * RoadmapMeasures.lanePadding)
  }

  private static func width(of content: DifferenceContent, on axis: TimeAxis) -> Double {
    let lines = CrossingLines(of: content.base, on: axis)
    let ends = content.lanes.flatMap(\.items).map { span(of: $0, on: axis, lines).maxX }
    return max(760, axis.endX, ends.max() ?? 0) + RoadmapMeasures.lanePadding
  }

  private static func height(of content: DifferenceContent, on axis: TimeAxis) -> Double {
    let lines = CrossingLines(of: content.base, on: axis)
    return content.lanes.reduce(190) {
      $0 + laneHeight(rows(of: $1, on: axis, lines).count) + RoadmapMeasures.laneGap
    }
  }

  // MARK: Parts

  private mutating func add(_ lane: DifferenceContent.Lane) {
    if !lanes.isEmpty { plotMaxY += RoadmapMeasures.laneGap }
    let (rows, count) = Self.rows(of: lane, on: axis, lines)
    let frame = Rectangle(
      minX: 0, minY: plotMaxY, maxX: self.frame.maxX, maxY: plotMaxY + Self.laneHeight(count))
    let name = TextStyle.lane.metrics.wrap(lane.name, width: RoadmapMeasures.laneNameWidth - 22, lines: 3)
    lanes.append(
      Lane(
        element: lane.element, id: lane.id,
        name: TextBox(name.lines.map(\.text), style: .lane, alignment: .leading, x: 14, midY: frame.midY),
        frame: frame))
    let used = Double(count) * (Self.rowHeight + Self.rowGap) - Self.rowGap
    for (item, row) in zip(lane.items, rows) {
      add(item, minY: frame.midY - used / 2 + Double(row) * (Self.rowHeight + Self.rowGap))
    }
    plotMaxY = frame.maxY
  }

  private mutating func add(_ item: DifferenceContent.Item, minY: Double) {
    let span = Self.span(of: item, on: axis, lines)
    func bar(_ entry: Plan.PlannedCapability?, _ minY: Double, _ maxY: Double) -> Rectangle? {
      entry.map {
        let minX = axis.x(of: $0.start)
        return Rectangle(
          minX: minX, minY: minY, maxX: max(axis.x(of: $0.finish), minX + RoadmapMeasures.leastBarWidth),
          maxY: maxY)
      }
    }
    let isMoved = item.entry.change == .moved
    let showsBefore = isMoved || item.entry.after == nil
    bars.append(
      Bar(
        item: item,
        before: showsBefore
          ? bar(item.entry.before, minY + (isMoved ? 0 : 5), minY + (isMoved ? 8 : 21)) : nil,
        after: bar(item.entry.after, minY + (isMoved ? 10 : 5), minY + (isMoved ? 26 : 21)),
        label: TextBox(
          item.lines, style: .bar, alignment: .leading, x: span.labelMinX, midY: minY + Self.rowHeight / 2))
    )
  }

  private var legendKeys: [LegendKey] {
    var keys = bars.map(\.item.entry.change.key)
    if keys.contains(.moved) { keys.append(.movedFrom) }
    let kinds = header.milestones.map(\.kind)
    if kinds.contains(where: { $0 != .deadline && $0 != .today }) { keys.append(.milestone) }
    if kinds.contains(.deadline) { keys.append(.deadline) }
    return keys
  }
}
