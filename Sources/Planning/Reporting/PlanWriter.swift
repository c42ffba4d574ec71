internal import BusinessModel
internal import RoadmapModel

/// Writes the plan of a schedule: dates, money, reasons and worth, for people and programs.
struct PlanWriter {
  private let compiled: CompiledRoadmap
  private let answer: InstanceSolver.Answer
  private let objective: Objective
  private let parameters: PlannerParameters
  private let names: Names
  private let schedule: Schedule
  /// Whether the schedule was chosen by something else than the search for the best in the expected future.
  private let isGiven: Bool

  init(
    _ compiled: CompiledRoadmap, _ answer: InstanceSolver.Answer, objective: Objective,
    _ parameters: PlannerParameters, isGiven: Bool = false
  ) {
    self.compiled = compiled
    self.answer = answer
    self.isGiven = isGiven
    self.objective = objective
    self.parameters = parameters
    names = Names(compiled.roadmap, language: parameters.language)
    var schedule = Schedule()
    for (activity, start) in answer.result.starts.enumerated() where start >= 0 {
      if let capability = compiled.capability(of: activity) { schedule.starts[capability.id] = Period(start) }
    }
    self.schedule = schedule
  }

  private var roadmap: Roadmap { compiled.roadmap }
  private var instance: Instance { compiled.instance }
  private var list: ActivityList { answer.list }
  private var starts: [Int] { answer.result.starts }

  /// The plan, with the bound on its objective.
  func plan() -> Plan {
    let value = value(answer.bound)
    return Plan(
      scenario: roadmap.name[parameters.language], currency: roadmap.business?.currency,
      status: value.gap == 0 ? .optimal : .feasible, objective: objective, value: value, stages: stages(),
      capabilities: capabilities(), notPlanned: notPlanned(),
      budget: MoneyReport(compiled, starts).budget(answer.prices),
      quarters: MoneyReport(compiled, starts).quarters(), teams: teams(), seed: parameters.seed,
      effort: parameters.effort.rawValue, wasCutShort: answer.wasCutShort, inputHash: parameters.inputHash)
  }

  private var planned: [Int] {
    (0..<instance.activityCount).filter { starts[$0] >= 0 && !instance.isMilestone[$0] }
      .sorted {
        (starts[$0], compiled.capability(of: $0)?.id ?? "") < (
          starts[$1], compiled.capability(of: $1)?.id ?? ""
        )
      }
  }

  // MARK: Worth

  private func value(_ bound: Bound) -> Plan.Value {
    var evaluator = Evaluator(instance, objective: objective)
    var workspace = instance.shop.makeWorkspace()
    let goLives = instance.goLives(of: starts)
    var scores = 0.0
    var cost = 0.0
    var firstYear: Int64 = 0
    for activity in planned {
      guard let position = instance.position(of: activity) else { continue }
      scores += instance.shop.presentScore(of: position, goLive: Int(goLives[position]))
      cost += instance.shop.presentCost(of: position, start: starts[activity])
      firstYear += instance.firstYearCost[activity]
    }
    let npv = Money(cents: evaluator.netPresentValue(of: starts))
    let impact =
      roadmap.weights == ObjectiveWeights()
      // So that the parts add up to the last cent.
      ? npv - Money(units: scores) + Money(units: cost)
      : Money(units: instance.shop.impact(goLive: goLives, in: &workspace))
    let achieved =
      switch objective {
      case .value: npv.units
      case .cost: Money(cents: firstYear).units
      case .time: Double(starts[instance.targetMilestone])
      }
    return Plan.Value(
      npv: npv, impact: impact, scores: Money(units: scores), cost: Money(units: cost),
      firstYearCost: Money(cents: firstYear),
      bound: bound, gap: bound.gap(from: achieved, for: objective))
  }

  /// What the plan would lose without an activity and without everything that then lacks a prerequisite.
  private func worth(of activity: Int, _ evaluator: inout Evaluator, whole: Int64) -> Int64 {
    var left = starts
    left[activity] = -1
    var changed = true
    while changed {
      changed = false
      for requirement in instance.requirements where left[requirement.activity] >= 0 {
        let waiting = requirement.activity
        if instance.isInWork[waiting] { continue }
        let met = requirement.slots.filter { members in
          members.contains {
            left[$0] >= 0 && left[$0] + instance.duration[$0] + requirement.lag <= left[waiting]
          }
        }.count
        guard met < requirement.count else { continue }
        left[waiting] = -1
        changed = true
      }
    }
    return whole - evaluator.netPresentValue(of: left)
  }

