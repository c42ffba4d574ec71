/// What has happened, day by day, and what had been forecast: the ground for calibration.
public struct Record: Hashable, Sendable {
  /// The last day that the record covers; nothing is known of later days.
  public var through: CivilDate
  /// What happened to capabilities, in the order of the scenario.
  public var capabilities: [Actual]
  /// The first days on which stages were reached.
  public var stages: [StageID: CivilDate]
  /// What had been forecast, in the order of the scenario.
  public var forecasts: [PastForecast]

  /// A record through a day.
  public init(
    through: CivilDate, capabilities: [Actual] = [], stages: [StageID: CivilDate] = [:],
    forecasts: [PastForecast] = []
  ) {
    self.through = through
    self.capabilities = capabilities
    self.stages = stages
    self.forecasts = forecasts
  }
}

/// What happened to a capability.
public struct Actual: Hashable, Sendable {
  /// A change of a KPI that was measured.
  public struct MeasuredEffect: Hashable, Sendable {
    /// The lever.
    public var kpi: KPI
    /// The relative change at its full size.
    public var change: Double
    /// The day of the measurement.
    public var on: CivilDate?

    /// A measured change.
    public init(_ kpi: KPI, change: Double, on: CivilDate? = nil) {
      self.kpi = kpi
      self.change = change
      self.on = on
    }
  }

  /// The capability.
  public var capability: CapabilityID
  /// The first day of work.
  public var started: CivilDate?
  /// The first day on which it was live; nil when it is still in work.
  public var finished: CivilDate?
  /// The one-off cost, in currency units.
  public var cost: Double?
  /// The changes of KPIs that were measured; each lever once.
  public var effects: [MeasuredEffect]

  /// What is known about a capability.
  public init(
    capability: CapabilityID, started: CivilDate? = nil, finished: CivilDate? = nil, cost: Double? = nil,
    effects: [MeasuredEffect] = []
  ) {
    self.capability = capability
    self.started = started
    self.finished = finished
    self.cost = cost
    self.effects = effects
  }

  /// The weeks from start to go-live, when both are known.
  public var weeks: Double? {
    guard let started, let finished else { return nil }
    return Double(started.distance(to: finished)) / Double(PlanningCalendar.daysPerPeriod)
  }
}
