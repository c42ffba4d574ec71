import RoadmapModel
import TestSupport

extension RuleCase {
  private static func record(
    _ rule: RoadmapRule, at path: String, _ change: (inout Record, CivilDate) -> Void
  ) -> RuleCase {
    RuleCase(rule, at: "record.\(path)") { contents in
      var record = Record(through: contents.calendar.start)
      change(&record, contents.calendar.start)
      contents.record = record
    }
  }

  private static func forecast(
    _ rule: RoadmapRule, at path: String, _ range: PastForecast.Range...,
    promises: @autoclosure () -> [PastForecast.Promise] = []
  ) -> RuleCase {
    record(rule, at: "forecasts.old.\(path)") { record, _ in
      record.forecasts = [PastForecast(id: "old", ranges: range, promises: promises())]
    }
  }

  private static let day = CivilDate(dayNumber: 20_000)

  static let record: [RuleCase] = [
    record(.unknownCapability, at: "capabilities.x") { record, _ in
      record.capabilities = [Actual(capability: "x")]
    },
    record(.duplicateID, at: "capabilities.a") { record, _ in
      record.capabilities = [Actual(capability: "a"), Actual(capability: "a")]
    },
    record(.duplicateID, at: "forecasts.old") { record, _ in
      record.forecasts = [PastForecast(id: "old"), PastForecast(id: "old")]
    },
    record(.numberRange, at: "capabilities.a.cost") { record, _ in
      record.capabilities = [Actual(capability: "a", cost: -1)]
    },
    record(.numberRange, at: "capabilities.a.effects.churn") { record, _ in
      record.capabilities = [Actual(capability: "a", effects: [.init(.churn, change: -1)])]
    },
    record(.effectOnResult, at: "capabilities.a.effects.orders") { record, _ in
      record.capabilities = [Actual(capability: "a", effects: [.init(.orders, change: 0.1)])]
    },
    record(.dateOrder, at: "capabilities.a.finished") { record, start in
      record.capabilities = [
        Actual(capability: "a", started: start, finished: start.advanced(by: -1))
      ]
    },
    record(.dateOrder, at: "capabilities.a.finished") { record, start in
      record.capabilities = [
        Actual(capability: "a", started: start, finished: start.advanced(by: 1))
      ]
    },
    record(.dateOrder, at: "stages.crawl") { record, start in
      record.stages = ["crawl": start.advanced(by: 1)]
    },
    record(.unknownStage, at: "stages.sprint") { record, start in record.stages = ["sprint": start] },
    forecast(
      .unknownCapability, at: "durations.x", .init(capability: "x", quantity: .duration, estimate: .zero)),
    forecast(
      .numberRange, at: "durations.a", .init(capability: "a", quantity: .duration, estimate: Estimate(-1))),
    forecast(.numberRange, at: "costs.a", .init(capability: "a", quantity: .cost, estimate: Estimate(-1))),
    forecast(
      .rangeOrder, at: "effects.a.churn",
      .init(
        capability: "a", quantity: .effect(.churn), estimate: Estimate(low: 0.2, likely: 0.1, high: 0.3))),
    forecast(
      .effectOnResult, at: "effects.a.revenue",
      .init(capability: "a", quantity: .effect(.revenue), estimate: Estimate(0.1))),
    forecast(
      .numberRange, at: "promises.0.probability",
      promises: [PastForecast.Promise(.capability("a"), by: day, probability: 2)]),
    forecast(
      .unknownCapability, at: "promises.0.capability",
      promises: [PastForecast.Promise(.capability("x"), by: day, probability: 0.5)]),
    forecast(
      .unknownStage, at: "promises.1.stage",
      promises: [
        PastForecast.Promise(.capability("a"), by: day, probability: 0.5),
        PastForecast.Promise(.stage("sprint"), by: day, probability: 0.5),
      ]),
  ]
}
