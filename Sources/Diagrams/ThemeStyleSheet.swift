extension Theme {
  /// A style sheet that gives a drawing in this theme the colours of another one where readers have set their screens to dark.
  ///
  /// The drawing keeps its colours as attributes, for whatever reads no style sheets; each rule names such a colour and what it is used
  /// for, because ground and writing change places.
  func styleSheet(dark: Theme) -> String {
    let rules = rules(for: dark).map { "  \($0)" }.joined(separator: "\n")
    return """
      text { font-family: Helvetica, Arial, "Liberation Sans", "DejaVu Sans", sans-serif; }
      @media (prefers-color-scheme: dark) {
      \(rules)
      }

      """
  }

  /// The style sheet of a drawing that keeps its colours whatever the reader prefers.
  static let fixedStyleSheet =
    "text { font-family: Helvetica, Arial, \"Liberation Sans\", \"DejaVu Sans\", sans-serif; }\n"

  /// What a colour is used for.
  private enum Use: String {
    case writing = "text[fill=%]{fill:%}"
    case ground = ":not(text)[fill=%]{fill:%}"
    case line = "[stroke=%]{stroke:%}"
  }

  private func rules(for dark: Theme) -> [String] {
    colors(with: dark).compactMap { use, from, to in
      guard from != to else { return nil }
      var parts = use.rawValue.split(separator: "%", omittingEmptySubsequences: false).map(String.init)
      parts.insert("\"\(from.hex.lowercased())\"", at: 1)
      parts.insert(to.hex.lowercased(), at: 3)
      return parts.joined()
    }
  }

  /// The colours of this theme beside those of another, by use, each once.
  private func colors(with other: Theme) -> [(use: Use, from: Color, to: Color)] {
    let plain: [(Color, Color)] = [(text, other.text), (mutedText, other.mutedText)]
    let strokes: [(Color, Color)] = [
      (lines.dependency, other.lines.dependency), (lines.critical, other.lines.critical),
      (lines.added, other.lines.added), (lines.moved, other.lines.moved), (lines.spare, other.lines.spare),
    ]
    let outlines = zip(swatches, other.swatches).map { ($0.line, $1.line) }
    let grounds =
      [(background, other.background)] + Array(zip(stageBands, other.stageBands))
      + Array(zip(stageHeadings, other.stageHeadings))
    let grid = [(lines.grid, other.lines.grid)]
    var seen: Set<String> = []
    return [
      (Use.writing, plain + strokes + outlines),
      // The heads of arrows and marks are filled in the colours of lines and of writing.
      (Use.ground, grounds + grid + plain + strokes),
      (Use.line, plain + strokes + outlines + grounds + grid),
    ].flatMap { use, pairs in
      pairs.filter { seen.insert("\(use) \($0.0.hex)").inserted }.map { (use, $0.0, $0.1) }
    }
  }
}
