import RoadmapModel

/// A bar at its dates with the label that fits it, before it has a row.
struct BarPlacement: Hashable, Sendable {
  let id: CapabilityID
  /// The left and right end of the bar.
  let minX: Double
  let maxX: Double
  /// The label, which stands in the bar or beside it.
  let lines: [String]
  let labelWidth: Double
  /// The left end of a label beside the bar; nil for one inside.
  let labelMinX: Double?
  /// The places of the forecast's early, middle and late day.
  let range: [Double]

  var isLabelInside: Bool { labelMinX == nil }

  /// The left end of bar, label and range.
  var from: Double { min(minX, labelMinX ?? minX, range.first ?? minX) }

  /// The right end of bar, label and range.
  var extent: Double { max(maxX, labelMinX.map { $0 + labelWidth } ?? maxX, range.last ?? maxX) }

  /// The bar of a planned capability on an axis.
  ///
  /// - Parameter lines: what a label beside its bar keeps clear of.
  init(
    _ planned: Plan.PlannedCapability, label: BarLabel, on axis: TimeAxis,
    lines: CrossingLines = CrossingLines(target: []),
    finish: RoadmapOptions.FinishRange? = nil
  ) {
    self.id = planned.id
    self.minX = axis.x(of: planned.start)
    self.maxX = max(axis.x(of: planned.finish), minX + RoadmapMeasures.leastBarWidth)
    self.range = finish.map { [$0.early, $0.middle, $0.late].map(axis.x(of:)) } ?? []
    let inside = label.inside(width: maxX - minX - 2 * RoadmapMeasures.barPadding)
    let text = inside ?? label.beside
    self.lines = text.lines.map(\.text)
    self.labelWidth = text.width
    self.labelMinX =
      inside != nil
      ? nil
      : lines.labelMinX(
        width: text.width, beside: minX...maxX, offset: RoadmapMeasures.labelOffset, leastX: axis.originX)
  }
}
