/// The search itself: decide, propagate, learn, and start again now and then.
extension ClauseSolver {
  /// What a search found out.
  enum Outcome: Hashable, Sendable {
    /// The starts of a schedule.
    case schedule([Int])
    /// There is none.
    case impossible
    /// The limit of conflicts was reached, or somebody stopped the search.
    case open
  }

  /// The conflicts until the first restart; the others follow Luby's sequence times this.
  private static var restartUnit: Int { 100 }

  /// Searches until the number of conflicts reaches a limit.
  ///
  /// `conflicts` counts on from what it is given.
  mutating func solve(conflicts: inout Int, limit: Int, stop: () -> Bool) -> Outcome {
    close(to: 0)
    guard propagate() else { return .impossible }
    var restarts = 0
    var clauseLimit = 4000
    while true {
      let pause = conflicts + Self.luby(restarts) * Self.restartUnit
      // Short runs in the order of time find schedules, those by weight find proofs.
      let byTime = restarts < 2
      while conflicts < pause {
        if propagate() {
          if !decide(byTime: byTime) { return .schedule(earliest) }
          continue
        }
        conflicts += 1
        guard recover() else { return .impossible }
        if conflicts >= limit || (conflicts & 255 == 0 && stop()) {
          close(to: 0)
          return .open
        }
      }
      restarts += 1
      close(to: 0)
      if clauses.count > clauseLimit {
        clauses.reduce()
        rewatch()
        clauseLimit += 400
      }
    }
  }

  /// Forbids a schedule whose starts are all settled, and goes on; false when nothing is left.
  mutating func forbid(_ starts: [Int]) -> Bool {
    forbid(
      statements: starts.indices.flatMap {
        [literals.atLeast($0, starts[$0]), literals.atMost($0, starts[$0])]
      })
  }

  /// Forbids that statements hold together that all do, and goes on; false when nothing is left.
  mutating func forbid(statements: [Int32]) -> Bool {
    conflict.removeAll(keepingCapacity: true)
    for statement in statements { add(statement, to: .conflict) }
    // The last of them came true at this level; what was decided later has nothing to do with it.
    close(to: conflict.map { levelOf(origin($0)) }.max() ?? 0)
    return recover()
  }

  /// Forbids that statements hold together, before anything is decided; false when nothing is left.
  mutating func exclude(statements: [Int32]) -> Bool {
    precondition(level == 0, "what is excluded holds from the beginning")
    let open = statements.filter { $0 != BoundLiterals.always && !isTrue($0) }
    if open.contains(where: { isTrue($0 ^ 1) }) { return true }
    switch open.count {
    case 0: return false
    case 1: return assert(open[0] ^ 1, .decision)
    default:
      _ = watch(open.map { $0 ^ 1 }, span: open.count)
      return true
    }
  }

  /// Learns from the conflict at hand; false when there is nothing left to try.
  private mutating func recover() -> Bool {
    guard level > 0 else { return false }
    let (clause, target) = analyse()
    let span = span(of: clause)
    close(to: target)
    learn(clause, span: span)
    branching.decay()
    return true
  }

  /// Adds a clause and draws its first statement.
  private mutating func learn(_ clause: [Int32], span: Int) {
    _ = assert(clause[0], clause.count > 1 ? .clause(watch(clause, span: span)) : .decision)
  }

  /// Adds a clause of at least two statements and watches the first two; returns its number.
  private mutating func watch(_ clause: [Int32], span: Int) -> Int32 {
    let number = clauses.add(clause, span: span)
    watches[Int(clause[0])].append(number)
    watches[Int(clause[1])].append(number)
    return number
  }

  /// Watches the first two statements of every clause, after clauses were dropped.
  private mutating func rewatch() {
    for index in watches.indices { watches[index].removeAll(keepingCapacity: true) }
    for clause in 0..<clauses.count {
      for index in clauses.offsets[clause]..<clauses.offsets[clause] + 2 {
        watches[Int(clauses.statements[index])].append(Int32(clause))
      }
    }
  }

  /// Decides one statement; false when every start is settled.
  private mutating func decide(byTime: Bool) -> Bool {
    var statement = BoundLiterals.always
    if !byTime {
      while statement == BoundLiterals.always, let pair = branching.next() {
        let activity = Int(literals.activities[pair])
        let period = Int(literals.periods[pair])
        guard earliest[activity] < period, period <= latest[activity] else { continue }
        let isLater = rules.map { $0.preferred[activity] >= period } ?? false
        statement = Int32(2 * pair + (isLater ? 0 : 1))
      }
    }
    if statement == BoundLiterals.always, let rules {
      guard let next = rules.next(earliest, latest, literals) else { return false }
      statement = next
    }
    if statement == BoundLiterals.always {
      var chosen = -1
      for activity in 0..<problem.activityCount where earliest[activity] < latest[activity] {
        if chosen < 0 || (earliest[activity], latest[activity]) < (earliest[chosen], latest[chosen]) {
          chosen = activity
        }
      }
      guard chosen >= 0 else { return false }
      statement = literals.atMost(chosen, earliest[chosen])
    }
    open()
    _ = assert(statement, .decision)
    return true
  }

  /// A term of the sequence of Luby, Sinclair and Zuckerman 1993: 1, 1, 2, 1, 1, 2, 4 and so on.
  private static func luby(_ index: Int) -> Int {
    var size = 1
    var power = 0
    while size < index + 1 {
      size = 2 * size + 1
      power += 1
    }
    var index = index
    while size - 1 != index {
      size = (size - 1) / 2
      power -= 1
      index %= size
    }
    return 1 << power
  }
}
