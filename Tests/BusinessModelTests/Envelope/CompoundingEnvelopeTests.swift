import RandomStreams
import RoadmapModel
import Testing

@testable import BusinessModel

@Suite("The linear limit of compounding effects")
struct CompoundingEnvelopeTests {
  /// A shop small enough to look at every vector of go-lives.
  private struct TinyShop {
    let model: ShopModel
    let incumbent: [Int32]
    /// Shares between go-lives, as a relaxation has them.
    let point: LiveShares
    let earliest: [Int32]
    /// The size that rounding errors are relative to.
    let scale: Double

    init(seed: Int, _ effects: RandomShop.Effects) throws {
      var shop = RandomShop(seed: seed, effects)
      let capabilities = shop.stream.integer(in: 1...4)
      let roadmap = try shop.roadmap(
        capabilities: capabilities, periods: shop.stream.integer(in: 1...(capabilities == 4 ? 3 : 5)))
      model = ShopModel(roadmap)
      incumbent = shop.goLive(of: roadmap)
      point = shop.shares(of: roadmap)
      earliest = shop.goLive(of: roadmap)
      scale = model.path(goLive: incumbent.map { _ in 0 })[.profit].reduce(0) { $0 + abs($1) }
    }

    /// Every vector of go-lives that is not earlier than some.
    func goLives(from earliest: [Int32]) -> [[Int32]] {
      earliest.reduce([[]]) { vectors, first in
        let last = Int32(model.periodCount)
        return vectors.flatMap { vector in (min(first, last)...last).map { vector + [$0] } }
      }
    }

    /// The largest excess of the true impact over a limit, as a share of the scale.
    func excess(over envelope: CompoundingEnvelope, from earliest: [Int32]) -> Double {
      var workspace = model.makeWorkspace()
      return goLives(from: earliest).reduce(-Double.infinity) { worst, goLive in
        let impact = model.mechanismImpact(goLive: goLive, in: &workspace)
        return max(worst, (impact - envelope.limit(goLive: goLive)) / max(1, scale))
      }
    }
  }

  @Test("No go-lives bring more than the limit", arguments: RandomShop.Effects.allCases, 0..<12)
  func isALimit(_ effects: RandomShop.Effects, block: Int) throws {
    for seed in block * 50..<(block + 1) * 50 {
      let shop = try TinyShop(seed: seed, effects)
      let none = shop.incumbent.map { _ in Int32(0) }
      let envelope = shop.model.envelope(touching: shop.incumbent)
      #expect(shop.excess(over: envelope, from: none) <= 1e-9, "seed \(seed)")
      let between = shop.model.envelope(at: shop.point)
      #expect(shop.excess(over: between, from: none) <= 1e-9, "seed \(seed)")
      let mixed = envelope.mixed(with: between, share: 0.3)
      #expect(shop.excess(over: mixed, from: none) <= 1e-9, "seed \(seed)")
    }
  }

  @Test(
    "With earliest go-lives, the limit holds from there on", arguments: RandomShop.Effects.allCases, 0..<4)
  func earliestGoLives(_ effects: RandomShop.Effects, block: Int) throws {
    for seed in block * 50..<(block + 1) * 50 {
      let shop = try TinyShop(seed: seed, effects)
      let envelope = shop.model.envelope(touching: shop.incumbent, notBefore: shop.earliest)
      let bounds = zip(shop.earliest, shop.incumbent).map { min($0, $1) }
      #expect(shop.excess(over: envelope, from: bounds) <= 1e-9, "seed \(seed)")
    }
  }

  @Test("The limit touches the plan", arguments: [RandomShop.Effects.helpful, .mixed], 0..<60)
  func touchesThePlan(_ effects: RandomShop.Effects, seed: Int) throws {
    var shop = RandomShop(seed: seed, effects)
    let roadmap = try withoutWholeClaims(shop.roadmap(capabilities: 12, periods: 30))
    let model = ShopModel(roadmap)
    // Harm that saturates is held by a chord, which touches at its ends only.
    guard model.compiledEffects.bundles.allSatisfy({ $0.slope > 0 || KPI.levers[$0.lever].higherIsBetter })
    else { return }
    var workspace = model.makeWorkspace()
    let incumbent = shop.goLive(of: roadmap)
    let envelope = model.envelope(touching: incumbent)
    try #require(!envelope.dropped.contains { $0.contains("100 %") || $0.contains("losses") })
    let impact = model.mechanismImpact(goLive: incumbent, in: &workspace)
    let profit = model.path(goLive: incumbent)[.profit].reduce(0, +)
    #expect(isClose(envelope.limit(goLive: incumbent), impact, scale: profit, tolerance: 1e-10))
  }

  /// A roadmap in which no effect claims all of its group's ceiling: a logarithm has no tangent there.
  private func withoutWholeClaims(_ roadmap: Roadmap) throws -> Roadmap {
    var contents = roadmap.contents
    for position in contents.capabilities.indices {
      for (number, effect) in contents.capabilities[position].effects.enumerated() where effect.overlap != nil
      {
        contents.capabilities[position].effects[number].change = Estimate(effect.change.likely * 0.9)
      }
    }
    return try Roadmap(validating: contents)
  }

  @Test("A single effect has no distance anywhere", arguments: KPI.levers)
  func singleEffect(_ kpi: KPI) throws {
    var shop = SampleShop(periodCount: 8, discountRate: 0.1)
    shop.items = [.init(kpi, kpi.higherIsBetter ? 0.1 : -0.1, ramp: 3)]
    let model = ShopModel(try shop.roadmap())
    var workspace = model.makeWorkspace()
    let envelope = model.envelope(touching: [5])
    #expect(envelope.dropped.isEmpty)
    for goLive in Int32(0)...8 {
      let impact = model.mechanismImpact(goLive: [goLive], in: &workspace)
      #expect(isClose(envelope.limit(goLive: [goLive]), impact, scale: 30_000, tolerance: 1e-12))
    }
  }

