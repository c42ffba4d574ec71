import RoadmapModel

/// The place of everything in the comparison of two plans: both on one axis, each capability in one row of its lane.
struct DifferenceLayout: Sendable {
  /// A capability with its days in both plans.
  struct Bar: Sendable {
    let item: DifferenceContent.Item
    /// The days before, where they differ from those after.
    let before: Rectangle?
    /// The days after, or those in which it was built; nil when it was dropped.
    let after: Rectangle?
    /// Whether the days before stand above the others.
    var isBeforeAbove: Bool { before != nil && after != nil }
    let label: TextBox
  }

  /// An element.
  struct Lane: Sendable {
    let element: Int
    let id: String
    let name: TextBox
    let frame: Rectangle
  }

  let content: DifferenceContent
  let axis: TimeAxis
  let header: RoadmapHeader
  private let lines: CrossingLines
  private(set) var lanes: [Lane] = []
  private(set) var bars: [Bar] = []
  /// What the capabilities of a part need and lead to elsewhere by the newer plan.
  private(set) var elsewhere: ElsewhereNotes
  private(set) var legend: Legend
  /// The bottom of the last lane.
  private(set) var plotMaxY: Double
  private(set) var frame: Rectangle

  /// The height of the bar of the days before, at the top of a row.
  private static let beforeHeight = 5.0
  /// The room between that and the bar of the days after.
  private static let beforeGap = 3.0
  /// The height of the lower part of a row, which holds two lines of a label.
  private static let afterHeight = 24.0
  private static let rowHeight = beforeHeight + beforeGap + afterHeight
  private static let rowGap = 8.0
  private static let itemGap = 18.0
  private static let labelOffset = 8.0

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
    elsewhere = ElsewhereNotes(of: [], in: content.base, minY: 0, maxX: maxX)
    legend = Legend([], words: content.base.vocabulary, minX: 0, minY: 0, width: 0)
    frame = Rectangle(minX: 0, minY: 0, maxX: maxX, maxY: plotMaxY)
    for lane in content.lanes { add(lane) }
    elsewhere = ElsewhereNotes(
      of: content.lanes.flatMap(\.items).map(\.entry.id), in: content.base, minY: plotMaxY, maxX: maxX)
    legend = Legend(
      legendKeys, words: content.base.vocabulary, minX: 0, minY: elsewhere.maxY + 12, width: maxX)
    frame.maxY = legend.maxY
  }

  // MARK: Sizes

  /// Where a capability's bars and its label begin and end.
  private struct Span {
    let minX: Double
    let labelMinX: Double
    let maxX: Double
  }

  /// The places of a capability's days in both plans, and of its label, which stands at the days after.
  private static func span(
    of item: DifferenceContent.Item, on axis: TimeAxis, _ lines: CrossingLines
  ) -> Span {
    let bars = [item.entry.before.map { bar(of: $0, on: axis) }, barAfter(of: item, on: axis)].compactMap(
      \.self)
    guard let now = bars.last else {
      return Span(minX: axis.originX, labelMinX: axis.originX, maxX: axis.originX)
    }
    let width = TextBox.width(of: item.lines, style: .bar)
    let labelMinX = lines.labelMinX(width: width, beside: now, offset: labelOffset, leastX: axis.originX)
    return Span(
      minX: min(labelMinX, bars.map(\.lowerBound).min() ?? labelMinX), labelMinX: labelMinX,
      maxX: max(labelMinX + width, bars.map(\.upperBound).max() ?? labelMinX))
  }

  private static func bar(of entry: Plan.PlannedCapability, on axis: TimeAxis) -> ClosedRange<Double> {
    bar(from: entry.start, to: entry.finish, on: axis)
  }

  private static func bar(
    from start: CivilDate, to finish: CivilDate, on axis: TimeAxis
  ) -> ClosedRange<Double> {
    let minX = axis.x(of: start)
    return minX...max(axis.x(of: finish), minX + RoadmapMeasures.leastBarWidth)
  }

  /// The days after, or those in which it was built; nil when there are none.
  private static func barAfter(
    of item: DifferenceContent.Item, on axis: TimeAxis
  ) -> ClosedRange<Double>? {
    item.work.map { bar(from: $0.start, to: $0.finish, on: axis) }
      ?? item.entry.after.map { bar(of: $0, on: axis) }
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
    let lowerMinY = minY + Self.beforeHeight + Self.beforeGap
    func frame(_ bar: ClosedRange<Double>, isAbove: Bool) -> Rectangle {
      isAbove
        ? Rectangle(minX: bar.lowerBound, minY: minY, maxX: bar.upperBound, maxY: minY + Self.beforeHeight)
        : Rectangle(
          minX: bar.lowerBound, minY: lowerMinY + 4, maxX: bar.upperBound,
          maxY: lowerMinY + Self.afterHeight - 4)
    }
    let before = item.entry.before.map { Self.bar(of: $0, on: axis) }
    let after = Self.barAfter(of: item, on: axis)
    let isElsewhere = item.change == .moved || item.change == .goneLive && before != after
    bars.append(
      Bar(
        item: item,
        before: isElsewhere || after == nil ? before.map { frame($0, isAbove: after != nil) } : nil,
        after: after.map { frame($0, isAbove: false) },
        label: TextBox(
          item.lines, style: .bar, alignment: .leading, x: Self.span(of: item, on: axis, lines).labelMinX,
          midY: lowerMinY + Self.afterHeight / 2)))
  }

  private var legendKeys: [LegendKey] {
    var keys = bars.map(\.item.change.key)
    if bars.contains(where: \.isBeforeAbove) { keys.append(.movedFrom) }
    let kinds = header.milestones.map(\.kind)
    if kinds.contains(where: { $0 != .deadline && $0 != .today }) { keys.append(.milestone) }
    if kinds.contains(.deadline) { keys.append(.deadline) }
    if kinds.contains(.today) { keys.append(.today) }
    return keys
  }
}