  // MARK: Stages, capabilities, teams

  private func stages() -> [Plan.ReachedStage] {
    roadmap.maturity.stages.compactMap { stage in
      guard let period = schedule.period(reaching: stage.id, in: roadmap),
        period.index <= instance.periodCount
      else {
        return nil
      }
      return Plan.ReachedStage(stage: stage.id, reachedOn: roadmap.calendar.date(of: period), period: period)
    }
  }

  private func capabilities() -> [Plan.PlannedCapability] {
    var finder = WaitFinder(compiled, starts: starts)
    var evaluator = Evaluator(instance, objective: .value)
    let whole = evaluator.netPresentValue(of: starts)
    let waits = starts.indices.map { starts[$0] >= 0 ? finder.wait(of: $0) : nil }
    let chain = CriticalChain(finder, waits: waits)
    let text = ReasonText(names: names)
    return planned.compactMap { activity in
      guard let capability = compiled.capability(of: activity), let wait = waits[activity] else { return nil }
      let start = Period(starts[activity])
      let finish = start.advanced(by: instance.duration[activity])
      let worth = worth(of: activity, &evaluator, whole: whole)
      // What holds up the target for no reason that can be seen is not said to be better later.
      let isVague = objective != .value && wait.kind == .lowerValue
      return Plan.PlannedCapability(
        id: capability.id, startPeriod: start, finishPeriod: finish, start: roadmap.calendar.date(of: start),
        finish: roadmap.calendar.date(of: finish), cost: compiled.work[activity]?.cost ?? .zero,
        worth: Money(cents: worth), isCritical: chain.isCritical[activity], waitsFor: wait,
        because: text.line(purpose(of: activity, capability), worth: worth, isVague ? nil : wait))
    }
  }

  private func purpose(of activity: Int, _ capability: Capability) -> ReasonText.Purpose {
    if instance.isInWork[activity] { return .inWork }
    let counted = Set([capability.id] + capability.provides)
    let target = roadmap.maturity.rank(of: roadmap.target.stage) ?? 0
    for stage in roadmap.maturity.stages[...target] {
      if stage.demands.contains(where: { !counted.isDisjoint(with: $0.requirement.members) }) {
        return .demanded(by: stage.id)
      }
    }
    let decision = roadmap.decision(on: capability.id)
    if decision.isForced || decision.pinnedStart != nil || decision.liveBy != nil { return .decided }
    let users = instance.uses[instance.useRanges[activity]].map {
      instance.requirements[$0.requirement].activity
    }
    .filter { starts[$0] >= starts[activity] && !instance.isMilestone[$0] }
    if let user = users.min(by: { (starts[$0], $0) < (starts[$1], $1) }).flatMap({
      compiled.capability(of: $0)
    }) {
      return .needed(by: user.id)
    }
    return .worthwhile
  }

  private func teams() -> [Plan.TeamUse] {
    let end =
      planned.filter { instance.duration[$0] > 0 }.map { starts[$0] + instance.duration[$0] }.max() ?? 0
    return roadmap.teams.enumerated().map { resource, team in
      let row = resource * instance.periodCount
      let capacity = instance.resources.capacity[row..<row + end].reduce(0) { $0 + Int($1) }
      let work = planned.reduce(0) { sum, activity in
        sum
          + instance.resources.needs[activity].filter { $0.resource == resource }
          .reduce(0) { $0 + Int($1.units) * instance.duration[activity] }
      }
      let most = mostGain(byMoreOf: resource)
      return Plan.TeamUse(
        id: team.id, utilisation: capacity > 0 ? Double(work) / Double(capacity) : 0,
        mostGain: most,
        prices: answer.prices.map { MoneyReport(compiled, starts).prices(of: resource, $0, most: most) })
    }
  }

