import RoadmapModel
import Testing

@Suite("Evidence policy")
struct EvidenceTests {
  private static let sizes = [0.0001, 0.001, 0.003, 0.01, 0.05, 0.5, 3]

  @Test(
    "A helpful claim is never made larger, and keeps its sign", arguments: KPI.levers, EvidenceGrade.allCases)
  func neverRaises(kpi: KPI, grade: EvidenceGrade) {
    let sign = kpi.higherIsBetter ? 1.0 : -1.0
    for size in Self.sizes {
      let planned = EvidencePolicy.standard.planned(size * sign, of: kpi, grade: grade) * sign
      #expect(planned >= 0 && planned <= size)
    }
  }

  @Test("A claim that hurts is taken as stated", arguments: KPI.levers, EvidenceGrade.allCases)
  func leavesHarm(kpi: KPI, grade: EvidenceGrade) {
    let sign = kpi.higherIsBetter ? -1.0 : 1.0
    for size in [0] + Self.sizes {
      #expect(EvidencePolicy.standard.planned(size * sign, of: kpi, grade: grade) == size * sign)
    }
  }

  @Test("Better evidence never counts less, and a larger claim never counts less")
  func isMonotone() {
    let policy = EvidencePolicy.standard
    for size in Self.sizes {
      let byGrade = EvidenceGrade.allCases.map { policy.planned(size, of: .conversion, grade: $0) }
      #expect(byGrade == byGrade.sorted(by: >))
    }
    for grade in EvidenceGrade.allCases {
      let bySize = Self.sizes.map { policy.planned($0, of: .margin, grade: grade) }
      #expect(bySize == bySize.sorted())
    }
  }

  @Test(
    "Claims move towards the prior by their trust",
    arguments: [
      (0.01, KPI.conversion, EvidenceGrade.experiment, 0.01),
      (0.01, .conversion, .quasiExperiment, 0.7 * 0.01 + 0.3 * 0.003),
      (0.04, .visits, .vendorClaim, 0.25 * 0.04 + 0.75 * 0.003), (0.04, .margin, .vendorClaim, 0.01),
      (-0.1, .churn, .observation, -0.05), (-0.1, .returnRate, .guess, -0.02),
      (0.002, .orderValue, .guess, 0.002),
    ])
  func closedForm(change: Double, kpi: KPI, grade: EvidenceGrade, planned: Double) {
    #expect((EvidencePolicy.standard.planned(change, of: kpi, grade: grade) - planned).magnitude < 1e-15)
  }

  @Test("Without shrinking, claims are taken as stated")
  func withoutShrinking() {
    let policy = EvidencePolicy(shrinks: false)
    #expect(policy.planned(0.4, of: .conversion, grade: .guess) == 0.4)
  }

  @Test("A weight is changed for one grade only")
  func weights() {
    var policy = EvidencePolicy.standard
    policy[.vendorClaim] = 0
    #expect(EvidenceGrade.allCases.map { policy[$0] } == [1, 0.7, 0.5, 0, 0.2])
    #expect(policy.planned(0.5, of: .margin, grade: .vendorClaim) == 0)
  }
}
