/// Encodes text for Mermaid, so that no text can be anything but text.
enum MermaidText {
  /// A text on one line for titles, sections and tasks of a Gantt chart, in which there is no way to quote: what has a meaning there
  /// becomes a look-alike or goes away.
  static func plain(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case ":": result.unicodeScalars.append("\u{A789}")
      case ";", ",": result += "\u{201A}"
      case "#": result += "\u{FF03}"
      case "<": result += "\u{2039}"
      case ">": result += "\u{203A}"
      case "%": result += "\u{FF05}"
      default: result.unicodeScalars.append(isControl(scalar) ? " " : scalar)
      }
    }
    let words = result.split(separator: " ").joined(separator: " ")
    return words.isEmpty ? "\u{2026}" : words
  }

  /// A text in quotes, with entities for what has a meaning in them.
  static func quoted(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "#", "&", "<", ">", ";", "`", "\\": result += "#\(scalar.value);"
      default: result.unicodeScalars.append(isControl(scalar) ? " " : scalar)
      }
    }
    return "\"\(result)\""
  }

  /// A name of letters, digits and hyphens that Mermaid does not take for one of its words.
  static func name(_ text: String) -> String {
    var result = "n-"
    for scalar in text.unicodeScalars {
      let isPlain =
        scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "-")
      result += isPlain ? String(scalar) : "_\(String(scalar.value, radix: 16))_"
    }
    return result
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate: true
    default: false
    }
  }
}
