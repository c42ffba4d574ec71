import RoadmapModel

/// The routes of a roadmap's arrows: in the channels between the rows and the gaps between the bars.
struct RoadmapConnectors: Sendable {
  /// An arrow and its corners, from the side of one bar to that of another.
  struct Route: Hashable, Sendable {
    let arrow: RoadmapArrow
    let corners: [Point]
  }

  /// The routes in the order of the arrows.
  let routes: [Route]

  /// Routes arrows between the bars of lanes.
  ///
  /// Critical arrows come first and get the straightest ways, then shorter ones before longer ones. An arrow for
  /// which there is no way left is drawn straight.
  init(_ arrows: [RoadmapArrow], between lanes: RoadmapLanes, on axis: TimeAxis) {
    var frames: [CapabilityID: (index: Int, frame: Rectangle)] = [:]
    for (index, bar) in lanes.bars.enumerated() { frames[bar.id] = (index, bar.frame) }
    let jobs = arrows.enumerated().compactMap { order, arrow -> Job? in
      guard let source = frames[arrow.prerequisite], let target = frames[arrow.dependent] else { return nil }
      return Job(order: order, arrow: arrow, source: source, target: target)
    }
    var router = ConnectorRouter(grid: Self.grid(over: lanes, on: axis))
    var routes: [(order: Int, route: Route)] = []
    for job in jobs.sorted(by: Job.precedes) {
      let request = ConnectorRouter.Request(
        source: job.source.index, target: job.target.index,
        exits: Self.exits(of: job.source.frame, in: router.grid),
        entries: Self.entries(of: job.target.frame, in: router.grid))
      let corners = router.route(request) ?? job.straight
      routes.append((job.order, Route(arrow: job.arrow, corners: corners)))
    }
    self.routes = routes.sorted { $0.order < $1.order }.map(\.route)
  }

  private struct Job {
    let order: Int
    let arrow: RoadmapArrow
    let source: (index: Int, frame: Rectangle)
    let target: (index: Int, frame: Rectangle)

    var straight: [Point] {
      [Point(source.frame.maxX, source.frame.midY), Point(target.frame.minX, target.frame.midY)]
    }

    static func precedes(_ left: Job, _ right: Job) -> Bool {
      if left.arrow.isCritical != right.arrow.isCritical { return left.arrow.isCritical }
      let (leftLength, rightLength) = (left.length, right.length)
      return (leftLength, left.order) < (rightLength, right.order)
    }

    private var length: Double { straight[0].distance(to: straight[1]) }
  }

  // MARK: Grid

  private static func grid(over lanes: RoadmapLanes, on axis: TimeAxis) -> RoutingGrid {
    let labels = lanes.bars.filter { !$0.isLabelInside }.map(\.label.frame)
    return RoutingGrid(
      minX: axis.originX - RoadmapMeasures.axisInset + RoadmapMeasures.clearance,
      maxX: lanes.maxX - RoadmapMeasures.clearance, columnPitch: RoadmapMeasures.columnPitch,
      tracks: tracks(of: lanes), obstacles: lanes.bars.map(\.frame) + labels,
      clearance: RoadmapMeasures.clearance)
  }

  /// The middles of all rows, and lines between them that are as far from rows as from each other.
  private static func tracks(of lanes: RoadmapLanes) -> [Double] {
    let half = RoadmapMeasures.rowHeight / 2
    let middles = lanes.lanes.flatMap { lane in (0..<lane.rowCount).map(lane.midY(ofRow:)) }
    guard let first = lanes.lanes.first, let last = lanes.lanes.last else { return [] }
    let tops = [first.frame.minY] + middles.map { $0 + half }
    let bottoms = middles.map { $0 - half } + [last.frame.maxY]
    let channels = zip(tops, bottoms).map { top, bottom in
      let count = min(6, max(1, Int((bottom - top) / RoadmapMeasures.columnPitch) - 1))
      return (1...count).map { top + (bottom - top) * Double($0) / Double(count + 1) }
    }
    return (channels.flatMap(\.self) + middles).sorted()
  }

  // MARK: Ports

  /// The extra cost of leaving or entering a bar from above or below.
  private static let detour = 6.0
  /// How far from the rounded corners of a bar arrows end, and how many places they can choose from.
  private static let portInset = 5.0
  private static let portCount = 4
  /// The straight piece that an arrow's head needs.
  private static let headRoom = RoadmapMeasures.arrowHead + 1.5

  /// Ways out of a bar: to the right, or up and down near its right end.
  private static func exits(of frame: Rectangle, in grid: RoutingGrid) -> [ConnectorRouter.Port] {
    let side = grid.column(atOrAfter: frame.maxX + RoadmapMeasures.clearance)
    let last = grid.column(atOrBefore: frame.maxX - portInset)
    let columns = (0..<portCount).map { last - $0 }.filter {
      $0 >= 0 && grid.x(ofColumn: $0) >= max(frame.minX + portInset, frame.midX)
    }
    return [sidePort(at: frame.maxX, frame.midY, column: side, in: grid)]
      + columns.enumerated().flatMap { rank, column in
        verticalPorts(
          of: frame, column: column, headRoom: 0, cost: detour + Double(rank), in: grid)
      }
  }

  /// Ways into a bar: from the left, or from above and below near its left end.
  private static func entries(of frame: Rectangle, in grid: RoutingGrid) -> [ConnectorRouter.Port] {
    let side = grid.column(atOrBefore: frame.minX - headRoom)
    let first = grid.column(atOrAfter: frame.minX + portInset)
    let columns = (0..<portCount).map { first + $0 }.filter {
      $0 < grid.columnCount && grid.x(ofColumn: $0) <= min(frame.maxX - portInset, frame.midX)
    }
    return [sidePort(at: frame.minX, frame.midY, column: side, in: grid)]
      + columns.enumerated().flatMap { rank, column in
        verticalPorts(
          of: frame, column: column, headRoom: headRoom, cost: detour + Double(rank), in: grid)
      }
  }

  private static func sidePort(
    at x: Double, _ y: Double, column: Int, in grid: RoutingGrid
  ) -> ConnectorRouter.Port {
    let track = grid.track(atOrBelow: y) ?? 0
    return ConnectorRouter.Port(
      vertex: grid.vertex(column: column, track: track), attachment: Point(x, y), axis: .horizontal, cost: 0)
  }

  private static func verticalPorts(
    of frame: Rectangle, column: Int, headRoom: Double, cost: Double, in grid: RoutingGrid
  ) -> [ConnectorRouter.Port] {
    let x = grid.x(ofColumn: column)
    var ports: [ConnectorRouter.Port] = []
    if let near = grid.track(atOrAbove: frame.minY), let far = grid.track(atOrAbove: frame.minY - headRoom) {
      let approach = far < near ? (far + 1...near).map { grid.vertex(column: column, track: $0) } : []
      ports.append(
        ConnectorRouter.Port(
          vertex: grid.vertex(column: column, track: far), approach: approach,
          attachment: Point(x, frame.minY), axis: .vertical, cost: cost))
    }
    if let near = grid.track(atOrBelow: frame.maxY), let far = grid.track(atOrBelow: frame.maxY + headRoom) {
      let approach = near < far ? (near..<far).reversed().map { grid.vertex(column: column, track: $0) } : []
      ports.append(
        ConnectorRouter.Port(
          vertex: grid.vertex(column: column, track: far), approach: approach,
          attachment: Point(x, frame.maxY), axis: .vertical, cost: cost))
    }
    return ports
  }
}
