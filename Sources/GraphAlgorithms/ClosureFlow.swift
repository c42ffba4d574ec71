/// The flow that proves a closure to be the heaviest, kept from one solution to the next.
///
/// Nodes of positive weight offer flow, nodes of negative weight take it, and arcs carry it without limit from a node to what that requires. When no more can be passed on, what the
/// nodes with flow left over can reach is the maximum closure with the fewest nodes. It is unique, so it does not depend on the flow that a solution started
/// from; the flow itself does, and with it what is left at each node.
///
/// As arcs are unlimited, flow can always go forward, and back as far as an arc carries some; there are no capacities to keep. Arcs to the next node,
/// of which time-expanded graphs are half made, are a number in their node.
///
/// Source: push and relabel (Goldberg and Tarjan, "A new approach to the maximum-flow problem", Journal of the ACM 35(4), 1988), the first phase only, with distances between regions, here
/// chains of nodes, as in Delong and Boykov, "A scalable graph-cut algorithm for N-D grids", CVPR 2008, and Shekhovtsov and Hlavac, "A distributed mincut/maxflow algorithm combining path
/// augmentation and push-relabel", International Journal of Computer Vision 104, 2013. The warm start is the
/// reparametrisation of Kohli and Torr, "Efficiently solving dynamic Markov random fields using graph cuts", ICCV 2005.
struct ClosureFlow: Sendable {
  /// What a solution writes of a node.
  ///
  /// Node `v` has place `v + 1`, between two borders.
  struct Place: Sendable {
    /// What the node offers beyond what it passes on, or, if negative, what it lacks: its weight minus the flow that it sends to others.
    var excess: Int64 = 0
    /// The flow to the next node; -1 where no arc leads there.
    var flowToNext: Int64 = -1
  }

  /// Where the arcs of a node begin that do not lead to the next; those of the next place follow.
  struct ArcBegin: Sendable {
    /// The first of the arcs that leave the node.
    var out: Int32 = 0
    /// The first of the arcs that enter the node.
    var `in`: Int32 = 0
  }

  /// An arc where it enters its head.
  struct InArc: Sendable {
    /// The place of the tail.
    var tail: Int32 = 0
    /// The number of the arc in the order of tails.
    var out: Int32 = 0
  }

  /// All positive weights together, and all negative ones without their signs, stay below this, so that no sum overflows.
  ///
  /// Without circles no arc carries more than there is. In a circle the same excess may go round once for each distance that its nodes have had, of which there are
  /// no more than nodes.
  let largestTotal: Int64

  /// The number of nodes.
  let nodeCount: Int
  var places: [Place]
  let begins: [ArcBegin]
  /// The places of the heads of the arcs, in the order of their tails.
  let heads: [Int32]
  /// The flow of each arc, in the same order.
  var flows: [Int64]
  let ins: [InArc]
  /// The memory that a solution works in, kept for the next one.
  var scratch: Scratch
  private var weights: [Int64]
  /// The sum of all excess that has been moved since the flow was zero; without circles no arc carries more.
  private var movedTotal: Int64 = 0

  /// No flow on the arcs of a graph; loops and repetitions of arcs to the next node mean nothing.
  ///
  /// - Complexity: O(nodes + arcs).
  init(of graph: Digraph) {
    nodeCount = graph.nodeCount
    let hasCircle = (try? TopologicalOrder(of: graph)) == nil
    largestTotal = (1 << 60) / (hasCircle ? Int64(graph.nodeCount + 1) : 1)
    var places = [Place](repeating: Place(), count: graph.nodeCount + 2)
    var begins = [ArcBegin](repeating: ArcBegin(), count: graph.nodeCount + 2)
    var heads: [Int32] = []
    heads.reserveCapacity(graph.arcCount)
    for tail in graph.nodes {
      begins[Int(tail) + 1].out = Int32(heads.count)
      for head in graph.successors(of: tail) where head != tail {
        if head == tail + 1 {
          places[Int(head)].flowToNext = 0
        } else {
          heads.append(head + 1)
          begins[Int(head) + 2].in += 1
        }
      }
    }
    begins[graph.nodeCount + 1].out = Int32(heads.count)
    for place in begins.indices.dropFirst() { begins[place].in += begins[place - 1].in }
    ins = Self.ins(begins, heads)
    flows = [Int64](repeating: 0, count: heads.count)
    (self.places, self.begins, self.heads) = (places, begins, heads)
    scratch = Scratch(nodeCount: graph.nodeCount)
    weights = [Int64](repeating: 0, count: graph.nodeCount)
  }

