/// From a failure to a clause: resolution back to the first unique implication point.
extension ClauseSolver {
  /// Finds the statements from which a bound follows by a reason, and leaves them in `explanation`.
  mutating func explain(side: Int, _ period: Int, _ reason: ChangeReason) {
    explanation.removeAll(keepingCapacity: true)
    switch reason {
    case .decision: break
    case .clause(let clause):
      let start = clauses.offsets[Int(clause)]
      for index in start + 1..<clauses.offsets[Int(clause) + 1] {
        explanation.append(clauses.statements[index] ^ 1)
      }
    case .precedence(let activity, let distance):
      if side & 1 == 0 {
        // No more is needed than what the least period that means the same follows from.
        let period = literals.weakest(side >> 1, period)
        add(literals.atLeast(Int(activity), period - Int(distance)), to: .explanation)
      } else {
        // Only what is not left out holds another back.
        add(literals.atMost(Int(activity), min(never - 1, period - Int(distance))), to: .explanation)
      }
    case .noted(let from, let count):
      for index in Int(from)..<Int(from) + Int(count) { explanation.append(notes[index]) }
    }
  }

  /// The side of a statement, and its bound with a sign by which a greater one is stronger.
  func strength(_ literal: Int32) -> (side: Int, bound: Int32) {
    let pair = Int(literal >> 1)
    let side = 2 * Int(literals.activities[pair]) + Int(literal & 1)
    return (side, literal & 1 == 0 ? literals.periods[pair] : 1 - literals.periods[pair])
  }

  /// The change that made a bound of this strength hold; -1 when it holds from the beginning.
  func origin(_ side: Int, _ bound: Int32) -> Int {
    var index = Int(lastChange[side])
    while index >= 0 {
      let old = side & 1 == 0 ? trail[index].old : -trail[index].old
      if old < bound { return index }
      index = Int(trail[index].previous)
    }
    return -1
  }

  /// The change that made a statement hold; -1 when it holds from the beginning.
  func origin(_ statement: Int32) -> Int {
    let (side, bound) = strength(statement)
    return origin(side, bound)
  }

  /// The statement of a side and a strength.
  func literal(_ side: Int, _ bound: Int32) -> Int32 {
    side & 1 == 0 ? literals.atLeast(side >> 1, Int(bound)) : literals.atMost(side >> 1, Int(-bound))
  }

  /// What a failure teaches: a clause whose first statement follows at the level that is returned.
  ///
  /// - Precondition: there is at least one decision.
  mutating func analyse() -> (clause: [Int32], level: Int) {
    let start = levelStarts[level - 1]
    let root = levelStarts[0]
    var open = 0
    explanation.removeAll(keepingCapacity: true)
    explanation += conflict
    var index = trail.count
    while true {
      for place in explanation.indices { require(explanation[place], root, start, &open) }
      var found = -1
      while found < 0 {
        index -= 1
        let side = Int(trail[index].side)
        let bound = needed[side]
        let old = side & 1 == 0 ? trail[index].old : -trail[index].old
        if bound != Int32.min, old < bound { found = side }
      }
      if open == 1 {
        var clause = learned(first: found, start: root)
        let level = arrange(&clause)
        return (clause, level)
      }
      open -= 1
      let bound = needed[found]
      needed[found] = Int32.min
      branching.bump(Int(literal(found, bound) >> 1))
      explain(side: found, Int(found & 1 == 0 ? bound : -bound), trail[index].reason)
    }
  }

  /// Puts a statement among those that are needed; `open` counts those of the current level.
  private mutating func require(_ statement: Int32, _ root: Int, _ start: Int, _ open: inout Int) {
    let (side, bound) = strength(statement)
    let before = needed[side]
    guard bound > before else { return }
    let place = origin(side, bound)
    guard place >= root else { return }
    if before == Int32.min {
      if !isTouched[side] { touched.append(Int32(side)) }
      isTouched[side] = true
      if place >= start { open += 1 }
    } else if place >= start, origin(side, before) < start {
      open += 1
    }
    needed[side] = bound
  }

  /// The contraries of what is needed, without what follows from the rest, the first unique implication point in front.
  private mutating func learned(first: Int, start: Int) -> [Int32] {
    var clause = [literal(first, needed[first]) ^ 1]
    branching.bump(Int(clause[0] >> 1))
    for index in touched.indices where touched[index] != first && needed[Int(touched[index])] != Int32.min {
      let side = Int(touched[index])
      let bound = needed[side]
      if follows(side, first, start) { continue }
      let statement = literal(side, bound) ^ 1
      clause.append(statement)
      branching.bump(Int(statement >> 1))
    }
    for side in touched {
      needed[Int(side)] = Int32.min
      isTouched[Int(side)] = false
    }
    touched.removeAll(keepingCapacity: true)
    return clause
  }

  /// Whether what is needed of a side follows from the rest of what is needed.
  private mutating func follows(_ side: Int, _ first: Int, _ start: Int) -> Bool {
    let bound = needed[side]
    let place = origin(side, bound)
    if case .decision = trail[place].reason { return false }
    explain(side: side, Int(side & 1 == 0 ? bound : -bound), trail[place].reason)
    for index in explanation.indices {
      let (other, strength) = strength(explanation[index])
      if origin(other, strength) < start { continue }
      guard needed[other] != Int32.min, needed[other] >= strength, other != side else { return false }
      // What stands in for the reason must not itself follow from what it helps to leave out.
      guard other == first || origin(other, needed[other]) < place else { return false }
    }
    return true
  }

  /// Brings the statement of the greatest level beside the first to the second place; returns that level.
  private func arrange(_ clause: inout [Int32]) -> Int {
    guard clause.count > 1 else { return 0 }
    var second = 1
    var last = -1
    for place in 1..<clause.count {
      let change = origin(clause[place] ^ 1)
      if change > last {
        last = change
        second = place
      }
    }
    clause.swapAt(1, second)
    return levelOf(last)
  }

  /// The number of decisions before or at a change.
  func levelOf(_ change: Int) -> Int {
    var low = 0
    var high = levelStarts.count
    while low < high {
      let middle = (low + high) / 2
      if levelStarts[middle] <= change { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The number of distinct levels of a clause's statements.
  func span(of clause: [Int32]) -> Int {
    var levels: [Int] = []
    for statement in clause {
      levels.append(levelOf(origin(statement ^ 1)))
    }
    levels.sort()
    var distinct = 0
    for index in levels.indices where index == 0 || levels[index] != levels[index - 1] { distinct += 1 }
    return distinct
  }
}
