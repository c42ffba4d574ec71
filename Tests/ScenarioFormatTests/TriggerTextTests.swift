import RoadmapModel
import Testing

@testable import ScenarioFormat

@Suite struct TriggerTextTests {
  @Test(arguments: [
    ("visits >= 200k per month", TriggerCondition(.visits, .atLeast, 200_000)),
    ("visits>=2.4M per year", TriggerCondition(.visits, .atLeast, 200_000)),
    ("profit >= 30k per quarter", TriggerCondition(.profit, .atLeast, 10_000)),
    ("conversion >= 1.5%", TriggerCondition(.conversion, .atLeast, 0.015)),
    ("churn <= 4% per month", TriggerCondition(.churn, .atMost, 0.04)),
    ("reorderRate >= .3 per quarter", TriggerCondition(.reorderRate, .atLeast, 0.1)),
    ("costToServe <= 6.20", TriggerCondition(.costToServe, .atMost, 6.2)),
    ("customers >= 18.5k", TriggerCondition(.customers, .atLeast, 18_500)),
  ])
  func readsConditions(_ text: String, _ condition: TriggerCondition) throws {
    let read = try TriggerText.condition(text)
    #expect(read.kpi == condition.kpi && read.comparison == condition.comparison)
    #expect(abs(read.level / condition.level - 1) < 1e-12)
  }

  @Test(arguments: [
    ("visits > 200k per month", MistakeKind.notATrigger), ("visits = 5", .notATrigger), ("", .notATrigger),
    ("visits >= 1 per month >= 2", .notATrigger), ("visitors >= 1 per month", .unknownWord),
    (">= 5", .unknownWord),
    ("visits >=", .notANumber), ("visits >= 200k", .rateWithoutUnit),
    ("customers >= 5k per month", .unitNotAllowed),
    ("conversion >= 2k", .suffixNotAllowed), ("orderValue >= 5%", .percentNotAllowed),
  ])
  func refusesOtherConditions(_ text: String, _ kind: MistakeKind) {
    let mistake = #expect(throws: Mistake.self) { try TriggerText.condition(text) }
    #expect(mistake?.kind == kind)
  }
}
