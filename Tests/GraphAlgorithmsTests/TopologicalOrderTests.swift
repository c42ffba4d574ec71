import GraphAlgorithms
import RandomStreams
import Testing

@Suite("Topological orders")
struct TopologicalOrderTests {
  @Test func smallestNodeComesFirst() throws {
    let arcs = [Arc(tail: 5, head: 0), Arc(tail: 4, head: 0), Arc(tail: 2, head: 3), Arc(tail: 3, head: 1)]
    let order = try TopologicalOrder(of: Digraph(nodeCount: 6, arcs: arcs))
    #expect(order.nodes == [2, 3, 1, 4, 5, 0])
    #expect(order.positions == [5, 2, 0, 1, 3, 4])
  }

  @Test(arguments: 0..<40)
  func everyArcPointsForward(seed: Int) throws {
    var random = RandomGraphs(seed: seed)
    let count = 2 + seed % 11
    let graph = Digraph(nodeCount: count, arcs: random.acyclicArcs(nodeCount: count, arcCount: 2 * count))
    let order = try TopologicalOrder(of: graph)
    #expect(order.nodes.sorted() == Array(graph.nodes))
    #expect(graph.nodes.allSatisfy { order.nodes[Int(order.positions[Int($0)])] == $0 })
    #expect(graph.arcs.allSatisfy { order.positions[Int($0.tail)] < order.positions[Int($0.head)] })
  }

  /// At each place stands the smallest node whose predecessors have all been placed.
  @Test(arguments: 0..<40)
  func orderIsLexicographicallySmallest(seed: Int) throws {
    var random = RandomGraphs(seed: seed)
    let graph = Digraph(nodeCount: 9, arcs: random.acyclicArcs(nodeCount: 9, arcCount: 12))
    var placed: Set<Node> = []
    for node in try TopologicalOrder(of: graph).nodes {
      let ready = graph.nodes.filter { candidate in
        !placed.contains(candidate)
          && graph.arcs.allSatisfy { $0.head != candidate || placed.contains($0.tail) }
      }
      #expect(node == ready.min())
      placed.insert(node)
    }
  }

  @Test func longChain() throws {
    let order = try TopologicalOrder(of: chain(nodeCount: 20_000))
    #expect(order.nodes == Array(0..<20_000))
  }

  @Test func emptyGraph() throws {
    #expect(try TopologicalOrder(of: Digraph(nodeCount: 0, arcs: [])).nodes.isEmpty)
  }
}
