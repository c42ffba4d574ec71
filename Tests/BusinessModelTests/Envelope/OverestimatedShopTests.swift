import RoadmapModel
import Testing

@testable import BusinessModel

@Suite("The supermodular shop above the real one")
struct OverestimatedShopTests {
  /// A shop at random with its over-estimate at a plan.
  private struct Subject {
    let model: ShopModel
    let baseline: ShopBaseline
    let plan: [Int]
    let range: ShopRange
    let scale: Double

    init(_ roadmap: Roadmap, plan: [Int]) throws {
      model = ShopModel(roadmap)
      baseline = try #require(model.baseline)
      self.plan = plan
      range = ShopRange(model, baseline, earliest: plan.map { _ in 0 })
      scale = model.path(goLive: plan.map { _ in 0 })[.profit].reduce(1) { $0 + abs($1) }
    }

    func worth(_ goLive: [Int]) -> Double {
      var shop = OverestimatedShop(model, baseline, range, plan: plan)
      var weights = [Double](repeating: 0, count: plan.count * model.periodCount)
      let nothing = shop.presentProfit
      shop.moveGoLives(to: goLive, adding: &weights)
      let sum = weights.reduce(nothing, +)
      #expect(isClose(sum, shop.presentProfit, scale: scale, tolerance: 1e-12))
      return shop.presentProfit
    }
  }

  private func goLive(_ shop: inout RandomShop, _ roadmap: Roadmap) -> [Int] {
    shop.goLive(of: roadmap).map { min(Int($0), roadmap.calendar.periodCount) }
  }

  @Test("Later together is worth at least what is lost apart", arguments: RandomShop.Effects.allCases, 0..<30)
  func supermodular(_ effects: RandomShop.Effects, seed: Int) throws {
    var shop = RandomShop(seed: seed, effects)
    let roadmap = try shop.roadmap(capabilities: 6, periods: 12)
    let subject = try Subject(roadmap, plan: goLive(&shop, roadmap))
    for _ in 0..<10 {
      let (one, other) = (goLive(&shop, roadmap), goLive(&shop, roadmap))
      let union = subject.worth(zip(one, other).map { min($0, $1) })
      let both = subject.worth(zip(one, other).map { max($0, $1) })
      let sum = subject.worth(one) + subject.worth(other)
      #expect(union + both >= sum - 1e-12 * max(subject.scale, union))
    }
  }

  @Test("The way to some go-lives does not matter", arguments: RandomShop.Effects.allCases, 0..<15)
  func pathIndependent(_ effects: RandomShop.Effects, seed: Int) throws {
    var shop = RandomShop(seed: seed, effects)
    let roadmap = try shop.roadmap(capabilities: 6, periods: 15)
    let subject = try Subject(roadmap, plan: goLive(&shop, roadmap))
    let (first, second) = (goLive(&shop, roadmap), goLive(&shop, roadmap))
    let target = zip(first, second).map { min($0, $1) }
    var over = OverestimatedShop(subject.model, subject.baseline, subject.range, plan: subject.plan)
    var weights = [Double](repeating: 0, count: target.count * subject.model.periodCount)
    over.moveGoLives(to: first, adding: &weights)
    over.moveGoLives(to: second, adding: &weights)
    let direct = subject.worth(target)
    #expect(isClose(over.presentProfit, direct, scale: subject.scale, tolerance: 1e-11))
  }
}
