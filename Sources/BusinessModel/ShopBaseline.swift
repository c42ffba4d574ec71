import RealModule
import RoadmapModel

/// The shop as it would go on without any new capability, week by week.
struct ShopBaseline: Sendable {
  /// The number of levers.
  static let leverCount = KPI.levers.count

  /// The levers before effects: a column of all periods for each, in the order of `KPI.levers`.
  ///
  /// Visits, churn and reorder rate are per week.
  let levers: [Double]
  /// The share of the orders from visits that make a new customer.
  let newCustomerShare: Double
  /// The customers at the start of each period.
  let customers: [Double]
  /// The profit of each period.
  let profit: [Double]

  init(_ business: Business, calendar: PlanningCalendar) {
    self.init(
      levers: KPI.levers.flatMap { Self.weekly($0, of: business, calendar: calendar) },
      customers: business.customers, newCustomerShare: business.newCustomerShare,
      periodCount: calendar.periodCount)
  }

  /// The shop of given levers and customers at the start.
  init(levers: [Double], customers start: Double, newCustomerShare: Double, periodCount: Int) {
    var customers: [Double] = []
    var profit: [Double] = []
    var stock = start
    for period in 0..<periodCount {
      let week = ShopWeek(
        levers: levers.span, periodCount: periodCount, period: period, customers: stock)
      customers.append(stock)
      profit.append(week.profit)
      stock = week.customersAfterwards(newCustomerShare: newCustomerShare)
    }
    self.levers = levers
    self.newCustomerShare = newCustomerShare
    self.customers = customers
    self.profit = profit
  }

  /// A lever in each period, as a weekly figure where it is stated by month.
  private static func weekly(_ lever: KPI, of business: Business, calendar: PlanningCalendar) -> [Double] {
    guard let baseline = business[lever] else { return [] }
    return calendar.periods.map { period in
      let years = Double(period.index) / PlanningCalendar.periodsPerYear
      let value =
        baseline.value * Double.pow(1 + baseline.growthPerYear, years)
        * season(baseline.seasonality, in: period, of: calendar)
      switch lever {
      case .visits, .reorderRate: return value / PlanningCalendar.periodsPerMonth
      case .churn: return weeklyChurn(monthly: value)
      default: return value
      }
    }
  }

  /// The mean of the factors of the months in which the days of a period lie.
  private static func season(
    _ factors: [Double], in period: Period, of calendar: PlanningCalendar
  ) -> Double {
    guard !factors.isEmpty else { return 1 }
    let first = calendar.date(of: period)
    let days = 0..<PlanningCalendar.daysPerPeriod
    let sum = days.reduce(0) { $0 + factors[first.advanced(by: $1).month - 1] }
    return sum / Double(PlanningCalendar.daysPerPeriod)
  }

  /// The churn of a week that adds up to that of a month: those who stay `periodsPerMonth` weeks are those who stay a month.
  static func weeklyChurn(monthly: Double) -> Double {
    1 - Double.pow(1 - min(max(monthly, 0), 1), 1 / PlanningCalendar.periodsPerMonth)
  }

  /// The churn of a month that follows from that of a week.
  static func monthlyChurn(weekly: Double) -> Double {
    1 - Double.pow(1 - weekly, PlanningCalendar.periodsPerMonth)
  }
}
