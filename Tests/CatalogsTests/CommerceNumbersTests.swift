import RoadmapModel
import Testing

/// Durations, people, money and effects of the catalog, and where they come from.
@Suite struct CommerceNumbersTests {

  @Test func usesTheThreeTeamsOnly() throws {
    for capability in try CommerceRoadmap.roadmap().capabilities {
      #expect(!capability.needs.isEmpty, "\(capability.id)")
      for need in capability.needs {
        #expect((["development", "marketing", "data"] as [TeamID]).contains(need.team), "\(capability.id)")
      }
    }
  }

  @Test func everyCapabilityFitsASmallCompany() throws {
    let largest: [TeamID: Double] = ["development": 2, "marketing": 1, "data": 1]
    for capability in try CommerceRoadmap.roadmap().capabilities {
      for need in capability.needs {
        #expect(need.people.count > 0 && need.people.count <= largest[need.team] ?? 0, "\(capability.id)")
      }
    }
  }

  @Test func theWholeWayIsPlausible() throws {
    let capabilities = try CommerceRoadmap.roadmap().capabilities
    let cost = capabilities.reduce(0) { $0 + $1.cost.likely }
    let personWeeks = capabilities.reduce(0) { sum, capability in
      sum + capability.duration.likely * capability.needs.reduce(0) { $0 + $1.people.count }
    }
    #expect((900_000...1_600_000).contains(cost), "\(cost)")
    #expect((350...550).contains(personWeeks), "\(personWeeks)")
  }

  @Test func durationsAndCostsHaveASpread() throws {
    for capability in try CommerceRoadmap.roadmap().capabilities {
      #expect(capability.duration.low >= 1 && capability.duration.high <= 52, "\(capability.id)")
      #expect(capability.duration.low < capability.duration.high, "\(capability.id)")
      #expect(capability.cost.low < capability.cost.high, "\(capability.id)")
    }
  }

  @Test func everyNumberButAGuessHasASource() throws {
    for (place, estimate) in try estimates() {
      #expect(estimate.evidence.grade == .guess || estimate.evidence.source != nil, "\(place)")
    }
  }

  @Test func everySourceIsUsedAndCanBeFound() throws {
    let roadmap = try CommerceRoadmap.roadmap()
    let used = Set(try estimates().compactMap(\.estimate.evidence.source))
    #expect(roadmap.sources.map(\.id).filter { !used.contains($0) } == [])
    for source in roadmap.sources {
      #expect(source.publisher != nil && source.url?.hasPrefix("http") == true, "\(source.id)")
    }
  }

  /// Capabilities that are worth what stands on them, and nothing by themselves.
  static let enablers: [CapabilityID] = [
    "page-view-tracking", "order-data", "cart-interaction-tracking", "product-returns-data",
    "product-attributes", "single-customer-view", "advanced-behaviour-tracking", "customer-data-platform",
    "data-enrichment", "basic-reporting", "advanced-dashboards", "data-alerts", "churn-prediction",
    "rfm-segmentation", "experimentation-platform", "consent-management", "privacy-policy", "data-flow-map",
    "campaign-ownership", "use-case-library", "cross-department-team", "development-process",
    "idea-programme", "data-culture-programme", "offshore-development", "integrated-platform",
    "payment-gateway",
  ]

  @Test(arguments: enablers)
  func enablersHaveNoEffect(id: CapabilityID) throws {
    let capability = try #require(try CommerceRoadmap.roadmap().capability(id))
    #expect(capability.effects.isEmpty && capability.benefit == nil)
  }

  @Test(arguments: enablers)
  func enablersEnableSomething(id: CapabilityID) throws {
    let roadmap = try CommerceRoadmap.roadmap()
    let isNeeded = roadmap.capabilities.contains { capability in
      capability.prerequisites.contains { $0.requirement.members.contains(id) }
    }
    let isDemanded = roadmap.maturity.stages.flatMap(\.demands).contains {
      $0.requirement.members.contains(id)
    }
    #expect(isNeeded || isDemanded)
  }

  @Test func manyCapabilitiesHaveModestEffectsWithRamps() throws {
    let capabilities = try CommerceRoadmap.roadmap().capabilities.filter { !$0.effects.isEmpty }
    #expect(capabilities.count >= 25)
    let month = 365.25 / 12 / 7
    for capability in capabilities {
      for effect in capability.effects {
        #expect(effect.change.likely.magnitude <= 0.05, "\(capability.id), \(effect.kpi)")
        #expect(effect.change.low < effect.change.high, "\(capability.id), \(effect.kpi)")
        #expect((0.99 * month...6.01 * month).contains(effect.ramp), "\(capability.id), \(effect.kpi)")
      }
    }
  }

  /// Effects that a seller of the capability would leave out.
  static let harms: [(id: CapabilityID, kpi: KPI)] = [
    ("free-shipping-threshold", .margin), ("returns-portal", .returnRate),
    ("click-and-collect", .costToServe),
    ("bnpl", .margin), ("paypal", .margin), ("loyalty-programme", .margin), ("subscriptions", .costToServe),
    ("global-shipping", .costToServe), ("fraud-screening", .conversion),
    ("international-storefront", .conversion),
  ]

  @Test(arguments: harms)
  func harmIsIncluded(id: CapabilityID, kpi: KPI) throws {
    let capability = try #require(try CommerceRoadmap.roadmap().capability(id))
    let effect = try #require(capability.effects.first { $0.kpi == kpi })
    #expect(effect.kpi.higherIsBetter ? effect.change.likely < 0 : effect.change.likely > 0)
    #expect(effect.overlap == nil)
  }

  @Test func overlapGroupsHoldEffectsThatCompete() throws {
    let roadmap = try CommerceRoadmap.roadmap()
    let effects = roadmap.capabilities.flatMap(\.effects)
    for group in roadmap.overlapGroups {
      #expect(effects.count { $0.overlap == group.id } >= 2, "\(group.id)")
    }
  }

  /// All estimates of the catalog, with the place of each.
  private func estimates() throws -> [(place: String, estimate: Estimate)] {
    try CommerceRoadmap.roadmap().capabilities.flatMap { capability in
      [
        ("\(capability.id), duration", capability.duration), ("\(capability.id), cost", capability.cost),
        ("\(capability.id), running cost", capability.runningCost),
      ] + capability.effects.map { ("\(capability.id), \($0.kpi)", $0.change) }
    }
  }
}
