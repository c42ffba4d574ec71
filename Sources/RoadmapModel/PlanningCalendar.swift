/// The periods of a plan: weeks, counted from the day on which planning starts.
public struct PlanningCalendar: Hashable, Sendable {
  /// The first day of period 0.
  public var start: CivilDate
  /// The number of periods; money is counted until the end of the last one.
  public var periodCount: Int

  /// The days of a period.
  public static let daysPerPeriod = 7
  /// The mean number of periods in a year.
  public static let periodsPerYear = 365.25 / 7
  /// The mean number of periods in a month.
  public static let periodsPerMonth = periodsPerYear / 12
  /// The most periods that a calendar may have: thirty years.
  public static let periodLimit = 1_566

  /// A calendar that starts on a day and has so many weeks.
  public init(start: CivilDate, periodCount: Int) {
    self.start = start
    self.periodCount = periodCount
  }

  /// The first day of a period.
  public func date(of period: Period) -> CivilDate {
    start.advanced(by: period.index * Self.daysPerPeriod)
  }

  /// The day after the last period.
  public var end: CivilDate { date(of: Period(periodCount)) }

  /// The periods of the calendar.
  public var periods: Range<Period> { Period(0)..<Period(periodCount) }

  /// The period in which a day lies; negative before the start.
  public func period(containing date: CivilDate) -> Period {
    let days = start.distance(to: date)
    let week = Self.daysPerPeriod
    return Period(days >= 0 ? days / week : -((-days + week - 1) / week))
  }

  /// The first period that begins on a day or later.
  public func firstPeriod(onOrAfter date: CivilDate) -> Period {
    let period = period(containing: date)
    return self.date(of: period) < date ? period.advanced(by: 1) : period
  }

  /// Whether a period of the calendar begins within some days, both included.
  public func hasPeriod(from: CivilDate, through: CivilDate) -> Bool {
    let first = max(firstPeriod(onOrAfter: from), Period(0))
    return first < periods.upperBound && date(of: first) <= through
  }

  /// The last period that begins on a day or earlier.
  public func lastPeriod(onOrBefore date: CivilDate) -> Period {
    period(containing: date)
  }
}
