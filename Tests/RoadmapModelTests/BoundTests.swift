import RoadmapModel
import Testing

@Suite("Bounds")
struct BoundTests {
  private func gap(_ limit: Double, _ achieved: Double, _ objective: Objective) -> Double {
    Bound(limit: limit, method: .pricedCut, relaxed: []).gap(from: achieved, for: objective)
  }

  @Test("A value may be as large as its bound, cost and time as small")
  func directions() {
    #expect(gap(100, 80, .value) == 0.2)
    #expect(gap(80, 100, .cost) == 0.2)
    #expect(gap(8, 10, .time) == 0.2)
  }

  @Test("What is at its bound is best, what rounding puts beyond it too")
  func proved() {
    #expect(gap(100, 100, .value) == 0)
    #expect(gap(100, 100.001, .value) == 0)
    #expect(gap(10, 9.999, .time) == 0)
  }

  @Test("The gap is at most 1 for amounts of one sign, and finite around zero")
  func sizes() {
    #expect(gap(0, -50, .value) == 1)
    #expect(gap(-10, -50, .value) == 0.8)
    #expect(gap(0, 0, .value) == 0)
    #expect(gap(0.001, 0, .value) == 0.1)
    #expect(gap(50, -50, .value) == 2)
  }
}
