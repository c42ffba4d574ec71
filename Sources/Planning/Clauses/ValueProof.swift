internal import BusinessModel
internal import RandomStreams
internal import RoadmapModel

/// Looks for schedules that are worth more than the best known by a search that learns, and proves that there is none when it finds no more.
///
/// The search knows all rules but triggers, of which it is told what a schedule breaks (``TriggerConflicts``), and the value by two limits that are sums over starts: the envelope of the effects that touches the best
/// schedule, and the priced minimum cut taken apart (``LagrangianRelaxation/SeparateLimit``). A schedule that both let pass is valued by the business model; if it
/// is no better than the best, the envelope that touches it joins the limits and rules it out. So a search that ends is a proof for effects that compound, too
/// (the scheme of logic-based Benders cuts, Hooker and Ottosson, Mathematical Programming 96, 2003).
///
/// ``improve(failures:seed:until:)`` searches small parts of the best schedule while all else stays (large neighbourhood search with complete search inside: Shaw 1998);
/// ``tighten(failures:until:)`` refutes thresholds above it.
struct ValueProof {
  /// What was found.
  struct Result {
    /// The starts of the best schedule, -1 for what is left out; nil when none was found.
    var starts: [Int]?
    /// What it is worth, in cents.
    var value: Int64
    /// No schedule is worth more than this, in cents.
    var limit: Int64
    /// The failures that the search met: its work.
    var failures = 0
  }

  let instance: Instance
  private let envelopeEarliest: [Int32]
  private var root: ClauseSolver
  /// The relaxation, at its best prices.
  private let bound: ValueBound
  private let board: ProgressBoard
  private let separateGoals: SeparateGoals
  private let longestRow: Int
  /// What each activity needs and what needs it, milestones left out.
  private let neighbours: [[Int]]
  private var evaluator: Evaluator
  private var triggers: TriggerConflicts
  private(set) var result: Result

  /// A search from a schedule that keeps all rules, or from nothing.
  ///
  /// - Parameters:
  ///   - bound: the relaxation, drawn tight.
  ///   - starts: the best schedule, or nil.
  ///   - limit: what is known that no schedule is worth more than.
  ///   - board: where work and what was found are reported.
  /// - Returns: nil when the search does not apply: numbers do not fit, or the schedule does something that the search does not know.
  init?(_ bound: ValueBound, from starts: [Int]?, limit: Bound, board: ProgressBoard) {
    let instance = bound.instance
    let horizon = instance.periodCount
    let never = ClauseSolver.never(horizon)
    guard let problem = Self.problem(instance) else { return nil }
    let possible = Self.possibleStarts(instance, never: never)
    guard possible.allSatisfy({ !$0.isEmpty }) else { return nil }
    self.instance = instance
    envelopeEarliest = instance.goLives(of: instance.earliest)
    self.bound = bound
    self.board = board
    let hints = starts == nil ? bound.relaxedStarts : []
    let preferred = (0..<instance.activityCount).map { activity -> Int in
      if let starts { return starts[activity] < 0 ? never : starts[activity] }
      return hints[activity].map { Int($0.rounded()) } ?? never
    }
    let literals = BoundLiterals(starts: possible)
    separateGoals = SeparateGoals(literals, bound.expansion, never: never)
    longestRow = possible.reduce(1) { max($0, $1.count) }
    neighbours = Self.neighbours(instance)
    root = ClauseSolver(
      problem, starts: possible, horizon: horizon,
      rules: SelectionRules(
        choices: Self.choices(instance), groups: Self.groups(instance),
        budget: instance.budget.isLimited ? SpendingTable(instance, literals) : nil, goals: [],
        preferred: preferred))
    var evaluator = Evaluator(instance, objective: .value)
    let value = if let starts { evaluator.netPresentValue(of: starts) } else { Self.worthless }
    self.evaluator = evaluator
    triggers = TriggerConflicts(instance)
    result = Result(starts: starts, value: value, limit: Int64((limit.limit * 100).rounded()))
    if let starts, !allows(starts) { return nil }
    setGoals(&root, touching: starts ?? instance.earliest)
  }

