/// Where something stands in the files of a scenario.
struct Place: Hashable, Sendable {
  /// The position of the file among the files that were read.
  var source: Int

  /// The line, counted from 1.
  var line: Int

  /// The column, counted from 1 in Unicode scalars.
  var column: Int

  /// The first character of a file.
  static func start(of source: Int) -> Place {
    Place(source: source, line: 1, column: 1)
  }
}

extension Place: Comparable {
  static func < (left: Place, right: Place) -> Bool {
    (left.source, left.line, left.column) < (right.source, right.line, right.column)
  }
}
