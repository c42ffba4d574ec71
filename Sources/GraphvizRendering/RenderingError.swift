/// Why a text could not be drawn.
public enum RenderingError: Error, Hashable, Sendable {
  /// The text is empty or holds only blanks and comments.
  case noGraph
  /// The text holds the character U+0000, which would end it early.
  case nulCharacter
  /// The text is not DOT; `line` counts from 1.
  case syntax(line: Int, message: String)
  /// Something other than blanks and comments follows the closing brace of the graph.
  case textAfterGraph
  /// The graph has no name; a drawing's title would then depend on what was drawn before it.
  case unnamedGraph
  /// The graph has more nodes than the renderer accepts.
  case tooManyNodes(count: Int, limit: Int)
  /// A fill or background colour holds a semicolon, which makes some releases of Graphviz crash.
  case colorWithSemicolon(String)
  /// The bitmap's resolution is outside ``OutputFormat/resolutions``.
  case resolutionOutOfRange(Int)
  /// The bitmap would have more pixels than can be drawn.
  case imageTooLarge(width: Int, height: Int)
  /// Graphviz could not draw the graph, or could not draw it as asked.
  case graphviz([GraphvizMessage])
}

extension RenderingError: CustomStringConvertible {
  /// What is wrong and what to do about it, in one sentence or two.
  public var description: String {
    switch self {
    case .noGraph:
      "The text holds no graph. Write one, for example: digraph roadmap { a -> b }"
    case .nulCharacter:
      "The text holds the character U+0000. Remove it."
    case .syntax(let line, let message):
      "Line \(line) is not DOT: \(message)."
    case .textAfterGraph:
      "There is text after the closing brace of the graph. Render one graph at a time."
    case .unnamedGraph:
      "The graph has no name. Name it, for example: digraph roadmap { ... }"
    case .tooManyNodes(let count, let limit):
      "The graph has \(count) nodes, and at most \(limit) can be laid out. Draw a part of it."
    case .colorWithSemicolon(let color):
      "The colour \"\(color)\" holds a semicolon. Write it as #RRGGBB."
    case .resolutionOutOfRange(let dpi):
      "\(dpi) dots per inch is not between \(OutputFormat.resolutions.lowerBound) and "
        + "\(OutputFormat.resolutions.upperBound)."
    case .imageTooLarge(let width, let height):
      "The image would have \(width) by \(height) pixels. Ask for fewer dots per inch, or for SVG or PDF."
    case .graphviz(let messages):
      "Graphviz could not draw the graph as asked: "
        + messages.map(\.description).joined(separator: "; ")
    }
  }
}
