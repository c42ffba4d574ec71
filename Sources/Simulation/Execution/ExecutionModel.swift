internal import BusinessModel
internal import Planning
internal import RoadmapModel

/// A plan compiled for being carried out: dense, immutable, shared by all threads.
///
/// Activities are those of the planner's ``Instance``: capabilities, and after them the milestones of the stages.
struct ExecutionModel: Sendable {
  let roadmap: Roadmap
  let instance: Instance
  /// The planning estimates of each activity; milestones have none.
  let work: [PlannedWork?]
  private(set) var policy: ExecutionPolicy
  /// The number of activities.
  let count: Int
  let periodCount: Int
  /// The position of each activity's capability in the roadmap; -1 for a milestone.
  let position: [Int]
  /// The activity of each capability; -1 for what cannot be planned.
  let activityOfPosition: [Int]

  /// The start in the plan; ``unplanned`` for what is not in it.
  let plannedStart: [Int]
  /// Whether work on the activity is part of the plan or of a branch that a decision may take.
  let isActive: [Bool]
  /// All capabilities that may come to be worked on, the most urgent first: in the order of their planned starts, then of ids; what is not in the plan at the end.
  private(set) var order: [Int]
  /// The place of each activity in that order.
  private(set) var rank: [Int]
  /// The activities whose start is pinned to a later period than the first.
  let pinned: [Int]
  /// Whether each capability of the roadmap is live at the start, by position.
  let isLiveToday: [Bool]
  /// All capabilities in the order of ``order``.
  private let byUrgency: [Int]
  /// The first start that decisions of the company allow.
  let release: [Int]
  /// The first start that the plan's own will allows; see ``ExecutionModel/holding(_:)``.
  private(set) var hold: [Int]

  /// Whether each activity is the milestone of a stage whose demands nothing can meet; the instance has no requirements for those.
  let isOutOfReach: [Bool]

  /// The people whom each activity needs: resource and units, those of one activity together.
  let needRanges: [Range<Int>]
  let needResources: [Int]
  let needUnits: [Int64]
  /// The teams of each activity that may be away.
  let absentTeams: [[Int]]
  /// What the weeks of work cost by the plan, those of one activity together.
  let plannedCostRanges: [Range<Int>]
  let plannedCosts: [Int64]
  /// The segment of the budget of each period; -1 where nothing may be spent.
  let segments: [Int]
  let decisions: [CompiledDecision]
  let risks: [CompiledRisk]
  /// The risks that may hit each activity, with the number of the chance that decides.
  let risksOfActivity: [[(risk: Int, chance: Int)]]
  /// The number of chances of all risks: one for each risk, or one for each capability of its scope.
  let chanceCount: Int

  /// A start that never comes.
  static let unplanned = Int.max

  /// A decision point over activities.
  struct CompiledDecision: Sendable {
    /// The activity of the pilot; nil when it is not active.
    let pilot: Int?
    let wait: Int
    /// The effects of the pilot on the KPI, by their position among those of its capability.
    let sources: [Int]
    let higherIsBetter: Bool
    let improvement: Double
    let then: [Int]
    let otherwise: [Int]

    /// The activities of both branches, each once.
    var members: [Int] { then + otherwise.filter { !then.contains($0) } }
  }

  /// A risk over activities.
  struct CompiledRisk: Sendable {
    let risk: Risk
    /// Whether work that starts in a period can be hit.
    let hits: [Bool]
    /// The position of the capability that makes it less likely; nil when none does.
    let mitigator: Int?
    /// The probability before any mitigation by a capability, and with it.
    let probability: Double
    let mitigatedProbability: Double
    /// Whether every capability of its scope is hit by itself.
    let hitsEachByItself: Bool
    /// The number of its first chance.
    let firstChance: Int
    let chanceCount: Int
  }

