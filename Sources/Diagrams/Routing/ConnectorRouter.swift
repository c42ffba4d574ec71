/// Finds orthogonal connectors between boxes that keep clear of all boxes and have few bends and crossings.
///
/// Each connector is a cheapest path in a ``RoutingGrid`` (A*), after M. Wybrow, K. Marriott and P. J. Stuckey,
/// "Orthogonal connector routing" (2009), with evenly spaced columns in place of their nudging. Connectors are
/// routed one by one and see those before them: running on top of a stranger is dear, joining one that has the source
/// or the target in common is cheap, so that what belongs together becomes one tree.
///
/// - Complexity: O(g log g) for each connector, g being the vertices within reach; ``RoutingCosts/effort`` limits the
///   sum over all connectors. After it the first way that leads to the target is taken, with more bends and crossings, until
///   ``RoutingCosts/reserve`` is used up as well and ``route(_:)`` finds nothing.
struct ConnectorRouter: Sendable {
  /// An end of a connector: a vertex where it joins the grid, and the straight piece between that vertex and the box.
  struct Port: Hashable, Sendable {
    let vertex: Int
    /// The vertices between ``vertex`` and the box, nearest to the box last.
    var approach: [Int] = []
    /// The point on the side of the box.
    let attachment: Point
    /// How the straight piece runs.
    let axis: RoutingGrid.Axis
    /// What it costs to use this port rather than another.
    var cost: Double
    /// The place of the arrow's head, which others keep out of; nil for a way out.
    var head: ArrowHead?
  }

  /// A connector to find.
  struct Request: Hashable, Sendable {
    let source: Int
    let target: Int
    /// What it means; connectors that mean different things share no line.
    var family = 0
    fileprivate(set) var exits: [Port]
    fileprivate(set) var entries: [Port]

    /// What it makes of the segments that it runs on.
    var use: RoutingGrid.Use { RoutingGrid.Use(source: source, target: target, family: family) }
  }

  /// A connector that has been found.
  private struct Found {
    let use: RoutingGrid.Use
    let vertices: [Int]
    /// The straight piece between the source and the grid.
    let start: (box: Point, grid: Point)
    let head: ArrowHead?
  }

  private(set) var grid: RoutingGrid
  let costs: RoutingCosts
  private var reserved: [(head: ArrowHead, target: Int)] = []
  private var found: [Int: Found] = [:]
  private(set) var effortLeft: Int
  private(set) var reserveLeft: Int

  init(grid: RoutingGrid, costs: RoutingCosts = RoutingCosts()) {
    self.grid = grid
    self.costs = costs
    self.effortLeft = costs.effort
    self.reserveLeft = costs.reserve
  }

  /// Keeps the places where arrows are likely to end free of others, before any connector is routed.
  mutating func keepFree(_ head: ArrowHead, for target: Int) {
    reserved.append((head, target))
    grid.keepFree(head, for: target)
  }

  /// Makes upright steps through a gap dearer.
  mutating func charge(_ gap: Rectangle) { grid.charge(gap, costs.parting) }

  /// Finds a connector, remembers it by a number, and returns its corners from the source to the target.
  ///
  /// One that was found by the same number before is forgotten first: it is routed again, past all others.
  ///
  /// - Returns: nil when there is no way, or when effort and reserve for all connectors have been used up.
  mutating func route(_ request: Request, number: Int) -> [Point]? {
    if found.removeValue(forKey: number) != nil { recall() }
    var request = request
    addHeadCosts(to: &request)
    let all = grid.columnCount + grid.tracks.count
    var way = search(request, slack: costs.slack)
    // Near its ends there may be no other way than outside of the days.
    if let found = way, found.vertices.contains(where: { grid.isOutside(column: grid.column(of: $0)) }) {
      way = search(request, slack: all) ?? way
    }
    way = way ?? search(request, slack: all) ?? searchInHaste(request, slack: all)
    guard let (path, exit, entry) = way else { return nil }
    let connector = Found(
      use: request.use, vertices: exit.approach.reversed() + path + entry.approach,
      start: (exit.attachment, grid.point(of: exit.vertex)), head: entry.head)
    note(connector)
    found[number] = connector
    let points = [exit.attachment] + path.map(grid.point) + [entry.attachment]
    return Self.corners(of: points)
  }

  /// Makes the ports dear at which an arrow's head would touch another connector, on the grid or between the grid and a box.
  private func addHeadCosts(to request: inout Request) {
    let starts = found.values.filter { $0.use.source == request.target }.map(\.start)
    for (index, entry) in request.entries.enumerated() {
      guard let head = entry.head else { continue }
      if grid.isUsed(head, byOtherThan: request.use)
        || starts.contains(where: { head.isTouched(by: $0.box, $0.grid) })
      {
        request.entries[index].cost += costs.head
      }
    }
    let heads = found.values.filter { $0.use.target == request.source }.compactMap(\.head)
    for (index, exit) in request.exits.enumerated() {
      let place = grid.point(of: exit.vertex)
      if heads.contains(where: { $0.isTouched(by: exit.attachment, place) }) {
        request.exits[index].cost += costs.head
      }
    }
  }

