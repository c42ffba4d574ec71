/// The money for one-off costs, by windows of time.
///
/// Running costs are not paid from it: they lower the value of a plan instead.
public struct Budget: Hashable, Sendable {
  /// How often new money comes.
  public enum Cycle: String, Hashable, Sendable, CaseIterable {
    /// Every calendar month.
    case month
    /// Every calendar quarter.
    case quarter
    /// Every calendar year.
    case year
    /// Once, at the start.
    case once
  }

  /// Money for the days of a window.
  public struct Window: Hashable, Sendable {
    /// The first day.
    public var from: CivilDate
    /// The last day.
    public var through: CivilDate
    /// The new money.
    public var amount: Money

    /// Money for the days from one to another, both included.
    public init(from: CivilDate, through: CivilDate, amount: Money) {
      self.from = from
      self.through = through
      self.amount = amount
    }
  }

  /// The windows, in the order of their days and without overlap.
  ///
  /// A cost in a week counts in the window in which the week begins; a week that begins outside all windows can be paid only from
  /// money that was carried over.
  public var windows: [Window]
  /// Whether money that is left at the end of a window may be spent later.
  public var carriesOver: Bool

  /// A budget with given windows.
  public init(windows: [Window], carriesOver: Bool) {
    self.windows = windows
    self.carriesOver = carriesOver
  }

  /// The same amount in every month, quarter or year of a calendar, or once for all of it.
  ///
  /// The window in which the calendar starts has the whole amount, whatever its part before the start.
  public init(every cycle: Cycle, amount: Money, carriesOver: Bool, in calendar: PlanningCalendar) {
    let last = calendar.end.advanced(by: -1)
    var windows: [Window] = []
    var from = calendar.start
    while from <= last {
      let next = Self.end(of: cycle, from: from) ?? calendar.end
      windows.append(Window(from: from, through: min(next.advanced(by: -1), last), amount: amount))
      from = next
    }
    self.init(windows: windows, carriesOver: carriesOver)
  }

  private static func end(of cycle: Cycle, from date: CivilDate) -> CivilDate? {
    let month = date.month
    return switch cycle {
    case .month: date.startOfMonth(addingMonths: 1)
    case .quarter: date.startOfMonth(addingMonths: 3 - (month - 1) % 3)
    case .year: date.startOfMonth(addingMonths: 13 - month)
    case .once: nil
    }
  }
}
