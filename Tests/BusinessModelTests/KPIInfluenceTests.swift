import RandomStreams
import RoadmapModel
import Testing

@testable import BusinessModel

@Suite("Influences on KPIs")
struct KPIInfluenceTests {
  /// Going live earlier moves every KPI the way that is said, in every period and whatever else is live.
  @Test("Earlier go-lives move KPIs one way", arguments: 0..<80)
  func earlierMovesOneWay(seed: Int) throws {
    var stream = RandomStream(StreamKey(seed: 41, purpose: "influences")[seed])
    for effects in RandomShop.Effects.allCases {
      var shop = RandomShop(seed: seed, effects)
      let roadmap = try shop.roadmap(capabilities: 1 + seed % 9, periods: 2 + seed % 40)
      let model = ShopModel(roadmap)
      for _ in 0..<4 {
        let goLive = shop.goLive(of: roadmap)
        let moved = stream.integer(below: goLive.count)
        var earlier = goLive
        let before = min(Int(goLive[moved]), model.periodCount)
        earlier[moved] = Int32(stream.integer(below: before + 1))
        let (path, other) = (model.path(goLive: goLive), model.path(goLive: earlier))
        for kpi in KPI.allCases {
          guard let influences = model.influences(on: kpi) else {
            #expect(kpi == .profit || kpi == .margin && path.level(of: .margin, in: Period(0)) < 0)
            continue
          }
          for period in 0..<model.periodCount {
            let level = path.level(of: kpi, in: Period(period))
            let change = other.level(of: kpi, in: Period(period)) - level
            let rounding = 1e-9 * max(1, level.magnitude)
            switch influences[moved] {
            case .none: #expect(change.magnitude <= rounding, "\(kpi)")
            case .raises: #expect(change >= -rounding, "\(kpi)")
            case .lowers: #expect(change <= rounding, "\(kpi)")
            case .either: break
            }
          }
        }
      }
    }
  }

  /// Each lever moves what it is part of, and churn the other way.
  @Test("Influences of a sample")
  func sample() throws {
    var shop = SampleShop()
    shop.items = [SampleShop.Item(), SampleShop.Item()]
    shop.items[0].effects = [Effect(.conversion, change: Estimate(0.1))]
    shop.items[1].effects = [Effect(.churn, change: Estimate(0.1))]
    let model = ShopModel(try shop.roadmap())
    #expect(model.influences(on: .orders) == [.raises, .lowers])
    #expect(model.influences(on: .conversion) == [.raises, .none])
    #expect(model.influences(on: .churn) == [.none, .raises])
    #expect(model.influences(on: .margin) == [.none, .none])
    #expect(model.influences(on: .profit) == nil)
  }
}
