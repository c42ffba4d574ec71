import RoadmapModel

/// Hand-made and generated roadmaps with plans, for tests of diagrams.
struct SampleRoadmap: Sendable {
  let roadmap: Roadmap
  let plan: Plan

  /// What a sample says about one capability.
  struct Item {
    var id: CapabilityID
    var name: LocalizedText
    var stage: StageID
    var element: ElementID
    var prerequisites: [Prerequisite] = []
    /// The weeks of its start and go-live; nil when it is not planned.
    var weeks: (start: Int, finish: Int)?
    var isCritical = false
    var waitsFor = Plan.Wait(.nothing)
    /// The teams that work on it, with a person each.
    var teams: [TeamID] = []
    var provides: [CapabilityID] = []
  }

  static let stages: [Stage] = [
    Stage(id: "crawl", name: LocalizedText("Crawl", dutch: "Kruipen", swedish: "Krypa")),
    Stage(id: "walk", name: LocalizedText("Walk", dutch: "Lopen", swedish: "G\u{E5}")),
    Stage(id: "run", name: LocalizedText("Run", dutch: "Rennen", swedish: "Springa")),
  ]
  static let elements: [Element] = [
    Element(id: "action", name: LocalizedText("Action", dutch: "Actie", swedish: "\u{C5}tg\u{E4}rd")),
    Element(id: "data", name: "Data"),
    Element(id: "commerce", name: LocalizedText("Commerce", dutch: "Handel", swedish: "Handel")),
  ]

  /// A roadmap of items and the plan that their weeks say.
  init(
    _ items: [Item], scenario: String = "Nordlicht Supplies",
    start: CivilDate = CivilDate(dayNumber: 20_822), weeks: Int = 157,
    elements: [Element] = Self.elements,
    stages: [Stage] = Self.stages, states: [CapabilityID: CapabilityState] = [:],
    alternatives: [Alternative] = [], decisions: [CapabilityID: Decision] = [:], deadline: CivilDate? = nil,
    freeze: [FreezeWindow] = [], teams: [Team]? = nil, budget: Budget? = nil,
    status: Plan.Status = .feasible, hasMoney: Bool = true, record: Record? = nil
  ) throws {
    let calendar = PlanningCalendar(start: start, periodCount: weeks)
    let capabilities = items.map { item in
      Capability(
        id: item.id, name: item.name, stage: item.stage, element: item.element,
        prerequisites: item.prerequisites, provides: item.provides, duration: Estimate(4),
        needs: item.teams.map { .init($0, People(1)) })
    }
    let teams =
      teams
      ?? Set(items.flatMap(\.teams)).sorted().map {
        Team(id: $0, name: LocalizedText($0.text), capacity: People(9))
      }
    self.roadmap = try Roadmap(
      validating: RoadmapContents(
        name: LocalizedText(scenario), calendar: calendar,
        maturity: MaturityModel(stages: Self.demanding(items, stages), elements: elements),
        capabilities: capabilities,
        alternatives: alternatives, company: Company(states: states),
        target: Target(stage: stages[stages.count - 1].id, by: deadline), policy: Policy(freeze: freeze),
        teams: teams, budget: budget,
        decisions: decisions, record: record))
    let planned = items.compactMap { Self.planned($0, calendar) }
      .sorted { ($0.start, $0.id) < ($1.start, $1.id) }
    self.plan = Plan(
      scenario: scenario, currency: "EUR", status: status, objective: .value, value: Self.value,
      stages: Self.reached(items, stages, states, calendar), capabilities: planned,
      notPlanned: items.filter { $0.weeks == nil && states[$0.id] == nil }.map {
        Plan.LeftOutCapability(id: $0.id, because: "It costs more than it brings.")
      },
      budget: Self.saved(budget), quarters: hasMoney ? Self.quarters(calendar) : [], teams: [], seed: 1,
      effort: "normal",
      inputHash: "")
  }

  private static let value = Plan.Value(
    npv: Money(units: 1_184_000), impact: Money(units: 2_061_000), scores: .zero, cost: Money(units: 877_000),
    firstYearCost: Money(units: 640_000),
    bound: Bound(limit: 1_222_000, method: .pricedCut, relaxed: []), gap: 0.0311)

  private static func planned(_ item: Item, _ calendar: PlanningCalendar) -> Plan.PlannedCapability? {
    guard let weeks = item.weeks else { return nil }
    let (start, finish) = (Period(weeks.start), Period(weeks.finish))
    return Plan.PlannedCapability(
      id: item.id, startPeriod: start, finishPeriod: finish, start: calendar.date(of: start),
      finish: calendar.date(of: finish), cost: Money(units: 24_000), worth: .zero,
      isCritical: item.isCritical, waitsFor: item.waitsFor, because: "Walk demands it.")
  }

  /// The stages, each of which demands what is planned of it beside what it demands already.
  private static func demanding(_ items: [Item], _ stages: [Stage]) -> [Stage] {
    stages.map { stage in
      var stage = stage
      let known = Set(stage.demands.flatMap(\.requirement.members))
      stage.demands += items.filter {
        $0.stage == stage.id && $0.weeks != nil && !known.contains($0.id)
      }.map { StageDemand($0.element, Requirement($0.id)) }
      return stage
    }
  }

  private static func reached(
    _ items: [Item], _ stages: [Stage], _ states: [CapabilityID: CapabilityState],
    _ calendar: PlanningCalendar
  ) -> [Plan.ReachedStage] {
    stages.indices.compactMap { rank in
      let below = stages[...rank].map(\.id)
      let isThere = items.contains { item in
        item.stage == stages[rank].id && (item.weeks != nil || states[item.id] == .live)
      }
      guard isThere else { return nil }
      let last = items.filter { below.contains($0.stage) }.compactMap(\.weeks?.finish).max() ?? 0
      return Plan.ReachedStage(
        stage: stages[rank].id, reachedOn: calendar.date(of: Period(last)), period: Period(last))
    }
  }

  /// The use of a budget of which nothing is spent.
  private static func saved(_ budget: Budget?) -> [Plan.BudgetUse] {
    var available = Money.zero
    return (budget?.windows ?? []).map { window in
      available = budget?.carriesOver == true ? available + window.amount : window.amount
      return Plan.BudgetUse(from: window.from, through: window.through, available: available, spent: .zero)
    }
  }

  private static func quarters(_ calendar: PlanningCalendar) -> [Plan.QuarterMoney] {
    var quarters: [Plan.QuarterMoney] = []
    var from = calendar.start
    while from < calendar.end {
      let next = min(from.startOfMonth(addingMonths: 3 - (from.month - 1) % 3), calendar.end)
      quarters.append(
        Plan.QuarterMoney(
          from: from, through: next.advanced(by: -1), oneOff: Money(units: 81_500),
          running: Money(units: 4_200), impact: Money(units: 12_345.67)))
      from = next
    }
    return quarters
  }
}
