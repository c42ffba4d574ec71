internal import BusinessModel
internal import GraphAlgorithms

/// The best that plans could be worth if people, money and choices were not limited but had a price: one minimum cut.
///
/// With prices that are not negative, what the plan uses is charged and what there is is credited, so no plan that keeps the limits is worth more
/// than the result, whatever the prices (Geoffrion 1974). For the best prices it equals the linear relaxation of the time-indexed model.
/// Rows: capacity of each resource (teams, work in progress) in each period, each segment of the budget, each exclusive group, and for each requirement with a
/// choice and each start, `count * started(waiting) <= sum over slots of started(members)`; and limits of what can be in work together (``FeasibleSetCut``).
///
/// Effects on the shop enter through the compounding envelope of the business model, which lies above the true impact of every plan.
struct LagrangianRelaxation {
  let instance: Instance
  let expansion: TimeExpansion
  private(set) var table: PriceTable
  private(set) var rows: PricedRows
  private(set) var envelope: CompoundingEnvelope
  /// What each node's start is worth without prices, in cents.
  private(set) var profits: [Double]
  private var closure: MaximumClosure
  /// The nodes that every schedule contains, and those that none does.
  private(set) var forcedIn: [Node]
  private(set) var forcedOut: [Node] = []

  /// Weights are counted in so many parts of a cent, where numbers are not too large for it.
  private static let finestScale = 16.0

  /// The relaxation of an instance; nil when the required activities have no allowed starts.
  init?(_ instance: Instance, envelope: CompoundingEnvelope) {
    guard let expansion = TimeExpansion(instance) else { return nil }
    self.instance = instance
    self.expansion = expansion
    self.envelope = envelope
    table = PriceTable(instance, expansion)
    rows = PricedRows(instance, expansion, table)
    closure = MaximumClosure(requirements: expansion.graph)
    profits = Self.profits(instance, expansion, envelope)
    forcedIn = expansion.forced
  }

  var nodeCount: Int { expansion.nodeCount }

  /// What plans are worth without any activity, in cents.
  var constant: Double { envelope.constant * instance.impactWeight * 100 }

  /// What each node is worth beyond the next one of its activity without prices, in cents.
  var gains: [Double] {
    var gains = profits
    for activity in 0..<instance.activityCount {
      for node in (expansion.first[activity]..<expansion.first[activity + 1]).dropLast() {
        gains[node] -= profits[node + 1]
      }
    }
    return gains
  }

  /// From here on only schedules count whose starts are in these windows.
  ///
  /// - Parameters:
  ///   - earliest: the earliest start of each activity; beyond all of its starts for what is left out.
  ///   - latest: the latest start of each activity; beyond all of its starts for what may be left out.
  mutating func confine(earliest: [Int], latest: [Int]) {
    forcedIn = []
    forcedOut = []
    for activity in 0..<instance.activityCount {
      guard let last = expansion.allowed[activity].last else { continue }
      if latest[activity] <= last, let node = expansion.node(of: activity, startedBy: latest[activity]) {
        forcedIn.append(Node(node))
      }
      if let node = expansion.node(of: activity, startedBy: earliest[activity] - 1) {
        forcedOut.append(Node(node))
      }
    }
  }

  /// For each node, 1 when every schedule contains it, -1 when none does, and 0 where that is open.
  mutating func settledNodes() -> [Int] {
    func members(_ weight: Int64) -> [Bool]? {
      let weights = [Int64](repeating: weight, count: nodeCount)
      return (try? closure.solve(weights: weights, forcedIn: forcedIn, forcedOut: forcedOut))?.members
    }
    guard let least = members(-1), let most = members(1) else { return [Int](repeating: 0, count: nodeCount) }
    return least.indices.map { least[$0] ? 1 : most[$0] ? 0 : -1 }
  }

  /// Adds a row for each of some limits of what can be in work together; the prices of the others keep their meaning.
  mutating func add(_ cuts: [FeasibleSetCut]) {
    rows.add(cuts, instance, expansion, firstRow: table.rowCount)
    table.add(cuts)
  }

  /// Takes another envelope; the prices keep their meaning.
  mutating func take(_ envelope: CompoundingEnvelope) {
    self.envelope = envelope
    profits = Self.profits(instance, expansion, envelope)
  }

  /// The limit at some prices.
  ///
  /// - Parameters:
  ///   - prices: one for each row, in cents for a scaled unit; not negative but for equations.
  ///   - accuracy: how far the limit may be from the least one at these prices, and with it the solution from the best; nil for the least and the best.
  /// - Complexity: that of one minimum cut on the graph, which starts from the flow of the one before.
  mutating func evaluate(_ prices: [Double], accuracy: Accuracy? = nil) -> Relaxed {
    let (weights, scale) = weights(prices)
    let credit = constant + table.credit(prices)
    // Every weight was rounded up; what is left is the rounding of the credit itself and of the plan's own value.
    let slack = 1 + credit.magnitude * 1e-12
    func limit(_ weight: Int64) -> Double { Double(weight) / scale + credit + slack }
    let solution = try? closure.solve(weights: weights, forcedIn: forcedIn, forcedOut: forcedOut) {
      accuracy?.suffices(lower: limit($0), upper: limit($1)) ?? false
    }
    guard let solution else {
      return Relaxed(
        limit: -.infinity, members: [Bool](repeating: false, count: expansion.nodeCount),
        excess: [Double](repeating: 0, count: table.rowCount))
    }
    return Relaxed(
      limit: limit(solution.limit), members: solution.members,
      excess: rows.excess(of: solution.members, beyond: table.limits))
  }

