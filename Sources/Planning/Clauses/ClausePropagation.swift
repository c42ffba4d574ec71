/// Propagation: what follows from the windows of starts, with reasons.
extension ClauseSolver {
  /// Draws all consequences; false, with `conflict` set, when there is no schedule.
  mutating func propagate() -> Bool {
    while true {
      while unread < trail.count {
        let change = trail[unread]
        unread += 1
        guard propagateClauses(change), propagatePrecedence(Int(change.side)),
          propagateDisjoint(Int(change.side >> 1))
        else { return false }
      }
      let size = trail.count
      guard propagateCapacity() else { return false }
      if trail.count > size { continue }
      guard propagateRules() else { return false }
      if trail.count == size { return true }
    }
  }

  /// Visits the clauses that watch for one of the statements that have just become false.
  private mutating func propagateClauses(_ change: BoundChange) -> Bool {
    let activity = Int(change.side >> 1)
    let isEarliest = change.side & 1 == 0
    // An earliest start from old to new makes `start < t` false for old < t <= new; a latest start makes `start >= t` false.
    let low = Int(isEarliest ? change.old : change.new)
    let high = Int(isEarliest ? change.new : change.old)
    for place in literals.place(activity, from: low + 1)...literals.place(activity, through: high) {
      let literal = Int32(2 * place) | (isEarliest ? 1 : 0)
      if !watches[Int(literal)].isEmpty, !visit(literal) { return false }
    }
    return true
  }

  private mutating func visit(_ literal: Int32) -> Bool {
    var watchers: [Int32] = []
    swap(&watchers, &watches[Int(literal)])
    var kept = 0
    var holds = true
    var next = 0
    while next < watchers.count {
      let clause = watchers[next]
      next += 1
      let start = clauses.offsets[Int(clause)]
      let end = clauses.offsets[Int(clause) + 1]
      if clauses.statements[start] == literal { clauses.statements.swapAt(start, start + 1) }
      let other = clauses.statements[start]
      if isTrue(other) {
        watchers[kept] = clause
        kept += 1
        continue
      }
      if let place = (start + 2..<max(end, start + 2)).first(where: { !isFalse(clauses.statements[$0]) }) {
        clauses.statements.swapAt(start + 1, place)
        watches[Int(clauses.statements[start + 1])].append(clause)
        continue
      }
      watchers[kept] = clause
      kept += 1
      if !assert(other, .clause(clause)) {
        holds = false
        break
      }
    }
    while next < watchers.count {
      watchers[kept] = watchers[next]
      kept += 1
      next += 1
    }
    watchers.removeLast(watchers.count - kept)
    swap(&watchers, &watches[Int(literal)])
    return holds
  }

  private mutating func propagatePrecedence(_ side: Int) -> Bool {
    let activity = side >> 1
    if side & 1 == 0 {
      for index in problem.successorOffsets[activity]..<problem.successorOffsets[activity + 1] {
        let link = problem.successors[index]
        let reason = ChangeReason.precedence(activity: Int32(activity), distance: Int32(link.distance))
        guard raise(link.activity, to: min(never, earliest[activity] + link.distance), reason) else {
          return false
        }
      }
    } else if latest[activity] < never {
      for index in problem.predecessorOffsets[activity]..<problem.predecessorOffsets[activity + 1] {
        let link = problem.predecessors[index]
        let reason = ChangeReason.precedence(activity: Int32(activity), distance: Int32(-link.distance))
        guard lower(link.activity, to: latest[activity] - link.distance, reason) else { return false }
      }
    }
    return true
  }

  /// For every activity that cannot overlap with this one: when one cannot come first, the other does.
  private mutating func propagateDisjoint(_ activity: Int) -> Bool {
    for other in disjoint[activity] {
      guard order(activity, Int(other)), order(Int(other), activity) else { return false }
    }
    return true
  }

  /// When `second` cannot come first, `first` finishes before it.
  private mutating func order(_ first: Int, _ second: Int) -> Bool {
    let length = problem.durations[first]
    // What is or may be left out comes neither before nor after.
    guard latest[first] < never, earliest[second] < never else { return true }
    guard earliest[second] + problem.durations[second] > latest[first] else { return true }
    let least = earliest[first] + length
    let greatest = latest[second] - length
    guard least > earliest[second] || greatest < latest[first] else { return true }
    // The reason needs no more than that the second cannot finish by the latest start of the first.
    let bound = latest[first]
    let from = notes.count
    add(literals.atMost(first, bound), to: .notes)
    add(literals.atLeast(second, bound - problem.durations[second] + 1), to: .notes)
    let shared = notes.count
    if least > earliest[second] {
      add(literals.atLeast(first, earliest[first]), to: .notes)
      guard raise(second, to: least, .noted(from: Int32(from), count: Int32(notes.count - from))) else {
        return false
      }
    }
    if latest[second] < never, latest[second] - length < latest[first] {
      let again = notes.count
      for index in from..<shared { notes.append(notes[index]) }
      add(literals.atMost(second, latest[second]), to: .notes)
      return lower(
        first, to: latest[second] - length, .noted(from: Int32(again), count: Int32(notes.count - again)))
    }
    return true
  }

