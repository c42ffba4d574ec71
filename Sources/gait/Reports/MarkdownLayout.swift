/// Lays out a report as CommonMark with the tables of GitHub.
///
/// Everything in a report is plain text, so that a name such as `*new*` or `<script>` is shown and not obeyed.
struct MarkdownLayout {
  /// The heading of the column that holds the remarks on rows.
  var noteTitle = ""

  /// The Markdown text of a report; it ends with a new line.
  func text(of report: Report) -> String {
    report.blocks.map { text(of: $0) + "\n" }.joined(separator: "\n")
  }

  private func text(of block: Report.Block) -> String {
    switch block {
    case .title(let title): "# " + Self.escaped(title)
    case .heading(let heading): "## " + Self.escaped(heading)
    case .paragraph(let text): Self.escaped(text)
    case .list(let items): items.map { "- " + Self.escaped($0) }.joined(separator: "\n")
    case .table(let table): text(of: table)
    }
  }

  private func text(of table: Report.Table) -> String {
    let hasNotes = table.rows.contains { $0.note != nil }
    var titles = table.columns.map(\.title)
    var rules = table.columns.map { $0.alignment == .left ? "---" : "--:" }
    if hasNotes {
      titles.append(noteTitle)
      rules.append("---")
    }
    let rows = table.rows.map { row in
      line(of: (row.cells + (hasNotes ? [row.note ?? ""] : [])).map(Self.escaped))
    }
    return ([line(of: titles.map(Self.escaped)), line(of: rules)] + rows).joined(separator: "\n")
  }

  private func line(of cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }

  /// A text in which no character has a meaning in Markdown or HTML.
  ///
  /// A backslash before punctuation is always that punctuation (CommonMark 0.31, section 2.4). Hyphens and full stops mean something
  /// only at the start of a line, where they would begin a list. It works on scalars, as readers of Markdown do: a mark that is followed by
  /// a combining character is still a mark.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    let scalars = Array(text.withoutControls.unicodeScalars)
    for (place, scalar) in scalars.enumerated() {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\\", "`", "*", "_", "[", "]", "#", "|", "~", "!", "$": result += ["\\", scalar]
      case "-", "+", "=": result += result.isEmpty ? ["\\", scalar] : [scalar]
      case ".", ")":
        // A number of a list is followed by a space; one with decimals is left as it is.
        let endsWord = place + 1 == scalars.count || scalars[place + 1] == " "
        result += endsWord && isNumber(result) ? ["\\", scalar] : [scalar]
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  private static func isNumber(_ text: String.UnicodeScalarView) -> Bool {
    !text.isEmpty && text.allSatisfy { "0"..."9" ~= $0 }
  }
}
