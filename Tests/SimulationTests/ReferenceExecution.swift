import BusinessModel
import RoadmapModel

@testable import Simulation

/// A plain execution of a plan in one future, written from the documentation and for nothing but being right: dictionaries by id, every rule looked up in the roadmap, every
/// week from the start, the shop run anew wherever a KPI is asked for.
struct ReferenceExecution {
  let roadmap: Roadmap
  let schedule: Schedule
  /// The first week of each capability that the plan puts off; nothing for the others.
  let holds: [CapabilityID: Int]
  /// The future: weeks of work, one-off costs in cents, and the share of each team that is present.
  let weeks: [CapabilityID: Double]
  let cost: [CapabilityID: Int64]
  let presence: [TeamID: [Double]]

  private(set) var start: [CapabilityID: Int] = [:]
  private(set) var end: [CapabilityID: Int] = [:]
  private(set) var live: [CapabilityID: Int] = [:]
  private var paid: [Int64]

  private var periodCount: Int { roadmap.calendar.periodCount }

  init(
    _ roadmap: Roadmap, _ schedule: Schedule, holds: [CapabilityID: Int], weeks: [CapabilityID: Double],
    cost: [CapabilityID: Int64], presence: [TeamID: [Double]]
  ) {
    self.roadmap = roadmap
    self.schedule = schedule
    self.holds = holds
    self.weeks = weeks
    self.cost = cost
    self.presence = presence
    paid = [Int64](repeating: 0, count: roadmap.calendar.periodCount)
  }

  mutating func run() {
    let order = schedule.starts.sorted { ($0.value, $0.key.text) < ($1.value, $1.key.text) }.map(\.key)
    for id in order where isInWork(id) { begin(id, in: 0) }
    for week in 0..<periodCount {
      var isSettled = false
      while !isSettled {
        isSettled = true
        for id in order where start[id] == nil && mayStart(id, in: week) {
          begin(id, in: week)
          // What is live at once may let others start that stand before it.
          if live[id] == week { isSettled = false }
        }
      }
    }
  }

  private func isInWork(_ id: CapabilityID) -> Bool {
    if case .inProgress = roadmap.state(of: id) { true } else { false }
  }

  private func isLive(_ id: CapabilityID, by week: Int) -> Bool {
    roadmap.standIns(for: id).contains { other in
      roadmap.state(of: other) == .live || live[other].map { $0 <= week } ?? false
    }
  }

  private func isMet(_ requirement: Requirement, by week: Int) -> Bool {
    let applicable = roadmap.applicable(requirement)
    return applicable.members.count { isLive($0, by: week) } >= applicable.count
  }

  func isReached(_ rank: Int, by week: Int) -> Bool {
    roadmap.maturity.stages[...rank].allSatisfy { stage in
      stage.demands.allSatisfy { isMet($0.requirement, by: week) }
    }
  }

  private func mayStart(_ id: CapabilityID, in week: Int) -> Bool {
    guard let capability = roadmap.capability(id) else { return false }
    let decision = roadmap.decision(on: id)
    let planned = roadmap.plannedWork(for: capability)
    let finish = week + planned.duration
    if week < holds[id] ?? 0 { return false }
    if let day = decision.notBefore, roadmap.calendar.date(of: Period(week)) < day { return false }
    if let day = decision.pinnedStart, week < roadmap.calendar.period(containing: day).index { return false }
    guard capability.prerequisites.allSatisfy({ isMet($0.requirement, by: week - $0.lag) }) else {
      return false
    }
    let rank = roadmap.stageRank(of: capability)
    if roadmap.policy.stageGates == .strict, rank > 0, !isReached(rank - 1, by: week) { return false }
    guard finish <= periodCount, hasTriggered(capability, by: week) else { return false }
    if roadmap.isFrozen(Period(finish)) { return false }
    return (week..<finish).allSatisfy { hasPeople(for: capability, in: $0, asOf: week) }
      && hasMoney(for: planned, in: week)
  }

  private func hasPeople(for capability: Capability, in week: Int, asOf now: Int) -> Bool {
    let day = roadmap.calendar.date(of: Period(week))
    var inWork = 0
    var used: [TeamID: People] = [:]
    func use(_ other: Capability, from first: Int, to last: Int) {
      guard first <= week, week < last else { return }
      inWork += 1
      for need in other.needs { used[need.team, default: .zero] += need.people }
    }
    for (id, first) in start {
      guard let other = roadmap.capability(id), roadmap.plannedWork(for: other).duration > 0 else { continue }
      use(other, from: first, to: isInWork(id) ? live[id] ?? end[id] ?? 0 : end[id] ?? 0)
    }
    // Pinned work that is still to come has its people.
    for id in schedule.starts.keys where start[id] == nil && id != capability.id {
      guard let day = roadmap.decision(on: id).pinnedStart, let other = roadmap.capability(id) else {
        continue
      }
      let pin = roadmap.calendar.period(containing: day).index
      let duration = roadmap.plannedWork(for: other).duration
      if pin > now, duration > 0 { use(other, from: pin, to: pin + duration) }
    }
    if let limit = roadmap.policy.workInProgress, inWork >= limit { return false }
    return capability.needs.allSatisfy { need in
      need.people + (used[need.team] ?? .zero) <= roadmap.team(need.team)?.capacity(on: day) ?? .zero
    }
  }

