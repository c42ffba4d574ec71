internal import BusinessModel
internal import Planning
internal import RoadmapModel

/// What can happen in a week.
extension Execution {
  /// Forgets the last future.
  mutating func reset() {
    now = 0
    start.fill(Self.never)
    workEnd.fill(Self.never)
    goLive.fill(Self.never)
    ready.fill(Self.never)
    metAt.fill(0)
    cause.fill(.nothing)
    isDropped.fill(false)
    lacksUntil.fill(-1)
    isActive.copy(model.isActive)
    hold.copy(model.hold)
    rank.copy(model.rank)
    leftShare.fill(1)
    presentCost.fill(0)
    costOf.fill(0)
    for activity in start.indices {
      currentStart[activity] = model.isPlanned(activity) ? model.plannedStart[activity] : -1
      open[activity] =
        model.instance.requirementRanges[activity].count + (model.isOutOfReach[activity] ? 1 : 0)
    }
    for position in goLiveByPosition.indices { goLiveByPosition[position] = ShopModel.never }
    oneOff.fill(0)
    riskCost = 0
    riskHits.fill(false)
    waits.fill(0)
    decidedAt.fill(Self.never)
    hasImproved.fill(false)
    left.copy(model.instance.resources.capacity)
    money.reset()
    missing.copy(model.instance.requirementCounts)
    isFilled.fill(false)
    readyIn.removeAll()
    liveIn.removeAll()
    eligibleCount = 0
    isReached.fill(false)
    openConditions = isReached.count
  }

  // MARK: Starting

  /// What keeps an eligible activity from starting now; nil when nothing does.
  ///
  /// It changes nothing but the notes of which people are lacking until when.
  mutating func blocker(of activity: Int) -> Blocker? {
    let weeks = model.instance.duration[activity]
    let finish = now + weeks
    guard finish <= model.periodCount else { return .calendar }
    if openConditions > 0, !hasTrigger(activity) { return .trigger }
    if model.instance.isFrozen[finish] { return .freeze }
    if now <= lacksUntil[activity] || lacks(activity, until: finish) { return .resource(lackOf[activity]) }
    let costs = model.plannedCosts[model.plannedCostRanges[activity]]
    return money.allows(costs, from: now) ? nil : .money
  }

  /// Whether an activity that starts now lacks people, and until when at least: as people are only taken, it lacks them as long as the last week without them lies ahead.
  private mutating func lacks(_ activity: Int, until end: Int) -> Bool {
    for need in model.needRanges[activity] {
      let resource = model.needResources[need]
      let units = model.needUnits[need]
      let row = resource * model.periodCount
      var cell = row + end - 1
      while cell >= row + now, left[cell] >= units { cell -= 1 }
      guard cell >= row + now else { continue }
      lackOf[activity] = resource
      // What is kept for pinned work is given back when that is due, so then each week is looked at anew.
      if model.pinned.isEmpty { lacksUntil[activity] = cell - row }
      return true
    }
    return false
  }

  /// Begins work on an activity: now it shows how long it takes, what it costs and what it brings.
  mutating func begin(_ activity: Int, in period: Int) {
    start[activity] = period
    let weeks = weeksAfterRisks(of: activity, in: period)
    let end = finish(of: activity, from: period, weeks: weeks)
    var live = end
    while live <= model.periodCount, model.instance.isFrozen[live] { live += 1 }
    let isLive = live <= model.periodCount
    workEnd[activity] = end
    goLive[activity] = isLive ? live : Self.never
    // What was in work at the start stays in work until a freeze is over, as planning has it.
    let occupiedEnd = model.instance.isInWork[activity] && isLive ? live : end
    take(activity, from: period, to: occupiedEnd)
    pay(for: activity, from: period, weeks: max(1, occupiedEnd - period))
    money.settle()
    bringEffects(of: activity)
    if isLive {
      liveIn.push(activity, in: live)
      goLiveByPosition[model.position[activity]] = Int32(live)
    }
  }

  private mutating func finish(of activity: Int, from period: Int, weeks: Double) -> Int {
    // The last bits of a product are no week.
    let work = min(weeks, Double(model.periodCount) + 1) - 1e-9
    let teams = model.absentTeams[activity]
    guard !teams.isEmpty, !world.presence.isEmpty else { return period + max(0, Int(work.rounded(.up))) }
    var rest = work
    var week = period
    while rest > 0, week < model.periodCount {
      rest -= teams.reduce(1) { min($0, world.presence[$1 * model.periodCount + week]) }
      week += 1
    }
    return rest > 0 ? week + Int(rest.rounded(.up)) : week
  }

