import RandomStreams
import RoadmapModel
import Testing

@testable import BusinessModel

@Suite("Watching triggers")
struct TriggerWatchTests {
  /// A trigger of one or two conditions at levels that the KPIs have in some period of a path, or nearly.
  private func trigger(_ path: BusinessPath, _ stream: inout RandomStream) -> Trigger {
    Trigger(
      (0...stream.integer(below: 2)).map { _ in
        let kpi = KPI.allCases[stream.integer(below: KPI.allCases.count)]
        let level = path.level(of: kpi, in: Period(stream.integer(below: path.periodCount)))
        let factor = [0.5, 0.99, 1, 1.01, 2][stream.integer(below: 5)]
        return TriggerCondition(kpi, stream.bernoulli(0.7) ? .atLeast : .atMost, level * factor)
      })
  }

  @Test("A watch says what paths and impacts say, to the last bit", arguments: 0..<60)
  func repeatsTheModel(seed: Int) throws {
    var stream = RandomStream(StreamKey(seed: 5, purpose: "triggers")[seed])
    for effects in RandomShop.Effects.allCases {
      var shop = RandomShop(seed: seed, effects)
      let roadmap = try shop.roadmap(capabilities: 1 + seed % 9, periods: 1 + seed % 40)
      let model = ShopModel(roadmap)
      let sample = model.path(goLive: shop.goLive(of: roadmap))
      let triggers = (0..<4).map { _ in trigger(sample, &stream) }
      var watch = TriggerWatch(model, triggers)
      var workspace = model.makeWorkspace()
      let never = roadmap.capabilities.map { _ in ShopModel.never }
      for goLive in [shop.goLive(of: roadmap), never, shop.goLive(of: roadmap)] {
        watch.run(goLive: goLive)
        let path = model.path(goLive: goLive)
        for (number, trigger) in triggers.enumerated() {
          #expect(watch.period(reaching: number) == path.firstPeriod(reaching: trigger)?.index, "\(trigger)")
        }
        let impact = model.mechanismImpact(goLive: goLive, in: &workspace)
        #expect(watch.mechanismImpact.bitPattern == impact.bitPattern)
      }
    }
  }

  @Test("Without figures of the business all levels are zero")
  func withoutBusiness() throws {
    var shop = SampleShop()
    shop.business = nil
    shop.items = [SampleShop.Item()]
    let model = ShopModel(try shop.roadmap())
    let triggers = [Trigger([.init(.orders, .atLeast, 1)]), Trigger([.init(.orders, .atMost, 1)])]
    var watch = TriggerWatch(model, triggers)
    watch.run(goLive: [3])
    #expect(watch.period(reaching: 0) == nil && watch.period(reaching: 1) == 0)
    #expect(watch.mechanismImpact == 0)
  }
}
