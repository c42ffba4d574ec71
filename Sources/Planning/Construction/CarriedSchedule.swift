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
  /// Whether it keeps every rule of the roadmap, unless ``Planner/isProvedInfeasible`` says that none does.
  public let keepsRules: Bool
}

/// What comes first when a schedule is carried over to a roadmap that leaves less room.
public struct CarryingPriority: Hashable, Sendable {
  /// How many weeks what comes first may be put off at most, by the days that have to be kept.
  public var slack: Int
  /// Whether it stays where it was as long as nothing pushes it, though it is among what may start earlier.
  public var stays: Bool

  /// A priority of what has no more than so many weeks of slack.
  public init(slack: Int, stays: Bool) {
    self.slack = slack
    self.stays = stays
  }
}

extension Planner {
  /// Carries a schedule over to the roadmap of this planner.
  ///
  /// Its order stays. What no longer fits comes later, what has become impossible is left out, and what the roadmap demands and the schedule lacks is added.
  ///
  /// - Parameters:
  ///   - schedule: the order of the work, and what is wanted.
  ///   - isPatient: whether nothing starts earlier than there.
  ///   - hurried: what may start earlier nevertheless.
  ///   - first: what gets its people and its money before everything else; nil to keep the order.
  ///   - left: a capability that is no longer wanted; what needs it is left out as well.
  /// - Complexity: that of building one schedule.
  public func carryOver(
    _ schedule: Schedule, isPatient: Bool = true, hurrying hurried: Set<CapabilityID> = [],
    first: CarryingPriority? = nil, without left: CapabilityID? = nil
  ) -> CarriedSchedule {
    let instance = compiled.instance
    var evaluator = Evaluator(instance, objective: .value)
    var list = compiled.list(of: schedule, isPatient: isPatient, without: left)
    let isFirst = (0..<instance.activityCount).map { activity in
      guard let first, let start = compiled.start(of: activity, in: schedule) else { return false }
      return instance.latest[activity] - start <= first.slack
    }
    if first != nil { list.order = list.order.filter { isFirst[$0] } + list.order.filter { !isFirst[$0] } }
    for activity in 0..<instance.activityCount where !(isFirst[activity] && first?.stays ?? false) {
      guard let capability = compiled.capability(of: activity), hurried.contains(capability.id) else {
        continue
      }
      list.notBefore[activity] = 0
    }
    let result = evaluator.evaluate(list)
    let target = result.starts[instance.targetMilestone]
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
      capability(of: activity)?.id == left ? -1 : start(of: activity, in: schedule) ?? -1
    }
    return ActivityList(
      rebuilding: starts, of: instance, rank: LinkTable(instance).rank, isPatient: isPatient)
  }

  /// The start of an activity in a schedule; nil for a milestone and for what is left out.
  fileprivate func start(of activity: Int, in schedule: Schedule) -> Int? {
    capability(of: activity).flatMap { schedule.starts[$0.id]?.index }
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
