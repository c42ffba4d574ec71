internal import RandomStreams
internal import RoadmapModel

/// Makes a new plan for what has not started, while the rest goes on: what a company does at the end of a quarter.
///
/// Everything that has started is settled; its people and its money are taken off what there is. The rest is planned for the largest value. The target keeps its deadline; where the
/// present plan can no longer meet it, it may be as late as that plan makes it and no later. Deadlines of capabilities no longer count.
///
/// The search anneals the list of the present plan, once as patient as it is and once not: what ruins and recreates schedules needs an envelope of the value first, which takes longer
/// than some dozens of schedules.
package struct Replanning: Sendable {
  /// How things stand.
  package struct State: Sendable {
    /// The first period that can still be planned.
    package var now: Int
    /// The start of each activity that has started; -1 for the others.
    package var started: [Int]
    /// The expected go-live of each activity that has started.
    package var expectedLive: [Int]
    /// The start that was planned so far for each of the others; -1 for what is not in the plan.
    package var planned: [Int]
    /// Whether an activity that has not started may be planned.
    package var isOpen: [Bool]
    /// Whether the trigger of an activity has been reached.
    package var isTriggered: [Bool]
    /// The capacity that is left, by resource and period.
    package var capacity: [Int64]
    /// The money that is left, by segment of the budget.
    package var limits: [Int64]

    /// How things stand.
    package init(
      now: Int, started: [Int], expectedLive: [Int], planned: [Int], isOpen: [Bool], isTriggered: [Bool],
      capacity: [Int64], limits: [Int64]
    ) {
      self.now = now
      self.started = started
      self.expectedLive = expectedLive
      self.planned = planned
      self.isOpen = isOpen
      self.isTriggered = isTriggered
      self.capacity = capacity
      self.limits = limits
    }
  }

  private let instance: Instance
  private let schedules: Int
  private let seed: UInt64

  /// - Parameters:
  ///   - instance: the whole problem.
  ///   - schedules: how many schedules the search may build.
  ///   - seed: the seed of the search.
  package init(_ instance: Instance, schedules: Int, seed: UInt64) {
    self.instance = instance
    self.schedules = schedules
    self.seed = seed
  }

  /// The starts of a new plan, those of what has started among them; nil when none is found that keeps all rules.
  package func starts(from state: State) -> [Int]? {
    let (instance, lists) = settled(state)
    let rule = StoppingRule(schedules: schedules / lists.count, deadline: nil, signal: StopSignal())
    let key = StreamKey(seed: seed, purpose: "planning anew")
    let results = lists.enumerated().map { chain, list in
      var annealing = Annealing(instance, objective: .value, stream: RandomStream(key[chain]))
      return annealing.run(from: list, until: rule) { _, _ in }.result
    }
    let best = results.dropFirst().reduce(results[0]) { $0.fitness < $1.fitness ? $1 : $0 }
    return best.fitness.violation == 0 ? best.starts : nil
  }

  /// The problem that is left, with the deadline that can still be met, and the present plan as lists.
  private func settled(_ state: State) -> (Instance, [ActivityList]) {
    let target = instance.targetMilestone
    let rest = rest(of: state, targetBy: instance.latest[target])
    let lists = lists(state, rest)
    var evaluator = Evaluator(rest, objective: .value)
    let reached = lists.map { evaluator.evaluate($0).starts[target] }.filter { $0 >= 0 }.min()
    guard let reached, reached > instance.latest[target] else { return (rest, lists) }
    return (self.rest(of: state, targetBy: reached), lists)
  }

  private func lists(_ state: State, _ instance: Instance) -> [ActivityList] {
    let starts = state.planned.indices.map { state.started[$0] >= 0 ? state.started[$0] : state.planned[$0] }
    let rank = Array(starts.indices)
    return [true, false].map {
      ActivityList(rebuilding: starts, of: instance, rank: rank, isPatient: $0)
    }
  }

  /// The problem that is left when the target is to be reached by a period.
  private func rest(of state: State, targetBy deadline: Int) -> Instance {
    let count = instance.activityCount
    let isStarted = state.started.map { $0 >= 0 }
    let last = instance.periodCount
    var durations = instance.duration
    var earliest = instance.earliest
    var latest = instance.latest
    for activity in 0..<count where !instance.isMilestone[activity] {
      if isStarted[activity] {
        durations[activity] = min(state.expectedLive[activity], last) - state.started[activity]
        earliest[activity] = state.started[activity]
        latest[activity] = state.started[activity]
      } else {
        // What may not be planned finds no start within the calendar.
        earliest[activity] = state.isOpen[activity] ? max(earliest[activity], state.now) : last + 1
        latest[activity] = min(last - durations[activity], last - 1)
      }
    }
    for milestone in instance.milestones { latest[milestone] = last }
    latest[instance.targetMilestone] = deadline
    let resources = ResourceTable(
      count: instance.resources.count, workInProgress: instance.resources.workInProgress,
      capacity: state.capacity, needs: (0..<count).map { isStarted[$0] ? [] : instance.resources.needs[$0] })
    let budget = BudgetTable(
      carriesOver: instance.budget.carriesOver, limits: state.limits, segment: instance.budget.segment,
      costUpTo: (0..<count).map { isStarted[$0] ? [0] : instance.budget.costUpTo[$0] })
    return Instance(
      Instance.Columns(
        shop: instance.shop, impactWeight: instance.impactWeight, periodCount: last,
        capabilityCount: instance.capabilityCount, positions: (0..<count).map { instance.position(of: $0) },
        durations: durations, earliest: earliest, latest: latest,
        fixedStarts: (0..<count).map { isStarted[$0] && !instance.isMilestone[$0] ? state.started[$0] : nil },
        isInWork: (0..<count).map { isStarted[$0] && !instance.isMilestone[$0] },
        isRequired: (0..<count).map { isStarted[$0] || (instance.isRequired[$0] && state.isOpen[$0]) },
        triggers: (0..<count).map { isStarted[$0] || state.isTriggered[$0] ? nil : instance.triggers[$0] },
        requirements: instance.requirements, groups: instance.groups, resources: resources, budget: budget,
        isFrozen: instance.isFrozen, additiveValues: instance.additiveValues,
        firstYearCosts: instance.firstYearCost, targetMilestone: instance.targetMilestone))
  }
}
