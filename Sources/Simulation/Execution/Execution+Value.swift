internal import BusinessModel
internal import Planning
internal import RoadmapModel

/// What one future leads to.
struct Outcome: Sendable {
  /// The weighted net present value in cents, as plans state it.
  var netPresentValue: Int64 = 0
  /// The present value of the additional profit in cents.
  var impact: Int64 = 0
  /// The present value of one-off and running costs in cents, with that of risks.
  var cost: Int64 = 0
  /// The one-off costs in cents, not discounted, with those of risks and mitigations.
  var oneOffCost: Int64 = 0
  /// The most cents that were out at once.
  var deepestCash: Int64 = 0
  /// The first period from which on all that was spent has come back; nil when it does not come back.
  var payback: Int?
  /// The money that has come in minus that which has gone out, by the end of each period, in currency units, not discounted.
  var cash: [Double]

  init(periodCount: Int) {
    cash = [Double](repeating: 0, count: periodCount)
  }
}

extension Execution {
  /// Values the future that was carried out.
  ///
  /// The sum is formed in the order in which planning forms it, so that the expected future has the value of the plan to the cent.
  mutating func value(into outcome: inout Outcome) {
    let instance = model.instance
    let weights = model.roadmap.weights
    let mechanism = shop.mechanismImpact(goLive: goLiveByPosition)
    var (value, benefits, cost) = (0.0, 0.0, riskCost)
    for activity in 0..<model.count where start[activity] < model.periodCount {
      guard model.position[activity] >= 0 else { continue }
      let position = model.position[activity]
      let live = goLive[activity] == Self.never ? model.periodCount : goLive[activity]
      let benefit = instance.shop.presentBenefit(
        of: position, goLive: live, perMonth: trueBenefit(of: activity),
        expected: model.work[activity]?.benefitPerMonth ?? 0)
      let gain = benefit + instance.shop.presentScore(of: position, goLive: live)
      value += weights.impact * gain - weights.cost * presentCost[activity]
      benefits += benefit
      cost += presentCost[activity]
    }
    value += instance.impactWeight * mechanism
    outcome.netPresentValue = Money(units: value - weights.cost * riskCost).cents
    outcome.impact = Money(units: mechanism + benefits).cents
    outcome.cost = Money(units: cost).cents
    outcome.oneOffCost = 0
    for period in oneOff.indices { outcome.oneOffCost += oneOff[period] }
    followCash(into: &outcome)
  }

  /// The benefit a month that an activity brings in this future.
  private mutating func trueBenefit(of activity: Int) -> Double {
    let benefit = world.benefit[activity]
    guard benefit > 0 else { return benefit }
    return world.succeeds[activity] ? benefit * leftShare[activity] : 0
  }

  private mutating func followCash(into outcome: inout Outcome) {
    let periods = model.periodCount
    for period in 0..<periods {
      outcome.cash[period] = shop.gain(in: period) - Money(cents: oneOff[period]).units
    }
    for activity in model.order where goLive[activity] < periods {
      let live = goLive[activity]
      // From the go-live on, each week has the running cost; it is spread by the sum below.
      runningFrom[live] += world.runningCost[activity] / PlanningCalendar.periodsPerMonth
      let weekly = trueBenefit(of: activity) / PlanningCalendar.periodsPerMonth
      guard weekly != 0 else { continue }
      for period in live..<periods {
        outcome.cash[period] +=
          weekly * model.instance.shop.benefitShare(of: model.position[activity], age: period - live)
      }
    }
    var (running, sum, deepest) = (0.0, 0.0, 0.0)
    var lastBelow = -1
    for period in 0..<periods {
      running += runningFrom[period]
      runningFrom[period] = 0
      sum += outcome.cash[period] - running
      outcome.cash[period] = sum
      deepest = min(deepest, sum)
      // What is below by less than a cent has come back.
      if sum < -0.005 { lastBelow = period }
    }
    outcome.deepestCash = Money(units: -deepest).cents
    outcome.payback = lastBelow + 1 < periods ? lastBelow + 1 : nil
  }

  // MARK: What was critical

  /// Marks the activities of which a later finish alone would have delayed the target stage.
  ///
  /// It goes back from the target over what each start waited for last: the prerequisites that were met last, or the work whose end gave the people free.
  mutating func markCritical(_ isCritical: inout [Bool]) {
    for activity in isCritical.indices { isCritical[activity] = false }
    let target = model.instance.targetMilestone
    guard goLive[target] != Self.never else { return }
    trail.removeAll(keepingCapacity: true)
    trail.append(target)
    while let activity = trail.popLast() {
      if model.instance.isMilestone[activity] {
        followPrerequisites(of: activity, met: goLive[activity], &isCritical)
        continue
      }
      switch cause[activity] {
      case .nothing: continue
      case .prerequisite: followPrerequisites(of: activity, met: start[activity], &isCritical)
      case .resource(let resource): followResource(resource, of: activity, &isCritical)
      }
    }
  }

  private mutating func followPrerequisites(of activity: Int, met: Int, _ isCritical: inout [Bool]) {
    for index in model.instance.requirementRanges[activity] {
      let requirement = model.instance.requirements[index]
      let due = met - requirement.lag
      // A requirement is decisive when it lacks a member as soon as those that go live in this week are late.
      var (live, late) = (0, 0)
      for members in requirement.slots {
        var first = Self.never
        for member in members { first = min(first, goLive[member]) }
        if first < due { live += 1 } else if first == due { late += 1 }
      }
      guard live < requirement.count, live + late == requirement.count else { continue }
      for members in requirement.slots {
        let first = members.filter { goLive[$0] == due }
        guard first.count == 1, !members.contains(where: { goLive[$0] < due }) else { continue }
        follow(first[0], &isCritical)
      }
    }
  }

  private mutating func followResource(_ resource: Int, of activity: Int, _ isCritical: inout [Bool]) {
    for other in model.order where workEnd[other] == start[activity] && start[other] < start[activity] {
      if model.needRanges[other].contains(where: { model.needResources[$0] == resource }) {
        markAndPush(other, &isCritical)
      }
    }
  }

  /// Follows what went live, unless it waited for the end of a freeze and had a week to spare.
  private mutating func follow(_ activity: Int, _ isCritical: inout [Bool]) {
    if !model.instance.isMilestone[activity] {
      var live = workEnd[activity] + 1
      while live <= model.periodCount, model.instance.isFrozen[live] { live += 1 }
      guard live > goLive[activity] else { return }
    }
    markAndPush(activity, &isCritical)
  }

  private mutating func markAndPush(_ activity: Int, _ isCritical: inout [Bool]) {
    guard !isCritical[activity] else { return }
    isCritical[activity] = true
    trail.append(activity)
  }
}