  /// Less than any schedule is worth, in cents; sums of it are far from overflowing.
  private static let worthless: Int64 = -1 << 50

  // MARK: Search

  /// Searches parts of the schedule for better ones, or everything for any when there is none.
  ///
  /// - Parameter failures: the failures after which the search ends.
  mutating func improve(failures limit: Int, seed: UInt64, until rule: StoppingRule) {
    guard result.starts != nil else {
      var solver = root
      let refuted = refuted(above: result.value, &solver, limit: limit, until: rule)
      // Without a schedule a contradiction is not looked into here.
      if let refuted, result.starts != nil { result.limit = min(result.limit, refuted) }
      return
    }
    guard root.propagate() else {
      result.limit = result.value
      return
    }
    var stream = RandomStream(StreamKey(seed: seed, purpose: "parts"))
    searchParts(limit: limit, &stream, until: rule)
  }

  /// Halves the distance between the best schedule and the limit, by refuting that any is worth more than the middle, as long as the failures last.
  ///
  /// It is the harder the nearer the middle is to the best schedule. So an attempt that takes too long is followed by one at a higher middle, and when these are
  /// near the limit that is known, by longer attempts.
  ///
  /// - Parameter failures: the failures after which the search ends.
  mutating func tighten(failures limit: Int, until rule: StoppingRule) {
    guard root.propagate() else {
      result.limit = result.value
      return
    }
    var attempt = max(Self.shortestAttempt, limit / Self.attempts)
    var low = result.value
    while result.limit > result.value, result.failures < limit, !rule.endsEarly() {
      low = max(low, result.value)
      // A thousandth is not worth halving: what remains is to prove the best schedule.
      let isNear = result.limit - result.value <= result.value.magnitude / 1000
      if isNear || result.limit - low <= max(1, (result.limit - result.value) / 8) {
        low = result.value
        attempt *= 2
      }
      let middle = isNear ? low : low + (result.limit - low) / 2
      if let refuted = refuted(above: middle, attempt: attempt, limit: limit, until: rule) {
        result.limit = min(result.limit, refuted)
        board.proved(limitSoFar)
      } else {
        low = middle
      }
    }
  }

  /// Draws the limit tighter by branches of the relaxation, until none is worth more than the best schedule or the splits are used up.
  ///
  /// - Parameters:
  ///   - splits: the most splits of a branch; each takes twice ``BranchedBound/cutsPerHalf`` cuts.
  ///   - threads: the halves of branches are spread over these; what is found does not depend on their number.
  mutating func branch(splits: Int, threads: Int, until rule: StoppingRule) async {
    guard root.propagate() else {
      result.limit = result.value
      return
    }
    var branched = BranchedBound(bound, root: root, goals: separateGoals, target: result.value)
    while branched.splits < splits, branched.hasRoom, !branched.isFinished, !rule.endsEarly() {
      let before = branched.splits
      await branched.round(mostSplits: splits, threads: threads, until: rule)
      board.add((branched.splits - before) * ProgressBoard.schedulesPerSplit)
      let limit = min(Double(result.limit), branched.limit.rounded(.up))
      result.limit = max(result.value, Int64(limit))
      board.proved(limitSoFar)
    }
  }

  private var limitSoFar: Bound {
    Bound(limit: Money(cents: result.limit).units, method: .completeSearch, relaxed: [])
  }

  /// Searches for schedules that are worth more than a threshold, in windows that are first drawn narrower by the relaxation.
  ///
  /// What the threshold excludes is cut off at the ends of the windows (reduced-cost fixing), which makes the relaxation tighter in turn. That is left out
  /// where it would take most of the work that is left.
  ///
  /// - Parameters:
  ///   - attempt: the failures that the search may meet.
  ///   - limit: the failures that all of it may come to.
  private mutating func refuted(
    above threshold: Int64, attempt: Int, limit: Int, until rule: StoppingRule
  ) -> Int64? {
    var solver = root
    setTargets(&solver, above: threshold)
    result.failures += 1
    guard solver.propagate() else { return threshold }
    if limit - result.failures >= 2 * Self.failuresPerNarrowing {
      var bound = bound
      bound.confine(earliest: solver.earliest, latest: solver.latest)
      bound.tighten(cuts: Self.cutsPerNarrowing, target: Double(threshold), until: rule)
      result.failures += Self.failuresPerNarrowing
      board.add(Self.cutsPerNarrowing * ProgressBoard.schedulesPerCut)
      guard bound.limit > Double(threshold), let separate = bound.separate() else { return threshold }
      addGoal(separate, &solver, above: threshold)
      guard solver.propagate() else { return threshold }
    }
    return refuted(above: threshold, &solver, limit: min(limit, result.failures + attempt), until: rule)
  }

