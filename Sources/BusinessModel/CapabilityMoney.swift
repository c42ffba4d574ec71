import RoadmapModel

/// The money of one capability that needs no simulation: costs, benefits and scores, in currency units.
struct CapabilityMoney: Sendable {
  /// The one-off cost in each week of work.
  private(set) var costByWeek: [Double] = []
  /// The cost of a week once live.
  private(set) var runningCost = 0.0
  /// The periods from the start of work to the go-live.
  private(set) var duration = 0
  /// The money that a week brings at full take-up.
  private(set) var benefit = 0.0
  /// How the benefit grows.
  private(set) var adoption = Adoption(weeks: 0)
  /// What the scores of the alternatives count for, once, at the go-live: a judgement, and no profit.
  private(set) var scoreValue = 0.0

  /// No money at all.
  init() {}

  /// The money of a capability; none at all when it cannot go live, because it is in the figures of the business or does not apply.
  init(_ work: PlannedWork, canGoLive: Bool) {
    guard canGoLive else { return }
    costByWeek = work.costByWeek.map(\.units)
    runningCost = work.runningCostPerMonth / PlanningCalendar.periodsPerMonth
    duration = work.duration
    benefit = work.benefitPerMonth / PlanningCalendar.periodsPerMonth
    adoption = Adoption(weeks: work.benefitRamp)
    scoreValue = work.scoreValue
  }

  /// The sum of the one-off cost.
  var oneOffCost: Double { costByWeek.reduce(0, +) }

  /// Its benefit in a period, when it went live in another.
  func benefit(in period: Int, goLive: Int) -> Double {
    period < goLive ? 0 : benefit * adoption[period - goLive]
  }

  /// The present value of its benefit, for a go-live in each period.
  func benefitValues(discountFactors: [Double]) -> [Double] {
    let periods = discountFactors.indices
    guard benefit != 0 else { return periods.map { _ in 0 } }
    return periods.map { goLive in
      periods[goLive...].reduce(0) { sum, period in
        sum + discountFactors[period] * benefit(in: period, goLive: goLive)
      }
    }
  }
}

extension ShopModel {
  /// The present value of what a capability costs when work starts in a period, in currency units.
  ///
  /// The one-off cost falls on the weeks of work, the running cost on every week from the go-live to the end of the horizon; what
  /// falls after the end is not counted. The running costs of what is live today are no costs of a plan.
  ///
  /// - Complexity: linear in the weeks of work.
  public func presentCost(of position: Int, start: Int) -> Double {
    let money = money[position]
    let first = max(0, start)
    let paid = zip(first..., money.costByWeek).reduce(0) { sum, week in
      week.0 < periodCount ? sum + week.1 * discountFactors[week.0] : sum
    }
    return paid + money.runningCost * remainingDiscount[min(first + money.duration, periodCount)]
  }

  /// The first-year cost of ownership: the one-off cost and twelve months of running cost, not discounted.
  public func firstYearCost(of position: Int) -> Double {
    money[position].oneOffCost + money[position].runningCost * PlanningCalendar.periodsPerYear
  }
}
