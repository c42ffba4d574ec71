import RoadmapModel
import Testing

@Suite("Alternatives")
struct AlternativeTests {
  private let vendors = Alternative(
    id: "vendor", name: "Vendor", members: ["hosted", "api", "bundle"],
    criteria: [Criterion(id: "cost", weight: 3), Criterion(id: "service", weight: 1)],
    scores: ["hosted": ["cost": 4, "service": 2], "api": ["cost": 2]], minimumScore: 2, pointValue: 100)

  @Test("Scores are weighted; a criterion without a score counts as 0")
  func weighs() {
    #expect(vendors.weightedScore(of: "hosted") == 3.5)
    #expect(vendors.weightedScore(of: "api") == 1.5)
  }

  @Test("Who has no scores is not judged by them")
  func withoutScores() {
    #expect(vendors.weightedScore(of: "bundle") == nil)
    #expect(vendors.allows("bundle"))
    var weightless = vendors
    weightless.criteria = [Criterion(id: "cost", weight: 0)]
    #expect(weightless.weightedScore(of: "hosted") == nil)
  }

  @Test("The minimum score itself is enough")
  func minimum() {
    #expect(vendors.allows("hosted"))
    #expect(!vendors.allows("api"))
    var lenient = vendors
    lenient.minimumScore = 1.5
    #expect(lenient.allows("api"))
    lenient.minimumScore = nil
    #expect(lenient.allows("api"))
  }
}
