/// Lays out a report for a terminal of a given width.
struct TerminalLayout {
  /// The columns of a line.
  var width = 100
  /// Whether headings are emphasised by colour codes.
  var showsColor = false

  private static let gap = 2
  private static let indent = 2
  private static let narrowestColumn = 12

  /// The text of a report; it ends with a new line.
  func text(of report: Report) -> String {
    var lines: [String] = []
    for block in report.blocks {
      let startsApart = !lines.isEmpty
      switch block {
      case .title(let title):
        let title = title.withoutControls
        lines += [
          TextStyle.bold.applied(to: title, when: showsColor),
          String(repeating: "=", count: min(width, title.displayWidth)),
        ]
      case .heading(let heading):
        if startsApart { lines.append("") }
        lines.append(TextStyle.bold.applied(to: heading.withoutControls, when: showsColor))
      case .paragraph(let text):
        lines += indented(text, by: Self.indent)
      case .list(let items):
        lines += items.flatMap { hanging($0, mark: "- ", by: Self.indent) }
      case .table(let table):
        lines += self.lines(of: table)
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func indented(_ text: String, by indent: Int) -> [String] {
    hanging(text, mark: "", by: indent)
  }

  private func hanging(_ text: String, mark: String, by indent: Int) -> [String] {
    let left = String(repeating: " ", count: indent)
    let rest = left + String(repeating: " ", count: mark.count)
    return text.withoutControls.wrapped(to: width - indent - mark.count).enumerated().map { number, line in
      (number == 0 ? left + mark : rest) + line
    }
  }

  private func lines(of table: Report.Table) -> [String] {
    var widths = columnWidths(of: table, gap: Self.gap)
    let isTight = Self.indent + widths.reduce(0, +) + Self.gap * (widths.count - 1) > width
    if isTight { widths = columnWidths(of: table, gap: 1) }
    let gap = isTight ? 1 : Self.gap
    let titles = table.columns.map(\.title)
    var lines: [String] = []
    if titles.contains(where: { !$0.isEmpty }) {
      lines += self.lines(of: titles, in: table.columns, widths, gap: gap)
        .map { TextStyle.dim.applied(to: $0, when: showsColor) }
    }
    for row in table.rows {
      lines += self.lines(of: row.cells, in: table.columns, widths, gap: gap)
      if let note = row.note { lines += indented(note, by: 3 * Self.indent) }
    }
    return lines
  }

  /// The natural widths of the columns; where they do not fit, columns of words give way, the widest first: down to their longest words, and only then further.
  private func columnWidths(of table: Report.Table, gap: Int) -> [Int] {
    let cells = table.columns.indices.map { column in
      [table.columns[column].title] + table.rows.map { $0.cells[column].withoutControls }
    }
    var widths = cells.map { $0.map(\.displayWidth).max() ?? 0 }
    let limit = width - Self.indent - gap * (widths.count - 1)
    let words = cells.map {
      $0.flatMap { $0.split(separator: " ") }.map { String($0).displayWidth }.max() ?? 0
    }
    for least in [words.map { max($0, Self.narrowestColumn) }, words.map { _ in Self.narrowestColumn }] {
      while widths.reduce(0, +) > limit {
        let shrinkable = widths.indices.filter {
          table.columns[$0].alignment == .left && widths[$0] > least[$0]
        }
        guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { break }
        widths[widest] -= 1
      }
    }
    return widths
  }

  private func lines(
    of cells: [String], in columns: [Report.Column], _ widths: [Int], gap: Int
  ) -> [String] {
    let wrapped = cells.indices.map { cells[$0].withoutControls.wrapped(to: widths[$0]) }
    let height = wrapped.map(\.count).max() ?? 0
    return (0..<height).map { line in
      let parts = cells.indices.map { column in
        (line < wrapped[column].count ? wrapped[column][line] : "")
          .padded(to: widths[column], columns[column].alignment)
      }
      let text = parts.joined(separator: String(repeating: " ", count: gap))
      return String(repeating: " ", count: Self.indent) + text.trimmingTrailingSpaces
    }
  }
}

extension String {
  fileprivate var trimmingTrailingSpaces: String {
    String(self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)])
  }
}
