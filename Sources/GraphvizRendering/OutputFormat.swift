/// What a rendering is written as.
public enum OutputFormat: Hashable, Sendable {
  /// Scalable vector graphics, with text as text.
  case svg

  /// A bitmap at so many dots per inch, ``resolutions`` at most; 96 gives the size that browsers give the SVG.
  case png(dpi: Int = 96)

  /// A one-page document whose text can be searched.
  case pdf

  /// The DOT text with the positions that the layout gave.
  case dot

  /// The DOT text in canonical order and quoting, without positions.
  case canonicalDOT

  /// Geometry as lines of words, in inches; meant for tests and scripts.
  case plain

  /// The graph, its attributes and positions as JSON.
  case json

  /// The resolutions that ``png(dpi:)`` may ask for.
  public static let resolutions = 24...1_200

  /// The name that Graphviz knows the format by.
  var graphvizName: String {
    switch self {
    case .svg: "svg"
    case .png: "png"
    case .pdf: "pdf"
    case .dot: "dot"
    case .canonicalDOT: "canon"
    case .plain: "plain"
    case .json: "json0"
    }
  }

  /// The resolution that the format asks for, or nil if it has no pixels.
  var resolution: Int? {
    if case .png(let dpi) = self { dpi } else { nil }
  }
}