  /// What any number of people more can add to the value; nil where that was not looked into, or where something is left out because there are too few people for it at all.
  private func mostGain(byMoreOf resource: Int) -> Money? {
    guard let limits = answer.prices?.limitsWithoutEach, !limits.isEmpty, limits[resource].isFinite else {
      return nil
    }
    let row = resource * instance.periodCount
    let most = instance.resources.capacity[row..<row + instance.periodCount].max() ?? 0
    let needed = instance.resources.needs.flatMap { needs in
      needs.filter { $0.resource == resource && $0.units > 0 }.map(\.units)
    }
    guard let largest = needed.max() else { return .zero }
    guard largest <= most else { return nil }
    return Money(cents: max(0, Int64(limits[resource].rounded(.up)) - answer.result.netPresentValue))
  }

  // MARK: What is left out

  private func notPlanned() -> [Plan.LeftOutCapability] {
    var evaluator = Evaluator(instance, objective: objective)
    let text = ReasonText(names: names)
    let current = evaluator.evaluate(list)
    var activityOfPosition: [Int: Int] = [:]
    for activity in 0..<instance.activityCount {
      if let position = instance.position(of: activity) { activityOfPosition[position] = activity }
    }
    return roadmap.capabilities.enumerated().compactMap { position, capability in
      if let reason = compiled.unavailable[position] {
        return Plan.LeftOutCapability(id: capability.id, because: text.line(.unavailable(reason)))
      }
      guard let activity = activityOfPosition[position], starts[activity] < 0 else { return nil }
      let omission = omission(of: activity, current, &evaluator)
      return Plan.LeftOutCapability(id: capability.id, because: text.line(omission))
    }
  }

  private func omission(
    of activity: Int, _ current: Evaluator.Result, _ evaluator: inout Evaluator
  ) -> ReasonText.Omission {
    for group in instance.groupsOfActivity[activity] {
      if let other = instance.groups[group].members.first(where: { starts[$0] >= 0 }),
        let capability = compiled.capability(of: other)
      {
        return .replaced(by: capability.id)
      }
    }
    guard let result = result(with: activity, &evaluator) else {
      let path = instance.shop.path(goLive: instance.goLives(of: starts))
      if let trigger = instance.triggers[activity], path.firstPeriod(reaching: trigger) == nil,
        let condition = trigger.conditions.first
      {
        return .triggerNotReached(condition.kpi)
      }
      return lack(of: activity, &evaluator)
    }
    if result.fitness.violation > 0 {
      let isLate = (0..<instance.activityCount).contains {
        instance.isRequired[$0] && result.starts[$0] > instance.latest[$0]
      }
      return .displacesDemands(isLate: isLate)
    }
    guard objective == .value else { return .notNeeded(for: roadmap.target.stage) }
    let loss = current.netPresentValue - result.netPresentValue
    if loss < 0, isGiven { return .sacrificed(gain: -loss) }
    return loss > 0 ? .lowersValue(by: loss) : .overlooked(gain: -loss)
  }

  /// What keeps an activity out of the schedule, although it is wanted.
  private func lack(of activity: Int, _ evaluator: inout Evaluator) -> ReasonText.Omission {
    switch evaluator.obstacle(to: activity, in: early(activity)) {
    case .time: .noTime
    case .money: .noMoney
    case .resource(let resource):
      resource == instance.resources.workInProgress
        ? .tooMuchInWork : .noPeople(roadmap.teams[resource].id)
    }
  }

  /// The better schedule with an activity: where the list would have it, or as early as can be; nil when it has no room.
  private func result(with activity: Int, _ evaluator: inout Evaluator) -> Evaluator.Result? {
    var wanted = list
    wanted.isWanted[activity] = true
    let results = [evaluator.evaluate(wanted), evaluator.evaluate(early(activity))]
    return results.filter { $0.starts[activity] >= 0 }.max { $0.fitness < $1.fitness }
  }

  /// The list with an activity, and with what it needs and the list has not as early as can be.
  private func early(_ activity: Int) -> ActivityList {
    var early = list
    early.isWanted[activity] = true
    var open = [activity]
    var seen: Set<Int> = []
    while let next = open.popLast() {
      guard seen.insert(next).inserted else { continue }
      if starts[next] < 0 { early.notBefore[next] = 0 }
      for index in instance.requirementRanges[next] {
        open += instance.requirements[index].slots.flatMap(\.self)
      }
    }
    return early
  }
}
