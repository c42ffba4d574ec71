internal import GraphAlgorithms

/// The time-expanded graph of an instance: a node for each activity and allowed start, "has started by then".
///
/// Prerequisites, windows, freezes and the order of time are all of the form "this node needs that node", so the schedules that keep them are the
/// closed sets of nodes (Picard 1976; Mohring, Schulz, Stork, Uetz, Management Science 49(3), 2003).
struct TimeExpansion: Sendable {
  /// The starts that time alone allows to each activity, ascending.
  let allowed: [[Int]]
  /// The first node of each activity; one more entry than there are activities.
  let first: [Int]
  /// The nodes that every schedule contains: the last of each required activity and all that these need.
  let forced: [Node]
  /// What each node needs.
  let graph: Digraph

  var nodeCount: Int { first[first.count - 1] }

  /// The graph of an instance; nil when a required activity has no allowed start.
  ///
  /// - Complexity: linear in activities x periods and requirements x periods.
  init?(_ instance: Instance) {
    let allowed = (0..<instance.activityCount).map(instance.allowedStarts)
    let first = allowed.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    let required = (0..<instance.activityCount).filter { instance.isRequired[$0] }
    guard required.allSatisfy({ !allowed[$0].isEmpty }) else { return nil }
    self.allowed = allowed
    self.first = first
    forced = required.map { Node(first[$0 + 1] - 1) }
    graph = Digraph(nodeCount: first[first.count - 1], arcs: Self.arcs(instance, allowed, first))
  }

  /// The last node of an activity whose start is not after a period; nil when there is none.
  func node(of activity: Int, startedBy period: Int) -> Int? {
    var low = 0
    var high = allowed[activity].count
    while low < high {
      let middle = (low + high) / 2
      if allowed[activity][middle] <= period { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : first[activity] + low - 1
  }

  /// Started by a period means started by the next; and having started means that what is needed has started early enough.
  private static func arcs(_ instance: Instance, _ allowed: [[Int]], _ first: [Int]) -> [Arc] {
    var arcs: [Arc] = []
    for activity in allowed.indices {
      for index in allowed[activity].indices.dropLast() {
        arcs.append(Arc(tail: Node(first[activity] + index), head: Node(first[activity] + index + 1)))
      }
    }
    for requirement in instance.requirements {
      guard let needed = requirement.onlyActivity, !allowed[needed].isEmpty else { continue }
      let distance = requirement.lag + instance.duration[needed]
      let starts = allowed[requirement.activity]
      var last = -1
      for index in starts.indices {
        while last + 1 < allowed[needed].count, allowed[needed][last + 1] + distance <= starts[index] {
          last += 1
        }
        // Where the next start needs the same, it leads there over the order of time.
        if index + 1 < starts.count,
          last + 1 == allowed[needed].count || allowed[needed][last + 1] + distance > starts[index + 1]
        {
          continue
        }
        // Windows are consistent, so a start that is allowed has a start of what it needs; if not, the start is not possible at all.
        arcs.append(
          Arc(tail: Node(first[requirement.activity] + index), head: Node(first[needed] + max(last, 0))))
      }
    }
    return arcs
  }
}

extension Instance {
  /// The starts that time alone allows to an activity, ascending.
  func allowedStarts(of activity: Int) -> [Int] {
    guard latest[activity] >= earliest[activity] else { return [] }
    let range = earliest[activity]...latest[activity]
    if let fixed = fixedStart[activity] { return range.contains(fixed) ? [fixed] : [] }
    if isMilestone[activity] { return Array(range) }
    return range.filter { !isFrozen[$0 + duration[activity]] }
  }
}
