import RoadmapModel

@testable import BusinessModel

/// The formulas of `docs/business-model.md`, written down one by one without regard to speed, as a check on the compiled model.
struct ReferenceShop {
  let roadmap: Roadmap
  let goLive: [Int32]

  var periods: Range<Int> { 0..<roadmap.calendar.periodCount }

  func discount(_ period: Int) -> Double {
    1 / power(1 + roadmap.discountRate, Double(period) / PlanningCalendar.periodsPerYear)
  }

  /// The integral of the take-up from the go-live to an age.
  private func takenUp(_ age: Double, ramp: Double) -> Double {
    age <= ramp ? age * age / (2 * ramp) : age - ramp / 2
  }

  private func adoption(of position: Int, ramp: Double, in period: Int) -> Double {
    let live = Int(goLive[position])
    guard period >= live else { return 0 }
    let age = Double(period - live)
    return ramp == 0 ? 1 : takenUp(age + 1, ramp: ramp) - takenUp(age, ramp: ramp)
  }

  /// The share of the ceiling, now and in a period, that an effect of a capability takes.
  private func shares(of position: Int, _ change: Double, ramp: Double, ceiling: Double, in period: Int)
    -> (today: Double, then: Double)
  {
    let full = change / ceiling
    let taken = adoption(of: position, ramp: ramp, in: period)
    switch roadmap.state(of: roadmap.capabilities[position].id) {
    case .live: return (full, full)
    case .partial(let done): return (done * full, done * full + (1 - done) * full * taken)
    case .missing, .inProgress: return (0, full * taken)
    case .notApplicable: return (0, 0)
    }
  }

  /// The factor of all effects on a lever in a period.
  func factor(of kpi: KPI, in period: Int) -> Double {
    var factor = 1.0
    var left: [OverlapGroupID: (today: Double, then: Double)] = [:]
    for (position, capability) in roadmap.capabilities.enumerated() {
      let state = roadmap.state(of: capability.id)
      for effect in capability.effects where effect.kpi == kpi {
        let change = roadmap.evidencePolicy.planned(
          effect.change.mean, of: kpi, grade: effect.change.evidence.grade)
        if let group = roadmap.overlapGroups.first(where: { $0.id == effect.overlap }) {
          let (today, then) = shares(
            of: position, change, ramp: effect.ramp, ceiling: group.ceiling, in: period)
          let before = left[group.id] ?? (1, 1)
          left[group.id] = (before.today * (1 - today), before.then * (1 - then))
        } else if state != .live, state != .notApplicable {
          let undone = if case .partial(let done) = state { 1 - done } else { 1.0 }
          factor *= 1 + change * undone * adoption(of: position, ramp: effect.ramp, in: period)
        }
      }
    }
    for group in roadmap.overlapGroups {
      guard let (today, then) = left[group.id] else { continue }
      factor *= (1 + group.ceiling * (1 - then)) / (1 + group.ceiling * (1 - today))
    }
    return factor
  }

  /// A lever before effects in a period; visits, churn and reorder rate by week.
  func base(of kpi: KPI, _ baseline: Business.Baseline, in period: Int) -> Double {
    var value = baseline.value
    value *= power(1 + baseline.growthPerYear, Double(period) / PlanningCalendar.periodsPerYear)
    if !baseline.seasonality.isEmpty {
      let monday = roadmap.calendar.date(of: Period(period))
      value *= (0..<7).map { baseline.seasonality[monday.advanced(by: $0).month - 1] / 7 }.reduce(0, +)
    }
    switch kpi {
    case .visits, .reorderRate: return value * 12 * 7 / 365.25
    case .churn: return 1 - power(1 - min(1, value), 12 * 7 / 365.25)
    default: return value
    }
  }

  private func lever(_ kpi: KPI, in period: Int) -> Double {
    guard let baseline = roadmap.business?[kpi] else { return 0 }
    let value = base(of: kpi, baseline, in: period) * factor(of: kpi, in: period)
    switch kpi {
    case .conversion, .returnRate, .churn: return min(1, value)
    case .margin: return max(-1, min(1, value))
    default: return value
    }
  }

  /// The profit of each period.
  func profit() -> [Double] {
    guard let business = roadmap.business else { return periods.map { _ in 0 } }
    var customers = business.customers
    return periods.map { period in
      let found = lever(.visits, in: period) * lever(.conversion, in: period)
      let orders = found + customers * lever(.reorderRate, in: period)
      customers = customers * (1 - lever(.churn, in: period)) + business.newCustomerShare * found
      let kept = lever(.orderValue, in: period) * (1 - lever(.returnRate, in: period))
      return orders * (kept * lever(.margin, in: period) - lever(.costToServe, in: period))
    }
  }

  /// The present value of the profit.
  func presentProfit() -> Double {
    zip(periods, profit()).reduce(0) { $0 + $1.1 * discount($1.0) }
  }

  /// The present value of the additional profit by effects.
  func mechanismImpact() -> Double {
    let never = ReferenceShop(roadmap: roadmap, goLive: goLive.map { _ in ShopModel.never })
    return presentProfit() - never.presentProfit()
  }
}