  /// The cuts by which windows are drawn narrower, and what they count as, since they take about as long.
  private static let cutsPerNarrowing = 20
  private static let failuresPerNarrowing = 600
  /// The first attempts, of which there may be so many, are the shortest.
  private static let attempts = 30
  private static let shortestAttempt = 50

  /// Searches for schedules that are worth more than a threshold, or than what was found, to the end or to a limit of failures.
  ///
  /// - Returns: what no schedule in the solver is worth more than; nil when there may be some.
  private mutating func refuted(
    above threshold: Int64, _ solver: inout ClauseSolver, limit: Int, until rule: StoppingRule
  ) -> Int64? {
    var threshold = threshold
    let before = result.failures
    defer { board.add((result.failures - before) * ProgressBoard.schedulesPerFailure) }
    setTargets(&solver, above: threshold)
    while result.failures < limit, !rule.endsEarly() {
      switch solver.solve(conflicts: &result.failures, limit: limit, stop: { rule.endsEarly() }) {
      case .impossible: return threshold
      case .open: return nil
      case .schedule(let found):
        let starts = found.map { $0 == solver.never ? -1 : $0 }
        result.failures += instance.shop.hasEffects ? Self.failuresPerEnvelope : 1
        let value = evaluator.netPresentValue(of: starts)
        let isTimely = triggers.areKept(by: starts)
        let isValid = isGrounded(starts) && isTimely
        if isValid, value > result.value {
          result.starts = starts
          result.value = value
          root.rules?.preferred = found
          setTargets(&root, above: value)
        }
        if isValid, value > threshold {
          threshold = value
          solver.rules?.preferred = found
          setTargets(&solver, above: value)
        } else {
          if !(isTimely ? solver.forbid(found) : ruleOut(tooEarly: found, starts, &solver)) {
            return threshold
          }
          if isValid, instance.shop.hasEffects { addEnvelope(&solver, touching: starts, above: threshold) }
        }
      }
    }
    return nil
  }

  /// Forbids a schedule that is too early for a level of a KPI, and with it all that are so in the same way; false when nothing is left.
  private mutating func ruleOut(
    tooEarly found: [Int], _ starts: [Int], _ solver: inout ClauseSolver
  ) -> Bool {
    guard let conflict = triggers.conflict(in: starts, never: solver.never) else {
      return solver.forbid(found)
    }
    let literals = solver.literals
    let statements =
      conflict.notBefore.sorted { $0.key < $1.key }.map { literals.atLeast($0.key, $0.value) }
      + conflict.notAfter.sorted { $0.key < $1.key }.map { literals.atMost($0.key, $0.value) }
    // It holds for every schedule, so that later searches know it from the beginning.
    if !root.exclude(statements: statements) {
      result.limit = result.value
      return false
    }
    return solver.forbid(statements: statements)
  }

  /// Searches parts of the best schedule, while the rest stays as it is.
  private mutating func searchParts(limit: Int, _ stream: inout RandomStream, until rule: StoppingRule) {
    var size = Double(Self.firstPart)
    while result.failures < limit, result.limit > result.value, !rule.endsEarly() {
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
        || refuted(
          above: result.value, &solver, limit: min(limit, result.failures + Self.failuresPerPart), until: rule
        )
          != nil
      // Parts that are searched to the end may grow; others were too large.
      size = isDone ? min(size * 1.05 + 0.1, Double(starts.count)) : max(4, size * 0.95)
      if isDone, result.failures - before <= 1, size >= Double(starts.count) { return }
    }
  }

