/// Orders of what depends on each other.
enum Layering {
  /// All nodes, each after what it depends on; nil when there is a circle.
  ///
  /// The order is the one of Kahn (1962) with a first-in first-out queue, so that it depends on the numbers of the nodes only.
  /// - Complexity: O(nodes + dependencies).
  static func order(_ dependencies: [[Int]]) -> [Int]? {
    var dependents = [[Int]](repeating: [], count: dependencies.count)
    var open = dependencies.map(\.count)
    for (node, list) in dependencies.enumerated() {
      for dependency in list { dependents[dependency].append(node) }
    }
    var order = dependencies.indices.filter { open[$0] == 0 }
    var next = 0
    while next < order.count {
      for node in dependents[order[next]] {
        open[node] -= 1
        if open[node] == 0 { order.append(node) }
      }
      next += 1
    }
    return order.count == dependencies.count ? order : nil
  }
}
