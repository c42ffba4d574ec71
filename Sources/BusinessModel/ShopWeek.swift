/// The equations of the shop in one period, which every run, path and bound of this module goes through.
///
/// Visits, churn and reorder rate are per week.
struct ShopWeek {
  var visits: Double
  var conversion: Double
  var orderValue: Double
  var margin: Double
  var returnRate: Double
  var costToServe: Double
  var churn: Double
  var reorderRate: Double
  /// The customers at the start of the period.
  var customers: Double

  /// The shop in a period, with its shares limited to the whole.
  ///
  /// - Parameter levers: the levers after effects; a column of all periods for each, in the order of `KPI.levers`.
  @inline(__always)
  init(levers: Span<Double>, periodCount: Int, period: Int, customers: Double) {
    visits = levers[period]
    conversion = min(levers[periodCount + period], 1)
    orderValue = levers[2 * periodCount + period]
    margin = max(-1, min(levers[3 * periodCount + period], 1))
    returnRate = min(levers[4 * periodCount + period], 1)
    costToServe = levers[5 * periodCount + period]
    churn = min(levers[6 * periodCount + period], 1)
    reorderRate = levers[7 * periodCount + period]
    self.customers = customers
  }

  /// Orders that visits bring.
  var ordersFromVisits: Double { visits * conversion }
  /// All orders of the period.
  var orders: Double { ordersFromVisits + customers * reorderRate }
  /// Order value that is not sent back, for one order.
  var keptOrderValue: Double { orderValue * (1 - returnRate) }
  /// What is left of one order after goods and handling.
  var contribution: Double { keptOrderValue * margin - costToServe }
  /// Order value after returns.
  var revenue: Double { orders * keptOrderValue }
  /// What is left of all orders after goods and handling.
  var profit: Double { orders * contribution }

  /// The customers at the start of the next period.
  @inline(__always)
  func customersAfterwards(newCustomerShare: Double) -> Double {
    customers * (1 - churn) + newCustomerShare * ordersFromVisits
  }
}
