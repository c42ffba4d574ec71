import RoadmapModel

extension SampleRoadmap {
  /// A shop with something of everything that diagrams show.
  static func shop(scenario: String = "Nordlicht Supplies") throws -> SampleRoadmap {
    try SampleRoadmap(
      [
        Item(id: "storefront", name: "Storefront", stage: "crawl", element: "commerce"),
        Item(
          id: "product-catalog", name: LocalizedText("Product catalogue", dutch: "Productcatalogus"),
          stage: "crawl", element: "commerce", prerequisites: [need("storefront")], weeks: (0, 6),
          isCritical: true),
        Item(
          id: "gateway-hosted", name: LocalizedText("Hosted payment page", dutch: "Externe betaalpagina"),
          stage: "crawl", element: "commerce", weeks: (0, 3)),
        Item(id: "gateway-api", name: "Direct gateway", stage: "crawl", element: "commerce"),
        Item(
          id: "card-payments", name: "Credit and debit cards", stage: "crawl", element: "commerce",
          prerequisites: [
            Prerequisite(Requirement(atLeast: 1, of: ["gateway-hosted", "gateway-api"]))
          ], weeks: (4, 9)),
        Item(
          id: "page-view-tracking", name: "Page view tracking", stage: "crawl", element: "data",
          prerequisites: [need("storefront")], weeks: (1, 5)),
        Item(
          id: "cart-tracking", name: "Complete cart interactions", stage: "walk", element: "data",
          prerequisites: [need("page-view-tracking"), need("product-catalog")], weeks: (6, 12),
          isCritical: true),
        Item(
          id: "cart-email", name: "Abandoned cart email", stage: "walk", element: "action",
          prerequisites: [need("cart-tracking", lag: 2), need("page-view-tracking")], weeks: (14, 20),
          isCritical: true),
        Item(
          id: "recommendations", name: "Personalised recommendations", stage: "run", element: "action",
          prerequisites: [need("cart-email"), need("card-payments")], weeks: (20, 34), isCritical: true),
        Item(id: "gift-cards", name: "Gift cards", stage: "walk", element: "commerce"),
        Item(
          id: "subscriptions", name: "Subscriptions", stage: "run", element: "commerce",
          prerequisites: [need("card-payments"), need("gift-cards")]),
      ], scenario: scenario, states: ["storefront": .live, "gift-cards": .notApplicable],
      alternatives: [
        Alternative(
          id: "gateway-vendor", name: LocalizedText("Gateway vendor", dutch: "Gatewayleverancier"),
          members: ["gateway-hosted", "gateway-api"])
      ], deadline: CivilDate(iso: "2027-09-20"),
      freeze: [.once(from: CivilDate(dayNumber: 20_940), through: CivilDate(dayNumber: 20_960))])
  }

  /// The shop before something was added, dropped, moved and left as it is.
  static func earlierShop() throws -> SampleRoadmap {
    try SampleRoadmap(
      [
        Item(id: "storefront", name: "Storefront", stage: "crawl", element: "commerce"),
        Item(
          id: "product-catalog", name: "Product catalogue", stage: "crawl", element: "commerce",
          prerequisites: [need("storefront")], weeks: (0, 6), isCritical: true),
        Item(
          id: "gateway-hosted", name: "Hosted payment page", stage: "crawl", element: "commerce",
          weeks: (2, 5)),
        Item(id: "gift-cards", name: "Gift cards", stage: "walk", element: "commerce", weeks: (7, 12)),
        Item(
          id: "cart-tracking", name: "Complete cart interactions", stage: "walk", element: "data",
          weeks: (20, 26)),
      ], scenario: "Nordlicht Supplies, lean", states: ["storefront": .live])
  }

  static func need(_ id: CapabilityID, lag: Int = 0) -> Prerequisite {
    Prerequisite(Requirement(id), lag: lag)
  }
}
