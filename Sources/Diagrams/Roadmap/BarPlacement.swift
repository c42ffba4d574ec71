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
  /// - Parameter marks: the places of lines that cross all lanes, which a label beside its bar keeps clear of where it can.
  init(
    _ planned: Plan.PlannedCapability, label: BarLabel, on axis: TimeAxis, marks: [Double] = [],
    finish: RoadmapOptions.FinishRange? = nil
  ) {
    self.id = planned.id
    self.minX = axis.x(of: planned.start)
    self.maxX = max(axis.x(of: planned.finish), minX + RoadmapMeasures.leastBarWidth)
    self.range = finish.map { [$0.early, $0.middle, $0.late].map(axis.x(of:)) } ?? []
    let inside = label.inside(width: maxX - minX - 2 * RoadmapMeasures.barPadding)
    let lines = inside ?? label.beside
    self.lines = lines.lines.map(\.text)
    self.labelWidth = lines.width
    self.labelMinX =
      inside != nil
      ? nil
      : Self.labelMinX(
        width: lines.width, minX: minX, maxX: maxX, leastX: axis.originX, marks: marks)
  }

  /// A place to the right of the bar, a little farther off where a mark is near, or to the left of it; marks are kept clear of.
  private static func labelMinX(
    width: Double, minX: Double, maxX: Double, leastX: Double, marks: [Double]
  ) -> Double {
    let offset = RoadmapMeasures.labelOffset
    let isClear = { (from: Double) in !marks.contains { from - 3 < $0 && $0 < from + width + 3 } }
    let right = maxX + offset
    let shifted = marks.map { $0 + 5 }.filter { $0 > right && $0 < right + RoadmapMeasures.labelShift }
    let candidates =
      [right] + shifted.sorted() + [minX - RoadmapMeasures.labelOffsetLeft - width].filter { $0 >= leastX }
    return candidates.first(where: isClear) ?? right
  }
}
