/// The lines that connectors may run on, what stands in their way, and which connectors use them already.
///
/// A *vertex* is the crossing of a column and a track; a *segment* leads from a vertex to the next one to the right or
/// downwards. Columns are evenly spaced, so that connectors beside each other stay apart.
struct RoutingGrid: Sendable {
  /// Connectors that share a segment, as far as they have an end and a family in common.
  struct Use: Hashable, Sendable {
    /// The source of all connectors on the segment; -1 when they have different ones.
    var source: Int
    /// The target of all connectors on the segment; -1 when they have different ones.
    var target: Int
    /// What all connectors on the segment mean; -1 when they mean different things.
    var family: Int

    /// Whether a connector may join without being mistaken for another: all mean the same, and come from or lead to one place.
    func welcomes(_ other: Use) -> Bool {
      family == other.family && (source == other.source || target == other.target)
    }

    /// Whether connectors on the segment can be mistaken for each other.
    var isMixed: Bool { family == -1 || source == -1 && target == -1 }

    /// What uses a segment that both use.
    func joined(_ other: Use) -> Use {
      Use(
        source: source == other.source ? source : -1, target: target == other.target ? target : -1,
        family: family == other.family ? family : -1)
    }
  }

  /// The two ways that a connector may run.
  enum Axis: Int, Sendable {
    case horizontal = 0
    case vertical = 1
  }

  let firstColumn: Double
  let columnPitch: Double
  let columnCount: Int
  /// The places of the tracks, from top to bottom.
  let tracks: [Double]
  private var blocked: [Bool]
  private var uses: [Use?]
  /// The target whose arrows end near each segment, or what ``nobody`` and ``several`` say.
  private var heads: [Int]

  /// What each segment costs more because strangers have wanted it, or because it parts what belongs together.
  private var blame: [Double]
  /// The columns so near to an upright line of the drawing that a connector there would be taken for a part of it.
  private var isAlongLine: [Bool]
  /// The columns in which connectors run only where they have no other way.
  private var isOutside: [Bool]

  private static let nobody = -1
  private static let several = -2

  /// A grid over the columns from `minX` to `maxX`, with rectangles into which no connectors run, and upright lines that they run beside
  /// only where they must.
  ///
  /// - Parameter span: the places outside which connectors run only where they must; nil when there are none.
  init(
    minX: Double, maxX: Double, columnPitch: Double, tracks: [Double], obstacles: [Rectangle],
    lines: [Double] = [], lineClearance: Double = 0, span: ClosedRange<Double>? = nil
  ) {
    self.columnPitch = columnPitch
    self.firstColumn = (minX / columnPitch).rounded(.up) * columnPitch
    self.columnCount = max(1, Int(((maxX - firstColumn) / columnPitch).rounded(.down)) + 1)
    self.tracks = tracks
    self.blocked = Array(repeating: false, count: columnCount * tracks.count * 2)
    self.uses = Array(repeating: nil, count: blocked.count)
    self.heads = Array(repeating: Self.nobody, count: blocked.count)
    self.blame = Array(repeating: 0, count: blocked.count)
    self.isAlongLine = Array(repeating: false, count: columnCount)
    self.isOutside = Array(repeating: false, count: columnCount)
    for column in 0..<columnCount {
      isAlongLine[column] = lines.contains { abs($0 - x(ofColumn: column)) < lineClearance }
      isOutside[column] = span.map { !$0.contains(x(ofColumn: column)) } ?? false
    }
    for obstacle in obstacles {
      for slot in slots(within: obstacle) { blocked[slot] = true }
    }
  }

  var vertexCount: Int { columnCount * tracks.count }

  func vertex(column: Int, track: Int) -> Int { track * columnCount + column }
  func column(of vertex: Int) -> Int { vertex % columnCount }
  func track(of vertex: Int) -> Int { vertex / columnCount }
  func x(ofColumn column: Int) -> Double { firstColumn + Double(column) * columnPitch }
  func point(of vertex: Int) -> Point {
    Point(x(ofColumn: column(of: vertex)), tracks[track(of: vertex)])
  }

  /// The last column at a place or to the left of it.
  func column(atOrBefore x: Double) -> Int {
    min(columnCount - 1, max(0, Int(((x - firstColumn) / columnPitch + 1e-9).rounded(.down))))
  }

  /// The first column at a place or to the right of it.
  func column(atOrAfter x: Double) -> Int {
    min(columnCount - 1, max(0, Int(((x - firstColumn) / columnPitch - 1e-9).rounded(.up))))
  }

