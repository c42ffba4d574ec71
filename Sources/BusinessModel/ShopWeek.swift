/// The equations of the shop in one period, which every run, path and bound of this module goes through.
struct ShopWeek {
  /// The levers after all effects, within their limits; visits, churn and reorder rate are per week.
  let levers: LeverValues
  /// The customers at the start of the period.
  let customers: Double

  @inline(__always)
  init(levers: LeverValues, customers: Double) {
    self.levers = levers
    self.customers = customers
  }

  /// Orders that visits bring.
  var ordersFromVisits: Double { levers.visits * levers.conversion }
  /// All orders of the period.
  var orders: Double { ordersFromVisits + customers * levers.reorderRate }
  /// Order value that is not sent back, for one order.
  var keptOrderValue: Double { levers.orderValue * (1 - levers.returnRate) }
  /// What is left of one order after goods and handling.
  var contribution: Double { keptOrderValue * levers.margin - levers.costToServe }
  /// Order value after returns.
  var revenue: Double { orders * keptOrderValue }
  /// What is left of all orders after goods and handling.
  var profit: Double { orders * contribution }

  /// The customers at the start of the next period.
  @inline(__always)
  func customersAfterwards(newCustomerShare: Double) -> Double {
    customers * (1 - levers.churn) + newCustomerShare * ordersFromVisits
  }
}
