/// Draws DOT text with the Graphviz library.
///
///     let svg = try GraphvizRenderer().render("digraph g { a -> b }", engine: .dot, format: .svg)
///
/// The same text, engine and format give the same bytes, in any process and after any other rendering; only fonts
/// and the release of Graphviz may change them. Graphviz is not re-entrant, so renderings take turns, whatever
/// thread or task they come from. Nothing is printed: what Graphviz has to say becomes a ``RenderingError``.
///
/// The text is the program's, not the user's. Graphviz escapes labels and names, but it writes font names and links
/// into SVG as they are, and reads the files that `image` names.
public struct GraphvizRenderer: Hashable, Sendable {
  /// The greatest number of nodes that is laid out.
  ///
  /// Graphviz walks graphs recursively, and overflows the stack some way above 10,000 nodes.
  public let nodeLimit: Int

  /// Creates a renderer that accepts graphs of at most `nodeLimit` nodes.
  public init(nodeLimit: Int = 5_000) {
    self.nodeLimit = nodeLimit
  }

  /// Lays out and draws the one graph in a DOT text.
  ///
  /// - Parameters:
  ///   - dot: one named graph.
  ///   - engine: what places the nodes.
  ///   - format: what the drawing is written as.
  ///   - tolerated: parts of messages. A warning that contains one of them is dropped; any other warning is an
  ///     error, because it means that the drawing is not what the text asks for.
  /// - Returns: the drawing as bytes: UTF-8 text for all formats but PNG and PDF.
  /// - Throws: ``RenderingError``. The next rendering is not touched by the failure of this one.
  /// - Complexity: that of the engine. For `pinned`, routing with `splines=spline` is cubic in the number of nodes
  ///   (seconds above 100), with `ortho` about quadratic, and with `line` linear in the edges.
  public func render(
    _ dot: String, engine: LayoutEngine, format: OutputFormat, ignoring tolerated: [String] = []
  ) throws(RenderingError) -> [UInt8] {
    if let dpi = format.resolution, !OutputFormat.resolutions.contains(dpi) {
      throw .resolutionOutOfRange(dpi)
    }
    if dot.utf8.contains(0) { throw .nulCharacter }
    let job = GraphvizLibrary.Job(
      text: dot, engine: engine, format: format, nodeLimit: nodeLimit, tolerated: tolerated)
    let drawing = try GraphvizLibrary.run(job)
    return switch format {
    case .svg: ReproducibleOutput.withoutVersionComment(svg: drawing)
    case .pdf: ReproducibleOutput.withFixedDate(pdf: drawing)
    default: drawing
    }
  }
}
