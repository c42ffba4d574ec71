import RoadmapModel

/// A shop that is worth at least as much as the real one for any go-lives, and supermodular in what helps and in the freedom from what hurts.
///
/// It is the state of the greedy order: what helps moves forward and what hurts moves back, one period at a time, and every move tells its marginal gain.
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
  /// What helps, and then what hurts.
  private let effects: [LeverEffect]
  /// The effects of each capability that help and that hurt, as ranges of `effects`.
  private let helping: [Range<Int>]
  private let hurting: [Range<Int>]
  private let tangent: SaturationTangent
  /// The bundles of each lever whose factor is a sum or a product of its own: overlap groups on levers that multiply.
  private let groups: [[Int]]
  /// Whether each lever has such bundles, and whether its factors multiply as they are.
  private let hasGroups: [Bool]
  private let multiplies: [Bool]
  /// The levers of the baseline, in columns of all periods.
  private let baseline: [Double]
  private let discountFactors: [Double]
  private let newCustomerShare: Double
  private let startingCustomers: Double
  private var helpLive: [Int]
  private var harmLive: [Int]
  /// The levers without their groups, and with them, in columns of all periods.
  private var multiplied: [Double]
  private var levers: [Double]
  /// For each bundle, one plus the terms of its tangent, or its product where that is exact; in columns of all periods.
  private var sums: [Double]
  private var weeks: [Week]
  /// The present value of a customer at the start of each period, and at the end.
  private var customerWorth: [Double]
  /// The present value of the profit from each period on without any customer at its start.
  private var otherWorth: [Double]

  private let periodCount: Int
  /// The first effect that hurts.
  private let firstHarm: Int
  /// The factors of each effect by age, from not live to settled, one effect after the other; and where each effect's begin.
  private let factors: [SaturationTangent.Factor]
  private let firstFactors: [Int]

  /// The smallest factor that an effect leaves: harm that leaves nothing could not be taken back by division.
  private static let smallestFactor = 1e-6

  /// The shop without any effect that helps, with everything that hurts at its earliest, and with tangents at a point.
  init(_ shop: ShopModel, _ baseline: ShopBaseline, _ range: ShopRange, at point: LiveShares) {
    let helping = shop.compiledEffects.helping
    let hurting = shop.compiledEffects.hurting
    let effects = helping + hurting
    self.effects = effects
    firstHarm = helping.count
    periodCount = shop.periodCount
    let compiled = shop.compiledEffects
    factors = effects.flatMap { effect in
      (-1...effect.rampCount).map { age in
        SaturationTangent.Factor(1 + effect.size * compiled.takeUp(of: effect, age: age))
      }
    }
    firstFactors = effects.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.rampCount + 2) }
    tangent = SaturationTangent(shop, effects, range, at: point)
    self.compiled = compiled
    let count = point.count
    self.helping = helping.ranges(capabilityCount: count, from: 0)
    self.hurting = hurting.ranges(capabilityCount: count, from: helping.count)
    groups = KPI.levers.enumerated().map { lever, kpi in
      guard kpi.higherIsBetter else { return [] }
      return shop.compiledEffects.bundles.indices.dropFirst(ShopBaseline.leverCount).filter {
        shop.compiledEffects.bundles[$0].lever == lever
      }
    }
    hasGroups = groups.map { !$0.isEmpty }
    multiplies = KPI.levers.map(\.higherIsBetter)
    discountFactors = shop.discountFactors
    newCustomerShare = baseline.newCustomerShare
    startingCustomers = baseline.customers[0]
    helpLive = [Int](repeating: shop.periodCount, count: count)
    harmLive = helpLive
    self.baseline = baseline.levers.map { max(0, $0) }
    multiplied = self.baseline
    levers = self.baseline
    sums = [Double](repeating: 1, count: shop.compiledEffects.bundles.count * shop.periodCount)
    weeks = [Week](repeating: Week(), count: shop.periodCount)
    customerWorth = [Double](repeating: 0, count: shop.periodCount + 1)
    otherWorth = customerWorth
    start(harmFrom: range.earliest)
  }

  /// The present value of the profit of all periods.
  var presentProfit: Double { otherWorth[0] + customerWorth[0] * startingCustomers }

  /// Moves what helps forward to a stage and puts what hurts off to it, and adds the marginal gain of each pair of capability and period.
  ///
  /// A stage that asks for less than is reached moves nothing. What helps has its latest periods first, what hurts its earliest ones: so the periods that a
  /// move does not touch need not be computed anew.
  mutating func move(to stage: EnvelopeStage, adding gains: inout EnvelopeGains) {
    putHarmOff(to: stage.harm, adding: &gains)
    bringHelpForward(to: stage.help, adding: &gains)
  }

  private mutating func bringHelpForward(to stage: [Int], adding gains: inout EnvelopeGains) {
    let moving = helpLive.indices.filter { stage[$0] < helpLive[$0] && !helping[$0].isEmpty }
    guard !moving.isEmpty else { return }
    let customers = customers()
    for period in (0..<periodCount).reversed() {
      computeWorth(period)
      for capability in moving where stage[capability] <= period && period < helpLive[capability] {
        let before = worth(from: period, customers[period])
        helpLive[capability] = period
        change(helping[capability], from: period) { $0 - period }
        gains.addHelp(capability, period, worth(from: period, customers[period]) - before)
      }
    }
  }

  private mutating func putHarmOff(to stage: [Int], adding gains: inout EnvelopeGains) {
    let moving = harmLive.indices.filter { stage[$0] > harmLive[$0] && !hurting[$0].isEmpty }
    guard !moving.isEmpty else { return }
    for period in (0..<periodCount).reversed() { computeWorth(period) }
    var customers = startingCustomers
    for period in 0..<periodCount {
      for capability in moving where harmLive[capability] == period && period < stage[capability] {
        let before = worth(from: period, customers)
        harmLive[capability] = period + 1
        change(hurting[capability], from: period) { $0 - period - 1 }
        gains.addFreedom(capability, period, worth(from: period, customers) - before)
      }
      customers = customersAfter(period, customers)
    }
    for period in (0..<periodCount).reversed() { computeWorth(period) }
  }

  private func worth(from period: Int, _ customers: Double) -> Double {
    otherWorth[period] + customerWorth[period] * customers
  }

  /// The customers at the start of each period.
  private func customers() -> [Double] {
    var stock = startingCustomers
    return weeks.indices.map { period in
      defer { stock = customersAfter(period, stock) }
      return stock
    }
  }

  private func customersAfter(_ period: Int, _ customers: Double) -> Double {
    customers * weeks[period].retention + newCustomerShare * weeks[period].ordersFromVisits
  }

  /// Changes effects by one period of age, from a period to where the ramps have settled.
  ///
  /// - Parameter age: the new age of the effects in a period; negative when they are not live there.
  private mutating func change(_ numbers: Range<Int>, from period: Int, age: (Int) -> Int) {
    var end = period
    for number in numbers {
      let settled = min(period + effects[number].rampCount + 1, periodCount)
      for cell in period..<settled {
        let new = age(cell)
        set(number, in: cell, from: new + (number < firstHarm ? -1 : 1), to: new)
      }
      end = max(end, settled)
    }
    for cell in period..<end { computeWeek(cell) }
    for cell in (period..<end).reversed() { computeWorth(cell) }
  }

  /// Brings everything from nothing to what it is without help and with all harm.
  private mutating func start(harmFrom earliest: [Int]) {
    // The products of the tangents begin with the terms of effects that nobody has taken up.
    for (number, row) in tangent.rows.enumerated() {
      guard let row else { continue }
      for period in 0..<periodCount {
        sums[row * periodCount + period] += tangent.term(
          of: number, in: period, factor: factors[firstFactors[number]])
      }
    }
    for capability in hurting.indices where !hurting[capability].isEmpty {
      harmLive[capability] = earliest[capability]
      for number in hurting[capability] {
        for period in earliest[capability]..<periodCount {
          set(number, in: period, from: -1, to: period - earliest[capability])
        }
      }
    }
    for lever in KPI.levers.indices {
      for period in 0..<periodCount { computeLever(lever, period) }
    }
    for period in 0..<periodCount { computeWeek(period) }
    for period in (0..<periodCount).reversed() { computeWorth(period) }
  }

  /// Changes the age of an effect in a period; negative ages are those of what is not live.
  private mutating func set(_ number: Int, in period: Int, from ageBefore: Int, to age: Int) {
    let bundle = effects[number].bundle
    let settled = effects[number].rampCount
    let before = factors[firstFactors[number] + 1 + min(settled, max(-1, ageBefore))]
    let after = factors[firstFactors[number] + 1 + min(settled, max(-1, age))]
    if let row = tangent.rows[number] {
      sums[row * periodCount + period] +=
        tangent.term(of: number, in: period, factor: after)
        - tangent.term(of: number, in: period, factor: before)
    } else {
      let ratio = max(after.value, Self.smallestFactor) / max(before.value, Self.smallestFactor)
      if bundle < ShopBaseline.leverCount {
        multiplied[bundle * periodCount + period] *= ratio
      } else {
        sums[bundle * periodCount + period] *= ratio
      }
    }
    computeLever(compiled.bundles[bundle].lever, period)
  }

  private mutating func computeLever(_ lever: Int, _ period: Int) {
    let cell = lever * periodCount + period
    guard multiplies[lever] else {
      levers[cell] = baseline[cell] * tangent.references[cell] * sums[cell]
      return
    }
    var value = multiplied[cell]
    for group in hasGroups[lever] ? groups[lever] : [] {
      let bundle = compiled.bundles[group]
      let row = group * periodCount + period
      let product = bundle.slope > 0 ? sums[row] : tangent.references[row] * sums[row]
      value *= max(0, bundle.offset + bundle.slope * product)
    }
    levers[cell] = value
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
}

extension [LeverEffect] {
  /// The effects of each capability; they stand in the order of the capabilities.
  fileprivate func ranges(capabilityCount: Int, from offset: Int) -> [Range<Int>] {
    var end = 0
    return (0..<capabilityCount).map { capability in
      let begin = end
      while end < count, self[end].capability == capability { end += 1 }
      return begin + offset..<end + offset
    }
  }
}
