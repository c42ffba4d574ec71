/// Shapes and texts that Graphviz draws behind a graph, in the coordinates of its nodes.
///
/// The encoding is Graphviz' xdot language, in which text is preceded by the number of its bytes.
package struct XDotDrawing: Hashable, Sendable {
  /// Where a text stands from the point it is given.
  package enum Anchor: Int, Hashable, Sendable {
    /// The text ends at the point.
    case end = 1
    /// The text is centred on the point.
    case middle = 0
    /// The text starts at the point.
    case start = -1
  }

  /// A point, in points from the lower left.
  package struct Point: Hashable, Sendable {
    package let x: Double
    package let y: Double

    package init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// The operations so far, in the xdot language.
  package private(set) var text = ""

  /// A drawing of nothing.
  package init() {}

  /// Draws a filled polygon.
  package mutating func fill(_ points: [Point], _ color: Color) {
    setColors(color)
    setPen(width: Self.outlineWidth, .solid)
    add("P", points)
  }

  /// The width of the outline of a filled shape, which has the colour of the shape.
  private static let outlineWidth = 0.5

  /// Draws a filled rectangle.
  package mutating func fill(x: ClosedRange<Double>, y: ClosedRange<Double>, _ color: Color) {
    fill(
      [
        Point(x: x.lowerBound, y: y.lowerBound), Point(x: x.upperBound, y: y.lowerBound),
        Point(x: x.upperBound, y: y.upperBound), Point(x: x.lowerBound, y: y.upperBound),
      ], color)
  }

  /// Draws a line through points.
  package mutating func line(_ points: [Point], _ stroke: Theme.Stroke) {
    setColors(stroke.color)
    setPen(width: stroke.width, stroke.dash)
    add("L", points)
  }

  /// Writes a text, without any backslashes, whose baseline goes through a point.
  package mutating func write(
    _ words: String, at point: Point, _ anchor: Anchor, _ metrics: TextMetrics, _ color: Color
  ) {
    let plain = DotText.plain(words)
    // The language has no text of no bytes.
    if plain.isEmpty { return }
    setColors(color)
    let family = metrics.weight == .bold ? "Helvetica-Bold" : "Helvetica"
    add("F \(DotText.number(metrics.size)) \(Self.counted(family))")
    let place = "\(DotText.number(point.x)) \(DotText.number(point.y)) \(anchor.rawValue)"
    add("T \(place) \(DotText.number(metrics.width(of: plain))) \(Self.counted(plain))")
  }

  private mutating func setColors(_ color: Color) {
    add("C \(Self.counted(color.hex))")
    add("c \(Self.counted(color.hex))")
  }

  /// Sets how lines and outlines are drawn, which stays so until it is set again.
  private mutating func setPen(width: Double, _ dash: Theme.Stroke.Dash) {
    add("S \(Self.counted("setlinewidth(\(DotText.number(width)))"))")
    add("S \(Self.counted(dash.rawValue))")
  }

  private mutating func add(_ operation: String, _ points: [Point]) {
    let places = points.map { " \(DotText.number($0.x)) \(DotText.number($0.y))" }.joined()
    add("\(operation) \(points.count)\(places)")
  }

  private mutating func add(_ operation: String) {
    text += (text.isEmpty ? "" : " ") + operation
  }

  private static func counted(_ text: String) -> String {
    "\(text.utf8.count) -\(text)"
  }
}
