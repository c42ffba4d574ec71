/// A text that has been set in lines.
public struct WrappedText: Hashable, Sendable {
  /// One line and its width.
  public struct Line: Hashable, Sendable {
    /// What stands on the line, without blanks at its ends.
    public let text: String
    /// How wide that is, in the unit of the metrics.
    public let width: Double
  }

  /// The lines from top to bottom; none for a blank text.
  public let lines: [Line]
  /// Whether the text went on, so that its last line ends in an ellipsis.
  public let isShortened: Bool

  /// The width of the widest line.
  public var width: Double { lines.map(\.width).max() ?? 0 }
}

extension TextMetrics {
  /// Sets a text in at most `limit` lines that are no wider than `width`.
  ///
  /// Lines are filled from the first on, which gives the fewest. They break at blanks and after hyphens; a word that
  /// is wider than a line is broken inside, with a hyphen between letters. A middle dot between blanks is left out where a line breaks
  /// beside it. What does not fit in the last line is
  /// replaced by an ellipsis. A character in the sense of Unicode stays whole, so a line is too wide only if a single
  /// character is.
  ///
  /// Complexity: linear in the length of the text.
  public func wrap(_ text: String, width: Double, lines limit: Int) -> WrappedText {
    precondition(limit >= 1, "a text needs a line")
    precondition(width.isFinite && width >= 0 && width < 1e9, "a line has a width")
    var filling = LineFilling(metrics: self, room: Int((width * 1_000 / size).rounded(.down)))
    for piece in Self.pieces(of: text) { filling.add(piece) }
    filling.endLine()
    let isShortened = filling.lines.count > limit
    if isShortened { filling.shorten(to: limit) }
    filling.dropSeparators()
    let lines = filling.lines.map { line in
      WrappedText.Line(text: String(line.characters), width: length(of: line.width))
    }
    return WrappedText(lines: lines, isShortened: isShortened)
  }

  /// The parts of a text between which a line may break.
  static func pieces(of text: String) -> [TextPiece] {
    var pieces: [TextPiece] = []
    for word in text.split(whereSeparator: isBlank) {
      var part: [Character] = []
      var followsBlank = true
      for character in word where character != "\u{AD}" {
        part.append(character)
        guard isHyphen(character), part.contains(where: { $0.isLetter || $0.isNumber }) else { continue }
        pieces.append(TextPiece(characters: part, followsBlank: followsBlank))
        part = []
        followsBlank = false
      }
      if !part.isEmpty { pieces.append(TextPiece(characters: part, followsBlank: followsBlank)) }
    }
    return pieces
  }

  /// Whether a line may break in place of the character; blanks that carry a mark or forbid a break are not such.
  private static func isBlank(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isWhitespace && ![0xA0, 0x2007, 0x202F].contains(scalar.value)
    }
  }

  fileprivate static func isHyphen(_ character: Character) -> Bool {
    ["-", "\u{2010}", "\u{2013}", "\u{2014}"].contains(character)
  }
}

/// A part of a text that stays on one line if it can.
struct TextPiece: Hashable {
  let characters: [Character]
  /// Whether a blank stands between this piece and the one before, unless a line break does.
  let followsBlank: Bool
}

/// Lines as they are being filled; widths are in thousandths of an em.
private struct LineFilling {
  struct Line {
    var characters: [Character] = []
    var width = 0
    /// The characters at the end that are not part of the text.
    var addedHyphens = 0
    /// Whether the text has a blank after this line.
    var precedesBlank = false
  }

  let metrics: TextMetrics
  let room: Int
  private(set) var lines: [Line] = []
  private var current = Line()

  init(metrics: TextMetrics, room: Int) {
    self.metrics = metrics
    self.room = room
  }

  /// Puts a piece behind the current line, or on the next one if it does not fit.
  mutating func add(_ piece: TextPiece) {
    let gap = piece.followsBlank && !current.characters.isEmpty ? [Character(" ")] : []
    let width = width(of: gap) + width(of: piece.characters)
    if current.width + width <= room {
      current.characters += gap + piece.characters
      current.width += width
      return
    }
    current.precedesBlank = piece.followsBlank
    endLine()
    addBroken(piece.characters[...])
  }

  /// Puts a piece on as many lines as it needs, of which the last may go on.
  private mutating func addBroken(_ characters: ArraySlice<Character>) {
    var rest = characters
    while width(of: rest) > room, rest.count > 1 {
      var head = rest.prefix(max(1, count(of: rest, fitting: room)))
      if let hyphenated = hyphenated(rest) {
        head = hyphenated
        current.addedHyphens = 1
      }
      current.characters = Array(head) + (current.addedHyphens == 1 ? ["-"] : [])
      current.width = width(of: current.characters)
      endLine()
      rest = rest.dropFirst(head.count)
    }
    current.characters = Array(rest)
    current.width = width(of: rest)
  }

  /// The start of a word that fits with a hyphen behind it, if both sides of that are letters.
  private func hyphenated(_ word: ArraySlice<Character>) -> ArraySlice<Character>? {
    let head = word.prefix(count(of: word, fitting: room - metrics.thousandths(of: "-")))
    guard let last = head.last, last.isLetter, word.dropFirst(head.count).first?.isLetter == true else {
      return nil
    }
    return head
  }

  /// Starts a new line, if there is anything on this one.
  mutating func endLine() {
    if !current.characters.isEmpty { lines.append(current) }
    current = Line()
  }

  /// Puts what follows line `limit - 1` on one line, as far as it fits in front of an ellipsis.
  mutating func shorten(to limit: Int) {
    let ellipsis = Character("\u{2026}")
    var rest: [Character] = []
    for line in lines[(limit - 1)...] {
      rest += line.characters.dropLast(line.addedHyphens)
      if line.precedesBlank { rest.append(" ") }
    }
    var head = rest.prefix(count(of: rest[...], fitting: room - metrics.thousandths(of: ellipsis)))
    while let last = head.last, last == " " || last == "," || TextMetrics.isHyphen(last) { head.removeLast() }
    let characters = Array(head) + [ellipsis]
    lines = lines.prefix(limit - 1) + [Line(characters: characters, width: width(of: characters))]
  }

  /// Leaves out the middle dots between blanks at which lines were broken: the break says as much.
  mutating func dropSeparators() {
    for index in lines.indices {
      let (text, isLast) = (lines[index].characters, index == lines.count - 1)
      var kept = text[...]
      if index > 0, kept.starts(with: ["\u{B7}", " "]) { kept = kept.dropFirst(2) }
      if !isLast, kept.suffix(2) == [" ", "\u{B7}"] { kept = kept.dropLast(2) }
      guard kept.count < text.count, !kept.isEmpty else { continue }
      lines[index].characters = Array(kept)
      lines[index].width = width(of: kept)
    }
  }

  /// How many characters from the start fit in a width.
  private func count(of characters: ArraySlice<Character>, fitting room: Int) -> Int {
    var width = 0
    for (count, character) in characters.enumerated() {
      width += metrics.thousandths(of: character)
      if width > room { return count }
    }
    return characters.count
  }

  private func width(of characters: some Sequence<Character>) -> Int {
    characters.reduce(0) { $0 + metrics.thousandths(of: $1) }
  }
}