  private static let firstPart = 8
  /// What the envelope of a schedule counts as, since it takes as long.
  private static let failuresPerEnvelope = 60
  private static let failuresPerPart = 150

  /// Activities that are near each other in time or along prerequisites, need the same people, or are left out; with all milestones.
  private func part(of starts: [Int], size: Int, _ stream: inout RandomStream) -> [Bool] {
    var isFree = instance.isMilestone
    var free = 0
    let movable = starts.indices.filter {
      !instance.isMilestone[$0] && instance.earliest[$0] <= instance.latest[$0]
    }
    guard !movable.isEmpty else { return isFree }
    let center = movable[stream.integer(below: movable.count)]
    let around = starts[center] >= 0 ? starts[center] : stream.integer(below: instance.periodCount)
    let kind = stream.integer(below: 4)
    let steps = kind == 3 ? stepsAlongPrerequisites(from: center) : []
    var keyed = movable.map { activity -> (key: Double, activity: Int) in
      let distance =
        starts[activity] < 0
        ? Double(instance.periodCount) * 0.25 * stream.uniform()
        : Double((starts[activity] - around).magnitude)
      switch kind {
      case 0: return (distance, activity)
      case 1: return (instance.resources.compete(center, activity) ? 0.3 * distance : distance + 10, activity)
      case 3: return (steps[activity] + stream.uniform(), activity)
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

  private static func neighbours(_ instance: Instance) -> [[Int]] {
    var neighbours = [[Int]](repeating: [], count: instance.activityCount)
    for requirement in instance.requirements where !instance.isMilestone[requirement.activity] {
      for needed in requirement.slots.flatMap(\.self) where !instance.isMilestone[needed] {
        neighbours[requirement.activity].append(needed)
        neighbours[needed].append(requirement.activity)
      }
    }
    return neighbours
  }

  /// The number of prerequisites on the shortest way from one activity to each other, in either direction.
  private func stepsAlongPrerequisites(from center: Int) -> [Double] {
    var steps = [Double](repeating: Double(instance.activityCount), count: instance.activityCount)
    steps[center] = 0
    var queue = [center]
    var next = 0
    while next < queue.count {
      let activity = queue[next]
      next += 1
      for neighbour in neighbours[activity] where steps[neighbour] == Double(instance.activityCount) {
        steps[neighbour] = steps[activity] + 1
        queue.append(neighbour)
      }
    }
    return steps
  }

  // MARK: Goals

  /// Sets the limits that hold from the beginning.
  private func setGoals(_ solver: inout ClauseSolver, touching starts: [Int]) {
    var bound = bound
    if let limit = bound.separate() { addGoal(limit, &solver, above: result.value) }
    addEnvelope(&solver, touching: starts, above: result.value)
  }

  /// Adds the limit of the relaxation, taken apart.
  private func addGoal(
    _ limit: LagrangianRelaxation.SeparateLimit, _ solver: inout ClauseSolver, above threshold: Int64
  ) {
    var goal = separateGoals.goal(limit)
    goal.ask(above: threshold)
    solver.rules?.goals.append(goal)
  }

  /// Adds the limit of the effects that touches a schedule.
  private func addEnvelope(_ solver: inout ClauseSolver, touching starts: [Int], above threshold: Int64) {
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
    var goal = LinearGoal(
      values: values, scale: Self.parts / 100, constant: envelope.constant * instance.impactWeight * 100,
      longestRow: longestRow)
    goal.ask(above: threshold)
    if solver.rules?.goals.count == Self.mostGoals { solver.rules?.goals.remove(at: 2) }
    solver.rules?.goals.append(goal)
  }

  /// The most limits that are kept: the two from the beginning and the latest ones.
  private static let mostGoals = 10
  /// Parts of a currency unit in which envelopes count.
  private static let parts = 10_000.0

  /// Asks all limits for more than a value.
  private func setTargets(_ solver: inout ClauseSolver, above value: Int64) {
    guard let count = solver.rules?.goals.count else { return }
    for index in 0..<count { solver.rules?.goals[index].ask(above: value) }
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
