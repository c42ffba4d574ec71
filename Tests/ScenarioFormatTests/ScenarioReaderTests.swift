import RoadmapModel
import Testing

@testable import ScenarioFormat

/// What the file `Valid/complete.yaml`, which uses every key, becomes.
@Suite struct CompleteScenarioTests {
  private static let reading = ScenarioReader().read(Fixtures.path("Valid/complete.yaml"))
  private let roadmap: Roadmap

  init() throws {
    #expect(Self.reading.summary == [])
    roadmap = try #require(Self.reading.roadmap)
  }

  private func capability(_ id: CapabilityID) throws -> Capability {
    try #require(roadmap.capability(id))
  }

  private func day(_ text: String) throws -> CivilDate {
    try #require(CivilDate(iso: text))
  }

  private let monthsInWeeks = 365.25 / 7 / 12

  @Test func frame() throws {
    #expect(roadmap.name == LocalizedText("Every key", dutch: "Elke sleutel", swedish: "Varje nyckel"))
    #expect(roadmap.calendar == PlanningCalendar(start: try day("2027-01-04"), periodCount: 157))
    #expect(roadmap.target == Target(stage: "walk", by: try day("2029-06-30")))
    #expect(roadmap.discountRate == 0.09)
    #expect(roadmap.objective == .time)
    #expect(roadmap.weights == ObjectiveWeights(impact: 2, cost: 0.5))
    var policy = EvidencePolicy(shrinks: false, prior: 0.003, priorSpread: 0.015)
    policy[.observation] = 0.5
    #expect(roadmap.evidencePolicy == policy)
  }

