public import RoadmapModel

/// What planning leads to.
public enum PlanningOutcome: Sendable {
  /// A plan that keeps every rule.
  case plan(Plan)
  /// There is no plan, or none was found; the reasons say what stands in the way.
  case infeasible(Infeasibility)
}

/// A plan did not pass its audit: a mistake in the planner, never in the roadmap.
public struct PlannerDefect: Error, CustomStringConvertible {
  /// What the audit found.
  public let violations: [AuditViolation]

  /// The findings, in one line.
  public var description: String {
    "the plan did not pass its audit: " + violations.map(\.description).joined(separator: "; ")
  }
}
