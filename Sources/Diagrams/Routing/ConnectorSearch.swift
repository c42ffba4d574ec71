/// The search for one connector.
///
/// A state is a vertex of the window and the way in which the path came to it, because turns and crossings depend on it.
struct ConnectorSearch {
  /// The vertices of a connector, and the ports at its ends.
  typealias Path = (vertices: [Int], exit: ConnectorRouter.Port, entry: ConnectorRouter.Port)

  private let grid: RoutingGrid
  private let costs: RoutingCosts
  private let request: ConnectorRouter.Request
  private let window: GridWindow
  /// The rectangle of all goals, for the estimate of what is left.
  private let goals: Rectangle
  private let entries: [Int: [ConnectorRouter.Port]]
  private let leftX: Double
  /// The column up to which an end of the connector lies.
  private let lastColumn: Int
  /// The distance of the numbers of two states that lie above each other.
  private let rowStride: Int
  private var best: [Double]
  private var parent: [Int]
  private var queue = StateQueue()
  private var takesFirst = false
  /// The states that have been taken from the queue.
  private(set) var visited = 0

  init(grid: RoutingGrid, costs: RoutingCosts, request: ConnectorRouter.Request, window: GridWindow) {
    self.grid = grid
    self.costs = costs
    self.request = request
    self.window = window
    let goals = request.entries.map { grid.point(of: $0.vertex) }
    self.goals = Rectangle(
      minX: goals.map(\.x).min() ?? 0, minY: goals.map(\.y).min() ?? 0, maxX: goals.map(\.x).max() ?? 0,
      maxY: goals.map(\.y).max() ?? 0)
    self.entries = Dictionary(grouping: request.entries, by: \.vertex)
    self.lastColumn = (request.exits + request.entries).map { grid.column(of: $0.vertex) }.max() ?? 0
    self.leftX = grid.x(ofColumn: window.columns.lowerBound)
    self.rowStride = window.columns.count * 2
    self.best = Array(repeating: .infinity, count: window.vertexCount * 2)
    self.parent = Array(repeating: -1, count: window.vertexCount * 2)
  }

  /// A path of low cost; nil when there is none within the effort.
  ///
  /// - Parameter takesFirst: whether the first path that is found will do; no state is visited twice then.
  mutating func run(effort: Int, takesFirst: Bool = false) -> Path? {
    self.takesFirst = takesFirst
    for port in request.exits {
      reach(state(port.vertex, port.axis), from: -1, at: port.cost + approachCost(of: port))
    }
    var goal: (state: Int, cost: Double, entry: ConnectorRouter.Port)?
    while visited < effort, let (state, estimate) = queue.popFirst() {
      if let goal, takesFirst || estimate >= goal.cost { break }
      guard estimate <= best[state] + remaining(from: state) + 1e-9 else { continue }
      visited += 1
      for entry in entries[vertex(of: state)] ?? [] {
        let turn = entry.axis == axis(of: state) ? 0 : costs.bend
        let cost = best[state] + entry.cost + turn + approachCost(of: entry)
        if goal.map({ cost < $0.cost }) ?? true { goal = (state, cost, entry) }
      }
      expand(state)
    }
    guard let goal else { return nil }
    return trace(goal.state, goal.entry)
  }

  private func trace(_ goal: Int, _ entry: ConnectorRouter.Port) -> Path? {
    var path: [Int] = []
    var state = goal
    var first = goal
    while state >= 0 {
      if path.last != vertex(of: state) { path.append(vertex(of: state)) }
      first = state
      state = parent[state]
    }
    path.reverse()
    let exit = request.exits.first { $0.vertex == path[0] && $0.axis == axis(of: first) }
    return exit.map { (path, $0, entry) }
  }

  // MARK: Steps

  private mutating func expand(_ state: Int) {
    let here = vertex(of: state)
    let (column, track) = (grid.column(of: here), grid.track(of: here))
    let pitch = grid.columnPitch
    if column < window.columns.upperBound {
      step(
        from: state, to: state + 2, .horizontal, turning: here, segment: here,
        length: (column < lastColumn ? pitch : pitch * costs.beyond) * outsideCost(ofColumn: column + 1))
    }
    if column > window.columns.lowerBound {
      step(
        from: state, to: state - 2, .horizontal, turning: here, segment: here - 1,
        length: pitch * costs.backward * outsideCost(ofColumn: column - 1))
    }
    let dearness = (grid.isAlongLine(column: column) ? costs.alongLine : 1) * outsideCost(ofColumn: column)
    if track < window.tracks.upperBound {
      step(
        from: state, to: state + rowStride, .vertical, turning: here, segment: here,
        length: (grid.tracks[track + 1] - grid.tracks[track]) * dearness)
    }
    if track > window.tracks.lowerBound {
      step(
        from: state, to: state - rowStride, .vertical, turning: here, segment: here - grid.columnCount,
        length: (grid.tracks[track] - grid.tracks[track - 1]) * dearness)
    }
  }

