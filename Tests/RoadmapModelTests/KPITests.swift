import RoadmapModel
import TestSupport
import Testing

@Suite("KPIs")
struct KPITests {
  @Test("Levers are those KPIs that have a baseline")
  func levers() {
    for kpi in KPI.allCases {
      #expect(kpi.isLever == (Business.small[kpi] != nil), "\(kpi)")
    }
    #expect(KPI.levers == Array(KPI.allCases.prefix(8)))
  }

  @Test("Flows, priors and directions are as documented")
  func priors() {
    #expect(KPI.allCases.filter(\.hasPrior) == [.visits, .conversion, .orderValue])
    #expect(KPI.allCases.filter(\.isFlow) == [.visits, .orders, .revenue, .profit])
    #expect(KPI.allCases.filter { !$0.higherIsBetter } == [.returnRate, .costToServe, .churn])
  }
}