  @Test func maturity() {
    let stages = roadmap.maturity.stages
    #expect(stages.map(\.id) == ["crawl", "walk"])
    #expect(stages[0].summary == "The first steps.")
    #expect(
      stages[0].demands == [
        StageDemand("commerce", Requirement("storefront")),
        StageDemand("commerce", Requirement(atLeast: 1, of: ["gateway-hosted", "gateway-api"])),
      ])
    #expect(stages[1].demands.map(\.element) == ["commerce", "data"])
    #expect(
      roadmap.maturity.elements.map(\.question) == [
        LocalizedText("What can customers do?", dutch: "Wat kunnen klanten doen?"), nil,
      ])
    #expect(
      roadmap.sources == [
        Source(
          id: "lindqvist-2024", title: "Paying later", publisher: "Journal of Carts", year: 2024,
          url: "https://example.org/paying-later")
      ])
    #expect(
      roadmap.overlapGroups == [
        OverlapGroup(id: "checkout", name: "Checkout", kpi: .conversion, ceiling: 0.08)
      ])
  }

  @Test func capabilitiesInTheOrderOfWriting() throws {
    #expect(
      roadmap.capabilities.map(\.id) == [
        "storefront", "page-view-tracking", "gateway-hosted", "gateway-api", "bnpl", "invoice",
      ])
    let tracking = try capability("page-view-tracking")
    #expect(tracking.proofPoints.map(\.id) == ["tagged", "checked"])
    #expect(tracking.duration == Estimate(low: 2, likely: 4, high: 6))
    #expect(tracking.needs == [Capability.TeamNeed("data", People(hundredths: 50))])
    #expect(try capability("invoice").trigger?.conditions.map(\.kpi) == [.churn])
    #expect(try capability("invoice").duration == Estimate(30.0 / 7))
  }

  @Test func conditionsOfACapability() throws {
    let bnpl = try capability("bnpl")
    #expect(bnpl.name[.dutch] == "Achteraf betalen" && bnpl.name.english == "Buy now, pay later")
    #expect(
      bnpl.prerequisites == [
        Prerequisite(Requirement("storefront"), lag: 2),
        Prerequisite(Requirement(atLeast: 1, of: ["gateway-hosted", "gateway-api"]), lag: 2),
      ])
    #expect(bnpl.provides == ["invoice"])
    #expect(
      bnpl.trigger
        == Trigger([
          TriggerCondition(.visits, .atLeast, 200_000), TriggerCondition(.conversion, .atLeast, 0.01),
        ]))
  }

  @Test func workAndMoneyOfACapability() throws {
    let bnpl = try capability("bnpl")
    let claim = Evidence(.vendorClaim, source: "lindqvist-2024")
    #expect(
      bnpl.duration == Estimate(low: 4, likely: 6, high: 10, distribution: .lognormal, evidence: claim))
    #expect(bnpl.cost == Estimate(low: 12_000, likely: 20_000, high: 45_000, distribution: .triangular))
    #expect(bnpl.costTiming == .finish)
    #expect(
      bnpl.runningCost
        == Estimate(low: 600, likely: 900, high: 1_500, distribution: .fixed, evidence: claim))
    #expect(try capability("gateway-api").runningCost == Estimate(low: 300, likely: 350, high: 400))
    #expect(try capability("gateway-hosted").cost == Estimate(low: 8_000, likely: 12_000, high: 20_000))
    #expect(try capability("storefront").cost == .zero)
  }

  @Test func impactOfACapability() throws {
    let bnpl = try capability("bnpl")
    let study = Evidence(.quasiExperiment, source: "lindqvist-2024")
    #expect(
      bnpl.effects == [
        Effect(
          .conversion, change: Estimate(low: 0.002, likely: 0.01, high: 0.03, evidence: study),
          ramp: 3 * monthsInWeeks,
          overlap: "checkout"),
        Effect(
          .returnRate, change: Estimate(low: 0.01, likely: 0.02, high: 0.04, distribution: .triangular)),
      ])
    #expect(bnpl.chanceOfSuccess == 0.8)
    let benefit = try #require(bnpl.benefit)
    #expect(
      benefit.perMonth
        == Estimate(
          low: 1_000.0 / 3, likely: 2_000.0 / 3, high: 4_000.0 / 3,
          evidence: Evidence(.observation, source: "lindqvist-2024")))
    #expect(benefit.ramp == 2 * monthsInWeeks)
  }

  @Test func alternatives() throws {
    #expect(
      roadmap.alternatives == [
        Alternative(
          id: "gateway-vendor", name: "Vendor of the gateway", choice: .one,
          members: ["gateway-hosted", "gateway-api"],
          criteria: [Criterion(id: "cost", weight: 3), Criterion(id: "service", weight: 2)],
          scores: [
            "gateway-hosted": ["cost": 4, "service": 3], "gateway-api": ["cost": 2.5, "service": 5],
          ],
          minimumScore: 2.5, pointValue: 5_000)
      ])
  }

  @Test func company() throws {
    #expect(
      roadmap.company.states == [
        "storefront": .live, "gateway-api": .inProgress(0.25), "invoice": .partial(0.4),
      ])
    #expect(
      roadmap.company.doneRanges == ["invoice": Estimate(low: 0.2, likely: 0.4, high: 0.5)])
    #expect(
      roadmap.company.answers == [
        ProofAnswer(capability: "page-view-tracking", proofPoint: "tagged", answer: .yes),
        ProofAnswer(
          capability: "page-view-tracking", proofPoint: "checked", answer: .no, basis: .measured,
          on: try day("2026-10-01"),
          note: "Export of 1 October"),
      ])
  }

  @Test func limits() throws {
    #expect(roadmap.policy.stageGates == .strict && roadmap.policy.workInProgress == 6)
    #expect(
      roadmap.policy.freeze == [
        .yearly(
          from: try #require(MonthDay(month: 11, day: 15)),
          through: try #require(MonthDay(month: 12, day: 31))),
        .once(from: try day("2028-06-01"), through: try day("2028-06-14")),
      ])
    #expect(roadmap.teams.map(\.capacity) == [People(hundredths: 400), People(hundredths: 100)])
    #expect(
      roadmap.teams[0].changes == [
        Team.CapacityChange(from: try day("2027-07-01"), capacity: People(hundredths: 650))
      ])
    #expect(roadmap.teams[1].name == "data")
    #expect(roadmap.teams.map(\.absence) == [nil, Team.Absence(share: 0.08, spell: 2)])
    let budget = try #require(roadmap.budget)
    #expect(budget.carriesOver && budget.windows.count == 13)
    #expect(
      budget.windows.first
        == Budget.Window(
          from: try day("2027-01-04"), through: try day("2027-03-31"), amount: Money(units: 180_000)))
  }

  @Test func business() throws {
    let business = try #require(roadmap.business)
    #expect(
      business.visits
        == Business.Baseline(
          240_000, growthPerYear: 0.06, seasonality: [0.8, 0.8, 0.9, 0.9, 1, 1, 0.9, 0.9, 1, 1.1, 1.4, 1.3]))
    #expect(
      business.conversion.value == 0.014 && business.margin.value == 0.31 && business.returnRate.value == 0.09
    )
    #expect(
      business.orderValue.value == 138 && business.costToServe.value == 6.2 && business.customers == 18_500)
    #expect(
      business.orderValue.variation
        == Business.Variation(growthSpread: 0.02, noise: 0.05, autocorrelation: 0.7))
    #expect(abs(business.orderValue.growthPerYear - 0.012_066_220_869) < 1e-9)
    #expect(business.churn.value == 0.045 && business.newCustomerShare == 0.7)
    #expect(business.reorderRate.value == 0.33 / 3)
    #expect(business.currency == "EUR")
  }

  @Test func uncertainty() throws {
    let uncertainty = roadmap.uncertainty
    #expect(uncertainty.executionPolicy == .fixedDates && !uncertainty.isStartUncertain)
    #expect(
      uncertainty.correlations == [
        CorrelationGroup(
          id: "developers", name: "The same developers", scope: .team("development"),
          quantities: [.duration], coefficient: 0.4),
        CorrelationGroup(id: "all", name: "all", coefficient: 0.2),
      ])
    let vendor = Risk(
      id: "vendor-fails", name: LocalizedText("The vendor fails", dutch: "De leverancier valt uit"),
      probability: 0.1, scope: .capabilities(["gateway-api", "gateway-hosted"]), hitsEachByItself: true,
      from: try day("2027-02-01"), through: try day("2028-12-31"),
      delayFactor: Estimate(low: 1.1, likely: 1.3, high: 2),
      delay: Estimate(low: 2, likely: 4, high: 10, distribution: .lognormal), cost: Estimate(20_000),
      effectLoss: Estimate(low: 0, likely: 0.1, high: 0.3),
      mitigation: Risk.Mitigation(price: 15_000, isTaken: true, probability: 0.02))
    let few = Risk(
      id: "few-hands", name: "few-hands", probability: 0.2, scope: .team("development"), delay: Estimate(2),
      mitigation: Risk.Mitigation(capability: "storefront", probability: 0.05))
    #expect(uncertainty.risks == [vendor, few])
    #expect(
      uncertainty.decisionPoints == [
        DecisionPoint(
          id: "pay-later", name: "Does paying later pay?", pilot: "bnpl", wait: 8, kpi: .conversion,
          improvement: 0.005, then: ["invoice"], otherwise: ["page-view-tracking"])
      ])
  }

  @Test func record() throws {
    let record = try #require(roadmap.record)
    #expect(try record.through == day("2027-03-31"))
    #expect(try record.stages == ["crawl": day("2026-04-06")])
    let actuals = [
      Actual(
        capability: "storefront", started: try day("2026-01-05"), finished: try day("2026-04-06"),
        cost: 90_000),
      Actual(
        capability: "bnpl", started: try day("2026-10-05"), finished: try day("2026-12-07"),
        effects: [
          Actual.MeasuredEffect(.conversion, change: 0.008),
          Actual.MeasuredEffect(.returnRate, change: 0.01, on: try day("2027-02-01")),
        ]),
    ]
    #expect(record.capabilities == actuals)
    #expect(record.capabilities.map(\.weeks) == [13, 9])
  }

  @Test func pastForecasts() throws {
    let ranges = [
      PastForecast.Range(
        capability: "storefront", quantity: .duration, estimate: Estimate(low: 8, likely: 12, high: 20)),
      PastForecast.Range(
        capability: "bnpl", quantity: .duration,
        estimate: Estimate(low: 4, likely: 6, high: 10, distribution: .triangular)),
      PastForecast.Range(
        capability: "storefront", quantity: .cost,
        estimate: Estimate(low: 60_000, likely: 70_000, high: 80_000)),
      PastForecast.Range(
        capability: "bnpl", quantity: .effect(.conversion),
        estimate: Estimate(low: 0.002, likely: 0.01, high: 0.03)),
    ]
    let promises = [
      PastForecast.Promise(.capability("storefront"), by: try day("2026-03-30"), probability: 0.8),
      PastForecast.Promise(.stage("crawl"), by: try day("2026-06-30"), probability: 0.9),
    ]
    let forecast = PastForecast(
      id: "autumn", madeOn: try day("2025-10-01"), ranges: ranges, promises: promises)
    #expect(roadmap.record?.forecasts == [forecast])
  }

  @Test func decisions() throws {
    #expect(
      roadmap.decisions == [
        "bnpl": Decision(pinnedStart: try day("2027-06-07")),
        "page-view-tracking": Decision(isForced: true, liveBy: try day("2027-06-30")),
        "invoice": Decision(isExcluded: true), "gateway-hosted": Decision(notBefore: try day("2028-01-01")),
      ])
  }
}

