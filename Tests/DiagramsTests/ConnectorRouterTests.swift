import Testing

@testable import Diagrams

@Suite struct ConnectorRouterTests {
  private let rows: [BoxConnectors.Row] = (0..<5).map {
    .init(minY: Double($0) * 40 + 10, maxY: Double($0) * 40 + 36)
  }

  private func box(row: Int, from minX: Double, to maxX: Double) -> Rectangle {
    Rectangle(minX: minX, minY: rows[row].minY, maxX: maxX, maxY: rows[row].maxY)
  }

  private func connectors(_ boxes: [Rectangle], obstacles: [Rectangle] = []) -> BoxConnectors {
    BoxConnectors(
      boxes: boxes, obstacles: obstacles, rows: rows,
      area: Rectangle(minX: 0, minY: 0, maxX: 600, maxY: 210))
  }

  private func link(_ source: Int, _ target: Int, isUrgent: Bool = false) -> BoxConnectors.Link {
    BoxConnectors.Link(source: source, target: target, isUrgent: isUrgent)
  }

  @Test func neighboursInARowAreJoinedStraight() {
    let connectors = connectors([box(row: 1, from: 20, to: 100), box(row: 1, from: 160, to: 240)])
    #expect(connectors.routes(of: [link(0, 1)]) == [[Point(100, 63), Point(160, 63)]])
  }

  @Test func aBoxInBetweenIsPassed() throws {
    let boxes = [
      box(row: 2, from: 20, to: 100), box(row: 2, from: 140, to: 200), box(row: 2, from: 240, to: 300),
    ]
    let route = try #require(connectors(boxes).routes(of: [link(0, 2)]).first)
    #expect(route.count > 2)
    for (from, to) in zip(route, route.dropFirst()) {
      let piece = Rectangle(
        minX: min(from.x, to.x), minY: min(from.y, to.y), maxX: max(from.x, to.x), maxY: max(from.y, to.y))
      #expect(!boxes[1].grown(by: 2.9).overlaps(piece))
    }
  }

  @Test func relatedConnectorsShareTheirWay() throws {
    let boxes = [
      box(row: 0, from: 20, to: 60), box(row: 3, from: 300, to: 360), box(row: 4, from: 300, to: 360),
    ]
    let routes = connectors(boxes).routes(of: [link(0, 1), link(0, 2)])
    #expect(routes[0][0] == routes[1][0])
    #expect(routes[0][1].y == routes[1][1].y && routes.allSatisfy { $0[1].x > 250 })
  }

  @Test func strangersStayApart() {
    let boxes = [
      box(row: 0, from: 20, to: 60), box(row: 1, from: 20, to: 60), box(row: 3, from: 200, to: 260),
      box(row: 4, from: 200, to: 260),
    ]
    let routes = connectors(boxes).routes(of: [link(0, 2), link(1, 3)])
    for (from, to) in zip(routes[0], routes[0].dropFirst()) {
      for (otherFrom, otherTo) in zip(routes[1], routes[1].dropFirst()) where from.x == to.x {
        guard otherFrom.x == otherTo.x, otherFrom.x == from.x else { continue }
        let overlap =
          min(max(from.y, to.y), max(otherFrom.y, otherTo.y))
          - max(min(from.y, to.y), min(otherFrom.y, otherTo.y))
        #expect(overlap <= 0)
      }
    }
  }

