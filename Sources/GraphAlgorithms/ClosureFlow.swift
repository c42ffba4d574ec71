/// The flow that proves a closure to be the heaviest, kept from one solution to the next.
///
/// Nodes of positive weight offer flow, nodes of negative weight take it, and arcs carry it without limit from a node to what that requires. When no more can be passed on, what the
/// nodes with flow left over can reach is the maximum closure with the fewest nodes. It is unique, so it does not depend on the flow that a solution started
/// from; the flow itself does, and with it what is left at each node.
///
/// As arcs are unlimited, flow can always go forward, and back as far as an arc carries some; there are no capacities to keep. Arcs to the next node,
/// of which time-expanded graphs are half made, are a number in their node.
///
/// Source: Goldberg and Tarjan, "A new approach to the maximum-flow problem", Journal of the ACM 35(4), 1988: push and relabel, the first phase only, with global
/// relabelling as in Cherkassky and Goldberg, "On implementing the push-relabel method for the maximum flow problem", Algorithmica 19, 1997. The warm start is the
/// reparametrisation of Kohli and Torr, "Efficiently solving dynamic Markov random fields using graph cuts", ICCV 2005.
struct ClosureFlow: Sendable {
  /// What a solution reads and writes of a node.
  ///
  /// Node `v` has place `v + 1`, between two borders.
  struct Place: Sendable {
    /// What the node offers beyond what it passes on, or, if negative, what it lacks: its weight minus the flow that it sends to others.
    var excess: Int64 = 0
    /// The flow to the next node; -1 where no arc leads there.
    var flowToNext: Int64 = -1
    /// The first of the other arcs that leave the node; those of the next place follow.
    var firstOut: Int32 = 0
    /// The first of the other arcs that enter the node.
    var firstIn: Int32 = 0
    /// How many of the other arcs that leave the node carry flow.
    var usedOuts: Int32 = 0
    /// How many of the other arcs that enter the node carry flow.
    var usedIns: Int32 = 0
  }

  /// An arc where it leaves its tail.
  struct OutArc: Sendable {
    var flow: Int64 = 0
    /// The place of the head.
    let head: Int32
  }

  /// An arc where it enters its head.
  struct InArc: Sendable {
    /// The place of the tail.
    var tail: Int32 = 0
    /// The number of the arc among those that leave nodes.
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
  var outs: [OutArc]
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
    var outs: [OutArc] = []
    outs.reserveCapacity(graph.arcCount)
    for tail in graph.nodes {
      places[Int(tail) + 1].firstOut = Int32(outs.count)
      for head in graph.successors(of: tail) where head != tail {
        if head == tail + 1 {
          places[Int(head)].flowToNext = 0
        } else {
          outs.append(OutArc(head: head + 1))
          places[Int(head) + 2].firstIn += 1
        }
      }
    }
    places[graph.nodeCount + 1].firstOut = Int32(outs.count)
    for place in places.indices.dropFirst() { places[place].firstIn += places[place - 1].firstIn }
    ins = Self.ins(places, outs)
    (self.places, self.outs) = (places, outs)
    scratch = Scratch(nodeCount: graph.nodeCount)
    weights = [Int64](repeating: 0, count: graph.nodeCount)
  }

  /// The arcs in the order of their heads.
  private static func ins(_ places: [Place], _ outs: [OutArc]) -> [InArc] {
    var ins = [InArc](repeating: InArc(), count: outs.count)
    var next = places.map(\.firstIn)
    for tail in places.indices.dropFirst().dropLast() {
      for out in places[tail].firstOut..<places[tail + 1].firstOut {
        let head = Int(outs[Int(out)].head)
        ins[Int(next[head])] = InArc(tail: Int32(tail), out: out)
        next[head] += 1
      }
    }
    return ins
  }

  /// Whether each node is in the closure of the largest weight with the fewest nodes.
  ///
  /// - Precondition: The positive weights sum up to less than ``largestTotal``, and so do the negative ones without their signs.
  /// - Complexity: O(nodes^2 × arcs) at worst; on the networks of project scheduling close to linear.
  mutating func solve(weights: [Int64]) -> [Bool] {
    precondition(weights.count == nodeCount, "Every node has a weight")
    setWeights(weights)
    let (members, leftover) = withNetwork { network in
      network.maximizeFlow()
      return network.reachedByExcess()
    }
    movedTotal -= leftover
    return members
  }

  /// For each node, what it offers beyond what it passes on in the last solution, or, if negative, what it lacks.
  var surpluses: [Int64] { places.dropFirst().dropLast().map(\.excess) }

  /// The flow of the last solution from one node to another.
  ///
  /// - Complexity: linear in the arcs that leave the first.
  func flow(from tail: Node, to head: Node) -> Int64 {
    let place = Int(tail) + 1
    if head == tail + 1 { return max(0, places[place].flowToNext) }
    return outs[Int(places[place].firstOut)..<Int(places[place + 1].firstOut)]
      .reduce(0) { $0 + ($1.head == head + 1 ? $1.flow : 0) }
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
      (places[node + 1].usedOuts, places[node + 1].usedIns) = (0, 0)
    }
    for out in outs.indices { outs[out].flow = 0 }
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
