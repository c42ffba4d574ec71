/// The longest paths of an acyclic network of activities: earliest starts, tails and the critical path.
///
/// Node `v` lasts `durations[v]` and may start at `releases[v]`; an arc from `v` to `u` with a lag lets `u`
/// start that long after the end of `v`. Limits of teams and money play no part.
///
/// Source: Kelley, "Critical-path planning and scheduling: mathematical basis", Operations Research 9(3), 1961.
public struct LongestPath: Hashable, Sendable {
  /// The earliest start of each node (its head, in the words of scheduling).
  public let earliestStarts: [Int]
  /// The time that must still pass after the end of each node before everything has ended (its tail, in the
  /// words of scheduling).
  public let tails: [Int]
  /// The earliest end of everything, or 0 for a network without nodes.
  public let length: Int

  private let graph: Digraph
  private let durations: [Int]
  private let lags: [Int]

  /// The longest paths of `graph`.
  ///
  /// - Parameters:
  ///   - graph: The precedence relation; an arc's tail ends before its head starts.
  ///   - order: The topological order of `graph`.
  ///   - durations: The duration of each node, not negative.
  ///   - lags: The lag of each arc by its number; empty stands for no lags. A negative lag is an overlap.
  ///   - releases: The release date of each node; empty stands for 0 everywhere.
  /// - Precondition: Each array is as long as it should be or, where that is allowed, empty.
  /// - Complexity: O(nodes + arcs).
  public init(
    of graph: Digraph, order: TopologicalOrder, durations: [Int], lags: [Int] = [], releases: [Int] = []
  ) {
    precondition(order.nodes.count == graph.nodeCount, "The order is that of the graph")
    precondition(durations.count == graph.nodeCount, "Every node has a duration")
    precondition(durations.allSatisfy { $0 >= 0 }, "No duration is negative")
    precondition(lags.isEmpty || lags.count == graph.arcCount, "Every arc has a lag, or none has")
    precondition(
      releases.isEmpty || releases.count == graph.nodeCount, "Every node has a release, or none has")
    self.graph = graph
    self.durations = durations
    self.lags = lags.isEmpty ? [Int](repeating: 0, count: graph.arcCount) : lags
    earliestStarts = Self.starts(graph, order, durations, self.lags, releases)
    tails = Self.tails(graph, order, durations, self.lags)
    length = graph.nodes.reduce(0) { [earliestStarts] in
      max($0, earliestStarts[Int($1)] + durations[Int($1)])
    }
  }

  /// The latest start of each node if everything is to end by `deadline`.
  ///
  /// A node whose latest start is before its earliest start shows that the deadline cannot be met.
  ///
  /// - Complexity: O(nodes).
  public func latestStarts(deadline: Int) -> [Int] {
    graph.nodes.map { deadline - tails[Int($0)] - durations[Int($0)] }
  }

  /// Whether a delay of `node` delays the end of everything by as much.
  public func isCritical(_ node: Node) -> Bool {
    earliestStarts[Int(node)] + durations[Int(node)] + tails[Int(node)] == length
  }

  /// The nodes of one chain that decides the length, from its first node to its last.
  ///
  /// The chain starts at the critical node with the earliest start and goes on to the first arc without slack;
  /// ties go to the smaller node, then to the arc that was given first.
  ///
  /// - Complexity: O(nodes + arcs).
  public func criticalPath() -> [Node] {
    let critical = graph.nodes.filter(isCritical)
    let forced = Set(critical.flatMap { tail in tightSlots(of: tail).map { graph.heads[$0] } })
    let first = critical.filter { !forced.contains($0) }
      .min { (earliestStarts[Int($0)], $0) < (earliestStarts[Int($1)], $1) }
    var path: [Node] = []
    var next = first
    while let node = next {
      path.append(node)
      next = tightSlots(of: node).first.map { graph.heads[$0] }
    }
    return path
  }

  /// The slots of the arcs from a critical node that carry the longest path on to the end.
  private func tightSlots(of tail: Node) -> [Int] {
    let end = earliestStarts[Int(tail)] + durations[Int(tail)]
    return graph.slots(of: tail).filter { slot in
      let head = graph.heads[slot]
      return isCritical(head) && earliestStarts[Int(head)] == end + lags[Int(graph.arcNumbers[slot])]
    }
  }

  private static func starts(
    _ graph: Digraph, _ order: TopologicalOrder, _ durations: [Int], _ lags: [Int], _ releases: [Int]
  ) -> [Int] {
    var starts = releases.isEmpty ? [Int](repeating: 0, count: graph.nodeCount) : releases
    for tail in order.nodes {
      let end = starts[Int(tail)] + durations[Int(tail)]
      for slot in graph.slots(of: tail) {
        let head = Int(graph.heads[slot])
        starts[head] = max(starts[head], end + lags[Int(graph.arcNumbers[slot])])
      }
    }
    return starts
  }

  private static func tails(
    _ graph: Digraph, _ order: TopologicalOrder, _ durations: [Int], _ lags: [Int]
  ) -> [Int] {
    var tails = [Int](repeating: 0, count: graph.nodeCount)
    for tail in order.nodes.reversed() {
      for slot in graph.slots(of: tail) {
        let head = Int(graph.heads[slot])
        let rest = lags[Int(graph.arcNumbers[slot])] + durations[head] + tails[head]
        tails[Int(tail)] = max(tails[Int(tail)], rest)
      }
    }
    return tails
  }
}
