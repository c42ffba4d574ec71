import Planning
import RoadmapModel
import Synchronization
import TestSupport
import Testing

@testable import ScenarioAnalysis

@Suite struct ScenarioPlanningTests {
  private static func parameters(threads: Int) -> PlannerParameters {
    var parameters = PlannerParameters(effort: .quick, threads: threads)
    parameters.schedules = 60
    parameters.cuts = 4
    parameters.nodes = 40
    return parameters
  }

  private static func roadmaps(_ seeds: [Int]) -> [Roadmap] {
    seeds.map { RandomRoadmap.make(seed: UInt64($0), capabilities: 6, periods: 12) }
  }

  /// The plan that a roadmap has by itself.
  private static func plan(_ roadmap: Roadmap) async throws -> Plan? {
    plan(try await Planner(roadmap).plan(parameters(threads: 1)))
  }

  private static func plan(_ outcome: PlanningOutcome) -> Plan? {
    if case .plan(let plan) = outcome { plan } else { nil }
  }

  @Test func everyScenarioHasThePlanThatItHasByItself() async throws {
    var (roadmaps, alone): ([Roadmap], [Plan]) = ([], [])
    for roadmap in Self.roadmaps(Array(0..<12)) where roadmaps.count < 4 {
      guard let plan = try await Self.plan(roadmap) else { continue }
      roadmaps.append(roadmap)
      alone.append(plan)
    }
    try #require(roadmaps.count == 4)
    for threads in [1, 3] {
      let shares = Mutex<[Double]>([])
      let together = try await ScenarioPlanning(
        roadmaps, roadmaps.map { _ in Self.parameters(threads: threads) }
      )
      .outcomes { share in shares.withLock { $0.append(share) } }
      #expect(together.compactMap(Self.plan) == alone)
      #expect(shares.withLock { $0 }.allSatisfy { 0...1 ~= $0 })
      #expect(!shares.withLock { $0 }.isEmpty)
    }
  }

  /// What comes after a scenario without a plan is left out, and what comes before it is not.
  @Test func theFirstScenarioWithoutAPlanEndsIt() async throws {
    let roadmap = try RoadmapFixture(periods: 6).capability("shop", weeks: 4).demand(
      "crawl", Requirement("shop")
    )
    .roadmap()
    let impossible = try RoadmapFixture(periods: 6).capability("shop", weeks: 8)
      .demand("crawl", Requirement("shop")).roadmap()
    let roadmaps = [roadmap, impossible, roadmap]
    let outcomes = try await ScenarioPlanning(roadmaps, roadmaps.map { _ in Self.parameters(threads: 2) })
      .outcomes()
    try #require(outcomes.count == 2)
    let alone = try #require(try await Self.plan(roadmap))
    #expect(Self.plan(outcomes[0]) == alone)
    #expect(Self.plan(outcomes[1]) == nil, "there is no plan of eight weeks in six")
  }

  @Test func aRaisedSignalEndsIt() async throws {
    let signal = StopSignal()
    signal.raise()
    let roadmaps = Self.roadmaps([1, 2])
    await #expect(throws: AnalysisError.self) {
      _ = try await ScenarioPlanning(roadmaps, roadmaps.map { _ in Self.parameters(threads: 2) })
        .outcomes(signal: signal)
    }
  }

  @Test func aSignalIsRaisedByItsLeader() {
    let leader = StopSignal()
    let signal = StopSignal(under: leader)
    #expect(!signal.wasRaised)
    StopSignal(under: leader).raise()
    #expect(!signal.wasRaised && !leader.wasRaised)
    leader.raise()
    #expect(signal.wasRaised)
  }
}
