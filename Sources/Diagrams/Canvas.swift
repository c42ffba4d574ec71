/// Turns places that grow downwards into Graphviz' own, which grow upwards, and collects what is drawn.
struct Canvas {
  let height: Double
  private(set) var background = XDotDrawing()
  var statements: [DotGraph.Statement] = []

  init(height: Double) {
    self.height = height
  }

  /// All that was drawn, as a graph with pinned places.
  func graph(named name: String, _ theme: Theme) -> DotGraph {
    let attributes: [DotAttribute] = [
      .background(theme.background), .background(background), .padding(14), .edgesFirst, .splines(.line),
    ]
    let defaults: [DotGraph.Statement] = [
      .nodeDefaults([.font(.regular), .margin(x: 0, y: 0)]), .edgeDefaults([.arrowSize(0.6)]),
    ]
    return DotGraph(name: name, attributes, statements: defaults + statements)
  }

  func flipped(_ y: Double) -> Double { height - y }

  // MARK: Background

  mutating func fill(_ rectangle: Rectangle, _ color: Color) {
    background.fill(
      x: rectangle.minX...rectangle.maxX, y: flipped(rectangle.maxY)...flipped(rectangle.minY), color)
  }

  mutating func fill(_ points: [Point], _ color: Color) {
    background.fill(points.map { XDotDrawing.Point(x: $0.x, y: flipped($0.y)) }, color)
  }

  mutating func line(_ points: [Point], _ stroke: Theme.Stroke) {
    background.line(points.map { XDotDrawing.Point(x: $0.x, y: flipped($0.y)) }, stroke)
  }

  mutating func outline(_ rectangle: Rectangle, _ stroke: Theme.Stroke) {
    line(
      [
        Point(rectangle.minX, rectangle.minY), Point(rectangle.maxX, rectangle.minY),
        Point(rectangle.maxX, rectangle.maxY), Point(rectangle.minX, rectangle.maxY),
        Point(rectangle.minX, rectangle.minY),
      ], stroke)
  }

  /// Draws a vertical line that leaves out some rectangles.
  mutating func verticalLine(
    x: Double, y: ClosedRange<Double>, sparing holes: [Rectangle], _ stroke: Theme.Stroke
  ) {
    let gaps = holes.filter { $0.minX <= x && x <= $0.maxX }.map { ($0.minY, $0.maxY) }
    for piece in Self.pieces(of: (y.lowerBound, y.upperBound), without: gaps) {
      line([Point(x, piece.from), Point(x, piece.to)], stroke)
    }
  }

  /// Fills a rectangle with slanted lines that leave out some rectangles; all hatched rectangles share one pattern.
  mutating func hatch(
    _ rectangle: Rectangle, pitch: Double, sparing holes: [Rectangle] = [], _ stroke: Theme.Stroke
  ) {
    let near = holes.filter(rectangle.overlaps)
    var sum = ((rectangle.minX + rectangle.minY) / pitch).rounded(.up) * pitch
    while sum < rectangle.maxX + rectangle.maxY {
      let whole = Self.span(of: rectangle, onDiagonal: sum)
      let gaps = near.map { Self.span(of: $0, onDiagonal: sum) }.filter { $0.from < $0.to }
      for piece in Self.pieces(of: whole, without: gaps) where piece.to - piece.from > 0.5 {
        line([Point(piece.from, sum - piece.from), Point(piece.to, sum - piece.to)], stroke)
      }
      sum += pitch
    }
  }

  /// The places between which the diagonal `x + y = sum` runs through a rectangle.
  private static func span(of rectangle: Rectangle, onDiagonal sum: Double) -> (from: Double, to: Double) {
    (max(rectangle.minX, sum - rectangle.maxY), min(rectangle.maxX, sum - rectangle.minY))
  }

  /// What is left of a span without some gaps.
  static func pieces(
    of span: (from: Double, to: Double), without gaps: [(from: Double, to: Double)]
  ) -> [(from: Double, to: Double)] {
    var pieces: [(from: Double, to: Double)] = []
    var from = span.from
    for gap in gaps.sorted(by: { $0.from < $1.from }) {
      if gap.from > from { pieces.append((from, min(gap.from, span.to))) }
      from = max(from, gap.to)
    }
    if from < span.to { pieces.append((from, span.to)) }
    return pieces.filter { $0.from < $0.to }
  }

  /// Writes words of the program, never of the user, on one line.
  mutating func write(
    _ words: String, _ style: TextStyle, _ anchor: XDotDrawing.Anchor, at point: Point, _ color: Color
  ) {
    let baseline = point.y + style.metrics.size * 0.36
    background.write(
      words, at: XDotDrawing.Point(x: point.x, y: flipped(baseline)), anchor, style.metrics, color)
  }

  // MARK: Nodes

  /// Attributes that pin a node to a rectangle.
  func pin(_ rectangle: Rectangle) -> [DotAttribute] {
    [.position(x: rectangle.midX, y: flipped(rectangle.midY))]
      + DotAttribute.fixedOutline(width: rectangle.width, height: rectangle.height)
  }

  /// Draws an arrow from one node to another along its corners.
  mutating func connect(
    _ tail: String, _ head: String, along corners: [Point], _ stroke: Theme.Stroke,
    _ attributes: [DotAttribute] = []
  ) {
    let curve = RoundedRoute(
      corners: corners, turnRadius: BoxConnectors.turnRadius, headLength: BoxConnectors.headLength)
    statements.append(
      .edge(from: tail, to: head, DotAttribute.stroke(stroke) + [route(curve)] + attributes))
  }

  /// The way of an edge.
  private func route(_ curve: RoundedRoute) -> DotAttribute {
    .route(
      curve.controls.map { (x: $0.x, y: flipped($0.y)) }, tip: (x: curve.tip.x, y: flipped(curve.tip.y)))
  }

  /// Writes text of the user.
  mutating func add(_ text: TextBox, named name: String, color: Color) {
    guard !text.lines.isEmpty else { return }
    let attributes: [DotAttribute] = [
      .shape(.plaintext), .margin(x: 0, y: 0), .font(text.style.metrics.weight),
      .fontSize(text.style.metrics.size), .fontColor(color),
      .label(text.lines, alignment: text.alignment == .leading ? .left : .center),
    ]
    statements.append(.node(name, pin(Self.room(for: text)) + attributes))
  }

  /// The rectangle of a text's node: wider than the text, because letters are wider when they are hinted for low
  /// resolutions, and text that does not fit is not set from the left but centred.
  private static func room(for text: TextBox) -> Rectangle {
    let slack = text.frame.width * 0.06 + 3
    var room = text.frame.grown(by: 1)
    room.maxX += slack
    if text.alignment == .centre { room.minX -= slack }
    return room
  }
}
