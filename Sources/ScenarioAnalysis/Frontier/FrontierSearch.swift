public import Planning
public import RoadmapModel

/// Plans a scenario at many levels of its budget or of a team, each from the plans of its neighbours.
public struct FrontierSearch: Sendable {
  private let roadmap: Roadmap
  private let plan: Plan?
  private let axis: Frontier.Axis
  private let planning: PlannerParameters?

  /// A search along an axis, from a plan of the scenario itself.
  ///
  /// - Parameters:
  ///   - roadmap: the scenario.
  ///   - plan: its plan; nil when it has none, though it may have one with more money or people.
  ///   - axis: what grows from level to level.
  ///   - planning: what the planner is asked to do for the highest level when the scenario itself has no plan; nil for no more than for any other level.
  /// - Precondition: the scenario has a budget, or the team of the axis.
  public init(_ roadmap: Roadmap, plan: Plan?, axis: Frontier.Axis, planning: PlannerParameters? = nil) {
    self.roadmap = roadmap
    self.plan = plan
    self.axis = axis
    self.planning = planning
    precondition(Self.level(of: roadmap, axis) != nil, "the scenario has nothing along this axis")
  }

  /// The level of a scenario along an axis; nil when it has none, or no money to spread.
  public static func level(of roadmap: Roadmap, _ axis: Frontier.Axis) -> Double? {
    switch axis {
    case .budget:
      let total = roadmap.budget.map { $0.windows.reduce(Money.zero) { $0 + $1.amount } }
      return total.flatMap { $0 > .zero ? $0.units : nil }
    case .team(let id): return roadmap.team(id)?.capacity.count
    }
  }

  /// Evenly spread levels, with that of the scenario and that of a cut where they lie between.
  ///
  /// - Precondition: there are at least two levels and at most ``Frontier/levelLimit``, and the range is not empty.
  public func levels(from first: Double, through last: Double, count: Int) -> [Double] {
    precondition(2...Frontier.levelLimit ~= count && first < last && first >= 0, "a frontier has a range")
    let present = Self.level(of: roadmap, axis) ?? first
    var levels = (0..<count).map { first + (last - first) * Double($0) / Double(count - 1) }
    levels += [present, present * (1 - Frontier.cutShare)].filter { first <= $0 && $0 <= last }
    return Set(levels.map(rounded)).sorted()
  }

  /// Levels are whole cents, or hundredths of a person.
  private func rounded(_ level: Double) -> Double { level.rounded(toDecimals: 2) }

  private func changes(_ level: Double) -> [ScenarioChange] {
    guard let present = Self.level(of: roadmap, axis), rounded(present) != level else { return [] }
    switch axis {
    case .budget: return [.budgetFactor(level / present)]
    case .team(let id): return [.moreTeam(id, people: People(level - present), from: roadmap.calendar.start)]
    }
  }

  /// A level while it is being worked on.
  private struct Step: Sendable {
    let level: Double
    var plan: Plan?
    /// No plan of the level is better; it says nothing as long as there is no plan.
    var bound: Double
    /// Whether it is proved that there is no plan.
    var isProvedImpossible = false
  }

  /// Plans all levels.
  ///
  /// Upwards, each level starts from the plan of the one below; downwards, from that of the one above, or what is left of it. At last every plan is carried over upwards,
  /// so that no level is worse than one below. Every bound holds for the levels below too; that of the scenario's own level is at least as good as that of its plan.
  ///
  /// - Parameters:
  ///   - levels: from the lowest, each once; as ``levels(from:through:count:)`` gives them.
  ///   - parameters: how much each search does, and the rest.
  ///   - signal: may be raised at any time to end without a result.
  ///   - onProgress: is called now and then, from any thread.
  /// - Throws: ``AnalysisError`` when the signal was raised, or when the planner is at fault.
  public func frontier(
    _ levels: [Double], _ parameters: AnalysisParameters = AnalysisParameters(),
    signal: StopSignal = StopSignal(), onProgress: @escaping @Sendable (AnalysisProgress) -> Void = { _ in }
  ) async throws(AnalysisError) -> Frontier {
    let replanner = Replanner(roadmap, parameters, signal: signal, onProgress: onProgress)
    replanner.expect(2 * levels.count)
    let objective = replanner.objective
    var known = plan
    if known == nil, let planning, let highest = levels.last {
      known = try await replanner.plan(changes(highest), from: nil, searchingAs: planning)
      // What has no plan with the most has none with less.
      guard known != nil else {
        return frontier(of: levels.map { Step(level: $0, bound: .infinity) }, replanner)
      }
    }
    var steps: [Step] = []
    for level in levels {
      let starts = [steps.last?.plan, known].compactMap { $0.map(Schedule.init) }
      // The bound of the highest level holds for all below, so that one gets the most work.
      let outcome = try await replanner.outcome(
        changes(level), from: starts, work: level == levels.last ? .leading : .shown)
      var (next, isProvedImpossible): (Plan?, Bool) = (nil, false)
      switch outcome {
      case .plan(let plan): next = plan
      case .infeasible(let infeasibility): isProvedImpossible = infeasibility.isProved
      case nil: break
      }
      var bound = next?.value.bound ?? (objective == .value ? .infinity : 0)
      if next != nil, changes(level).isEmpty, let plan, plan.objective == objective {
        bound = objective == .value ? min(bound, plan.value.bound) : max(bound, plan.value.bound)
      }
      steps.append(Step(level: level, plan: next, bound: bound, isProvedImpossible: isProvedImpossible))
    }
    // What is impossible with more is impossible with less.
    if let last = steps.lastIndex(where: \.isProvedImpossible) {
      for index in steps.indices[...last] { steps[index].isProvedImpossible = true }
    }
    for index in steps.indices.reversed() where !steps[index].isProvedImpossible {
      let known = [steps[index].plan, index + 1 < steps.count ? steps[index + 1].plan : nil]
      let starts = known.compactMap { $0.map(Schedule.init) }
      try await improve(&steps[index], from: starts, replanner)
    }
    for index in steps.indices.dropFirst() {
      guard let below = steps[index - 1].plan else { continue }
      if replanner.isBetter(below, than: steps[index].plan) {
        try await improve(&steps[index], from: [Schedule(below)], replanner)
      }
    }
    for index in steps.indices.dropLast().reversed() {
      let above = steps[index + 1].bound
      steps[index].bound =
        objective == .value ? min(steps[index].bound, above) : max(steps[index].bound, above)
    }
    return frontier(of: steps, replanner)
  }

