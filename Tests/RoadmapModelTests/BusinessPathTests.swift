import RoadmapModel
import TestSupport
import Testing

@Suite("Business path")
struct BusinessPathTests {
  @Test("Flows are compared per month, levels as they are")
  func levels() {
    var path = BusinessPath(periodCount: 2)
    path[.visits] = [1_000, 2_000]
    path[.conversion] = [0.02, 0.03]
    path[.churn] = [0.05, 0.05]
    #expect((path.level(of: .visits, in: Period(0)) - 1_000 * 365.25 / 84).magnitude < 1e-9)
    #expect(path.level(of: .conversion, in: Period(1)) == 0.03)
    #expect(path.level(of: .churn, in: Period(1)) == 0.05)
    #expect(path.level(of: .profit, in: Period(1)) == 0)
    #expect(path.periodCount == 2)
  }

  @Test("A trigger is reached when each of its conditions has been, not at the same time")
  func conditions() {
    var path = BusinessPath(.conversion, levels: [0.01, 0.03, 0.01, 0.01, 0.01])
    path[.churn] = [0.05, 0.05, 0.05, 0.04, 0.05]
    let both = Trigger([
      TriggerCondition(.conversion, .atLeast, 0.03), TriggerCondition(.churn, .atMost, 0.04),
    ])
    #expect(path.firstPeriod(reaching: both) == Period(3))
    #expect(path.firstPeriod(reaching: Trigger([both.conditions[0]])) == Period(1))
  }

  @Test("A level is reached when the KPI is exactly there, and may never be reached")
  func boundaries() {
    let path = BusinessPath(.orderValue, levels: [80, 90, 100])
    func first(_ comparison: TriggerCondition.Comparison, _ level: Double) -> Period? {
      path.firstPeriod(reaching: Trigger([TriggerCondition(.orderValue, comparison, level)]))
    }
    #expect(first(.atLeast, 90) == Period(1))
    #expect(first(.atLeast, 90.01) == Period(2))
    #expect(first(.atLeast, 100.01) == nil)
    #expect(first(.atMost, 80) == Period(0))
    #expect(first(.atMost, 79) == nil)
  }

  @Test("No conditions are reached at once; no periods reach nothing")
  func degenerate() {
    #expect(BusinessPath(periodCount: 3).firstPeriod(reaching: Trigger([])) == Period(0))
    let trigger = Trigger([TriggerCondition(.orders, .atMost, 5)])
    #expect(BusinessPath(periodCount: 0).firstPeriod(reaching: trigger) == nil)
  }

  @Test("Every KPI has a column of its own")
  func columns() {
    var path = BusinessPath(periodCount: 1)
    for (number, kpi) in KPI.allCases.enumerated() { path[kpi] = [Double(number + 1)] }
    #expect(KPI.allCases.map { path[$0][0] } == (1...KPI.allCases.count).map(Double.init))
  }
}
