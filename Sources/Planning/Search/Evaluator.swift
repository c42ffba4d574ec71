internal import BusinessModel
internal import RoadmapModel

/// Builds and values schedules; owns all scratch, one evaluator a thread.
struct Evaluator {
  /// The schedule and the worth of one list.
  struct Result: Sendable {
    /// The start of each activity, -1 for what is not planned.
    var starts: [Int]
    /// How good it is.
    var fitness: Fitness
    /// The weighted net present value in cents.
    var netPresentValue: Int64
  }

  let instance: Instance
  let objective: Objective
  private var builder: ScheduleBuilder
  private var workspace: ShopModel.Workspace

  /// An evaluator for an objective.
  init(_ instance: Instance, objective: Objective) {
    self.instance = instance
    self.objective = objective
    builder = ScheduleBuilder(instance)
    workspace = instance.shop.makeWorkspace()
  }

  /// Builds the schedule of a list and values it.
  mutating func evaluate(_ list: ActivityList) -> Result {
    builder.build(list)
    let starts = builder.starts
    let value = netPresentValue(of: starts, impact: builder.mechanismImpact)
    return Result(
      starts: starts, fitness: fitness(of: starts, value: value, violation: builder.violation),
      netPresentValue: value)
  }

  /// What keeps an activity out of the schedule of a list that wants it.
  mutating func obstacle(to activity: Int, in list: ActivityList) -> ScheduleBuilder.Obstacle {
    builder.build(list)
    return builder.obstacle(to: activity)
  }

  private func fitness(of starts: [Int], value: Int64, violation: Int) -> Fitness {
    let reached = starts[instance.targetMilestone]
    let time = Int64(reached < 0 ? instance.periodCount + 1 : reached)
    switch objective {
    case .value: return Fitness(violation: violation, primary: value, secondary: -time)
    case .time: return Fitness(violation: violation, primary: -time, secondary: value)
    case .cost:
      let cost = starts.indices.reduce(Int64(0)) { $0 + (starts[$1] >= 0 ? instance.firstYearCost[$1] : 0) }
      return Fitness(violation: violation, primary: -cost, secondary: -time)
    }
  }

  /// The weighted net present value of a schedule, rounded to cents.
  ///
  /// - Parameter impact: the present value of its effects, where that is known.
  mutating func netPresentValue(of starts: [Int], impact: Double? = nil) -> Int64 {
    var value = 0.0
    for (activity, start) in starts.enumerated()
    where start >= 0 && start < instance.periodCount && !instance.isMilestone[activity] {
      value += instance.additiveValue(of: activity, start: start)
    }
    let impact =
      impact ?? instance.shop.mechanismImpact(goLive: instance.goLives(of: starts), in: &workspace)
    value += instance.impactWeight * impact
    return Money(units: value).cents
  }
}
