/// The rows that the relaxation leaves out and charges for instead: what they are made of, and their place in a vector of prices.
///
/// Every row is scaled so that its usual entry is about one; prices are per such unit.
struct PriceTable: Sendable {
  /// A requirement with a choice: so many of its slots, by each start of the activity that waits.
  struct Choice: Sendable {
    let requirement: Int
    /// The row of the first allowed start of the activity that waits.
    let firstRow: Int
  }

  /// The limit of each row, scaled.
  private(set) var limits: [Double]
  /// Whether the price of a row may be negative, because the row is an equation.
  private(set) var isEquation: [Bool]
  /// The limits of capacity; rows of a family count shares of its limit.
  let capacity: CapacityRows
  /// Cents of the budget divided by this.
  let budgetScale: Double
  /// The row of the first segment of the budget, and of the first group; those of capacity come before.
  let budgetRow: Int
  let groupRow: Int
  /// The requirements that leave a choice.
  let choices: [Choice]
  /// The limits of what can be in work together, and the row of the first; each has a row.
  private(set) var cuts: [FeasibleSetCut] = []
  let cutRow: Int

  private let periodCount: Int

  /// Shares of capacity are counted in parts of this, as a usual one is about a third.
  static let shareScale = 3.0
  /// The limit of a row that does not concern its period.
  private static let noLimit = 1e12

  var rowCount: Int { limits.count }

  /// The rows of an instance.
  init(_ instance: Instance, _ expansion: TimeExpansion) {
    periodCount = instance.periodCount
    var limits: [Double] = []
    capacity = CapacityRows(instance)
    for family in capacity.families {
      let row = family.resource * instance.periodCount
      for period in 0..<instance.periodCount {
        let isMeant = instance.resources.capacity[row + period] == family.capacity
        limits.append(isMeant ? Self.shareScale : Self.noLimit)
      }
    }
    budgetRow = limits.count
    let costs = instance.budget.costUpTo.compactMap(\.last).filter { $0 > 0 }.map(Double.init)
    budgetScale = costs.isEmpty ? 1 : costs.reduce(0, +) / Double(costs.count)
    for limit in instance.budget.limits { limits.append(Double(limit) / budgetScale) }
    groupRow = limits.count
    limits += instance.groups.map { _ in 1 }
    var isEquation = limits.map { _ in false }
    for (index, group) in instance.groups.enumerated() { isEquation[groupRow + index] = group.needsOne }
    var choices: [Choice] = []
    for (index, requirement) in instance.requirements.enumerated() where requirement.onlyActivity == nil {
      choices.append(Choice(requirement: index, firstRow: limits.count))
      let count = expansion.allowed[requirement.activity].count
      limits += [Double](repeating: 0, count: count)
      isEquation += [Bool](repeating: false, count: count)
    }
    cutRow = limits.count
    self.limits = limits
    self.isEquation = isEquation
    self.choices = choices
  }

  /// Adds a row for each of some limits of what can be in work together.
  mutating func add(_ cuts: [FeasibleSetCut]) {
    self.cuts += cuts
    limits += cuts.map { _ in Self.shareScale }
    isEquation += cuts.map { _ in false }
  }

  /// The row of a family of capacity in a period.
  func row(family: Int, period: Int) -> Int { family * periodCount + period }

  /// The prices nearest to some numbers at which a relaxation holds for all plans: not negative but for equations, and none where a row does not concern its period.
  func valid(_ numbers: some Sequence<Double>) -> [Double] {
    zip(numbers, limits.indices).map { number, row in
      isEquation[row] ? number : limits[row] == Self.noLimit ? 0 : max(0, number)
    }
  }

  /// What idleness costs at some prices: in each period when nothing is in work, and by how much less when an activity is, by activity and period.
  func charges(_ prices: [Double], activityCount: Int) -> (allIdle: [Double], rates: [Double]) {
    var allIdle = [Double](repeating: 0, count: periodCount)
    var rates = [Double](repeating: 0, count: activityCount * periodCount)
    for period in 0..<periodCount {
      for family in capacity.families.indices {
        allIdle[period] += Self.shareScale * prices[row(family: family, period: period)]
      }
      for activity in 0..<activityCount {
        for use in capacity.uses[activity] {
          rates[activity * periodCount + period] +=
            use.share * Self.shareScale * prices[row(family: use.family, period: period)]
        }
      }
    }
    for (index, cut) in cuts.enumerated() {
      let price = Self.shareScale * prices[cutRow + index]
      allIdle[cut.period] += price
      for share in cut.shares { rates[share.activity * periodCount + cut.period] += share.share * price }
    }
    return (allIdle, rates)
  }

  /// What the limits of the rows are worth at some prices.
  func credit(_ prices: [Double]) -> Double {
    var credit = 0.0
    for row in prices.indices where prices[row] != 0 { credit += prices[row] * limits[row] }
    return credit
  }
}
