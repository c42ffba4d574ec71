internal import BusinessModel
internal import GraphAlgorithms

/// The best that plans could be worth if people, money and choices were not limited but had a price: one minimum cut.
///
/// With prices that are not negative, what the plan uses is charged and what there is is credited, so no plan that keeps the limits is worth more
/// than the result, whatever the prices (Geoffrion 1974). For the best prices it equals the linear relaxation of the time-indexed model.
/// Rows: capacity of each resource (teams, work in progress) in each period, each segment of the budget, each exclusive group, and for each requirement with a
/// choice and each start, `count * started(waiting) <= sum over slots of started(members)`.
///
/// Effects on the shop enter through the compounding envelope of the business model, which lies above the true impact of every plan.
struct LagrangianRelaxation {
  /// What one evaluation finds.
  struct Evaluation {
    /// No plan is worth more, in cents; less than any number when the starts are confined so that there is none.
    var limit: Double
    /// The starts of the relaxation's own schedule; nil for what it leaves out.
    var starts: [Int?]
    /// What the schedule uses of each row beyond its limit, scaled; negative where something is left.
    var excess: [Double]
  }

  let instance: Instance
  let expansion: TimeExpansion
  let table: PriceTable
  private(set) var envelope: CompoundingEnvelope
  /// What each node's start is worth without prices, in cents.
  private var profits: [Double]
  private var closure: MaximumClosure
  /// The nodes that every schedule contains, and those that none does.
  private var forcedIn: [Node]
  private var forcedOut: [Node] = []

  /// Weights are counted in so many parts of a cent, where numbers are not too large for it.
  private static let finestScale = 16.0

