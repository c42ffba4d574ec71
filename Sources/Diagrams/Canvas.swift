/// Collects what a diagram shows: as DOT, in Graphviz' places that grow upwards, and as the geometry that is checked.
struct Canvas {
  /// How a node looks.
  struct Look: Hashable {
    var shape: DotAttribute.Shape = .box
    var fill: Color
    var outline: Theme.Stroke
    /// The colour of its text.
    var ink: Color
    var isRounded = false
    /// The colour of a stripe inside its left edge; nil for none.
    var stripe: Color?
  }

  /// A node to draw.
  struct Node {
    let name: String
    let frame: Rectangle
    var text: TextBox?
    let look: Look
    /// Its identifier in SVG; the name by default.
    var id: String?
    var classes: [String] = []
    /// What there is to be said about it: the name for screen readers, and what the pointer shows.
    var tip = ""
    var link: LinkTemplate.Target?
  }

  /// Ground to draw below all nodes and arrows.
  struct Region {
    let name: String
    let frame: Rectangle
    var fill: Color?
    var outline: Theme.Stroke?
    let id: String
    var classes: [String] = []
    var tip = ""
  }

  let frame: Rectangle
  private(set) var background = XDotDrawing()
  private(set) var scene: Scene
  /// What there is to be said about objects, by their identifiers.
  private(set) var tips: [String: String] = [:]
  private var statements: [DotGraph.Statement] = []
  /// The dashed arrows, whose curves depend on each other.
  private var dashedArrows: [DashedArrow] = []
  private var identifiers: Set<String> = []

  init(frame: Rectangle) {
    self.frame = frame
    self.scene = Scene(frame: frame)
  }

  init(height: Double) {
    self.init(frame: Rectangle(x: 0, y: 0, width: 0, height: height))
  }

  /// A dashed arrow, and the place of its statement.
  private struct DashedArrow {
    let statement: Int
    let tail: String
    let head: String
    let route: RoundedRoute
    let attributes: [DotAttribute]
  }

  /// All that was drawn, as a graph with pinned places.
  func graph(named name: String, _ theme: Theme) -> DotGraph {
    let attributes: [DotAttribute] = [
      .background(theme.background), .background(background), .padding(14), .edgesFirst, .splines(.line),
      .id("diagram-\(name)"), .styleClasses(["diagram", name]),
    ]
    let defaults: [DotGraph.Statement] = [
      .nodeDefaults([.font(.regular), .margin(x: 0, y: 0)]), .edgeDefaults([.arrowSize(0.6)]),
    ]
    var drawn = statements
    let rhythm = DashRhythm(of: dashedArrows.map(\.route))
    for (arrow, curves) in zip(dashedArrows, rhythm.curves) {
      let way = way(along: curves, to: arrow.route.tip)
      drawn[arrow.statement] = .edge(from: arrow.tail, to: arrow.head, arrow.attributes + [way])
    }
    return DotGraph(name: name, attributes, statements: defaults + drawn)
  }

  /// Notes between which places the axis of time runs.
  mutating func setSpan(_ span: ClosedRange<Double>) { scene.span = span }

  func flipped(_ y: Double) -> Double { frame.maxY - y }

  /// An identifier that no other object has: the text itself, or the text and a number.
  private mutating func unique(_ text: String) -> String {
    var candidate = DotAttribute.identifier(text)
    var number = 2
    while !identifiers.insert(candidate).inserted {
      candidate = "\(DotAttribute.identifier(text)).\(number)"
      number += 1
    }
    return candidate
  }

  private mutating func identify(_ text: String, tip: String) -> String {
    let id = unique(text)
    if !tip.isEmpty { tips[id] = tip }
    return id
  }
}

// MARK: - Nodes, regions and arrows

extension Canvas {
  /// Attributes that pin a node to a rectangle.
  private func pin(_ rectangle: Rectangle) -> [DotAttribute] {
    [.position(x: rectangle.midX, y: flipped(rectangle.midY))]
      + DotAttribute.fixedOutline(width: rectangle.width, height: rectangle.height)
  }

  /// Draws a node.
  mutating func add(_ node: Node) {
    let id = identify(node.id ?? node.name, tip: node.tip)
    var styles: [DotAttribute.Style] = node.look.isRounded ? [.filled, .rounded] : [.filled]
    switch node.look.outline.dash {
    case .solid: break
    case .dashed: styles.append(.dashed)
    case .dotted: styles.append(.dotted)
    }
    var attributes: [DotAttribute] = [
      .shape(node.look.shape), .style(styles), .fillColor(node.look.fill), .color(node.look.outline.color),
      .penWidth(node.look.outline.width), .fontColor(node.look.ink), .id(id),
      .label(node.text?.lines ?? [""]),
    ]
    if let style = node.text?.style {
      attributes += [.fontSize(style.metrics.size), .font(style.metrics.weight)]
    }
    if !node.tip.isEmpty { attributes.append(.tooltip(node.tip)) }
    if !node.classes.isEmpty { attributes.append(.styleClasses(node.classes)) }
    if let link = node.link { attributes.append(.link(link)) }
    statements.append(.node(node.name, pin(node.frame) + attributes))
    if let stripe = node.look.stripe { addStripe(in: node.frame, of: node.name, stripe) }
    scene.nodes.append(Scene.Node(name: node.name, frame: node.frame, text: node.text, look: node.look))
  }

