import RoadmapModel
import ScenarioAnalysis

extension Explanation.StabilityRange {
  /// The change that gives the number of a capability this value.
  func change(of id: CapabilityID, to value: Double) -> ScenarioChange {
    switch quantity {
    case .cost: .costFactor(id, (value / planned * 100).rounded() / 100)
    case .duration: .weeks(id, Int(value))
    case .effect: .effectFactor(id, value)
    }
  }
}