  /// Makes the lines dearer that strangers share, so that all of them look for other ways when they are routed again.
  mutating func blameSharedLines() { grid.blameShared(by: costs.blame) }

  private mutating func note(_ connector: Found) {
    grid.occupy(connector.vertices, as: connector.use)
    if let head = connector.head { grid.keepFree(head, for: connector.use.target) }
  }

  /// Notes all connectors that are known in an empty grid.
  private mutating func recall() {
    grid.clear()
    for (head, target) in reserved { grid.keepFree(head, for: target) }
    for number in found.keys.sorted() { found[number].map { note($0) } }
  }

  private mutating func search(_ request: Request, slack: Int) -> ConnectorSearch.Path? {
    guard let window = GridWindow(around: request, in: grid, slack: slack) else { return nil }
    var search = ConnectorSearch(grid: grid, costs: costs, request: request, window: window)
    let found = search.run(effort: min(costs.effortForOne, effortLeft))
    effortLeft -= search.visited
    return found
  }

  private mutating func searchInHaste(
    _ request: Request, slack: Int
  ) -> ConnectorSearch.Path? {
    guard reserveLeft > 0, let window = GridWindow(around: request, in: grid, slack: slack) else {
      return nil
    }
    var costs = costs
    costs.haste = costs.reserveHaste
    var search = ConnectorSearch(grid: grid, costs: costs, request: request, window: window)
    let found = search.run(effort: reserveLeft, takesFirst: true)
    reserveLeft -= search.visited
    return found
  }

  /// Leaves out the points that lie between two others on a straight line.
  static func corners(of points: [Point]) -> [Point] {
    var corners: [Point] = []
    for point in points where corners.last != point {
      if corners.count >= 2 {
        let (before, last) = (corners[corners.count - 2], corners[corners.count - 1])
        let isStraight =
          abs(before.x - last.x) < 1e-6 && abs(last.x - point.x) < 1e-6
          || abs(before.y - last.y) < 1e-6 && abs(last.y - point.y) < 1e-6
        if isStraight { corners.removeLast() }
      }
      corners.append(point)
    }
    return corners
  }
}

/// What a connector is charged for; all but the effort and the slack in points of length.
struct RoutingCosts: Hashable, Sendable {
  /// A turn.
  var bend = 18.0
  /// Crossing another connector.
  var crossing = 9.0
  /// A step on top of a connector that has neither the source nor the target in common.
  var overlap = 200.0
  /// What a step costs more each time that strangers have been found on it.
  var blame = 80.0
  /// A step near the head of an arrow to another target, where it would be taken for a part of that arrow.
  var head = 500.0
  /// The share of its length that a step on top of a related connector costs; at most 1.
  var sharing = 0.55
  /// The factor on the length of steps along a line of the drawing.
  var alongLine = 16.0
  /// The factor on the length of steps outside of the days of the drawing.
  var outside = 40.0
  /// The factor on the length of steps to the left, against time.
  var backward = 3.0
  /// The factor on the length of steps to the right of both ends, from where the way back is against time too.
  var beyond = 2.5
  /// An upright step through a gap between a box and its name, which it would part.
  var parting = 30.0
  /// The factor on the distance that is left, when choosing where to go on; above 1 it finds paths sooner that may
  /// be dearer by this factor.
  var haste = 1.1
  /// The vertices that may be visited for all connectors together.
  var effort = 3_000_000
  /// The vertices that may be visited in one search for one connector, so that none uses up what others need.
  var effortForOne = 250_000
  /// The vertices that may be visited in haste, for connectors that are not found otherwise.
  var reserve = 3_000_000
  /// The factor of ``haste`` for those.
  var reserveHaste = 6.0
  /// The columns and tracks by which a connector may leave the rectangle of its ends.
  var slack = 40
}

/// The part of a grid in which a connector is looked for.
struct GridWindow: Hashable, Sendable {
  let columns: ClosedRange<Int>
  let tracks: ClosedRange<Int>

  /// The rectangle of all ports and so many columns and tracks more; nil when there are no ports.
  init?(around request: ConnectorRouter.Request, in grid: RoutingGrid, slack: Int) {
    let vertices = (request.exits + request.entries).map(\.vertex)
    let columns = vertices.map(grid.column)
    let tracks = vertices.map(grid.track)
    guard !request.exits.isEmpty, !request.entries.isEmpty,
      let left = columns.min(), let right = columns.max(), let top = tracks.min(), let bottom = tracks.max()
    else { return nil }
    self.columns = max(0, left - slack)...min(grid.columnCount - 1, right + slack)
    self.tracks = max(0, top - slack)...min(grid.tracks.count - 1, bottom + slack)
  }

  var vertexCount: Int { columns.count * tracks.count }

  func contains(column: Int, track: Int) -> Bool {
    columns.contains(column) && tracks.contains(track)
  }
}
