/// Maximum-weight closures of one graph for weights that change from one solution to the next.
///
/// A closure is a set of nodes that contains, with each node, every node that it requires. Which projects to
/// choose, or which (activity, period) pairs, when each has a profit or a cost and some need others, is the
/// question of a closure with the largest total weight.
///
/// Source: Picard, "Maximal closure of a graph and applications to combinatorial problems", Management Science
/// 22(11), 1976: the closure is what a minimum cut leaves on the side of the source.
public struct MaximumClosure: Sendable {
  /// The total that all positive weights, and all negative ones without their signs, stay below: 2^60, and less where nodes require one another in a circle, by a
  /// factor of the number of nodes and one.
  public var largestTotal: Int64 { flow.largestTotal }

  private let requirements: Digraph
  private let dependents: Digraph
  private var flow: ClosureFlow
  /// What the last call forced, and what follows from it.
  private var decision: Decision?

  private struct Decision: Sendable {
    let forcedIn: [Node]
    let forcedOut: [Node]
    /// All that is in with what was forced in, and all that is out with what was forced out.
    let settledIn: [Int]
    let settledOut: [Int]
  }

  /// A closure and what it is worth.
  public struct Solution: Hashable, Sendable {
    /// Whether each node is in the closure.
    public let members: [Bool]
    /// The sum of the members' weights.
    public let weight: Int64
    /// No closure with the forced nodes weighs more; the weight itself where nothing less was said to be enough.
    public let limit: Int64

    /// The closure of these members with this weight, and a limit for the weight of others; without one the closure is the heaviest.
    package init(members: [Bool], weight: Int64, limit: Int64? = nil) {
      (self.members, self.weight, self.limit) = (members, weight, limit ?? weight)
    }
  }

  /// No closure contains `required` and leaves out `excluded`, because one leads to the other.
  public struct Conflict: Error, Hashable, Sendable {
    /// A node that was forced in.
    public let required: Node
    /// A node that was forced out, and that `required` requires directly or over others, or is itself.
    public let excluded: Node

    /// The conflict between these two nodes.
    package init(required: Node, excluded: Node) {
      (self.required, self.excluded) = (required, excluded)
    }
  }

  /// The closures of a graph in which an arc from `v` to `u` says that `v` requires `u`.
  ///
  /// Nodes that require one another in a circle are in a closure all or none.
  ///
  /// - Complexity: O(nodes + arcs).
  public init(requirements: Digraph) {
    self.requirements = requirements
    dependents = requirements.reversed()
    flow = ClosureFlow(of: requirements)
  }

  /// The closure with the largest weight and, among those, with the fewest nodes; there is only one.
  ///
  /// The arcs are kept from one call to the next, and so is the flow from which the next one starts.
  ///
  /// - Parameters:
  ///   - weights: The weight of each node: a profit, or if negative a cost.
  ///   - forcedIn: Nodes that the closure contains whatever they weigh, with all that they require.
  ///   - forcedOut: Nodes that the closure does not contain, nor any node that requires them.
  ///   - isEnough: Asked now and then with the weight of a closure and a limit for the weight of all, which come nearer to each other; when it says yes, that closure is the
  ///     result, and neither the heaviest nor the smallest. It always says no unless given.
  /// - Throws: ``Conflict`` if a node that is forced in requires one that is forced out.
  /// - Precondition: The positive weights sum up to less than ``largestTotal``, and so do the
  ///   negative ones without their signs.
  /// - Complexity: O(nodes^3) at worst; on the networks of project scheduling close to linear.
  public mutating func solve(
    weights: [Int64], forcedIn: [Node] = [], forcedOut: [Node] = [],
    isEnough: (_ weight: Int64, _ limit: Int64) -> Bool = { _, _ in false }
  ) throws(Conflict) -> Solution {
    precondition(weights.count == requirements.nodeCount, "Every node has a weight")
    let decision = try decide(forcedIn, forcedOut)
    let forced = decision.settledIn.reduce(0) { $0 + weights[$1] }
    let free = freeClosure(weights, decision) { isEnough(forced + $0, forced + $1) }
    var members = free.members
    for node in decision.settledIn { members[node] = true }
    for node in decision.settledOut { members[node] = false }
    var weight: Int64 = 0
    for node in members.indices where members[node] { weight += weights[node] }
    return Solution(members: members, weight: weight, limit: weight + free.waiting)
  }

  /// What each node adds to a closure beyond what it passes on, in the last solution without forced nodes' own weights.
  ///
  /// It depends on the solutions before, from whose flow the last one started.
  ///
  /// The weight of any closure is that of its forced nodes plus the sum of these over its members, minus the flow on all arcs that lead into it; so it is at most
  /// the sum, and at most the sum minus the flow on some of these arcs. The maximum closure has no flow into it and all that is positive; one that was good enough has
  /// no flow into it either, and all that is positive but for the difference to the limit.
  public var surpluses: [Int64] { flow.surpluses }

  /// The flow of the last solution from a node to one that it requires.
  public func flow(from node: Node, to required: Node) -> Int64 {
    flow.flow(from: node, to: required)
  }

  /// The maximum closure, or one that is good enough, when nodes whose place is decided weigh nothing.
  ///
  /// What is decided takes part without weight: the nodes that are in are closed under requirements and those
  /// that are out under dependents, so adding the first and taking away the second leaves a closure.
  private mutating func freeClosure(
    _ weights: [Int64], _ decision: Decision, until isEnough: (_ weight: Int64, _ limit: Int64) -> Bool
  ) -> ClosureFlow.Solution {
    var free = weights
    for node in decision.settledIn { free[node] = 0 }
    for node in decision.settledOut { free[node] = 0 }
    return flow.solve(weights: free, isEnough: isEnough)
  }

  /// What forced nodes take with them; kept for the next call, which mostly forces the same.
  private mutating func decide(_ forcedIn: [Node], _ forcedOut: [Node]) throws(Conflict) -> Decision {
    if let decision, decision.forcedIn == forcedIn, decision.forcedOut == forcedOut { return decision }
    let origins = Self.origins(of: forcedIn, in: requirements)
    if let excluded = forcedOut.first(where: { origins[Int($0)] >= 0 }) {
      throw Conflict(required: origins[Int(excluded)], excluded: excluded)
    }
    let out = Self.origins(of: forcedOut, in: dependents)
    let new = Decision(
      forcedIn: forcedIn, forcedOut: forcedOut, settledIn: origins.indices.filter { origins[$0] >= 0 },
      settledOut: out.indices.filter { out[$0] >= 0 })
    decision = new
    return new
  }

  /// For each node that some start reaches, the start from which it was reached first, and -1 for all others.
  private static func origins(of starts: [Node], in graph: Digraph) -> [Node] {
    var origins = [Node](repeating: -1, count: graph.nodeCount)
    var queue: [Node] = []
    for start in starts where origins[Int(start)] < 0 {
      origins[Int(start)] = start
      queue.append(start)
    }
    var next = 0
    while next < queue.count {
      let tail = queue[next]
      next += 1
      for head in graph.successors(of: tail) where origins[Int(head)] < 0 {
        origins[Int(head)] = origins[Int(tail)]
        queue.append(head)
      }
    }
    return origins
  }
}
