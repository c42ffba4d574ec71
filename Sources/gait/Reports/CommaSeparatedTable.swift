/// A table for spreadsheets and scripts: comma-separated values as in RFC 4180.
struct CommaSeparatedTable {
  /// What stands in a cell.
  enum Cell: Hashable, Sendable {
    /// Words, which a spreadsheet must not take for a formula.
    case text(String)
    /// A number that the tool has written itself.
    case number(String)
    /// Nothing.
    case empty
  }

  /// The names of the columns.
  var columns: [String]
  /// One cell for each column.
  var rows: [[Cell]]

  /// The table as text, with the line ends of the standard.
  var text: String {
    ([columns.map(Cell.text)] + rows)
      .map { row in row.map(Self.written).joined(separator: ",") + "\r\n" }
      .joined()
  }

  private static func written(_ cell: Cell) -> String {
    switch cell {
    case .empty: ""
    case .number(let digits): digits
    case .text(let text): quoted(harmless(text))
    }
  }

  /// A text that no spreadsheet takes for a formula.
  ///
  /// Spreadsheets run what begins with `=`, `+`, `-` or `@`, even inside quotes; an apostrophe before it makes it text (OWASP, CSV injection).
  private static func harmless(_ text: String) -> String {
    let start = text.unicodeScalars.first { $0 != " " }
    guard let start, "=+-@\t\r\n\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(start) else {
      return text
    }
    return "'" + text
  }

  private static func quoted(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result += scalar == "\"" ? [scalar, scalar] : [scalar]
    }
    return "\"\(String(result))\""
  }
}
