extension Schedule {
  /// Checks every rule on what is built and when, from the roadmap itself.
  ///
  /// The audit is an independent referee: it shares no code with the search for plans, so a mistake there cannot hide here. It
  /// takes any schedule, however absurd: capabilities that cannot be built or do not fit into the calendar are reported and then
  /// left out of the other checks.
  ///
  /// - Parameters:
  ///   - roadmap: What the schedule is for.
  ///   - path: The simulated KPIs of this schedule; needed when something with a trigger is built.
  /// - Returns: the broken rules, in the order of ``AuditRule/allCases``; none for a feasible schedule.
  /// - Complexity: O(n * T) for `n` capabilities and `T` periods, and linear in the size of the requirements.
  public func audit(against roadmap: Roadmap, path: BusinessPath? = nil) -> [AuditViolation] {
    AuditGround(roadmap).violations(of: self, path: path)
  }
}

extension Plan {
  /// Checks every rule on the schedule of a plan, then every figure that the plan states and the roadmap determines.
  ///
  /// Present values are not recomputed here, since that takes the model of the business; what follows from them is.
  ///
  /// - Parameters:
  ///   - roadmap: What the plan is for.
  ///   - path: The simulated KPIs of this plan; needed when something with a trigger is built.
  /// - Returns: the broken rules, in the order of ``AuditRule/allCases``; none for a correct plan.
  public func audit(against roadmap: Roadmap, path: BusinessPath? = nil) -> [AuditViolation] {
    let schedule = AuditedSchedule(Schedule(self), path: path, on: AuditGround(roadmap))
    return schedule.violations + AuditedPlan(plan: self, schedule: schedule).violations
  }
}