  private mutating func take(_ activity: Int, from period: Int, to end: Int) {
    for need in model.needRanges[activity] {
      let row = model.needResources[need] * model.periodCount
      let units = model.needUnits[need]
      for cell in row + period..<row + max(period, min(end, model.periodCount)) { left[cell] -= units }
    }
  }

  /// Pays the one-off cost over the weeks of work, in whole cents that add up, and adds the running cost to what the activity costs.
  private mutating func pay(for activity: Int, from period: Int, weeks: Int) {
    let cents = world.cost[activity]
    costOf[activity] = cents
    let factors = model.instance.shop.discountFactors
    let timing = model.work[activity]?.costTiming ?? .spread
    let (share, rest) = cents.quotientAndRemainder(dividingBy: Int64(weeks))
    var carried: Int64 = 0
    var present = 0.0
    for week in 0..<min(weeks, model.periodCount - period) {
      let due: Int64
      switch timing {
      case .spread:
        // What has been paid by the end of a week is the part of its share in whole cents, rounded down.
        carried += rest
        due = share + (carried >= weeks ? 1 : 0)
        if carried >= weeks { carried -= Int64(weeks) }
      case .start: due = week == 0 ? cents : 0
      case .finish: due = week == weeks - 1 ? cents : 0
      }
      present += Money(cents: due).units * factors[period + week]
      oneOff[period + week] += due
      money.pay(due, in: period + week)
    }
    let live = goLive[activity] == Self.never ? model.periodCount : goLive[activity]
    presentCost[activity] =
      present
      + model.instance.shop.presentRunningCost(perMonth: world.runningCost[activity], goLive: live)
  }

  private mutating func bringEffects(of activity: Int) {
    let succeeds = world.succeeds[activity]
    for effect in effectRanges[activity] {
      var change = world.change[effect]
      if effectIsHelpful[effect] { change = succeeds ? change * leftShare[activity] : 0 }
      shop.setChange(of: effect, to: change)
    }
  }

  /// What the activity changes a lever by, as it has turned out, at its full size.
  private mutating func trueChange(of activity: Int, _ effect: Int) -> Double {
    guard effectIsHelpful[effect] else { return world.change[effect] }
    return world.succeeds[activity] ? world.change[effect] * leftShare[activity] : 0
  }

  // MARK: Risks

  /// The weeks of work with what risks add to them; risks that hit are paid for when the work ends.
  private mutating func weeksAfterRisks(of activity: Int, in period: Int) -> Double {
    var weeks = world.weeks[activity]
    var due: Int64 = 0
    for (risk, chance) in model.risksOfActivity[activity] {
      guard model.risks[risk].hits[period], world.chance[chance] < probability(of: risk, in: period) else {
        continue
      }
      weeks = weeks * world.delayFactor[chance] + world.delay[chance]
      leftShare[activity] *= 1 - world.effectLoss[chance]
      if model.risks[risk].hitsEachByItself || !riskHits[risk] { due += world.riskCost[chance] }
      riskHits[risk] = true
    }
    if due != 0 { payForRisk(due, in: finish(of: activity, from: period, weeks: weeks)) }
    return weeks
  }

  private mutating func probability(of risk: Int, in period: Int) -> Double {
    guard let mitigator = model.risks[risk].mitigator else { return model.risks[risk].probability }
    let isLive =
      model.isLiveToday[mitigator]
      || (goLiveByPosition[mitigator] != ShopModel.never && Int(goLiveByPosition[mitigator]) <= period)
    return isLive ? model.risks[risk].mitigatedProbability : model.risks[risk].probability
  }

  private mutating func payForRisk(_ cents: Int64, in period: Int) {
    guard period < model.periodCount else { return }
    oneOff[period] += cents
    money.pay(cents, in: period)
    riskCost += model.instance.shop.presentValue(of: Money(cents: cents).units, in: period)
  }

  /// Pays the price of a mitigation that is taken, at the start.
  mutating func payMitigation(of risk: Int) {
    guard let mitigation = model.risks[risk].risk.mitigation, mitigation.capability == nil,
      mitigation.isTaken, mitigation.price != 0
    else { return }
    payForRisk(Money(units: mitigation.price).cents, in: 0)
    money.settle()
  }

