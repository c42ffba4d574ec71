import GraphAlgorithms
import RandomStreams
import Testing

@Suite("Minimum cuts")
struct MinimumCutTests {
  /// A network with capacities on all of its arcs.
  private struct Network {
    let graph: Digraph
    let capacities: [Int64]
    let sources: [Int64]
    let sinks: [Int64]

    init(seed: Int, nodeCount: Int, largest: Int = 12) {
      var random = RandomGraphs(seed: seed)
      graph = Digraph(
        nodeCount: nodeCount,
        arcs: random.arcs(nodeCount: nodeCount, arcCount: random.stream.integer(below: 3 * nodeCount + 1)))
      capacities = random.weights(graph.arcCount, in: 0...largest)
      sources = random.weights(nodeCount, in: -largest...largest).map { max(0, $0) }
      sinks = random.weights(nodeCount, in: -largest...largest).map { max(0, $0) }
    }

    func value(of side: [Bool]) -> Int64 {
      var value: Int64 = 0
      for node in side.indices { value += side[node] ? sinks[node] : sources[node] }
      for (arc, capacity) in zip(graph.arcs, capacities) where side[Int(arc.tail)] && !side[Int(arc.head)] {
        value += capacity
      }
      return value
    }

    /// The least value of all cuts, and the nodes that every cut of this value has on its source side.
    func minimumByEnumeration() -> (value: Int64, sourceSide: [Bool]) {
      var best = (value: Int64.max, sourceSide: [Bool]())
      for side in subsets(of: graph.nodeCount) {
        let value = value(of: side)
        if value < best.value {
          best = (value, side)
        } else if value == best.value {
          best.sourceSide = zip(best.sourceSide, side).map { $0 && $1 }
        }
      }
      return best
    }
  }

  /// The value comes from the flow and the enumeration from the cuts, so this is the duality of the two.
  @Test(arguments: 0..<150)
  func agreesWithAllCuts(seed: Int) {
    let network = Network(seed: seed, nodeCount: 1 + seed % 8)
    var minimumCut = MinimumCut(of: network.graph, capacities: network.capacities)
    let cut = minimumCut.solve(sourceCapacities: network.sources, sinkCapacities: network.sinks)
    let expected = network.minimumByEnumeration()
    #expect(cut.value == expected.value)
    #expect(cut.sourceSide == expected.sourceSide)
    #expect(network.value(of: cut.sourceSide) == cut.value)
  }

  /// The flow of one solution, whatever it was, does not show in the next one.
  @Test(arguments: 0..<40)
  func warmStartEqualsColdStart(seed: Int) {
    let network = Network(seed: seed, nodeCount: 30, largest: 50)
    var random = RandomGraphs(seed: 1_000 + seed)
    var warm = MinimumCut(of: network.graph, capacities: network.capacities)
    for step in 0..<12 {
      let spread = step % 3 == 0 ? 100 : 10
      let sources = random.weights(30, in: -spread...spread).map { max(0, $0) }
      let sinks = random.weights(30, in: -spread...spread).map { max(0, $0) }
      var cold = MinimumCut(of: network.graph, capacities: network.capacities)
      let expected = cold.solve(sourceCapacities: sources, sinkCapacities: sinks)
      #expect(warm.solve(sourceCapacities: sources, sinkCapacities: sinks) == expected)
      if step == 6 { warm.discardFlow() }
    }
  }

  @Test func warmStartSurvivesHugeCapacities() {
    let graph = Digraph(nodeCount: 2, arcs: [Arc(tail: 0, head: 1), Arc(tail: 1, head: 0)])
    var minimumCut = MinimumCut(of: graph, capacities: [MinimumCut.unlimited, MinimumCut.unlimited])
    let huge = MinimumCut.largestTotal - 1
    for _ in 0..<10 {
      let forward = minimumCut.solve(sourceCapacities: [huge, 0], sinkCapacities: [0, huge - 1])
      #expect(forward == MinimumCut.Cut(value: huge - 1, sourceSide: [true, true]))
      let backward = minimumCut.solve(sourceCapacities: [0, huge], sinkCapacities: [huge, 0])
      #expect(backward == MinimumCut.Cut(value: huge, sourceSide: [false, false]))
    }
  }

  @Test func sourceAndSinkOfOneNodeMeet() {
    var minimumCut = MinimumCut(of: Digraph(nodeCount: 1, arcs: [Arc(tail: 0, head: 0)]), capacities: [7])
    let cut = minimumCut.solve(sourceCapacities: [5], sinkCapacities: [3])
    #expect(cut == MinimumCut.Cut(value: 3, sourceSide: [true]))
  }

  @Test func networkWithoutNodesOrArcs() {
    var empty = MinimumCut(of: Digraph(nodeCount: 0, arcs: []), capacities: [])
    #expect(empty.solve(sourceCapacities: [], sinkCapacities: []).value == 0)
    var bare = MinimumCut(of: Digraph(nodeCount: 3, arcs: []), capacities: [])
    let cut = bare.solve(sourceCapacities: [1, 2, 3], sinkCapacities: [3, 2, 1])
    #expect(cut == MinimumCut.Cut(value: 4, sourceSide: [false, false, true]))
  }

  /// A flow along 20,000 nodes is limited by the narrowest arc, and no recursion exhausts the stack.
  @Test func longChain() {
    let count = 20_000
    var capacities = [Int64](repeating: 9, count: count - 1)
    capacities[12_345] = 4
    var minimumCut = MinimumCut(of: chain(nodeCount: count), capacities: capacities)
    var sources = [Int64](repeating: 0, count: count)
    var sinks = sources
    sources[0] = 7
    sinks[count - 1] = 8
    let cut = minimumCut.solve(sourceCapacities: sources, sinkCapacities: sinks)
    #expect(cut.value == 4)
    #expect(cut.sourceSide == (0..<count).map { $0 <= 12_345 })
  }

  /// The minimum cut of a complete bipartite graph with narrow arcs is known: all of its arcs.
  @Test(arguments: [1, 2, 5, 20])
  func completeBipartiteGraph(width: Int) {
    let lefts = 0..<Node(width)
    let arcs = lefts.flatMap { left in lefts.map { Arc(tail: left, head: Node(width) + $0) } }
    let ones = [Int64](repeating: 1, count: arcs.count)
    var minimumCut = MinimumCut(of: Digraph(nodeCount: 2 * width, arcs: arcs), capacities: ones)
    let sources = (0..<2 * width).map { $0 < width ? Int64(width + 1) : 0 }
    let cut = minimumCut.solve(sourceCapacities: sources, sinkCapacities: sources.reversed())
    #expect(cut.value == Int64(width * width))
    #expect(cut.sourceSide == (0..<2 * width).map { $0 < width })
  }
}
