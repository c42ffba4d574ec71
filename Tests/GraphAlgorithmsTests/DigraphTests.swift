import GraphAlgorithms
import Testing

@Suite("Directed graphs")
struct DigraphTests {
  @Test func arcsAreOrderedByTailAndThenAsGiven() {
    let arcs = [Arc(tail: 2, head: 0), Arc(tail: 0, head: 2), Arc(tail: 0, head: 1), Arc(tail: 0, head: 2)]
    let graph = Digraph(nodeCount: 4, arcs: arcs)
    #expect(graph.offsets == [0, 3, 3, 4, 4])
    #expect(graph.heads == [2, 1, 2, 0])
    #expect(graph.arcNumbers == [1, 2, 3, 0])
    #expect(Array(graph.successors(of: 0)) == [2, 1, 2])
    #expect(graph.successors(of: 1).isEmpty)
    #expect(graph.indegrees == [1, 1, 2, 0])
  }

  @Test(arguments: 0..<20)
  func arcsComeBackByTheirNumbers(seed: Int) {
    var random = RandomGraphs(seed: seed)
    let arcs = random.arcs(nodeCount: 7, arcCount: 15)
    let graph = Digraph(nodeCount: 7, arcs: arcs)
    #expect(graph.arcs == arcs)
    #expect(graph.nodeCount == 7 && graph.arcCount == 15)
    #expect(graph.reversed().arcs == arcs.map(\.reversed))
    #expect(graph.reversed().reversed() == graph)
  }

  @Test func emptyGraph() {
    let graph = Digraph(nodeCount: 0, arcs: [])
    #expect(graph.nodes.isEmpty && graph.arcs.isEmpty && graph.indegrees.isEmpty)
    #expect(graph.reversed() == graph)
  }

  @Test func arcsDescribeThemselves() {
    #expect("\(Arc(tail: 3, head: 5))" == "3 -> 5")
  }
}
