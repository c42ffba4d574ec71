import GraphAlgorithms
import RandomStreams
import Testing

@Suite("Reachability")
struct ReachabilityTests {
  /// The transitive closure by Warshall's algorithm.
  private func warshall(_ graph: Digraph) -> [[Bool]] {
    var reaches = graph.nodes.map { tail in graph.nodes.map { graph.successors(of: tail).contains($0) } }
    for middle in 0..<graph.nodeCount {
      for tail in 0..<graph.nodeCount where reaches[tail][middle] {
        for head in 0..<graph.nodeCount where reaches[middle][head] { reaches[tail][head] = true }
      }
    }
    return reaches
  }

  /// Up to 140 nodes, so that rows of one, two and three words occur.
  @Test(arguments: [1, 2, 5, 20, 63, 64, 65, 128, 140])
  func agreesWithWarshall(count: Int) throws {
    var random = RandomGraphs(seed: count)
    let graph = Digraph(nodeCount: count, arcs: random.acyclicArcs(nodeCount: count, arcCount: 3 * count / 2))
    let reachability = Reachability(of: graph, order: try TopologicalOrder(of: graph))
    let expected = warshall(graph)
    for tail in graph.nodes {
      #expect(graph.nodes.map { reachability.reaches(from: tail, to: $0) } == expected[Int(tail)])
      let descendants = graph.nodes.filter { expected[Int(tail)][Int($0)] }
      #expect(reachability.descendants(of: tail) == descendants)
      #expect(reachability.descendantCount(of: tail) == descendants.count)
    }
  }

  @Test func longChain() throws {
    let graph = chain(nodeCount: 3_000)
    let reachability = Reachability(of: graph, order: try TopologicalOrder(of: graph))
    #expect(reachability.descendantCount(of: 0) == 2_999)
    #expect(reachability.descendants(of: 2_995) == [2_996, 2_997, 2_998, 2_999])
  }

  @Test func emptyGraph() throws {
    let graph = Digraph(nodeCount: 0, arcs: [])
    #expect(Reachability(of: graph, order: try TopologicalOrder(of: graph)).nodeCount == 0)
  }
}
