internal import BusinessModel
internal import RandomStreams
internal import RoadmapModel

/// Looks for schedules that are worth more than the best known by a search that learns, and proves that there is none when it finds no more.
///
/// The search knows all rules but triggers, and the value by two limits that are sums over starts: the envelope of the effects that touches the best
/// schedule, and the priced minimum cut taken apart (``LagrangianRelaxation/SeparateLimit``). A schedule that both let pass is valued by the business model; if it
/// is no better than the best, the envelope that touches it joins the limits and rules it out. So a search that ends is a proof for effects that compound, too
/// (the scheme of logic-based Benders cuts, Hooker and Ottosson, Mathematical Programming 96, 2003).
///
/// First, small parts of the best schedule are searched while all else stays (large neighbourhood search with complete search inside: Shaw 1998), then all of it.
struct ValueProof {
  /// What was found.
  struct Result {
    /// The starts of the best schedule, -1 for what is left out; nil when none was found.
    var starts: [Int]?
    /// What it is worth, in cents.
    var value: Int64
    /// Whether no schedule is worth more.
    var isProved = false
    /// The failures that the search met: its work.
    var failures = 0
  }

  let instance: Instance
  private let envelopeEarliest: [Int32]
  private var root: ClauseSolver
  private let separate: LagrangianRelaxation.SeparateLimit
  /// The node of the relaxation of each possible start; nil for leaving an activity out.
  private let nodes: [Int?]
  private let longestRow: Int
  private var evaluator: Evaluator
  private(set) var result: Result

  /// A search from a schedule that keeps all rules, or from nothing.
  ///
  /// - Parameters:
  ///   - relaxation: the relaxation whose limit is taken apart, at its best prices.
  ///   - starts: the best schedule, or nil.
  ///   - hints: when activities had better start, nil for what had better be left out; for what no schedule tells.
  /// - Returns: nil when the search does not apply: numbers do not fit, or the schedule does something that the search does not know.
  init?(
    _ instance: Instance, _ relaxation: inout LagrangianRelaxation, prices: [Double], from starts: [Int]?,
    hints: [Double?]
  ) {
    let horizon = instance.periodCount
    let never = ClauseSolver.never(horizon)
    guard let problem = Self.problem(instance) else { return nil }
    let possible = Self.possibleStarts(instance, never: never)
    guard possible.allSatisfy({ !$0.isEmpty }) else { return nil }
    self.instance = instance
    envelopeEarliest = instance.goLives(of: instance.earliest)
    separate = relaxation.separate(prices)
    let expansion = relaxation.expansion
    let preferred = (0..<instance.activityCount).map { activity -> Int in
      if let starts { return starts[activity] < 0 ? never : starts[activity] }
      return hints[activity].map { Int($0.rounded()) } ?? never
    }
    let literals = BoundLiterals(starts: possible)
    nodes = (0..<literals.count).map { place in
      let start = Int(literals.periods[place])
      return start == never ? nil : expansion.node(of: Int(literals.activities[place]), startedBy: start)
    }
    longestRow = possible.reduce(1) { max($0, $1.count) }
    root = ClauseSolver(
      problem, starts: possible, horizon: horizon,
      rules: SelectionRules(
        choices: Self.choices(instance), groups: Self.groups(instance),
        budget: instance.budget.isLimited ? SpendingTable(instance, literals) : nil, goals: [],
        preferred: preferred))
    var evaluator = Evaluator(instance, objective: .value)
    let value = if let starts { evaluator.netPresentValue(of: starts) } else { Self.worthless }
    self.evaluator = evaluator
    result = Result(starts: starts, value: value)
    if let starts, !allows(starts) { return nil }
    setGoals(&root, touching: starts ?? instance.earliest)
  }

  /// Less than any schedule is worth, in cents; sums of it are far from overflowing.
  private static let worthless: Int64 = -1 << 50

  // MARK: Search

  /// Searches parts of the schedule and then all of it.
  ///
  /// - Parameters:
  ///   - failures: the failures after which the search ends.
  ///   - parts: the share of the failures that the search of parts may take.
  mutating func run(failures limit: Int, parts: Double, seed: UInt64, until rule: StoppingRule) {
    guard root.propagate() else {
      // Without a schedule to begin with, a contradiction is not looked into here.
      result.isProved = result.starts != nil
      return
    }
    if result.starts != nil {
      var stream = RandomStream(StreamKey(seed: seed, purpose: "parts"))
      searchParts(limit: Int(Double(limit) * parts), &stream, until: rule)
    }
    var solver = root
    if search(&solver, limit: limit, until: rule) { result.isProved = result.starts != nil }
  }

