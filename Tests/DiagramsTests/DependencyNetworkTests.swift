import RoadmapModel
import Testing

@testable import Diagrams

@Suite struct DependencyNetworkTests {
  @Test func conditionsAreToldApart() throws {
    let shop = try SampleRoadmap.shop()
    let with = DependencyNetwork(roadmap: shop.roadmap, plan: shop.plan)
    let kinds = zip(shop.roadmap.capabilities, with.conditions).map { "\($0.id) \($1.kind)" }
    #expect(
      kinds == [
        "storefront live", "product-catalog critical", "gateway-hosted planned", "gateway-api unplanned",
        "card-payments planned", "page-view-tracking planned", "cart-tracking critical",
        "cart-email critical", "recommendations critical", "gift-cards notApplicable",
        "subscriptions unplanned",
      ])
    let without = DependencyNetwork(roadmap: shop.roadmap, plan: nil)
    #expect(Set(without.conditions.map(\.kind)) == [.live, .missing, .notApplicable])
  }

  @Test func needsAreReducedAndChoicesKept() throws {
    let shop = try SampleRoadmap.shop()
    let network = DependencyNetwork(roadmap: shop.roadmap, plan: shop.plan)
    let ids = shop.roadmap.capabilities.map(\.id.text)
    let needs = network.needs.map { need in
      let members = need.members.map { ids[$0] }.joined(separator: "|")
      return
        "\(members) > \(ids[need.dependent]) \(need.count) +\(need.lag)\(need.isCritical ? " critical" : "")"
    }
    #expect(
      needs == [
        "storefront > product-catalog 1 +0", "gateway-hosted|gateway-api > card-payments 1 +0",
        "storefront > page-view-tracking 1 +0", "page-view-tracking > cart-tracking 1 +0",
        "product-catalog > cart-tracking 1 +0 critical", "cart-tracking > cart-email 1 +2 critical",
        "cart-email > recommendations 1 +0 critical", "card-payments > recommendations 1 +0",
        "card-payments > subscriptions 1 +0",
      ])
  }

  @Test func alternativesOfAStageAreGrouped() throws {
    let shop = try SampleRoadmap.shop()
    let network = DependencyNetwork(roadmap: shop.roadmap, plan: nil)
    #expect(network.groups.map(\.members) == [[2, 3]])
  }
}
