/// How wide a text is when it is set in a sans-serif of some size.
///
/// A diagram is drawn here and read elsewhere, with whatever font the reader's system has. The widths are therefore
/// the greatest of the fonts that a stack from Helvetica to the generic sans-serif usually ends in (see
/// ``GlyphWidths``), so a text fits its box for each of them. Kerning and ligatures, which only narrow a text, are
/// left out. Widths add up: the width of a text is the sum of those of its characters.
public struct TextMetrics: Hashable, Sendable {
  /// How heavy the letters are.
  public enum Weight: Hashable, Sendable, CaseIterable {
    /// The weight of running text.
    case regular
    /// The weight of headings.
    case bold
  }

  /// The height of an em, in the unit in which widths are given.
  public let size: Double
  /// How heavy the letters are.
  public let weight: Weight

  /// Creates the metrics of a font of a size, in points or whatever unit widths are wanted in.
  public init(size: Double, weight: Weight = .regular) {
    precondition(size > 0 && size.isFinite, "a font has a size")
    self.size = size
    self.weight = weight
  }

  /// The distance from one baseline to the next.
  public var lineHeight: Double { 1.2 * size }

  /// The width of a text on one line.
  ///
  /// Complexity: linear in the length of the text.
  public func width(of text: some StringProtocol) -> Double {
    length(of: text.reduce(0) { $0 + thousandths(of: $1) })
  }

  /// A width in thousandths of an em, in the unit of ``size``.
  func length(of thousandths: Int) -> Double {
    Double(thousandths) * size / 1_000
  }

  /// The width of a character in thousandths of an em.
  ///
  /// A character of several parts is as wide as its parts together, but for emoji, which are drawn as one.
  func thousandths(of character: Character) -> Int {
    if Self.isEmoji(character) { return Self.emoji }
    return character.unicodeScalars.reduce(0) { $0 + thousandths(of: $1) }
  }

  private func thousandths(of scalar: Unicode.Scalar) -> Int {
    let runs = weight == .bold ? GlyphWidths.bold : GlyphWidths.regular
    for run in runs where run.first <= scalar.value {
      let index = Int(scalar.value - run.first)
      if index < run.widths.count, run.widths[index] > 0 { return Int(run.widths[index]) }
    }
    return Self.isInvisible(scalar) ? 0 : Self.unknown
  }
}

// MARK: - Characters outside the tables

extension TextMetrics {
  /// The width of an emoji, which colour fonts draw wider than an em.
  private static let emoji = 1_300
  /// The width of a letter that is not in the tables: an em, which is that of a Chinese, Japanese or Korean one, and
  /// no less than that of almost all others.
  private static let unknown = 1_000

  private static func isEmoji(_ character: Character) -> Bool {
    guard let first = character.unicodeScalars.first else { return false }
    if first.properties.isEmojiPresentation { return true }
    return first.properties.isEmoji && character.unicodeScalars.contains { $0.value == 0xFE0F }
  }

  /// Whether a scalar takes no room of its own: marks that combine, format and control characters, and the vowels
  /// and finals of Korean, which share the square of their initial.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator: true
    default: (0x1160...0x11FF).contains(scalar.value)
    }
  }
}
