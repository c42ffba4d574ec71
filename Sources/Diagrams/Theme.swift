/// The colours, lines and symbols of diagrams and reports.
///
/// The hues are those of Okabe and Ito ("Color Universal Design", 2008), which people with the common kinds of
/// colour blindness can tell apart. Their tints were chosen so that the fills also differ in lightness by four steps
/// of L* each, and so do without any colour; symbols, dashes and widths say the same once more.
public struct Theme: Hashable, Sendable {
  /// How one element of the maturity model looks.
  public struct Swatch: Hashable, Sendable {
    /// The inside of its boxes; dark enough a tint to be told from the others, and light enough for ``Theme/text``.
    public let fill: Color
    /// Its outlines, and text in its colour on the background.
    public let line: Color
    /// The inside of what stands out among its boxes, to be written on in ``Theme/onStrong``.
    public let strong: Color
    /// A character that stands for it where colours do not reach.
    public let symbol: Character

    /// The inside of what is only partly there: a third of ``fill``, so that the ground and ``Theme/text`` are seen.
    var tint: Color { fill.withAlpha(0x55) }
  }

  /// How a line is drawn.
  public struct Stroke: Hashable, Sendable {
    /// The rhythm of a line.
    public enum Dash: String, Hashable, Sendable, CaseIterable {
      /// Unbroken.
      case solid
      /// In dashes.
      case dashed
      /// In dots.
      case dotted
    }

    /// The colour of the line.
    public let color: Color
    /// Its width in points.
    public let width: Double
    /// Its rhythm.
    public let dash: Dash
  }

  /// What a line or an outline means.
  public enum LineRole: Hashable, Sendable, CaseIterable {
    /// A capability needs another.
    case dependency
    /// A dependency that decides the end date.
    case critical
    /// One of several ways to meet a prerequisite.
    case alternative
    /// In the newer roadmap only.
    case added
    /// In the older roadmap only.
    case removed
    /// In both roadmaps, at another time.
    case moved
    /// A capability needs another, which is live in good time.
    case spare
    /// A capability needs another, and starts as soon as that is live.
    case tight
    /// The lines of the calendar behind the bars.
    case grid
  }

  /// The colours of lines.
  public struct LineColors: Hashable, Sendable {
    let dependency: Color
    let critical: Color
    let added: Color
    let moved: Color
    let spare: Color
    let grid: Color
  }

  /// The looks of the elements, in the order of the maturity model.
  public let swatches: [Swatch]
  /// The bands behind the stages, from the first stage on.
  public let stageBands: [Color]
  /// The headings of the bands, to be written on in ``onStrong``.
  public let stageHeadings: [Color]
  /// What is behind everything, and the inside of plain boxes.
  public let background: Color
  /// Text.
  public let text: Color
  /// Text that may be overlooked: dates, units, sources.
  public let mutedText: Color
  /// The colours of lines.
  public let lines: LineColors

  /// The outline of what is critical, which no element's colour is like.
  var criticalOutline: Stroke { Stroke(color: text, width: 2, dash: .solid) }
  /// The outline of what does not apply: dots, thick enough to be seen on a dark ground.
  var inapplicableOutline: Stroke { Stroke(color: mutedText, width: 1.8, dash: .dotted) }

  /// A line that is not seen.
  var noLine: Stroke { Stroke(color: background.withAlpha(0), width: 0, dash: .solid) }

  /// Text on strong fills and on headings.
  public var onStrong: Color { .white }
  /// Text on the fills of elements.
  public var onFill: Color { .black }

  /// The look of the element with an index; from the ninth on looks repeat.
  public func swatch(forElement index: Int) -> Swatch {
    swatches[index % swatches.count]
  }

  /// The band behind the stage with an index; from the fourth on bands repeat.
  public func band(forStage index: Int) -> Color {
    stageBands[index % stageBands.count]
  }

  /// The heading of the stage with an index; from the fourth on headings repeat.
  public func heading(forStage index: Int) -> Color {
    stageHeadings[index % stageHeadings.count]
  }

  /// How a line is drawn; no two roles have the same width and rhythm.
  public func stroke(_ role: LineRole) -> Stroke {
    switch role {
    case .dependency: Stroke(color: lines.dependency, width: 1, dash: .solid)
    case .critical: Stroke(color: lines.critical, width: 2.6, dash: .solid)
    case .alternative: Stroke(color: lines.dependency, width: 1, dash: .dashed)
    case .added: Stroke(color: lines.added, width: 2, dash: .solid)
    case .removed: Stroke(color: lines.dependency, width: 1.8, dash: .dashed)
    case .moved: Stroke(color: lines.moved, width: 1.6, dash: .solid)
    case .spare: Stroke(color: lines.spare, width: 0.7, dash: .solid)
    case .tight: Stroke(color: lines.dependency, width: 1.2, dash: .solid)
    case .grid: Stroke(color: lines.grid, width: 0.5, dash: .solid)
    }
  }
}

extension Theme {
  private static let fills: [UInt32] = [
    0xBFDBEC, 0xE9AB21, 0x38B392, 0xD898BC, 0xF1E754, 0x86C9EF, 0xF0C4A1, 0xEEEEEE,
  ]
  /// They differ from the colours of lines a little, so that style sheets can tell the two apart.
  private static let strongFills: [UInt32] = [
    0x006FAE, 0x996A00, 0x00835F, 0xA05F83, 0x7C7620, 0x397A9E, 0xBF5400, 0x737373,
  ]
  private static let symbols: [Character] = [
    "\u{25CF}", "\u{25B2}", "\u{25A0}", "\u{25C6}", "\u{25BC}", "\u{25CB}", "\u{25B3}", "\u{25A1}",
  ]

  private static func swatches(lines: [UInt32]) -> [Swatch] {
    fills.indices.map { index in
      Swatch(
        fill: Color(fills[index]), line: Color(lines[index]), strong: Color(strongFills[index]),
        symbol: symbols[index])
    }
  }

  /// The look of Gait's diagrams and reports.
  public static let standard = Theme(
    swatches: swatches(lines: [
      0x0072B2, 0x9C6C00, 0x008662, 0xA36186, 0x7F7923, 0x3B7CA1, 0xC25600, 0x767676,
    ]),
    stageBands: [Color(0xF6F8FA), Color(0xE9EEF3), Color(0xDAE2EA)],
    stageHeadings: [Color(0x68737F), Color(0x49535D), Color(0x2D333B)],
    background: .white,
    text: Color(0x1F2328),
    mutedText: Color(0x57606A),
    lines: LineColors(
      dependency: Color(0x57606A), critical: Color(0xC25600), added: Color(0x008662), moved: Color(0x0072B2),
      spare: Color(0x6E7781), grid: Color(0xD0D7DE)))

  /// The same look on a dark ground.
  public static let dark = Theme(
    swatches: swatches(lines: [
      0x5BB4E8, 0xD9A93B, 0x4CC9A0, 0xDB9CC2, 0xC2BA4B, 0x86C9EF, 0xFF9A4D, 0xA8A8A8,
    ]),
    stageBands: [Color(0x161B22), Color(0x1E252E), Color(0x27303B)],
    stageHeadings: [Color(0x66727F), Color(0x525D69), Color(0x3E4853)],
    background: Color(0x0D1117),
    text: Color(0xE6EDF3),
    mutedText: Color(0xA3ADB8),
    lines: LineColors(
      dependency: Color(0xA3ADB8), critical: Color(0xFF9A4D), added: Color(0x4CC9A0), moved: Color(0x5BB4E8),
      spare: Color(0x949EA9), grid: Color(0x3A434D)))
}