  /// What each start can bring at most beside the best of all others, at some prices: the relaxation taken apart by activity.
  ///
  /// The minimum cut has passed what is gained and lost along prerequisites, so what is left at each node stands alone. No schedule that keeps the limits is worth
  /// more than the values of its starts and the constant.
  struct SeparateLimit {
    /// What each node's start brings, in parts of a cent; an activity that is left out brings nothing.
    let values: [Int64]
    /// The parts of a cent.
    let scale: Double
    /// What to add to the sum, in cents.
    let constant: Double
  }

  /// The limit taken apart, see ``SeparateLimit``; nil when the starts are confined so that there is no schedule.
  mutating func separate(_ prices: [Double]) -> SeparateLimit? {
    let limit = evaluate(prices).limit
    guard limit > -.infinity else { return nil }
    let scale = weights(prices).scale
    let surpluses = closure.surpluses
    var values = [Int64](repeating: 0, count: expansion.nodeCount)
    for activity in 0..<instance.activityCount {
      var sum: Int64 = 0
      let nodes = expansion.first[activity]..<expansion.first[activity + 1]
      for node in nodes.reversed() {
        sum += surpluses[node]
        let isFirst = node == nodes.lowerBound
        values[node] = isFirst ? sum : sum - closure.flow(from: Node(node - 1), to: Node(node))
      }
    }
    // The best closure takes all that is left over, and is as good as the limit.
    let gains = surpluses.reduce(Int64(0)) { $0 + max(0, $1) }
    return SeparateLimit(values: values, scale: scale, constant: limit - Double(gains) / scale)
  }

  /// What the start of an activity pays to what it needs, in parts of a cent, by requirement and start, in the last evaluation; nothing where there is a choice.
  ///
  /// A milestone may be reached at the very end, so that there is one start more than there are periods.
  var payments: [Int64] {
    let starts = instance.periodCount + 1
    var payments = [Int64](repeating: 0, count: instance.requirements.count * starts)
    for (index, requirement) in instance.requirements.enumerated() {
      guard let needed = requirement.onlyActivity else { continue }
      let distance = requirement.lag + instance.duration[needed]
      let first = expansion.first[requirement.activity]
      for (place, start) in expansion.allowed[requirement.activity].enumerated() {
        guard let head = expansion.node(of: needed, startedBy: start - distance) else { continue }
        payments[index * starts + start] =
          closure.flow(from: Node(first + place), to: Node(head))
      }
    }
    return payments
  }

  // MARK: Weights

  /// The weights of the nodes, in the parts of a cent that come second.
  private func weights(_ prices: [Double]) -> (weights: [Int64], scale: Double) {
    let worth = worth(prices)
    let scale = scale(for: worth)
    var weights = [Int64](repeating: 0, count: expansion.nodeCount)
    for activity in 0..<instance.activityCount {
      var later: Int64 = 0
      for node in (expansion.first[activity]..<expansion.first[activity + 1]).reversed() {
        let own = Int64((worth[node] * scale).rounded(.up))
        weights[node] = own - later
        later = own
      }
    }
    return (weights, scale)
  }

  /// What each node's start is worth at some prices, in cents.
  private func worth(_ prices: [Double]) -> [Double] {
    var worth = rows.costs(prices)
    let profits = profits.span
    var values = worth.mutableSpan
    for activity in 0..<instance.activityCount {
      var charge = 0.0
      for node in (expansion.first[activity]..<expansion.first[activity + 1]).reversed() {
        charge += values[node]
        values[node] = profits[node] - charge
      }
    }
    return worth
  }

  /// The parts of a cent in which weights are counted: the finest with which the sum of all stays within what a cut can add up.
  private func scale(for worth: [Double]) -> Double {
    let sum = worth.reduce(1) { $0 + 2 * $1.magnitude }
    let room = Double(closure.largestTotal / 4) - Double(2 * expansion.nodeCount)
    return min(Self.finestScale, room / sum)
  }

  /// What each allowed start is worth in cents, by node.
  private static func profits(
    _ instance: Instance, _ expansion: TimeExpansion, _ envelope: CompoundingEnvelope
  ) -> [Double] {
    var profits = [Double](repeating: 0, count: expansion.nodeCount)
    var laterWeights = [Double](repeating: 0, count: instance.periodCount + 1)
    for activity in 0..<instance.activityCount {
      guard let position = instance.position(of: activity) else { continue }
      for period in (0..<instance.periodCount).reversed() {
        laterWeights[period] =
          laterWeights[period + 1] + envelope.weights[position * instance.periodCount + period]
      }
      for (index, start) in expansion.allowed[activity].enumerated() {
        let live = min(instance.periodCount, start + instance.duration[activity])
        profits[expansion.first[activity] + index] =
          100
          * (instance.additiveValue(of: activity, start: start) + instance.impactWeight * laterWeights[live])
      }
    }
    return profits
  }
}
