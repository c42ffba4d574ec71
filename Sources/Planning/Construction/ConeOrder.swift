internal import GraphAlgorithms

/// Orders activities so that what is only needed by others comes just before them.
///
/// The *cone* of an activity is itself with everything it needs, without a choice, that is not yet in the order. Goals are taken one by one, each with its cone.
struct ConeOrder {
  private let worth: [Double]
  private let effort: [Double]
  private let isGoal: [Bool]
  /// What each activity needs without a choice, as slices of one array.
  private let needs: [Int]
  private let needRanges: [Range<Int>]
  private var isPlaced: [Bool]
  private var order: [Int] = []
  /// The cone in which each activity was seen last.
  private var seen: [Int]
  private var coneCount = 0

  /// Orders of an instance.
  ///
  /// - Parameters:
  ///   - worth: what each activity brings by itself.
  ///   - effort: what its work and money cost; more than nothing.
  init(_ instance: Instance, worth: [Double], effort: [Double]) {
    self.worth = worth
    self.effort = effort
    isGoal = worth.indices.map { !instance.isMilestone[$0] && (worth[$0] > 0 || instance.isRequired[$0]) }
    var needs: [Int] = []
    needRanges = instance.requirementRanges.map { range in
      let first = needs.count
      needs += instance.onlyActivities[range].filter { $0 >= 0 }
      return first..<needs.count
    }
    self.needs = needs
    isPlaced = worth.map { _ in false }
    seen = worth.map { _ in 0 }
  }

  /// The order in which goals are taken by rising key, equal ones in their own order.
  mutating func byKey(_ keys: [Double]) -> [Int] {
    begin()
    for goal in goals(keys) { place(goal) }
    return finish()
  }

  /// The order in which goals are taken by rising key, equal ones by density: what they and all they need bring for the effort.
  ///
  /// Of what equally urgent goals need, the closed set that is densest comes first, then the densest of the rest, and so on: the decomposition of Sidney, "Decomposition
  /// algorithms for single-machine sequencing with precedence relations and deferral costs", Operations Research 23(2), 1975. A set is split by the closure of the
  /// largest weight when everything is charged the density of the whole. Within a set that cannot be split, the goal whose cone is densest comes first.
  ///
  /// - Complexity: two minimum cuts for each set of the decomposition.
  mutating func byDensity(_ keys: [Double]) -> [Int] {
    begin()
    let goals = goals(keys)
    var first = 0
    while first < goals.count {
      let last = goals[first...].firstIndex { keys[$0] != keys[goals[first]] } ?? goals.count
      placeByDensity(cone(of: Array(goals[first..<last])).sorted())
      first = last
    }
    return finish()
  }

  private func goals(_ keys: [Double]) -> [Int] {
    isGoal.indices.filter { isGoal[$0] }.sorted { (keys[$0], $0) < (keys[$1], $1) }
  }

  /// Splits a set that is closed but for what is in the order already, and places its parts.
  private mutating func placeByDensity(_ activities: [Int]) {
    var open = [activities]
    while let set = open.popLast() {
      if let (dense, rest) = split(set) {
        open.append(rest)
        open.append(dense)
      } else {
        placeByRate(set.filter { isGoal[$0] })
        for activity in set { place(activity) }
      }
    }
  }

  /// Places goals, the one with the densest cone first; a density is measured again when its goal comes to the front, and the goal goes back when another is better by then.
  private mutating func placeByRate(_ goals: [Int]) {
    guard goals.count > 1 else {
      goals.forEach { place($0) }
      return
    }
    var line = goals.map { (rate: rate($0), goal: $0) }.sorted { ($0.rate, -$0.goal) < ($1.rate, -$1.goal) }
    while let top = line.popLast() {
      guard !isPlaced[top.goal] else { continue }
      let rate = rate(top.goal)
      if let next = line.last, rate < next.rate {
        var low = 0
        var high = line.count
        while low < high {
          let middle = (low + high) / 2
          if line[middle].rate < rate { low = middle + 1 } else { high = middle }
        }
        line.insert((rate, top.goal), at: low)
      } else {
        place(top.goal)
      }
    }
  }

  private mutating func rate(_ goal: Int) -> Double {
    let cone = cone(of: [goal])
    return cone.reduce(0) { $0 + worth[$1] } / cone.reduce(0) { $0 + effort[$1] }
  }

  /// The densest closed part of a set and what is left; nil when no part is denser than the whole.
  private func split(_ set: [Int]) -> (dense: [Int], rest: [Int])? {
    guard set.count > 1 else { return nil }
    let total = set.reduce(0) { $0 + worth[$1] }
    let density = total / set.reduce(Double.leastNormalMagnitude) { $0 + effort[$1] }
    let gains = set.map { worth[$0] - density * effort[$0] }
    let scale = Self.largestWeight / gains.reduce(1e-9) { $0 + $1.magnitude }
    let place = Dictionary(uniqueKeysWithValues: set.enumerated().map { ($1, $0) })
    var arcs: [Arc] = []
    for (tail, activity) in set.enumerated() {
      for needed in needs[needRanges[activity]] {
        if let head = place[needed] { arcs.append(Arc(tail: Node(tail), head: Node(head))) }
      }
    }
    var closure = MaximumClosure(requirements: Digraph(nodeCount: set.count, arcs: arcs))
    guard let found = try? closure.solve(weights: gains.map { Int64(($0 * scale).rounded()) }) else {
      return nil
    }
    let count = found.members.count(where: \.self)
    // Rounding may leave a part that is no denser.
    guard count > 0, count < set.count, Double(found.weight) > 1e-6 * Self.largestWeight else { return nil }
    return (
      set.indices.filter { found.members[$0] }.map { set[$0] },
      set.indices.filter { !found.members[$0] }.map { set[$0] }
    )
  }

  /// The room for the weights of a set.
  private static let largestWeight = 1e12

  /// Everything that some activities need and that is not in the order yet, with themselves.
  private mutating func cone(of goals: [Int]) -> [Int] {
    coneCount += 1
    var stack = goals.filter { !isPlaced[$0] }
    var cone: [Int] = []
    for goal in stack { seen[goal] = coneCount }
    while let activity = stack.popLast() {
      cone.append(activity)
      for needed in needs[needRanges[activity]] where !isPlaced[needed] && seen[needed] != coneCount {
        seen[needed] = coneCount
        stack.append(needed)
      }
    }
    return cone
  }

  /// Puts an activity and its cone into the order, what is needed first.
  private mutating func place(_ goal: Int) {
    guard !isPlaced[goal] else { return }
    isPlaced[goal] = true
    var stack = [(activity: goal, next: needRanges[goal].lowerBound)]
    while let (activity, next) = stack.last {
      guard next < needRanges[activity].upperBound else {
        order.append(activity)
        stack.removeLast()
        continue
      }
      stack[stack.count - 1].next += 1
      let needed = needs[next]
      guard !isPlaced[needed] else { continue }
      isPlaced[needed] = true
      stack.append((needed, needRanges[needed].lowerBound))
    }
  }

  private mutating func begin() {
    for activity in isPlaced.indices { isPlaced[activity] = false }
    order = []
  }

  /// Adds what no goal needs.
  private mutating func finish() -> [Int] {
    for activity in isPlaced.indices { place(activity) }
    return order
  }
}
