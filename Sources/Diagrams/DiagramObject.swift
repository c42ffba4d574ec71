/// An object of a diagram, for writers of other formats.
package enum DiagramObject {
  /// A rectangle with a text in it; colours are as in CSS, `none` for nothing.
  package struct Box {
    package let frame: (x: Double, y: Double, width: Double, height: Double)
    package let lines: [String]
    package let fill: String
    package let outline: String
    package let width: Double
    package let isDashed: Bool
    package let isRounded: Bool
    package let ink: String
    package let fontSize: Double
  }

  /// How an arrow is drawn.
  package struct Line {
    package let color: String
    package let width: Double
    package let isDashed: Bool
  }

  /// What others stand on.
  case ground(Box)
  /// A node with the name that arrows have for it.
  case box(name: String, Box)
  /// A text that stands on its own.
  case text(Box, isCentred: Bool)
  /// An arrow between two nodes, along its corners.
  case arrow(tail: String, head: String, corners: [(x: Double, y: Double)], Line)
}

extension DiagramDocument {
  /// All objects, in the order in which they cover each other: ground, nodes with their stripes, texts, arrows.
  package var objects: [DiagramObject] {
    let grounds = scene.regions.map { region in
      DiagramObject.ground(
        Self.box(
          region.frame, nil, fill: region.fill?.hex, outline: region.outline.width > 0 ? region.outline : nil,
          isRounded: false, ink: .black))
    }
    let nodes = scene.nodes.map { node in
      DiagramObject.box(
        name: node.name,
        Self.box(
          node.frame, node.text, fill: node.look.fill.hex, outline: node.look.outline,
          isRounded: node.look.isRounded, ink: node.look.ink))
    }
    let stripes = scene.nodes.compactMap { node in
      node.look.stripe.map { color in
        DiagramObject.ground(
          Self.box(
            Canvas.stripe(in: node.frame), nil, fill: color.hex, outline: nil, isRounded: false, ink: .black))
      }
    }
    let texts = scene.labels.map { label in
      DiagramObject.text(
        Self.box(label.text.frame, label.text, fill: nil, outline: nil, isRounded: false, ink: label.color),
        isCentred: label.text.alignment == .centre)
    }
    let arrows = scene.edges.map { edge in
      DiagramObject.arrow(
        tail: edge.tail, head: edge.head, corners: edge.corners.map { (x: $0.x, y: $0.y) },
        DiagramObject.Line(
          color: edge.stroke.color.hex, width: edge.stroke.width, isDashed: edge.stroke.dash != .solid))
    }
    return grounds + nodes + stripes + texts + arrows
  }

  private static func box(
    _ frame: Rectangle, _ text: TextBox?, fill: String?, outline: Theme.Stroke?, isRounded: Bool, ink: Color
  ) -> DiagramObject.Box {
    DiagramObject.Box(
      frame: (frame.minX, frame.minY, frame.width, frame.height), lines: text?.lines ?? [],
      fill: fill ?? "none",
      outline: outline?.color.hex ?? "none", width: outline?.width ?? 0,
      isDashed: outline?.dash != .solid && outline != nil,
      isRounded: isRounded, ink: ink.hex, fontSize: text?.style.metrics.size ?? 9.5)
  }
}
