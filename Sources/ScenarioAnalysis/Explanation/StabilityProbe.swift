internal import Planning
internal import RoadmapModel

/// Finds out by planning again how far one number of a capability may be off before the capability moves, leaves or enters.
///
/// A range is searched outwards by steps that grow until the capability has moved, and then by bisection between the last value at which it stood and the first at
/// which it did not. What was planned for one value is then carried over to all others, and where that turns an answer, the search goes on. Both ends were planned with,
/// so the range holds just inside and fails just outside, for this search at this effort; whether something else happens in between values that were not tried is not
/// known.
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

  /// How often plans are carried over between values at most, as long as that turns an answer.
  static let exchanges = 3

  private var roadmap: Roadmap { replanner.roadmap }
  private var standing: Standing { Standing(of: id, in: incumbent.plan) }
  /// What leaves the capability where it is.
  private var keeping: ScenarioChange {
    incumbent.plan.planned(id).map { .pin(id, $0.start) } ?? .isExcluded(id, true)
  }

  /// The best plans that are known with another value: with the capability where it is, and elsewhere.
  private struct Trial: Sendable {
    var stays: Plan?
    var moves: Plan?
    /// Whether it is proved that there is no plan.
    var isProvedInfeasible = false

    var plans: [Plan] { [stays, moves].compactMap(\.self) }
  }

  /// The values of a quantity that have been planned with.
  private struct Trials: Sendable {
    let quantity: Quantity
    let scale: Scale
    var all: [Int: Trial] = [:]

    var plans: [Plan] { all.keys.sorted().flatMap { all[$0]?.plans ?? [] } }

    /// The values that lie between what is planned with and a limit, outwards.
    func values(towards limit: Int) -> [Int] {
      let upwards = all.keys.filter { $0 > scale.present }.sorted()
      let downwards = all.keys.filter { $0 < scale.present }.sorted(by: >)
      return limit > scale.present ? upwards : limit < scale.present ? downwards : []
    }
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
    // What is excluded stays out whatever its numbers are.
    guard let capability = roadmap.capability(id), !roadmap.decision(on: id).isExcluded else {
      return Result(ranges: [], plans: [])
    }
    let work = roadmap.plannedWork(for: capability)
    for quantity in Quantity.allCases {
      guard let scale = Scale(quantity, capability, work) else { continue }
      var trials = Trials(quantity: quantity, scale: scale)
      var range = try await range(&trials)
      for _ in 0..<Self.exchanges {
        guard try await exchange(&trials) else { break }
        range = try await self.range(&trials)
      }
      ranges.append(range)
      plans += trials.plans
    }
    return Result(ranges: ranges, plans: plans)
  }

  /// The whole numbers that stand for the values of a quantity.
  struct Scale: Sendable {
    let smallest: Int
    let present: Int
    let largest: Int
    /// What planning takes for it, in the unit of the quantity.
    let planned: Double

    /// Returns nil when a capability has nothing of the quantity.
    init?(_ quantity: Quantity, _ capability: Capability, _ work: PlannedWork) {
      switch quantity {
      case .cost:
        guard work.cost > .zero else { return nil }
        (smallest, present, largest) = (0, 100, StabilityProbe.largestPercent)
        planned = work.cost.units
      case .duration:
        guard work.duration > 0, capability.duration.mean > 0 else { return nil }
        (smallest, present, planned) = (1, work.duration, Double(work.duration))
        largest = StabilityProbe.longestFactor * work.duration
      case .effect:
        guard capability.hasEffects else { return nil }
        (smallest, present, largest, planned) = (0, 100, StabilityProbe.largestPercent, 1)
      }
    }

    /// A value in the unit of the quantity; money is in whole cents, and no number has a digit that says nothing.
    func value(_ number: Int) -> Double {
      let value = planned * Double(number) / Double(present)
      return (value * 100).rounded() / 100
    }
  }

  private func change(_ quantity: Quantity, _ value: Int) -> ScenarioChange {
    switch quantity {
    case .cost: .costFactor(id, Double(value) / 100)
    case .duration: .weeks(id, value)
    case .effect: .effectFactor(id, Double(value) / 100)
    }
  }

  private func range(_ trials: inout Trials) async throws(AnalysisError) -> Explanation.StabilityRange {
    let scale = trials.scale
    let lower = try await end(&trials, towards: scale.smallest) { !$0.isEmpty }
    let upper = try await end(&trials, towards: scale.largest) { !$0.isEmpty }
    let turns = { (events: [Event]) in events.contains { $0 == .leaves || $0 == .enters } }
    var exits: [End?] = []
    for (first, limit) in [(lower, scale.smallest), (upper, scale.largest)] {
      guard let event = first.event, event == .movesEarlier || event == .movesLater else {
        exits.append(nil)
        continue
      }
      let exit = try await end(&trials, towards: limit, until: turns)
      exits.append(exit.event == nil ? nil : exit)
    }
    return Explanation.StabilityRange(
      quantity: trials.quantity, planned: scale.value(scale.present), isOfWhatIsLeft: isUnderway,
      lower: lower, upper: upper,
      lowerLeaves: exits[0], upperLeaves: exits[1])
  }

  /// The end of a range on one side: between the first value that was tried at which something happens and the one before.
  private func end(
    _ trials: inout Trials, towards limit: Int, until happens: ([Event]) -> Bool
  ) async throws(AnalysisError) -> End {
    let scale = trials.scale
    for value in Self.steps(from: scale.present, to: limit) {
      if happens(try await events(value, &trials)) { break }
    }
    while true {
      var (holds, fails): (Int, Int?) = (scale.present, nil)
      for value in trials.values(towards: limit) {
        guard !happens(try await events(value, &trials)) else {
          fails = value
          break
        }
        holds = value
      }
      guard let fails else { return End(holds: scale.value(holds), fails: nil, event: nil) }
      guard abs(fails - holds) > 1 else {
        let event = try await events(fails, &trials).first { happens([$0]) }
        return End(holds: scale.value(holds), fails: scale.value(fails), event: event)
      }
      _ = try await events((holds + fails) / 2, &trials)
    }
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

  /// Whether part of the capability is there, or it is in work: its numbers are of what is left.
  private var isUnderway: Bool { roadmap.state(of: id).doneShare > 0 }

  /// What happens at a value, which is planned with unless it has been.
  private func events(_ value: Int, _ trials: inout Trials) async throws(AnalysisError) -> [Event] {
    if let trial = trials.all[value] { return events(trial) }
    let change = change(trials.quantity, value)
    let known = incumbent.pool + trials.plans.map(Schedule.init)
    if standing.isOut {
      let trial = try await entering(
        with: change, knowing: known, isLimit: value == trials.scale.smallest || value == trials.scale.largest
      )
      trials.all[value] = trial
      return events(trial)
    }
    var trial = Trial()
    switch try await outcome([change], knowing: known) {
    case .plan(let plan):
      take(plan, &trial)
      // Where it has moved, it may have done so without need.
      if trial.stays == nil,
        case .plan(let kept) = try await outcome([change, keeping], knowing: [Schedule(plan)] + known)
      {
        take(kept, &trial)
      }
    case .infeasible(let infeasibility):
      trial.isProvedInfeasible = infeasibility.isProved
      // That there is no plan is not said of a short search.
      if !infeasibility.isProved, replanner.parameters.secondLook > 1,
        let plan = try await replanner.plan([change], from: incumbent.pool, work: .second)
      {
        take(plan, &trial)
      }
    case nil: trial.isProvedInfeasible = true
    }
    trials.all[value] = trial
    return events(trial)
  }

  /// The best plans with a changed number of what is left out: that without it, which does not depend on the number, and one in which it has to be.
  ///
  /// All of the search goes into having it in, since a free search may well never try that. At the furthest value it is searched for longer: where it does not enter there, no end is found.
  private func entering(
    with change: ScenarioChange, knowing known: [Schedule], isLimit: Bool
  ) async throws(AnalysisError) -> Trial {
    var trial = Trial(stays: incumbent.plan)
    let changes = [change, .isForced(id, true)]
    guard case .plan(let plan) = try await outcome(changes, knowing: known) else { return trial }
    take(plan, &trial)
    if isLimit, replanner.parameters.secondLook > 1, !isBetter(trial.moves, than: trial.stays),
      let longer = try await replanner.plan(changes, from: [Schedule(plan)], work: .second)
    {
      take(longer, &trial)
    }
    return trial
  }

  /// What planning with changes leads to, from the best that becomes of what is known; nil when they make no valid scenario.
  private func outcome(
    _ changes: [ScenarioChange], knowing known: [Schedule]
  ) async throws(AnalysisError) -> PlanningOutcome? {
    let best = replanner.best(of: known, with: changes).map { [$0.schedule] } ?? []
    return try await replanner.outcome(changes, from: best + incumbent.pool)
  }

  /// Carries what is known over to each value, and searches on from what is better there than what was found.
  ///
  /// - Returns: whether that turned an answer.
  private func exchange(_ trials: inout Trials) async throws(AnalysisError) -> Bool {
    let known = trials.plans.map(Schedule.init).reduce(into: [Schedule]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    var hasTurned = false
    for (value, present) in trials.all.sorted(by: { $0.key < $1.key }) {
      let change = change(trials.quantity, value)
      var trial = present
      // Without it, its numbers do not matter.
      for changes in standing.isOut ? [[change, .isForced(id, true)]] : [[change, keeping], [change]] {
        let best =
          !standing.isOut && (changes.count > 1 || !isBetter(trial.moves, than: trial.stays))
          ? trial.stays : trial.moves
        guard let carried = replanner.best(of: known, with: changes),
          best.map({ replanner.isBetter(carried, than: $0) }) ?? true,
          let plan = try await replanner.plan(changes, from: [carried.schedule], work: .following)
        else { continue }
        take(plan, &trial)
      }
      hasTurned = hasTurned || events(trial) != events(present)
      trials.all[value] = trial
    }
    return hasTurned
  }

  private func take(_ plan: Plan, _ trial: inout Trial) {
    if Standing(of: id, in: plan) == standing {
      if replanner.isBetter(plan, than: trial.stays) { trial.stays = plan }
    } else {
      if replanner.isBetter(plan, than: trial.moves) { trial.moves = plan }
    }
  }

  /// Whether there is a plan and it is better than another, or than none.
  private func isBetter(_ plan: Plan?, than other: Plan?) -> Bool {
    plan.map { replanner.isBetter($0, than: other) } ?? false
  }

  /// What happens: nothing, where the capability is as good where it is as anywhere else.
  private func events(_ trial: Trial) -> [Event] {
    guard let moves = trial.moves, isBetter(moves, than: trial.stays) else {
      return trial.stays == nil ? [trial.isProvedInfeasible ? .noPlan : .noneFound] : []
    }
    return Self.events(from: standing, to: Standing(of: id, in: moves))
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
