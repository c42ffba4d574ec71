import RealModule
import RoadmapModel
import Testing

@testable import BusinessModel

@Suite("Costs, benefits and scores")
struct CapabilityMoneyTests {
  private let weeks = PlanningCalendar.periodsPerMonth

  private func model(_ items: [SampleShop.Item], rate: Double = 0, periods: Int = 20) throws -> ShopModel {
    var shop = SampleShop(periodCount: periods, discountRate: rate)
    shop.items = items
    return ShopModel(try shop.roadmap())
  }

  @Test("One-off costs fall on the weeks of work, running costs on the weeks after")
  func presentCost() throws {
    let item = SampleShop.Item(duration: 4, cost: 1_000, runningCost: 10 * weeks)
    let flat = try model([item])
    #expect(isClose(flat.presentCost(of: 0, start: 2), 1_000 + 10 * 14))
    #expect(isClose(flat.presentCost(of: 0, start: 18), 500))
    #expect(flat.presentCost(of: 0, start: 20) == 0)
    #expect(isClose(flat.firstYearCost(of: 0), 1_000 + 120 * weeks))

    let discounted = try model([item], rate: 0.1)
    let factor = { power(1.1, -$0 * 7 / 365.25) }
    let expected = (2...5).reduce(0) { $0 + 250 * factor(Double($1)) }
    let running = (6...19).reduce(0) { $0 + 10 * factor(Double($1)) }
    #expect(isClose(discounted.presentCost(of: 0, start: 2), expected + running))
  }

  @Test("The timing moves the one-off cost", arguments: Capability.CostTiming.allCases)
  func costTiming(_ timing: Capability.CostTiming) throws {
    let item = SampleShop.Item(duration: 4, cost: 1_000, timing: timing)
    let model = try model([item], rate: 1)
    let factor = { power(2, -$0 * 7 / 365.25) }
    let expected =
      switch timing {
      case .start: 1_000 * factor(3)
      case .finish: 1_000 * factor(6)
      case .spread: 250 * (factor(3) + factor(4) + factor(5) + factor(6))
      }
    #expect(isClose(model.presentCost(of: 0, start: 3), expected))
  }

  @Test("A capability without work is paid in the week in which it goes live")
  func noWork() throws {
    let model = try model([SampleShop.Item(duration: 0, cost: 700, runningCost: 10 * weeks)])
    #expect(isClose(model.presentCost(of: 0, start: 5), 700 + 10 * 15))
  }

  @Test("What is live today or does not apply costs and brings nothing more")
  func today() throws {
    let benefit = Benefit(perMonth: Estimate(100))
    let model = try model(
      [.live, .notApplicable].map { SampleShop.Item(benefit: benefit, state: $0, cost: 9, runningCost: 9) })
    var workspace = model.makeWorkspace()
    for position in 0..<2 {
      #expect(model.presentCost(of: position, start: 0) == 0)
      #expect(model.firstYearCost(of: position) == 0)
      #expect(model.presentBenefit(of: position, goLive: 0) == 0)
    }
    #expect(model.impact(goLive: [0, 0], in: &workspace) == 0)
  }

  @Test("A benefit grows over its ramp and lasts to the end")
  func benefit() throws {
    let model = try model([
      SampleShop.Item(benefit: Benefit(perMonth: Estimate(80 * weeks), ramp: 4)),
      SampleShop.Item(benefit: Benefit(perMonth: Estimate(80 * weeks))),
    ])
    // Four weeks at half on average, then full.
    #expect(isClose(model.presentBenefit(of: 0, goLive: 6), 80 * (14 - 2)))
    #expect(isClose(model.presentBenefit(of: 0, goLive: 19), 10))
    #expect(isClose(model.presentBenefit(of: 1, goLive: 19), 80))
    #expect(model.presentBenefit(of: 0, goLive: 20) == 0)
    #expect(model.presentBenefit(of: 0, goLive: Int(ShopModel.never)) == 0)
  }

  @Test("A score counts once, on the day of the go-live, and is no profit")
  func score() throws {
    var shop = SampleShop(periodCount: 60, discountRate: 0.1)
    shop.items = [SampleShop.Item(), SampleShop.Item()]
    shop.alternatives = [
      Alternative(
        id: "vendor", name: LocalizedText("Vendor"), members: [SampleShop.id(0), SampleShop.id(1)],
        criteria: [Criterion(id: "cost", weight: 1)],
        scores: [SampleShop.id(0): ["cost": 4], SampleShop.id(1): ["cost": 1]], pointValue: 1_000)
    ]
    let model = ShopModel(try shop.roadmap())
    #expect(model.presentScore(of: 0, goLive: 0) == 4_000)
    #expect(isClose(model.presentScore(of: 0, goLive: 50), 4_000 * power(1.1, -350 / 365.25)))
    #expect(model.presentScore(of: 0, goLive: 60) == 0)
    // It is a judgement and nobody's profit.
    var workspace = model.makeWorkspace()
    #expect(model.impact(goLive: [50, ShopModel.never], in: &workspace) == 0)
    #expect(model.profitGain(goLive: [50, ShopModel.never]).allSatisfy { $0 == 0 })
  }

  @Test("The gains of the periods add up to the impact", arguments: 0..<40)
  func gainsAddUp(seed: Int) throws {
    var shop = RandomShop(seed: seed, .mixed)
    let roadmap = try shop.roadmap(capabilities: 8, periods: 40)
    let model = ShopModel(roadmap)
    var workspace = model.makeWorkspace()
    let goLive = shop.goLive(of: roadmap)
    let gains = zip(model.profitGain(goLive: goLive), model.discountFactors)
    let sum = gains.reduce(0) { $0 + $1.0 * $1.1 }
    let scale = model.path(goLive: goLive)[.profit].reduce(0) { $0 + abs($1) }
    #expect(isClose(sum, model.impact(goLive: goLive, in: &workspace), scale: scale, tolerance: 1e-12))
  }
}
