import GraphAlgorithms

/// Tells which arrows of a picture others imply, so that they can be left out.
///
/// - Complexity: that of the transitive closure, O(arrows x nodes / 64).
struct ArrowReduction: Sendable {
  /// Whether each arrow is needed: no path of others replaces it, and it is not drawn already.
  let isNeeded: [Bool]
  private let reachability: Reachability?

  /// Reduces arrows between the nodes `0..<nodeCount`.
  ///
  /// Arrows in a circle, which only capabilities that provide others can make, imply nothing: all are needed then.
  init(nodeCount: Int, arrows: [(tail: Int, head: Int)]) {
    let graph = Digraph(
      nodeCount: nodeCount, arcs: arrows.map { Arc(tail: Node($0.tail), head: Node($0.head)) })
    guard let order = try? TopologicalOrder(of: graph) else {
      isNeeded = arrows.map { _ in true }
      reachability = nil
      return
    }
    let reachability = Reachability(of: graph, order: order)
    var isNeeded = arrows.map { _ in false }
    for number in TransitiveReduction(of: graph, reachability: reachability).arcNumbers {
      isNeeded[Int(number)] = true
    }
    self.isNeeded = isNeeded
    self.reachability = reachability
  }

  /// Whether the arrows imply another one, which is not among them.
  func implies(_ tail: Int, _ head: Int) -> Bool {
    reachability?.reaches(from: Node(tail), to: Node(head)) ?? false
  }
}
