import RoadmapModel

/// A shop that is worth at least as much as the real one for any go-lives, and supermodular in them.
///
/// It is the state of the greedy order: go-lives move forward one period at a time, and every move tells its marginal gain.
/// The present value of the profit from a period on is linear in the customers at its start, so it is kept as two numbers
/// for each period, found backwards; a move touches those of one ramp only.
struct OverestimatedShop {
  /// What a period brings, whatever its customers are.
  private struct Week {
    /// Orders that visits bring.
    var ordersFromVisits = 0.0
    /// Orders of a customer.
    var reorderRate = 0.0
    /// The share of the customers who stay.
    var retention = 0.0
    /// The contribution of an order, if it is positive; discounted.
    var contribution = 0.0
  }

  /// What is linearised, in words.
  var dropped: [String] { tangent.dropped }

  private let compiled: CompiledEffects
  private let effects: [LeverEffect]
  /// The effects of each capability, as a range of `effects`.
  private let effectRanges: [Range<Int>]
  private let tangent: SaturationTangent
  /// The levers without effects that have diminishing gains, in columns of all periods; the harm and the products of the plan included.
  private let references: [Double]
  private let discountFactors: [Double]
  private let newCustomerShare: Double
  private let startingCustomers: Double
  private var live: [Int]
  /// The levers with all effects, in columns of all periods.
  private var levers: [Double]
  /// One plus the terms of each product with diminishing gains, in columns of all periods.
  private var sums: [Double]
  private var weeks: [Week]
  /// The present value of a customer at the start of each period, and at the end.
  private var customerWorth: [Double]
  /// The present value of the profit from each period on without any customer at its start.
  private var otherWorth: [Double]

  private var periodCount: Int { discountFactors.count }

  /// The shop without any helpful effect, and with the harm of a plan.
  init(_ shop: ShopModel, _ baseline: ShopBaseline, _ range: ShopRange, plan: [Int]) {
    let effects = shop.compiledEffects.helping
    let periodCount = shop.periodCount
    let tangent = SaturationTangent(shop, effects, range, plan: plan)
    self.effects = effects
    self.tangent = tangent
    compiled = shop.compiledEffects
    effectRanges = plan.indices.map { capability in
      let first = effects.firstIndex { $0.capability >= capability } ?? effects.count
      return first..<(effects[first...].firstIndex { $0.capability > capability } ?? effects.count)
    }
    discountFactors = shop.discountFactors
    newCustomerShare = baseline.newCustomerShare
    startingCustomers = baseline.customers[0]
    live = plan.map { _ in periodCount }
    let harmed = shop.leverColumns(of: shop.compiledEffects.hurting, goLive: plan, baseline)
    references = Self.references(harmed, tangent, count: periodCount)
    levers = references
    sums = [Double](repeating: 1, count: shop.compiledEffects.bundles.count * periodCount)
    weeks = [Week](repeating: Week(), count: periodCount)
    customerWorth = [Double](repeating: 0, count: periodCount + 1)
    otherWorth = customerWorth
    startTangents()
    for period in 0..<periodCount { computeWeek(period) }
    for period in (0..<periodCount).reversed() { computeWorth(period) }
  }

  /// The present value of the profit of all periods.
  var presentProfit: Double { otherWorth[0] + customerWorth[0] * startingCustomers }

  /// Moves go-lives forward to those of a stage, and adds the marginal gain of each pair of capability and period.
  ///
  /// Pairs with a later period come first; a stage that is later than the present go-live moves nothing.
  mutating func moveGoLives(to stage: [Int], adding weights: inout [Double]) {
    let customers = customers()
    let moving = live.indices.filter { stage[$0] < live[$0] }
    for period in (0..<periodCount).reversed() {
      computeWorth(period)
      for capability in moving where stage[capability] <= period && period < live[capability] {
        let before = otherWorth[period] + customerWorth[period] * customers[period]
        move(capability, to: period)
        let after = otherWorth[period] + customerWorth[period] * customers[period]
        weights[capability * periodCount + period] += after - before
      }
    }
  }

