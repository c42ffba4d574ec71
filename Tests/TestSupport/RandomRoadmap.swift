package import RoadmapModel

/// Small random roadmaps that use every feature of the model, for tests that compare an algorithm with brute force.
///
/// Most have a feasible plan and some have none. The same seed gives the same roadmap on every machine.
package struct RandomRoadmap {
  /// Features that a test may leave out.
  package struct Features: OptionSet, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) {
      self.rawValue = rawValue
    }

    /// Teams and what capabilities need of them.
    package static let teams = Features(rawValue: 1 << 0)
    /// A budget, with or without carry-over.
    package static let budget = Features(rawValue: 1 << 1)
    /// Stage gates, a limit on work in progress, freeze windows.
    package static let policy = Features(rawValue: 1 << 2)
    /// Alternatives with choices and scores.
    package static let alternatives = Features(rawValue: 1 << 3)
    /// Capabilities that stand in for others.
    package static let provides = Features(rawValue: 1 << 4)
    /// Changes of levers, with overlap groups.
    package static let effects = Features(rawValue: 1 << 5)
    /// Triggers on simulated KPIs.
    package static let triggers = Features(rawValue: 1 << 6)
    /// Pins, excludes, forced ones and dates.
    package static let decisions = Features(rawValue: 1 << 7)
    /// Capabilities that are live, partial, in progress or not applicable today, and answers.
    package static let states = Features(rawValue: 1 << 8)
    /// Demands of stages above nothing; without them only decisions and alternatives require something.
    package static let demands = Features(rawValue: 1 << 9)

    /// Everything.
    package static let all = Features(rawValue: (1 << 10) - 1)
  }

  var random: SplitMix
  let features: Features
  let count: Int
  /// How readily rules are added that may leave no plan: 1 in some roadmaps and less in most.
  let strictness: Double
  var contents: RoadmapContents

  /// A random roadmap.
  ///
  /// - Parameters:
  ///   - seed: Which one.
  ///   - capabilities: How many; brute force over starts takes at most about 7.
  ///   - periods: How many weeks.
  ///   - features: What may occur in it.
  package static func make(
    seed: UInt64, capabilities: Int = 6, periods: Int = 9, features: Features = .all
  ) -> Roadmap {
    var generator = RandomRoadmap(
      seed: seed, capabilities: capabilities, periods: periods, features: features)
    generator.generate()
    do {
      return try Roadmap(validating: generator.contents)
    } catch {
      preconditionFailure("seed \(seed) gives an invalid roadmap: \(error.findings)")
    }
  }

  private init(seed: UInt64, capabilities: Int, periods: Int, features: Features) {
    random = SplitMix(seed: seed)
    self.features = features
    count = capabilities
    strictness = random.chance(0.3) ? 1 : 0.3
    contents = RoadmapFixture(periods: periods).contents
    contents.name = LocalizedText("Random \(seed)")
    // The calendar starts between October and March, so that freezes over the turn of the year and budget cycles matter.
    let start = RoadmapFixture.start.advanced(by: random.int(in: -90...80))
    contents.calendar = PlanningCalendar(start: start, periodCount: periods)
  }

  private mutating func generate() {
    contents.maturity.elements.append(Element(id: "data", name: "Data"))
    contents.overlapGroups = [
      OverlapGroup(id: "recovery", name: "Recovery", kpi: .conversion, ceiling: 0.08)
    ]
    contents.sources = [Source(id: "study", title: "A study")]
    addBusiness()
    if features.contains(.teams) { addTeams() }
    if features.contains(.states) { chooseStates() }
    for position in 0..<count { addCapability(position) }
    if features.contains(.alternatives) { addAlternatives() }
    if features.contains(.demands) { addDemands() }
    if features.contains(.decisions) { addDecisions() }
    if features.contains(.policy) { addPolicy() }
    if features.contains(.budget), random.chance(0.7) { addBudget() }
    addObjective()
  }

  static func id(_ position: Int) -> CapabilityID { CapabilityID("c\(position)") }

  private mutating func addBusiness() {
    guard !features.isDisjoint(with: [.effects, .triggers]) else { return }
    var business = Business.small
    business.visits.growthPerYear = random.number(in: 0...1)
    if random.chance(0.4) {
      business.visits.seasonality = (0..<12).map { _ in random.number(in: 0.8...1.2) }
    }
    if random.chance(0.3) { business.orderValue.growthPerYear = random.number(in: -0.2...0.2) }
    contents.business = business
  }

  private mutating func addTeams() {
    for name in ["development", "marketing"].prefix(random.int(in: 1...2)) {
      let capacity = People(Double(random.int(in: 2...6)) / 2)
      var changes: [Team.CapacityChange] = []
      if random.chance(0.3) {
        let from = contents.calendar.start.advanced(by: random.int(in: 5...40))
        changes = [.init(from: from, capacity: People(Double(random.int(in: 1...6)) / 2))]
      }
      contents.teams.append(
        Team(id: TeamID(name), name: LocalizedText(name), capacity: capacity, changes: changes))
    }
  }

  private mutating func addDemands() {
    let ids = (0..<count).map(Self.id)
    for rank in contents.maturity.stages.indices {
      let own = contents.capabilities.filter { $0.stage == contents.maturity.stages[rank].id }
      for capability in own where random.chance(0.15 + 0.35 * strictness) && !isRivalOfDemanded(capability.id)
      {
        contents.maturity.stages[rank].demands.append(
          StageDemand(capability.element, Requirement(capability.id)))
      }
      if !ids.isEmpty, random.chance(0.15 + 0.2 * strictness) {
        let members = random.sample(random.int(in: 2...3), of: ids)
        contents.maturity.stages[rank].demands.append(
          StageDemand(
            "data", Requirement(atLeast: strictness < 1 ? 1 : random.int(in: 1...members.count), of: members))
        )
      }
    }
    contents.target.stage = random.pick(["crawl", "walk", "walk", "run"])
    if random.chance(0.25 * strictness) {
      let last = contents.calendar.periodCount * PlanningCalendar.daysPerPeriod - 1
      contents.target.by = contents.calendar.start.advanced(by: random.int(in: last / 2...last))
    }
  }

  /// Whether another member of an alternative is demanded already, so that both cannot be met; one in ten goes unnoticed.
  private mutating func isRivalOfDemanded(_ id: CapabilityID) -> Bool {
    let demanded = Set(contents.maturity.stages.flatMap(\.demands).flatMap(\.requirement.members))
    let rivals = contents.alternatives.filter { $0.members.contains(id) }.flatMap(\.members)
    return rivals.contains { demanded.contains($0) } && random.chance(0.9)
  }

  private mutating func addBudget() {
    let total = contents.capabilities.reduce(0) { $0 + $1.cost.mean }
    let share = Money(units: (total * random.number(in: 0.3...1.3 - 0.3 * strictness)).rounded())
    let carriesOver = random.chance(0.6)
    if random.chance(0.6) {
      let cycle = random.pick([Budget.Cycle.month, .quarter, .once])
      contents.budget = Budget(
        every: cycle, amount: share, carriesOver: carriesOver, in: contents.calendar)
    } else {
      // Two windows that do not meet the weeks, with days between them that belong to none.
      let start = contents.calendar.start
      let periods = contents.calendar.periodCount
      let middle = start.advanced(by: periods * random.int(in: 2...4))
      contents.budget = Budget(
        windows: [
          .init(from: start.advanced(by: random.int(in: -10...2)), through: middle, amount: share),
          .init(
            from: middle.advanced(by: random.int(in: 1...2 * periods)), through: contents.calendar.end,
            amount: share),
        ], carriesOver: carriesOver)
    }
  }

  private mutating func addObjective() {
    contents.discountRate = random.pick([0, 0.05, 0.2])
    contents.objective = random.pick(Objective.allCases)
    if random.chance(0.2) {
      contents.weights = ObjectiveWeights(
        impact: random.number(in: 0.5...2), cost: random.number(in: 0...2))
    }
  }
}
