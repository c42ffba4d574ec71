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

    /// The shop that has what helps and what hurts from given periods on.
    func worth(_ stage: EnvelopeStage) -> Double {
      var shop = over
      var gains = EnvelopeGains(capabilityCount: plan.count, periodCount: model.periodCount)
      let nothing = shop.presentProfit
      shop.move(to: stage, adding: &gains)
      // The gains of freedom are in the constant and taken off the weights, so they are added once more.
      let sum = gains.weights.reduce(nothing + 2 * gains.constant, +)
      #expect(isClose(sum, shop.presentProfit, scale: scale, tolerance: 1e-11))
      return shop.presentProfit
    }

    var over: OverestimatedShop {
      OverestimatedShop(
        model, baseline, range, at: LiveShares(goLive: plan.map { Int32($0) }, periodCount: model.periodCount)
      )
    }
  }

  private func stage(_ shop: inout RandomShop, _ roadmap: Roadmap) -> EnvelopeStage {
    func goLive() -> [Int] { shop.goLive(of: roadmap).map { min(Int($0), roadmap.calendar.periodCount) } }
    return EnvelopeStage(help: goLive(), harm: goLive())
  }

  @Test("Later together is worth at least what is lost apart", arguments: RandomShop.Effects.allCases, 0..<30)
  func supermodular(_ effects: RandomShop.Effects, seed: Int) throws {
    var shop = RandomShop(seed: seed, effects)
    let roadmap = try shop.roadmap(capabilities: 6, periods: 12)
    let subject = try Subject(roadmap, plan: stage(&shop, roadmap).help)
    for _ in 0..<10 {
      let (one, other) = (stage(&shop, roadmap), stage(&shop, roadmap))
      let union = subject.worth(
        EnvelopeStage(
          help: zip(one.help, other.help).map { min($0, $1) },
          harm: zip(one.harm, other.harm).map { max($0, $1) }))
      let both = subject.worth(
        EnvelopeStage(
          help: zip(one.help, other.help).map { max($0, $1) },
          harm: zip(one.harm, other.harm).map { min($0, $1) }))
      let sum = subject.worth(one) + subject.worth(other)
      #expect(union + both >= sum - 1e-11 * max(subject.scale, union))
    }
  }

  @Test("The way to some go-lives does not matter", arguments: RandomShop.Effects.allCases, 0..<15)
  func pathIndependent(_ effects: RandomShop.Effects, seed: Int) throws {
    var shop = RandomShop(seed: seed, effects)
    let roadmap = try shop.roadmap(capabilities: 6, periods: 15)
    let subject = try Subject(roadmap, plan: stage(&shop, roadmap).help)
    let (first, second) = (stage(&shop, roadmap), stage(&shop, roadmap))
    let target = EnvelopeStage(
      help: zip(first.help, second.help).map { min($0, $1) },
      harm: zip(first.harm, second.harm).map { max($0, $1) })
    var over = subject.over
    var gains = EnvelopeGains(capabilityCount: target.help.count, periodCount: subject.model.periodCount)
    over.move(to: first, adding: &gains)
    over.move(to: second, adding: &gains)
    let direct = subject.worth(target)
    #expect(isClose(over.presentProfit, direct, scale: subject.scale, tolerance: 1e-9))
  }

  @Test("At any go-lives, it is worth at least the real shop", arguments: RandomShop.Effects.allCases, 0..<30)
  func overestimates(_ effects: RandomShop.Effects, seed: Int) throws {
    var shop = RandomShop(seed: seed, effects)
    let roadmap = try shop.roadmap(capabilities: 6, periods: 12)
    let subject = try Subject(roadmap, plan: stage(&shop, roadmap).help)
    let profit = zip(subject.baseline.profit, subject.model.discountFactors).reduce(0) { $0 + $1.0 * $1.1 }
    var workspace = subject.model.makeWorkspace()
    for _ in 0..<10 {
      let goLive = shop.goLive(of: roadmap)
      let live = goLive.map { min(Int($0), 12) }
      let impact = subject.model.mechanismImpact(goLive: goLive, in: &workspace)
      let limit = subject.worth(EnvelopeStage(help: live, harm: live)) - profit
      #expect(limit >= impact - 1e-11 * subject.scale)
    }
  }
}