  /// Searches a solver to its end or to a limit of failures; true when nothing is left to find.
  private mutating func search(_ solver: inout ClauseSolver, limit: Int, until rule: StoppingRule) -> Bool {
    while result.failures < limit, !rule.endsEarly() {
      switch solver.solve(conflicts: &result.failures, limit: limit, stop: { rule.endsEarly() }) {
      case .impossible: return true
      case .open: return false
      case .schedule(let found):
        let starts = found.map { $0 == solver.never ? -1 : $0 }
        result.failures += instance.shop.hasEffects ? Self.failuresPerEnvelope : 1
        let value = evaluator.netPresentValue(of: starts)
        let isValid = isGrounded(starts) && (!instance.hasTriggers || triggersHold(starts))
        if isValid, value > result.value {
          result.starts = starts
          result.value = value
          raiseTargets(&root)
          raiseTargets(&solver)
          solver.rules?.preferred = found
          root.rules?.preferred = found
        } else {
          if !solver.forbid(found) { return true }
          if isValid, instance.shop.hasEffects { addEnvelope(&solver, touching: starts) }
        }
      }
    }
    return false
  }

  /// Searches parts of the best schedule, while the rest stays as it is.
  private mutating func searchParts(limit: Int, _ stream: inout RandomStream, until rule: StoppingRule) {
    var size = Double(Self.firstPart)
    while result.failures < limit, !rule.endsEarly() {
      guard let starts = result.starts else { return }
      let isFree = part(of: starts, size: Int(size), &stream)
      var solver = root
      var holds = true
      for activity in starts.indices where !isFree[activity] && holds {
        let start = starts[activity] < 0 ? solver.never : starts[activity]
        holds = solver.raise(activity, to: start, .decision) && solver.lower(activity, to: start, .decision)
      }
      let before = result.failures
      result.failures += 1
      let isDone =
        !holds || !solver.propagate()
        || search(&solver, limit: min(limit, result.failures + Self.failuresPerPart), until: rule)
      // Parts that are searched to the end may grow; others were too large.
      size = isDone ? min(size * 1.05 + 0.1, Double(starts.count)) : max(4, size * 0.95)
      if isDone, result.failures - before <= 1, size >= Double(starts.count) { return }
    }
  }

  private static let firstPart = 8
  /// What the envelope of a schedule counts as, since it takes as long.
  private static let failuresPerEnvelope = 60
  private static let failuresPerPart = 150

  /// Activities that are near each other in time, need the same people or each other, or are left out; with all milestones.
  private func part(of starts: [Int], size: Int, _ stream: inout RandomStream) -> [Bool] {
    var isFree = instance.isMilestone
    var free = 0
    let movable = starts.indices.filter {
      !instance.isMilestone[$0] && instance.earliest[$0] <= instance.latest[$0]
    }
    guard !movable.isEmpty else { return isFree }
    let center = movable[stream.integer(below: movable.count)]
    let around = starts[center] >= 0 ? starts[center] : stream.integer(below: instance.periodCount)
    let kind = stream.integer(below: 3)
    var keyed = movable.map { activity -> (key: Double, activity: Int) in
      let distance =
        starts[activity] < 0
        ? Double(instance.periodCount) * 0.25 * stream.uniform()
        : Double((starts[activity] - around).magnitude)
      switch kind {
      case 0: return (distance, activity)
      case 1: return (compete(center, activity) ? 0.3 * distance : distance + 10, activity)
      default: return (Double(instance.periodCount) * stream.uniform(), activity)
      }
    }
    keyed.sort { ($0.key, $0.activity) < ($1.key, $1.activity) }
    for (_, activity) in keyed where free < size {
      isFree[activity] = true
      free += 1
    }
    isFree[center] = true
    return isFree
  }

  private func compete(_ left: Int, _ right: Int) -> Bool {
    instance.resources.needs[left].contains { need in
      instance.resources.needs[right].contains { $0.resource == need.resource }
    }
  }

  // MARK: Goals

  /// Sets the limits that hold from the beginning.
  private func setGoals(_ solver: inout ClauseSolver, touching starts: [Int]) {
    let values = solver.literals.starts.indices.map { place in nodes[place].map { separate.values[$0] } ?? 0 }
    let goal = LinearGoal(values: values, target: separate.target(result.value + 1), longestRow: longestRow)
    solver.rules?.goals = [goal]
    addEnvelope(&solver, touching: starts)
  }

  /// Adds the limit of the effects that touches a schedule.
  private func addEnvelope(_ solver: inout ClauseSolver, touching starts: [Int]) {
    let envelope = instance.shop.envelope(touching: instance.goLives(of: starts), notBefore: envelopeEarliest)
    let periods = instance.periodCount
    var later = [Double](repeating: 0, count: instance.activityCount * (periods + 1))
    for activity in 0..<instance.activityCount {
      guard let position = instance.position(of: activity) else { continue }
      let row = activity * (periods + 1)
      for period in (0..<periods).reversed() {
        later[row + period] = later[row + period + 1] + envelope.weights[position * periods + period]
      }
    }
    let literals = solver.literals
    let values = (0..<literals.count).map { place -> Int64 in
      let start = Int(literals.periods[place])
      let activity = Int(literals.activities[place])
      guard start < periods, instance.position(of: activity) != nil else { return 0 }
      let live = min(periods, start + instance.duration[activity])
      let value =
        instance.additiveValue(of: activity, start: start)
        + instance.impactWeight * later[activity * (periods + 1) + live]
      // In hundredths of a cent, rounded up.
      return Int64((value * Self.parts).rounded(.up))
    }
    let constant = Int64((envelope.constant * instance.impactWeight * Self.parts).rounded(.up)) + 1
    if solver.rules?.goals.count == Self.mostGoals { solver.rules?.goals.remove(at: 2) }
    solver.rules?.goals.append(
      LinearGoal(
        values: values, target: Self.target(result.value + 1) - constant, longestRow: longestRow,
        offset: constant))
  }