  /// The relaxation of an instance; nil when the required activities have no allowed starts.
  init?(_ instance: Instance, envelope: CompoundingEnvelope) {
    guard let expansion = TimeExpansion(instance) else { return nil }
    self.instance = instance
    self.expansion = expansion
    self.envelope = envelope
    table = PriceTable(instance, expansion)
    closure = MaximumClosure(requirements: expansion.graph)
    profits = Self.profits(instance, expansion, envelope)
    forcedIn = expansion.forced
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

  /// Takes another envelope; the prices keep their meaning.
  mutating func take(_ envelope: CompoundingEnvelope) {
    self.envelope = envelope
    profits = Self.profits(instance, expansion, envelope)
  }

  /// The limit at some prices.
  ///
  /// - Parameter prices: one for each row, in cents for a scaled unit; not negative but for equations.
  /// - Complexity: that of one minimum cut on the graph, which starts from the flow of the one before.
  mutating func evaluate(_ prices: [Double]) -> Evaluation {
    let (weights, scale) = weights(prices)
    guard let solution = try? closure.solve(weights: weights, forcedIn: forcedIn, forcedOut: forcedOut) else {
      return Evaluation(
        limit: -.infinity, starts: [Int?](repeating: nil, count: instance.activityCount),
        excess: [Double](repeating: 0, count: table.rowCount))
    }
    let starts = expansion.starts(of: solution.members)
    var credit = envelope.constant * instance.impactWeight * 100
    for row in prices.indices where prices[row] != 0 { credit += prices[row] * table.limits[row] }
    // Every weight was rounded up; what is left is the rounding of the credit itself and of the plan's own value.
    let slack = 1 + credit.magnitude * 1e-12
    return Evaluation(
      limit: Double(solution.weight) / scale + credit + slack, starts: starts,
      excess: excess(starts, solution.members))
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

  // MARK: Weights

  /// The weights of the nodes, in the parts of a cent that come second.
  private func weights(_ prices: [Double]) -> (weights: [Int64], scale: Double) {
    var worth = profits
    charge(&worth, prices)
    let scale = scale(for: worth, prices)
    var weights = [Int64](repeating: 0, count: expansion.nodeCount)
    for activity in 0..<instance.activityCount {
      var later: Int64 = 0
      for node in (expansion.first[activity]..<expansion.first[activity + 1]).reversed() {
        let own = Int64((worth[node] * scale).rounded(.up))
        weights[node] = own - later
        later = own
      }
    }
    for choice in table.choices { charge(choice, prices, scale, &weights) }
    return (weights, scale)
  }

  /// The parts of a cent in which weights are counted: the finest with which the sum of all stays within what a cut can add up.
  private func scale(for worth: [Double], _ prices: [Double]) -> Double {
    var sum = worth.reduce(1) { $0 + 2 * $1.magnitude }
    for choice in table.choices {
      let requirement = instance.requirements[choice.requirement]
      let count = Double(requirement.count + requirement.slots.reduce(0) { $0 + $1.count })
      for index in expansion.allowed[requirement.activity].indices {
        sum += count * prices[choice.firstRow + index].magnitude
      }
    }
    let room = Double(MinimumCut.largestTotal / 4) - Double(2 * expansion.nodeCount)
    return min(Self.finestScale, room / sum)
  }

  /// Takes what a start uses of people, money and groups off its worth.
  private func charge(_ worth: inout [Double], _ prices: [Double]) {
    let periods = instance.periodCount
    let familyCount = table.capacity.families.count
    var upTo = [Double](repeating: 0, count: familyCount * (periods + 1))
    for family in 0..<familyCount {
      let row = family * (periods + 1)
      for period in 0..<periods {
        upTo[row + period + 1] =
          upTo[row + period] + prices[table.row(family: family, period: period)] * PriceTable.shareScale
      }
    }
    let money = moneyPrices(prices)
    for activity in 0..<instance.activityCount {
      let nodes = expansion.first[activity]..<expansion.first[activity + 1]
      let duration = instance.duration[activity]
      var once = 0.0
      for group in instance.groupsOfActivity[activity] { once += prices[table.groupRow + group] }
      let costUpTo = instance.budget.costUpTo[activity]
      let uses = table.capacity.uses[activity]
      for node in nodes {
        let start = expansion.allowed[activity][node - nodes.lowerBound]
        var charge = once
        for use in uses {
          let row = use.family * (periods + 1)
          charge += use.share * (upTo[row + min(start + duration, periods)] - upTo[row + min(start, periods)])
        }
        if !money.isEmpty {
          for week in 0..<costUpTo.count - 1 where start + week < periods {
            charge += Double(costUpTo[week + 1] - costUpTo[week]) * money[start + week]
          }
        }
        worth[node] -= charge
      }
    }
  }

  /// The price of a cent in each period; empty when money is not limited.
  private func moneyPrices(_ prices: [Double]) -> [Double] {
    guard instance.budget.isLimited else { return [] }
    var bySegment = instance.budget.limits.indices.map { prices[table.budgetRow + $0] / table.budgetScale }
    if instance.budget.carriesOver {
      for segment in bySegment.indices.dropLast().reversed() { bySegment[segment] += bySegment[segment + 1] }
    }
    return instance.budget.segment.map { $0.map { bySegment[$0] } ?? 0 }
  }

  /// Charges the activity that waits for a choice, and credits those that meet it, for every start.
  private func charge(
    _ choice: PriceTable.Choice, _ prices: [Double], _ scale: Double, _ weights: inout [Int64]
  ) {
    let requirement = instance.requirements[choice.requirement]
    let nodes = expansion.first[requirement.activity]..<expansion.first[requirement.activity + 1]
    for node in nodes {
      let index = node - nodes.lowerBound
      let price = prices[choice.firstRow + index]
      guard price > 0 else { continue }
      let start = expansion.allowed[requirement.activity][index]
      weights[node] -= Int64((price * Double(requirement.count) * scale).rounded(.down))
      for member in requirement.slots.flatMap(\.self) {
        let by = start - requirement.lag - instance.duration[member]
        guard let credited = expansion.node(of: member, startedBy: by) else { continue }
        weights[credited] += Int64((price * scale).rounded(.up))
      }
    }
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

  // MARK: Use

  /// What a schedule uses of each row beyond its limit.
  private func excess(_ starts: [Int?], _ members: [Bool]) -> [Double] {
    var excess = table.limits.map { -$0 }
    for (activity, start) in starts.enumerated() {
      guard let start else { continue }
      for use in table.capacity.uses[activity] {
        for period in start..<max(start, min(start + instance.duration[activity], instance.periodCount)) {
          excess[table.row(family: use.family, period: period)] += use.share * PriceTable.shareScale
        }
      }
      if instance.budget.isLimited { spend(activity, start, &excess) }
      for group in instance.groupsOfActivity[activity] { excess[table.groupRow + group] += 1 }
    }
    for choice in table.choices {
      let requirement = instance.requirements[choice.requirement]
      let first = expansion.first[requirement.activity]
      for (index, start) in expansion.allowed[requirement.activity].enumerated() {
        var sum = members[first + index] ? Double(requirement.count) : 0
        for member in requirement.slots.flatMap(\.self) {
          let by = start - requirement.lag - instance.duration[member]
          if let begun = starts[member], begun <= by { sum -= 1 }
        }
        excess[choice.firstRow + index] += sum
      }
    }
    return excess
  }

  private func spend(_ activity: Int, _ start: Int, _ excess: inout [Double]) {
    let costUpTo = instance.budget.costUpTo[activity]
    for week in 0..<costUpTo.count - 1 where start + week < instance.periodCount {
      guard let segment = instance.budget.segment[start + week] else { continue }
      let cost = Double(costUpTo[week + 1] - costUpTo[week]) / table.budgetScale
      guard cost != 0 else { continue }
      let last = instance.budget.carriesOver ? instance.budget.limits.count - 1 : segment
      for later in segment...last { excess[table.budgetRow + later] += cost }
    }
  }
}
