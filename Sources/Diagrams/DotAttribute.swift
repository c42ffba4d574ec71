/// An attribute of a graph, node or edge in DOT.
///
/// Attributes are made by typed functions only, so that text from a scenario can be a label, a tooltip or an
/// identifier, but never a colour, a font or a link: those Graphviz does not escape.
package struct DotAttribute: Hashable, Sendable {
  /// The attribute's name.
  let name: String
  /// Its value, encoded.
  let value: String

  private init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }

  private init(_ name: String, _ value: Double) {
    self.init(name, DotText.number(value))
  }
}

// MARK: - Words

extension DotAttribute {
  /// Where the lines of a label stand in its box.
  package enum Alignment: String, Hashable, Sendable {
    /// In the middle.
    case center = "\\n"
    /// At the left.
    case left = "\\l"
    /// At the right.
    case right = "\\r"
  }

  /// The outline of a node.
  package enum Shape: String, Hashable, Sendable, CaseIterable {
    case box, ellipse, circle, diamond, hexagon, octagon, note, point, plaintext, plain, underline
  }

  /// How a node, edge or cluster is drawn; several may be combined.
  package enum Style: String, Hashable, Sendable, CaseIterable {
    case filled, rounded, bold, dashed, dotted, solid, invisible = "invis"
  }

  /// The direction in which layers follow one another.
  package enum RankDirection: String, Hashable, Sendable, CaseIterable {
    case leftToRight = "LR", rightToLeft = "RL", topToBottom = "TB", bottomToTop = "BT"
  }

  /// How edges are routed.
  package enum Splines: String, Hashable, Sendable, CaseIterable {
    case spline, orthogonal = "ortho", polyline, curved, line
  }

  /// The end of an edge.
  package enum Arrow: String, Hashable, Sendable, CaseIterable {
    case normal, empty, open = "vee", dot, diamond, tee, none
  }

  /// Where a label stands.
  package enum LabelPlace: String, Hashable, Sendable, CaseIterable {
    case top = "t", center = "c", bottom = "b"
  }

  /// Where a graph's or cluster's label stands sideways.
  package enum LabelSide: String, Hashable, Sendable, CaseIterable {
    case left = "l", center = "c", right = "r"
  }
}

// MARK: - Text

extension DotAttribute {
  /// The text of a node, an edge, a cluster or the graph; each line may hold line breaks of its own.
  package static func label(_ lines: [String], alignment: Alignment = .center) -> DotAttribute {
    DotAttribute("label", DotText.label(lines: lines, alignment: alignment))
  }

  /// The text of a node, an edge, a cluster or the graph.
  package static func label(_ text: String) -> DotAttribute { label([text]) }

  /// A text beside a node or an edge, placed after the layout.
  package static func outerLabel(_ text: String) -> DotAttribute {
    DotAttribute("xlabel", DotText.label(lines: [text], alignment: .center))
  }

  /// What appears when the pointer rests on an object; backslashes are left out.
  package static func tooltip(_ text: String) -> DotAttribute {
    DotAttribute("tooltip", DotText.tooltip(text))
  }

  /// The identifier of the object in SVG, made of the text by ``identifier(_:)``.
  package static func id(_ text: String) -> DotAttribute {
    DotAttribute("id", DotText.quoted(identifier(text)))
  }

  /// The class of the object in SVG, for style sheets; made of the text by ``identifier(_:)``.
  package static func styleClass(_ text: String) -> DotAttribute {
    DotAttribute("class", DotText.quoted(identifier(text)))
  }

  /// The classes of the object in SVG, for style sheets; each is made of its text by ``identifier(_:)``.
  package static func styleClasses(_ texts: [String]) -> DotAttribute {
    DotAttribute("class", DotText.quoted(texts.map(identifier).joined(separator: " ")))
  }

  /// A link to a page.
  package static func link(_ target: LinkTemplate.Target) -> DotAttribute {
    DotAttribute("URL", DotText.quoted(target.text))
  }

  /// A link to the object with an id in the same page.
  package static func link(toID text: String) -> DotAttribute {
    DotAttribute("URL", DotText.quoted("#" + identifier(text)))
  }

