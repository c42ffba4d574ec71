/// The sizes of the view of dependencies, in points.
enum DependencyMeasures {
  /// The width of a capability's box.
  static let boxWidth = 136.0
  /// The least height of a box.
  static let leastBoxHeight = 42.0
  /// The most lines of a name in a box.
  static let nameLines = 3
  /// The most lines in a box for what it needs elsewhere, and for what it leads to there.
  static let elsewhereLines = 3
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
  /// The ratio and the width from which a drawing is a strip, and its columns are put into several bands.
  static let stripAspect = 3.5
  static let stripWidth = 2_000.0
  /// The room between two bands: a channel for arrows, and the headings of the stages.
  static let bandGap = 40.0 + stageStrip
  /// The most room beside the bands for arrows from one to another.
  static let mostCorridor = 160.0
  /// The rounds in which boxes are moved towards their neighbours.
  static let sweeps = 6
}
