import RandomStreams
import RoadmapModel

/// A roadmap made for tests of the business model: nothing but capabilities with money and effects.
struct SampleShop {
  /// A capability in short.
  struct Item {
    var effects: [Effect] = []
    var benefit: Benefit?
    var state = CapabilityState.missing
    var duration = 4.0
    var cost = 0.0
    var runningCost = 0.0
    var timing = Capability.CostTiming.spread
  }

  var periodCount = 52
  var discountRate = 0.0
  var business: Business? = SampleShop.plain
  var groups: [OverlapGroup] = []
  var items: [Item] = []
  var alternatives: [Alternative] = []
  var evidencePolicy = EvidencePolicy(shrinks: false)

  /// 10,000 visits a week bring 100 orders that leave 30 each; 1,000 customers order 20 times a week, and a tenth of them leave.
  static let plain: Business = {
    let weeks = PlanningCalendar.periodsPerMonth
    return Business(
      currency: "EUR", visits: .init(10_000 * weeks), conversion: .init(0.01), orderValue: .init(100),
      margin: .init(0.4), returnRate: .init(0.1), costToServe: .init(6), customers: 1_000,
      churn: .init(1 - power(0.9, weeks)), reorderRate: .init(0.02 * weeks), newCustomerShare: 0.5)
  }()

  static func id(_ position: Int) -> CapabilityID { CapabilityID("c\(position)") }

  func roadmap() throws -> Roadmap {
    let capabilities = items.enumerated().map { position, item in
      Capability(
        id: Self.id(position), name: LocalizedText("Capability \(position)"), stage: "run",
        element: "commerce", duration: Estimate(item.duration), cost: Estimate(item.cost),
        costTiming: item.timing, runningCost: Estimate(item.runningCost), effects: item.effects,
        benefit: item.benefit)
    }
    let states = items.enumerated().map { (Self.id($0), $1.state) }
    return try Roadmap(
      validating: RoadmapContents(
        name: LocalizedText("Sample"),
        calendar: PlanningCalendar(start: CivilDate(dayNumber: 20_822), periodCount: periodCount),
        maturity: MaturityModel(
          stages: [Stage(id: "run", name: LocalizedText("Run"))],
          elements: [Element(id: "commerce", name: LocalizedText("Commerce"))]),
        capabilities: capabilities, alternatives: alternatives, overlapGroups: groups,
        company: Company(states: Dictionary(states) { first, _ in first }), target: Target(stage: "run"),
        business: business, discountRate: discountRate, evidencePolicy: evidencePolicy))
  }
}

extension SampleShop.Item {
  /// A capability that changes one lever.
  init(_ kpi: KPI, _ change: Double, ramp: Double = 0, overlap: OverlapGroupID? = nil) {
    self.init(effects: [Effect(kpi, change: Estimate(change), ramp: ramp, overlap: overlap)])
  }
}
