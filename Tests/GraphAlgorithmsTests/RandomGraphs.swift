import GraphAlgorithms
import RandomStreams

/// Random graphs for tests by brute force; the same for the same seed.
struct RandomGraphs {
  var stream: RandomStream

  init(seed: Int) {
    stream = RandomStream(StreamKey(seed: 2027, purpose: "random-graph")[seed])
  }

  /// Arcs between any two nodes, parallel arcs and loops included.
  mutating func arcs(nodeCount: Int, arcCount: Int) -> [Arc] {
    (0..<arcCount).map { _ in
      Arc(tail: Node(stream.integer(below: nodeCount)), head: Node(stream.integer(below: nodeCount)))
    }
  }

  /// Arcs of an acyclic graph whose topological order is not that of the numbers.
  mutating func acyclicArcs(nodeCount: Int, arcCount: Int) -> [Arc] {
    var names = (0..<nodeCount).map { Node($0) }
    stream.shuffle(&names)
    guard nodeCount > 1 else { return [] }
    return (0..<arcCount).map { _ in
      let head = stream.integer(in: 1...(nodeCount - 1))
      return Arc(tail: names[stream.integer(below: head)], head: names[head])
    }
  }

  mutating func integers(_ count: Int, in range: ClosedRange<Int>) -> [Int] {
    (0..<count).map { _ in stream.integer(in: range) }
  }

  mutating func weights(_ count: Int, in range: ClosedRange<Int>) -> [Int64] {
    integers(count, in: range).map { Int64($0) }
  }
}

/// A chain in which each node has an arc to the next one.
func chain(nodeCount: Int) -> Digraph {
  Digraph(nodeCount: nodeCount, arcs: (1..<Node(nodeCount)).map { Arc(tail: $0 - 1, head: $0) })
}

/// The subsets of the nodes, each as its membership.
func subsets(of nodeCount: Int) -> some Sequence<[Bool]> {
  (0..<(1 << nodeCount)).lazy.map { bits in (0..<nodeCount).map { bits >> $0 & 1 == 1 } }
}