  /// The text as an identifier of letters, digits, dots and hyphens; other characters become `_HEX_`.
  package static func identifier(_ text: String) -> String { DotText.identifier(text) }

  /// The typeface of labels.
  ///
  /// Graphviz knows the PostScript names and writes them to SVG as a CSS family and a weight.
  package static func font(_ weight: TextMetrics.Weight) -> DotAttribute {
    DotAttribute("fontname", DotText.quoted(weight == .bold ? "Helvetica-Bold" : "Helvetica"))
  }

  /// The size of labels, in points.
  package static func fontSize(_ points: Double) -> DotAttribute { DotAttribute("fontsize", points) }

  /// Where a label stands in its node, cluster or graph.
  package static func labelPlace(_ place: LabelPlace) -> DotAttribute {
    DotAttribute("labelloc", place.rawValue)
  }

  /// Where a graph's or cluster's label stands sideways.
  package static func labelSide(_ side: LabelSide) -> DotAttribute {
    DotAttribute("labeljust", side.rawValue)
  }
}

// MARK: - Colours and lines

extension DotAttribute {
  /// The colour of an outline or an edge.
  package static func color(_ color: Color) -> DotAttribute {
    DotAttribute("color", DotText.quoted(color.hex))
  }

  /// The colour inside a node or a cluster, if its style is filled.
  package static func fillColor(_ color: Color) -> DotAttribute {
    DotAttribute("fillcolor", DotText.quoted(color.hex))
  }

  /// The colour of labels.
  package static func fontColor(_ color: Color) -> DotAttribute {
    DotAttribute("fontcolor", DotText.quoted(color.hex))
  }

  /// The colour behind a graph or a cluster.
  package static func background(_ color: Color) -> DotAttribute {
    DotAttribute("bgcolor", DotText.quoted(color.hex))
  }

  /// The width of outlines and edges, in points.
  package static func penWidth(_ points: Double) -> DotAttribute { DotAttribute("penwidth", points) }

  /// How a node, an edge or a cluster is drawn.
  package static func style(_ styles: Style...) -> DotAttribute { style(styles) }

  /// How a node, an edge or a cluster is drawn.
  package static func style(_ styles: [Style]) -> DotAttribute {
    DotAttribute("style", DotText.quoted(Set(styles).map(\.rawValue).sorted().joined(separator: ",")))
  }

  /// The colour, width and dash of a stroke.
  package static func stroke(_ stroke: Theme.Stroke, _ styles: Style...) -> [DotAttribute] {
    let dash: Style? =
      switch stroke.dash {
      case .solid: nil
      case .dashed: .dashed
      case .dotted: .dotted
      }
    let all = styles + (dash.map { [$0] } ?? [])
    let look = [color(stroke.color), penWidth(stroke.width)]
    return all.isEmpty ? look : look + [style(all)]
  }

  /// The end of an edge at its head.
  package static func arrowHead(_ arrow: Arrow) -> DotAttribute { DotAttribute("arrowhead", arrow.rawValue) }

  /// The end of an edge at its tail.
  package static func arrowTail(_ arrow: Arrow) -> DotAttribute { DotAttribute("arrowtail", arrow.rawValue) }

  /// The size of arrows, as a multiple of the usual one.
  package static func arrowSize(_ factor: Double) -> DotAttribute { DotAttribute("arrowsize", factor) }
}

// MARK: - Places and sizes

extension DotAttribute {
  /// The outline of a node.
  package static func shape(_ shape: Shape) -> DotAttribute { DotAttribute("shape", shape.rawValue) }

  /// The place of a node's middle, in points from the lower left; for pinned layouts.
  package static func position(x: Double, y: Double) -> DotAttribute {
    DotAttribute("pos", "\"\(DotText.number(x)),\(DotText.number(y))!\"")
  }

