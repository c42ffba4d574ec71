import RoadmapModel
import Testing

@testable import BusinessModel

@Suite("Tangents of products with diminishing gains")
struct SaturationTangentTests {
  @Test("Each product lies above its sum of terms, and on it in the plan", arguments: 0..<60)
  func lowerLimits(seed: Int) throws {
    var shop = RandomShop(seed: seed, .extreme)
    let roadmap = try shop.roadmap(capabilities: 8, periods: 10)
    let model = ShopModel(roadmap)
    let baseline = try #require(model.baseline)
    let effects = model.compiledEffects.helping + model.compiledEffects.hurting
    let range = ShopRange(model, baseline, earliest: roadmap.capabilities.map { _ in 0 })
    let plan = shop.goLive(of: roadmap).map { min(Int($0), 10) }
    let point = LiveShares(goLive: plan.map { Int32($0) }, periodCount: 10)
    let tangent = SaturationTangent(model, effects, range, at: point)
    let rows = Set(tangent.rows.compactMap(\.self))
    for goLive in [plan] + (0..<20).map({ _ in shop.goLive(of: roadmap).map { min(Int($0), 10) } }) {
      // Divided by what they are without effects, the levers are their products; other rows are products already.
      let columns = model.leverColumns(of: effects, goLive: goLive, baseline)
      for cell in rows.flatMap({ $0 * 10..<($0 + 1) * 10 }) {
        let whole = cell < baseline.levers.count ? baseline.levers[cell] : 1
        guard whole > 0 else { continue }
        let sum = effects.indices.filter { tangent.rows[$0] == cell / 10 }.reduce(1) { sum, number in
          let age = cell % 10 - goLive[effects[number].capability]
          return sum + tangent.term(of: number, in: cell % 10, age: age)
        }
        let product = columns[cell] / whole
        #expect(product >= tangent.references[cell] * sum - 1e-12)
        // A chord touches at its ends only.
        let hasChord = model.compiledEffects.bundles.contains {
          $0.lever == cell / 10 && $0.slope < 0 && !KPI.levers[$0.lever].higherIsBetter
        }
        if goLive == plan, product > 0.1, !hasChord {
          #expect(isClose(product, tangent.references[cell] * sum, tolerance: 1e-12))
        }
      }
    }
  }
}
