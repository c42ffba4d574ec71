/// A connector as the curve that Graphviz draws: straight pieces with rounded turns, and room for the arrow's head.
struct RoundedRoute: Hashable, Sendable {
  /// The start of the curve, and three points for each cubic Bezier piece.
  let controls: [Point]
  /// The point of the arrow.
  let tip: Point

  /// Rounds the corners of a connector of at least two points, of which the last one is the arrow's tip.
  init(corners: [Point], turnRadius: Double, headLength: Double) {
    let tip = corners[corners.count - 1]
    let end = Self.point(from: tip, towards: corners[corners.count - 2], at: headLength)
    let points = corners.dropLast() + [end]
    var controls = [points[0]]
    for index in points.indices.dropFirst().dropLast() {
      let (before, turn, after) = (points[index - 1], points[index], points[index + 1])
      let radius = min(turnRadius, Self.length(before, turn) / 2, Self.length(turn, after) / 2)
      let entry = Self.point(from: turn, towards: before, at: radius)
      let exit = Self.point(from: turn, towards: after, at: radius)
      Self.addLine(to: entry, &controls)
      // A quarter of a circle, to within 0.03 % of its radius.
      let handle = radius * (1 - 0.5523)
      controls.append(Self.point(from: turn, towards: before, at: handle))
      controls.append(Self.point(from: turn, towards: after, at: handle))
      controls.append(exit)
    }
    Self.addLine(to: end, &controls)
    self.controls = controls
    self.tip = tip
  }

  /// The straight pieces, one after the other, between which are the turns.
  var straights: [(from: Point, to: Point)] {
    // A line, and then a turn and a line for every corner, of three controls each.
    stride(from: 0, to: controls.count - 1, by: 6).map { (controls[$0], controls[$0 + 3]) }
  }

  /// The controls in parts, one for every turn and for every part of a straight piece between some marks.
  ///
  /// - Parameter marks: the marks on the line through a straight piece, in any order; those that are not within it do not count.
  func curves(partedAt marks: (_ from: Point, _ to: Point) -> [Point]) -> [[Point]] {
    var curves: [[Point]] = []
    for (index, (from, to)) in straights.enumerated() {
      let length = from.distance(to: to)
      let inside = marks(from, to).filter { mark in
        min(mark.distance(to: from), mark.distance(to: to)) >= Self.leastPart
          && mark.distance(to: from) + mark.distance(to: to) < length + 1e-6
      }.sorted { $0.distance(to: from) < $1.distance(to: from) }
      var ends = [from]
      for mark in inside where mark.distance(to: ends[ends.count - 1]) >= Self.leastPart { ends.append(mark) }
      for (start, end) in zip(ends, ends.dropFirst() + [to]) {
        var curve = [start]
        Self.addLine(to: end, &curve)
        curves.append(curve)
      }
      let turn = 6 * index + 3
      if turn + 3 < controls.count { curves.append(Array(controls[turn...turn + 3])) }
    }
    return curves
  }

  /// The least length of a part of a straight piece, in points.
  private static let leastPart = 0.5

  private static func addLine(to end: Point, _ controls: inout [Point]) {
    let start = controls[controls.count - 1]
    let third = Point((end.x - start.x) / 3, (end.y - start.y) / 3)
    controls.append(Point(start.x + third.x, start.y + third.y))
    controls.append(Point(end.x - third.x, end.y - third.y))
    controls.append(end)
  }

  private static func length(_ from: Point, _ to: Point) -> Double {
    ((to.x - from.x) * (to.x - from.x) + (to.y - from.y) * (to.y - from.y)).squareRoot()
  }

  private static func point(from start: Point, towards end: Point, at distance: Double) -> Point {
    let length = length(start, end)
    guard length > 0 else { return start }
    let share = distance / length
    return Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)
  }
}
