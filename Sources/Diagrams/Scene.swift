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
}

// MARK: - Checks

extension Scene {
  /// What is wrong with the geometry, one line each; nothing for a diagram that can be read.
  ///
  /// Nodes overlap no others, texts fit their nodes and lie on nothing else, lines included, everything is on the drawing, and arrows lead from
  /// the border of one node to that of another, along the axes, past all other nodes, all texts and the heads of arrows to other nodes.
  ///
  /// - Complexity: quadratic in the number of objects.
  var flaws: [String] { nameFlaws + nodeFlaws + labelFlaws + edgeFlaws + headFlaws }

  /// How far things may reach into each other through rounding.
  private static let tolerance = 0.01

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

  private var edgeFlaws: [String] {
    let frames = Dictionary(nodes.map { ($0.name, $0.frame) }, uniquingKeysWith: { first, _ in first })
    return edges.flatMap { edge -> [String] in
      let name = "the arrow from '\(edge.tail)' to '\(edge.head)'"
      guard let tail = frames[edge.tail], let head = frames[edge.head], let start = edge.corners.first,
        let end = edge.corners.last
      else { return ["\(name) has no ends"] }
      var flaws: [String] = []
      if !tail.hasOnBorder(start) { flaws.append("\(name) does not begin at its node") }
      if !head.hasOnBorder(end) { flaws.append("\(name) does not end at its node") }
      for (from, to) in zip(edge.corners, edge.corners.dropFirst()) {
        if abs(from.x - to.x) > 1e-6 && abs(from.y - to.y) > 1e-6 {
          flaws.append("\(name) does not run along the axes")
          continue
        }
        let piece = Rectangle(spanning: from, to)
        flaws += nodes.filter { $0.frame.grown(by: -Self.tolerance).overlaps(piece) }.map {
          "\(name) runs through '\($0.name)'"
        }
        flaws += labels.filter { $0.text.frame.grown(by: -Self.tolerance).overlaps(piece) }.map {
          "\(name) runs through the text '\($0.name)'"
        }
      }
      return flaws
    }
  }

  /// Arrows that end or begin at the node to which a head points cannot be mistaken for a part of its arrow.
  private var headFlaws: [String] {
    edges.flatMap { edge -> [String] in
      guard let tip = edge.corners.last, edge.corners.count > 1 else { return [] }
      let head = ArrowHead(tip: tip, from: edge.corners[edge.corners.count - 2], .least)
      return edges.filter { other in
        other.head != edge.head && other.tail != edge.head
          && zip(other.corners, other.corners.dropFirst()).contains { head.isTouched(by: $0, $1) }
      }.map {
        "the arrow from '\($0.tail)' to '\($0.head)' runs into the head of that from '\(edge.tail)' to '\(edge.head)'"
      }
    }
  }
}
