import RoadmapModel
import ScenarioFormat
import Testing

/// What the catalog covers, and how its capabilities hang together.
@Suite struct CommerceModelTests {

  @Test func hasNoFindings() {
    #expect(CommerceRoadmap.reading.findings == [])
  }

  @Test func hasEnoughToPlanWith() throws {
    let roadmap = try CommerceRoadmap.roadmap()
    #expect(roadmap.capabilities.count >= 60)
    #expect(roadmap.maturity.stages.map(\.id) == ["crawl", "walk", "run"])
    #expect(
      roadmap.maturity.elements.map(\.id) == [
        "action", "data", "insights", "methodology", "governance", "privacy", "commerce",
      ])
  }

  /// The practices that the maturity model names, by element.
  static let practices: [(element: ElementID, capabilities: [CapabilityID])] = [
    ("action", ["first-session-layer", "personalised-recommendations", "abandoned-cart-email"]),
    (
      "data",
      [
        "data-enrichment", "page-view-tracking", "cart-interaction-tracking", "product-returns-data",
        "advanced-behaviour-tracking",
      ]
    ),
    (
      "insights",
      ["campaign-profit-evaluation", "rfm-segmentation", "ai-lead-scoring", "advanced-dashboards"]
    ),
    (
      "methodology",
      [
        "trigger-campaigns", "prediction-campaigns", "behaviour-campaigns", "product-information-management",
      ]
    ),
    ("governance", ["campaign-ownership", "use-case-library", "idea-programme"]),
    ("privacy", ["privacy-policy", "data-flow-map", "customer-data-control", "hosting-optimisations"]),
    (
      "commerce",
      [
        "storefront", "product-catalog", "site-navigation", "simple-checkout", "integrated-platform",
        "payment-gateway", "card-payments", "blog", "product-videos", "feature-sections", "product-variants",
        "easy-purchase", "predictive-stock", "global-payment-methods", "global-shipping", "custom-features",
      ]
    ),
  ]

  @Test(arguments: practices)
  func everyPracticeIsDemandedInItsElement(element: ElementID, capabilities: [CapabilityID]) throws {
    let roadmap = try CommerceRoadmap.roadmap()
    let demanded = roadmap.maturity.stages.flatMap(\.demands)
      .filter { $0.element == element && $0.requirement.needsAll }.flatMap(\.requirement.members)
    for id in capabilities {
      #expect(roadmap.capability(id)?.element == element)
      #expect(demanded.contains(id), "\(id)")
    }
  }

  @Test(
    arguments: [
      "guest-checkout", "gift-cards", "bnpl", "paypal", "wallet-apple-pay", "wallet-google-pay",
      "wallet-local",
      "payment-orchestration", "saved-cards", "subscriptions", "free-shipping-threshold", "churn-prediction",
      "ai-campaigns", "customer-data-platform", "single-customer-view", "consent-management",
      "experimentation-platform", "data-culture-programme", "development-process", "offshore-development",
      "pricing-review", "mobile-speed",
    ] as [CapabilityID])
  func alsoHas(id: CapabilityID) throws {
    #expect(try CommerceRoadmap.roadmap().capability(id) != nil)
  }

  @Test func everyStageDemandsSomethingInEveryElement() throws {
    let roadmap = try CommerceRoadmap.roadmap()
    for stage in roadmap.maturity.stages {
      for element in roadmap.maturity.elements {
        #expect(stage.demands.contains { $0.element == element.id }, "\(stage.id), \(element.id)")
      }
    }
  }

  @Test func demandsStandAtTheStageAndElementOfTheirCapabilities() throws {
    let roadmap = try CommerceRoadmap.roadmap()
    for stage in roadmap.maturity.stages {
      for demand in stage.demands {
        for member in demand.requirement.members {
          let capability = try #require(roadmap.capability(member))
          #expect(capability.stage == stage.id, "\(member)")
          #expect(capability.element == demand.element, "\(member)")
        }
      }
    }
  }

  @Test func noCapabilityNeedsOneOfAHigherStage() throws {
    let roadmap = try CommerceRoadmap.roadmap()
    for capability in roadmap.capabilities {
      for member in capability.prerequisites.flatMap(\.requirement.members) {
        let needed = try #require(roadmap.capability(member))
        #expect(
          roadmap.stageRank(of: needed) <= roadmap.stageRank(of: capability), "\(capability.id): \(member)")
      }
    }
  }

  @Test func prerequisitesHaveDepthAndNoCircle() throws {
    let roadmap = try CommerceRoadmap.roadmap()
    var levels: [CapabilityID: Int] = [:]
    // Each round levels what needs only what is levelled; a circle would leave capabilities over.
    while levels.count < roadmap.capabilities.count {
      let ready = roadmap.capabilities.filter { capability in
        levels[capability.id] == nil
          && capability.prerequisites.flatMap(\.requirement.members).allSatisfy { levels[$0] != nil }
      }
      try #require(!ready.isEmpty, "the rest waits for each other")
      let level = (levels.values.max() ?? 0) + 1
      for capability in ready { levels[capability.id] = level }
    }
    #expect((7...10).contains(levels.values.max() ?? 0))
  }

  @Test func dependencyKindsAreUsed() throws {
    let prerequisites = try CommerceRoadmap.roadmap().capabilities.flatMap(\.prerequisites)
    #expect(prerequisites.contains { $0.lag > 0 })
    #expect(prerequisites.contains { !$0.requirement.needsAll && $0.requirement.count > 1 })
    #expect(prerequisites.contains { !$0.requirement.needsAll && $0.requirement.count == 1 })
  }

  @Test func paymentDecisionsAreAlternatives() throws {
    let roadmap = try CommerceRoadmap.roadmap()
    let groups = Dictionary(uniqueKeysWithValues: roadmap.alternatives.map { ($0.id, $0) })
    let system = try #require(groups["payment-system"])
    let vendor = try #require(groups["gateway-vendor"])
    let gateway = try #require(roadmap.capability("payment-gateway"))
    for group in [system, vendor] {
      #expect(gateway.prerequisites.contains { $0.requirement.members == group.members })
    }
    #expect(vendor.criteria.map(\.id) == ["experience", "cost", "service", "security"])
    for member in vendor.members {
      #expect(vendor.weightedScore(of: member) != nil)
      #expect(vendor.allows(member))
    }
  }

  @Test func aLargerProviderCountsAsSeveralMethods() throws {
    let roadmap = try CommerceRoadmap.roadmap()
    let provider = try #require(roadmap.capability("payment-orchestration"))
    #expect(provider.provides.count >= 2)
    let choices = roadmap.maturity.stages.flatMap(\.demands).map(\.requirement).filter { !$0.needsAll }
    #expect(
      choices.contains { choice in
        choice.members.count { provider.provides.contains($0) } >= choice.count
      })
  }

  @Test(arguments: ["paypal", "bnpl"] as [CapabilityID])
  func furtherMethodsWaitForTrafficThatConverts(id: CapabilityID) throws {
    let trigger = try #require(try CommerceRoadmap.roadmap().capability(id)?.trigger)
    #expect(trigger.conditions.map(\.kpi) == [.visits, .conversion])
    #expect(trigger.conditions.allSatisfy { $0.comparison == .atLeast && $0.level > 0 })
  }
}
