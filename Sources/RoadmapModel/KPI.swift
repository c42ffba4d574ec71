/// A key figure of the shop.
///
/// The first eight are *levers*: capabilities change them. The others follow from them in the simulation; triggers may wait for
/// any of them.
public enum KPI: String, Hashable, Sendable, CaseIterable, Codable {
  /// Visits of the shop; a flow.
  case visits
  /// The share of visits that end in an order.
  case conversion
  /// The mean value of an order, in currency units.
  case orderValue
  /// The share of the order value that is left after the cost of goods.
  case margin
  /// The share of the order value that comes back.
  case returnRate
  /// The cost of handling an order, in currency units.
  case costToServe
  /// The share of the customers who leave; per month.
  case churn
  /// Orders of existing customers, for each customer; per month.
  case reorderRate
  /// Customers who order again.
  case customers
  /// Orders; a flow.
  case orders
  /// Order value after returns, in currency units; a flow.
  case revenue
  /// What is left of the revenue after cost of goods and handling, in currency units; a flow.
  case profit

  /// The KPIs that capabilities change, in the order of the simulation's columns.
  public static let levers: [KPI] = [
    .visits, .conversion, .orderValue, .margin, .returnRate, .costToServe, .churn, .reorderRate,
  ]

  /// Whether capabilities may change this KPI; otherwise it follows from those.
  public var isLever: Bool { Self.levers.contains(self) }

  /// Whether a higher value is better for the company.
  public var higherIsBetter: Bool {
    switch self {
    case .returnRate, .costToServe, .churn: false
    default: true
    }
  }

  /// Whether the KPI counts something over time, so that a level of it needs a unit of time.
  public var isFlow: Bool {
    switch self {
    case .visits, .orders, .revenue, .profit: true
    default: false
    }
  }

  /// Whether a published mean of changes exists, towards which claims are shrunk.
  public var hasPrior: Bool {
    switch self {
    case .visits, .conversion, .orderValue: true
    default: false
    }
  }
}
