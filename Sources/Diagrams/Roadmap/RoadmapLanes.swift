import RoadmapModel

/// The lanes of a roadmap with their bars, below a given height.
struct RoadmapLanes: Sendable {
  /// A planned capability.
  struct Bar: Hashable, Sendable {
    let id: CapabilityID
    /// The place of its lane among the lanes.
    let lane: Int
    /// Its row within the lane.
    let row: Int
    let frame: Rectangle
    let label: TextBox
    let isLabelInside: Bool
    let isCritical: Bool
    /// The places of the forecast's early, middle and late day, and the height at which they are drawn; nil without a forecast.
    let range: Range?

    /// When a capability is live, by forecast.
    struct Range: Hashable, Sendable {
      let early: Double
      let middle: Double
      let late: Double
      let y: Double

      /// What the line takes.
      var frame: Rectangle { Rectangle(minX: early - 1, minY: y - 3, maxX: late + 1, maxY: y + 3) }
    }
  }

  /// What is planned in one element, stage or team.
  struct Lane: Hashable, Sendable {
    /// The place of the element whose colour it has; nil for none.
    let element: Int?
    let id: String
    let name: TextBox
    /// The lane with its name.
    let frame: Rectangle
    let rowCount: Int
    /// The top of the first row.
    let rowsMinY: Double
    /// The distance of two rows.
    let rowPitch: Double

    /// The middle of a row.
    func midY(ofRow row: Int) -> Double {
      rowsMinY + Double(row) * rowPitch + RoadmapMeasures.rowHeight / 2
    }
  }

  private(set) var lanes: [Lane] = []
  private(set) var bars: [Bar] = []
  /// The bottom of the last lane.
  private(set) var maxY: Double
  /// The right end of the last bar or label.
  private(set) var maxX: Double
  /// Whether rows have room for the ranges of a forecast.
  let hasRanges: Bool

  /// The height of a row with the range of a forecast.
  var rowHeight: Double { RoadmapMeasures.rowHeight + (hasRanges ? RoadmapMeasures.rangeRoom : 0) }

  /// Puts the capabilities of a plan into lanes.
  ///
  /// - Parameter isTrial: whether only the size is wanted, which does not depend on the order of the rows.
  init(
    of content: RoadmapContent, on axis: TimeAxis, minY: Double, minWidth: Double = 0, isTrial: Bool = false
  ) {
    self.maxY = minY
    self.maxX = axis.endX
    self.hasRanges = !content.options.finishes.isEmpty
    let lines = CrossingLines(of: content, on: axis)
    let groups = content.groups.map { group in
      let placements = zip(group.members, group.labels).map {
        BarPlacement($0, label: $1, on: axis, lines: lines, finish: content.options.finishes[$0.id])
      }
      return (group, placements, LanePacking(placements, prerequisites: content.prerequisites))
    }
    maxX = max(maxX, minWidth, groups.flatMap(\.1).map(\.extent).max() ?? 0) + RoadmapMeasures.lanePadding
    // The ranges of a forecast leave arrows so few ways that moving rows takes as many as it gives.
    let orders = isTrial || hasRanges ? nil : LaneRowOrders(of: groups.map { ($0.1, $0.2) }, content.arrows)
    for (index, (group, placements, packing)) in groups.enumerated() {
      add(
        group, placements,
        rows: orders.map { order in packing.rows.map { order[index][$0] } } ?? packing.rows,
        rowCount: packing.rowCount)
    }
  }

  private mutating func add(
    _ group: RoadmapContent.Group, _ placements: [BarPlacement], rows: [Int], rowCount: Int
  ) {
    if !lanes.isEmpty { maxY += RoadmapMeasures.laneGap }
    let lane = lane(group, rowCount: rowCount)
    for (index, placement) in placements.enumerated() {
      let row = rows[index]
      bars.append(
        Self.bar(
          placement, lane: lanes.count, row: row, midY: lane.midY(ofRow: row),
          isCritical: group.members[index].isCritical))
    }
    lanes.append(lane)
    maxY = lane.frame.maxY
  }

  private func lane(_ group: RoadmapContent.Group, rowCount: Int) -> Lane {
    let metrics = TextStyle.lane.metrics
    let lines = metrics.wrap(group.name, width: RoadmapMeasures.laneNameWidth - 22, lines: 4).lines
    let rows = Double(rowCount) * rowHeight + Double(rowCount - 1) * RoadmapMeasures.rowGap
    let content = max(rows, Double(lines.count) * metrics.lineHeight)
    let frame = Rectangle(
      minX: 0, minY: maxY, maxX: maxX, maxY: maxY + content + 2 * RoadmapMeasures.lanePadding)
    let name = TextBox(
      lines.map(\.text), style: .lane, alignment: .leading, x: 14, midY: frame.midY)
    return Lane(
      element: group.element, id: group.id, name: name, frame: frame, rowCount: rowCount,
      rowsMinY: frame.midY - rows / 2, rowPitch: rowHeight + RoadmapMeasures.rowGap)
  }

  private static func bar(
    _ placement: BarPlacement, lane: Int, row: Int, midY: Double, isCritical: Bool
  ) -> Bar {
    let height = RoadmapMeasures.rowHeight
    let frame = Rectangle(
      x: placement.minX, y: midY - height / 2, width: placement.maxX - placement.minX, height: height)
    let label = TextBox(
      placement.lines, style: .bar, alignment: placement.isLabelInside ? .centre : .leading,
      x: placement.labelMinX ?? frame.midX, midY: midY)
    let range =
      placement.range.isEmpty
      ? nil
      : Bar.Range(
        early: placement.range[0], middle: placement.range[1], late: placement.range[2], y: frame.maxY + 4)
    return Bar(
      id: placement.id, lane: lane, row: row, frame: frame, label: label,
      isLabelInside: placement.isLabelInside, isCritical: isCritical, range: range)
  }
}