  /// Compiles a plan's schedule.
  ///
  /// - Throws: ``SimulationError`` when the plan builds what the roadmap cannot plan.
  init(_ roadmap: Roadmap, _ schedule: Schedule, policy: ExecutionPolicy) throws(SimulationError) {
    var compiler = RoadmapCompiler(roadmap)
    let compiled = compiler.compile()
    let instance = compiled.instance
    let count = instance.activityCount
    self.roadmap = roadmap
    self.instance = instance
    self.policy = policy
    self.count = count
    work = compiled.work
    periodCount = instance.periodCount
    position = (0..<count).map { instance.position(of: $0) ?? -1 }
    var activities = [Int](repeating: -1, count: roadmap.capabilities.count)
    for (activity, position) in position.enumerated() where position >= 0 { activities[position] = activity }
    activityOfPosition = activities
    var starts = [Int](repeating: Self.unplanned, count: count)
    for (id, start) in schedule.starts.sorted(by: { $0.key.text < $1.key.text }) {
      guard let position = roadmap.position(of: id), activities[position] >= 0 else {
        throw .unknownCapability(id)
      }
      guard 0..<instance.periodCount ~= start.index else { throw .startOutsideCalendar(id) }
      starts[activities[position]] = start.index
    }
    plannedStart = starts
    let active = { (id: CapabilityID) in
      roadmap.position(of: id).flatMap { activities[$0] >= 0 ? activities[$0] : nil }
    }
    decisions = roadmap.uncertainty.decisionPoints.map { CompiledDecision($0, roadmap, starts, active) }
    var isActive = starts.map { $0 != Self.unplanned }
    for decision in decisions {
      for activity in decision.then + decision.otherwise { isActive[activity] = true }
    }
    self.isActive = isActive
    let ids = position.map { $0 >= 0 ? roadmap.capabilities[$0].id.text : "" }
    byUrgency = (0..<count).filter { !instance.isMilestone[$0] }
      .sorted { (starts[$0], ids[$0]) < (starts[$1], ids[$1]) }
    order = byUrgency
    rank = [Int](repeating: Self.unplanned, count: count)
    pinned = (0..<count).filter { !instance.isInWork[$0] && (instance.fixedStart[$0] ?? 0) > 0 }
    isLiveToday = roadmap.capabilities.map { roadmap.state(of: $0.id) == .live }
    release = Self.releases(roadmap, instance, position)
    hold = [Int](repeating: 0, count: count)
    let stages = roadmap.maturity.stages
    isOutOfReach = (0..<count).map { activity in
      let rank = activity - (count - stages.count)
      return rank >= 0 && !roadmap.canMeetDemands(of: stages[rank], activities)
    }
    (needRanges, needResources, needUnits) = Self.flatten(instance.resources.needs)
    let absent = roadmap.teams.map { ($0.absence?.share ?? 0) > 0 }
    absentTeams = instance.resources.needs.map { needs in
      needs.map(\.resource).filter { $0 < absent.count && absent[$0] }
    }
    (plannedCostRanges, plannedCosts) = Self.weeklyCosts(instance.budget)
    segments = instance.budget.segment.map { $0 ?? -1 }
    (risks, risksOfActivity, chanceCount) = Self.compile(roadmap, byUrgency, position)
    follow(policy)
  }

  /// The model under another policy.
  func following(_ policy: ExecutionPolicy) -> ExecutionModel {
    var model = self
    model.follow(policy)
    return model
  }

  private mutating func follow(_ policy: ExecutionPolicy) {
    self.policy = policy
    // A new plan may take up what the first one leaves out.
    order = byUrgency.filter { policy == .replan || isActive[$0] }
    for (place, activity) in order.enumerated() { rank[activity] = place }
  }

  /// The model with activities held back until their planned start.
  func holding(_ isHeld: [Bool]) -> ExecutionModel {
    var model = self
    model.hold = plannedStart.indices.map {
      isHeld[$0] && plannedStart[$0] != Self.unplanned ? plannedStart[$0] : 0
    }
    return model
  }

