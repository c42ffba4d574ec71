import RandomStreams
import RealModule
import RoadmapModel

@testable import BusinessModel

/// Shops drawn at random, the same for the same seed.
struct RandomShop {
  /// What kinds of effects are drawn.
  enum Effects: CaseIterable {
    /// Effects that help, on any lever.
    case helpful
    /// Effects that help or hurt, on any lever.
    case mixed
    /// Large effects of both kinds, on shops that are near the limits of shares or lose money with orders.
    case extreme
  }

  var stream: RandomStream
  private let effects: Effects

  init(seed: Int, _ effects: Effects) {
    stream = RandomStream(StreamKey(seed: 2_027, purpose: "random shop")[seed])
    self.effects = effects
  }

  /// A shop with capabilities, of which the first few may be live or partly live.
  mutating func roadmap(capabilities: Int, periods: Int, discountRate: Double = 0.1) throws -> Roadmap {
    var shop = SampleShop()
    shop.periodCount = periods
    shop.discountRate = discountRate
    shop.business = business()
    shop.groups = groups()
    shop.items = (0..<capabilities).map { _ in item(shop.groups, periods: periods) }
    return try shop.roadmap()
  }

  /// A go-live for each capability: in a period, at the end, or never.
  mutating func goLive(of roadmap: Roadmap) -> [Int32] {
    roadmap.capabilities.map { _ in
      let period = stream.integer(in: 0...roadmap.calendar.periodCount + 1)
      return period > roadmap.calendar.periodCount ? ShopModel.never : Int32(period)
    }
  }

  /// Shares that grow in time, as in a relaxation.
  mutating func shares(of roadmap: Roadmap) -> LiveShares {
    let periods = roadmap.calendar.periodCount
    let shares = roadmap.capabilities.flatMap { _ -> [Double] in
      var share = 0.0
      return (0..<periods).map { _ in
        if stream.bernoulli(0.4) { share = min(1, share + stream.uniform() * 0.6) }
        return share
      }
    }
    return LiveShares(shares: shares, periodCount: periods)
  }

  mutating func number(_ range: ClosedRange<Double>) -> Double {
    range.lowerBound + stream.uniform() * (range.upperBound - range.lowerBound)
  }

  private mutating func baseline(_ range: ClosedRange<Double>) -> Business.Baseline {
    let seasonal = stream.bernoulli(0.5)
    return Business.Baseline(
      number(range), growthPerYear: stream.bernoulli(0.5) ? number(-0.2...0.3) : 0,
      seasonality: seasonal ? (0..<12).map { _ in number(0.6...1.4) } : [])
  }

  private mutating func business() -> Business {
    let isExtreme = effects == .extreme
    return Business(
      currency: "EUR", visits: baseline(1_000...500_000),
      conversion: baseline(isExtreme ? 0.3...1 : 0.002...0.05), orderValue: baseline(20...400),
      margin: baseline(isExtreme ? -0.3...0.9 : 0.35...0.6),
      returnRate: baseline(isExtreme ? 0...1 : 0...0.2),
      costToServe: baseline(isExtreme ? 0...80 : 0...3), customers: number(0...20_000),
      churn: baseline(isExtreme ? 0...1 : 0.01...0.15), reorderRate: baseline(0...0.3),
      newCustomerShare: number(0...1))
  }

  private mutating func groups() -> [OverlapGroup] {
    (0..<stream.integer(below: 4)).map { number in
      let kpi = KPI.levers[stream.integer(below: KPI.levers.count)]
      let helps = effects == .helpful || stream.bernoulli(0.6)
      let size = self.number(effects == .extreme ? 0.1...0.95 : 0.02...0.2)
      return OverlapGroup(
        id: OverlapGroupID("g\(number)"), name: LocalizedText("Group"), kpi: kpi,
        ceiling: helps == kpi.higherIsBetter ? size : -size)
    }
  }

  private mutating func item(_ groups: [OverlapGroup], periods: Int) -> SampleShop.Item {
    var levers = KPI.levers
    stream.shuffle(&levers)
    let count = stream.integer(in: 0...3)
    let changes = levers.prefix(count).map { effect(on: $0, groups, periods: periods) }
    var item = SampleShop.Item(effects: changes)
    if stream.bernoulli(0.3) {
      item.benefit = Benefit(perMonth: Estimate(number(-500...4_000)), ramp: number(0...8))
    }
    switch stream.integer(below: 12) {
    case 0: item.state = .live
    case 1: item.state = .partial(number(0...1))
    case 2: item.state = .inProgress(number(0...1))
    case 3: item.state = .notApplicable
    default: break
    }
    return item
  }

  private mutating func effect(on kpi: KPI, _ groups: [OverlapGroup], periods: Int) -> Effect {
    let ramp = stream.bernoulli(0.3) ? 0 : number(0...Double(periods))
    if let group = groups.first(where: { $0.kpi == kpi }), stream.bernoulli(0.7) {
      let share = stream.bernoulli(0.1) ? 1 : stream.uniform()
      return Effect(kpi, change: Estimate(group.ceiling * share), ramp: ramp, overlap: group.id)
    }
    let size = number(effects == .extreme ? 0...0.9 : 0...0.15)
    let helps = effects == .helpful || stream.bernoulli(0.6)
    return Effect(kpi, change: Estimate(helps == kpi.higherIsBetter ? size : -size), ramp: ramp)
  }
}

/// The power of a positive base.
func power(_ base: Double, _ exponent: Double) -> Double { Double.pow(base, exponent) }
