/// Encodes text for DOT, so that no text can be anything but text.
enum DotText {
  /// A quoted string with these bytes for its value, and backslashes doubled.
  ///
  /// Only `\"` is an escape inside quotes. Backslashes stay as they are there, but one before the closing quote would
  /// hide it. Doubling all of them keeps different names different, and means one backslash where Graphviz reads
  /// escapes.
  static func quoted(_ text: String) -> String {
    "\"" + escaped(text.unicodeScalars) + "\""
  }

  /// A quoted string of any length: pieces joined with `+`, because Graphviz reads at most 16,384 bytes of one piece.
  static func quotedInPieces(_ text: String) -> String {
    var pieces: [String] = []
    var rest = Substring(text)
    repeat {
      pieces.append(quoted(String(rest.prefix(1_000))))
      rest = rest.dropFirst(1_000)
    } while !rest.isEmpty
    return pieces.joined(separator: "\n    + ")
  }

  /// A quoted label of which each line ends in an alignment.
  ///
  /// Graphviz decodes entities first and escapes (`\N`, `\l`) then, so ampersands and backslashes are encoded; a
  /// label that starts with `<` stays text, because it is quoted.
  static func label(lines: [String], alignment: DotAttribute.Alignment) -> String {
    let rows = lines.flatMap { line in
      line.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }
    let encoded = rows.map { row in
      row.unicodeScalars.split(separator: "&", omittingEmptySubsequences: false)
        .map { escaped($0) }.joined(separator: "&amp;")
    }
    // The centred break separates lines and the others end them.
    let text = encoded.joined(separator: alignment.rawValue)
    return "\"" + text + (alignment == .center ? "" : alignment.rawValue) + "\""
  }

  /// A quoted tooltip; Graphviz expands `\N` there however it is written, so backslashes are left out.
  static func tooltip(_ text: String) -> String {
    label(lines: [withoutBackslashes(text)], alignment: .center)
  }

  /// The text on one line and without backslashes, for places in which nothing is decoded.
  static func plain(_ text: String) -> String {
    let line = withoutBackslashes(text).map { $0.isNewline || $0 == "\t" ? " " : $0 }
    return String(String.UnicodeScalarView(String(line).unicodeScalars.filter(isAllowed)))
  }

  private static func withoutBackslashes(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\\" }))
  }

  private static func escaped(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var encoded = String.UnicodeScalarView()
    for scalar in scalars where isAllowed(scalar) {
      if scalar == "\"" || scalar == "\\" { encoded.append("\\") }
      encoded.append(scalar)
    }
    return String(encoded)
  }

  /// An identifier of letters, digits, dots and hyphens for use in SVG and links; other characters become `_HEX_`.
  ///
  /// Different texts have different identifiers, and those of capabilities are mostly the texts themselves.
  static func identifier(_ text: String) -> String {
    var encoded = ""
    for scalar in text.unicodeScalars {
      let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
      if isPlain || scalar == "." || scalar == "-" {
        encoded.unicodeScalars.append(scalar)
      } else {
        encoded += "_" + String(scalar.value, radix: 16, uppercase: true) + "_"
      }
    }
    return encoded.isEmpty ? "_" : encoded
  }

  /// A number with at most four decimals, without exponent and whatever the locale.
  static func number(_ value: Double) -> String {
    precondition(value.isFinite && abs(value) < 1e12, "a drawing has finite coordinates")
    let scaled = Int((value * 10_000).rounded())
    let (whole, fraction) = scaled.magnitude.quotientAndRemainder(dividingBy: 10_000)
    let sign = scaled < 0 ? "-" : ""
    if fraction == 0 { return sign + String(whole) }
    let digits = String(fraction + 10_000).dropFirst()
    let kept = digits.prefix(through: digits.lastIndex { $0 != "0" }!)
    return "\(sign)\(whole).\(kept)"
  }

  /// Whether XML can hold the character: control characters other than tab and line breaks cannot be written.
  static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: true
    case 0..<0x20, 0x7F, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}
