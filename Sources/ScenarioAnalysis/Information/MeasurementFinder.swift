internal import BusinessModel
internal import RoadmapModel

/// Finds out whether a shop has the traffic to see the effects that plans count on.
struct MeasurementFinder {
  let roadmap: Roadmap
  let plan: Plan

  /// The effects on rates, capability by capability; none for a scenario without a shop.
  func measurements(of ids: [CapabilityID]) -> [InformationReport.Measurement] {
    guard roadmap.business != nil else { return [] }
    let never = [Int32](repeating: ShopModel.never, count: roadmap.capabilities.count)
    let path = ShopModel(roadmap).path(goLive: never)
    return ids.flatMap { id -> [InformationReport.Measurement] in
      guard let capability = roadmap.capability(id) else { return [] }
      let period = plan.planned(id)?.finishPeriod.index ?? 0
      return roadmap.plannedWork(for: capability).effects.compactMap { effect in
        measurement(id, effect, path, period: min(period, roadmap.calendar.periodCount - 1))
      }
    }
  }

  private func measurement(
    _ id: CapabilityID, _ effect: PlannedEffect, _ path: BusinessPath, period: Int
  ) -> InformationReport.Measurement? {
    let unit: InformationReport.Measurement.Unit
    switch effect.kpi {
    case .conversion: unit = .visits
    case .returnRate: unit = .orders
    case .churn, .reorderRate: unit = .customers
    default: return nil
    }
    // Churn and reorder rate are per month, so customers are watched for a month.
    let isMonthly = unit == .customers
    let rate = path[effect.kpi][period]
    guard let perGroup = PowerCalculation.perGroup(rate, rate * (1 + effect.change)) else { return nil }
    let available = path[unit == .visits ? .visits : unit == .orders ? .orders : .customers][period]
    let test = InformationReport.testWeeks
    // Customers are the same people every week, so a test has all of them and takes a month.
    let weeks =
      isMonthly
      ? (2 * perGroup <= available ? PlanningCalendar.periodsPerMonth : nil)
      : (available > 0 ? 2 * perGroup / available : nil)
    let seen = available / 2 * (isMonthly ? 1 : test)
    let smallest = PowerCalculation.smallestChange(of: rate, perGroup: seen, isIncrease: effect.change > 0)
    return InformationReport.Measurement(
      id: id, kpi: effect.kpi, change: effect.change.asShare, unit: unit,
      perGroup: Int(min(perGroup.rounded(.up), 1e15)),
      converters: Int(min((perGroup * rate).rounded(.up), 1e15)), available: available.rounded(toDecimals: 2),
      weeks: weeks?.rounded(toDecimals: 2), smallestChange: smallest?.asShare)
  }
}
