import RoadmapModel

/// The map from days to places, and the years, quarters and months that the header names.
struct TimeAxis: Sendable {
  /// A year, quarter or month, as far as it lies on the axis.
  struct Cell: Hashable, Sendable {
    /// The first day of the whole year, quarter or month.
    let date: CivilDate
    let minX: Double
    let maxX: Double

    var width: Double { maxX - minX }
    var midX: Double { (minX + maxX) / 2 }
  }

  /// The first day.
  let start: CivilDate
  /// The day after the last one.
  let end: CivilDate
  /// The place of the first day.
  let originX: Double
  /// The width of a day, in points.
  let pointsPerDay: Double

  /// An axis of a given width; it covers at least one day.
  init(from start: CivilDate, until end: CivilDate, originX: Double, width: Double) {
    self.start = start
    self.end = max(end, start.advanced(by: 1))
    self.originX = originX
    self.pointsPerDay = width / Double(start.distance(to: self.end))
  }

  /// The place of the beginning of a day, which may lie outside the axis.
  func x(of date: CivilDate) -> Double {
    originX + Double(start.distance(to: date)) * pointsPerDay
  }

  /// The place of the end of the axis.
  var endX: Double { x(of: end) }

  /// The places of its first day and its end.
  var span: ClosedRange<Double> { originX...max(originX, endX) }

  /// The weeks, from Monday on.
  var weeks: [Cell] {
    var cells: [Cell] = []
    var from = start.startOfWeek
    while from < end {
      let next = from.advanced(by: 7)
      cells.append(Cell(date: from, minX: x(of: max(from, start)), maxX: x(of: min(next, end))))
      from = next
    }
    return cells
  }

  /// Whether the header can name the months.
  var hasRoomForMonths: Bool { pointsPerDay * 28 >= RoadmapMeasures.leastMonth }

  var years: [Cell] { cells(ofMonths: 12) }
  var quarters: [Cell] { cells(ofMonths: 3) }
  var months: [Cell] { cells(ofMonths: 1) }

  private func cells(ofMonths count: Int) -> [Cell] {
    var cells: [Cell] = []
    var from = start.startOfMonth(addingMonths: -((start.month - 1) % count))
    while from < end {
      let next = from.startOfMonth(addingMonths: count)
      cells.append(Cell(date: from, minX: x(of: max(from, start)), maxX: x(of: min(next, end))))
      from = next
    }
    return cells
  }

  /// The first day of the quarter after the one in which a day lies.
  static func endOfQuarter(of date: CivilDate) -> CivilDate {
    date.startOfMonth(addingMonths: 3 - (date.month - 1) % 3)
  }
}

extension CivilDate {
  /// The first day of the quarter in which the day lies.
  var startOfQuarter: CivilDate { startOfMonth(addingMonths: -((month - 1) % 3)) }

  /// The Monday of the week in which the day lies.
  var startOfWeek: CivilDate { advanced(by: -weekday) }

  /// The number of the week in which the day lies, by ISO 8601: the week belongs to the year of its Thursday.
  var isoWeek: Int {
    let thursday = startOfWeek.advanced(by: 3)
    let firstDay = thursday.startOfMonth(addingMonths: 1 - thursday.month)
    return firstDay.distance(to: thursday) / 7 + 1
  }

  /// The number of days since Monday; the first day of 1970 was a Thursday.
  private var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 }
}
