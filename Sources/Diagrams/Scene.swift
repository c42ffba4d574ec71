/// What a diagram shows and where: the geometry that every view fills, and that is checked without rendering.
///
/// Places are in points and grow downwards. Names are those of the objects in DOT.
struct Scene: Hashable, Sendable {
  /// Something that stands for itself: a capability, a question, a choice.
  struct Node: Hashable, Sendable {
    let name: String
    let frame: Rectangle
    /// The text inside; nil when there is none.
    let text: TextBox?
    var look = Canvas.Look(
      fill: .white, outline: Theme.Stroke(color: .black, width: 1, dash: .solid), ink: .black)
  }

  /// A text that stands on its own.
  struct Label: Hashable, Sendable {
    let name: String
    let text: TextBox
    var color = Color.black
  }

  /// Ground that others stand on: a lane, a stage, a frame round alternatives.
  struct Region: Hashable, Sendable {
    let name: String
    let frame: Rectangle
    let fill: Color?
    let outline: Theme.Stroke
  }

  /// A vertical line across all lanes, such as that of a deadline.
  struct Line: Hashable, Sendable {
    let name: String
    let x: Double
    let y: ClosedRange<Double>

    var top: Point { Point(x, y.lowerBound) }
    var bottom: Point { Point(x, y.upperBound) }
  }

  /// An arrow.
  struct Edge: Hashable, Sendable {
    let tail: String
    let head: String
    /// The turns of the arrow, with its ends.
    let corners: [Point]
    var stroke = Theme.Stroke(color: .black, width: 1, dash: .solid)
  }

  /// The whole drawing.
  let frame: Rectangle
  var nodes: [Node] = []
  var labels: [Label] = []
  var regions: [Region] = []
  var edges: [Edge] = []
  var lines: [Line] = []
  /// The places of the first day and the end of the axis of time; nil when there is none.
  var span: ClosedRange<Double>?
}

// MARK: - Checks

extension Scene {
  /// What is wrong with the geometry, one line each; nothing for a diagram that can be read.
  ///
  /// Nodes overlap no others, texts fit their nodes and lie on nothing else, lines included, everything is on the drawing, and arrows lead from
  /// the border of one node to that of another, along the axes, past all other nodes, all texts, and the heads of arrows to other nodes.
  ///
  /// - Complexity: quadratic in the number of objects.
  var flaws: [String] { nameFlaws + nodeFlaws + labelFlaws + arrowFlaws }

  /// How far things may reach into each other through rounding.
  static let tolerance = 0.01

  /// Graphviz takes objects of one name for one object and draws the last.
  private var nameFlaws: [String] {
    var seen: Set<String> = []
    return (nodes.map(\.name) + regions.map { "region \($0.name)" }).filter { !seen.insert($0).inserted }.map
    {
      "two objects are called '\($0)'"
    }
  }

  private var nodeFlaws: [String] {
    var flaws: [String] = []
    for (index, node) in nodes.enumerated() {
      if !frame.encloses(node.frame, tolerance: Self.tolerance) {
        flaws.append("'\(node.name)' is not on the drawing")
      }
      if let text = node.text, !node.frame.encloses(text.frame, tolerance: Self.tolerance) {
        flaws.append("the text of '\(node.name)' does not fit")
      }
      let inside = node.frame.grown(by: -Self.tolerance)
      flaws += nodes[(index + 1)...].filter { $0.frame.overlaps(inside) }.map {
        "'\(node.name)' overlaps '\($0.name)'"
      }
    }
    return flaws
  }

  private var labelFlaws: [String] {
    var flaws: [String] = []
    for (index, label) in labels.enumerated() {
      let inside = label.text.frame.grown(by: -Self.tolerance)
      if !frame.encloses(inside) { flaws.append("the text '\(label.name)' is not on the drawing") }
      flaws += nodes.filter { $0.frame.overlaps(inside) }.map {
        "the text '\(label.name)' lies over '\($0.name)'"
      }
      flaws += lines.filter { inside.overlaps(Rectangle(spanning: $0.top, $0.bottom)) }.map {
        "the text '\(label.name)' lies over the line of '\($0.name)'"
      }
      flaws += labels[(index + 1)...].filter { $0.text.frame.overlaps(inside) }.map {
        "the texts '\(label.name)' and '\($0.name)' overlap"
      }
    }
    return flaws
  }
}
