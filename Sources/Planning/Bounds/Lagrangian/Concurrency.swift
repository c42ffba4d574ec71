internal import GraphAlgorithms

/// Which activities can be in work in the same period.
///
/// A set of activities can when what they need of every resource together is not more than there is, none of them waits for the end of another, and no exclusive group has two
/// of them: the feasible sets of Mingozzi, Maniezzo, Ricciardelli and Bianco, "An exact algorithm for the resource-constrained project scheduling problem based on a new
/// mathematical formulation", Management Science 44(5), 1998.
struct Concurrency: Sendable {
  /// Sets are looked for among so many activities at most.
  static let mostActivities = 64
  /// A search for a heaviest set gives up after so many sets.
  private static let mostSets = 4_000

  private let groups: [[Int]]
  private let resourceCount: Int
  /// What each activity needs of each resource.
  private let needs: [Int64]
  /// Which activity waits for the end of which.
  private let waits: Reachability?

  /// What an instance says about it.
  ///
  /// - Complexity: as ``Reachability``.
  init(_ instance: Instance) {
    groups = instance.groupsOfActivity
    resourceCount = instance.resources.count
    var needs = [Int64](repeating: 0, count: instance.activityCount * resourceCount)
    for (activity, own) in instance.resources.needs.enumerated() {
      for need in own { needs[activity * resourceCount + need.resource] += need.units }
    }
    self.needs = needs
    // Only who waits for the whole of the other is never in work beside it; what is in work waits no longer.
    let arcs = instance.requirements.compactMap { requirement -> Arc? in
      guard let needed = requirement.onlyActivity, requirement.lag >= 0,
        !instance.isInWork[requirement.activity]
      else { return nil }
      return Arc(tail: Node(needed), head: Node(requirement.activity))
    }
    let graph = Digraph(nodeCount: instance.activityCount, arcs: arcs)
    waits = (try? TopologicalOrder(of: graph)).map { Reachability(of: graph, order: $0) }
  }

  /// Whether two activities are never in work in the same period, whatever the capacities.
  func excludes(_ left: Int, _ right: Int) -> Bool {
    if groups[left].contains(where: groups[right].contains) { return true }
    guard let waits else { return false }
    return waits.reaches(from: Node(left), to: Node(right))
      || waits.reaches(from: Node(right), to: Node(left))
  }

  /// What activities need of a resource.
  func need(_ activity: Int, of resource: Int) -> Int64 { needs[activity * resourceCount + resource] }

  /// What is left of capacities beside an activity; nil when it does not fit.
  func left(of capacity: [Int64], beside activity: Int) -> [Int64]? {
    let left = capacity.indices.map { capacity[$0] - need(activity, of: $0) }
    return left.contains { $0 < 0 } ? nil : left
  }

  /// A set of activities that can be in work together, by their places, and its weight.
  struct WeightedSet {
    var places: [Int]
    var weight: Double
  }

  /// The heaviest set among some activities; nil when there are too many sets to look at.
  ///
  /// - Parameters:
  ///   - activities: at most ``mostActivities``.
  ///   - weights: what each of these weighs.
  ///   - capacity: what there is of each resource.
  func heaviest(among activities: [Int], weights: [Double], capacity: [Int64]) -> WeightedSet? {
    precondition(activities.count <= Self.mostActivities, "a word holds the places")
    let order = activities.indices.filter { weights[$0] > 0 }
      .sorted { (weights[$1], $0) < (weights[$0], $1) }
    var search = SetSearch(
      weights: order.map { weights[$0] },
      needs: order.flatMap { place in
        capacity.indices.map { need(activities[place], of: $0) }
      },
      excluded: order.map { place in
        order.indices.reduce(into: UInt64(0)) { mask, other in
          if excludes(activities[place], activities[order[other]]) { mask |= 1 << UInt64(other) }
        }
      }, setsLeft: Self.mostSets)
    let all: UInt64 = order.count == 64 ? .max : (1 << UInt64(order.count)) - 1
    search.visit(all, capacity: capacity, weight: 0, chosen: 0)
    guard search.setsLeft > 0 else { return nil }
    return WeightedSet(
      places: order.indices.filter { search.best >> UInt64($0) & 1 == 1 }.map { order[$0] },
      weight: search.bestWeight)
  }
}

/// A search for the heaviest set, which keeps to what still fits beside what is chosen.
private struct SetSearch {
  let weights: [Double]
  let needs: [Int64]
  let excluded: [UInt64]
  var setsLeft: Int
  var best: UInt64 = 0
  var bestWeight = 0.0

  /// Looks at all sets that add some candidates to those that are chosen.
  mutating func visit(_ candidates: UInt64, capacity: [Int64], weight: Double, chosen: UInt64) {
    setsLeft -= 1
    if weight > bestWeight { (bestWeight, best) = (weight, chosen) }
    var fitting: UInt64 = 0
    var room = weight
    var rest = candidates
    while rest != 0 {
      let place = rest.trailingZeroBitCount
      rest &= rest - 1
      let row = place * capacity.count
      if capacity.indices.allSatisfy({ needs[row + $0] <= capacity[$0] }) {
        fitting |= 1 << UInt64(place)
        room += weights[place]
      }
    }
    while fitting != 0, room > bestWeight + 1e-12, setsLeft > 0 {
      let place = fitting.trailingZeroBitCount
      fitting &= fitting - 1
      let row = place * capacity.count
      visit(
        fitting & ~excluded[place], capacity: capacity.indices.map { capacity[$0] - needs[row + $0] },
        weight: weight + weights[place], chosen: chosen | 1 << UInt64(place))
      room -= weights[place]
    }
  }
}