  /// The arcs in the order of their heads.
  private static func ins(_ begins: [ArcBegin], _ heads: [Int32]) -> [InArc] {
    var ins = [InArc](repeating: InArc(), count: heads.count)
    var next = begins.map(\.in)
    for tail in begins.indices.dropFirst().dropLast() {
      for out in begins[tail].out..<begins[tail + 1].out {
        let head = Int(heads[Int(out)])
        ins[Int(next[head])] = InArc(tail: Int32(tail), out: out)
        next[head] += 1
      }
    }
    return ins
  }

  /// A closure, and what the best one may weigh beyond it.
  struct Solution {
    /// Whether each node is in the closure.
    let members: [Bool]
    /// The excess that could still go on when the flow was left; no closure weighs more beyond this one.
    let waiting: Int64
  }

  /// The closure of the largest weight with the fewest nodes, or one that is good enough.
  ///
  /// - Parameter isEnough: Whether the flow may be left as it is, from the weight of the closure that it has found so far and a limit for the weight of all.
  /// - Precondition: The positive weights sum up to less than ``largestTotal``, and so do the negative ones without their signs.
  /// - Complexity: O(nodes^2 × arcs) at worst; on the networks of project scheduling close to linear.
  mutating func solve(
    weights: [Int64], isEnough: (_ weight: Int64, _ limit: Int64) -> Bool
  ) -> Solution {
    precondition(weights.count == nodeCount, "Every node has a weight")
    setWeights(weights)
    let (solution, surplus) = withNetwork { network in
      network.moveExcess(until: isEnough)
      return (
        Solution(members: network.reachedByStuckExcess(), waiting: network.waiting), network.surplus
      )
    }
    movedTotal -= surplus
    return solution
  }

  /// For each node, what it offers beyond what it passes on in the last solution, or, if negative, what it lacks.
  var surpluses: [Int64] { places.dropFirst().dropLast().map(\.excess) }

  /// The flow of the last solution from one node to another.
  ///
  /// - Complexity: linear in the arcs that leave the first.
  func flow(from tail: Node, to head: Node) -> Int64 {
    let place = Int(tail) + 1
    if head == tail + 1 { return max(0, places[place].flowToNext) }
    return (Int(begins[place].out)..<Int(begins[place + 1].out))
      .reduce(0) { $0 + (heads[$1] == head + 1 ? flows[$1] : 0) }
  }

  /// Carries the flow over to new weights.
  ///
  /// It stays valid, except when so much has been moved in all that sums might overflow.
  private mutating func setWeights(_ newWeights: [Int64]) {
    var gains: Int64 = 0
    var costs: Int64 = 0
    for node in newWeights.indices {
      let weight = newWeights[node]
      precondition(
        -largestTotal < weight && weight < largestTotal, "Weights stay in their bounds")
      if weight > 0 { gains += weight } else { costs -= weight }
      precondition(gains < largestTotal && costs < largestTotal, "Weights stay in their bounds")
      places[node + 1].excess += weight - weights[node]
    }
    weights = newWeights
    if let total = totalAfterMoving(movedTotal), total < largestTotal {
      movedTotal = total
    } else {
      discardFlow()
      movedTotal = gains
    }
  }

  /// Forgets the flow, so that the next solution starts from none; no closure depends on this.
  private mutating func discardFlow() {
    for node in 0..<nodeCount {
      places[node + 1].excess = weights[node]
      places[node + 1].flowToNext = min(0, places[node + 1].flowToNext)
    }
    for arc in flows.indices { flows[arc] = 0 }
  }

  /// The sum of all excess that has been moved once all that is positive has moved too; `nil` if it overflows.
  private func totalAfterMoving(_ start: Int64) -> Int64? {
    var total = start
    for place in places where place.excess > 0 {
      let (sum, overflow) = total.addingReportingOverflow(place.excess)
      if overflow { return nil }
      total = sum
    }
    return total
  }
}
