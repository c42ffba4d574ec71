/// How far each capability of a plan may slip, by what waits for it.
///
/// It is the float of the critical path method (J. E. Kelley and M. R. Walker, 1959), on the starts that the plan has: people, money and
/// freezes are left out of account, so that a capability can have time to spare and still hold up others that need the same people.
public struct PlanSlack: Hashable, Sendable {
  /// The weeks by which a capability may slip.
  public struct Weeks: Hashable, Sendable {
    /// So that nothing else has to move.
    public let free: Int
    /// So that no stage up to the target is reached later and no day of going live that was decided is missed, though others have to
    /// move.
    ///
    /// It is exact where every prerequisite asks for all of its capabilities. Where some of several are enough, or one stands in for
    /// another, it is an estimate: it follows what is live in time in the plan, and no other way to meet the requirement.
    public let total: Int

    /// Weeks of slack.
    public init(free: Int, total: Int) {
      self.free = free
      self.total = total
    }
  }

  private let weeks: [CapabilityID: Weeks]

  /// The slack of every capability of a plan.
  ///
  /// - Complexity: O(c * p) for `c` capabilities with `p` prerequisites in all, and less for plans without zero durations.
  public init(of plan: Plan, in roadmap: Roadmap) {
    let links = PlanLinks(of: plan, in: roadmap)
    let limits = plan.capabilities.map { links.limit(of: $0, isAlone: true) }
    var latest = plan.capabilities.map { links.limit(of: $0, isAlone: false) }
    // A pass settles all that start later than what they wait for; only work that takes no time needs another one.
    let order = plan.capabilities.indices.sorted {
      (plan.capabilities[$0].startPeriod, $0) > (plan.capabilities[$1].startPeriod, $1)
    }
    var isSettled = false
    while !isSettled {
      isSettled = true
      for index in order {
        let bound = links.heads[index].map { head in
          latest[head.index] - links.duration(of: head.index) - head.lag
        }.min()
        guard let bound, bound < latest[index] else { continue }
        latest[index] = bound
        isSettled = false
      }
    }
    var weeks: [CapabilityID: Weeks] = [:]
    for (index, entry) in plan.capabilities.enumerated() {
      let finish = entry.finishPeriod.index
      let first = links.heads[index].filter(\.isDecisive).map {
        plan.capabilities[$0.index].startPeriod.index - $0.lag
      }.min()
      weeks[entry.id] = Weeks(
        free: max(0, min(limits[index], first ?? limits[index]) - finish),
        total: max(0, latest[index] - finish))
    }
    self.weeks = weeks
  }

  /// The slack of a capability; nil when it is not in the plan.
  public subscript(id: CapabilityID) -> Weeks? { weeks[id] }
}

/// What waits for what in a plan.
private struct PlanLinks {
  /// A capability that waits for another one, and for how many weeks after that is live.
  struct Head {
    let index: Int
    let lag: Int
    /// Whether it has to wait when this one alone slips.
    let isDecisive: Bool
  }

  let plan: Plan
  let roadmap: Roadmap
  /// What waits for each planned capability.
  private(set) var heads: [[Head]]
  private let live: [CapabilityID: Int]

  init(of plan: Plan, in roadmap: Roadmap) {
    self.plan = plan
    self.roadmap = roadmap
    var live: [CapabilityID: Int] = [:]
    for capability in roadmap.capabilities where roadmap.state(of: capability.id) == .live {
      live[capability.id] = 0
    }
    for entry in plan.capabilities { live[entry.id] = entry.finishPeriod.index }
    self.live = live
    heads = plan.capabilities.map { _ in [] }
    var position: [CapabilityID: Int] = [:]
    for (index, entry) in plan.capabilities.enumerated() { position[entry.id] = index }
    for (index, entry) in plan.capabilities.enumerated() {
      // What is in work or pinned starts whatever happens to others.
      if case .inProgress = roadmap.state(of: entry.id) { continue }
      for prerequisite in roadmap.capability(entry.id)?.prerequisites ?? [] {
        let due = entry.startPeriod.index - prerequisite.lag
        let decisive = Set(decisive(for: prerequisite.requirement, by: due))
        for member in inTime(for: prerequisite.requirement, by: due) {
          guard let tail = position[member], tail != index else { continue }
          heads[tail].append(
            Head(index: index, lag: prerequisite.lag, isDecisive: decisive.contains(member)))
        }
      }
    }
  }

  func duration(of index: Int) -> Int {
    plan.capabilities[index].startPeriod.distance(to: plan.capabilities[index].finishPeriod)
  }

  /// The period in which a capability must be live for the stages up to the target and for what was decided about it.
  ///
  /// - Parameter isAlone: whether it is the only one that slips, so that others can take its place.
  func limit(of entry: Plan.PlannedCapability, isAlone: Bool) -> Int {
    // What is pinned cannot move.
    if roadmap.decision(on: entry.id).pinnedStart != nil { return entry.finishPeriod.index }
    var limit = roadmap.calendar.periodCount
    if let day = roadmap.decision(on: entry.id).liveBy {
      limit = min(limit, roadmap.calendar.lastPeriod(onOrBefore: day).index)
    }
    let target = roadmap.maturity.rank(of: roadmap.target.stage) ?? 0
    for (rank, stage) in roadmap.maturity.stages.enumerated() where rank <= target {
      guard let reached = plan.stages.first(where: { $0.stage == stage.id })?.period.index else { continue }
      let isNeeded = stage.demands.contains { demand in
        let members =
          isAlone
          ? decisive(for: demand.requirement, by: reached) : inTime(for: demand.requirement, by: reached)
        return members.contains(entry.id)
      }
      if isNeeded { limit = min(limit, reached) }
    }
    return max(limit, entry.finishPeriod.index)
  }

  /// What is live by a period, for each member of a requirement: itself, and what stands in for it.
  private func slots(of requirement: Requirement, by due: Int) -> [[CapabilityID]] {
    requirement.members.map { member in
      roadmap.standIns(for: member).filter { live[$0].map { $0 <= due } ?? false }
    }.filter { !$0.isEmpty }
  }

  /// The capabilities that help to meet a requirement by a period.
  private func inTime(for requirement: Requirement, by due: Int) -> [CapabilityID] {
    Set(slots(of: roadmap.applicable(requirement), by: due).joined()).sorted()
  }

  /// The capabilities without any one of which a requirement would not be met by a period.
  private func decisive(for requirement: Requirement, by due: Int) -> [CapabilityID] {
    let applicable = roadmap.applicable(requirement)
    let slots = slots(of: applicable, by: due)
    guard slots.count >= applicable.count else { return [] }
    return Set(slots.joined()).sorted().filter { id in
      slots.count(where: { $0 != [id] }) < applicable.count
    }
  }
}
