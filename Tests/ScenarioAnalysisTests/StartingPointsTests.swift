import Planning
import RoadmapModel
import TestSupport
import Testing

@testable import ScenarioAnalysis

@Suite struct StartingPointsTests {
  /// One team builds four things one after the other, the last of them just in time.
  private func roadmap(notBefore day: CivilDate?) throws -> Roadmap {
    var fixture = RoadmapFixture(periods: 60).team("squad", 1)
    for id in ["first", "second", "third", "last"] as [CapabilityID] {
      fixture = fixture.capability(id, weeks: 10, needs: ["squad": 1], benefit: 500)
    }
    let calendar = try fixture.roadmap().calendar
    return try fixture.with {
      $0.decisions["last"] = Decision(liveBy: calendar.date(of: Period(40)))
      $0.decisions["first"] = Decision(notBefore: day)
    }.roadmap()
  }

  private let known = Schedule(starts: [
    "first": Period(0), "second": Period(10), "third": Period(20), "last": Period(30),
  ])

  /// Keeping the order pushes the last one past its day; bringing work forward, or placing what is pressed first, keeps it.
  @Test func whatIsPutOffMakesRoomForTheRest() throws {
    let calendar = try roadmap(notBefore: nil).calendar
    let day = calendar.date(of: Period(13))
    let variant = try roadmap(notBefore: day)
    let planner = Planner(variant)
    #expect(!planner.carryOver(known).keepsRules)
    let points = StartingPoints(planner: planner, variant: variant, changes: [.notBefore("first", day)])
    let starts = points.schedules(from: known)
    #expect(!starts.isEmpty && starts.count <= StartingPoints.limit)
    for start in starts {
      let again = planner.carryOver(start)
      #expect(again.keepsRules && again.schedule == start)
      #expect(try #require(start.starts["first"]) >= Period(13))
      #expect(try #require(start.starts["last"]) <= Period(30))
    }
    let kept = try #require(points.keepingRules(from: known))
    #expect(planner.carryOver(kept).keepsRules)
  }

  /// A schedule that nothing disturbs is itself among the starts.
  @Test func whatFitsStays() throws {
    let variant = try roadmap(notBefore: nil)
    let points = StartingPoints(
      planner: Planner(variant), variant: variant, changes: [.costFactor("first", 2)])
    #expect(points.schedules(from: known).contains(known))
  }
}