  /// Searches a level again, and keeps the better plan and the better bound.
  private func improve(
    _ step: inout Step, from starts: [Schedule], _ replanner: Replanner
  ) async throws(AnalysisError) {
    guard let next = try await replanner.plan(changes(step.level), from: starts, work: .again) else { return }
    let objective = replanner.objective
    let bound = next.value.bound
    if step.plan == nil {
      step.bound = bound
    } else {
      step.bound = objective == .value ? min(step.bound, bound) : max(step.bound, bound)
    }
    if replanner.isBetter(next, than: step.plan) { step.plan = next }
  }

  // MARK: The result

  private func frontier(of steps: [Step], _ replanner: Replanner) -> Frontier {
    let present = Self.level(of: roadmap, axis).map(rounded)
    var points: [Frontier.Point] = []
    var before: Step?
    for step in steps {
      points.append(point(step, after: before, isScenario: step.level == present, replanner.objective))
      if step.plan != nil { before = step }
    }
    return Frontier(
      format: "gait-frontier/1", scenario: roadmap.name[replanner.parameters.language],
      currency: roadmap.business?.currency, objective: replanner.objective, axis: axis, points: points,
      begins: points.first?.plan == nil ? points.first { $0.plan != nil }?.level : nil,
      saturation: saturation(points, replanner.objective),
      cut: present.flatMap { cut(steps, present: $0) }, plans: replanner.plansMade,
      seed: replanner.parameters.seed, inputHash: replanner.parameters.inputHash)
  }

  private func point(
    _ step: Step, after before: Step?, isScenario: Bool, _ objective: Objective
  ) -> Frontier.Point {
    let figures = step.plan.map { PlanFigures($0, target: roadmap.target.stage) }
    var difference: PlanDifference?
    var perUnit: Double?
    if let plan = step.plan, let before, let old = before.plan {
      difference = PlanDifference(from: old, to: plan)
      perUnit = (plan.value.npv - old.value.npv).units / (step.level - before.level)
    }
    let ids = { (change: PlanDifference.Change) in difference?.entries(change).map(\.id) ?? [] }
    let gap = step.plan.map { plan in
      Bound(limit: step.bound, method: .pricedCut, relaxed: [])
        .gap(from: achieved(plan, objective), for: objective).asShare
    }
    return Frontier.Point(
      level: step.level, isScenario: isScenario, plan: figures,
      isProvedImpossible: step.isProvedImpossible, bound: step.plan == nil ? nil : step.bound.inCents,
      gap: gap, added: ids(.added), dropped: ids(.dropped), moved: ids(.moved),
      perUnit: perUnit?.rounded(toDecimals: 4))
  }

  private func achieved(_ plan: Plan, _ objective: Objective) -> Double {
    switch objective {
    case .value: plan.value.npv.units
    case .cost: plan.value.firstYearCost.units
    case .time:
      Double(
        plan.stages.first { $0.stage == roadmap.target.stage }?.period.index ?? roadmap.calendar.periodCount)
    }
  }

  /// The lowest level from which on the worth no longer grows.
  private func saturation(_ points: [Frontier.Point], _ objective: Objective) -> Double? {
    guard objective == .value, let top = points.last?.plan?.netPresentValue else { return nil }
    let limit = top.units - Frontier.negligibleShare * top.units.magnitude
    let first = points.first { ($0.plan?.netPresentValue.units).map { $0 >= limit } ?? false }
    return first.flatMap { $0.level < points[points.count - 1].level ? $0.level : nil }
  }

  private func cut(_ steps: [Step], present: Double) -> Frontier.Cut? {
    let level = rounded(present * (1 - Frontier.cutShare))
    guard let whole = steps.first(where: { $0.level == present })?.plan,
      let less = steps.first(where: { $0.level == level })?.plan
    else { return nil }
    let difference = PlanDifference(from: whole, to: less)
    let stage = difference.stages.first { $0.stage == roadmap.target.stage }
    let weeks = stage?.before.flatMap { before in stage?.after.map { before.distance(to: $0) / 7 } }
    return Frontier.Cut(
      level: level, netPresentValue: less.value.npv - whole.value.npv, targetWeeks: weeks,
      dropped: difference.entries(.dropped).map(\.id), added: difference.entries(.added).map(\.id),
      later: difference.entries(.moved).filter { $0.finishShift ?? 0 > 0 }.map(\.id))
  }
}