  /// Time-table reasoning: nothing may start where the compulsory parts of the others leave too little.
  private mutating func propagateCapacity() -> Bool {
    for resource in 0..<problem.resourceCount {
      let row = resource * horizon
      for period in grownFrom[resource]..<max(grownFrom[resource], grownTo[resource])
      where load[row + period] > problem.capacity[resource * problem.periodCount + period] {
        conflict.removeAll(keepingCapacity: true)
        explainLoad(resource, period, beyond: -1, room: 0, to: .conflict)
        return false
      }
    }
    // What grows from here on is for the next pass.
    for resource in 0..<problem.resourceCount {
      passFrom[resource] = grownFrom[resource]
      passTo[resource] = grownTo[resource]
      grownFrom[resource] = horizon
      grownTo[resource] = 0
    }
    for activity in 0..<problem.activityCount where earliest[activity] < latest[activity] {
      let duration = problem.durations[activity]
      let hadMoved = moved[activity]
      moved[activity] = false
      for index in problem.needOffsets[activity]..<problem.needOffsets[activity + 1] where duration > 0 {
        let need = problem.needs[index]
        let from = passFrom[need.resource]
        let to = passTo[need.resource]
        guard hadMoved || (earliest[activity] < to && latest[activity] + duration > from) else { continue }
        guard pushLater(activity, need), pushEarlier(activity, need) else { return false }
      }
    }
    return true
  }

  private mutating func pushLater(_ activity: Int, _ need: MakespanProblem.Need) -> Bool {
    let duration = problem.durations[activity]
    let row = need.resource * horizon
    let cap = need.resource * problem.periodCount
    var period = earliest[activity]
    // From the latest start on, the load has this activity in it, and is checked as such.
    while period < min(earliest[activity] + duration, latest[activity], horizon) {
      if load[row + period] + need.units > problem.capacity[cap + period] {
        let from = notes.count
        add(literals.atLeast(activity, period + 1 - duration), to: .notes)
        explainLoad(need.resource, period, beyond: activity, room: need.units, to: .notes)
        let reason = ChangeReason.noted(from: Int32(from), count: Int32(notes.count - from))
        guard raise(activity, to: period + 1, reason) else { return false }
      }
      period += 1
    }
    return true
  }

  private mutating func pushEarlier(_ activity: Int, _ need: MakespanProblem.Need) -> Bool {
    guard latest[activity] < never else { return true }
    let duration = problem.durations[activity]
    let row = need.resource * horizon
    let cap = need.resource * problem.periodCount
    var period = latest[activity] + duration - 1
    while period >= max(latest[activity], earliest[activity] + duration) {
      if load[row + period] + need.units > problem.capacity[cap + period] {
        let from = notes.count
        add(literals.atMost(activity, period), to: .notes)
        explainLoad(need.resource, period, beyond: activity, room: need.units, to: .notes)
        let reason = ChangeReason.noted(from: Int32(from), count: Int32(notes.count - from))
        guard lower(activity, to: period - duration, reason) else { return false }
      }
      period -= 1
    }
    return true
  }

  /// Notes enough compulsory parts in a period that `room` more units would be too many.
  ///
  /// Parts that the others make superfluous are left out, the smallest first.
  private mutating func explainLoad(
    _ resource: Int, _ period: Int, beyond excluded: Int, room: Int64, to destination: Destination
  ) {
    var excess = room - problem.capacity[resource * problem.periodCount + period]
    var parts: [(units: Int64, activity: Int)] = []
    for activity in 0..<problem.activityCount
    where activity != excluded && latest[activity] <= period
      && earliest[activity] + problem.durations[activity] > period
    {
      for need in problem.needs(of: activity) where need.resource == resource {
        parts.append((need.units, activity))
        excess += need.units
      }
    }
    // Parts that are fixed from the beginning cost nothing and stay.
    parts.sort { ($0.units, $0.activity) < ($1.units, $1.activity) }
    for part in parts {
      let start = literals.atLeast(part.activity, period - problem.durations[part.activity] + 1)
      let end = literals.atMost(part.activity, period)
      if part.units < excess, start != BoundLiterals.always || end != BoundLiterals.always {
        excess -= part.units
        continue
      }
      add(start, to: destination)
      add(end, to: destination)
    }
  }
}