  /// The column that would be the shortest way is left for one beside it where a stage's line runs.
  @Test func linesOfTheDrawingAreLeftFree() throws {
    var connectors = connectors([box(row: 0, from: 20, to: 110), box(row: 4, from: 132, to: 200)])
    func uprights() -> [Double] {
      connectors.routes(of: [link(0, 1)]).flatMap { zip($0, $0.dropFirst()) }.filter { $0.x == $1.x }.map(
        \.0.x)
    }
    let nearest = uprights()
    #expect(nearest.count == 1)
    connectors.lines = nearest
    #expect(uprights().count >= 1)
    for x in uprights() { #expect(abs(x - nearest[0]) >= BoxConnectors.clearance) }
  }

  /// Nor does one run on the edge of a frame.
  @Test func levelsAreLeftFree() throws {
    var connectors = connectors([
      box(row: 2, from: 20, to: 100), box(row: 2, from: 140, to: 200), box(row: 2, from: 240, to: 300),
    ])
    func levels() -> [Double] {
      connectors.routes(of: [link(0, 2)]).flatMap { zip($0, $0.dropFirst()) }.filter {
        $0.y == $1.y && $0.y != 103
      }
      .map(\.0.y)
    }
    let nearest = levels()
    #expect(nearest.count == 1)
    connectors.levels = nearest
    #expect(levels().count == 1)
    for y in levels() { #expect(abs(y - nearest[0]) >= BoxConnectors.clearance) }
  }

  /// Connectors that mean different things have lines of their own, even between the same boxes.
  @Test func familiesStayApart() {
    let boxes = [box(row: 0, from: 20, to: 80), box(row: 4, from: 200, to: 260)]
    let alike = connectors(boxes).routes(of: [link(0, 1), link(0, 1)])
    #expect(alike[0] == alike[1])
    var other = link(0, 1)
    other.family = 1
    let routes = connectors(boxes).routes(of: [link(0, 1), other])
    #expect(SharedLine.pairs(among: routes) { _, _ in true } == [])
    #expect(routes[0].last != routes[1].last)
  }

  /// In a narrow gap each of many strangers finds a line of its own, whatever the order in which they are routed.
  @Test func strangersInANarrowGapShareNoLine() {
    let sources = (0..<3).map { box(row: $0, from: 20, to: 60) }
    let targets = (2..<5).map { box(row: $0, from: 300, to: 360) }
    let walls = (0..<5).map { Rectangle(minX: 90, minY: rows[$0].minY, maxX: 270, maxY: rows[$0].maxY) }
    let connectors = connectors(sources + targets, obstacles: walls)
    let routes = connectors.routes(of: [link(0, 5), link(1, 4), link(2, 3)])
    #expect(SharedLine.pairs(among: routes) { _, _ in true } == [])
  }

  @Test func sharedLinesAreFound() {
    let routes = [
      [Point(0, 0), Point(40, 0), Point(40, 60)], [Point(20, 20), Point(40, 20), Point(40, 90)],
      [Point(10, 0), Point(17, 0), Point(17, 9)], [Point(0, 0), Point(90, 90)],
    ]
    func pairs(_ areStrangers: (Int, Int) -> Bool) -> [SharedLine] {
      SharedLine.pairs(among: routes, where: areStrangers)
    }
    #expect(pairs { _, _ in true } == [SharedLine(first: 0, second: 1)])
    #expect(pairs { _, _ in false } == [])
  }

  @Test func targetsToTheLeftAreReachedToo() throws {
    let boxes = [box(row: 1, from: 300, to: 360), box(row: 1, from: 100, to: 160)]
    let route = try #require(connectors(boxes).routes(of: [link(0, 1)]).first)
    #expect(route.count > 2)
    let last = route[route.count - 1]
    #expect(
      boxes[1].grown(by: 0.01).encloses(Rectangle(minX: last.x, minY: last.y, maxX: last.x, maxY: last.y)))
  }

  @Test func walledInBoxesAreJoinedStraight() {
    let boxes = [box(row: 2, from: 100, to: 160), box(row: 2, from: 400, to: 460)]
    let walls = [Rectangle(minX: 250, minY: -50, maxX: 300, maxY: 300)]
    #expect(
      connectors(boxes, obstacles: walls).routes(of: [link(0, 1)]) == [[Point(160, 103), Point(400, 103)]])
  }

