internal import BusinessModel
internal import RandomStreams
internal import RealModule
internal import RoadmapModel

/// One chain of ruin and recreate on explicit schedules.
///
/// A step takes a few activities out of the schedule and places them again, each where it seems to be worth most; simulated annealing decides by the
/// true objective whether the new schedule is kept. It is large neighbourhood search (Shaw 1998; Ropke and Pisinger 2006) with the acceptance and the
/// randomised greedy repair of Christiaens and Vanden Berghe 2020. Temperatures are in units of the typical change of a step.
struct RuinAndRecreate {
  /// The settings of a chain.
  struct Parameters: Sendable {
    /// The temperature at the start of a round, in typical changes.
    var start = 0.5
    /// The temperature at the end of a round.
    var end = 0.03
    /// The most steps that measure typical changes, and the most of the work that they may take.
    var warmUp = (steps: 400, share: 0.05)
    /// The most activities that a ruin takes out, mostly, and now and then.
    var mostRuined = (mostly: 8, sometimes: 24)
    /// How often a ruin may take out more.
    var largeShare = 0.2
    /// The least schedules of a round, after which the chain is heated again and goes on from its first schedule or from its best, in turn.
    var schedulesPerRound = 48_000
    /// How often effects on the shop are linearised again, in each round.
    var guides = 6
    /// How many steps are done between two looks at the clock.
    var clockInterval = 64
  }

  /// The ruins, each with its weight.
  static let ruins: [(ruin: any Ruin, weight: Double)] = [
    (RelatedRuin(), 3), (WindowRuin(), 2), (ChainRuin(), 2), (PullRuin(), 3), (ScatterRuin(), 3),
    (GoalRuin(), 2), (OptionRuin(), 2), (ExchangeRuin(), 2), (ChoiceRuin(), 1),
  ]

  private let instance: Instance
  private let parameters: Parameters
  private let weights: [Double]
  private var stream: RandomStream
  private(set) var neighbourhood: Neighbourhood
  private var guide: Guide
  /// What the prices of the relaxation charge each start, in currency units; empty where there are none.
  private let charges: [Double]
  private var workspace: ShopModel.Workspace
  private var watch: TriggerWatch
  private var hasEffects = true
  private var reached: [(activity: Int, period: Int)] = []
  private var best: (starts: [Int], value: Double)
  /// What a missing required activity costs, in cents: more than anything else can bring.
  private let missingPenalty: Double

  /// A chain that starts from a schedule that keeps all rules but for required activities that are missing or late; what is late is taken out.
  ///
  /// - Returns: nil when the schedule cannot be taken over: other rules are broken, or choices run in a circle.
  init?(
    _ instance: Instance, from starts: [Int], charges: [Double] = [], stream: RandomStream,
    parameters: Parameters = Parameters()
  ) {
    guard let state = ScheduleState(instance, starts: ScheduleState.inTime(starts, instance)),
      instance.settled.allSatisfy({ !instance.isRequired[$0] || state.contains($0) }),
      instance.groups.allSatisfy({ !$0.needsOne || $0.members.contains(where: state.contains) })
    else { return nil }
    self.instance = instance
    self.stream = stream
    self.parameters = parameters
    let neighbourhood = Neighbourhood(state)
    self.neighbourhood = neighbourhood
    // Without a choice, the ruin that changes choices finds nothing; and where all work takes a period, as in mines, no chain takes time.
    weights = Self.ruins.map { ruin, weight in
      let isIdle =
        ruin is ChoiceRuin && instance.choices.isEmpty
        || ruin is GoalRuin && neighbourhood.longestDuration <= 1
      return isIdle ? 0 : weight
    }
    workspace = instance.shop.makeWorkspace()
    watch = instance.makeTriggerWatch()
    self.charges = charges
    guide = Guide(instance, values: instance.additiveValues, charges: charges)
    best = (state.starts, 0)
    missingPenalty = 100_000 * (1 + (instance.additiveValues.lazy.map(\.magnitude).max() ?? 0))
    linearise()
    best.value = value()
    if instance.hasTriggers {
      guard triggersHold() else { return nil }
      adoptTriggers()
    }
  }

  /// Whether ruin and recreate knows an objective.
  static func applies(to objective: Objective) -> Bool { objective == .value }

  /// The best schedule, as a list.
  var bestList: ActivityList { neighbourhood.state.list(of: best.starts) }

