import RoadmapModel
import Testing

@Suite("Estimates")
struct EstimateTests {
  @Test("The mean weighs the likely value four times")
  func mean() {
    #expect(Estimate(low: 4, likely: 6, high: 14).mean == 7)
    #expect(Estimate(low: -1, likely: 0, high: 1).mean == 0)
    #expect(Estimate(3.5).mean == 3.5)
    #expect(Estimate.zero.mean == 0)
  }

  @Test(
    "A value without spread is its own mean, to the last bit", arguments: [0.1, -0.4, 1.1, 0.0079, 1e12 / 7])
  func exactMean(value: Double) {
    #expect(Estimate(value).mean == value)
  }

  @Test("The mean lies within the range")
  func meanIsWithin() {
    for low in stride(from: -2.0, through: 2, by: 0.5) {
      for likely in stride(from: low, through: 3, by: 0.5) {
        for high in stride(from: likely, through: 5, by: 0.5) {
          #expect((low...high).contains(Estimate(low: low, likely: likely, high: high).mean))
        }
      }
    }
  }
}
