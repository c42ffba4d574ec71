import RoadmapModel

/// The place of everything on a roadmap.
///
/// The time axis is given the least width at which the drawing is about as wide as a screen for its height, so that
/// few capabilities make a small picture and many a large one, and text has the same size on all.
struct RoadmapLayout: Sendable {
  let content: RoadmapContent
  let axis: TimeAxis
  let header: RoadmapHeader
  let lanes: RoadmapLanes
  let routes: [RoadmapRoute]
  let footer: RoadmapFooter
  /// The frozen days, as places on the axis.
  let freezes: [ClosedRange<Double>]
  /// The whole drawing, from 0 to the right and downwards.
  let frame: Rectangle

  init(of content: RoadmapContent) {
    let days = content.days
    let axes = Self.axisWidths(from: days.start, until: days.end, content.options.scale).map { width in
      TimeAxis(
        from: days.start, until: days.end,
        originX: RoadmapMeasures.laneNameWidth + RoadmapMeasures.axisInset, width: width)
    }
    let trials = axes.lazy.map { axis in
      (axis, RoadmapLanes(of: content, on: axis, minY: 0, minWidth: Self.leastWidth, isTrial: true))
    }
    let fitting = trials.first { $0.1.maxX >= ($0.1.maxY + Self.typicalSurround) * RoadmapMeasures.aspect }
    self.init(of: content, on: fitting?.0 ?? axes[axes.count - 1])
  }

  /// Lays out a roadmap on a given axis.
  init(of content: RoadmapContent, on axis: TimeAxis) {
    let trial = RoadmapLanes(of: content, on: axis, minY: 0, minWidth: Self.leastWidth, isTrial: true)
    let header = RoadmapHeader(of: content, on: axis, maxX: trial.maxX)
    let lanes = RoadmapLanes(of: content, on: axis, minY: header.maxY, minWidth: Self.leastWidth)
    let routes = RoadmapRoute.routes(
      of: content.arrows, between: lanes, on: axis, lines: CrossingLines(of: content, on: axis))
    let freezes = content.freezes(from: axis.start, until: axis.end).map {
      axis.x(of: $0.lowerBound)...axis.x(of: $0.upperBound)
    }
    let keys = Self.legendKeys(lanes, routes, header, freezes)
    let strips = content.options.showsLoad ? LoadStrip.strips(of: content, until: axis.end) : []
    self.content = content
    self.axis = axis
    self.header = header
    self.lanes = lanes
    self.routes = routes
    self.freezes = freezes
    self.footer = RoadmapFooter(
      of: content, on: axis, keys: keys, strips: strips, minY: lanes.maxY, maxX: lanes.maxX)
    self.frame = Rectangle(minX: 0, minY: 0, maxX: lanes.maxX, maxY: footer.maxY)
  }

  /// The least width of a drawing, in which its title and worth have room.
  private static let leastWidth = 760.0
  /// The usual height of all that stands above and below the lanes.
  private static let typicalSurround = 210.0

  private static func axisWidths(
    from start: CivilDate, until end: CivilDate, _ scale: RoadmapOptions.Scale
  ) -> [Double] {
    let days = Double(start.distance(to: end))
    let least =
      switch scale {
      case .weeks: days / 7 * RoadmapMeasures.leastWeek
      case .months: days / 28 * RoadmapMeasures.leastMonth
      case .automatic, .quarters: days / 91.3 * RoadmapMeasures.leastQuarter
      }
    let widths = RoadmapMeasures.axisWidths.filter { $0 >= least }
    return widths.isEmpty ? [least] : widths
  }

  private static func legendKeys(
    _ lanes: RoadmapLanes, _ routes: [RoadmapRoute], _ header: RoadmapHeader,
    _ freezes: [ClosedRange<Double>]
  ) -> [LegendKey] {
    var keys: [LegendKey] = []
    if lanes.bars.contains(where: { !$0.isCritical }) { keys.append(.planned) }
    if lanes.bars.contains(where: \.isCritical) { keys.append(.critical) }
    keys += routes.map(\.arrow.key)
    let kinds = header.milestones.map(\.kind)
    if kinds.contains(where: { $0 != .deadline && $0 != .today }) { keys.append(.milestone) }
    if kinds.contains(.deadline) { keys.append(.deadline) }
    if kinds.contains(.today) { keys.append(.today) }
    if lanes.bars.contains(where: { $0.range != nil }) { keys.append(.finishRange) }
    if !freezes.isEmpty { keys.append(.freeze) }
    return keys
  }
}

extension RoadmapArrow {
  /// What the legend says about the arrow.
  var key: LegendKey {
    if isCritical { return .criticalPrerequisite }
    if isChoice { return .choice }
    return isTight ? .tightPrerequisite : .prerequisite
  }
}
