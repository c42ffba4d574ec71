/// What planning takes for granted about one capability that is not live: its estimates, made definite.
///
/// The planner and the audit use these same numbers.
public struct PlannedWork: Hashable, Sendable {
  /// Whole weeks of work that are left.
  public let duration: Int
  /// The people needed in every week of work.
  public let needs: [Capability.TeamNeed]
  /// The one-off cost that is left.
  public let cost: Money
  /// How the one-off cost falls on the weeks of work.
  public let costTiming: Capability.CostTiming
  /// The cost once live, in currency units a month.
  public let runningCostPerMonth: Double
  /// The relative changes of levers, shrunk by the evidence policy.
  public let effects: [PlannedEffect]
  /// The money that it brings once live, in currency units a month, and its ramp in weeks.
  public let benefitPerMonth: Double
  /// The ramp of the benefit, in weeks.
  public let benefitRamp: Double
  /// What its scores among its alternatives count for, once, when it goes live, in currency units: a judgement, and no profit.
  public let scoreValue: Double

  /// The one-off cost in each week of work; with no work at all, the cost of the week in which it goes live.
  ///
  /// The amounts add up to ``cost`` exactly: the share of the first `i` weeks is rounded to cents, so no week is off by more than one.
  public var costByWeek: [Money] {
    let weeks = max(1, duration)
    return (0..<weeks).map { week in
      switch costTiming {
      case .spread:
        let paid = { (count: Int) in cost.cents * Int64(count) / Int64(weeks) }
        return Money(cents: paid(week + 1) - paid(week))
      case .start: return week == 0 ? cost : .zero
      case .finish: return week == weeks - 1 ? cost : .zero
      }
    }
  }
}

/// The relative change of a lever to plan with.
public struct PlannedEffect: Hashable, Sendable {
  /// The lever.
  public let kpi: KPI
  /// The relative change at its full size.
  public let change: Double
  /// The weeks over which it grows evenly to its full size.
  public let ramp: Double
  /// The group with which it competes.
  public let overlap: OverlapGroupID?

  /// A relative change of a lever.
  public init(kpi: KPI, change: Double, ramp: Double, overlap: OverlapGroupID?) {
    self.kpi = kpi
    self.change = change
    self.ramp = ramp
    self.overlap = overlap
  }
}

extension Roadmap {
  /// The planning estimates of a capability, with what is already done taken off.
  ///
  /// Durations and costs are PERT means; the weeks that are left are rounded up. What is partly done or in work has the undone share of
  /// its weeks and cost left, and what is partly done brings the undone share of its effects: the rest is in the figures of the business.
  /// What is in work at the start and would go live on a frozen day stays in work until the freeze is over.
  public func plannedWork(for capability: Capability) -> PlannedWork {
    let state = state(of: capability.id)
    let left = 1 - state.doneShare
    let share = if case .partial = state { left } else { 1.0 }
    return PlannedWork(
      duration: plannedDuration(of: capability, left: left),
      needs: capability.needs.filter { $0.people > .zero },
      cost: Money(units: capability.cost.mean * left),
      costTiming: capability.costTiming,
      runningCostPerMonth: capability.runningCost.mean,
      effects: capability.effects.map { effect in
        let change = contents.evidencePolicy.planned(
          effect.change.mean, of: effect.kpi, grade: effect.change.evidence.grade)
        return PlannedEffect(
          kpi: effect.kpi, change: change * share, ramp: effect.ramp, overlap: effect.overlap)
      },
      benefitPerMonth: (capability.benefit?.perMonth.mean ?? 0) * share,
      benefitRamp: capability.benefit?.ramp ?? 0,
      scoreValue: contents.alternatives.reduce(0) { sum, alternative in
        guard alternative.members.contains(capability.id) else { return sum }
        return sum + alternative.pointValue * (alternative.weightedScore(of: capability.id) ?? 0)
      })
  }

  private func plannedDuration(of capability: Capability, left: Double) -> Int {
    var weeks = Int((capability.duration.mean * left - 1e-9).rounded(.up))
    guard case .inProgress = state(of: capability.id) else { return weeks }
    while weeks < contents.calendar.periodCount, isFrozen(Period(weeks)) { weeks += 1 }
    return weeks
  }

  /// Whether nothing may go live in a period: its first day lies in a freeze window.
  public func isFrozen(_ period: Period) -> Bool {
    let date = contents.calendar.date(of: period)
    return contents.policy.freeze.contains { $0.contains(date) }
  }
}
