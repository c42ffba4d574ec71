import RoadmapModel
import Testing

@testable import BusinessModel

@Suite("Effects that overlap")
struct EffectBundleTests {
  private let group = OverlapGroup(
    id: "recovery", name: LocalizedText("Recovery"), kpi: .conversion, ceiling: 0.08)

  private func conversion(_ items: [SampleShop.Item], _ goLive: [Int32], in period: Int) throws -> Double {
    var shop = SampleShop(periodCount: 12)
    shop.groups = [group]
    shop.items = items
    return ShopModel(try shop.roadmap()).path(goLive: goLive)[.conversion][period] / 0.01
  }

  private func item(_ change: Double, ramp: Double = 0, _ state: CapabilityState = .missing)
    -> SampleShop.Item
  {
    var item = SampleShop.Item(.conversion, change, ramp: ramp, overlap: "recovery")
    item.state = state
    return item
  }

  @Test("Two effects of half the ceiling bring three quarters of it")
  func twoHalves() throws {
    let items = [item(0.04), item(0.04)]
    #expect(isClose(try conversion(items, [0, 5], in: 4), 1.04))
    #expect(isClose(try conversion(items, [0, 5], in: 5), 1.06))
  }

  @Test("A ramp takes its share of the ceiling little by little")
  func ramp() throws {
    // Four weeks after the first: shares of a half and of three eighths of a quarter.
    let expected = 1 + 0.08 * (1 - 0.5 * (1 - 0.375 * 0.25))
    #expect(isClose(try conversion([item(0.04), item(0.02, ramp: 4)], [0, 3], in: 4), expected))
  }

  @Test("What is live today has taken its share, and its effect is in the figures")
  func liveToday() throws {
    let expected = (1 + 0.08 * 0.75) / 1.04
    #expect(isClose(try conversion([item(0.04, .live), item(0.04)], [0, 2], in: 1), 1))
    #expect(isClose(try conversion([item(0.04, .live), item(0.04)], [0, 2], in: 2), expected))
    let three = (1 + 0.08 * 0.875) / 1.04
    #expect(isClose(try conversion([item(0.04, .live), item(0.04), item(0.04)], [0, 2, 2], in: 2), three))
  }

  @Test("What is partly live has taken a part of its share")
  func partlyLive() throws {
    let items = [item(0.04, .partial(0.5)), item(0.02)]
    let today = 1 + 0.08 * 0.25
    #expect(isClose(try conversion(items, [9, 9], in: 1), 1))
    #expect(isClose(try conversion(items, [0, 9], in: 1), (1 + 0.08 * 0.5) / today))
    #expect(isClose(try conversion(items, [0, 0], in: 1), (1 + 0.08 * (1 - 0.5 * 0.75)) / today))
    #expect(isClose(try conversion([item(0.08, .partial(1)), item(0.02)], [0, 0], in: 1), 1))
  }

  @Test("A joint effect is at least the largest and at most the ceiling", arguments: 0..<50)
  func limits(seed: Int) throws {
    var shop = RandomShop(seed: seed, .helpful)
    let changes = (0..<5).map { _ in shop.number(0...0.08) }
    let joint = try conversion(changes.map { item($0) }, [0, 0, 0, 0, 0], in: 0) - 1
    #expect(joint >= (changes.max() ?? 0) - 1e-12)
    #expect(joint <= min(0.08, changes.reduce(0, +)) + 1e-12)
  }

  @Test("A claim of the whole ceiling takes that and no more, to the last bit")
  func wholeCeiling() throws {
    // (x + 4x + x) / 6 is larger than this number by one bit; the mean of an estimate without spread must not be.
    let ceiling = 0.17441018555842874
    #expect((ceiling + 4 * ceiling + ceiling) / 6 > ceiling)
    #expect(Estimate(ceiling).mean == ceiling)
    var shop = SampleShop(periodCount: 2)
    shop.groups = [OverlapGroup(id: "all", name: LocalizedText("All"), kpi: .margin, ceiling: ceiling)]
    shop.items = [.init(.margin, ceiling, overlap: "all"), .init(.margin, 0.02, overlap: "all")]
    let model = ShopModel(try shop.roadmap())
    #expect(model.compiledEffects.effects.allSatisfy { $0.size >= -1 })
    #expect(isClose(model.path(goLive: [0, 0])[.margin][1], 0.4 * (1 + ceiling), tolerance: 1e-12))
    #expect(model.envelope(touching: [1, 2]).weights.allSatisfy { $0.isFinite })
  }

  @Test("When today's capabilities have taken everything, nothing is left to bring")
  func nothingLeft() throws {
    #expect(try conversion([item(0.08, .live), item(0.04)], [0, 0], in: 3) == 1)
  }

  @Test("Levers may have several groups, and a group may lower its lever")
  func severalGroups() throws {
    var shop = SampleShop(periodCount: 3)
    shop.groups = [
      group,
      OverlapGroup(id: "speed", name: LocalizedText("Speed"), kpi: .conversion, ceiling: 0.1),
      OverlapGroup(id: "loyalty", name: LocalizedText("Loyalty"), kpi: .churn, ceiling: -0.2),
    ]
    shop.items = [
      .init(.conversion, 0.04, overlap: "recovery"), .init(.conversion, 0.04, overlap: "recovery"),
      .init(.conversion, 0.05, overlap: "speed"), .init(.conversion, 0.05, overlap: "speed"),
      .init(.churn, -0.1, overlap: "loyalty"), .init(.churn, -0.1, overlap: "loyalty"),
    ]
    let path = ShopModel(try shop.roadmap()).path(goLive: [0, 0, 0, 0, 0, 0])
    #expect(isClose(path[.conversion][0], 0.01 * 1.06 * 1.075, tolerance: 1e-12))
    #expect(isClose(path[.customers][1], 1_000 * (1 - 0.1 * 0.85) + 0.5 * path[.orders][0] - 10))
  }
}