  // MARK: Value

  /// What a simulation of the shop counts as, in activities placed: a share of a schedule, since building one includes a simulation too.
  private var simulationWork: Int { instance.activityCount / 4 }

  /// The value of the schedule in cents, and far less when something required is missing.
  ///
  /// - Parameter isWatched: whether the schedule is the one whose triggers were looked at last, so that its effects are known.
  private mutating func value(isWatched: Bool = false) -> Double {
    let missing = Double(neighbourhood.state.missingCount) * missingPenalty
    let additive = Double(neighbourhood.state.worth) / 1_000 - missing
    guard hasEffects else { return additive }
    neighbourhood.placements += simulationWork
    let impact =
      isWatched
      ? watch.mechanismImpact
      : instance.shop.mechanismImpact(goLive: neighbourhood.state.goLives, in: &workspace)
    return additive + 100 * instance.impactWeight * impact
  }

  /// Lets the guide see effects on the shop as they are around the present schedule.
  private mutating func linearise() {
    guard hasEffects else { return }
    let envelope = instance.shop.envelope(
      touching: neighbourhood.state.goLives, notBefore: instance.goLives(of: instance.earliest))
    hasEffects = envelope.weights.contains { $0 != 0 }
    guard hasEffects else { return }
    let periods = instance.periodCount
    var values = instance.additiveValues
    for activity in 0..<instance.activityCount {
      guard let position = instance.position(of: activity) else { continue }
      var later = [Double](repeating: 0, count: periods + 1)
      for period in (0..<periods).reversed() {
        later[period] = later[period + 1] + envelope.weights[position * periods + period]
      }
      for start in 0..<periods {
        values[activity * periods + start] +=
          instance.impactWeight * later[min(periods, start + instance.duration[activity])]
      }
    }
    guide = Guide(instance, values: values, charges: charges)
  }

  /// Whether everything that waits for a KPI waits long enough; notes when each level is reached.
  private mutating func triggersHold() -> Bool {
    reached.removeAll(keepingCapacity: true)
    neighbourhood.placements += simulationWork
    watch.run(goLive: neighbourhood.state.goLives)
    var hold = true
    for (number, activity) in instance.triggered.enumerated() {
      let period = watch.period(reaching: number) ?? instance.periodCount + 1
      reached.append((activity, max(period, instance.earliest[activity])))
      if neighbourhood.state.contains(activity), neighbourhood.state.starts[activity] < period {
        hold = false
      }
    }
    return hold
  }

  private mutating func adoptTriggers() {
    for (activity, period) in reached { neighbourhood.notBefore[activity] = period }
  }

  /// Lets what waits for a KPI and is to be placed again start sooner than that has been reached so far, since the step may bring it forward.
  ///
  /// - Returns: what was known before.
  private mutating func expectTriggersSooner() -> [(activity: Int, period: Int)] {
    var known: [(activity: Int, period: Int)] = []
    for activity in instance.triggered
    where neighbourhood.isOpen(activity) && stream.bernoulli(Self.expectingShare) {
      let period = neighbourhood.notBefore[activity]
      let earliest = instance.earliest[activity]
      guard period > earliest else { continue }
      known.append((activity, period))
      neighbourhood.notBefore[activity] =
        earliest + stream.integer(below: min(period, instance.latest[activity]) - earliest + 1)
    }
    return known
  }

  /// How often a step expects what waits for a KPI to start sooner.
  private static let expectingShare = 0.5

  /// Moves what waits for a KPI to where the step has brought that; false when something starts too early all the same.
  private mutating func meetsTriggers() -> Bool {
    var holds = triggersHold()
    var hasMoved = false
    for (activity, period) in reached where neighbourhood.state.contains(activity) {
      let isEarly = neighbourhood.state.starts[activity] < period
      guard isEarly || period < neighbourhood.notBefore[activity] else { continue }
      let isMoved = neighbourhood.move(activity, notBefore: period, guide)
      if isEarly, !isMoved { return false }
      hasMoved = hasMoved || isMoved
    }
    if hasMoved { holds = triggersHold() }
    return holds
  }

  // MARK: Steps

  /// How often a step goes by the prices of the relaxation.
  private static let pricedShare = 0.6

