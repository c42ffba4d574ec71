/// The place of the head of an arrow, which other connectors keep clear of so that they are not taken for a part of it.
struct ArrowHead: Hashable, Sendable {
  /// How far behind the point, and how far to its sides, no other connector runs, and how far behind it none runs the same way.
  struct Reach: Hashable, Sendable {
    let behind: Double
    let aside: Double
    let shaft: Double

    /// What the router keeps free.
    static let reserved = Reach(behind: 9, aside: 5, shaft: 24)
    /// Less than this and two arrows touch, however thick they are, or seem to be one.
    static let least = Reach(behind: 8, aside: 4.5, shaft: 12)
  }

  /// Where no other connector runs.
  let near: Rectangle
  /// Where none runs the same way: behind the head, as if it led into it.
  let shaft: Rectangle
  /// How the arrow runs at its end.
  let axis: RoutingGrid.Axis

  /// The head of an arrow that points to `tip` and comes from the side of another point.
  init(tip: Point, from origin: Point, _ reach: Reach = .reserved) {
    axis = abs(origin.x - tip.x) > abs(origin.y - tip.y) ? .horizontal : .vertical
    let isBefore = axis == .horizontal ? origin.x < tip.x : origin.y < tip.y
    near = Self.place(tip, axis, behind: isBefore ? -reach.behind : reach.behind, aside: reach.aside)
    shaft = Self.place(tip, axis, behind: isBefore ? -reach.shaft : reach.shaft, aside: 2.5)
  }

  private static func place(
    _ tip: Point, _ axis: RoutingGrid.Axis, behind: Double, aside: Double
  ) -> Rectangle {
    switch axis {
    case .horizontal:
      Rectangle(spanning: Point(tip.x, tip.y - aside), Point(tip.x + behind, tip.y + aside))
    case .vertical: Rectangle(spanning: Point(tip.x - aside, tip.y), Point(tip.x + aside, tip.y + behind))
    }
  }

  /// Whether a straight piece of another arrow touches the head or seems to lead into it.
  func isTouched(by from: Point, _ to: Point) -> Bool {
    let piece = Rectangle(spanning: from, to)
    let isParallel = axis == .horizontal ? from.y == to.y : from.x == to.x
    return piece.overlaps(near) || isParallel && piece.overlaps(shaft)
  }
}
