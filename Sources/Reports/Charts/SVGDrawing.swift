import Diagrams

/// An SVG drawing that is written element by element; the same calls give the same bytes.
///
/// Looks come from classes of one style sheet, which knows light and dark screens. Text is escaped here and nowhere else.
struct SVGDrawing {
  /// The side of a place that a text keeps to.
  enum Anchor: String {
    case start
    case middle
    case end
  }

  let width: Double
  let height: Double
  private let title: String
  private let summary: String
  private var elements: [String] = []

  /// An empty drawing with its name and what it says, for those who do not see it.
  init(width: Double, height: Double, title: String, summary: String) {
    self.width = width
    self.height = height
    self.title = title
    self.summary = summary
  }

  /// Adds a rectangle.
  mutating func rectangle(
    _ kind: String, x: Double, y: Double, width: Double, height: Double, tip: String? = nil
  ) {
    let place =
      "x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" width=\"\(Self.number(max(0, width)))\" height=\"\(Self.number(max(0, height)))\""
    add("rect", "class=\"\(kind)\" \(place)", tip: tip)
  }

  /// Adds a line through points.
  mutating func line(_ kind: String, _ points: [(x: Double, y: Double)], tip: String? = nil) {
    guard points.count > 1 else { return }
    add("path", "class=\"\(kind)\" d=\"\(Self.path(points))\"", tip: tip)
  }

  /// Adds an area between points.
  mutating func area(_ kind: String, _ points: [(x: Double, y: Double)], tip: String? = nil) {
    guard points.count > 2 else { return }
    add("path", "class=\"\(kind)\" d=\"\(Self.path(points)) Z\"", tip: tip)
  }

  /// Adds a diamond around a place.
  mutating func diamond(_ kind: String, x: Double, y: Double, size: Double, tip: String? = nil) {
    area(kind, [(x, y - size), (x + size, y), (x, y + size), (x - size, y)], tip: tip)
  }

  /// Adds a text on one line.
  mutating func text(_ text: String, _ kind: String, x: Double, y: Double, _ anchor: Anchor = .start) {
    elements.append(
      "<text class=\"\(kind)\" x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" text-anchor=\"\(anchor.rawValue)\">\(Self.escaped(text))</text>"
    )
  }

  private mutating func add(_ name: String, _ attributes: String, tip: String?) {
    elements.append(
      tip.map { "<\(name) \(attributes)><title>\(Self.escaped($0))</title></\(name)>" }
        ?? "<\(name) \(attributes)/>")
  }

  /// The drawing as a document of its own, in UTF-8.
  var document: String {
    let size = "width=\"\(Self.number(width))\" height=\"\(Self.number(height))\""
    let box = "viewBox=\"0 0 \(Self.number(width)) \(Self.number(height))\""
    let head =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" \(size) \(box) role=\"img\" aria-labelledby=\"chart-title chart-description\">"
    let lines =
      [
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", head,
        "<title id=\"chart-title\">\(Self.escaped(title))</title>",
        "<desc id=\"chart-description\">\(Self.escaped(summary))</desc>",
        "<style>", ChartStyle.sheet, "</style>",
        "<rect class=\"ground\" x=\"0\" y=\"0\" \(size)/>",
      ] + elements + ["</svg>"]
    return lines.joined(separator: "\n") + "\n"
  }

  /// A number with at most two decimals, the same on every machine.
  static func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let fraction = hundredths.magnitude % 100
    var text = (hundredths < 0 ? "-" : "") + String(hundredths.magnitude / 100)
    if fraction > 0 {
      text += "." + (fraction < 10 ? "0" : "") + String(fraction)
      if text.hasSuffix("0") { text.removeLast() }
    }
    return text
  }

  private static func path(_ points: [(x: Double, y: Double)]) -> String {
    "M " + points.map { "\(number($0.x)) \(number($0.y))" }.joined(separator: " L ")
  }

  /// A text without a meaning in XML and without characters that XML does not allow.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      default: if isAllowed(scalar) { result.append(scalar) }
      }
    }
    return String(result)
  }

  /// Whether XML 1.0 allows a character, and a drawing does not suffer from it: controls of writing direction would turn labels around.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0x200D, 0x2010...0x2027, 0x202F...0x2065, 0x206A...0xD7FF, 0xE000...0xFFFD,
      0x10000...0x10FFFF:
      true
    default: false
    }
  }
}

/// The looks of charts: Okabe and Ito's hues, told apart by lightness, dashes and shapes as well.
enum ChartStyle {
  /// The size of labels in units of the drawing.
  static let labelSize = 12.0
  /// The size of titles.
  static let titleSize = 17.0

  static let label = TextMetrics(size: labelSize)
  static let title = TextMetrics(size: titleSize, weight: .bold)

  /// The style sheet, for light screens first.
  static let sheet = """
    text { font-family: Helvetica, Arial, "Liberation Sans", "DejaVu Sans", sans-serif; font-size: 12px; fill: #1F2328; }
    .title { font-size: 17px; font-weight: bold; }
    .muted { fill: #57606A; }
    .ground { fill: #FFFFFF; }
    .grid { stroke: #D0D7DE; stroke-width: 0.7; fill: none; }
    .axis { stroke: #57606A; stroke-width: 1.2; fill: none; }
    .outer { fill: #BFDBEC; stroke: none; }
    .inner { fill: #7FB8D8; stroke: none; }
    .median { stroke: #00456B; stroke-width: 2.4; fill: none; }
    .planned { stroke: #C25600; stroke-width: 2; stroke-dasharray: 7 4; fill: none; }
    .without { stroke: #57606A; stroke-width: 1.4; stroke-dasharray: 2 3; fill: none; }
    .low { fill: #FFFFFF; stroke: #0072B2; stroke-width: 1.6; }
    .high { fill: #0072B2; stroke: #0072B2; stroke-width: 1.6; }
    .mark { fill: #C25600; stroke: none; }
    .curve0 { stroke: #0072B2; stroke-width: 2.4; fill: none; }
    .curve1 { stroke: #008662; stroke-width: 2.4; stroke-dasharray: 9 3; fill: none; }
    .curve2 { stroke: #9C6C00; stroke-width: 2.4; stroke-dasharray: 4 3; fill: none; }
    .curve3 { stroke: #A36186; stroke-width: 2.4; stroke-dasharray: 1 3; fill: none; }
    @media (prefers-color-scheme: dark) {
      text { fill: #E6EDF3; }
      .muted { fill: #A3ADB8; }
      .ground { fill: #0D1117; }
      .grid { stroke: #3A434D; }
      .axis, .without { stroke: #A3ADB8; }
      .outer { fill: #163A52; }
      .inner { fill: #246088; }
      .median { stroke: #B9DEF5; }
      .planned { stroke: #FF9A4D; }
      .low { fill: #0D1117; stroke: #5BB4E8; }
      .high { fill: #5BB4E8; stroke: #5BB4E8; }
      .mark { fill: #FF9A4D; }
      .curve0 { stroke: #5BB4E8; }
      .curve1 { stroke: #4CC9A0; }
      .curve2 { stroke: #D9A93B; }
      .curve3 { stroke: #DB9CC2; }
    }
    """
}
