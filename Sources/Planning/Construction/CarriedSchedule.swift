internal import BusinessModel
public import RoadmapModel

/// What becomes of a schedule under the rules of a roadmap that it was not made for.
public struct CarriedSchedule: Hashable, Sendable {
  /// What is built when.
  public let schedule: Schedule
  /// Its weighted net present value.
  public let netPresentValue: Money
  /// The period in which the target stage is reached; nil when it is not.
  public let targetPeriod: Period?
  /// Whether it keeps every rule of the roadmap.
  public let keepsRules: Bool
}

extension Planner {
  /// Carries a schedule over to the roadmap of this planner.
  ///
  /// Its order stays. What no longer fits comes later, what has become impossible is left out, and what the roadmap demands and the schedule lacks is added.
  ///
  /// - Parameters:
  ///   - schedule: the order of the work, and what is wanted.
  ///   - isPatient: whether nothing starts earlier than there.
  ///   - left: a capability that is no longer wanted; what needs it is left out as well.
  /// - Complexity: that of building one schedule.
  public func carryOver(
    _ schedule: Schedule, isPatient: Bool = true, without left: CapabilityID? = nil
  ) -> CarriedSchedule {
    var evaluator = Evaluator(compiled.instance, objective: .value)
    let result = evaluator.evaluate(compiled.list(of: schedule, isPatient: isPatient, without: left))
    let target = result.starts[compiled.instance.targetMilestone]
    return CarriedSchedule(
      schedule: compiled.schedule(of: result.starts), netPresentValue: Money(cents: result.netPresentValue),
      targetPeriod: target < 0 ? nil : Period(target), keepsRules: result.fitness.violation == 0)
  }
}

extension CompiledRoadmap {
  /// The list from which a ``ScheduleBuilder`` builds a schedule again, or what the rules leave of it.
  func list(of schedule: Schedule, isPatient: Bool = true, without left: CapabilityID? = nil) -> ActivityList
  {
    let starts = (0..<instance.activityCount).map { activity in
      capability(of: activity).flatMap { $0.id == left ? nil : schedule.starts[$0.id]?.index } ?? -1
    }
    return ActivityList(
      rebuilding: starts, of: instance, rank: LinkTable(instance).rank, isPatient: isPatient)
  }

  /// The schedule of the starts of an instance's activities.
  fileprivate func schedule(of starts: [Int]) -> Schedule {
    var schedule = Schedule()
    for (activity, start) in starts.enumerated() where start >= 0 {
      if let capability = capability(of: activity) { schedule.starts[capability.id] = Period(start) }
    }
    return schedule
  }
}
