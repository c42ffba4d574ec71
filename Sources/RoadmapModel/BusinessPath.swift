/// The simulated KPIs of a shop, period by period.
public struct BusinessPath: Hashable, Sendable {
  /// One value for each period, by KPI in the order of ``KPI/allCases``; flows are per period, churn and reorder rate per month.
  private var columns: [[Double]]

  /// A path in which every KPI is zero in all periods.
  public init(periodCount: Int) {
    columns = KPI.allCases.map { _ in [Double](repeating: 0, count: periodCount) }
  }

  /// The values of a KPI in all periods.
  public subscript(kpi: KPI) -> [Double] {
    get { columns[Self.column(of: kpi)] }
    set { columns[Self.column(of: kpi)] = newValue }
  }

  /// The number of periods.
  public var periodCount: Int { columns[0].count }

  /// The value of a KPI in a period, in the unit in which trigger levels are written: flows are per month.
  public func level(of kpi: KPI, in period: Period) -> Double {
    let value = columns[Self.column(of: kpi)][period.index]
    return kpi.isFlow ? value * PlanningCalendar.periodsPerMonth : value
  }

  /// The first period in which every condition of a trigger has been reached; nil when that never happens.
  public func firstPeriod(reaching trigger: Trigger) -> Period? {
    var latest = Period(0)
    for condition in trigger.conditions {
      let reached = (0..<periodCount).first { period in
        condition.holds(for: level(of: condition.kpi, in: Period(period)))
      }
      guard let reached else { return nil }
      latest = max(latest, Period(reached))
    }
    return latest
  }

  private static func column(of kpi: KPI) -> Int {
    KPI.allCases.firstIndex(of: kpi) ?? 0
  }
}
