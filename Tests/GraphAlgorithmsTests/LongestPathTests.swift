import GraphAlgorithms
import RandomStreams
import Testing

@Suite("Longest paths")
struct LongestPathTests {
  private func arcs(_ pairs: [(Node, Node)]) -> [Arc] { pairs.map { Arc(tail: $0.0, head: $0.1) } }

  @Test func diamond() throws {
    let graph = Digraph(nodeCount: 4, arcs: arcs([(0, 1), (0, 2), (1, 3), (2, 3)]))
    let path = LongestPath(of: graph, order: try TopologicalOrder(of: graph), durations: [2, 3, 5, 1])
    #expect(path.earliestStarts == [0, 2, 2, 7])
    #expect(path.tails == [6, 1, 1, 0])
    #expect(path.length == 8)
    #expect(path.latestStarts(deadline: 10) == [2, 6, 4, 9])
    #expect(path.criticalPath() == [0, 2, 3])
    #expect(graph.nodes.filter(path.isCritical) == [0, 2, 3])
  }

  @Test func lagsAndReleases() throws {
    let graph = Digraph(nodeCount: 4, arcs: arcs([(1, 2), (0, 1), (0, 3)]))
    let path = LongestPath(
      of: graph, order: try TopologicalOrder(of: graph), durations: [4, 2, 1, 3], lags: [2, -1, 0],
      releases: [1, 0, 0, 9])
    #expect(path.earliestStarts == [1, 4, 8, 9])
    #expect(path.tails == [4, 3, 0, 0])
    #expect(path.length == 12)
    #expect(path.criticalPath() == [3])
  }

  @Test func longChain() throws {
    let graph = chain(nodeCount: 20_000)
    let path = LongestPath(
      of: graph, order: try TopologicalOrder(of: graph), durations: [Int](repeating: 3, count: 20_000),
      lags: [Int](repeating: 2, count: 19_999))
    #expect(path.length == 20_000 * 3 + 19_999 * 2)
    #expect(path.criticalPath() == Array(graph.nodes))
  }

  @Test func emptyGraph() throws {
    let graph = Digraph(nodeCount: 0, arcs: [])
    let path = LongestPath(of: graph, order: try TopologicalOrder(of: graph), durations: [])
    #expect(path.length == 0 && path.criticalPath().isEmpty)
  }

  /// Every walk through a small graph is followed and its longest times are kept.
  @Test(arguments: 0..<60)
  func agreesWithAllPaths(seed: Int) throws {
    var random = RandomGraphs(seed: seed)
    let count = 2 + seed % 7
    let graph = Digraph(nodeCount: count, arcs: random.acyclicArcs(nodeCount: count, arcCount: 2 * count))
    let durations = random.integers(count, in: 0...5)
    let lags = random.integers(graph.arcCount, in: -2...4)
    let releases = random.integers(count, in: 0...6)
    let path = LongestPath(
      of: graph, order: try TopologicalOrder(of: graph), durations: durations, lags: lags, releases: releases)
    var starts = releases
    var tails = [Int](repeating: 0, count: count)
    func follow(_ walk: [Node], start: Int, elapsed: [Int]) {
      guard let tail = walk.last else { return }
      starts[Int(tail)] = max(starts[Int(tail)], start)
      for slot in graph.slots(of: tail) {
        let head = graph.heads[slot]
        let step = lags[Int(graph.arcNumbers[slot])] + durations[Int(head)]
        let rests = elapsed.map { $0 + step } + [0]
        for (node, rest) in zip(walk, rests) { tails[Int(node)] = max(tails[Int(node)], rest) }
        follow(
          walk + [head], start: start + durations[Int(tail)] + step - durations[Int(head)], elapsed: rests)
      }
    }
    for node in graph.nodes { follow([node], start: releases[Int(node)], elapsed: [0]) }
    #expect(path.earliestStarts == starts)
    #expect(path.tails == tails)
    #expect(path.length == zip(starts, durations).map(+).max())
    expectTight(path.criticalPath(), starts, durations, lags, in: graph, length: path.length)
  }

  /// A critical path has no slack between its nodes, and its last node ends last.
  private func expectTight(
    _ path: [Node], _ starts: [Int], _ durations: [Int], _ lags: [Int], in graph: Digraph, length: Int
  ) {
    for (tail, head) in zip(path, path.dropFirst()) {
      #expect(
        graph.slots(of: tail).contains { slot in
          graph.heads[slot] == head
            && starts[Int(head)] == starts[Int(tail)] + durations[Int(tail)]
              + lags[Int(graph.arcNumbers[slot])]
        })
    }
    #expect(path.last.map { starts[Int($0)] + durations[Int($0)] } == length)
  }
}
