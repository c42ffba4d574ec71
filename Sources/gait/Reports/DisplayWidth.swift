/// Text as a terminal shows it.
extension String {
  /// The columns that the text takes on a terminal, after Unicode Standard Annex 11: two for a wide character, none
  /// for a combining one.
  var displayWidth: Int {
    reduce(0) { $0 + $1.displayWidth }
  }

  /// The text without characters that steer a terminal, such as escape sequences in a name; each becomes a space.
  var withoutControls: String {
    guard unicodeScalars.contains(where: \.isControl) else { return self }
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: unicodeScalars.map { $0.isControl ? " " : $0 })
    return String(scalars)
  }

  /// The text with spaces up to a width, on the right or on the left.
  func padded(to width: Int, _ alignment: Report.Column.Alignment = .left) -> String {
    let space = String(repeating: " ", count: max(0, width - displayWidth))
    return alignment == .left ? self + space : space + self
  }

  /// The text in lines of at most a width, broken between words where possible.
  ///
  /// - Complexity: linear in the text.
  func wrapped(to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var lineWidth = 0
    for word in split(separator: " ") {
      for piece in String(word).pieces(of: max(1, width)) {
        let pieceWidth = piece.displayWidth
        if lineWidth > 0, lineWidth + 1 + pieceWidth > width {
          lines.append(line)
          (line, lineWidth) = (piece, pieceWidth)
        } else {
          line += lineWidth > 0 ? " " + piece : piece
          lineWidth += pieceWidth + (lineWidth > 0 ? 1 : 0)
        }
      }
    }
    return lines + [line]
  }

  /// The text cut into pieces of at most a width.
  private func pieces(of width: Int) -> [String] {
    guard displayWidth > width else { return [self] }
    var pieces: [String] = []
    var piece = ""
    var pieceWidth = 0
    for character in self {
      if pieceWidth + character.displayWidth > width, !piece.isEmpty {
        pieces.append(piece)
        (piece, pieceWidth) = ("", 0)
      }
      piece.append(character)
      pieceWidth += character.displayWidth
    }
    return pieces + [piece]
  }
}

extension Character {
  fileprivate var displayWidth: Int {
    guard let first = unicodeScalars.first else { return 0 }
    if first.properties.generalCategory == .format { return 0 }
    if unicodeScalars.contains(where: { $0.properties.isEmojiPresentation }) { return 2 }
    return Self.wideRanges.contains { $0.contains(first.value) } ? 2 : 1
  }

  /// The blocks of East Asian wide and full-width characters.
  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD,
  ]
}

extension Unicode.Scalar {
  /// Whether the scalar is a control character, or one that changes the direction of the text around it.
  fileprivate var isControl: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
