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
    #expect(routes[0][1].x == routes[1][1].x)
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
      minX: 0, maxX: 100, columnPitch: 4, tracks: [0, 10, 20], obstacles: [], clearance: 3)
    let port = { (column: Int) in
      ConnectorRouter.Port(
        vertex: grid.vertex(column: column, track: 1), attachment: Point(grid.x(ofColumn: column), 10),
        axis: .horizontal, cost: 0)
    }
    let request = ConnectorRouter.Request(source: 0, target: 1, exits: [port(1)], entries: [port(20)])
    var tired = ConnectorRouter(grid: grid, costs: RoutingCosts(effort: 5, reserve: 0))
    #expect(tired.route(request) == nil)
    #expect(tired.effortLeft == 0)
    var hasty = ConnectorRouter(grid: grid, costs: RoutingCosts(effort: 5))
    #expect(hasty.route(request) == [Point(4, 10), Point(80, 10)])
    #expect(hasty.effortLeft == 0 && hasty.reserveLeft < RoutingCosts().reserve)
    var fresh = ConnectorRouter(grid: grid)
    #expect(fresh.route(request) == [Point(4, 10), Point(80, 10)])
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
}
