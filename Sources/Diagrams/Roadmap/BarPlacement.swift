import RoadmapModel

/// A bar at its dates with the label that fits it, before it has a row.
struct BarPlacement: Hashable, Sendable {
  let id: CapabilityID
  /// The left and right end of the bar.
  let minX: Double
  let maxX: Double
  /// The label, which stands in the bar or to the right of it.
  let lines: [String]
  let labelWidth: Double
  let isLabelInside: Bool

  /// The right end of bar and label.
  var extent: Double {
    isLabelInside ? maxX : maxX + RoadmapMeasures.labelOffset + labelWidth
  }

  /// The bar of a planned capability on an axis.
  init(_ planned: Plan.PlannedCapability, label: BarLabel, on axis: TimeAxis) {
    self.id = planned.id
    self.minX = axis.x(of: planned.start)
    self.maxX = max(axis.x(of: planned.finish), minX + RoadmapMeasures.leastBarWidth)
    let inside = label.inside(width: maxX - minX - 2 * RoadmapMeasures.barPadding)
    let lines = inside ?? label.beside
    self.lines = lines.lines.map(\.text)
    self.labelWidth = lines.width
    self.isLabelInside = inside != nil
  }
}
