internal import Planning
internal import RoadmapModel

/// The best known plan of a scenario, and schedules that questions about it have brought to light.
///
/// Answers are differences to this plan, so it has to be the best of all that is known: whenever a variant has led to a schedule that is better for the scenario
/// itself, that becomes the plan, and all is asked again.
struct Incumbent: Sendable {
  /// The plan.
  private(set) var plan: Plan
  /// Schedules worth starting from, the plan's own first.
  private(set) var pool: [Schedule]
  /// Whether a search like that for a first plan has led to the plan.
  private(set) var isSearched = true

  private let planner: Planner
  private let replanner: Replanner

  /// The most schedules that are kept.
  private static let poolLimit = 12

  /// The plan after a search from it has found nothing better.
  init(_ plan: Plan, _ replanner: Replanner) async throws(AnalysisError) {
    self.plan = plan
    self.replanner = replanner
    planner = Planner(replanner.roadmap)
    pool = [Schedule(plan)]
    try await settle()
  }

  /// Searches from the best schedules until nothing better is found.
  mutating func settle() async throws(AnalysisError) {
    while let next = try await replanner.plan([], from: Array(pool.prefix(2))),
      replanner.isBetter(next, than: plan)
    {
      adopt(next)
    }
  }

  /// Looks at plans of variants: whether one of them is better for the scenario itself.
  ///
  /// - Returns: whether there is a new plan.
  mutating func learn(from plans: [Plan]) async throws(AnalysisError) -> Bool {
    let old = plan
    var carried: [CarriedSchedule] = []
    for schedule in plans.map(Schedule.init) where !pool.contains(schedule) {
      let found = planner.carryOver(schedule)
      if found.keepsRules, !carried.contains(where: { $0.schedule == found.schedule }) {
        carried.append(found)
      }
    }
    // The best one first, since what is no better than the plan that it leads to need not be planned from.
    let order = carried.indices.sorted { left, right in
      let (a, b) = (carried[left].netPresentValue, carried[right].netPresentValue)
      return a != b ? a > b : left < right
    }
    for found in order.map({ carried[$0] }) {
      guard replanner.objective == .cost || replanner.isBetter(found, than: plan) else { continue }
      if let next = try await replanner.plan([], from: [found.schedule, pool[0]]),
        replanner.isBetter(next, than: plan)
      {
        adopt(next)
      }
    }
    guard replanner.isBetter(plan, than: old) else { return false }
    try await settle()
    return true
  }

  /// Searches from the plan as for a first plan, so that it has a bound as tight.
  ///
  /// - Parameter mayChange: whether another plan may take its place; otherwise it stays as it is then.
  /// - Returns: whether another plan has taken its place.
  mutating func search(
    _ parameters: PlannerParameters, mayChange: Bool
  ) async throws(AnalysisError) -> Bool {
    guard let next = try await replanner.plan([], from: plan, searchingAs: parameters) else { return false }
    let isSame = Schedule(next) == Schedule(plan)
    guard isSame || mayChange else { return false }
    adopt(next)
    isSearched = true
    return !isSame
  }

  /// The same plan with more schedules worth starting from, which come before all others but the plan's own.
  func knowing(_ plans: [Plan]) -> Incumbent {
    var copy = self
    let new = plans.map(Schedule.init).reduce(into: [pool[0]]) { if !$0.contains($1) { $0.append($1) } }
    copy.pool = Array((new + pool.filter { !new.contains($0) }).prefix(Self.poolLimit))
    return copy
  }

  private mutating func adopt(_ next: Plan) {
    plan = next
    isSearched = false
    let schedule = Schedule(next)
    pool = Array(([schedule] + pool.filter { $0 != schedule }).prefix(Self.poolLimit))
  }
}
