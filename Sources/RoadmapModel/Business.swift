/// The figures of the shop without any new capability.
public struct Business: Hashable, Sendable {
  /// The value of a KPI at the start, and how it moves by itself.
  public struct Baseline: Hashable, Sendable {
    /// The mean value at the start; visits, churn and reorder rate are per month.
    public var value: Double
    /// The relative growth in a year.
    public var growthPerYear: Double
    /// Twelve factors, from January to December, or none.
    public var seasonality: [Double]
    /// How it may move otherwise than expected; planning does not use it.
    public var variation: Variation

    /// A value that may grow and follow the seasons.
    public init(
      _ value: Double, growthPerYear: Double = 0, seasonality: [Double] = [],
      variation: Variation = Variation()
    ) {
      self.value = value
      self.growthPerYear = growthPerYear
      self.seasonality = seasonality
      self.variation = variation
    }
  }

  /// How a KPI may move otherwise than its baseline says.
  public struct Variation: Hashable, Sendable {
    /// The standard deviation of the growth in a year, which is drawn once for each future: 0.03 is three percentage points.
    public var growthSpread: Double
    /// The standard deviation of the relative deviation of a week from its baseline; the deviation is lognormal with mean 1.
    public var noise: Double
    /// The correlation of the logarithms of the deviations of neighbouring weeks, from 0 to less than 1: how long good and bad times last.
    public var autocorrelation: Double

    /// By default there is none.
    public init(growthSpread: Double = 0, noise: Double = 0, autocorrelation: Double = 0) {
      self.growthSpread = growthSpread
      self.noise = noise
      self.autocorrelation = autocorrelation
    }
  }

  /// The currency's code, such as `EUR`.
  public var currency: String
  /// Visits a month.
  public var visits: Baseline
  /// The share of visits that end in an order.
  public var conversion: Baseline
  /// The mean value of an order, in currency units.
  public var orderValue: Baseline
  /// The share of the order value left after the cost of goods.
  public var margin: Baseline
  /// The share of the order value that comes back.
  public var returnRate: Baseline
  /// The cost of handling an order, in currency units.
  public var costToServe: Baseline
  /// The customers who order again, at the start.
  public var customers: Double
  /// The share of the customers who leave in a month.
  public var churn: Baseline
  /// Orders of a customer in a month, beside those that visits bring.
  public var reorderRate: Baseline
  /// The share of the orders from visits that make a new customer.
  public var newCustomerShare: Double

  /// The figures of a shop.
  public init(
    currency: String, visits: Baseline, conversion: Baseline, orderValue: Baseline, margin: Baseline,
    returnRate: Baseline, costToServe: Baseline, customers: Double, churn: Baseline, reorderRate: Baseline,
    newCustomerShare: Double
  ) {
    self.currency = currency
    self.visits = visits
    self.conversion = conversion
    self.orderValue = orderValue
    self.margin = margin
    self.returnRate = returnRate
    self.costToServe = costToServe
    self.customers = customers
    self.churn = churn
    self.reorderRate = reorderRate
    self.newCustomerShare = newCustomerShare
  }

  /// The baseline of a lever; nil for a KPI that follows from the levers.
  ///
  /// Setting nil, or the baseline of a KPI that is no lever, changes nothing.
  public subscript(lever: KPI) -> Baseline? {
    get { Self.path(to: lever).map { self[keyPath: $0] } }
    set {
      guard let newValue, let path = Self.path(to: lever) else { return }
      self[keyPath: path] = newValue
    }
  }

  private static func path(to lever: KPI) -> WritableKeyPath<Business, Baseline>? {
    switch lever {
    case .visits: \.visits
    case .conversion: \.conversion
    case .orderValue: \.orderValue
    case .margin: \.margin
    case .returnRate: \.returnRate
    case .costToServe: \.costToServe
    case .churn: \.churn
    case .reorderRate: \.reorderRate
    case .customers, .orders, .revenue, .profit: nil
    }
  }
}
