internal import BusinessModel
internal import RoadmapModel

/// Compiles the numbers of an instance: people, money and values by period.
struct TableCompiler {
  let roadmap: Roadmap
  let shop: ShopModel
  /// The positions of the capabilities, by activity; milestones follow and have none.
  let positions: [Int]
  let work: [PlannedWork?]

  private var periodCount: Int { roadmap.calendar.periodCount }

  /// Teams by period, and the limit of work in progress.
  func resources() -> ResourceTable {
    let calendar = roadmap.calendar
    var capacity = roadmap.teams.flatMap { team in
      calendar.periods.map { Int64(team.capacity(on: calendar.date(of: $0)).hundredths) }
    }
    let limit = roadmap.policy.workInProgress
    if let limit { capacity += [Int64](repeating: Int64(limit), count: periodCount) }
    let workInProgress = limit == nil ? nil : roadmap.teams.count
    let needs = work.map { work -> [ResourceTable.Need] in
      guard let work, work.duration > 0 else { return [] }
      let people = work.needs.compactMap { need in
        roadmap.teams.firstIndex { $0.id == need.team }.map {
          ResourceTable.Need(resource: $0, units: Int64(need.people.hundredths))
        }
      }
      return people + (workInProgress.map { [ResourceTable.Need(resource: $0, units: 1)] } ?? [])
    }
    return ResourceTable(
      count: roadmap.teams.count + (limit == nil ? 0 : 1), workInProgress: workInProgress,
      capacity: capacity, needs: needs)
  }

  /// The budget by segments: a window, and with carry-over also the time until the next one.
  func budget() -> BudgetTable {
    let costUpTo = work.map { work in
      (work?.costByWeek ?? []).reduce(into: [Int64(0)]) { $0.append(($0.last ?? 0) + $1.cents) }
    }
    guard let budget = roadmap.budget else {
      return BudgetTable(carriesOver: false, limits: [], segment: [], costUpTo: costUpTo)
    }
    let segment = roadmap.calendar.periods.map { period -> Int? in
      let date = roadmap.calendar.date(of: period)
      let last = budget.windows.lastIndex { $0.from <= date }
      return budget.carriesOver ? last : last.flatMap { date <= budget.windows[$0].through ? $0 : nil }
    }
    var sum: Int64 = 0
    let limits = budget.windows.map { window in
      sum += window.amount.cents
      return budget.carriesOver ? sum : window.amount.cents
    }
    return BudgetTable(
      carriesOver: budget.carriesOver, limits: limits, segment: segment, costUpTo: costUpTo)
  }

  /// The weighted present value of benefits, scores and costs, by activity and start.
  func additiveValues() -> [Double] {
    var values = [Double](repeating: 0, count: work.count * periodCount)
    let weights = roadmap.weights
    for (activity, position) in positions.enumerated() {
      let duration = work[activity]?.duration ?? 0
      for start in 0..<periodCount {
        let live = start + duration
        let gain =
          shop.presentBenefit(of: position, goLive: live) + shop.presentScore(of: position, goLive: live)
        values[activity * periodCount + start] =
          weights.impact * gain - weights.cost * shop.presentCost(of: position, start: start)
      }
    }
    return values
  }

  /// The first-year cost of each activity, in cents.
  func firstYearCosts() -> [Int64] {
    positions.map { Money(units: shop.firstYearCost(of: $0)).cents }
      + [Int64](repeating: 0, count: work.count - positions.count)
  }
}