  /// The customers at the start of each period.
  private func customers() -> [Double] {
    var stock = startingCustomers
    return weeks.map { week in
      defer { stock = stock * week.retention + newCustomerShare * week.ordersFromVisits }
      return stock
    }
  }

  /// Moves a go-live one period forward.
  private mutating func move(_ capability: Int, to period: Int) {
    live[capability] = period
    var end = period
    for number in effectRanges[capability] {
      let effect = effects[number]
      let settled = min(period + effect.rampCount + 1, periodCount)
      for cell in period..<settled { advance(number, effect, in: cell, age: cell - period) }
      end = max(end, settled)
    }
    for cell in period..<end { computeWeek(cell) }
    for cell in (period..<end).reversed() { computeWorth(cell) }
  }

  /// Brings the products with diminishing gains from what they are in the plan to what they are without any effect.
  private mutating func startTangents() {
    for (number, row) in tangent.rows.enumerated() {
      guard let row else { continue }
      for period in 0..<periodCount {
        sums[row * periodCount + period] += tangent.term(of: number, in: period, factor: 1)
      }
    }
    for row in Set(tangent.rows.compactMap(\.self)).sorted() {
      let lever = compiled.bundles[row].lever
      for period in 0..<periodCount { levers[lever * periodCount + period] *= product(row, period) }
    }
  }

  /// Lets an effect be a period older.
  private mutating func advance(_ number: Int, _ effect: LeverEffect, in period: Int, age: Int) {
    let before = 1 + effect.size * compiled.takeUp(of: effect, age: age - 1)
    let after = 1 + effect.size * compiled.takeUp(of: effect, age: age)
    guard let row = tangent.rows[number] else {
      levers[effect.bundle * periodCount + period] *= after / before
      return
    }
    let factor = product(row, period)
    sums[row * periodCount + period] +=
      tangent.term(of: number, in: period, factor: after)
      - tangent.term(of: number, in: period, factor: before)
    let lever = compiled.bundles[row].lever * periodCount + period
    if row < ShopBaseline.leverCount {
      levers[lever] = references[lever] * sums[lever]
    } else {
      levers[lever] *= product(row, period) / factor
    }
  }

  /// What a product with diminishing gains multiplies its lever by.
  private func product(_ row: Int, _ period: Int) -> Double {
    let cell = row * periodCount + period
    guard row >= ShopBaseline.leverCount else { return sums[cell] }
    return compiled.bundles[row].offset + compiled.bundles[row].slope * tangent.references[cell] * sums[cell]
  }

  private mutating func computeWeek(_ period: Int) {
    // The order of the columns is that of `KPI.levers`.
    let kept = levers[2 * periodCount + period] * max(0, 1 - levers[4 * periodCount + period])
    let contribution = kept * levers[3 * periodCount + period] - levers[5 * periodCount + period]
    weeks[period] = Week(
      ordersFromVisits: levers[period] * levers[periodCount + period],
      reorderRate: levers[7 * periodCount + period], retention: max(0, 1 - levers[6 * periodCount + period]),
      contribution: discountFactors[period] * max(0, contribution))
  }

  private mutating func computeWorth(_ period: Int) {
    let week = weeks[period]
    let next = customerWorth[period + 1]
    customerWorth[period] = week.contribution * week.reorderRate + week.retention * next
    otherWorth[period] =
      week.ordersFromVisits * (week.contribution + newCustomerShare * next) + otherWorth[period + 1]
  }

  /// The levers as harm leaves them, within their limits and with the products of the plan.
  private static func references(_ columns: [Double], _ tangent: SaturationTangent, count: Int) -> [Double] {
    KPI.levers.enumerated().flatMap { lever, kpi in
      (lever * count..<(lever + 1) * count).map { cell in
        switch kpi {
        case .conversion, .margin: max(0, min(columns[cell], 1))
        default: columns[cell] * tangent.references[cell]
        }
      }
    }
  }
}
