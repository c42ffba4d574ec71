import RealModule
import RoadmapModel
import Testing

@testable import BusinessModel

/// Tells whether two amounts are the same but for rounding, relative to a scale.
func isClose(_ left: Double, _ right: Double, scale: Double = 0, tolerance: Double = 1e-9) -> Bool {
  abs(left - right) <= tolerance * max(1, abs(left), abs(right), abs(scale))
}

@Suite("Closed forms of the shop")
struct ShopModelTests {
  private func impact(_ shop: SampleShop, _ goLive: [Int32]) throws -> Double {
    let model = ShopModel(try shop.roadmap())
    var workspace = model.makeWorkspace()
    return model.mechanismImpact(goLive: goLive, in: &workspace)
  }

  @Test("The worked example of the manual, by hand")
  func workedExample() throws {
    var shop = SampleShop(periodCount: 3)
    shop.items = [.init(.conversion, 0.1, ramp: 2)]
    let model = ShopModel(try shop.roadmap())

    let without = model.path(goLive: [ShopModel.never])
    #expect(zip(without[.customers], [1_000, 950, 905]).allSatisfy { isClose($0, $1) })
    #expect(zip(without[.orders], [120, 119, 118.1]).allSatisfy { isClose($0, $1) })
    #expect(zip(without[.profit], [3_600, 3_570, 3_543]).allSatisfy { isClose($0, $1) })

    let with = model.path(goLive: [1])
    #expect(
      zip(with[.conversion], [0.01, 0.01025, 0.01075]).allSatisfy { isClose($0, $1, tolerance: 1e-15) })
    #expect(zip(with[.customers], [1_000, 950, 906.25]).allSatisfy { isClose($0, $1) })
    #expect(zip(with[.profit], [3_600, 3_645, 3_768.75]).allSatisfy { isClose($0, $1) })
    #expect(zip(with[.revenue], [10_800, 10_935, 11_306.25]).allSatisfy { isClose($0, $1) })
    #expect(isClose(try impact(shop, [1]), 300.75))
  }

  @Test("Customers settle where those who come make up for those who leave")
  func steadyState() throws {
    var shop = SampleShop(periodCount: 400)
    let path = ShopModel(try shop.roadmap()).path(goLive: [])
    // 50 new customers a week over a churn of a tenth a week.
    #expect(isClose(path[.customers][399], 500, tolerance: 1e-9))
    shop.items = [.init(.churn, -0.2)]
    let calmer = ShopModel(try shop.roadmap()).path(goLive: [0])
    #expect(isClose(calmer[.customers][399], 50 / 0.08, tolerance: 1e-9))
  }

  @Test("Monthly churn is what is lost in a month of weeks")
  func churnOfAMonth() throws {
    var shop = SampleShop(periodCount: 200)
    shop.business?.newCustomerShare = 0
    shop.business?.churn = .init(0.045)
    let path = ShopModel(try shop.roadmap()).path(goLive: [])
    let months = 199 / PlanningCalendar.periodsPerMonth
    #expect(isClose(path[.customers][199], 1_000 * power(0.955, months)))
    #expect(path[.churn].allSatisfy { isClose($0, 0.045, tolerance: 1e-12) })
  }

  @Test("Visits grow geometrically and follow the months by days")
  func growthAndSeason() throws {
    var shop = SampleShop(periodCount: 106)
    let weeks = PlanningCalendar.periodsPerMonth
    shop.business?.visits = .init(1_000 * weeks, growthPerYear: 0.06)
    let grown = ShopModel(try shop.roadmap()).path(goLive: [])[.visits]
    #expect(isClose(grown[0], 1_000))
    #expect(isClose(grown[105] / grown[104], power(1.06, 7 / 365.25)))

    let factors = (1...12).map { Double($0) }
    shop.business?.visits = .init(1_000 * weeks, seasonality: factors)
    let seasonal = ShopModel(try shop.roadmap()).path(goLive: [])[.visits]
    #expect(isClose(seasonal[0], 1_000))
    // The week of 25 January ends on the 31st; that of 22 February has a day of March less than none: it ends on the 28th.
    #expect(isClose(seasonal[3], 1_000))
    #expect(isClose(seasonal[7], 2_000))
    // The week of 29 March 2027 has three days of March and four of April.
    #expect(isClose(seasonal[12], 1_000 * (3.0 * 3 + 4 * 4) / 7))
  }

  @Test("A euro in a year is worth a euro less the rate")
  func discounting() throws {
    var shop = SampleShop(periodCount: 110)
    shop.discountRate = 0.09
    let factors = ShopModel(try shop.roadmap()).discountFactors
    #expect(factors[0] == 1)
    #expect(isClose(factors[104] * power(1.09, 104 * 7 / 365.25), 1))
    #expect(zip(factors, factors.dropFirst()).allSatisfy { $0 > $1 })
  }

  @Test("Without ramp and stock, the impact is effect times profit times weeks")
  func proportionalEffect() throws {
    var shop = SampleShop(periodCount: 52)
    shop.business?.customers = 0
    shop.business?.reorderRate = .init(0)
    shop.items = [.init(.visits, 0.2), .init(.conversion, -0.1)]
    #expect(isClose(try impact(shop, [12, ShopModel.never]), 0.2 * 3_000 * 40))
    #expect(isClose(try impact(shop, [ShopModel.never, 12]), -0.1 * 3_000 * 40))
    #expect(isClose(try impact(shop, [12, 12]), (1.2 * 0.9 - 1) * 3_000 * 40))
    #expect(try impact(shop, [52, 60]) == 0)
  }

  @Test("Shares are limited to the whole after effects")
  func limits() throws {
    var shop = SampleShop(periodCount: 2)
    shop.business?.conversion = .init(0.8)
    shop.business?.margin = .init(0.9)
    shop.business?.returnRate = .init(0.9)
    shop.business?.churn = .init(0.99)
    shop.items = [
      SampleShop.Item(effects: [
        Effect(.conversion, change: Estimate(1)), Effect(.margin, change: Estimate(1)),
        Effect(.returnRate, change: Estimate(1)), Effect(.churn, change: Estimate(1)),
      ])
    ]
    let path = ShopModel(try shop.roadmap()).path(goLive: [0])
    #expect(path[.conversion] == [1, 1])
    #expect(path[.margin] == [1, 1])
    #expect(path[.returnRate] == [1, 1])
    #expect(path[.churn] == [1, 1])
    #expect(path[.customers][1] == 0.5 * path[.visits][0])
  }

  @Test("What is live today or does not apply is in the figures already")
  func statesOfToday() throws {
    var shop = SampleShop(periodCount: 20)
    shop.items = [.init(.conversion, 0.1), .init(.visits, 0.1), .init(.orderValue, 0.1)]
    shop.items[0].state = .live
    shop.items[1].state = .notApplicable
    shop.items[2].state = .partial(0.4)
    #expect(try impact(shop, [0, 0, ShopModel.never]) == 0)
    var rest = SampleShop(periodCount: 20)
    rest.items = [.init(.orderValue, 0.06)]
    #expect(isClose(try impact(shop, [3, 4, 5]), try impact(rest, [5])))
  }

  @Test("Claims are shrunk before they count")
  func evidence() throws {
    var claimed = SampleShop(periodCount: 20)
    claimed.evidencePolicy = .standard
    claimed.items = [.init(.conversion, 0.1)]
    var believed = SampleShop(periodCount: 20)
    // A guess has weight 0.2: 0.2 * 10 % + 0.8 * 0.3 %.
    believed.items = [.init(.conversion, 0.0224)]
    #expect(isClose(try impact(claimed, [5]), try impact(believed, [5])))
  }

  @Test("Without figures of the business there is no mechanism and an empty path")
  func noBusiness() throws {
    var shop = SampleShop(periodCount: 10)
    shop.business = nil
    shop.items = [SampleShop.Item(benefit: Benefit(perMonth: Estimate(100)))]
    let model = ShopModel(try shop.roadmap())
    var workspace = model.makeWorkspace()
    #expect(model.mechanismImpact(goLive: [0], in: &workspace) == 0)
    #expect(model.path(goLive: [0]) == BusinessPath(periodCount: 10))
    #expect(isClose(model.impact(goLive: [0], in: &workspace), 1_000 / PlanningCalendar.periodsPerMonth))
  }
}
