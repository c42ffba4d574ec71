public import Diagrams

/// A diagram as a file of draw.io (diagrams.net): every box, text and arrow is an object that can be moved and edited.
///
/// Places are those of the diagram; what is drawn behind its boxes, such as the calendar, becomes texts, and fills of the ground are kept.
public struct DrawIODiagram: Sendable {
  /// The XML of the file.
  public let text: String

  /// Writes a diagram.
  ///
  /// - Complexity: linear in the number of objects.
  public init(_ document: DiagramDocument) {
    var cells = ["<mxCell id=\"0\"/>", "<mxCell id=\"1\" parent=\"0\"/>"]
    var ids: [String: String] = [:]
    for (number, object) in document.objects.enumerated() {
      let id = "o\(number)"
      switch object {
      case .ground(let box):
        cells.append(Self.vertex(id, box, style: Self.style(of: box) + "verticalAlign=top;"))
      case .box(let name, let box):
        ids[name] = id
        cells.append(Self.vertex(id, box, style: Self.style(of: box)))
      case .text(let box, let isCentred):
        let align = isCentred ? "center" : "left"
        cells.append(
          Self.vertex(
            id, box,
            style:
              "text;html=0;strokeColor=none;fillColor=none;align=\(align);verticalAlign=middle;spacing=0;fontSize=\(Self.number(box.fontSize));fontColor=\(box.ink);"
          ))
      case .arrow(let tail, let head, let corners, let line):
        cells.append(Self.edge(id, from: ids[tail], to: ids[head], corners, line))
      }
    }
    let size = "pageWidth=\"\(Self.number(document.width))\" pageHeight=\"\(Self.number(document.height))\""
    text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <mxfile host="gait">
      <diagram name="\(Self.escaped(document.title))">
      <mxGraphModel grid="0" page="1" \(size) math="0" shadow="0">
      <root>
      \(cells.joined(separator: "\n"))
      </root>
      </mxGraphModel>
      </diagram>
      </mxfile>

      """
  }

  private static func style(of box: DiagramObject.Box) -> String {
    let dash = box.isDashed ? "dashed=1;" : ""
    return
      "rounded=\(box.isRounded ? 1 : 0);html=0;whiteSpace=wrap;\(fill(box.fill))strokeColor=\(box.outline);strokeWidth=\(number(box.width));\(dash)fontSize=\(number(box.fontSize));fontColor=\(box.ink);spacing=0;"
  }

  /// A fill; draw.io has the share that it covers apart from the colour.
  private static func fill(_ color: String) -> String {
    guard color.count == 9, let alpha = Int(color.suffix(2), radix: 16) else { return "fillColor=\(color);" }
    return "fillColor=\(color.prefix(7));fillOpacity=\(alpha * 100 / 255);"
  }

  private static func vertex(_ id: String, _ box: DiagramObject.Box, style: String) -> String {
    let frame = box.frame
    let geometry =
      "<mxGeometry x=\"\(number(frame.x))\" y=\"\(number(frame.y))\" width=\"\(number(frame.width))\" height=\"\(number(frame.height))\" as=\"geometry\"/>"
    return
      "<mxCell id=\"\(id)\" value=\"\(escaped(box.lines.joined(separator: "\n")))\" style=\"\(style)\" vertex=\"1\" parent=\"1\">\(geometry)</mxCell>"
  }

  private static func edge(
    _ id: String, from tail: String?, to head: String?, _ corners: [(x: Double, y: Double)],
    _ line: DiagramObject.Line
  ) -> String {
    guard let tail, let head, corners.count >= 2 else { return "" }
    let points = corners.dropFirst().dropLast().map {
      "<mxPoint x=\"\(number($0.x))\" y=\"\(number($0.y))\"/>"
    }
    let array = points.isEmpty ? "" : "<Array as=\"points\">\(points.joined())</Array>"
    let style =
      "edgeStyle=orthogonalEdgeStyle;rounded=1;html=0;endArrow=block;endFill=1;endSize=4;strokeColor=\(line.color);strokeWidth=\(number(line.width));\(line.isDashed ? "dashed=1;" : "")"
    return
      "<mxCell id=\"\(id)\" style=\"\(style)\" edge=\"1\" parent=\"1\" source=\"\(tail)\" target=\"\(head)\"><mxGeometry relative=\"1\" as=\"geometry\">\(array)</mxGeometry></mxCell>"
  }

  /// A number with at most two decimals.
  private static func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }

  private static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "\n": result.append(contentsOf: "&#xa;".unicodeScalars)
      case "\u{0}"..<" ", "\u{7F}", "\u{FFFE}", "\u{FFFF}": break
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
