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
  /// Its order stays, and nothing starts earlier than it did. What no longer fits comes later, what has become impossible is left out, and what the roadmap demands and the
  /// schedule lacks is added.
  ///
  /// - Complexity: that of building one schedule.
  public func carryOver(_ schedule: Schedule) -> CarriedSchedule {
    var evaluator = Evaluator(compiled.instance, objective: .value)
    let result = evaluator.evaluate(compiled.list(of: schedule))
    let starts = result.starts.enumerated().compactMap { activity, start -> (CapabilityID, Period)? in
      guard start >= 0, let capability = compiled.capability(of: activity) else { return nil }
      return (capability.id, Period(start))
    }
    let target = result.starts[compiled.instance.targetMilestone]
    return CarriedSchedule(
      schedule: Schedule(starts: Dictionary(starts, uniquingKeysWith: { first, _ in first })),
      netPresentValue: Money(cents: result.netPresentValue), targetPeriod: target < 0 ? nil : Period(target),
      keepsRules: result.fitness.violation == 0)
  }
}

extension CompiledRoadmap {
  /// The list from which a ``ScheduleBuilder`` builds a schedule again, or what the rules leave of it.
  ///
  /// Activities stand in the order of their go-lives, so that choices are met by the same members, and are put off to their starts; what goes live together, in the order
  /// in which it may need each other.
  func list(of schedule: Schedule) -> ActivityList {
    let starts = (0..<instance.activityCount).map { activity in
      capability(of: activity).flatMap { schedule.starts[$0.id]?.index } ?? -1
    }
    let rank = LinkTable(instance).rank
    func key(_ activity: Int) -> (Int, Int) {
      (starts[activity] < 0 ? Int.max : starts[activity] + instance.duration[activity], rank[activity])
    }
    var list = ActivityList(
      order: starts.indices.sorted { key($0) < key($1) }, isWanted: starts.map { $0 >= 0 })
    for activity in starts.indices { list.notBefore[activity] = max(0, starts[activity]) }
    return list
  }
}
