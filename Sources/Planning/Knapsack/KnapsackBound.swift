internal import GraphAlgorithms

/// The Lagrangian relaxation of what is left of a knapsack problem: the capacity has a price, and each price needs one minimum cut.
///
/// The limit is a convex function of the price that consists of straight lines, one for each closure. Its least value is that of the linear relaxation (Geoffrion 1974), and
/// is found by the intersection of the lines on both sides of it, again and again (Handler, Zang, "A dual algorithm for the constrained shortest path problem", Networks 10, 1980).
struct KnapsackBound {
  /// The least limit that was found.
  struct Result {
    /// No solution is worth more, what has been taken included.
    var limit: Int64
    /// The price of a unit of weight at which it was found.
    var price: Double
    /// The best closures on the two sides of the price; the first fits, the second does not.
    var fitting: Line
    var tooHeavy: Line?
  }

  /// A closure, and so a line of the limit as a function of the price.
  struct Line {
    var members: [Bool]
    var value: Int64
    var weight: Int64
  }

  let core: KnapsackCore
  /// The work so far: the nodes and arcs of all cuts.
  private(set) var work = 0
  private var closure: MaximumClosure
  private let needed: Digraph
  /// The parts of a unit of value in which a cut counts.
  private let scale: Int64
  /// The largest price in these parts.
  private let largestPrice: Int64
  private var nodeWeights: [Int64]

  /// Sums of what a cut counts stay below this.
  static let largestSum: Int64 = 1 << 57
  private static let finestScale: Int64 = 1 << 20
  /// The most prices that are tried for one limit.
  private static let mostPrices = 40

  /// The relaxation of a core.
  ///
  /// - Precondition: values without their signs, and weights with the capacity, add up to less than ``largestSum``.
  init(_ core: KnapsackCore) {
    self.core = core
    closure = MaximumClosure(requirements: core.needs)
    needed = core.needs.reversed()
    let values = core.values.reduce(Int64(1)) { $0 + Int64($1.magnitude) }
    var scale: Int64 = 1
    while scale < Self.finestScale, values <= Self.largestSum / (2 * scale) { scale *= 2 }
    self.scale = scale
    largestPrice = Self.largestSum / core.weights.reduce(core.capacity + 1, +)
    nodeWeights = core.values
  }

  // MARK: Limits

  /// The least limit of all solutions.
  ///
  /// - Parameters:
  ///   - price: where to begin.
  ///   - cutoff: the limit need not be less than this.
  mutating func limit(from price: Double, cutoff: Int64) -> Result {
    limit(between: [nodes(false), nodes(true)], from: price, cutoff: cutoff, tolerance: 0)
  }

  /// The least limit of the solutions that contain a node.
  ///
  /// - Parameters:
  ///   - result: the least limit of all.
  ///   - tolerance: how far from the least it may be.
  /// - Returns: nil when there is no such solution.
  mutating func limit(_ result: Result, with node: Node, cutoff: Int64, tolerance: Int64) -> Result? {
    let cone = [node] + core.reach.descendants(of: node)
    let weight = cone.reduce(Int64(0)) { $0 + core.weights[Int($1)] }
    guard weight <= core.capacity else { return nil }
    let closures = closures(near: result).map { members in
      var members = members
      for needed in cone { members[Int(needed)] = true }
      return members
    }
    return limit(between: closures, from: result.price, cutoff: cutoff, tolerance: tolerance, with: node)
  }

  /// The least limit of the solutions that do not contain a node.
  mutating func limit(_ result: Result, without node: Node, cutoff: Int64, tolerance: Int64) -> Result {
    var isOut = nodes(false)
    isOut[Int(node)] = true
    var stack = [node]
    while let tail = stack.popLast() {
      for head in needed.successors(of: tail) where !isOut[Int(head)] {
        isOut[Int(head)] = true
        stack.append(head)
      }
    }
    let closures = closures(near: result).map { members in members.indices.map { members[$0] && !isOut[$0] } }
    return limit(between: closures, from: result.price, cutoff: cutoff, tolerance: tolerance, without: node)
  }

  /// Closures in ascending order, nothing and all of it included.
  private func closures(near result: Result) -> [[Bool]] {
    [nodes(false), result.fitting.members] + (result.tooHeavy.map { [$0.members] } ?? []) + [nodes(true)]
  }

  private func nodes(_ isIn: Bool) -> [Bool] { [Bool](repeating: isIn, count: core.count) }

  /// The least limit of the solutions with or without a node.
  ///
  /// - Parameter closures: closures of the kind in ascending order, of which the first fits.
  private mutating func limit(
    between closures: [[Bool]], from price: Double, cutoff: Int64, tolerance: Int64, with: Node? = nil,
    without: Node? = nil
  ) -> Result {
    let lines = closures.map { line(of: $0) }
    guard var fitting = lines.last(where: { $0.weight <= core.capacity }) else {
      preconditionFailure("the first closure fits")
    }
    var tooHeavy = lines.first { $0.weight > core.capacity }
    var result = Result(limit: .max, price: price, fitting: fitting, tooHeavy: tooHeavy)
    var next = tooHeavy == nil ? 0 : price
    for _ in 0..<Self.mostPrices {
      let scaled = min(largestPrice, max(0, Int64((next * Double(scale)).rounded())))
      let (found, line) = solve(scaled, with, without)
      if found < result.limit { (result.limit, result.price) = (found, Double(scaled) / Double(scale)) }
      if line.weight <= core.capacity { fitting = line } else { tooHeavy = line }
      guard result.limit > cutoff, let tooHeavy, scaled > 0 || line.weight > core.capacity else { break }
      next = max(0, Double(tooHeavy.value - fitting.value) / Double(tooHeavy.weight - fitting.weight))
      let least = Double(core.takenValue + fitting.value) + next * Double(core.capacity - fitting.weight)
      if Double(result.limit) <= least.rounded(.down) + Double(tolerance) { break }
    }
    (result.fitting, result.tooHeavy) = (fitting, tooHeavy)
    return result
  }

  /// The limit at a price, and the closure that it comes from.
  private mutating func solve(_ price: Int64, _ with: Node?, _ without: Node?) -> (Int64, Line) {
    work += core.count + core.needs.arcCount
    for node in nodeWeights.indices {
      nodeWeights[node] = core.values[node] * scale - price * core.weights[node]
    }
    guard
      let solution = try? closure.solve(
        weights: nodeWeights, forcedIn: with.map { [$0] } ?? [], forcedOut: without.map { [$0] } ?? [])
    else { preconditionFailure("a node that is taken and one that is left out have been compared") }
    let parts = solution.weight + price * core.capacity
    let quotient = parts / scale
    return (core.takenValue + (parts % scale < 0 ? quotient - 1 : quotient), line(of: solution.members))
  }

  private func line(of members: [Bool]) -> Line {
    var line = Line(members: members, value: 0, weight: 0)
    for node in members.indices where members[node] {
      line.value += core.values[node]
      line.weight += core.weights[node]
    }
    return line
  }
}