  /// The way of an edge in a pinned layout: one curve or several, one after the other, and the tip of the arrow.
  ///
  /// Each curve is its start and three points for every cubic piece, and begins the rhythm of a dashed line anew.
  package static func route(
    _ curves: [[(x: Double, y: Double)]], tip: (x: Double, y: Double)
  ) -> DotAttribute {
    let texts = curves.enumerated().map { index, controls in
      let points = controls.map { "\(DotText.number($0.x)),\(DotText.number($0.y))" }
      let end = index == curves.count - 1 ? ["e,\(DotText.number(tip.x)),\(DotText.number(tip.y))"] : []
      return (end + points).joined(separator: " ")
    }
    return DotAttribute("pos", "\"\(texts.joined(separator: ";"))\"")
  }

  /// The size of a node's outline, whatever the size of its label, in points.
  ///
  /// A label that turns out larger runs over the outline, as that of a colour font may; with ``fixedSize(width:height:)``
  /// Graphviz warns of it.
  package static func fixedOutline(width: Double, height: Double) -> [DotAttribute] {
    [
      DotAttribute("fixedsize", "shape"), DotAttribute("width", width / 72),
      DotAttribute("height", height / 72),
    ]
  }

  /// The size of a node, whatever its label, in points.
  package static func fixedSize(width: Double, height: Double) -> [DotAttribute] {
    [
      DotAttribute("fixedsize", "true"), DotAttribute("width", width / 72),
      DotAttribute("height", height / 72),
    ]
  }

  /// The place of a cluster in a pinned layout, in points from the lower left.
  package static func bounds(x: ClosedRange<Double>, y: ClosedRange<Double>) -> DotAttribute {
    let corners = [x.lowerBound, y.lowerBound, x.upperBound, y.upperBound].map(DotText.number)
    return DotAttribute("bb", "\"\(corners.joined(separator: ","))\"")
  }

  /// The room around a label, in points.
  package static func margin(x: Double, y: Double) -> DotAttribute {
    DotAttribute("margin", "\"\(DotText.number(x / 72)),\(DotText.number(y / 72))\"")
  }

  /// The room around a drawing, in points.
  package static func padding(_ points: Double) -> DotAttribute { DotAttribute("pad", points / 72) }

  /// How edges are routed.
  package static func splines(_ splines: Splines) -> DotAttribute {
    DotAttribute("splines", splines.rawValue)
  }

  /// The room that routed edges keep from nodes, in points.
  package static func edgeSeparation(_ points: Double) -> DotAttribute {
    DotAttribute("esep", "\"+\(DotText.number(points))\"")
  }

  /// The direction in which layers follow one another.
  package static func rankDirection(_ direction: RankDirection) -> DotAttribute {
    DotAttribute("rankdir", direction.rawValue)
  }

  /// The distance between layers, in points.
  package static func rankSeparation(_ points: Double) -> DotAttribute {
    DotAttribute("ranksep", points / 72)
  }

  /// The distance between neighbours in a layer, in points.
  package static func nodeSeparation(_ points: Double) -> DotAttribute {
    DotAttribute("nodesep", points / 72)
  }

  /// Whether layers run through clusters, so that nodes of different clusters can share one.
  package static func newRank(_ isOn: Bool) -> DotAttribute {
    DotAttribute("newrank", isOn ? "true" : "false")
  }

  /// Whether edges may end at clusters.
  package static func compound(_ isOn: Bool) -> DotAttribute {
    DotAttribute("compound", isOn ? "true" : "false")
  }

  /// Draws edges before nodes, so that they pass behind them.
  package static var edgesFirst: DotAttribute { DotAttribute("outputorder", "edgesfirst") }

  /// Whether an edge decides the layers of its ends.
  package static func constraint(_ isOn: Bool) -> DotAttribute {
    DotAttribute("constraint", isOn ? "true" : "false")
  }

  /// How much an edge wants to be short and straight.
  package static func weight(_ weight: Int) -> DotAttribute { DotAttribute("weight", Double(weight)) }

  /// How many layers an edge passes at least.
  package static func minimumLength(_ layers: Int) -> DotAttribute { DotAttribute("minlen", Double(layers)) }

  /// What is drawn behind the graph, in the coordinates of its nodes.
  package static func background(_ drawing: XDotDrawing) -> DotAttribute {
    DotAttribute("_background", DotText.quotedInPieces(drawing.text))
  }
}
