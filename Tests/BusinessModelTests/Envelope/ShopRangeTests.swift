import RoadmapModel
import Testing

@testable import BusinessModel

@Suite("What a limit without ends of shares leaves out")
struct ShopRangeTests {
  private func dropped(_ shop: SampleShop) throws -> [String] {
    let model = ShopModel(try shop.roadmap())
    let baseline = try #require(model.baseline)
    return ShopRange(model, baseline, earliest: shop.items.map { _ in 0 }).dropped
  }

  @Test("A shop within its shares leaves nothing out")
  func within() throws {
    var shop = SampleShop(periodCount: 4)
    shop.items = [.init(.conversion, 0.1), .init(.margin, -0.1)]
    #expect(try dropped(shop).isEmpty)
  }

  @Test("Shares that may grow beyond the whole are named")
  func beyondTheWhole() throws {
    var shop = SampleShop(periodCount: 4)
    shop.items = [.init(.margin, 9)]
    #expect(try dropped(shop) == ["the limit of 100 % for margin"])
  }

  @Test("Orders that may cost more than they bring are named")
  func losses() throws {
    var shop = SampleShop(periodCount: 4)
    shop.items = [.init(.costToServe, 9), .init(.margin, -0.95)]
    #expect(try dropped(shop) == ["losses on orders that cost more than they bring"])
  }
}
