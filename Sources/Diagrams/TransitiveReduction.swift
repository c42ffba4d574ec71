/// Leaves out the arrows of an acyclic graph that other arrows imply.
///
/// An arrow goes when a path of at least two other arrows leads from its tail to its head (Aho, Garey and Ullman, 1972). The few hundred
/// nodes of a picture are kept as sets of bits, so that this room needs no kernel from elsewhere.
///
/// - Complexity: O(arrows x nodes / 64).
struct TransitiveReduction: Sendable {
  private let successors: [[Int]]
  private let reach: [[UInt64]]

  /// Prepares a graph of nodes `0..<nodeCount`.
  ///
  /// Only arrows between different nodes imply others. Nodes on a cycle imply nothing.
  init(nodeCount: Int, arrows: [(tail: Int, head: Int)]) {
    var successors = Array(repeating: [Int](), count: nodeCount)
    var waiting = Array(repeating: 0, count: nodeCount)
    for (tail, head) in arrows where tail != head {
      successors[tail].append(head)
      waiting[head] += 1
    }
    var order = (0..<nodeCount).filter { waiting[$0] == 0 }
    var next = 0
    while next < order.count {
      for head in successors[order[next]] {
        waiting[head] -= 1
        if waiting[head] == 0 { order.append(head) }
      }
      next += 1
    }
    var reach = Array(repeating: Array(repeating: UInt64(0), count: nodeCount / 64 + 1), count: nodeCount)
    for tail in order.reversed() {
      for head in successors[tail] {
        reach[tail][head / 64] |= 1 << UInt64(head % 64)
        for word in reach[head].indices { reach[tail][word] |= reach[head][word] }
      }
    }
    self.successors = successors
    self.reach = reach
  }

  /// Whether a path of two or more arrows leads from one node to another.
  func implies(_ tail: Int, _ head: Int) -> Bool {
    successors[tail].contains { middle in
      middle != head && reach[middle][head / 64] >> UInt64(head % 64) & 1 == 1
    }
  }
}
