/// A partition of the nodes of a time-expanded graph, made finer by closed sets.
struct NodePartition: Sendable {
  /// The part of each node.
  private(set) var part: [Int32]
  /// The number of parts.
  private(set) var count = 1
  /// The nodes, those of one part together; those of part `p` are in the places `ends[p - 1] ..< ends[p]`.
  private var order: [Int32] = []
  private var ends: [Int] = []

  /// All nodes in one part.
  init(nodeCount: Int) {
    part = [Int32](repeating: 0, count: nodeCount)
    sort()
  }

  /// Splits each part into the nodes with the same key; keys are small numbers.
  mutating func refine(by keys: [Int]) {
    let width = (keys.max() ?? 0) + 1
    var numbers = [Int32](repeating: -1, count: count * width)
    var found = 0
    for node in part.indices {
      let place = Int(part[node]) * width + keys[node]
      if numbers[place] < 0 {
        numbers[place] = Int32(found)
        found += 1
      }
      part[node] = numbers[place]
    }
    count = found
    sort()
  }

  /// The nodes of a part, ascending.
  func nodes(of part: Int) -> some Collection<Int> {
    order[(part == 0 ? 0 : ends[part - 1])..<ends[part]].lazy.map(Int.init)
  }

  private mutating func sort() {
    var next = [Int](repeating: 0, count: count + 1)
    for part in part { next[Int(part) + 1] += 1 }
    for part in 0..<count { next[part + 1] += next[part] }
    order = [Int32](repeating: 0, count: part.count)
    for (node, part) in part.enumerated() {
      order[next[Int(part)]] = Int32(node)
      next[Int(part)] += 1
    }
    ends = Array(next.dropLast())
  }
}