  /// The most limits that are kept: the two from the beginning and the latest ones.
  private static let mostGoals = 10
  /// Parts of a currency unit in which envelopes count.
  private static let parts = 10_000.0

  /// A value in cents that rounds to at least this, in parts.
  private static func target(_ cents: Int64) -> Int64 { cents * 100 - 51 }

  /// Asks all limits for more than the best value.
  private func raiseTargets(_ solver: inout ClauseSolver) {
    guard let count = solver.rules?.goals.count else { return }
    for index in 0..<count {
      if index == 0 {
        solver.rules?.goals[0].target = separate.target(result.value + 1)
      } else if let offset = solver.rules?.goals[index].offset {
        solver.rules?.goals[index].target = Self.target(result.value + 1) - offset
      }
    }
  }

  // MARK: Model

  /// Whether the search would let a schedule pass if it were worth enough.
  private func allows(_ starts: [Int]) -> Bool {
    var solver = root
    guard solver.propagate() else { return false }
    for (activity, start) in starts.enumerated() {
      let start = start < 0 ? solver.never : start
      let place = solver.literals.place(activity, from: start)
      guard place < solver.literals.startOffsets[activity + 1], Int(solver.literals.starts[place]) == start,
        solver.raise(activity, to: start, .decision), solver.lower(activity, to: start, .decision)
      else { return false }
    }
    return solver.propagate()
  }

  /// Whether nothing waits for itself, over others without work: everything can be brought into an order in which it comes after what meets its requirements.
  private func isGrounded(_ starts: [Int]) -> Bool {
    var isReady = starts.map { $0 < 0 }
    var changed = true
    while changed {
      changed = false
      for activity in starts.indices where !isReady[activity] {
        let requirements = instance.requirements[instance.requirementRanges[activity]]
        isReady[activity] =
          instance.isInWork[activity]
          || requirements.allSatisfy { requirement in
            requirement.slots.count { members in
              members.contains { member in
                starts[member] >= 0 && isReady[member]
                  && starts[member] + instance.duration[member] + requirement.lag <= starts[activity]
              }
            } >= requirement.count
          }
        changed = changed || isReady[activity]
      }
    }
    return isReady.allSatisfy(\.self)
  }

  private func triggersHold(_ starts: [Int]) -> Bool {
    let path = instance.shop.path(goLive: instance.goLives(of: starts))
    return instance.triggers.indices.allSatisfy { activity in
      guard starts[activity] >= 0, let trigger = instance.triggers[activity] else { return true }
      guard let period = path.firstPeriod(reaching: trigger)?.index else { return false }
      return starts[activity] >= period
    }
  }

  /// The activities as a project, without choices and money.
  private static func problem(_ instance: Instance) -> MakespanProblem? {
    MakespanProblem(
      durations: instance.duration,
      precedences: instance.requirements.compactMap { requirement in
        guard let needed = requirement.onlyActivity, !instance.isInWork[requirement.activity] else {
          return nil
        }
        return MakespanProblem.Precedence(from: needed, to: requirement.activity, lag: requirement.lag)
      },
      needs: instance.resources.needs.map { needs in
        needs.filter { $0.units > 0 }.map { MakespanProblem.Need(resource: $0.resource, units: $0.units) }
      }, capacity: instance.resources.capacity, periodCount: instance.periodCount)
  }

  /// The starts that time and closed periods allow, with that of leaving an activity out where it may be.
  private static func possibleStarts(_ instance: Instance, never: Int) -> [[Int]] {
    (0..<instance.activityCount).map { activity in
      let costUpTo = instance.budget.costUpTo[activity]
      let starts = instance.allowedStarts(of: activity).filter { start in
        guard instance.budget.isLimited, !instance.isInWork[activity] else { return true }
        return (0..<costUpTo.count - 1).allSatisfy { week in
          costUpTo[week + 1] == costUpTo[week] || start + week >= instance.periodCount
            || instance.budget.segment[start + week] != nil
        }
      }
      return instance.isRequired[activity] ? starts : starts + [never]
    }
  }

  private static func choices(_ instance: Instance) -> [SelectionRules.Choice] {
    instance.requirements.compactMap { requirement in
      guard requirement.onlyActivity == nil, !instance.isInWork[requirement.activity] else { return nil }
      return SelectionRules.Choice(
        activity: requirement.activity, count: requirement.count,
        slots: requirement.slots.map { members in
          members.map {
            MakespanProblem.Link(activity: $0, distance: instance.duration[$0] + requirement.lag)
          }
        })
    }
  }

  private static func groups(_ instance: Instance) -> [SelectionRules.Group] {
    instance.groups.map { SelectionRules.Group(members: $0.members, needsOne: $0.needsOne) }
  }
}