  @Test func withoutEffortThereIsNoWay() {
    let grid = RoutingGrid(
      minX: 0, maxX: 100, columnPitch: 4, tracks: [0, 10, 20], obstacles: [])
    let port = { (column: Int) in
      ConnectorRouter.Port(
        vertex: grid.vertex(column: column, track: 1), attachment: Point(grid.x(ofColumn: column), 10),
        axis: .horizontal, cost: 0)
    }
    let request = ConnectorRouter.Request(source: 0, target: 1, exits: [port(1)], entries: [port(20)])
    var tired = ConnectorRouter(grid: grid, costs: RoutingCosts(effort: 5, reserve: 0))
    #expect(tired.route(request, number: 0) == nil)
    #expect(tired.effortLeft == 0)
    var hasty = ConnectorRouter(grid: grid, costs: RoutingCosts(effort: 5))
    #expect(hasty.route(request, number: 0) == [Point(4, 10), Point(80, 10)])
    #expect(hasty.effortLeft == 0 && hasty.reserveLeft < RoutingCosts().reserve)
    var fresh = ConnectorRouter(grid: grid)
    #expect(fresh.route(request, number: 0) == [Point(4, 10), Point(80, 10)])
  }

  @Test func pointsOnALineAreNoCorners() {
    let points = [Point(0, 0), Point(1, 0), Point(1, 0), Point(4, 0), Point(4, 2), Point(4, 7)]
    #expect(ConnectorRouter.corners(of: points) == [Point(0, 0), Point(4, 0), Point(4, 7)])
  }

  /// A connector that passes a box keeps clear of the head of the arrow that ends there, whichever is routed first.
  @Test(arguments: [false, true]) func headsOfOthersAreKeptClear(passesFirst: Bool) {
    let boxes = [
      box(row: 0, from: 20, to: 100), box(row: 2, from: 140, to: 240), box(row: 4, from: 140, to: 240),
      box(row: 1, from: 20, to: 100),
    ]
    let links = [link(0, 1, isUrgent: !passesFirst), link(3, 2, isUrgent: passesFirst)]
    let routes = connectors(boxes).routes(of: links)
    for (one, other) in [(0, 1), (1, 0)] {
      let tip = routes[one][routes[one].count - 1]
      let head = ArrowHead(tip: tip, from: routes[one][routes[one].count - 2])
      for (from, to) in zip(routes[other], routes[other].dropFirst()) {
        #expect(!head.isTouched(by: from, to))
      }
    }
  }

  /// Where bars leave a way between the first day and the last, no connector runs before or after those.
  @Test(arguments: [0.0, 40]) func connectorsStayWithinTheDays(slack: Double) throws {
    // Something stands over all days but for a gap in the middle; around its ends the way is shorter.
    let boxes = [
      box(row: 0, from: 100, to: 480), box(row: 4, from: 484, to: 500), box(row: 2, from: 100, to: 290),
      box(row: 2, from: 310, to: 500),
    ]
    func route(_ span: ClosedRange<Double>?) throws -> [Point] {
      let connectors = BoxConnectors(
        boxes: boxes, rows: rows, area: Rectangle(minX: 0, minY: 0, maxX: 600, maxY: 210), span: span)
      return try #require(connectors.routes(of: [link(0, 1)]).first)
    }
    #expect(try route(nil).contains { $0.x > 500 })
    #expect(try route(100...500 + slack).contains { $0.x > 500 } == (slack > 0))
    #expect(try route(100...500).allSatisfy { (100...500).contains($0.x) })
  }

  /// Connectors keep farther from texts than from boxes at their sides.
  @Test func connectorsKeepAwayFromTexts() throws {
    let boxes = [box(row: 0, from: 20, to: 61), box(row: 4, from: 300, to: 360)]
    for width in stride(from: 40.0, through: 60, by: 1) {
      let label = Rectangle(x: 73, y: rows[1].minY, width: width, height: 100)
      let connectors = BoxConnectors(
        boxes: boxes, labels: [label], rows: rows, area: Rectangle(minX: 0, minY: 0, maxX: 600, maxY: 210))
      let route = try #require(connectors.routes(of: [link(0, 1)]).first)
      for (from, to) in zip(route, route.dropFirst()) where from.x == to.x {
        #expect(max(label.minX - from.x, from.x - label.maxX) >= BoxConnectors.labelClearance)
      }
    }
  }
}
