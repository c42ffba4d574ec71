extension Forecast {
  /// A capability over the futures.
  public struct CapabilityForecast: Hashable, Sendable, Codable {
    /// The capability.
    public let id: CapabilityID
    /// The planned first day of work; nil when it is not in the plan.
    public let plannedStart: CivilDate?
    /// The planned first day on which it is live; nil when it is not in the plan.
    public let plannedFinish: CivilDate?
    /// The first day of work.
    public let start: DateFigure
    /// The first day on which it is live.
    public let finish: DateFigure
    /// Weeks of work.
    public let duration: Figure
    /// The one-off cost.
    public let cost: Figure
    /// The criticality index: the share of the futures in which a later finish of it alone would have delayed the target stage.
    public let criticality: Double
    /// The cruciality: the rank correlation of its duration with the date of the target stage.
    public let cruciality: Double
    /// The share of the futures in which it brought its effects, of those in which it went live.
    public let success: Double

    /// A capability over the futures.
    public init(
      id: CapabilityID, plannedStart: CivilDate?, plannedFinish: CivilDate?, start: DateFigure,
      finish: DateFigure, duration: Figure, cost: Figure, criticality: Double, cruciality: Double,
      success: Double
    ) {
      self.id = id
      self.plannedStart = plannedStart
      self.plannedFinish = plannedFinish
      self.start = start
      self.finish = finish
      self.duration = duration
      self.cost = cost
      self.criticality = criticality
      self.cruciality = cruciality
      self.success = success
    }
  }

  /// How much one uncertain input has to do with one result.
  public struct Driver: Hashable, Sendable, Codable {
    /// The results that are explained.
    public enum Output: String, Hashable, Sendable, CaseIterable, Codable {
      /// The week in which the target stage is reached; the end of the calendar when it is not.
      case targetDate
      /// The net present value.
      case npv
      /// The one-off costs.
      case oneOffCost
    }

    /// The kinds of inputs.
    public enum Input: String, Hashable, Sendable, CaseIterable, Codable {
      /// The weeks of work on a capability; of this and other estimates of a correlation group, what is their own.
      case duration
      /// The one-off cost of a capability.
      case cost
      /// The running cost of a capability.
      case runningCost
      /// The change of a KPI by a capability.
      case effect
      /// The benefit of a capability.
      case benefit
      /// Whether a capability brings its effects.
      case success
      /// How much of a capability is done today.
      case doneShare
      /// Whether a risk happens.
      case risk
      /// How much of a team is away.
      case absence
      /// The growth of a KPI.
      case growth
      /// The weekly noise of a KPI.
      case noise
      /// What the estimates of a correlation group have in common.
      case correlation
    }

    /// The result.
    public let output: Output
    /// The kind of input.
    public let input: Input
    /// The id of the capability, the risk, the team or the correlation group, or the KPI.
    public let subject: String
    /// The KPI that the effect of the capability changes; nil for other inputs.
    public let kpi: KPI?
    /// Spearman's rank correlation of input and result.
    public let rankCorrelation: Double
    /// The square of the rank correlation over the sum of the squares of all inputs: a rough share of the variance.
    public let varianceShare: Double
    /// The mean result of the futures in which the input is in its lowest fifth.
    public let meanWhenLow: Double
    /// The mean result of the futures in which the input is in its highest fifth.
    public let meanWhenHigh: Double
    /// The first-order Sobol index, when it was asked for: the share of the variance that would vanish if the input were known.
    public let firstOrder: Double?
    /// The total Sobol index, when it was asked for: the share of the variance that would be left if all other inputs were known.
    public let total: Double?

    /// An input and a result.
    public init(
      output: Output, input: Input, subject: String, kpi: KPI? = nil, rankCorrelation: Double,
      varianceShare: Double, meanWhenLow: Double, meanWhenHigh: Double, firstOrder: Double? = nil,
      total: Double? = nil
    ) {
      self.output = output
      self.input = input
      self.subject = subject
      self.kpi = kpi
      self.rankCorrelation = rankCorrelation
      self.varianceShare = varianceShare
      self.meanWhenLow = meanWhenLow
      self.meanWhenHigh = meanWhenHigh
      self.firstOrder = firstOrder
      self.total = total
    }
  }

  /// What work waited for.
  public struct WaitShare: Hashable, Sendable, Codable {
    /// What was waited for.
    public let kind: Plan.Wait.Kind
    /// The team or the KPI in question; nil when the kind says it all.
    public let subject: String?
    /// The mean number of weeks that capabilities waited for it in one future, added up.
    public let weeks: Double
    /// The share of all weeks of waiting.
    public let share: Double

    /// A wait.
    public init(kind: Plan.Wait.Kind, subject: String?, weeks: Double, share: Double) {
      self.kind = kind
      self.subject = subject
      self.weeks = weeks
      self.share = share
    }
  }

  /// A declared risk over the futures.
  public struct RiskForecast: Hashable, Sendable, Codable {
    /// The risk.
    public let id: RiskID
    /// The share of the futures in which it hit something.
    public let frequency: Probability
    /// The mean net present value of the futures with it minus that of those without; nil when one of the kinds is missing.
    public let npvChange: Double?
    /// The mean week of the target stage of the futures with it minus that of those without; nil when one of the kinds is missing.
    public let delay: Double?

    /// A risk over the futures.
    public init(id: RiskID, frequency: Probability, npvChange: Double?, delay: Double?) {
      self.id = id
      self.frequency = frequency
      self.npvChange = npvChange
      self.delay = delay
    }
  }

  /// A decision point over the futures.
  public struct DecisionForecast: Hashable, Sendable, Codable {
    /// The decision point.
    public let id: DecisionPointID
    /// The share of the futures in which the decision fell within the calendar.
    public let decided: Double
    /// The share of the futures in which the improvement was reached, of those in which the decision fell.
    public let improved: Double
    /// The day of the decision.
    public let date: DateFigure

    /// A decision point over the futures.
    public init(id: DecisionPointID, decided: Double, improved: Double, date: DateFigure) {
      self.id = id
      self.decided = decided
      self.improved = improved
      self.date = date
    }
  }
}