  /// The last track at a place or above it; nil when there is none.
  func track(atOrAbove y: Double) -> Int? { tracks.lastIndex { $0 <= y + 1e-9 } }

  /// The first track at a place or below it; nil when there is none.
  func track(atOrBelow y: Double) -> Int? { tracks.firstIndex { $0 >= y - 1e-9 } }

  /// Whether an obstacle stands in the way of the segment that leaves a vertex to the right or downwards.
  func isBlocked(_ vertex: Int, _ axis: Axis) -> Bool { blocked[vertex * 2 + axis.rawValue] }

  /// Whether a connector on a column runs along a line of the drawing.
  func isAlongLine(column: Int) -> Bool { isAlongLine[column] }

  /// Whether a column is one in which connectors run only where they must.
  func isOutside(column: Int) -> Bool { isOutside[column] }

  /// What uses the segment that leaves a vertex to the right or downwards.
  func use(_ vertex: Int, _ axis: Axis) -> Use? { uses[vertex * 2 + axis.rawValue] }

  /// Notes that a connector runs along a line of vertices.
  mutating func occupy(_ path: [Int], as use: Use) {
    for (from, to) in zip(path, path.dropFirst()) {
      let axis: Axis = abs(from - to) == 1 ? .horizontal : .vertical
      let slot = min(from, to) * 2 + axis.rawValue
      uses[slot] = uses[slot]?.joined(use) ?? use
    }
  }

  /// What a segment costs more because strangers have wanted it.
  func blame(_ vertex: Int, _ axis: Axis) -> Double { blame[vertex * 2 + axis.rawValue] }

  /// Makes the segments dearer that strangers share at present.
  mutating func blameShared(by amount: Double) {
    for slot in uses.indices where uses[slot]?.isMixed == true { blame[slot] += amount }
  }

  /// Makes the upright segments in a rectangle dearer.
  mutating func charge(_ area: Rectangle, _ amount: Double) {
    for slot in slots(within: area) where slot % 2 == Axis.vertical.rawValue { blame[slot] += amount }
  }

  /// Forgets all connectors and all heads of arrows.
  mutating func clear() {
    for slot in uses.indices {
      uses[slot] = nil
      heads[slot] = Self.nobody
    }
  }

  // MARK: Heads

  /// Keeps the place of an arrow's head free of connectors to other targets.
  mutating func keepFree(_ head: ArrowHead, for target: Int) {
    for slot in slots(of: head) {
      heads[slot] = heads[slot] == Self.nobody || heads[slot] == target ? target : Self.several
    }
  }

  /// Whether the head of an arrow to another target is near a segment.
  func isNearHead(_ vertex: Int, _ axis: Axis, ofOtherThan target: Int) -> Bool {
    let owner = heads[vertex * 2 + axis.rawValue]
    return owner != Self.nobody && owner != target
  }

  /// Whether a connector to another target, or of another family, runs where the head of an arrow would be.
  func isUsed(_ head: ArrowHead, byOtherThan use: Use) -> Bool {
    slots(of: head).contains { slot in
      uses[slot].map { $0.target != use.target || $0.family != use.family } ?? false
    }
  }

  /// The segments that touch the head of an arrow or seem to lead into it.
  private func slots(of head: ArrowHead) -> [Int] {
    slots(within: head.near) + slots(within: head.shaft).filter { $0 % 2 == head.axis.rawValue }
  }

  /// The places of the segments that have a point within a rectangle.
  private func slots(within area: Rectangle) -> [Int] {
    let from = max(0, Int(((area.minX - firstColumn) / columnPitch).rounded(.down)))
    let through = min(columnCount - 1, Int(((area.maxX - firstColumn) / columnPitch).rounded(.up)))
    guard from <= through else { return [] }
    var slots: [Int] = []
    for track in tracks.indices {
      let isInside = area.minY < tracks[track] && tracks[track] < area.maxY
      let nextIsBelow =
        track + 1 < tracks.count && tracks[track] < area.maxY && area.minY < tracks[track + 1]
      guard isInside || nextIsBelow else { continue }
      for column in from...through {
        let x = x(ofColumn: column)
        let slot = vertex(column: column, track: track) * 2
        if isInside, x < area.maxX, area.minX < x + columnPitch { slots.append(slot) }
        if nextIsBelow, area.minX < x, x < area.maxX { slots.append(slot + 1) }
      }
    }
    return slots
  }
}
