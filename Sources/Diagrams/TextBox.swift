/// The kinds of text in a diagram.
enum TextStyle: Sendable, CaseIterable {
  case title
  case subtitle
  case stage
  case year
  case period
  case lane
  case bar
  case milestone
  case money
  case legend

  /// The widths of the letters, at the size of the style.
  var metrics: TextMetrics {
    switch self {
    case .title: TextMetrics(size: 18, weight: .bold)
    case .subtitle: TextMetrics(size: 10.5)
    case .stage, .year, .lane: TextMetrics(size: 11, weight: .bold)
    case .period, .legend: TextMetrics(size: 10)
    case .bar, .milestone: TextMetrics(size: 9.5)
    case .money: TextMetrics(size: 9)
    }
  }
}

/// A text with its place.
struct TextBox: Hashable, Sendable {
  enum Alignment: Hashable, Sendable {
    case leading
    case centre
  }

  let lines: [String]
  let style: TextStyle
  let alignment: Alignment
  /// The rectangle that the lines need.
  let frame: Rectangle

  /// Lines that start at a place or are centred on it, and are centred on a height.
  init(_ lines: [String], style: TextStyle, alignment: Alignment, x: Double, midY: Double) {
    self.lines = lines
    self.style = style
    self.alignment = alignment
    let width = Self.width(of: lines, style: style)
    let height = style.metrics.lineHeight * Double(lines.count)
    self.frame = Rectangle(
      x: alignment == .leading ? x : x - width / 2, y: midY - height / 2, width: width, height: height)
  }

  /// The width of the widest line.
  static func width(of lines: [String], style: TextStyle) -> Double {
    lines.map(style.metrics.width(of:)).max() ?? 0
  }
}
