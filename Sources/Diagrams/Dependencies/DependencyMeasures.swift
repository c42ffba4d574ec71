/// The sizes of the view of dependencies, in points.
enum DependencyMeasures {
  /// The width of a capability's box.
  static let boxWidth = 136.0
  /// The least height of a box.
  static let leastBoxHeight = 42.0
  /// The most lines of a name in a box.
  static let nameLines = 3
  /// The room between the border of a box and its text.
  static let boxPadding = 6.0
  /// The height of the channel between two rows, in which arrows run.
  static let rowGap = 24.0
  /// The room between two columns, in which arrows run from row to row.
  static let gutter = 56.0
  /// The room that a junction before a box takes in the gutter.
  static let junctionRoom = 44.0
  /// The height of a junction.
  static let junctionHeight = 15.0
  /// The room between a junction and what stands to the right of it.
  static let junctionOffset = 16.0
  /// The height of a stage's heading.
  static let stageStrip = 22.0
  /// The room between two stages, beside the gutter.
  static let stageGap = 10.0
  /// The room between the boxes of an alternative and its frame.
  static let framePadding = 5.0
  /// The height of the name above an alternative's boxes.
  static let frameTitle = 12.0
  /// The ratio of width to height that is aimed at.
  static let aspect = 1.7
  /// The rounds in which boxes are moved towards their neighbours.
  static let sweeps = 6
}