  /// Whether the planned costs fit into what the windows have left, now and in all later ones that get money carried over.
  private func hasMoney(for work: PlannedWork, in week: Int) -> Bool {
    guard let budget = roadmap.budget else { return true }
    var planned = [Int64](repeating: 0, count: periodCount)
    for (offset, amount) in work.costByWeek.enumerated() where week + offset < periodCount {
      planned[week + offset] += amount.cents
    }
    let dates = (0..<periodCount).map { roadmap.calendar.date(of: Period($0)) }
    func window(of day: CivilDate) -> Int? {
      let last = budget.windows.lastIndex { $0.from <= day }
      return budget.carriesOver ? last : last.flatMap { day <= budget.windows[$0].through ? $0 : nil }
    }
    // What was paid outside all windows was paid from the next one.
    func payer(of period: Int) -> Int? {
      (period..<periodCount).lazy.compactMap { window(of: dates[$0]) }.first
        ?? (0..<periodCount).reversed().lazy.compactMap { window(of: dates[$0]) }.first
    }
    var left = budget.windows.map(\.amount.cents)
    for period in 0..<periodCount where paid[period] != 0 {
      if let payer = payer(of: period) { left[payer] -= paid[period] }
    }
    var spent = budget.windows.map { _ in Int64(0) }
    for period in 0..<periodCount where planned[period] != 0 {
      guard let window = window(of: dates[period]) else { return false }
      spent[window] += planned[period]
    }
    guard budget.carriesOver else { return zip(spent, left).allSatisfy { $0 == 0 || $0 <= $1 } }
    let first = spent.firstIndex { $0 > 0 } ?? spent.count
    var (available, needed): (Int64, Int64) = (0, 0)
    for index in spent.indices {
      available += left[index]
      needed += spent[index]
      if index >= first, needed > available { return false }
    }
    return true
  }

  private func hasTriggered(_ capability: Capability, by week: Int) -> Bool {
    guard let trigger = capability.trigger else { return true }
    let path = ShopModel(roadmap).path(goLive: goLives())
    return trigger.conditions.allSatisfy { condition in
      (0...week).contains { period in
        // Only what is live by then is known, and nothing that goes live later changes it.
        condition.holds(for: path.level(of: condition.kpi, in: Period(period)))
      }
    }
  }

  func goLives() -> [Int32] {
    roadmap.capabilities.map { live[$0.id].map { Int32($0) } ?? ShopModel.never }
  }

  private mutating func begin(_ id: CapabilityID, in week: Int) {
    guard let capability = roadmap.capability(id) else { return }
    start[id] = week
    var rest = (weeks[id] ?? 0) - 1e-9
    var period = week
    while rest > 0, period <= 4 * periodCount {
      rest -= capability.needs.reduce(1) { share, need in
        let present = presence[need.team].map { period < $0.count ? $0[period] : 1 } ?? 1
        return need.people > .zero ? min(share, present) : share
      }
      period += 1
    }
    end[id] = period
    var open = period
    while open <= periodCount, roadmap.isFrozen(Period(open)) { open += 1 }
    if open <= periodCount { live[id] = open }
    let paying = max(1, (isInWork(id) ? live[id] ?? period : period) - week)
    for offset in 0..<paying where week + offset < periodCount {
      let cents = cost[id] ?? 0
      switch capability.costTiming {
      case .spread:
        paid[week + offset] +=
          cents * Int64(offset + 1) / Int64(paying) - cents * Int64(offset) / Int64(paying)
      case .start: paid[week + offset] += offset == 0 ? cents : 0
      case .finish: paid[week + offset] += offset == paying - 1 ? cents : 0
      }
    }
  }

  /// The one-off costs within the calendar in cents.
  var oneOffCost: Int64 { paid.reduce(0, +) }

  /// The weighted net present value in currency units.
  var netPresentValue: Double {
    let shop = ShopModel(roadmap)
    var workspace = shop.makeWorkspace()
    let goLives = goLives()
    var gain = shop.impact(goLive: goLives, in: &workspace)
    var cost = 0.0
    for (position, capability) in roadmap.capabilities.enumerated() where live[capability.id] != nil {
      let first = Int(goLives[position])
      gain += shop.presentScore(of: position, goLive: first)
      let running =
        roadmap.plannedWork(for: capability).runningCostPerMonth / PlanningCalendar.periodsPerMonth
      cost += (first..<max(first, periodCount)).reduce(0) { $0 + running * shop.discountFactors[$1] }
    }
    cost += paid.indices.reduce(0) { $0 + Double(paid[$1]) / 100 * shop.discountFactors[$1] }
    return roadmap.weights.impact * gain - roadmap.weights.cost * cost
  }
}
