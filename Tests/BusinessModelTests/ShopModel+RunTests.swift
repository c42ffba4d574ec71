import RandomStreams
import RoadmapModel
import Testing

@testable import BusinessModel

@Suite("Runs of the shop over random roadmaps")
struct ShopModelRunTests {
  @Test("The compiled model agrees with the formulas", arguments: 0..<60)
  func agreesWithReference(seed: Int) throws {
    for effects in RandomShop.Effects.allCases {
      var shop = RandomShop(seed: seed, effects)
      let roadmap = try shop.roadmap(capabilities: 1 + seed % 9, periods: 1 + seed % 40)
      let model = ShopModel(roadmap)
      var workspace = model.makeWorkspace()
      for _ in 0..<2 {
        let reference = ReferenceShop(roadmap: roadmap, goLive: shop.goLive(of: roadmap))
        let profit = reference.profit()
        let scale = profit.reduce(0) { $0 + abs($1) }
        let impact = model.mechanismImpact(goLive: reference.goLive, in: &workspace)
        #expect(isClose(impact, reference.mechanismImpact(), scale: scale, tolerance: 1e-10))
        let path = model.path(goLive: reference.goLive)[.profit]
        #expect(zip(path, profit).allSatisfy { isClose($0, $1, scale: scale, tolerance: 1e-10) })
      }
    }
  }

  @Test("Impact is the discounted difference of two paths", arguments: 0..<40)
  func pathsAgree(seed: Int) throws {
    var shop = RandomShop(seed: seed, .mixed)
    let roadmap = try shop.roadmap(capabilities: 6, periods: 60)
    let model = ShopModel(roadmap)
    var workspace = model.makeWorkspace()
    let goLive = shop.goLive(of: roadmap)
    let never = roadmap.capabilities.map { _ in ShopModel.never }
    let with = model.path(goLive: goLive)[.profit]
    let without = model.path(goLive: never)[.profit]
    let sum = model.discountFactors.indices.reduce(0) { sum, period in
      sum + model.discountFactors[period] * (with[period] - without[period])
    }
    #expect(isClose(sum, model.mechanismImpact(goLive: goLive, in: &workspace), scale: without.reduce(0, +)))
    #expect(model.mechanismImpact(goLive: never, in: &workspace) == 0)
  }

  @Test("A used workspace gives the same bits as a new one", arguments: 0..<20)
  func workspaceReuse(seed: Int) throws {
    var shop = RandomShop(seed: seed, .mixed)
    let roadmap = try shop.roadmap(capabilities: 12, periods: 50)
    let model = ShopModel(roadmap)
    var used = model.makeWorkspace()
    for _ in 0..<8 {
      let goLive = shop.goLive(of: roadmap)
      var new = model.makeWorkspace()
      let impact = model.mechanismImpact(goLive: goLive, in: &used)
      #expect(impact.bitPattern == model.mechanismImpact(goLive: goLive, in: &new).bitPattern)
    }
  }

  @Test("Helpful effects never cost profit, and never less when they come earlier", arguments: 0..<60)
  func monotone(seed: Int) throws {
    var shop = RandomShop(seed: seed, .helpful)
    let roadmap = try shop.roadmap(capabilities: 6, periods: 40)
    let model = ShopModel(roadmap)
    var workspace = model.makeWorkspace()
    var goLive = shop.goLive(of: roadmap)
    try #require(model.path(goLive: goLive.map { _ in ShopModel.never })[.profit].allSatisfy { $0 >= 0 })
    var worth = model.mechanismImpact(goLive: goLive, in: &workspace)
    #expect(worth >= 0)
    for _ in 0..<12 {
      let moved = shop.earlier(goLive)
      let more = model.mechanismImpact(goLive: moved, in: &workspace)
      #expect(more >= worth - 1e-9 * abs(worth))
      (goLive, worth) = (moved, more)
    }
  }

  @Test("The order of the capabilities does not matter", arguments: 0..<30)
  func orderOfCapabilities(seed: Int) throws {
    var shop = RandomShop(seed: seed, .mixed)
    let roadmap = try shop.roadmap(capabilities: 7, periods: 30)
    let goLive = shop.goLive(of: roadmap)
    var contents = roadmap.contents
    contents.capabilities.reverse()
    let reversed = ShopModel(try Roadmap(validating: contents))
    let model = ShopModel(roadmap)
    var workspace = model.makeWorkspace()
    var other = reversed.makeWorkspace()
    let impact = model.mechanismImpact(goLive: goLive, in: &workspace)
    let scale = model.path(goLive: goLive)[.profit].reduce(0) { $0 + abs($1) }
    let same = reversed.mechanismImpact(goLive: goLive.reversed(), in: &other)
    #expect(isClose(impact, same, scale: scale, tolerance: 1e-12))
  }

  @Test("Nothing comes of effects of zero")
  func zeroEffects() throws {
    var shop = SampleShop(periodCount: 30)
    shop.items = KPI.levers.map { SampleShop.Item($0, 0, ramp: 3) }
    let model = ShopModel(try shop.roadmap())
    var workspace = model.makeWorkspace()
    #expect(model.mechanismImpact(goLive: shop.items.map { _ in 0 }, in: &workspace) == 0)
  }
}

extension RandomShop {
  /// The same go-lives, one of them earlier.
  mutating func earlier(_ goLive: [Int32]) -> [Int32] {
    var moved = goLive
    let position = stream.integer(below: moved.count)
    moved[position] = Int32(stream.integer(in: 0...min(40, Int(moved[position]))))
    return moved
  }
}
