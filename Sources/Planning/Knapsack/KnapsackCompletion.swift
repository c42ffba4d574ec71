internal import GraphAlgorithms

/// Fills what room a closure leaves, by what brings most for its weight, with all that it needs (Ibarra, Kim 1978, for items that need others).
struct KnapsackCompletion {
  private let core: KnapsackCore

  init(_ core: KnapsackCore) { self.core = core }

  /// Adds to a closure that fits, and says what it is worth then, without what has been taken before.
  ///
  /// - Complexity: O(nodes x needs) for each addition.
  func fill(_ closure: KnapsackBound.Line) -> KnapsackBound.Line {
    var line = closure
    while true {
      var best: (node: Node, value: Int64, weight: Int64)?
      for node in core.needs.nodes where !line.members[Int(node)] && core.values[Int(node)] > 0 {
        var (value, weight) = (core.values[Int(node)], core.weights[Int(node)])
        for needed in core.reach.descendants(of: node) where !line.members[Int(needed)] {
          value += core.values[Int(needed)]
          weight += core.weights[Int(needed)]
        }
        guard value > 0, line.weight + weight <= core.capacity else { continue }
        if let known = best, Double(value) * Double(known.weight) <= Double(known.value) * Double(weight) {
          continue
        }
        best = (node, value, weight)
      }
      guard let best else { return line }
      line.members[Int(best.node)] = true
      for needed in core.reach.descendants(of: best.node) { line.members[Int(needed)] = true }
      line.value += best.value
      line.weight += best.weight
    }
  }
}
