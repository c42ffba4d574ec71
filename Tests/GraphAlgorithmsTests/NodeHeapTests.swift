import GraphAlgorithms
import RandomStreams
import Testing

@Suite("Heaps of nodes")
struct NodeHeapTests {
  @Test(arguments: 0..<20)
  func yieldsNodesInAscendingOrder(seed: Int) {
    var random = RandomGraphs(seed: seed)
    let nodes = random.integers(50, in: 0...30).map { Node($0) }
    var heap = NodeHeap()
    for node in nodes { heap.insert(node) }
    var popped: [Node] = []
    while let node = heap.popSmallest() { popped.append(node) }
    #expect(popped == nodes.sorted())
    #expect(heap.isEmpty)
  }

  @Test(arguments: 0..<20)
  func insertionsAndRemovalsMix(seed: Int) {
    var random = RandomGraphs(seed: seed)
    var heap = NodeHeap()
    var reference: [Node] = []
    for _ in 0..<200 {
      if random.stream.bernoulli(0.6) {
        let node = Node(random.stream.integer(below: 40))
        heap.insert(node)
        reference.append(node)
        reference.sort()
      } else {
        #expect(heap.popSmallest() == (reference.isEmpty ? nil : reference.removeFirst()))
      }
    }
  }
}
