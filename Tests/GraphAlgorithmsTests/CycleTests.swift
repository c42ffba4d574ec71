import GraphAlgorithms
import RandomStreams
import Testing

@Suite("Cycles")
struct CycleTests {
  private func cycle(of graph: Digraph) -> Cycle? {
    do {
      _ = try TopologicalOrder(of: graph)
      return nil
    } catch {
      return error
    }
  }

  private func graph(_ nodeCount: Int, _ arcs: [(Node, Node)]) -> Digraph {
    Digraph(nodeCount: nodeCount, arcs: arcs.map { Arc(tail: $0.0, head: $0.1) })
  }

  @Test func loopIsACycle() {
    #expect(cycle(of: graph(3, [(0, 1), (1, 1), (1, 2)]))?.nodes == [1])
  }

  @Test func cycleStartsWithItsSmallestNode() {
    #expect(cycle(of: graph(4, [(3, 1), (1, 2), (2, 3)]))?.nodes == [1, 2, 3])
  }

  @Test func nodesBeforeAndAfterTheCycleAreLeftOut() {
    let arcs: [(Node, Node)] = [(0, 4), (4, 5), (5, 4), (5, 1), (1, 2), (2, 3)]
    #expect(cycle(of: graph(6, arcs))?.nodes == [4, 5])
  }

  @Test func shortcutsAreTaken() {
    let arcs: [(Node, Node)] = [(0, 1), (1, 2), (2, 3), (3, 4), (4, 0), (1, 4)]
    #expect(cycle(of: graph(5, arcs))?.nodes == [0, 1, 4])
  }

  @Test func longCycle() {
    let count: Node = 20_000
    let nodes = cycle(of: graph(Int(count), (0..<count).map { ($0, ($0 + 1) % count) }))?.nodes
    #expect(nodes == Array(0..<count))
  }

  /// A report is a simple cycle of the graph, and there is one exactly if some node reaches itself.
  @Test(arguments: 0..<100)
  func reportsAreSimpleCycles(seed: Int) {
    var random = RandomGraphs(seed: seed)
    let count = 3 + seed % 8
    let graph = Digraph(nodeCount: count, arcs: random.arcs(nodeCount: count, arcCount: count))
    let cycle = cycle(of: graph)
    #expect((cycle != nil) == graph.nodes.contains { reachable(from: $0, in: graph).contains($0) })
    guard let nodes = cycle?.nodes else { return }
    #expect(Set(nodes).count == nodes.count)
    #expect(nodes.first == nodes.min())
    for (tail, head) in zip(nodes, nodes.dropFirst() + nodes.prefix(1)) {
      #expect(graph.successors(of: tail).contains(head))
    }
  }

  private func reachable(from start: Node, in graph: Digraph) -> Set<Node> {
    var reached: Set<Node> = []
    var stack = [start]
    while let tail = stack.popLast() {
      stack += graph.successors(of: tail).filter { reached.insert($0).inserted }
    }
    return reached
  }
}
