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
    /// Its outlines, and text in its colour on white.
    public let line: Color
    /// A character that stands for it where colours do not reach.
    public let symbol: Character
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
    /// The lines of the calendar behind the bars.
    case grid
  }

  /// The looks of the elements, in the order of the maturity model.
  public let swatches: [Swatch]
  /// The bands behind the stages, from the first stage on.
  public let stageBands: [Color]
  /// The headings of the bands, to be written in white.
  public let stageHeadings: [Color]
  /// What is behind everything.
  public let background: Color
  /// Text.
  public let text: Color
  /// Text that may be overlooked: dates, units, sources.
  public let mutedText: Color

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
    case .dependency: Stroke(color: Color(0x57606A), width: 1, dash: .solid)
    case .critical: Stroke(color: Color(0xC25600), width: 2.6, dash: .solid)
    case .alternative: Stroke(color: Color(0x57606A), width: 1, dash: .dashed)
    case .added: Stroke(color: Color(0x008662), width: 2, dash: .solid)
    case .removed: Stroke(color: Color(0x57606A), width: 1.4, dash: .dotted)
    case .moved: Stroke(color: Color(0x0072B2), width: 2, dash: .dashed)
    case .grid: Stroke(color: Color(0xD0D7DE), width: 0.5, dash: .solid)
    }
  }
}

extension Theme {
  /// The look of Gait's diagrams and reports.
  public static let standard = Theme(
    swatches: [
      Swatch(fill: Color(0xBFDBEC), line: Color(0x0072B2), symbol: "\u{25CF}"),
      Swatch(fill: Color(0xE9AB21), line: Color(0x9C6C00), symbol: "\u{25B2}"),
      Swatch(fill: Color(0x38B392), line: Color(0x008662), symbol: "\u{25A0}"),
      Swatch(fill: Color(0xD898BC), line: Color(0xA36186), symbol: "\u{25C6}"),
      Swatch(fill: Color(0xF1E754), line: Color(0x7F7923), symbol: "\u{25BC}"),
      Swatch(fill: Color(0x86C9EF), line: Color(0x3B7CA1), symbol: "\u{25CB}"),
      Swatch(fill: Color(0xF0C4A1), line: Color(0xC25600), symbol: "\u{25B3}"),
      Swatch(fill: Color(0xEEEEEE), line: Color(0x767676), symbol: "\u{25A1}"),
    ],
    stageBands: [Color(0xF6F8FA), Color(0xE9EEF3), Color(0xDAE2EA)],
    stageHeadings: [Color(0x68737F), Color(0x49535D), Color(0x2D333B)],
    background: .white,
    text: Color(0x1F2328),
    mutedText: Color(0x57606A))
}
