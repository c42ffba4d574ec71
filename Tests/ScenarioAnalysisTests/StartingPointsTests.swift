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

  /// What is put off goes behind everything else, which cannot come forward and would only be pushed.
  @Test func whatIsPutOffTakesWhatTheRestLeaves() throws {
    var fixture = RoadmapFixture(periods: 120).team("squad", 1)
      .capability("small", weeks: 10, needs: ["squad": 1], benefit: 10)
    let calendar = try fixture.roadmap().calendar
    var known = Schedule(starts: ["small": Period(0)])
    for (place, id) in (["first", "second", "third"] as [CapabilityID]).enumerated() {
      let start = Period(10 * (place + 1))
      fixture = fixture.capability(id, weeks: 10, needs: ["squad": 1], benefit: 5_000)
        .with { $0.decisions[id] = Decision(notBefore: calendar.date(of: start)) }
      known.starts[id] = start
    }
    let day = calendar.date(of: Period(13))
    let variant = try fixture.with { $0.decisions["small"] = Decision(notBefore: day) }.roadmap()
    let points = StartingPoints(
      planner: Planner(variant), variant: variant, changes: [.notBefore("small", day)])
    let best = try #require(points.schedules(from: known).first)
    #expect(best.starts == known.starts.merging(["small": Period(40)]) { $1 })
  }

  /// A schedule that nothing disturbs is itself among the starts.
  @Test func whatFitsStays() throws {
    let variant = try roadmap(notBefore: nil)
    let points = StartingPoints(
      planner: Planner(variant), variant: variant, changes: [.costFactor("first", 2)])
    #expect(points.schedules(from: known).contains(known))
  }
}
