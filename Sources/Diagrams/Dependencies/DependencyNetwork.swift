import RoadmapModel

/// What the view of dependencies shows, before anything has a place.
struct DependencyNetwork: Sendable {
  /// What is known about a capability.
  enum Condition: Hashable, Sendable {
    case live
    case planned(Plan.PlannedCapability)
    /// It could be built, and the plan leaves it out.
    case unplanned
    /// It is partly there or in work, and there is no plan.
    case begun
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
    /// Whether it holds back the critical chain.
    let isCritical: Bool
    /// How many capabilities count, shown or not.
    let total: Int

    /// Whether it needs a junction: more members count than are needed.
    var isChoice: Bool { count < members.count || isPart }

    /// Whether some of the members are not shown.
    var isPart = false

    /// The need with those members that are shown; nil when there are none.
    func restricted(to isShown: [Bool]) -> Need? {
      let left = members.filter { isShown[$0] }
      guard left.count < members.count else { return self }
      guard !left.isEmpty else { return nil }
      return Need(
        dependent: dependent, members: left, count: count, lag: lag, isCritical: isCritical, total: total,
        isPart: count < members.count)
    }
  }

  /// Capabilities that are not shown and have to do with one that is, by their positions.
  struct Elsewhere: Hashable, Sendable {
    /// What it needs, without what follows from other needs.
    var needs: [Int] = []
    /// What needs it.
    var dependents: [Int] = []
  }

  /// What the capabilities of other pages are told apart by.
  private enum Parts {
    case stages
    case elements
  }

  let roadmap: Roadmap
  /// Whether each capability is shown, by position.
  let isShown: [Bool]
  /// The position of the capability in the middle.
  let focus: Int?
  /// Whether there is a plan; without one only today is shown.
  let hasPlan: Bool
  /// The condition of each capability, by position.
  let conditions: [Condition]
  /// What is there today of each capability, by position.
  let states: [CapabilityState]
  /// What is needed, without what follows from other needs; a need without choice has one member.
  let needs: [Need]
  /// What each capability needs and leads to beyond what is shown.
  private let beyond: [Int: Elsewhere]
  private let parts: Parts
  /// Choices between capabilities of one stage that are shown together: their positions.
  let groups: [(alternative: Alternative, members: [Int])]

  init(roadmap: Roadmap, plan: Plan?, options: DependencyOptions = DependencyOptions()) {
    self.roadmap = roadmap
    let isShown = Self.shown(in: roadmap, options)
    self.isShown = isShown
    self.focus = options.focus.flatMap { roadmap.position(of: $0.capability) }
    var planned: [CapabilityID: Plan.PlannedCapability] = [:]
    for entry in plan?.capabilities ?? [] { planned[entry.id] = entry }
    let states = roadmap.capabilities.map { roadmap.state(of: $0.id) }
    self.states = states
    self.hasPlan = plan != nil
    self.conditions = zip(roadmap.capabilities, states).map { capability, state in
      switch state {
      case .live: .live
      case .notApplicable: .notApplicable
      case .missing, .partial, .inProgress:
        planned[capability.id].map(Condition.planned)
          ?? (plan != nil ? .unplanned : state == .missing ? .missing : .begun)
      }
    }
    let all = roadmap.capabilities.indices.filter { isShown[$0] }.flatMap { [conditions] position in
      Self.needs(of: position, in: roadmap, conditions)
    }
    let visible = all.compactMap { $0.restricted(to: isShown) }
    self.needs = Self.reduced(visible, nodeCount: roadmap.capabilities.count)
    self.groups = Self.groups(of: roadmap, isShown)
    self.parts = options.filter.stages.isEmpty && !options.filter.elements.isEmpty ? .elements : .stages
    self.beyond = Self.elsewhere(in: roadmap, isShown, conditions)
  }

  /// What a capability needs and leads to beyond what is shown.
  func elsewhere(of position: Int) -> Elsewhere { beyond[position] ?? Elsewhere() }

  /// The name of a capability with that of the stage or element in which it is found.
  func nameWithPart(of position: Int, _ words: DiagramVocabulary) -> String {
    let capability = roadmap.capabilities[position]
    let part =
      switch parts {
      case .stages: roadmap.maturity.stages.first { $0.id == capability.stage }?.name
      case .elements: roadmap.maturity.elements.first { $0.id == capability.element }?.name
      }
    let name = capability.name[words.language]
    return part.map { "\(name) (\($0[words.language]))" } ?? name
  }

  private static func elsewhere(
    in roadmap: Roadmap, _ isShown: [Bool], _ conditions: [Condition]
  ) -> [Int: Elsewhere] {
    guard isShown.contains(false) else { return [:] }
    let all = roadmap.capabilities.indices.flatMap { needs(of: $0, in: roadmap, conditions) }
    var elsewhere: [Int: Elsewhere] = [:]
    for need in reduced(all, nodeCount: roadmap.capabilities.count) {
      for member in need.members where isShown[member] != isShown[need.dependent] {
        if isShown[need.dependent] {
          elsewhere[need.dependent, default: Elsewhere()].needs.append(member)
        } else {
          elsewhere[member, default: Elsewhere()].dependents.append(need.dependent)
        }
      }
    }
    return elsewhere
  }

  /// The positions of the capabilities that are shown.
  var shown: [Int] { isShown.indices.filter { isShown[$0] } }

  private static func shown(in roadmap: Roadmap, _ options: DependencyOptions) -> [Bool] {
    var isShown = roadmap.capabilities.map(options.filter.includes)
    guard let focus = options.focus, let centre = roadmap.position(of: focus.capability) else {
      return isShown
    }
    let needs = roadmap.capabilities.map { capability in
      capability.prerequisites.flatMap { $0.requirement.members.compactMap(roadmap.position(of:)) }
    }
    var users = needs.map { _ in [Int]() }
    for (position, members) in needs.enumerated() {
      for member in members { users[member].append(position) }
    }
    let near = reached(from: centre, along: needs, steps: focus.depth)
      .union(reached(from: centre, along: users, steps: focus.depth))
    for position in isShown.indices where !near.contains(position) { isShown[position] = false }
    isShown[centre] = true
    return isShown
  }

  /// The positions within so many steps.
  private static func reached(from start: Int, along neighbours: [[Int]], steps: Int) -> Set<Int> {
    var reached: Set<Int> = [start]
    var border = [start]
    for _ in 0..<min(steps, neighbours.count) {
      border = border.flatMap { neighbours[$0] }.filter { reached.insert($0).inserted }
      if border.isEmpty { break }
    }
    return reached
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
            isCritical: isCritical, total: members.count))
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

  private static func groups(
    of roadmap: Roadmap, _ isShown: [Bool]
  ) -> [(alternative: Alternative, members: [Int])] {
    var taken: Set<Int> = []
    var groups: [(alternative: Alternative, members: [Int])] = []
    for alternative in roadmap.alternatives {
      let members = alternative.members.compactMap(roadmap.position(of:)).filter {
        isShown[$0] && !taken.contains($0)
      }
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
    case .begun: .begun
    case .missing: .missing
    case .notApplicable: .notApplicable
    }
  }
}