  @Test("Two effects that multiply: the order of the plan tells who is charged for both")
  func twoEffects() throws {
    var shop = SampleShop(periodCount: 1)
    shop.business?.customers = 0
    shop.items = [.init(.visits, 0.1), .init(.conversion, 0.2)]
    let model = ShopModel(try shop.roadmap())
    // 3,000 without, 3,300 with more visits, 3,960 with both.
    let envelope = model.envelope(touching: [0, 1])
    #expect(isClose(envelope.constant, 0))
    #expect(isClose(envelope.weights[0], 300))
    #expect(isClose(envelope.weights[1], 660))
    #expect(isClose(model.envelope(touching: [1, 0]).weights[0], 360))
  }

  @Test("Between two plans, the limit touches both where nothing saturates", arguments: [false, true])
  func betweenPlans(hurts: Bool) throws {
    var shop = RandomShop(seed: 4, .helpful)
    let roadmap = try shop.roadmap(capabilities: 8, periods: 20)
    var contents = roadmap.contents
    contents.overlapGroups = []
    for position in contents.capabilities.indices {
      contents.capabilities[position].effects.removeAll { !$0.kpi.higherIsBetter }
      for effect in contents.capabilities[position].effects.indices {
        contents.capabilities[position].effects[effect].overlap = nil
        if hurts, position.isMultiple(of: 3) {
          let change = contents.capabilities[position].effects[effect].change.likely
          contents.capabilities[position].effects[effect].change = Estimate(-change / 2)
        }
      }
    }
    let model = ShopModel(try Roadmap(validating: contents))
    var workspace = model.makeWorkspace()
    let late = shop.goLive(of: roadmap)
    // What helps comes earlier and what hurts comes later, so that one is on the way to the other.
    let early = late.enumerated().map { position, live in
      hurts && position.isMultiple(of: 3) ? ShopModel.never : min(live, Int32(3 + position))
    }
    let rows = [late, early].map { LiveShares(goLive: $0, periodCount: 20).shares }
    let share = zip(rows[0], rows[1]).map { 0.7 * $0 + 0.3 * $1 }
    let envelope = model.envelope(at: LiveShares(shares: share, periodCount: 20))
    for goLive in [late, early] {
      let impact = model.mechanismImpact(goLive: goLive, in: &workspace)
      #expect(isClose(envelope.limit(goLive: goLive), impact, scale: 1e6, tolerance: 1e-9))
    }
  }

  @Test("No order gives a smaller limit at a point than that of falling shares", arguments: 0..<20)
  func tightestOrder(seed: Int) throws {
    var shop = RandomShop(seed: seed, .mixed)
    let roadmap = try shop.roadmap(capabilities: 6, periods: 8)
    var contents = roadmap.contents
    contents.overlapGroups = []
    for position in contents.capabilities.indices {
      contents.capabilities[position].effects.removeAll { !$0.kpi.higherIsBetter }
      for effect in contents.capabilities[position].effects.indices {
        contents.capabilities[position].effects[effect].overlap = nil
      }
    }
    let model = ShopModel(try Roadmap(validating: contents))
    // Shares in the middle of the levels, so that no two of one level stand for different ones.
    let levels = shop.shares(of: roadmap).shares.map { ($0 * 8).rounded(.down) / 8 + 0.0625 }
    let point = LiveShares(shares: levels.map { min($0, 0.9375) }, periodCount: 8)
    let tightest = model.envelope(at: point, notBefore: roadmap.capabilities.map { _ in 0 })
    let scale = model.path(goLive: roadmap.capabilities.map { _ in 0 })[.profit].reduce(1) { $0 + abs($1) }
    for _ in 0..<10 {
      let other = model.envelope(
        touching: shop.goLive(of: roadmap), notBefore: roadmap.capabilities.map { _ in 0 })
      #expect(tightest.limit(at: point) <= other.limit(at: point) + 1e-9 * scale)
    }
  }

  @Test("What is linearised is named")
  func dropped() throws {
    var shop = SampleShop(periodCount: 4)
    shop.groups = [
      OverlapGroup(id: "carts", name: LocalizedText("Carts"), kpi: .conversion, ceiling: 0.1)
    ]
    shop.items = [
      .init(.conversion, 0.05, overlap: "carts"), .init(.conversion, 0.05, overlap: "carts"),
      .init(.churn, -0.1), .init(.churn, -0.1), .init(.margin, -0.02),
    ]
    let model = ShopModel(try shop.roadmap())
    #expect(
      model.envelope(touching: [0, 0, 0, 0, 0]).dropped == [
        "the diminishing returns of effects on churn count by a tangent",
        "the overlap of effects on conversion counts by a tangent",
      ])
  }

  @Test("Without effects or figures of the business there is nothing to limit")
  func nothing() throws {
    var shop = SampleShop(periodCount: 4)
    shop.items = [SampleShop.Item(benefit: Benefit(perMonth: Estimate(100)))]
    #expect(ShopModel(try shop.roadmap()).envelope(touching: [0]).limit(goLive: [0]) == 0)
    shop.business = nil
    #expect(ShopModel(try shop.roadmap()).envelope(touching: [0]).weights == [0, 0, 0, 0])
  }
}
