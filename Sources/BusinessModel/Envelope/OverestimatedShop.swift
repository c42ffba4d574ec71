import RoadmapModel

/// A shop that is worth at least as much as the real one for any go-lives, and supermodular in what helps and in the freedom from what hurts.
///
/// It is the state of the greedy order: what helps moves forward and what hurts moves back, one period at a time, and every move tells its marginal gain.
/// The present value of the profit from a period on is linear in the customers at its start, so it is kept as two numbers
/// for each period, found backwards; a move touches those of one ramp only.
struct OverestimatedShop: ~Copyable {
  /// What is linearised, in words.
  let dropped: [String]
  /// The effects of each capability that help and that hurt, as ranges of those that help and then those that hurt.
  private let helping: [Range<Int>]
  private let hurting: [Range<Int>]
  private let startingCustomers: Double
  private var helpLive: [Int]
  private var harmLive: [Int]
  private var columns: EnvelopeColumns
  private let periodCount: Int

  /// The shop without any effect that helps, with everything that hurts at its earliest, and with tangents at a point.
  init(_ shop: ShopModel, _ baseline: ShopBaseline, _ range: ShopRange, at point: LiveShares) {
    let helping = shop.compiledEffects.helping
    let hurting = shop.compiledEffects.hurting
    let effects = helping + hurting
    let tangent = SaturationTangent(shop, effects, range, at: point)
    let count = point.count
    dropped = tangent.dropped
    self.helping = helping.ranges(capabilityCount: count, from: 0)
    self.hurting = hurting.ranges(capabilityCount: count, from: helping.count)
    periodCount = shop.periodCount
    startingCustomers = baseline.customers[0]
    helpLive = [Int](repeating: shop.periodCount, count: count)
    harmLive = helpLive
    columns = EnvelopeColumns(shop, baseline, effects, tangent, firstHarm: helping.count)
    // The products of the tangents begin with the terms of effects that nobody has taken up.
    for number in effects.indices { columns.begin(number, tangent) }
    for (capability, numbers) in self.hurting.enumerated() where !numbers.isEmpty {
      harmLive[capability] = range.earliest[capability]
      for number in numbers { columns.bring(number, live: range.earliest[capability], tangent) }
    }
    columns.computeAll()
  }

  /// The present value of the profit of all periods.
  var presentProfit: Double { columns.worth(from: 0, startingCustomers) }

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
      columns.computeWorth(from: period, to: period + 1)
      for capability in moving where stage[capability] <= period && period < helpLive[capability] {
        let before = columns.worth(from: period, customers[period])
        helpLive[capability] = period
        columns.move(helping[capability], from: period)
        gains.addHelp(capability, period, columns.worth(from: period, customers[period]) - before)
      }
    }
  }

  private mutating func putHarmOff(to stage: [Int], adding gains: inout EnvelopeGains) {
    let moving = harmLive.indices.filter { stage[$0] > harmLive[$0] && !hurting[$0].isEmpty }
    guard !moving.isEmpty else { return }
    columns.computeWorth(from: 0, to: periodCount)
    var customers = startingCustomers
    for period in 0..<periodCount {
      for capability in moving where harmLive[capability] == period && period < stage[capability] {
        let before = columns.worth(from: period, customers)
        harmLive[capability] = period + 1
        columns.move(hurting[capability], from: period)
        gains.addFreedom(capability, period, columns.worth(from: period, customers) - before)
      }
      customers = columns.customersAfter(period, customers)
    }
    columns.computeWorth(from: 0, to: periodCount)
  }

  /// The customers at the start of each period.
  private func customers() -> [Double] {
    var stock = startingCustomers
    var customers: [Double] = []
    for period in 0..<periodCount {
      customers.append(stock)
      stock = columns.customersAfter(period, stock)
    }
    return customers
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
