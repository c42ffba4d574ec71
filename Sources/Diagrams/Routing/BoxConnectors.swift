/// Connectors between boxes that stand in rows: in the channels between the rows and the gaps beside the boxes.
struct BoxConnectors: Sendable {
  /// A connector to draw.
  struct Link: Hashable, Sendable {
    /// The boxes that it leaves and enters.
    let source: Int
    let target: Int
    /// Whether it is routed before others and so gets a straighter way.
    let isUrgent: Bool
    /// What it means; those that mean different things share no line, whatever ends they have in common.
    var family = 0

    /// Whether another connector on the same line would be taken for this one.
    func isStranger(to other: Link) -> Bool {
      family != other.family || source != other.source && target != other.target
    }
  }

  /// The height that the boxes of a row take at most.
  struct Row: Hashable, Sendable {
    let minY: Double
    let maxY: Double
  }

  /// The boxes, by which links refer to them.
  let boxes: [Rectangle]
  /// What else connectors keep clear of.
  var obstacles: [Rectangle] = []
  /// The texts beside boxes, from which they stay away a little farther.
  var labels: [Rectangle] = []
  /// The rows, from the top, without overlap.
  let rows: [Row]
  /// Where connectors may run.
  let area: Rectangle
  /// The places of upright lines, such as that of a deadline, that connectors run beside only where they must.
  var lines: [Double] = []
  /// The gaps between boxes and their names, which connectors run through only where another way is much longer.
  var gaps: [Rectangle] = []
  /// The first and the last day of a drawing on an axis of time, before and after which no connectors run where they have another way.
  var span: ClosedRange<Double>?
  /// The heights of level lines, such as the edges of frames, on which no connectors run.
  var levels: [Double] = []

  /// The distance of the vertical lines on which connectors run.
  static let columnPitch = 4.0
  /// How far connectors stay away from boxes.
  static let clearance = 3.0
  /// How far to the sides of texts they stay away.
  static let labelClearance = 5.0
  /// How far they stay away from upright lines of the drawing, which they would seem to double.
  static let lineClearance = 7.0
  /// The length of the head of an arrow.
  static let headLength = 6.0
  /// The radius of turns.
  static let turnRadius = 4.0
  /// How far from the corners of a box connectors end above and below it, and how many places they can choose from.
  private static let portInset = 5.0
  private static let portCount = 4
  /// The extra cost of leaving or entering a box from above or below.
  private static let detour = 6.0
  /// The straight piece that the head of an arrow needs.
  private static let headRoom = headLength + 1.5

  /// How often all connectors are routed again when some touch the heads of others, and how many of those there may be.
  private static let retryLimit = 4
  private static let touchLimit = 20
  /// How often connectors that can be mistaken for others are routed again past all others, and how many of those there may be.
  private static let mendLimit = 8
  private static let mendCountLimit = 120

  /// The corners of all connectors, in the order of the links.
  ///
  /// Urgent ones are routed first, and then shorter ones before longer ones. A connector for which there is no way
  /// left is straight. Those that touch the heads of arrows to others, or run on one line with a stranger, are routed again past all
  /// others; where a few touch heads all the same, all are routed again with those first.
  func routes(of links: [Link]) -> [[Point]] {
    var routes = routes(of: links, first: [])
    var touching = touching(routes, links)
    var first: Set<Int> = []
    for _ in 0..<Self.retryLimit where !touching.isEmpty && touching.count <= Self.touchLimit {
      first.formUnion(touching)
      let others = self.routes(of: links, first: first)
      let stillTouching = self.touching(others, links)
      first.formUnion(stillTouching)
      if stillTouching.count < touching.count { (routes, touching) = (others, stillTouching) }
    }
    return routes
  }

