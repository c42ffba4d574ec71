import RoadmapModel

/// An arrow of a roadmap and its corners, from the side of one bar to that of another.
struct RoadmapRoute: Hashable, Sendable {
  let arrow: RoadmapArrow
  let corners: [Point]

  /// Routes arrows between the bars of lanes, in the order of the arrows; critical ones get the straightest ways.
  ///
  /// - Parameter lines: the places of the lines across all lanes.
  static func routes(
    of arrows: [RoadmapArrow], between lanes: RoadmapLanes, on axis: TimeAxis, lines: CrossingLines
  ) -> [RoadmapRoute] {
    guard let first = lanes.lanes.first, let last = lanes.lanes.last else { return [] }
    let half = RoadmapMeasures.rowHeight / 2
    let ranges = lanes.bars.compactMap(\.range?.frame)
    let connectors = BoxConnectors(
      boxes: lanes.bars.map(\.frame),
      obstacles: ranges, labels: lanes.bars.filter { !$0.isLabelInside }.map(\.label.frame),
      rows: lanes.lanes.flatMap { lane in
        (0..<lane.rowCount).map(lane.midY(ofRow:)).map {
          .init(minY: $0 - half, maxY: $0 - half + lanes.rowHeight)
        }
      },
      area: Rectangle(
        minX: axis.originX - RoadmapMeasures.axisInset + BoxConnectors.clearance, minY: first.frame.minY,
        maxX: lanes.maxX - BoxConnectors.clearance, maxY: last.frame.maxY),
      lines: lines.all,
      gaps: lanes.bars.filter { !$0.isLabelInside }.map { .init(between: $0.frame, and: $0.label.frame) },
      span: axis.span)
    var boxes: [CapabilityID: Int] = [:]
    for (index, bar) in lanes.bars.enumerated() { boxes[bar.id] = index }
    let drawn = arrows.compactMap { arrow -> (RoadmapArrow, BoxConnectors.Link)? in
      guard let source = boxes[arrow.prerequisite], let target = boxes[arrow.dependent] else { return nil }
      let link = BoxConnectors.Link(
        source: source, target: target, isUrgent: arrow.isCritical, family: arrow.key == .choice ? 1 : 0)
      return (arrow, link)
    }
    return zip(drawn, connectors.routes(of: drawn.map(\.1))).map { RoadmapRoute(arrow: $0.0, corners: $1) }
  }
}