@Suite struct ScenarioReaderTests {
  private static let base = (try? Fixtures.text("Invalid/support/base.yaml")) ?? ""

  @Test func laysAnExtensionOverItsBase() throws {
    let reading = read(
      """
      gait: 1
      extends: base.yaml
      name: More people
      teams: { development: { capacity: 8 }, data: { capacity: 1 } }
      budget: null
      company: { live: [] }
      """, others: ["base.yaml": Self.base])
    let roadmap = try #require(reading.roadmap)
    #expect(roadmap.name == "More people")
    #expect(roadmap.teams.map(\.id) == ["development", "data"])
    #expect(roadmap.teams[0].capacity == People(8) && roadmap.teams[0].changes.count == 1)
    #expect(roadmap.budget == nil)
    #expect(roadmap.company.states.isEmpty && roadmap.company.answers.count == 1)
    #expect(reading.sources.map(\.file) == ["scenario.yaml", "base.yaml"])
  }

  @Test func takesTheCatalogOfTheNearestFile() throws {
    let catalog = """
      gait: 1
      name: Own catalog
      elements: { service: { name: Service } }
      capabilities: { chat: { name: Chat, stage: crawl, element: service, duration: 1w } }
      """
    let others = ["base.yaml": Self.base + "catalog: far.yaml\n", "lists/own.yaml": catalog]
    let reading = read("gait: 1\nextends: base.yaml\ncatalog: lists/own.yaml\n", others: others)
    let roadmap = try #require(reading.roadmap)
    #expect(roadmap.name == "Base")
    #expect(roadmap.maturity.elements.map(\.id) == ["service", "commerce", "data"])
    #expect(roadmap.capability("chat") != nil)
    #expect(read("gait: 1\nextends: base.yaml\n", others: others).findings.map(\.id) == ["file-missing"])
    #expect(read("gait: 1\nextends: base.yaml\ncatalog: null\n", others: others).roadmap != nil)
  }

