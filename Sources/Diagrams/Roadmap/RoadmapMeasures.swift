/// The sizes of a roadmap, in points.
enum RoadmapMeasures {
  /// The height of a bar, which holds two lines of a label.
  static let rowHeight = 26.0
  /// The height of the channel between two rows, in which arrows run.
  static let rowGap = 16.0
  /// The room above the first and below the last row of a lane.
  static let lanePadding = 10.0
  /// The room between two lanes.
  static let laneGap = 6.0
  /// The width of the column that names the lanes.
  static let laneNameWidth = 128.0
  /// The room between the names of the lanes and the first day, for arrows that enter bars there.
  static let axisInset = 20.0
  /// The room between a bar and a label to the right of it, in which arrows leave the bar.
  static let labelOffset = 12.0
  /// The room between a label to the left of a bar and the bar, in which arrows turn to enter it.
  static let labelOffsetLeft = 17.0
  /// How much farther off a label may stand to keep clear of a line.
  static let labelShift = 24.0
  /// How much farther off it may stand where it has no other place.
  static let farLabelShift = 30.0
  /// The room below a row for the ranges of a forecast.
  static let rangeRoom = 7.0
  /// The least height of a strip that shows a load.
  static let loadStrip = 30.0
  /// The least width of a week that is named.
  static let leastWeek = 15.0
  /// The least room between what is in one row, in which six arrows pass side by side.
  static let itemGap = 30.0
  /// The room between the border of a bar and its label.
  static let barPadding = 6.0
  /// The width of a bar whose work takes no time.
  static let leastBarWidth = 5.0
  /// The widths that a label beside its bar is wrapped to, the first that holds it on two lines.
  static let labelWidths = [64.0, 80, 96, 112, 128, 144, 160]
  /// The height of a row of years, quarters or months.
  static let headerRow = 17.0
  /// The height of the strip that names the stages.
  static let stageStrip = 20.0
  /// The height of a row of milestones.
  static let milestoneRow = 17.0
  /// Half the diagonal of a milestone's diamond.
  static let diamond = 5.5
  /// The height of a row of money.
  static let moneyRow = 17.0
  /// The left side of the names of money and loads.
  static let moneyInset = 14.0
  /// The distance of the lines of the hatching.
  static let hatchPitch = 9.0
  /// The widths of the axis that are tried, from the narrowest.
  static let axisWidths = Array(stride(from: 680.0, through: 2_400, by: 40))
  /// The least width of a quarter, in which its name and its money have room.
  static let leastQuarter = 52.0
  /// The least width of a month that is named.
  static let leastMonth = 26.0
  /// The ratio of width to height that is aimed at.
  static let aspect = 1.6
}
