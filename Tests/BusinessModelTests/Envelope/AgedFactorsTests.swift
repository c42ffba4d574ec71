import RoadmapModel
import Testing

@testable import BusinessModel

@Suite("The factors of effects by age")
struct AgedFactorsTests {
  private let factors = AgedFactors(
    [
      LeverEffect(capability: 0, bundle: 0, size: 1, ramp: 0, rampCount: 2),
      LeverEffect(capability: 1, bundle: 0, size: -1, ramp: 0, rampCount: 1),
    ], of: CompiledEffects(bundles: [], effects: [], adoptions: [0.25, 0.5]))

  @Test("They grow along the ramp and stay")
  func values() {
    #expect(factors.values == [1, 1.25, 1.5, 2, 1, 0.75, 0])
    #expect((-2...3).map { factors.values[factors.place(of: 0, age: $0)] } == [1, 1, 1.25, 1.5, 2, 2])
    #expect((-2...2).map { factors.values[factors.place(of: 1, age: $0)] } == [1, 1, 0.75, 0, 0])
    #expect(factors.logarithms[0] == 0 && factors.logarithms[6] == -.infinity)
  }

  @Test("A step makes what helps older and what hurts younger")
  func ratios() {
    let ratios = factors.ratios(smallest: 0.25, firstHarm: 1)
    #expect(ratios[0..<3] == [1.25, 1.5 / 1.25, 2 / 1.5])
    #expect(ratios[4..<6] == [1 / 0.75, 0.75 / 0.25])
  }
}
