import RoadmapModel

/// What the view of dependencies shows, before anything has a place.
struct DependencyNetwork: Sendable {
  /// What is known about a capability.
  enum Condition: Hashable, Sendable {
    case live
    case planned(Plan.PlannedCapability)
    /// It could be built, and the plan leaves it out.
    case unplanned
    /// It could be built, and there is no plan.
    case missing
    case notApplicable
  }

  /// What one capability needs before it can be started.
  struct Need: Hashable, Sendable {
    /// The capability that needs it, by its position in the roadmap.
    let dependent: Int
    /// The capabilities that count, by their positions.
    let members: [Int]
    /// How many of them are needed.
    let count: Int
    /// The whole weeks that must pass in between.
    let lag: Int
    /// Whether it holds back the critical path.
    let isCritical: Bool

    /// Whether it needs a junction: more members count than are needed.
    var isChoice: Bool { count < members.count }
  }

  let roadmap: Roadmap
  /// The condition of each capability, by position.
  let conditions: [Condition]
  /// What is there today of each capability, by position.
  let states: [CapabilityState]
  /// What is needed, without what follows from other needs; a need without choice has one member.
  let needs: [Need]
  /// Choices between capabilities of one stage that are shown together: their positions.
  let groups: [(alternative: Alternative, members: [Int])]

  init(roadmap: Roadmap, plan: Plan?) {
    self.roadmap = roadmap
    var planned: [CapabilityID: Plan.PlannedCapability] = [:]
    for entry in plan?.capabilities ?? [] { planned[entry.id] = entry }
    let states = roadmap.capabilities.map { roadmap.state(of: $0.id) }
    self.states = states
    self.conditions = zip(roadmap.capabilities, states).map { capability, state in
      switch state {
      case .live: .live
      case .notApplicable: .notApplicable
      case .missing, .partial, .inProgress:
        planned[capability.id].map(Condition.planned) ?? (plan == nil ? .missing : .unplanned)
      }
    }
    let all = roadmap.capabilities.indices.flatMap { [conditions] position in
      Self.needs(of: position, in: roadmap, conditions)
    }
    self.needs = Self.reduced(all, nodeCount: roadmap.capabilities.count)
    self.groups = Self.groups(of: roadmap)
  }

  private static func needs(
    of dependent: Int, in roadmap: Roadmap, _ conditions: [Condition]
  ) -> [Need] {
    var needs: [Need] = []
    for prerequisite in roadmap.capabilities[dependent].prerequisites {
      let requirement = roadmap.applicable(prerequisite.requirement)
      let members = requirement.members.compactMap(roadmap.position(of:))
      let sets = requirement.needsAll ? members.map { [$0] } : [members]
      for members in sets where !needs.contains(where: { $0.members == members }) {
        let count = requirement.needsAll ? 1 : requirement.count
        let isCritical =
          members.count == 1
          && isCritical(conditions[members[0]], conditions[dependent], lag: prerequisite.lag)
        needs.append(
          Need(
            dependent: dependent, members: members, count: count, lag: prerequisite.lag,
            isCritical: isCritical))
      }
    }
    return needs.filter { $0.count > 0 }
  }

  private static func isCritical(_ first: Condition, _ second: Condition, lag: Int) -> Bool {
    guard case .planned(let first) = first, case .planned(let second) = second else { return false }
    return first.isCritical && second.isCritical
      && first.finishPeriod.advanced(by: lag) == second.startPeriod
  }

  /// The needs that no path of others implies; those with a lag say more than a path, and stay.
  private static func reduced(_ needs: [Need], nodeCount: Int) -> [Need] {
    let certain = needs.indices.filter { !needs[$0].isChoice }
    let reduction = ArrowReduction(
      nodeCount: nodeCount,
      arrows: certain.map { (tail: needs[$0].members[0], head: needs[$0].dependent) })
    var isNeeded = needs.map { _ in true }
    for (number, position) in certain.enumerated() { isNeeded[position] = reduction.isNeeded[number] }
    return needs.indices.filter { isNeeded[$0] || needs[$0].lag > 0 || needs[$0].isCritical }
      .map { needs[$0] }
  }

  private static func groups(of roadmap: Roadmap) -> [(alternative: Alternative, members: [Int])] {
    var taken: Set<Int> = []
    var groups: [(alternative: Alternative, members: [Int])] = []
    for alternative in roadmap.alternatives {
      let members = alternative.members.compactMap(roadmap.position(of:)).filter { !taken.contains($0) }
      for stage in roadmap.maturity.stages {
        let together = members.filter { roadmap.capabilities[$0].stage == stage.id }.sorted()
        guard together.count > 1 else { continue }
        groups.append((alternative, together))
        taken.formUnion(together)
      }
    }
    return groups
  }
}

extension DependencyNetwork.Condition {
  /// What the legend calls it.
  var kind: LegendKey {
    switch self {
    case .live: .live
    case .planned(let entry): entry.isCritical ? .critical : .planned
    case .unplanned: .unplanned
    case .missing: .missing
    case .notApplicable: .notApplicable
    }
  }
}
