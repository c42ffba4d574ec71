import RoadmapModel
import Testing

@testable import BusinessModel

@Suite("The range of the levers and what they are worth")
struct ShopRangeTests {
  @Test("Levers stay between the worst and the best", arguments: RandomShop.Effects.allCases, 0..<30)
  func corners(_ effects: RandomShop.Effects, seed: Int) throws {
    var shop = RandomShop(seed: seed, effects)
    let roadmap = try shop.roadmap(capabilities: 6, periods: 12)
    let model = ShopModel(roadmap)
    let baseline = try #require(model.baseline)
    let earliest = [Int](repeating: 0, count: 6)
    let range = ShopRange(model, baseline, earliest: earliest)
    let goLive = shop.goLive(of: roadmap).map { min(Int($0), 12) }
    let columns = model.leverColumns(of: model.compiledEffects.effects, goLive: goLive, baseline)
    for (lever, kpi) in KPI.levers.enumerated() {
      for cell in lever * 12..<(lever + 1) * 12 where baseline.levers[cell] >= 0 {
        let (best, worst) = (range.best.columns[cell], range.worst.columns[cell])
        let slack = 1e-12 * max(abs(best), abs(worst))
        #expect(columns[cell] >= min(best, worst) - slack, "\(kpi)")
        #expect(columns[cell] <= max(best, worst) + slack, "\(kpi)")
      }
    }
  }

  @Test("A price is the profit that a small change of a lever brings", arguments: KPI.levers)
  func prices(_ kpi: KPI) throws {
    let shop = SampleShop(periodCount: 9, discountRate: 0.2)
    let model = ShopModel(try shop.roadmap())
    let baseline = try #require(model.baseline)
    let prices = ShopRange(model, baseline, earliest: []).best.prices
    let lever = try #require(KPI.levers.firstIndex(of: kpi))
    let before = presentProfit(baseline.levers, model, baseline)
    for period in 0..<9 {
      var levers = baseline.levers
      let change = levers[lever * 9 + period] * 1e-6 * (kpi.higherIsBetter ? 1 : -1)
      levers[lever * 9 + period] += change
      let slope = (presentProfit(levers, model, baseline) - before) / abs(change)
      #expect(isClose(prices[lever * 9 + period], slope, scale: before / abs(change), tolerance: 1e-12))
    }
  }

  private func presentProfit(_ levers: [Double], _ model: ShopModel, _ baseline: ShopBaseline) -> Double {
    var customers = baseline.customers[0]
    return (0..<model.periodCount).reduce(0) { sum, period in
      let week = ShopWeek(
        levers: levers.span, periodCount: model.periodCount, period: period, customers: customers)
      customers = week.customersAfterwards(newCustomerShare: baseline.newCustomerShare)
      return sum + model.discountFactors[period] * week.profit
    }
  }
}
