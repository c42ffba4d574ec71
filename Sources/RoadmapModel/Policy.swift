/// Rules of the company that hold for all work.
public struct Policy: Hashable, Sendable {
  /// Whether work on a stage waits for the stages below it.
  public enum StageGates: String, Hashable, Sendable, CaseIterable {
    /// Stages are reported; work may run ahead of them.
    case soft
    /// Work on a capability of a stage starts only when all stages below have been reached.
    case strict
  }

  /// Whether work on a stage waits for the stages below it.
  public var stageGates: StageGates
  /// The most capabilities in work at once; nil for no limit.
  public var workInProgress: Int?
  /// The days on which nothing may go live.
  public var freeze: [FreezeWindow]

  /// Rules; by default there are none.
  public init(stageGates: StageGates = .soft, workInProgress: Int? = nil, freeze: [FreezeWindow] = []) {
    self.stageGates = stageGates
    self.workInProgress = workInProgress
    self.freeze = freeze
  }
}

/// Days on which nothing may go live, such as the peak season; work goes on.
public enum FreezeWindow: Hashable, Sendable {
  /// Every year from one day through another; it may run over the turn of the year.
  case yearly(from: MonthDay, through: MonthDay)
  /// Once, from one day through another.
  case once(from: CivilDate, through: CivilDate)

  /// Whether a day lies in the window.
  public func contains(_ date: CivilDate) -> Bool {
    switch self {
    case .yearly(let from, let through):
      let day = date.monthDay
      return from <= through ? from <= day && day <= through : from <= day || day <= through
    case .once(let from, let through):
      return from <= date && date <= through
    }
  }
}

/// The stage to reach, and by when.
public struct Target: Hashable, Sendable {
  /// The stage to reach.
  public var stage: StageID
  /// The last day on which it may be reached; nil for no deadline.
  public var by: CivilDate?

  /// A stage to reach.
  public init(stage: StageID, by: CivilDate? = nil) {
    self.stage = stage
    self.by = by
  }
}

/// What a plan is chosen for.
public enum Objective: String, Hashable, Sendable, CaseIterable, Codable {
  /// The largest net present value.
  case value
  /// The target stage as early as possible; ties go to the larger value.
  case time
  /// The lowest first-year cost of ownership of what is built; ties go to the earlier target stage.
  case cost
}

/// How impact and cost count in the objective ``Objective/value``.
public struct ObjectiveWeights: Hashable, Sendable {
  /// The weight of the present value of the impact.
  public var impact: Double
  /// The weight of the present value of the cost.
  public var cost: Double

  /// Weights, by default one each.
  public init(impact: Double = 1, cost: Double = 1) {
    self.impact = impact
    self.cost = cost
  }
}
