internal import BusinessModel
internal import GraphAlgorithms

/// An instance that is a knapsack problem of items that need others: beside prerequisites and windows it has one limit.
///
/// The items are the nodes of the time-expanded graph, "has started by then", so what needs what holds for starts as well (``TimeExpansion``). The limit is a segment of the budget, or
/// a resource in a period. Nothing may depend on the shop, there are no choices, alternatives or triggers, and starting earlier uses no less of what is limited.
struct KnapsackInstance: Sendable {
  /// What is to be chosen.
  let problem: ClosureKnapsack
  private let expansion: TimeExpansion
  private let order: TopologicalOrder
  /// The thousandths of a cent in a unit of value.
  private let unit: Int64
  /// How far values may be off together, in thousandths of a cent, as they were rounded.
  private let rounding: Int64

  /// The largest graph for which it is kept which node needs which.
  private static let mostNodes = 16_000

  /// The problem of an instance; nil when it is of another kind.
  init?(_ instance: Instance) {
    guard !instance.shop.hasEffects, !instance.hasTriggers, instance.groups.isEmpty,
      !instance.isInWork.contains(true), instance.onlyActivities.allSatisfy({ $0 >= 0 }),
      let limits = Self.limits(instance), limits.count == 1, let limit = limits.first,
      let expansion = TimeExpansion(instance), expansion.nodeCount <= Self.mostNodes,
      let order = try? TopologicalOrder(of: expansion.graph)
    else { return nil }
    self.expansion = expansion
    self.order = order
    var values = Self.differences(expansion) { activity, start in Self.worth(instance, activity, start) }
    guard Self.sum(values) < KnapsackBound.largestSum else { return nil }
    let unit = values.reduce(Int64(0)) { Self.commonDivisor($0, Int64($1.magnitude)) }
    self.unit = max(1, unit)
    for node in values.indices { values[node] /= self.unit }
    let isExact = instance.additiveValues.allSatisfy { value in
      (value * Self.parts - (value * Self.parts).rounded()).magnitude < 1e-6
    }
    rounding = isExact ? 0 : Int64(instance.activityCount)
    let weights = Self.differences(expansion) { limit.use(instance, $0, $1) }
    guard weights.allSatisfy({ $0 >= 0 }) else { return nil }
    problem = ClosureKnapsack(
      needs: expansion.graph, values: values, weights: weights, capacity: limit.amount(instance),
      required: expansion.forced)
    guard Self.sum(weights + [problem.capacity]) < KnapsackBound.largestSum else { return nil }
  }

  /// The starts of a solution, -1 for what it leaves out; what can start earlier and is worth the same does.
  func starts(of members: [Bool]) -> [Int] {
    var members = members
    // Whether an activity is chosen at all is the solution's word.
    var isOpen = [Bool](repeating: true, count: members.count)
    for activity in expansion.allowed.indices where !expansion.allowed[activity].isEmpty {
      isOpen[expansion.first[activity + 1] - 1] = false
    }
    for node in order.nodes.reversed() {
      let index = Int(node)
      if isOpen[index], problem.values[index] == 0, problem.weights[index] == 0,
        problem.needs.successors(of: node).allSatisfy({ members[Int($0)] })
      {
        members[index] = true
      }
    }
    return expansion.allowed.indices.map { activity in
      let first = expansion.first[activity]
      return expansion.allowed[activity].indices.first { members[first + $0] }
        .map { expansion.allowed[activity][$0] } ?? -1
    }
  }

  /// What no plan is worth more than, in cents, if no solution is worth more than this.
  func cents(ofLimit limit: Int64) -> Int64 {
    let parts = limit * unit + rounding + 500
    return parts >= 0 ? parts / 1000 : -((999 - parts) / 1000)
  }

  // MARK: Numbers

  /// Thousandths of a cent in a currency unit.
  private static let parts = 100_000.0

  private static func worth(_ instance: Instance, _ activity: Int, _ start: Int) -> Int64 {
    guard !instance.isMilestone[activity], start < instance.periodCount else { return 0 }
    return Int64((instance.additiveValue(of: activity, start: start) * parts).rounded())
  }

  /// What a start brings or uses beyond the next one of its activity, by node.
  private static func differences(
    _ expansion: TimeExpansion, _ amount: (_ activity: Int, _ start: Int) -> Int64
  ) -> [Int64] {
    var differences: [Int64] = []
    for (activity, starts) in expansion.allowed.enumerated() {
      let amounts = starts.map { amount(activity, $0) } + [0]
      differences += zip(amounts, amounts.dropFirst()).map { $0 - $1 }
    }
    return differences
  }

  private static func commonDivisor(_ left: Int64, _ right: Int64) -> Int64 {
    right == 0 ? left : commonDivisor(right, left % right)
  }

  private static func sum(_ numbers: [Int64]) -> Int64 {
    numbers.reduce(1) { sum, number in
      let (result, overflow) = sum.addingReportingOverflow(Int64(min(number.magnitude, UInt64(Int64.max))))
      return overflow ? .max : result
    }
  }

  // MARK: Limits

  /// Something of which there is not enough for everything.
  private enum Limit {
    case segment(Int)
    case capacity(resource: Int, period: Int)

    func amount(_ instance: Instance) -> Int64 {
      switch self {
      case .segment(let segment): instance.budget.limits[segment]
      case .capacity(let resource, let period):
        instance.resources.capacity[resource * instance.periodCount + period]
      }
    }

    /// What a start uses.
    func use(_ instance: Instance, _ activity: Int, _ start: Int) -> Int64 {
      switch self {
      case .segment(let limited):
        let budget = instance.budget
        let costUpTo = budget.costUpTo[activity]
        return (0..<costUpTo.count - 1).reduce(0) { spent, week in
          guard start + week < instance.periodCount, let segment = budget.segment[start + week],
            segment == limited || budget.carriesOver && segment < limited
          else { return spent }
          return spent + costUpTo[week + 1] - costUpTo[week]
        }
      case .capacity(let resource, let period):
        guard start <= period, period < start + instance.duration[activity] else { return 0 }
        return instance.resources.needs[activity].reduce(0) { $0 + ($1.resource == resource ? $1.units : 0) }
      }
    }
  }

  /// The limits that all activities together could pass; nil where nothing may be spent in some period.
  ///
  /// - Complexity: linear in activities, their needs, and rows.
  private static func limits(_ instance: Instance) -> [Limit]? {
    let startable = (0..<instance.activityCount).filter { instance.earliest[$0] <= instance.latest[$0] }
    let periods = instance.periodCount
    var limits: [Limit] = []
    var changes = [Int64](repeating: 0, count: instance.resources.count * periods + 1)
    for activity in startable {
      let end = min(periods, instance.latest[activity] + instance.duration[activity])
      guard instance.earliest[activity] < end else { continue }
      for need in instance.resources.needs[activity] {
        changes[need.resource * periods + instance.earliest[activity]] += need.units
        changes[need.resource * periods + end] -= need.units
      }
    }
    var use: Int64 = 0
    for row in 0..<instance.resources.count * periods {
      use += changes[row]
      if use > instance.resources.capacity[row] {
        limits.append(.capacity(resource: row / periods, period: row % periods))
      }
    }
    let budget = instance.budget
    guard budget.isLimited else { return limits }
    guard !budget.segment.contains(nil) else { return nil }
    let cost = startable.reduce(Int64(0)) { $0 + (budget.costUpTo[$1].last ?? 0) }
    for (segment, limit) in budget.limits.enumerated() {
      if cost > limit { limits.append(.segment(segment)) }
    }
    return limits
  }
}
