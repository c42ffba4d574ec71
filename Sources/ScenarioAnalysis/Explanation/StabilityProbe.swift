internal import Planning
internal import RoadmapModel

/// Finds out by planning again how far one number of a capability may be off before the capability moves, leaves or enters.
///
/// A range is searched outwards by steps that grow until the capability has moved, and then by bisection between the last value at which it stood and the first at
/// which it did not. Both were planned with, so the range holds just inside and fails just outside, for this search at this effort; whether something else happens
/// in between values that were not tried is not known.
struct StabilityProbe: Sendable {
  typealias Quantity = Explanation.StabilityRange.Quantity
  typealias Event = Explanation.StabilityRange.Event
  typealias End = Explanation.StabilityRange.End

  let replanner: Replanner
  let incumbent: Incumbent
  let id: CapabilityID

  /// Costs and effects are tried in percents of what planning takes for them, from nothing to this many times as much.
  static let largestPercent = 500
  /// How far durations are tried, in weeks: this many times what planning takes for them.
  static let longestFactor = 4

  private var roadmap: Roadmap { replanner.roadmap }
  private var standing: Standing { Standing(of: id, in: incumbent.plan) }

  /// What planning with another value leads to.
  private struct Trial: Sendable {
    let events: [Event]
    let plan: Plan?
  }

  /// What the probe found out.
  struct Result: Sendable {
    let ranges: [Explanation.StabilityRange]
    /// The plans that were made.
    let plans: [Plan]
  }

  /// The ranges of all numbers that the capability has.
  func result() async throws(AnalysisError) -> Result {
    var ranges: [Explanation.StabilityRange] = []
    var plans: [Plan] = []
    guard let capability = roadmap.capability(id) else { return Result(ranges: [], plans: []) }
    let work = roadmap.plannedWork(for: capability)
    for quantity in Quantity.allCases {
      guard let scale = Scale(quantity, capability, work) else { continue }
      let (range, tried) = try await range(of: quantity, scale)
      ranges.append(range)
      plans += tried
    }
    return Result(ranges: ranges, plans: plans)
  }

  /// The whole numbers that stand for the values of a quantity.
  struct Scale: Sendable {
    let smallest: Int
    let present: Int
    let largest: Int
    /// What one step of the whole numbers is in the unit of the quantity.
    let unit: Double

    /// Returns nil when a capability has nothing of the quantity.
    init?(_ quantity: Quantity, _ capability: Capability, _ work: PlannedWork) {
      switch quantity {
      case .cost:
        guard work.cost > .zero else { return nil }
        (smallest, present, largest, unit) = (0, 100, StabilityProbe.largestPercent, work.cost.units / 100)
      case .duration:
        guard work.duration > 0, capability.duration.mean > 0 else { return nil }
        (smallest, present, unit) = (1, work.duration, 1)
        largest = StabilityProbe.longestFactor * work.duration
      case .effect:
        guard capability.hasEffects else { return nil }
        (smallest, present, largest, unit) = (0, 100, StabilityProbe.largestPercent, 0.01)
      }
    }
  }

  private func change(_ quantity: Quantity, _ value: Int) -> ScenarioChange {
    switch quantity {
    case .cost: .costFactor(id, Double(value) / 100)
    case .duration: .weeks(id, value)
    case .effect: .effectFactor(id, Double(value) / 100)
    }
  }

  private func range(
    of quantity: Quantity, _ scale: Scale
  ) async throws(AnalysisError) -> (Explanation.StabilityRange, [Plan]) {
    var trials: [Int: Trial] = [:]
    let lower = try await end(quantity, scale, towards: scale.smallest, &trials) { !$0.isEmpty }
    let upper = try await end(quantity, scale, towards: scale.largest, &trials) { !$0.isEmpty }
    let turns = { (events: [Event]) in events.contains { $0 == .leaves || $0 == .enters } }
    var exits: [End?] = []
    for (first, limit) in [(lower, scale.smallest), (upper, scale.largest)] {
      guard let event = first.event, event == .movesEarlier || event == .movesLater else {
        exits.append(nil)
        continue
      }
      let exit = try await end(quantity, scale, towards: limit, &trials, until: turns)
      exits.append(exit.event == nil ? nil : exit)
    }
    let range = Explanation.StabilityRange(
      quantity: quantity, planned: Double(scale.present) * scale.unit, lower: lower, upper: upper,
      lowerLeaves: exits[0], upperLeaves: exits[1])
    return (range, trials.keys.sorted().compactMap { trials[$0]?.plan })
  }

  /// The end of a range on one side.
  private func end(
    _ quantity: Quantity, _ scale: Scale, towards limit: Int, _ trials: inout [Int: Trial],
    until happens: ([Event]) -> Bool
  ) async throws(AnalysisError) -> End {
    var holds = scale.present
    var fails: Int?
    for value in Self.steps(from: scale.present, to: limit) {
      let events = try await events(quantity, value, &trials)
      if happens(events) {
        fails = value
        break
      }
      holds = value
    }
    guard var first = fails else { return End(holds: Double(holds) * scale.unit, fails: nil, event: nil) }
    while abs(first - holds) > 1 {
      let middle = (first + holds) / 2
      if happens(try await events(quantity, middle, &trials)) { first = middle } else { holds = middle }
    }
    let events = try await events(quantity, first, &trials)
    let event = events.first { happens([$0]) } ?? events.first
    return End(holds: Double(holds) * scale.unit, fails: Double(first) * scale.unit, event: event)
  }

  /// Values outwards from one to another, in steps that double.
  static func steps(from present: Int, to limit: Int) -> [Int] {
    guard limit != present else { return [] }
    let direction = limit > present ? 1 : -1
    var step = max(1, abs(limit - present) / 16)
    var values: [Int] = []
    var value = present
    while value != limit {
      value = direction > 0 ? min(limit, value + step) : max(limit, value - step)
      values.append(value)
      step *= 2
    }
    return values
  }

  private func events(
    _ quantity: Quantity, _ value: Int, _ trials: inout [Int: Trial]
  ) async throws(AnalysisError) -> [Event] {
    if let trial = trials[value] { return trial.events }
    let change = change(quantity, value)
    let trial: Trial
    if let plan = try await replanner.plan([change], from: incumbent.pool) {
      let events = Self.events(from: standing, to: Standing(of: id, in: plan))
      var holds = events.isEmpty
      if !holds { holds = try await isAsGood(change, as: plan) }
      trial = Trial(events: holds ? [] : events, plan: plan)
    } else {
      trial = Trial(events: [.noPlan], plan: nil)
    }
    trials[value] = trial
    return trial.events
  }

  /// Whether there is a plan with the capability where it is that is as good as one in which it has moved.
  private func isAsGood(_ change: ScenarioChange, as plan: Plan) async throws(AnalysisError) -> Bool {
    let keeping =
      incumbent.plan.planned(id).map { ScenarioChange.pin(id, $0.start) } ?? .isExcluded(id, true)
    let starts = incumbent.pool + [Schedule(plan)]
    guard let kept = try await replanner.plan([change, keeping], from: starts) else { return false }
    let score = { (plan: Plan) in
      Score(plan, for: replanner.objective, target: roadmap.target.stage)
    }
    return score(plan) <= score(kept)
  }

  private static func events(from before: Standing, to after: Standing) -> [Event] {
    switch (before, after) {
    case (.out, .out): []
    case (.out, .planned): [.enters]
    case (.planned, .out): [.leaves]
    case (.planned(let old), .planned(let new)):
      old == new ? [] : new < old ? [.movesEarlier] : [.movesLater]
    }
  }
}
