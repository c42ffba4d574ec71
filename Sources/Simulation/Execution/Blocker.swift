/// What keeps an activity that has its prerequisites from starting in a week.
enum Blocker: Hashable, Sendable {
  /// A KPI has not reached its level.
  case trigger
  /// It would go live in a freeze window.
  case freeze
  /// There is no money for it.
  case money
  /// A team, or the limit of work in progress.
  case resource(Int)
  /// It would not be live before the calendar ends.
  case calendar

  /// The place among the counters of waits; that of ``calendar`` is not counted.
  var index: Int {
    switch self {
    case .trigger: 0
    case .freeze: 1
    case .money: 2
    case .calendar: 3
    case .resource(let resource): Self.prerequisite + 1 + resource
    }
  }

  /// The counter of weeks by which prerequisites were met later than planned.
  static let prerequisite = 3

  /// The number of counters.
  static func count(_ resources: Int) -> Int { prerequisite + 1 + resources }
}
