/// Decides whether a problem has a schedule: a search by windows of starts that learns from every failure.
///
/// The state is a window for each start. A start after the horizon stands for leaving an activity out. Propagation shrinks windows: precedence, time-table reasoning on every resource, pairs of activities that
/// cannot overlap, and learned clauses. Every change of a bound keeps its reason as statements about other bounds, so a failure can be
/// traced to the first unique implication point, and what is learned is a clause over bounds that prunes everywhere.
/// Source: Schutt, Feydy, Stuckey, Wallace, *Explaining the cumulative propagator*, Constraints 16, 2011 (lazy clause generation); the clause
/// machinery is that of Moskewicz et al., *Chaff*, 2001, and Een and Sorensson, *An extensible SAT-solver*, 2003.
///
/// This file has the state and its changes; other files have propagation, conflict analysis and search.
struct ClauseSolver: Sendable {
  let problem: MakespanProblem
  let literals: BoundLiterals
  /// The windows of starts.
  var earliest: [Int]
  var latest: [Int]

  /// All changes since the beginning, and the one of each side that came last.
  var trail: [BoundChange] = []
  var lastChange: [Int32]
  /// The number of changes before each decision.
  var levelStarts: [Int] = []
  /// The number of noted statements before each decision.
  var levelNotes: [Int] = []
  /// Statements that reasons refer to.
  var notes: [Int32] = []
  /// The first change that has not been propagated.
  var unread = 0
  /// Statements that are all true and cannot be; set when propagation fails.
  var conflict: [Int32] = []
  /// The statements that ``explain(side:_:_:)`` has found; a member, since functions that fill an array of the solver for the caller would copy the solver.
  var explanation: [Int32] = []

  /// Units in use by compulsory parts, by resource and period.
  var load: [Int64]
  let horizon: Int
  /// The start that stands for leaving an activity out; later than any other.
  let never: Int
  /// What an instance asks for beyond prerequisites and capacity; nil for a project of which only the makespan matters.
  var rules: SelectionRules?
  /// The periods whose load has grown since the last time-table pass, by resource.
  var grownFrom: [Int]
  var grownTo: [Int]
  /// The same periods for the time-table pass at work.
  var passFrom: [Int]
  var passTo: [Int]
  /// Activities whose own window has changed since the last time-table pass.
  var moved: [Bool]
  /// For each activity, those that can never run at the same time.
  let disjoint: [[Int32]]

  var clauses = ClauseStore()
  /// For each statement, the clauses that watch for it to become false.
  var watches: [[Int32]]
  var branching: BranchingOrder
  /// The strongest statement of each side that a conflict needs; `Int32.min` for none.
  var needed: [Int32]
  var touched: [Int32] = []
  var isTouched: [Bool]

  /// A search for a schedule of at most `makespan` periods; nil when a window is empty at once.
  init?(_ problem: MakespanProblem, makespan: Int) {
    let horizon = min(makespan, problem.periodCount)
    let windows = (0..<problem.activityCount).map { (problem.heads[$0], horizon - problem.tails[$0]) }
    guard windows.allSatisfy({ $0.0 <= $0.1 }) else { return nil }
    self.init(problem, starts: windows.map { Array($0.0...$0.1) }, horizon: horizon, rules: nil)
  }

  /// A search among possible starts.
  ///
  /// - Parameters:
  ///   - starts: the possible starts of each activity, ascending and not empty; `never(horizon)` for leaving it out.
  ///   - horizon: the periods in which there is capacity.
  ///   - rules: what holds beyond prerequisites and capacity.
  init(_ problem: MakespanProblem, starts: [[Int]], horizon: Int, rules: SelectionRules?) {
    self.problem = problem
    self.horizon = horizon
    self.rules = rules
    never = Self.never(horizon)
    let count = problem.activityCount
    literals = BoundLiterals(starts: starts)
    earliest = literals.least
    latest = literals.greatest
    lastChange = [Int32](repeating: -1, count: 2 * count)
    load = [Int64](repeating: 0, count: problem.resourceCount * max(1, horizon))
    grownFrom = [Int](repeating: 0, count: problem.resourceCount)
    grownTo = [Int](repeating: horizon, count: problem.resourceCount)
    passFrom = grownFrom
    passTo = grownTo
    moved = [Bool](repeating: true, count: count)
    disjoint = Self.disjointPairs(problem)
    watches = [[Int32]](repeating: [], count: 2 * literals.count)
    branching = BranchingOrder(count: literals.count)
    isTouched = [Bool](repeating: false, count: 2 * count)
    needed = [Int32](repeating: Int32.min, count: 2 * count)
    for activity in 0..<count {
      grow(activity, from: latest[activity], to: earliest[activity] + problem.durations[activity], sign: 1)
    }
  }

  /// The start that stands for leaving an activity out: also what takes no time may start at the horizon.
  static func never(_ horizon: Int) -> Int { horizon + 1 }

  /// The number of decisions that hold.
  var level: Int { levelStarts.count }

  /// Whether a statement holds now.
  func isTrue(_ literal: Int32) -> Bool {
    let pair = Int(literal >> 1)
    let activity = Int(literals.activities[pair])
    let period = Int(literals.periods[pair])
    return literal & 1 == 0 ? earliest[activity] >= period : latest[activity] < period
  }

  /// Whether the contrary of a statement holds now.
  func isFalse(_ literal: Int32) -> Bool { isTrue(literal ^ 1) }

  /// Makes a statement true for a reason; false, with `conflict` set, when its contrary holds.
  mutating func assert(_ literal: Int32, _ reason: ChangeReason) -> Bool {
    let pair = Int(literal >> 1)
    let activity = Int(literals.activities[pair])
    let period = Int(literals.periods[pair])
    return literal & 1 == 0
      ? raise(activity, to: period, reason) : lower(activity, to: period - 1, reason)
  }