  /// Ruins and recreates once; nil, with everything as it was, when that breaks a rule.
  ///
  /// Otherwise the change has to be committed or rolled back.
  mutating func step() -> Double? {
    guard let index = stream.weightedIndex(weights) else { return nil }
    neighbourhood.begin()
    neighbourhood.isPriced = !charges.isEmpty && stream.bernoulli(Self.pricedShare)
    let most =
      stream.bernoulli(parameters.largeShare) ? parameters.mostRuined.sometimes : parameters.mostRuined.mostly
    let size = 1 + stream.integer(below: most)
    Self.ruins[index].ruin.apply(to: &neighbourhood, size: size, guide, &stream)
    if neighbourhood.touched.isEmpty { neighbourhood.isBroken = true }
    if !neighbourhood.isBroken {
      let known = expectTriggersSooner()
      neighbourhood.recreate(guide, &stream)
      for (activity, period) in known { neighbourhood.notBefore[activity] = period }
    }
    if neighbourhood.isBroken || (instance.hasTriggers && !meetsTriggers()) {
      neighbourhood.placements += 1
      neighbourhood.state.rollBack()
      return nil
    }
    return value(isWatched: instance.hasTriggers)
  }

  /// Makes the last step final.
  mutating func commit() {
    neighbourhood.state.commit()
    if instance.hasTriggers { adoptTriggers() }
  }

  /// Takes the last step back.
  mutating func rollBack() {
    neighbourhood.state.rollBack()
  }

  /// The median of what steps change.
  private mutating func typicalChange(_ current: Double, placements: Int) -> Double {
    var changes: [Double] = []
    let end = neighbourhood.placements + placements
    for _ in 0..<parameters.warmUp.steps where neighbourhood.placements < end {
      guard let new = step() else { continue }
      if new != current { changes.append((new - current).magnitude) }
      rollBack()
    }
    return changes.isEmpty ? 1 : changes.sorted()[changes.count / 2]
  }

  /// Improves the schedule until as much has been done as so many schedules take, or the rule says stop.
  ///
  /// - Parameter report: is called with the number of schedules since the last call.
  /// - Returns: whether the search was cut short.
  mutating func run(schedules: Int, until rule: StoppingRule, report: (Int) -> Void) -> Bool {
    let rounds = max(1, schedules / parameters.schedulesPerRound)
    let perSchedule = max(1, instance.activityCount)
    let first = neighbourhood.state.starts
    var reported = 0
    for round in 0..<rounds {
      // A round that starts from the best seldom leaves its basin; one that starts from the beginning may find another.
      if round > 0, let state = ScheduleState(instance, starts: round % 2 == 1 ? first : best.starts) {
        neighbourhood.restart(from: state)
        if instance.hasTriggers, triggersHold() { adoptTriggers() }
      }
      let end = schedules * (round + 1) / rounds * perSchedule
      let isDone = cool(through: end, until: rule) { placements in
        report(placements / perSchedule - reported)
        reported = placements / perSchedule
      }
      if !isDone { return true }
    }
    report(max(0, schedules - reported))
    return false
  }

  /// One round, until so many activities have been placed; false when the rule ended it early.
  private mutating func cool(through end: Int, until rule: StoppingRule, report: (Int) -> Void) -> Bool {
    var current = value()
    let begin = neighbourhood.placements
    let start = ContinuousClock.now
    let work = max(1, end - begin)
    let scale = typicalChange(current, placements: Int(Double(work) * parameters.warmUp.share))
    let cooling = Double.log(parameters.end / parameters.start)
    var temperature = scale * parameters.start
    var steps = 0
    var guides = 0
    while neighbourhood.placements < end {
      if steps % parameters.clockInterval == 0 {
        report(neighbourhood.placements)
        if rule.endsEarly() { return false }
        // What time will cut short cools as fast as time goes by.
        let done = max(
          Double(neighbourhood.placements - begin) / Double(work), rule.timeShare(since: start))
        temperature = scale * parameters.start * Double.exp(cooling * done)
        if Int(done * Double(parameters.guides)) > guides {
          guides += 1
          linearise()
        }
      }
      steps += 1
      guard let new = step() else { continue }
      guard new >= current || stream.uniform() < Double.exp((new - current) / temperature) else {
        rollBack()
        continue
      }
      commit()
      current = new
      if new > best.value { best = (neighbourhood.state.starts, new) }
    }
    return true
  }
}
