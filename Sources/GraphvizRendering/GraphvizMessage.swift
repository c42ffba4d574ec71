/// One message of the Graphviz library, which would otherwise stand on the standard error stream.
public struct GraphvizMessage: Hashable, Sendable, CustomStringConvertible {
  /// How bad Graphviz thinks it is.
  public enum Level: String, Hashable, Sendable {
    /// The drawing is wrong or absent.
    case error
    /// The drawing is not what the text asked for: an unknown colour, a route that could not be found.
    case warning
  }

  /// How bad Graphviz thinks it is.
  public let level: Level
  /// What Graphviz says, without the level and the line break at its end.
  public let text: String

  /// Creates a message.
  public init(level: Level, text: String) {
    self.level = level
    self.text = text
  }

  /// The message as Graphviz would print it.
  public var description: String { "\(level.rawValue): \(text)" }

  /// The line that the message names, as in "syntax error in line 7 near ']'", or nil.
  var line: Int? {
    let mark = Array(" in line ")
    let characters = Array(text)
    for start in characters.indices where characters[start...].starts(with: mark) {
      return Int(String(characters[(start + mark.count)...].prefix(while: \.isWholeNumber)))
    }
    return nil
  }

  /// Joins the pieces in which the library reports to its error callback.
  ///
  /// A message starts with the piece "Error" or "Warning" and the piece ": "; what follows belongs to it until the
  /// next start, because the library adds continuation lines as pieces of their own. A message that is given twice
  /// is kept once: the library repeats itself for each pass over a node.
  static func messages(from pieces: [String]) -> [GraphvizMessage] {
    var levels: [Level] = []
    var texts: [String] = []
    var index = 0
    while index < pieces.count {
      let starts = index + 1 < pieces.count && pieces[index + 1] == ": "
      if starts, let level = Level(rawValue: pieces[index].lowercased()) {
        levels.append(level)
        texts.append("")
        index += 2
        continue
      }
      if texts.isEmpty {
        levels.append(.error)
        texts.append("")
      }
      texts[texts.count - 1] += pieces[index]
      index += 1
    }
    var kept: [GraphvizMessage] = []
    for (level, text) in zip(levels, texts) {
      let message = GraphvizMessage(level: level, text: trimmed(text))
      if !kept.contains(message) { kept.append(message) }
    }
    return kept
  }

  private static func trimmed(_ text: String) -> String {
    let start = text.drop(while: \.isWhitespace)
    let end = start.lastIndex { !$0.isWhitespace } ?? start.startIndex
    return start.isEmpty ? "" : String(start[...end])
  }
}