  private func routes(of links: [Link], first: Set<Int>) -> [[Point]] {
    var router = ConnectorRouter(
      grid: RoutingGrid(
        minX: area.minX, maxX: area.maxX, columnPitch: Self.columnPitch, tracks: tracks,
        obstacles: (boxes + obstacles).map { $0.grown(by: Self.clearance) } + labels.map(Self.grown),
        lines: lines, lineClearance: Self.lineClearance, span: span))
    for gap in gaps { router.charge(gap) }
    for target in Set(links.map(\.target)).sorted() {
      let box = boxes[target]
      router.keepFree(
        ArrowHead(tip: Point(box.minX, box.midY), from: Point(box.minX - 1, box.midY)), for: target)
    }
    let keys = links.map { (rank: $0.isUrgent ? 1 : 2, length: length($0)) }
    let order = links.indices.sorted { left, right in
      (first.contains(left) ? 0 : keys[left].rank, keys[left].length, left)
        < (first.contains(right) ? 0 : keys[right].rank, keys[right].length, right)
    }
    var routes = Array(repeating: [Point](), count: links.count)
    for index in order {
      routes[index] =
        router.route(request(for: links[index], in: router.grid), number: index) ?? straight(links[index])
    }
    mend(&routes, of: links, order: order, &router)
    return routes
  }

  private static func grown(_ label: Rectangle) -> Rectangle {
    var grown = label.grown(by: clearance)
    grown.minX = label.minX - labelClearance
    grown.maxX = label.maxX + labelClearance
    return grown
  }

  private func request(for link: Link, in grid: RoutingGrid) -> ConnectorRouter.Request {
    ConnectorRouter.Request(
      source: link.source, target: link.target, family: link.family,
      exits: exits(of: boxes[link.source], in: grid),
      entries: entries(of: boxes[link.target], in: grid))
  }

  /// Routes connectors again that can be mistaken for others, one by one, and keeps the best of all that comes of it.
  ///
  /// The lines that they share become dearer each time, so that one that has another way leaves them to one that has none
  /// (negotiated congestion, after L. McMurchie and C. Ebeling, "PathFinder", 1995).
  private func mend(
    _ routes: inout [[Point]], of links: [Link], order: [Int], _ router: inout ConnectorRouter
  ) {
    var (current, faults) = (routes, faults(of: routes, links))
    var fewest = faults.count
    for _ in 0..<Self.mendLimit where !faults.isEmpty && faults.count <= Self.mendCountLimit {
      router.blameSharedLines()
      for index in order.reversed() where faults.contains(index) {
        let route = router.route(request(for: links[index], in: router.grid), number: index)
        current[index] = route ?? straight(links[index])
      }
      faults = self.faults(of: current, links)
      if faults.count < fewest { (routes, fewest) = (current, faults.count) }
    }
  }

  /// The connectors that can be mistaken for others.
  private func faults(of routes: [[Point]], _ links: [Link]) -> Set<Int> {
    let shared = SharedLine.pairs(among: routes) { one, other in
      links[one].isStranger(to: links[other])
    }
    return touching(routes, links).union(shared.flatMap { [$0.first, $0.second] })
  }

  /// The connectors that touch the head of an arrow to another box, or seem to lead into it.
  private func touching(_ routes: [[Point]], _ links: [Link]) -> Set<Int> {
    var touching: Set<Int> = []
    for (link, route) in zip(links, routes) where route.count > 1 {
      let head = ArrowHead(tip: route[route.count - 1], from: route[route.count - 2], .least)
      for (index, other) in routes.enumerated()
      where links[index].target != link.target {
        if zip(other, other.dropFirst()).contains(where: { head.isTouched(by: $0, $1) }) {
          touching.insert(index)
        }
      }
    }
    return touching
  }

  private func straight(_ link: Link) -> [Point] {
    let (source, target) = (boxes[link.source], boxes[link.target])
    return [Point(source.maxX, source.midY), Point(target.minX, target.midY)]
  }

  private func length(_ link: Link) -> Double {
    let ends = straight(link)
    return ends[0].distance(to: ends[1])
  }

  /// The middles of all rows, and lines between them that are as far from rows as from each other.
  private var tracks: [Double] {
    let tops = [area.minY] + rows.map(\.maxY)
    let bottoms = rows.map(\.minY) + [area.maxY]
    let channels = zip(tops, bottoms).flatMap { top, bottom -> [Double] in
      let most = max(6, Int((bottom - top) / (2 * Self.columnPitch)))
      let count = min(most, max(1, Int((bottom - top) / Self.columnPitch) - 1))
      return (1...count).map { top + (bottom - top) * Double($0) / Double(count + 1) }
    }
    // Boxes may stand above the middle of a row that has something below them.
    let middles = rows.map { row in
      boxes.first { row.minY <= $0.minY && $0.maxY <= row.maxY }?.midY ?? (row.minY + row.maxY) / 2
    }
    let free = channels.filter { track in !levels.contains { abs($0 - track) < Self.clearance } }
    return (free + middles).sorted()
  }
}