  /// Moves an earliest start later; false, with `conflict` set, when the window becomes empty.
  mutating func raise(_ activity: Int, to period: Int, _ reason: ChangeReason) -> Bool {
    let old = earliest[activity]
    if period <= old { return true }
    if period > latest[activity] {
      explain(side: 2 * activity, period, reason)
      swap(&conflict, &explanation)
      add(literals.atMost(activity, period - 1), to: .conflict)
      return false
    }
    let period = Int(literals.starts[literals.place(activity, from: period)])
    record(2 * activity, old, period, reason)
    earliest[activity] = period
    let duration = problem.durations[activity]
    grow(activity, from: max(latest[activity], old + duration), to: period + duration, sign: 1)
    moved[activity] = true
    return true
  }

  /// Moves a latest start earlier; false, with `conflict` set, when the window becomes empty.
  mutating func lower(_ activity: Int, to period: Int, _ reason: ChangeReason) -> Bool {
    let old = latest[activity]
    if period >= old { return true }
    if period < earliest[activity] {
      explain(side: 2 * activity + 1, period, reason)
      swap(&conflict, &explanation)
      add(literals.atLeast(activity, period + 1), to: .conflict)
      return false
    }
    let period = Int(literals.starts[literals.place(activity, through: period)])
    record(2 * activity + 1, old, period, reason)
    latest[activity] = period
    grow(activity, from: period, to: min(old, earliest[activity] + problem.durations[activity]), sign: 1)
    moved[activity] = true
    return true
  }

  private mutating func record(_ side: Int, _ old: Int, _ new: Int, _ reason: ChangeReason) {
    trail.append(
      BoundChange(
        side: Int32(side), old: Int32(old), new: Int32(new), previous: lastChange[side], reason: reason))
    lastChange[side] = Int32(trail.count - 1)
  }

  /// Adds a part of an activity to the load, or takes it away.
  private mutating func grow(_ activity: Int, from start: Int, to end: Int, sign: Int64) {
    let end = min(end, horizon)
    guard start < end else { return }
    for index in problem.needOffsets[activity]..<problem.needOffsets[activity + 1] {
      let need = problem.needs[index]
      let row = need.resource * horizon
      for period in row + start..<row + end { load[period] += sign * need.units }
      if sign > 0 {
        grownFrom[need.resource] = min(grownFrom[need.resource], start)
        grownTo[need.resource] = max(grownTo[need.resource], end)
      }
    }
  }

  /// Begins a new level of decisions.
  mutating func open() {
    levelStarts.append(trail.count)
    levelNotes.append(notes.count)
  }

  /// Takes back all changes since the decisions beyond a level.
  mutating func close(to target: Int) {
    guard level > target else { return }
    let start = levelStarts[target]
    while trail.count > start {
      let change = trail.removeLast()
      let side = Int(change.side)
      let activity = side >> 1
      let duration = problem.durations[activity]
      let old = Int(change.old)
      let new = Int(change.new)
      lastChange[side] = change.previous
      if side & 1 == 0 {
        grow(activity, from: max(latest[activity], old + duration), to: new + duration, sign: -1)
        earliest[activity] = old
        if new > old { branching.restore(pairs(activity, old + 1, new)) }
      } else {
        grow(activity, from: new, to: min(old, earliest[activity] + duration), sign: -1)
        latest[activity] = old
        branching.restore(pairs(activity, new + 1, old))
      }
    }
    notes.removeSubrange(levelNotes[target]...)
    levelNotes.removeSubrange(target...)
    levelStarts.removeSubrange(target...)
    unread = trail.count
    for resource in grownFrom.indices {
      grownFrom[resource] = horizon
      grownTo[resource] = 0
    }
    for activity in moved.indices { moved[activity] = false }
  }

  /// The pairs `start >= t` of an activity for a range of periods that begins after a possible start and ends with one.
  private func pairs(_ activity: Int, _ first: Int, _ last: Int) -> ClosedRange<Int> {
    literals.place(activity, from: first)...literals.place(activity, through: last)
  }

  /// Where statements are added.
  enum Destination { case notes, conflict, explanation }

  /// Adds a statement unless it is always true.
  mutating func add(_ literal: Int32, to destination: Destination) {
    guard literal != BoundLiterals.always else { return }
    switch destination {
    case .notes: notes.append(literal)
    case .conflict: conflict.append(literal)
    case .explanation: explanation.append(literal)
    }
  }

  /// Pairs of activities whose needs exceed some capacity at every time, and that precedence does not order already.
  private static func disjointPairs(_ problem: MakespanProblem) -> [[Int32]] {
    let count = problem.activityCount
    var reaches = [[Bool]](repeating: [Bool](repeating: false, count: count), count: count)
    for activity in problem.topologicalOrder.reversed() {
      for link in problem.successors(of: activity) where link.distance >= problem.durations[activity] {
        reaches[activity][link.activity] = true
        for other in 0..<count where reaches[link.activity][other] { reaches[activity][other] = true }
      }
    }
    var units = [Int64](repeating: 0, count: count * problem.resourceCount)
    for activity in 0..<count {
      for need in problem.needs(of: activity) {
        units[activity * problem.resourceCount + need.resource] = need.units
      }
    }
    return (0..<count).map { first in
      guard problem.durations[first] > 0 else { return [] }
      return (0..<count).filter { second in
        guard first != second, problem.durations[second] > 0, !reaches[first][second], !reaches[second][first]
        else { return false }
        return problem.needs(of: first).contains { need in
          need.units + units[second * problem.resourceCount + need.resource]
            > problem.greatestCapacity[need.resource]
        }
      }.map { Int32($0) }
    }
  }
}
