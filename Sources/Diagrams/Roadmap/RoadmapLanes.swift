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
  }

  /// What is planned in one element.
  struct Lane: Hashable, Sendable {
    /// The place of the element in the maturity model.
    let element: Int
    let id: ElementID
    let name: TextBox
    /// The lane with its name.
    let frame: Rectangle
    let rowCount: Int
    /// The top of the first row.
    let rowsMinY: Double

    /// The middle of a row.
    func midY(ofRow row: Int) -> Double {
      rowsMinY + Double(row) * (RoadmapMeasures.rowHeight + RoadmapMeasures.rowGap)
        + RoadmapMeasures.rowHeight / 2
    }
  }

  private(set) var lanes: [Lane] = []
  private(set) var bars: [Bar] = []
  /// The bottom of the last lane.
  private(set) var maxY: Double
  /// The right end of the last bar or label.
  private(set) var maxX: Double

  /// Puts the capabilities of a plan into lanes.
  init(of content: RoadmapContent, on axis: TimeAxis, minY: Double, minWidth: Double = 0) {
    self.maxY = minY
    self.maxX = axis.endX
    let groups = content.groups.map { group in
      let placements = zip(group.members, group.labels).map { BarPlacement($0, label: $1, on: axis) }
      return (group, placements, LanePacking(placements, prerequisites: content.prerequisites))
    }
    maxX = max(maxX, minWidth, groups.flatMap(\.1).map(\.extent).max() ?? 0) + RoadmapMeasures.lanePadding
    for (group, placements, packing) in groups {
      add(group, placements, packing)
    }
  }

  private mutating func add(
    _ group: RoadmapContent.Group, _ placements: [BarPlacement], _ packing: LanePacking
  ) {
    if !lanes.isEmpty { maxY += RoadmapMeasures.laneGap }
    let lane = Self.lane(group, rowCount: packing.rowCount, minY: maxY, maxX: maxX)
    for (index, placement) in placements.enumerated() {
      let row = packing.rows[index]
      bars.append(
        Self.bar(
          placement, lane: lanes.count, row: row, midY: lane.midY(ofRow: row),
          isCritical: group.members[index].isCritical))
    }
    lanes.append(lane)
    maxY = lane.frame.maxY
  }

  private static func lane(
    _ group: RoadmapContent.Group, rowCount: Int, minY: Double, maxX: Double
  ) -> Lane {
    let metrics = TextStyle.lane.metrics
    let lines = metrics.wrap(group.name, width: RoadmapMeasures.laneNameWidth - 22, lines: 4).lines
    let rows =
      Double(rowCount) * RoadmapMeasures.rowHeight + Double(rowCount - 1) * RoadmapMeasures.rowGap
    let content = max(rows, Double(lines.count) * metrics.lineHeight)
    let frame = Rectangle(
      minX: 0, minY: minY, maxX: maxX, maxY: minY + content + 2 * RoadmapMeasures.lanePadding)
    let name = TextBox(
      lines.map(\.text), style: .lane, alignment: .leading, x: 14, midY: frame.midY)
    return Lane(
      element: group.element, id: group.id, name: name, frame: frame, rowCount: rowCount,
      rowsMinY: frame.midY - rows / 2)
  }

  private static func bar(
    _ placement: BarPlacement, lane: Int, row: Int, midY: Double, isCritical: Bool
  ) -> Bar {
    let height = RoadmapMeasures.rowHeight
    let frame = Rectangle(
      x: placement.minX, y: midY - height / 2, width: placement.maxX - placement.minX, height: height)
    let label = TextBox(
      placement.lines, style: .bar, alignment: placement.isLabelInside ? .centre : .leading,
      x: placement.isLabelInside ? frame.midX : frame.maxX + RoadmapMeasures.labelOffset, midY: midY)
    return Bar(
      id: placement.id, lane: lane, row: row, frame: frame, label: label,
      isLabelInside: placement.isLabelInside, isCritical: isCritical)
  }
}
