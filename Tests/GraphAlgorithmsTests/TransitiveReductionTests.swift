import GraphAlgorithms
import RandomStreams
import Testing

@Suite("Transitive reductions")
struct TransitiveReductionTests {
  private func closure(_ graph: Digraph) throws -> Reachability {
    Reachability(of: graph, order: try TopologicalOrder(of: graph))
  }

  @Test func shortcutsAndParallelArcsAreDropped() throws {
    let pairs: [(Node, Node)] = [(0, 3), (0, 1), (1, 2), (0, 2), (2, 3), (1, 2), (1, 3)]
    let graph = Digraph(nodeCount: 4, arcs: pairs.map { Arc(tail: $0.0, head: $0.1) })
    let reduction = TransitiveReduction(of: graph, reachability: try closure(graph))
    #expect(reduction.arcNumbers == [1, 2, 4])
    #expect(reduction.graph == chain(nodeCount: 4))
  }

  /// The complete order of n nodes reduces to a chain.
  @Test(arguments: [2, 10, 70])
  func completeOrderReducesToAChain(count: Int) throws {
    let nodes = 0..<Node(count)
    let arcs = nodes.flatMap { tail in nodes.filter { $0 > tail }.map { Arc(tail: tail, head: $0) } }
    let graph = Digraph(nodeCount: count, arcs: arcs)
    #expect(TransitiveReduction(of: graph, reachability: try closure(graph)).graph == chain(nodeCount: count))
  }

  /// The reduction has the closure of the whole, and without any one of its arcs it would not.
  @Test(arguments: 0..<40)
  func keepsTheClosureWithTheFewestArcs(seed: Int) throws {
    var random = RandomGraphs(seed: seed)
    let count = 2 + seed % 9
    let graph = Digraph(nodeCount: count, arcs: random.acyclicArcs(nodeCount: count, arcCount: 3 * count))
    let whole = try closure(graph)
    let reduction = TransitiveReduction(of: graph, reachability: whole)
    let arcs = reduction.graph.arcs
    #expect(try closure(reduction.graph) == whole)
    #expect(arcs == reduction.arcNumbers.map { graph.arcs[Int($0)] })
    for dropped in arcs.indices {
      let fewer = arcs.indices.filter { $0 != dropped }.map { arcs[$0] }
      #expect(try closure(Digraph(nodeCount: count, arcs: fewer)) != whole)
    }
  }
}
