/// What a scenario says about the future beyond its estimates: how work meets it, and what may happen.
///
/// The planner does not look at it; the simulation does.
public struct Uncertainty: Hashable, Sendable {
  /// How a company carries a plan out when things come otherwise.
  public var executionPolicy: ExecutionPolicy
  /// Whether the answers and declarations about the company may be wrong: see ``Roadmap/doneRange(of:)``.
  public var isStartUncertain: Bool
  /// Estimates that miss in the same direction.
  public var correlations: [CorrelationGroup]
  /// Events that may happen.
  public var risks: [Risk]
  /// Forks of the roadmap that are taken by what was measured.
  public var decisionPoints: [DecisionPoint]

  /// By default work meets the future as a priority list, the start is as uncertain as the answers, and nothing else may happen.
  public init(
    executionPolicy: ExecutionPolicy = .priorityList, isStartUncertain: Bool = true,
    correlations: [CorrelationGroup] = [], risks: [Risk] = [], decisionPoints: [DecisionPoint] = []
  ) {
    self.executionPolicy = executionPolicy
    self.isStartUncertain = isStartUncertain
    self.correlations = correlations
    self.risks = risks
    self.decisionPoints = decisionPoints
  }
}

/// How a company carries a plan out when work takes other times than planned.
public enum ExecutionPolicy: String, Hashable, Sendable, CaseIterable, Codable {
  /// Work starts as soon as prerequisites, people and money are there, in the order of the plan, never before its trigger.
  case priorityList
  /// Work starts on its planned day or, when it cannot, as soon after as possible, but never earlier.
  case fixedDates
  /// As the priority list; at every quarter's end the planner makes a new plan for what has not started.
  case replan
}