  private static func releases(_ roadmap: Roadmap, _ instance: Instance, _ position: [Int]) -> [Int] {
    position.enumerated().map { activity, position in
      guard position >= 0 else { return 0 }
      let decision = roadmap.decision(on: roadmap.capabilities[position].id)
      let notBefore = decision.notBefore.map { roadmap.calendar.firstPeriod(onOrAfter: $0).index } ?? 0
      return max(0, notBefore, instance.fixedStart[activity] ?? 0)
    }
  }

  private static func flatten(_ needs: [[ResourceTable.Need]]) -> ([Range<Int>], [Int], [Int64]) {
    var ranges: [Range<Int>] = []
    var end = 0
    for needs in needs {
      ranges.append(end..<end + needs.count)
      end += needs.count
    }
    let all = needs.joined()
    return (ranges, all.map(\.resource), all.map(\.units))
  }

  private static func weeklyCosts(_ budget: BudgetTable) -> ([Range<Int>], [Int64]) {
    var ranges: [Range<Int>] = []
    var costs: [Int64] = []
    for upTo in budget.costUpTo {
      let begin = costs.count
      costs += zip(upTo.dropFirst(), upTo).map { $0 - $1 }
      ranges.append(begin..<costs.count)
    }
    return (ranges, costs)
  }

  private static func compile(
    _ roadmap: Roadmap, _ activities: [Int], _ position: [Int]
  ) -> ([CompiledRisk], [[(risk: Int, chance: Int)]], Int) {
    var risks: [CompiledRisk] = []
    var ofActivity = [[(risk: Int, chance: Int)]](repeating: [], count: position.count)
    var chances = 0
    let dates = roadmap.calendar.periods.map { roadmap.calendar.date(of: $0) }
    for (number, risk) in roadmap.uncertainty.risks.enumerated() {
      let first = chances
      if !risk.hitsEachByItself { chances += 1 }
      for activity in activities.sorted() where risk.scope.contains(roadmap.capabilities[position[activity]])
      {
        ofActivity[activity].append((number, risk.hitsEachByItself ? chances : first))
        if risk.hitsEachByItself { chances += 1 }
      }
      let isPaid = risk.mitigation.map { $0.capability == nil && $0.isTaken } ?? false
      risks.append(
        CompiledRisk(
          risk: risk, hits: dates.map { risk.hits(workStartingOn: $0) },
          mitigator: risk.mitigation?.capability.flatMap { roadmap.position(of: $0) },
          probability: isPaid ? risk.mitigation?.probability ?? 0 : risk.probability,
          mitigatedProbability: risk.mitigation?.probability ?? risk.probability,
          hitsEachByItself: risk.hitsEachByItself, firstChance: first,
          chanceCount: chances - first))
    }
    return (risks, ofActivity, chances)
  }
}

extension Roadmap {
  /// Whether enough of what a stage demands is live or can be planned.
  fileprivate func canMeetDemands(of stage: Stage, _ activityOfPosition: [Int]) -> Bool {
    stage.demands.allSatisfy { demand in
      let requirement = applicable(demand.requirement)
      let available = requirement.members.count { member in
        standIns(for: member).contains { id in
          state(of: id) == .live || position(of: id).map { activityOfPosition[$0] >= 0 } ?? false
        }
      }
      return available >= requirement.count
    }
  }
}

extension ExecutionModel.CompiledDecision {
  fileprivate init(
    _ decision: DecisionPoint, _ roadmap: Roadmap, _ starts: [Int], _ activity: (CapabilityID) -> Int?
  ) {
    let pilot = activity(decision.pilot)
    self.pilot = pilot.flatMap { starts[$0] == ExecutionModel.unplanned ? nil : $0 }
    wait = decision.wait
    let effects = roadmap.capability(decision.pilot)?.effects ?? []
    sources = effects.indices.filter { effects[$0].kpi == decision.kpi }
    higherIsBetter = decision.kpi.higherIsBetter
    improvement = decision.improvement
    then = decision.then.compactMap(activity)
    otherwise = decision.otherwise.compactMap(activity)
  }
}
