/// A binary heap of nodes that yields the smallest one first.
package struct NodeHeap {
  private var nodes: [Node] = []

  /// A heap without nodes.
  package init() {}

  /// Whether there is no node.
  package var isEmpty: Bool { nodes.isEmpty }

  /// Adds a node, even if it is there already.
  ///
  /// - Complexity: O(log count).
  package mutating func insert(_ node: Node) {
    var child = nodes.count
    nodes.append(node)
    while child > 0 {
      let parent = (child - 1) / 2
      if nodes[parent] <= node { break }
      nodes[child] = nodes[parent]
      child = parent
    }
    nodes[child] = node
  }

  /// Removes and returns the smallest node, or `nil` when there is none.
  ///
  /// - Complexity: O(log count).
  package mutating func popSmallest() -> Node? {
    guard let last = nodes.popLast() else { return nil }
    guard let smallest = nodes.first else { return last }
    sink(last)
    return smallest
  }

  /// Puts `node` in the place of the root and moves it down to where it belongs.
  private mutating func sink(_ node: Node) {
    var parent = 0
    while true {
      var child = 2 * parent + 1
      if child >= nodes.count { break }
      if child + 1 < nodes.count && nodes[child + 1] < nodes[child] { child += 1 }
      if nodes[child] >= node { break }
      nodes[parent] = nodes[child]
      parent = child
    }
    nodes[parent] = node
  }
}
