/// A report as blocks, before it is laid out for a terminal or as Markdown.
///
/// The text of a block is plain: a layout escapes what has a meaning in its own form.
struct Report: Hashable, Sendable {
  /// A part of a report.
  enum Block: Hashable, Sendable {
    /// The title of the whole.
    case title(String)
    /// The heading of a section.
    case heading(String)
    /// Text that is wrapped.
    case paragraph(String)
    /// Points, one below the other.
    case list([String])
    /// Rows and columns.
    case table(Table)
  }

  /// Rows and columns.
  struct Table: Hashable, Sendable {
    /// The headings, from left to right.
    var columns: [Column]
    /// The rows, from top to bottom.
    var rows: [Row]
  }

  /// The heading of a column and the side that its cells keep to.
  struct Column: Hashable, Sendable {
    /// The side that cells keep to.
    enum Alignment: Hashable, Sendable {
      case left
      case right
    }

    var title: String
    var alignment: Alignment

    /// A column of words.
    static func text(_ title: String) -> Column { Column(title: title, alignment: .left) }
    /// A column of numbers.
    static func number(_ title: String) -> Column { Column(title: title, alignment: .right) }
  }

  /// The cells of a row, and what is to be said about all of them.
  struct Row: Hashable, Sendable {
    var cells: [String]
    /// A remark on the row, which stands below it or in a column of its own.
    var note: String?

    init(_ cells: [String], note: String? = nil) {
      self.cells = cells
      self.note = note
    }
  }

  /// The parts, from top to bottom.
  var blocks: [Block]

  init(_ blocks: [Block] = []) {
    self.blocks = blocks
  }

  /// Adds a section, unless it has nothing in it.
  mutating func section(_ heading: String, _ content: [Block]) {
    guard !content.isEmpty else { return }
    blocks.append(.heading(heading))
    blocks += content
  }
}
