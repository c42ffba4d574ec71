import RoadmapModel
import Testing

@testable import BusinessModel

@Suite("Runs of the shop in uncertain futures")
struct ShopRunTests {
  @Test("Without changes a run gives the bits of the model", arguments: 0..<40)
  func repeatsTheModel(seed: Int) throws {
    for effects in RandomShop.Effects.allCases {
      var shop = RandomShop(seed: seed, effects)
      let roadmap = try shop.roadmap(capabilities: 1 + seed % 9, periods: 1 + seed % 40)
      let model = ShopModel(roadmap)
      var workspace = model.makeWorkspace()
      var run = ShopRun(model)
      for slot in run.slots { run.setChange(of: slot.number, to: 0.01) }
      let ones = [Double](repeating: 1.5, count: model.periodCount)
      run.vary(lever: 0, by: ones)
      for _ in 0..<2 {
        run.reset()
        let goLive = shop.goLive(of: roadmap)
        let expected = model.mechanismImpact(goLive: goLive, in: &workspace)
        #expect(run.mechanismImpact(goLive: goLive).bitPattern == expected.bitPattern)
        for slot in run.slots {
          let planned = roadmap.plannedWork(for: roadmap.capabilities[slot.capability]).effects[slot.source]
          run.setChange(of: slot.number, to: planned.change)
        }
        run.vary(lever: 2, by: [Double](repeating: 1, count: model.periodCount))
        #expect(run.mechanismImpact(goLive: goLive).bitPattern == expected.bitPattern)
      }
    }
  }

  @Test("Looking week by week and running the whole horizon see the same levels", arguments: 0..<30)
  func observationsAgree(seed: Int) throws {
    var shop = RandomShop(seed: seed, .mixed)
    let roadmap = try shop.roadmap(capabilities: 7, periods: 30)
    let model = ShopModel(roadmap)
    var run = ShopRun(model)
    run.reset()
    run.vary(lever: 0, by: (0..<30).map { 1 + 0.01 * Double($0) })
    let goLive = shop.goLive(of: roadmap)
    _ = run.mechanismImpact(goLive: goLive)
    for period in [0, 0, 1, 5, 6, 29] {
      run.observe(period, goLive: goLive)
      for kpi in KPI.allCases {
        #expect(run.level(of: kpi).bitPattern == run.level(of: kpi, in: period).bitPattern)
      }
    }
  }

  /// Other sizes of effects and other levers are those of a roadmap that says so.
  @Test("A changed future is that of a changed roadmap", arguments: 0..<40)
  func changesAgree(seed: Int) throws {
    var shop = RandomShop(seed: seed, .mixed)
    let roadmap = try shop.roadmap(capabilities: 8, periods: 40)
    var contents = roadmap.contents
    let business = try #require(contents.business)
    contents.business?.visits.value = business.visits.value * 1.2
    contents.evidencePolicy.shrinks = false
    // Effects of what is live have shaped the figures of today, so they stay.
    for (position, capability) in contents.capabilities.enumerated()
    where roadmap.state(of: capability.id) == .missing {
      for source in capability.effects.indices {
        contents.capabilities[position].effects[source].change = Estimate(
          roadmap.plannedWork(for: capability).effects[source].change * 0.7)
      }
    }
    let changed = ShopModel(try Roadmap(validating: contents))
    let model = ShopModel(roadmap)
    var run = ShopRun(model)
    run.reset()
    run.vary(lever: 0, by: [Double](repeating: 1.2, count: 40))
    for slot in run.slots {
      let capability = roadmap.capabilities[slot.capability]
      let factor = roadmap.state(of: capability.id) == .missing ? 0.7 : 1
      run.setChange(
        of: slot.number, to: roadmap.plannedWork(for: capability).effects[slot.source].change * factor)
    }
    let isTaken = roadmap.capabilities.contains {
      roadmap.state(of: $0.id).doneShare > 0 && !$0.effects.isEmpty
    }
    guard !isTaken else { return }
    let goLive = shop.goLive(of: roadmap)
    var workspace = changed.makeWorkspace()
    let expected = changed.mechanismImpact(goLive: goLive, in: &workspace)
    let scale = changed.path(goLive: goLive)[.profit].reduce(0) { $0 + abs($1) }
    #expect((run.mechanismImpact(goLive: goLive) - expected).magnitude <= 1e-10 * max(1, scale))
  }
}
