extension Forecast {
  /// The quantiles of a figure: half of the futures are at or below ``p50``.
  public struct Quantiles<Value: Hashable & Sendable & Codable>: Hashable, Sendable, Codable {
    /// One in twenty futures is at or below.
    public var p5: Value
    /// One in ten futures is at or below.
    public var p10: Value
    /// One in five futures is at or below.
    public var p20: Value
    /// A quarter of the futures is at or below.
    public var p25: Value
    /// Half of the futures are at or below.
    public var p50: Value
    /// Three quarters of the futures are at or below.
    public var p75: Value
    /// Four in five futures are at or below.
    public var p80: Value
    /// Nine in ten futures are at or below.
    public var p90: Value
    /// Nineteen in twenty futures are at or below.
    public var p95: Value

    /// The probabilities of the quantiles, in their order.
    public static var levels: [Double] { [0.05, 0.1, 0.2, 0.25, 0.5, 0.75, 0.8, 0.9, 0.95] }

    /// The quantile at each of the ``levels``.
    public init(_ quantile: (Double) -> Value) {
      let values = Self.levels.map(quantile)
      (p5, p10, p20) = (values[0], values[1], values[2])
      (p25, p50, p75) = (values[3], values[4], values[5])
      (p80, p90, p95) = (values[6], values[7], values[8])
    }

    /// The values in the order of the ``levels``.
    public var values: [Value] { [p5, p10, p20, p25, p50, p75, p80, p90, p95] }
  }

  /// The distribution of a number over the futures.
  public struct Figure: Hashable, Sendable, Codable {
    /// The mean.
    public let mean: Double
    /// The standard error of the mean: how far another simulation of the same size would be off.
    public let standardError: Double
    /// The standard deviation: how far futures differ.
    public let standardDeviation: Double
    /// The quantiles.
    public let quantiles: Quantiles<Double>
    /// Standard errors of the quantiles; nil when they are not estimated.
    public let quantileErrors: Quantiles<Double>?
    /// How often which values came, for drawing; nil for figures that nobody draws.
    public let histogram: Histogram?

    /// A distribution.
    public init(
      mean: Double, standardError: Double, standardDeviation: Double, quantiles: Quantiles<Double>,
      quantileErrors: Quantiles<Double>? = nil, histogram: Histogram? = nil
    ) {
      self.mean = mean
      self.standardError = standardError
      self.standardDeviation = standardDeviation
      self.quantiles = quantiles
      self.quantileErrors = quantileErrors
      self.histogram = histogram
    }
  }

  /// The distribution of a day over the futures, in some of which it does not come within the calendar.
  public struct DateFigure: Hashable, Sendable, Codable {
    /// The probability that the day comes within the calendar.
    public let share: Probability
    /// The quantiles over all futures; nil where the day does not come in so many of them.
    public let quantiles: Quantiles<CivilDate?>
    /// The mean, in weeks from the start of the calendar, over the futures in which the day comes; nil when it never does.
    public let meanPeriod: Double?
    /// The standard error of that mean, in weeks.
    public let standardError: Double?
    /// How often which weeks came, counted from the start of the calendar, for drawing; nil for days that nobody draws.
    public let histogram: Histogram?

    /// A distribution of days.
    public init(
      share: Probability, quantiles: Quantiles<CivilDate?>, meanPeriod: Double?, standardError: Double?,
      histogram: Histogram? = nil
    ) {
      self.share = share
      self.quantiles = quantiles
      self.meanPeriod = meanPeriod
      self.standardError = standardError
      self.histogram = histogram
    }
  }

  /// A probability and how far another simulation of the same size would be off.
  public struct Probability: Hashable, Sendable, Codable {
    /// The probability, from 0 to 1.
    public let value: Double
    /// Its standard error.
    public let standardError: Double

    /// A probability.
    public init(_ value: Double, standardError: Double) {
      self.value = value
      self.standardError = standardError
    }
  }

  /// How often values fell into classes of equal width.
  public struct Histogram: Hashable, Sendable, Codable {
    /// The lower end of the first class.
    public let lowest: Double
    /// The width of each class.
    public let width: Double
    /// The number of futures in each class; values outside are counted in the first and the last.
    public let counts: [Int]

    /// A histogram.
    public init(lowest: Double, width: Double, counts: [Int]) {
      self.lowest = lowest
      self.width = width
      self.counts = counts
    }
  }

  /// A KPI or the cash over time.
  public struct Path: Hashable, Sendable, Codable {
    /// What is followed over time.
    public enum Measure: String, Hashable, Sendable, CaseIterable, Codable {
      /// Visits a month.
      case visits
      /// The share of visits that end in an order.
      case conversion
      /// The mean value of an order.
      case orderValue
      /// The share of the order value left after the cost of goods.
      case margin
      /// The share of the order value that comes back.
      case returnRate
      /// The cost of handling an order.
      case costToServe
      /// The share of the customers who leave in a month.
      case churn
      /// Orders of a customer in a month.
      case reorderRate
      /// Customers who order again.
      case customers
      /// Orders a month.
      case orders
      /// Revenue a month.
      case revenue
      /// Profit a month.
      case profit
      /// The additional profit of the plan minus all its costs, added up from the start, not discounted.
      case cash

      /// The measure of a KPI.
      public init(_ kpi: KPI) {
        self = Measure(rawValue: kpi.rawValue) ?? .profit
      }
    }

    /// A point of a path.
    public struct Point: Hashable, Sendable, Codable {
      /// The first day of the period.
      public let date: CivilDate
      /// The period, in weeks from the start of the calendar.
      public let period: Period
      /// What the plan expects.
      public let planned: Double?
      /// What it would be without the plan, as expected; nil for cash.
      public let withoutPlan: Double?
      /// The mean.
      public let mean: Double
      /// The quantiles.
      public let quantiles: Quantiles<Double>

      /// A point of a path.
      public init(
        date: CivilDate, period: Period, planned: Double?, withoutPlan: Double?, mean: Double,
        quantiles: Quantiles<Double>
      ) {
        self.date = date
        self.period = period
        self.planned = planned
        self.withoutPlan = withoutPlan
        self.mean = mean
        self.quantiles = quantiles
      }
    }

    /// What is followed.
    public let measure: Measure
    /// One point for each month, in order.
    public let points: [Point]

    /// A path.
    public init(measure: Measure, points: [Point]) {
      self.measure = measure
      self.points = points
    }
  }
}
