/// A point of a drawing, in points of 1/72 inch; y grows downwards.
struct Point: Hashable, Sendable {
  var x: Double
  var y: Double

  init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  /// The distance along the axes.
  func distance(to other: Point) -> Double {
    abs(x - other.x) + abs(y - other.y)
  }
}

/// A rectangle with sides along the axes, in points; y grows downwards.
struct Rectangle: Hashable, Sendable {
  var minX: Double
  var minY: Double
  var maxX: Double
  var maxY: Double

  init(x: Double, y: Double, width: Double, height: Double) {
    self.init(minX: x, minY: y, maxX: x + width, maxY: y + height)
  }

  init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  var width: Double { maxX - minX }
  var height: Double { maxY - minY }
  var midX: Double { (minX + maxX) / 2 }
  var midY: Double { (minY + maxY) / 2 }

  /// The rectangle with every side moved outwards.
  func grown(by margin: Double) -> Rectangle {
    Rectangle(minX: minX - margin, minY: minY - margin, maxX: maxX + margin, maxY: maxY + margin)
  }

  /// Whether the insides of two rectangles have a point in common; touching sides do not count.
  func overlaps(_ other: Rectangle) -> Bool {
    minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
  }

  /// Whether another rectangle lies within this one, up to a tolerance.
  func encloses(_ other: Rectangle, tolerance: Double = 0) -> Bool {
    minX <= other.minX + tolerance && other.maxX <= maxX + tolerance
      && minY <= other.minY + tolerance && other.maxY <= maxY + tolerance
  }
}

extension Rectangle {
  /// The least rectangle with two points in it.
  init(spanning one: Point, _ other: Point) {
    self.init(
      minX: min(one.x, other.x), minY: min(one.y, other.y), maxX: max(one.x, other.x),
      maxY: max(one.y, other.y))
  }

  /// The gap between two rectangles beside each other, as high as both; without width where they touch.
  init(between one: Rectangle, and other: Rectangle) {
    let (left, right) = one.minX <= other.minX ? (one, other) : (other, one)
    self.init(
      minX: min(left.maxX, right.minX), minY: min(one.minY, other.minY), maxX: max(left.maxX, right.minX),
      maxY: max(one.maxY, other.maxY))
  }

  /// Whether a point lies on one of the sides, up to rounding.
  func hasOnBorder(_ point: Point) -> Bool {
    let near = { (one: Double, other: Double) in abs(one - other) < 1e-6 }
    guard grown(by: 1e-6).encloses(Rectangle(spanning: point, point)) else { return false }
    return near(point.x, minX) || near(point.x, maxX) || near(point.y, minY) || near(point.y, maxY)
  }
}
