import RoadmapModel
import TestSupport

extension RuleCase {
  static let numbers = ranges + orders

  private static let ranges: [RuleCase] = [
    RuleCase(.numberRange, at: "capabilities.a.duration") { $0.capabilities[0].duration = Estimate(-1) },
    RuleCase(.numberRange, at: "capabilities.a.duration") { $0.capabilities[0].duration = Estimate(521) },
    RuleCase(.numberRange, at: "capabilities.a.cost") { $0.capabilities[0].cost = Estimate(.infinity) },
    RuleCase(.numberRange, at: "capabilities.a.runningCost") {
      $0.capabilities[0].runningCost = Estimate(-5)
    },
    RuleCase(.numberRange, at: "capabilities.a.benefit") { contents in
      contents.capabilities[0].benefit?.perMonth = Estimate(1e12)
    },
    RuleCase(.numberRange, at: "capabilities.a.benefit.ramp") { $0.capabilities[0].benefit?.ramp = .nan },
    RuleCase(
      .numberRange, at: "capabilities.e.effects.margin",
      base.capability("e", effects: [.init(.margin, change: Estimate(-1))])),
    RuleCase(.numberRange, at: "capabilities.a.effects.conversion.ramp") { contents in
      contents.capabilities[0].effects[0].ramp = -1
    },
    RuleCase(.numberRange, at: "capabilities.b.requires.0.lag") {
      $0.capabilities[1].prerequisites[0].lag = -1
    },
    RuleCase(.numberRange, at: "capabilities.b.needs.development") { contents in
      contents.capabilities[1].needs[0].people = People(-1)
    },
    RuleCase(.numberRange, at: "teams.development.capacity") { contents in
      contents.teams[0].capacity = People(10_001)
    },
    RuleCase(.numberRange, at: "teams.late.changes.0.capacity", base.team("late", 1, changes: [1: -1])),
    RuleCase(.numberRange, at: "company.partial.a", base.states(["a": .partial(1.5)])),
    RuleCase(.numberRange, at: "company.inProgress.a", base.states(["a": .inProgress(.nan)])),
    RuleCase(.numberRange, at: "business.conversion") { $0.business?.conversion.value = 1.4 },
    RuleCase(.numberRange, at: "business.visits.growth") { $0.business?.visits.growthPerYear = -1 },
    RuleCase(.numberRange, at: "business.visits.seasonality.11") { contents in
      contents.business?.visits.seasonality = Array(repeating: 1, count: 11) + [-1]
    },
    RuleCase(.numberRange, at: "business.customers") { $0.business?.customers = -1 },
    RuleCase(.numberRange, at: "business.newCustomerShare") { $0.business?.newCustomerShare = 70 },
    RuleCase(.numberRange, at: "discountRate") { $0.discountRate = 9 },
    RuleCase(.numberRange, at: "weights.impact") { $0.weights.impact = -1 },
    RuleCase(.numberRange, at: "weights.cost") { $0.weights.cost = .nan },
    RuleCase(.numberRange, at: "evidence.prior") { $0.evidencePolicy.prior = 3 },
    RuleCase(.numberRange, at: "evidence.trust.V") { $0.evidencePolicy[.vendorClaim] = 1.1 },
    RuleCase(.numberRange, at: "policy.workInProgress", base.policy(workInProgress: 0)),
    RuleCase(.numberRange, at: "overlapGroups.idle.ceiling") { contents in
      contents.overlapGroups.append(OverlapGroup(id: "idle", name: "Idle", kpi: .churn, ceiling: -1))
    },
    RuleCase(.numberRange, at: "alternatives.choice.pointValue") { $0.alternatives[0].pointValue = -1 },
    RuleCase(.numberRange, at: "alternatives.choice.minimumScore") { $0.alternatives[0].minimumScore = 6 },
    RuleCase(.numberRange, at: "alternatives.choice.criteria.merit") { contents in
      contents.alternatives[0].criteria[0].weight = -1
    },
    RuleCase(.numberRange, at: "alternatives.choice.scores.b.merit") { contents in
      contents.alternatives[0].scores["b"] = ["merit": 5.5]
    },
    RuleCase(.numberRange, at: "budget.windows.1.amount") { contents in
      contents.budget?.windows[1].amount = Money(units: -1)
    },
  ]

  private static let orders: [RuleCase] = [
    RuleCase(.rangeOrder, at: "capabilities.a.duration") { contents in
      contents.capabilities[0].duration = Estimate(low: 3, likely: 2, high: 4)
    },
    RuleCase(.rangeOrder, at: "capabilities.a.cost") { contents in
      contents.capabilities[0].cost = Estimate(low: 1, likely: 5, high: 4)
    },
    RuleCase(.seasonCount, at: "business.margin.seasonality") { $0.business?.margin.seasonality = [1, 1] },
    RuleCase(.calendarLength, at: "calendar.horizon") { $0.calendar.periodCount = 0 },
    RuleCase(.calendarLength, at: "calendar.horizon") { $0.calendar.periodCount = 1_567 },
    RuleCase(
      .calendarLength, at: "calendar.horizon",
      base.target("crawl", by: 3).with { $0.calendar.periodCount = .max }),
    RuleCase(.dateOrder, at: "teams.late.changes.1", base.team("late", 1, changes: [4: 2, 4: 3])),
    RuleCase(.dateOrder, at: "budget.windows.1") { contents in
      contents.budget?.windows[1].from = contents.calendar.start.advanced(by: 34)
    },
    RuleCase(.dateOrder, at: "budget.windows.1") { contents in
      contents.budget?.windows[1].through = contents.calendar.start.advanced(by: 35 - 1)
    },
    RuleCase(.dateOrder, at: "policy.freeze.1") { contents in
      let start = contents.calendar.start
      contents.policy.freeze.append(.once(from: start, through: start.advanced(by: -1)))
    },
  ]
}