  /// Tries a step along a segment to the vertex of a neighbouring state.
  private mutating func step(
    from state: Int, to neighbour: Int, _ axis: RoutingGrid.Axis, turning vertex: Int, segment: Int,
    length: Double
  ) {
    guard !grid.isBlocked(segment, axis) else { return }
    let next = neighbour & ~1 | axis.rawValue
    guard parent[state] & ~1 != next & ~1 else { return }
    var cost = best[state] + stepCost(length, segment, axis)
    if axis.rawValue == state & 1 {
      if crossesStranger(at: vertex, running: axis) { cost += costs.crossing }
    } else {
      cost += costs.bend
    }
    reach(next, from: state, at: cost)
  }

  private mutating func reach(_ state: Int, from previous: Int, at cost: Double) {
    guard cost < best[state], !takesFirst || best[state] == .infinity else { return }
    best[state] = cost
    parent[state] = previous
    queue.push(state, at: cost + remaining(from: state))
  }

  // MARK: Costs

  private func outsideCost(ofColumn column: Int) -> Double {
    grid.isOutside(column: column) ? costs.outside : 1
  }

  private func stepCost(_ length: Double, _ segment: Int, _ axis: RoutingGrid.Axis) -> Double {
    let head = grid.isNearHead(segment, axis, ofOtherThan: request.target) ? costs.head : 0
    let extra = head + grid.blame(segment, axis)
    guard let use = grid.use(segment, axis) else { return length + extra }
    return use.welcomes(request.use) ? length * costs.sharing + extra : length + costs.overlap + extra
  }

  private func crossesStranger(at vertex: Int, running axis: RoutingGrid.Axis) -> Bool {
    let across: RoutingGrid.Axis = axis == .horizontal ? .vertical : .horizontal
    let before = across == .vertical ? vertex - grid.columnCount : vertex - 1
    return isUsedByStranger(vertex, across) || before >= 0 && isUsedByStranger(before, across)
  }

  private func isUsedByStranger(_ segment: Int, _ axis: RoutingGrid.Axis) -> Bool {
    guard let use = grid.use(segment, axis) else { return false }
    return !use.welcomes(request.use)
  }

  /// What the straight piece of a port costs beside its length, which all ports have.
  private func approachCost(of port: ConnectorRouter.Port) -> Double {
    let place = grid.point(of: port.vertex)
    let column = grid.column(of: port.vertex)
    let length = port.attachment.distance(to: place)
    let isAlongLine = port.axis == .vertical && grid.isAlongLine(column: column)
    let line = isAlongLine ? length * costs.alongLine : 0
    let outside = grid.isOutside(column: column) ? length * costs.outside : 0
    return zip([port.vertex] + port.approach, port.approach).reduce(line + outside) { sum, step in
      sum + stepCost(0, min(step.0, step.1), port.axis)
    }
  }

  /// An estimate of the cost from a state to the nearest goal.
  private func remaining(from state: Int) -> Double {
    let cell = state / 2
    let x = Double(cell % window.columns.count) * grid.columnPitch + leftX
    let y = grid.tracks[cell / window.columns.count + window.tracks.lowerBound]
    // Whatever lies to the right of all goals has to come back.
    let sideways = x < goals.minX ? goals.minX - x : x > goals.maxX ? (x - goals.maxX) * costs.backward : 0
    let upright = y < goals.minY ? goals.minY - y : y > goals.maxY ? y - goals.maxY : 0
    return (sideways + upright) * costs.haste
  }

  // MARK: States

  private func state(_ vertex: Int, _ axis: RoutingGrid.Axis) -> Int {
    let row = grid.track(of: vertex) - window.tracks.lowerBound
    let column = grid.column(of: vertex) - window.columns.lowerBound
    return (row * window.columns.count + column) * 2 + axis.rawValue
  }

  private func vertex(of state: Int) -> Int {
    let cell = state / 2
    return grid.vertex(
      column: cell % window.columns.count + window.columns.lowerBound,
      track: cell / window.columns.count + window.tracks.lowerBound)
  }

  private func axis(of state: Int) -> RoutingGrid.Axis {
    state % 2 == 0 ? .horizontal : .vertical
  }
}

/// States in the order of their estimated cost; equal ones in the order of their numbers, so that ties fall the same way.
private struct StateQueue {
  private var heap: [(state: Int, cost: Double)] = []

  mutating func push(_ state: Int, at cost: Double) {
    heap.append((state, cost))
    var child = heap.count - 1
    while child > 0, precedes(child, (child - 1) / 2) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func popFirst() -> (state: Int, cost: Double)? {
    guard let first = heap.first else { return nil }
    let last = heap.removeLast()
    guard !heap.isEmpty else { return first }
    heap[0] = last
    var parent = 0
    while let child = leastChild(of: parent), precedes(child, parent) {
      heap.swapAt(child, parent)
      parent = child
    }
    return first
  }

  private func leastChild(of parent: Int) -> Int? {
    let left = parent * 2 + 1
    guard left < heap.count else { return nil }
    return left + 1 < heap.count && precedes(left + 1, left) ? left + 1 : left
  }

  private func precedes(_ left: Int, _ right: Int) -> Bool {
    (heap[left].cost, heap[left].state) < (heap[right].cost, heap[right].state)
  }
}