// MARK: - Ports

extension BoxConnectors {
  /// Ways out of a box: to the right, or up and down near its right end.
  private func exits(of box: Rectangle, in grid: RoutingGrid) -> [ConnectorRouter.Port] {
    let side = grid.column(atOrAfter: box.maxX + Self.clearance)
    let last = grid.column(atOrBefore: box.maxX - Self.portInset)
    let columns = (0..<Self.portCount).map { last - $0 }.filter {
      $0 >= 0 && grid.x(ofColumn: $0) >= max(box.minX + Self.portInset, box.midX)
    }
    return [sidePort(x: box.maxX, of: box, column: side, in: grid)]
      + verticalPorts(of: box, columns: columns, headRoom: 0, in: grid)
  }

  /// Ways into a box: from the left, or from above and below near its left end.
  private func entries(of box: Rectangle, in grid: RoutingGrid) -> [ConnectorRouter.Port] {
    let side = grid.column(atOrBefore: box.minX - Self.headRoom)
    let first = grid.column(atOrAfter: box.minX + Self.portInset)
    let columns = (0..<Self.portCount).map { first + $0 }.filter {
      $0 < grid.columnCount && grid.x(ofColumn: $0) <= min(box.maxX - Self.portInset, box.midX)
    }
    let ports =
      [sidePort(x: box.minX, of: box, column: side, in: grid)]
      + verticalPorts(of: box, columns: columns, headRoom: Self.headRoom, in: grid)
    return ports.map { port in
      var port = port
      let step: (x: Double, y: Double) =
        port.axis == .horizontal ? (-1, 0) : (0, port.attachment.y < box.midY ? -1 : 1)
      port.head = ArrowHead(
        tip: port.attachment, from: Point(port.attachment.x + step.x, port.attachment.y + step.y))
      return port
    }
  }

  private func sidePort(
    x: Double, of box: Rectangle, column: Int, in grid: RoutingGrid
  ) -> ConnectorRouter.Port {
    ConnectorRouter.Port(
      vertex: grid.vertex(column: column, track: grid.track(atOrBelow: box.midY) ?? 0),
      attachment: Point(x, box.midY), axis: .horizontal, cost: 0)
  }

  private func verticalPorts(
    of box: Rectangle, columns: [Int], headRoom: Double, in grid: RoutingGrid
  ) -> [ConnectorRouter.Port] {
    columns.enumerated().flatMap { rank, column in
      let cost = Self.detour + Double(rank)
      let above = grid.track(atOrAbove: box.minY).map { (near: $0, y: box.minY) }
      let below = grid.track(atOrBelow: box.maxY).map { (near: $0, y: box.maxY) }
      return [
        above.flatMap { near, y in
          grid.track(atOrAbove: y - headRoom).map {
            verticalPort(y, column, far: $0, near: near, cost: cost, in: grid)
          }
        },
        below.flatMap { near, y in
          grid.track(atOrBelow: y + headRoom).map {
            verticalPort(y, column, far: $0, near: near, cost: cost, in: grid)
          }
        },
      ].compactMap(\.self)
    }
  }

  /// A port at the height `y` that joins the grid at a far track, past the tracks up to the nearest one.
  private func verticalPort(
    _ y: Double, _ column: Int, far: Int, near: Int, cost: Double, in grid: RoutingGrid
  ) -> ConnectorRouter.Port {
    let between = far == near ? [] : far < near ? Array(far + 1...near) : (near..<far).reversed()
    return ConnectorRouter.Port(
      vertex: grid.vertex(column: column, track: far),
      approach: between.map { grid.vertex(column: column, track: $0) },
      attachment: Point(grid.x(ofColumn: column), y), axis: .vertical, cost: cost)
  }
}