  /// Draws the stripe inside the left edge of a box, as a node of its own: the background lies below all ground.
  private mutating func addStripe(in frame: Rectangle, of name: String, _ color: Color) {
    let attributes: [DotAttribute] = [
      .shape(.box), .style(.filled), .fillColor(color), .color(color), .penWidth(0), .label([""]),
      .id(unique("stripe-\(name)")), .styleClasses(["stripe"]),
    ]
    statements.append(.node("stripe \(name)", pin(Self.stripe(in: frame)) + attributes))
  }

  /// The place of the stripe in a box.
  static func stripe(in frame: Rectangle) -> Rectangle {
    Rectangle(x: frame.minX + 0.5, y: frame.minY + 0.5, width: 4, height: frame.height - 1)
  }

  /// Draws ground.
  mutating func add(_ region: Region) {
    let id = identify(region.id, tip: region.tip)
    let outline = region.outline ?? Theme.Stroke(color: region.fill ?? .white, width: 0, dash: .solid)
    var attributes: [DotAttribute] = [
      .bounds(
        x: region.frame.minX...region.frame.maxX,
        y: flipped(region.frame.maxY)...flipped(region.frame.minY)), .id(id), .styleClasses(region.classes),
    ]
    // Graphviz takes the background of the whole drawing for that of a cluster that has none.
    attributes.append(region.fill.map { .fillColor($0) } ?? .background(Color.white.withAlpha(0)))
    attributes += region.fill == nil ? DotAttribute.stroke(outline) : DotAttribute.stroke(outline, .filled)
    if !region.tip.isEmpty { attributes.append(.tooltip(region.tip)) }
    statements.append(.cluster(region.name, attributes, []))
    scene.regions.append(
      Scene.Region(name: region.name, frame: region.frame, fill: region.fill, outline: outline))
  }

  /// Draws an arrow from one node to another along its corners.
  mutating func connect(
    _ tail: String, _ head: String, along corners: [Point], _ stroke: Theme.Stroke, id: String? = nil,
    classes: [String] = [], tip: String = "", _ attributes: [DotAttribute] = []
  ) {
    let route = RoundedRoute(
      corners: corners, turnRadius: BoxConnectors.turnRadius, headLength: BoxConnectors.headLength)
    let id = identify(id ?? "\(tail)..\(head)", tip: tip)
    var all: [DotAttribute] = DotAttribute.stroke(stroke) + [.id(id)] + attributes
    if !classes.isEmpty { all.append(.styleClasses(classes)) }
    if !tip.isEmpty { all.append(.tooltip(tip)) }
    if stroke.dash != .solid {
      dashedArrows.append(
        DashedArrow(statement: statements.count, tail: tail, head: head, route: route, attributes: all))
    }
    statements.append(.edge(from: tail, to: head, all + [way(along: [route.controls], to: route.tip)]))
    scene.edges.append(Scene.Edge(tail: tail, head: head, corners: corners, stroke: stroke))
  }

  private func way(along curves: [[Point]], to tip: Point) -> DotAttribute {
    .route(curves.map { $0.map { (x: $0.x, y: flipped($0.y)) } }, tip: (x: tip.x, y: flipped(tip.y)))
  }

  /// Writes text of the user.
  mutating func add(_ text: TextBox, named name: String, color: Color) {
    guard !text.lines.isEmpty else { return }
    let attributes: [DotAttribute] = [
      .shape(.plaintext), .margin(x: 0, y: 0), .font(text.style.metrics.weight),
      .fontSize(text.style.metrics.size), .fontColor(color), .id(unique("text-\(name)")),
      .styleClasses(["label"]),
      .label(text.lines, alignment: text.alignment == .leading ? .left : .center),
    ]
    statements.append(.node(name, pin(Self.room(for: text)) + attributes))
    scene.labels.append(Scene.Label(name: name, text: text, color: color))
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

// MARK: - Background

extension Canvas {
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

  /// Draws a vertical line that leaves out some rectangles, and returns the pieces.
  @discardableResult
  mutating func verticalLine(
    x: Double, y: ClosedRange<Double>, sparing holes: [Rectangle], _ stroke: Theme.Stroke
  ) -> [ClosedRange<Double>] {
    let gaps = holes.filter { $0.minX <= x && x <= $0.maxX }.map { ($0.minY, $0.maxY) }
    let pieces = Self.pieces(of: (y.lowerBound, y.upperBound), without: gaps).map { $0.from...$0.to }
    for piece in pieces { line([Point(x, piece.lowerBound), Point(x, piece.upperBound)], stroke) }
    return pieces
  }

  /// Draws a vertical line that leaves out some rectangles, and that labels keep clear of.
  ///
  /// - Parameter isWhole: whether labels must not even stand where the line leaves them out.
  mutating func crossingLine(
    x: Double, y: ClosedRange<Double>, named name: String, sparing holes: [Rectangle], isWhole: Bool,
    _ stroke: Theme.Stroke
  ) {
    let pieces = verticalLine(x: x, y: y, sparing: holes, stroke)
    scene.lines += (isWhole ? [y] : pieces).map { Scene.Line(name: name, x: x, y: $0) }
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
    let width = style.metrics.width(of: words)
    let minX =
      switch anchor {
      case .start: point.x
      case .middle: point.x - width / 2
      case .end: point.x - width
      }
    scene.labels.append(
      Scene.Label(
        name: words, text: TextBox([words], style: style, alignment: .leading, x: minX, midY: point.y),
        color: color))
  }
}