  // MARK: Going live

  /// Tells what waits for it of everything that goes live now.
  mutating func takeLive() {
    while let activity = liveIn.pop(now) { announce(activity) }
  }

  private mutating func announce(_ activity: Int) {
    for index in model.instance.useRanges[activity] {
      let use = model.instance.uses[index]
      guard !isFilled[use.slot] else { continue }
      isFilled[use.slot] = true
      guard missing[use.requirement] > 0 else { continue }
      missing[use.requirement] -= 1
      guard missing[use.requirement] == 0 else { continue }
      let waiting = use.activity
      metAt[waiting] = max(metAt[waiting], now + use.lag)
      open[waiting] -= 1
      if open[waiting] == 0 { becomeReady(waiting, in: metAt[waiting]) }
    }
  }

  /// Everything is there that an activity waits for; a milestone is reached at once.
  mutating func becomeReady(_ activity: Int, in period: Int) {
    if model.instance.isMilestone[activity] {
      start[activity] = period
      goLive[activity] = period
      announce(activity)
      return
    }
    guard isActive[activity], !isDropped[activity], start[activity] == Self.never else { return }
    ready[activity] = period
    if model.plannedStart[activity] < period {
      waits[Blocker.prerequisite] += min(period, model.periodCount) - model.plannedStart[activity]
    }
    let due = max(now, period, model.release[activity], hold[activity])
    if due < model.periodCount { readyIn.push(activity, in: due) }
  }

  // MARK: Triggers

  func hasTrigger(_ activity: Int) -> Bool {
    guard let trigger = model.instance.triggers[activity] else { return true }
    return trigger.conditions.indices.allSatisfy { isReached[firstCondition[activity] + $0] }
  }

  /// Notes which conditions have been reached by now.
  mutating func watchTriggers() {
    shop.observe(now, goLive: goLiveByPosition)
    openConditions = 0
    for activity in triggered where start[activity] == Self.never && !isDropped[activity] {
      guard let trigger = model.instance.triggers[activity] else { continue }
      for (place, condition) in trigger.conditions.enumerated() {
        let index = firstCondition[activity] + place
        if isReached[index] { continue }
        if condition.holds(for: shop.level(of: condition.kpi)) {
          isReached[index] = true
        } else {
          openConditions += 1
        }
      }
    }
  }

  // MARK: Decisions

  /// Decides when the pilot has been live long enough.
  mutating func tryDeciding(_ number: Int) {
    let decision = model.decisions[number]
    guard let pilot = decision.pilot, goLive[pilot] != Self.never, goLive[pilot] + decision.wait <= now else {
      return
    }
    let change = effectRanges[pilot].reduce(0) { sum, effect in
      decision.sources.contains(effectSources[effect]) ? sum + trueChange(of: pilot, effect) : sum
    }
    let improvement = decision.higherIsBetter ? change : -change
    decide(number, hasImproved: improvement >= decision.improvement, in: now, isMeasured: true)
  }

  /// Takes a branch and drops the other.
  mutating func decide(_ number: Int, hasImproved improved: Bool, in period: Int, isMeasured: Bool) {
    let decision = model.decisions[number]
    if isMeasured {
      decidedAt[number] = period
      hasImproved[number] = improved
    } else {
      decidedAt[number] = Self.undecidable
    }
    let taken = improved ? decision.then : decision.otherwise
    for activity in decision.members {
      if !taken.contains(activity) { isDropped[activity] = true }
      guard isMeasured else { continue }
      metAt[activity] = max(metAt[activity], period)
      open[activity] -= 1
      if open[activity] == 0 { becomeReady(activity, in: metAt[activity]) }
    }
  }

  /// The period of a decision that never has to be made, since there is no pilot.
  static let undecidable = -1

  // MARK: Pins

  /// Takes, or gives back, the people whom pinned activities need in their planned weeks, so that nobody else takes them before.
  mutating func reserve(sign: Int64, where isDue: (Int) -> Bool) {
    for activity in model.pinned where isActive[activity] {
      guard let pin = model.instance.fixedStart[activity], isDue(pin) else { continue }
      let end = min(pin + model.instance.duration[activity], model.periodCount)
      for need in model.needRanges[activity] {
        let row = model.needResources[need] * model.periodCount
        for cell in row + pin..<row + max(pin, end) { left[cell] += sign * model.needUnits[need] }
      }
    }
  }
}
