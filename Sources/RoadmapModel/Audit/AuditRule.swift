/// The rules that every plan keeps; the raw value is the stable name of the rule.
///
/// The documentation of the cases is the definition of a feasible plan. `T` is the number of periods of the calendar; a capability is *in
/// work* from its start until the period before its finish, and *live* from its finish on; what is live today has been live for ever.
/// A requirement is taken without its members that are not applicable (``Roadmap/applicable(_:)``), and a member counts from the
/// earliest go-live among itself and the capabilities that provide it (``Roadmap/standIns(for:)``).
public enum AuditRule: String, Hashable, Sendable, CaseIterable, Codable {
  // What is built
  /// What is built is a capability of the roadmap.
  case unknownCapability = "unknown-capability"
  /// What is built is neither live today nor not applicable.
  case notPlannable = "not-plannable"
  /// What is excluded by a decision is not built.
  case excluded
  /// What is built has at least the minimum score of every alternative that it belongs to.
  case minimumScore = "minimum-score"
  /// What is forced or pinned, or to be live by a day, is built.
  case decided
  /// What is in progress today is built and starts in period 0; its prerequisites, stage gate and trigger are not asked for.
  case inProgress = "in-progress"
  /// Every demand of the stages up to the target is met at the end of the calendar.
  case stageDemand = "stage-demand"
  /// Of an alternative, at most one member is live at the end; with choice `one` exactly one, unless no member is applicable.
  case alternative

  // When it is built
  /// Work starts in `0..<T`, and the finish, the start plus the planned duration, is at most `T`.
  case outsideCalendar = "outside-calendar"
  /// At the start, at least so many members of every prerequisite have been live for its lag: `live + lag <= start`.
  case prerequisite
  /// What is built can be put into an order in which everything waits only for what comes before it.
  ///
  /// Dates alone do not ensure that: two capabilities without work could each wait for the other in the same period.
  case circularWait = "circular-wait"
  /// With strict stage gates, all stages below that of the capability have been reached at its start.
  case stageGate = "stage-gate"
  /// The trigger has been reached at the start, in the simulated path of this plan.
  case trigger
  /// The path of a plan in which a capability has a trigger is known.
  case triggerWithoutPath = "trigger-without-path"
  /// A pinned capability starts in the period that contains the day.
  case pin
  /// Work starts in a period that begins on the day of `notBefore` or later.
  case notBefore = "not-before"
  /// The first live day is not later than the day of `liveBy`.
  case liveBy = "live-by"
  /// The first day of the period in which the target stage is reached is not later than its deadline.
  case deadline
  /// The first live day lies in no freeze window; this holds for capabilities without work too.
  case freeze

  // What it takes
  /// In every period, what is in work needs no more people of a team than it has on the first day of the period.
  case teamCapacity = "team-capacity"
  /// In every period, no more capabilities than the limit are in work.
  case workInProgress = "work-in-progress"
  /// The one-off costs stay within the budget.
  ///
  /// The cost of the i-th week of work counts in the i-th period after the start, that of a capability without work in the period of its
  /// start; a period belongs to the window that contains its first day. With carry-over, the costs up to each period are at
  /// most the amounts of the windows that have begun by its first day. Without, the costs in each window are at most its
  /// amount, and there are none outside the windows.
  case budget

  // What the plan says of itself
  /// Every capability that is neither live nor not applicable stands in exactly one of the plan's two lists, once, and nothing else does.
  case listedOnce = "listed-once"
  /// The finish period of an entry is its start period plus the planned duration.
  case finishPeriod = "finish-period"
  /// The dates of an entry are those of its periods in the calendar.
  case entryDates = "entry-dates"
  /// The one-off cost of an entry is the planned one.
  case entryCost = "entry-cost"
  /// The stages that are reached are listed, from the lowest, with their periods and days, and no others.
  case stageDates = "stage-dates"
  /// The windows are those of the budget, with what is available and spent in each.
  ///
  /// What is spent are the costs of the periods that begin in the window. What is available is the amount of the window and, with
  /// carry-over, the amounts of all earlier windows minus the costs of all periods that begin before the window.
  case budgetUse = "budget-use"
  /// The quarters do not overlap, and the one-off costs of each are those of the periods that begin in it; together they are all costs.
  case quarterMoney = "quarter-money"
  /// Every team is listed once with its load: needed over available people, in the periods before the last finish of anything in work.
  case teamUse = "team-use"
  /// The net present value is the weighted impact and scores minus the weighted cost, and the first-year cost that of what is built, to rounding.
  case worth
  /// The plan is not better than its bound, the gap is the distance between the two, and it is zero for a plan that is called optimal.
  case bound
}
