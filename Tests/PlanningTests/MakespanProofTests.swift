import RoadmapModel
import TestSupport
import Testing

@testable import Planning

@Suite struct MakespanProofTests {
  @Test("Bounds, proof and brute force agree", arguments: MakespanSearchTests.kinds.indices)
  func agreesWithBruteForce(_ kind: Int) async throws {
    for seed in 0..<30 {
      guard let problem = randomProblem(MakespanSearchTests.kinds[kind], seed: seed) else { continue }
      let optimum = MakespanBruteForce(problem).best
      let upper = await MakespanSearch(problem, seed: 1).run(schedules: 4)
      let result = MakespanProof(problem).run(upper: upper, nodeLimit: 10_000)
      guard let optimum else {
        #expect(!result.isOptimal)
        #expect(result.lowerBound > problem.periodCount)
        continue
      }
      #expect(MakespanBounds(problem).lowerBound(upTo: upper.makespan) <= optimum)
      #expect(EnergyBound(problem).lowerBound() <= optimum)
      #expect(result.isOptimal)
      #expect(result.lowerBound == optimum)
      #expect(result.best.makespan == optimum)
      #expect(faults(of: result.best, in: problem) == [])
    }
  }

  @Test("A proof without a good schedule to start from finds the optimum itself")
  func improvesPoorSchedules() throws {
    for seed in 0..<20 {
      let kind = ProblemKind(activities: 6, periods: 14, resources: 1, changesCapacity: seed % 2 == 0)
      guard let problem = randomProblem(kind, seed: seed), let optimum = MakespanBruteForce(problem).best
      else { continue }
      let nothing = MakespanSchedule(
        starts: [Int](repeating: 0, count: problem.activityCount), makespan: problem.periodCount + 1)
      let result = MakespanProof(problem).run(upper: nothing, nodeLimit: 10_000)
      #expect(result.best.makespan == optimum)
      #expect(faults(of: result.best, in: problem) == [])
    }
  }

  @Test("Larger problems: two ways to the optimum, and the same work each time")
  func repeats() async throws {
    for seed in 0..<3 {
      let kind = ProblemKind(activities: 16, periods: 60, resources: 2, hasLags: true)
      guard let problem = randomProblem(kind, seed: seed) else { continue }
      let poor = await MakespanSearch(problem, seed: 1).run(schedules: 2)
      let good = await MakespanSearch(problem, seed: 2).run(schedules: 500)
      let first = MakespanProof(problem).run(upper: poor, nodeLimit: 20_000)
      let again = MakespanProof(problem).run(upper: poor, nodeLimit: 20_000)
      #expect(first.nodes == again.nodes)
      #expect(first.best == again.best)
      #expect(first.isOptimal)
      #expect(first.best.makespan <= good.makespan)
      let second = MakespanProof(problem).run(upper: good, nodeLimit: 20_000)
      #expect(second.lowerBound == first.lowerBound)
    }
  }

  @Test("The energy of a resource bounds what the critical path does not")
  func boundsEnergy() throws {
    let problem = try #require(
      MakespanProblem(
        durations: [2, 2, 2], precedences: [],
        needs: [
          [.init(resource: 0, units: 1)], [.init(resource: 0, units: 1)], [.init(resource: 0, units: 1)],
        ],
        capacity: [1, 1, 0, 0, 1, 1, 1, 1, 1, 1], periodCount: 10))
    #expect(problem.criticalPathLength == 2)
    #expect(EnergyBound(problem).lowerBound() == 8)
  }
}

@Suite struct MakespanProjectTests {
  /// The proof never claims more than brute force finds, over roadmaps with every feature: whatever the project leaves out only makes plans longer.
  @Test(arguments: 0..<60) func theTargetIsNeverReachedEarlier(seed: Int) async throws {
    let roadmap = RandomRoadmap.make(seed: UInt64(seed), capabilities: 4, periods: 6)
    var compiler = RoadmapCompiler(roadmap)
    let compiled = compiler.compile()
    guard Diagnosis(compiled, language: .english).proofs().isEmpty,
      let best = BruteForce(roadmap, objective: .time).best,
      let project = MakespanProject(compiled.instance)
    else { return }
    let upper = await MakespanSearch(project.problem, seed: 1).run(schedules: 20)
    let proof = MakespanProof(project.problem).run(upper: upper, nodeLimit: 2_000)
    #expect(Int64(proof.lowerBound) <= best, "seed \(seed)")
  }

  /// A roadmap that is nothing but a project is planned in the shortest time, with the proof.
  @Test func projectsAreProvedOptimal() async throws {
    let fixture = RoadmapFixture(periods: 30).team("development", 2)
      .capability("a", weeks: 3, needs: ["development": 1]).capability(
        "b", weeks: 4, needs: ["development": 2]
      )
      .capability("c", weeks: 2, needs: ["development": 1], requires: [Prerequisite("a")])
      .capability("d", weeks: 5, needs: ["development": 1])
      .demand("crawl", Requirement("b")).demand("crawl", Requirement("c")).demand("crawl", Requirement("d"))
      .with { $0.objective = .time }
    guard case .plan(let plan) = try await Planner(fixture.roadmap()).plan() else {
      Issue.record("there is a plan")
      return
    }
    #expect(plan.status == .optimal)
    #expect(plan.value.bound == 9)
  }
}