  @Test func readsAScenarioOnTheBuiltInCatalog() throws {
    let reading = read(
      """
      gait: 1
      name: Nordlicht Supplies
      catalog: commerce
      calendar: { start: 2027-01-04, horizon: 3 years }
      target: { stage: run }
      teams: { development: { capacity: 4 }, marketing: { capacity: 2 }, data: { capacity: 1 } }
      business:
        { currency: EUR, visits: 240k per month, conversion: 1.4%, orderValue: 138, margin: 31%, returnRate: 9%,
          costToServe: 6.20, customers: 18500, churn: 4.5% per month, reorderRate: 11% per month, newCustomerShare: 70% }
      capabilities:
        bnpl:
          name: { en: Buy now, pay later, nl: Achteraf betalen, sv: Betala senare }
          cost: [12k, 20k, 45k]
      """)
    #expect(reading.summary.filter { !$0.contains("commerce/") } == [])
    let roadmap = try #require(reading.roadmap)
    #expect(roadmap.capabilities.count > 50)
    #expect(roadmap.capability("bnpl")?.cost.high == 45_000)
  }

  @Test func reportsAllFilesInOneRun() {
    let reading = read(
      "gait: 1\nextends: middle.yaml\nobjective: speed\n",
      others: [
        "middle.yaml": "gait: 1\nextends: base.yaml\ncompany: { live: [storefront, shop] }\ntarget: walk\n",
        "base.yaml": Self.base,
      ])
    #expect(
      reading.summary == [
        "unknown-word scenario.yaml:3:12", "unknown-capability middle.yaml:3:31",
        "expected-map middle.yaml:4:9",
      ])
    #expect(
      reading.findings.map { reading.sourceLine(of: $0) } == [
        "objective: speed", "company: { live: [storefront, shop] }", "target: walk",
      ])
  }

  /// What the rules of the model would say about a stand-in for an unreadable value must not be shown.
  @Test func saysNothingAboutStandIns() {
    let reading = read(
      "gait: 1\nextends: base.yaml\ncapabilities: { wallet: { stage: [walk], needs: { development: many } } }\n",
      others: ["base.yaml": Self.base])
    #expect(reading.findings.map(\.id) == ["expected-value", "not-a-number"])
  }

  /// A mistake hides no other: not in the calendar, not in another key of the same entry.
  @Test func oneMistakeHidesNoOther() {
    let reading = read(
      """
      gait: 1
      extends: base.yaml
      calendar: { start: 2027-02-30 }
      target: { stage: wlak, by: 30-06-2029 }
      teams: { development: { capacity: -1, changes: soon } }
      capabilities:
        wallet: { duration: 6, requires: [wallt], cost: -5k }
        gateway-api: { stage: wlk }
      company: { live: [storefrnt], partial: { tracking: much } }
      business: { visits: many, conversion: 140% }
      decisions: { liveBy: { wallet: 2098-01-01 } }
      """, others: ["base.yaml": Self.base])
    #expect(
      reading.summary == [
        "no-such-day scenario.yaml:3:20", "unknown-stage scenario.yaml:4:18", "not-a-date scenario.yaml:4:28",
        "number-range scenario.yaml:5:35", "expected-list scenario.yaml:5:48",
        "duration-without-unit scenario.yaml:7:23", "unknown-capability scenario.yaml:7:37",
        "number-range scenario.yaml:7:51", "unknown-stage scenario.yaml:8:25",
        "unknown-capability scenario.yaml:9:19", "not-a-number scenario.yaml:9:52",
        "not-a-number scenario.yaml:10:21", "number-range scenario.yaml:10:39",
      ])
  }

  /// Nothing is unknown while the table that would know it cannot be read.
  @Test(arguments: [
    ("teams: many", ["expected-map"]), ("stages: [crawl]", ["expected-map"]),
    (
      "overlapGroups: { checkout: { kpi: speed } }\ncapabilities: { wallet: { effects: { conversion: { change: 1%, overlap: checkout } } } }",
      ["unknown-word"]
    ),
    ("alternatives: { gateway: { criteria: 3 } }", ["expected-map"]),
    ("capabilities: { tracking: { proof: 3 } }", ["expected-map"]),
  ])
  func nothingFollowsFromAnUnreadableTable(_ text: String, _ ids: [String]) {
    let reading = read("gait: 1\nextends: base.yaml\n" + text + "\n", others: ["base.yaml": Self.base])
    #expect(reading.findings.map(\.id) == ids)
  }

  @Test func saysWhetherThereWasAScenario() {
    let reader = ScenarioReader(files: FilesInMemory(["folder/a.yaml": "gait: 1", "b.yaml": ""]))
    #expect(!reader.read("missing.yaml").foundScenario)
    #expect(!reader.read("folder").foundScenario)
    #expect(reader.read("folder/a.yaml").foundScenario && reader.read("b.yaml").foundScenario)
    #expect(reader.read("missing.yaml").summary == ["file-missing missing.yaml:1:1"])
  }

  @Test func hashesEverythingThatItReads() {
    func hash(_ text: String, base: String = Self.base) -> String {
      read(text, others: ["base.yaml": base]).inputHash
    }
    let text = "gait: 1\nextends: base.yaml\n"
    #expect(hash(text) == hash(text))
    #expect(Set([hash(text), hash(text + "# note\n"), hash(text, base: Self.base + "\n")]).count == 3)
  }

  @Test func listsEveryIDOnce() {
    #expect(Set(ScenarioReader.findingIDs).count == ScenarioReader.findingIDs.count)
    #expect(ScenarioReader.findingIDs.allSatisfy { $0.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil })
  }
}
