package import RoadmapModel

/// A small roadmap that is put together line by line, with defaults for what a test does not care about.
///
/// It starts with three stages (`crawl`, `walk`, `run`), one element (`commerce`), no demands and a calendar of weeks from Monday,
/// 4 January 2027; the target is `crawl`, so that nothing is required unless a test says so.
///
/// ```swift
/// let roadmap = try RoadmapFixture(periods: 8)
///   .team("development", 2)
///   .capability("storefront", weeks: 3, needs: ["development": 1])
///   .capability("checkout", weeks: 2, requires: [.init("storefront")])
///   .roadmap()
/// ```
package struct RoadmapFixture: Sendable {
  /// What has been put together so far; tests may change it directly.
  package var contents: RoadmapContents

  /// The first day of the calendar: a Monday.
  package static let start = CivilDate(dayNumber: 20_822)

  /// An empty roadmap of some weeks.
  package init(periods: Int = 8) {
    contents = RoadmapContents(
      name: "Fixture", calendar: PlanningCalendar(start: Self.start, periodCount: periods),
      maturity: MaturityModel(
        stages: ["crawl", "walk", "run"].map { Stage(id: StageID($0), name: LocalizedText($0)) },
        elements: [Element(id: "commerce", name: "Commerce")]),
      capabilities: [], target: Target(stage: "crawl"))
  }

  /// Validates what has been put together.
  package func roadmap() throws -> Roadmap {
    try Roadmap(validating: contents)
  }

  /// A changed copy.
  package func with(_ change: (inout RoadmapContents) -> Void) -> Self {
    var copy = self
    change(&copy.contents)
    return copy
  }

  /// Adds a capability, by default of one week that needs, costs and brings nothing.
  package func capability(
    _ id: CapabilityID, stage: StageID = "crawl", weeks: Double = 1, cost: Double = 0,
    timing: Capability.CostTiming = .spread, runningCost: Double = 0,
    needs: KeyValuePairs<TeamID, Double> = [:],
    requires: [Prerequisite] = [], provides: [CapabilityID] = [], trigger: Trigger? = nil,
    effects: [Effect] = [], benefit: Double? = nil, proof: [ProofPointID] = [],
    element: ElementID = "commerce"
  ) -> Self {
    with { contents in
      contents.capabilities.append(
        Capability(
          id: id, name: LocalizedText(id.text), stage: stage, element: element,
          proofPoints: proof.map { ProofPoint(id: $0, question: LocalizedText("Is \($0) so?")) },
          prerequisites: requires, provides: provides, trigger: trigger, duration: Estimate(weeks),
          needs: needs.map { Capability.TeamNeed($0, People($1)) }, cost: Estimate(cost), costTiming: timing,
          runningCost: Estimate(runningCost), effects: effects,
          benefit: benefit.map { Benefit(perMonth: Estimate($0)) }))
    }
  }

  /// Adds a team.
  package func team(_ id: TeamID, _ capacity: Double, changes: KeyValuePairs<Int, Double> = [:]) -> Self {
    with { contents in
      let calendar = contents.calendar
      contents.teams.append(
        Team(
          id: id, name: LocalizedText(id.text), capacity: People(capacity),
          changes: changes.map { period, capacity in
            Team.CapacityChange(from: calendar.date(of: Period(period)), capacity: People(capacity))
          }))
    }
  }

  /// Adds a demand of a stage.
  package func demand(_ stage: StageID, _ requirement: Requirement, element: ElementID = "commerce") -> Self {
    with { contents in
      guard let rank = contents.maturity.rank(of: stage) else { return }
      contents.maturity.stages[rank].demands.append(StageDemand(element, requirement))
    }
  }

  /// Adds an alternative.
  package func alternative(
    _ id: AlternativeID, _ choice: Alternative.Choice, _ members: [CapabilityID], minimumScore: Double? = nil,
    scores: [CapabilityID: Double] = [:]
  ) -> Self {
    with { contents in
      contents.alternatives.append(
        Alternative(
          id: id, name: LocalizedText(id.text), choice: choice, members: members,
          criteria: scores.isEmpty ? [] : [Criterion(id: "merit", weight: 1)],
          scores: scores.mapValues { ["merit": $0] }, minimumScore: minimumScore))
    }
  }

  /// Sets the states of capabilities today.
  package func states(_ states: [CapabilityID: CapabilityState]) -> Self {
    with { $0.company.states.merge(states) { _, new in new } }
  }

  /// Answers a proof question.
  package func answer(
    _ capability: CapabilityID, _ proofPoint: ProofPointID, _ answer: ProofAnswer.Answer,
    basis: ProofAnswer.Basis = .stated
  ) -> Self {
    with { contents in
      contents.company.answers.append(
        ProofAnswer(capability: capability, proofPoint: proofPoint, answer: answer, basis: basis))
    }
  }

  /// Decides about a capability.
  package func decision(_ capability: CapabilityID, _ decision: Decision) -> Self {
    with { $0.decisions[capability] = decision }
  }

  /// Sets the target.
  package func target(_ stage: StageID, by period: Int? = nil) -> Self {
    with { contents in
      contents.target = Target(stage: stage, by: period.map { contents.calendar.date(of: Period($0)) })
    }
  }

  /// Sets the rules for all work; freezes are given by the periods whose first days they cover.
  package func policy(
    gates: Policy.StageGates = .soft, workInProgress: Int? = nil, freeze: [ClosedRange<Int>] = []
  ) -> Self {
    with { contents in
      let calendar = contents.calendar
      contents.policy = Policy(
        stageGates: gates, workInProgress: workInProgress,
        freeze: freeze.map { periods in
          .once(
            from: calendar.date(of: Period(periods.lowerBound)),
            through: calendar.date(of: Period(periods.upperBound)))
        })
    }
  }

  /// Sets a budget with windows of whole periods, in currency units.
  package func budget(_ windows: KeyValuePairs<ClosedRange<Int>, Double>, carriesOver: Bool) -> Self {
    with { contents in
      let calendar = contents.calendar
      contents.budget = Budget(
        windows: windows.map { periods, amount in
          Budget.Window(
            from: calendar.date(of: Period(periods.lowerBound)),
            through: calendar.date(of: Period(periods.upperBound + 1)).advanced(by: -1),
            amount: Money(units: amount))
        }, carriesOver: carriesOver)
    }
  }

  /// Gives the shop its figures.
  package func business(_ business: Business = .small) -> Self {
    with { $0.business = business }
  }
}

extension Requirement {
  /// All of some capabilities.
  package static func all(_ members: [CapabilityID]) -> Requirement {
    Requirement(atLeast: members.count, of: members)
  }
}

extension Prerequisite {
  /// One capability, live for some weeks.
  package init(_ capability: CapabilityID, lag: Int = 0) {
    self.init(Requirement(capability), lag: lag)
  }
}

extension Business {
  /// A small shop without growth and seasons: 10,000 visits and 200 orders a month.
  package static let small = Business(
    currency: "EUR", visits: Baseline(10_000), conversion: Baseline(0.02), orderValue: Baseline(80),
    margin: Baseline(0.4), returnRate: Baseline(0.1), costToServe: Baseline(5), customers: 1_000,
    churn: Baseline(0.05), reorderRate: Baseline(0.1), newCustomerShare: 0.7)
}

extension BusinessPath {
  /// A path in which one KPI has given levels, in the unit of triggers, and all others are zero.
  package init(_ kpi: KPI, levels: [Double]) {
    self.init(periodCount: levels.count)
    self[kpi] = levels.map { kpi.isFlow ? $0 / PlanningCalendar.periodsPerMonth : $0 }
  }
}
