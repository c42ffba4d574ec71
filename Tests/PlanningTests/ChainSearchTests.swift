import RoadmapModel
import TestSupport
import Testing

@testable import Planning

@Suite struct ChainSearchTests {
  private func search(
    features: RandomRoadmap.Features, objective: Objective = .value, schedules: Int, threads: Int = 1
  ) throws -> ChainSearch {
    let roadmap = RandomRoadmap.make(seed: 3, capabilities: 7, periods: 14, features: features)
    var compiler = RoadmapCompiler(roadmap)
    let instance = compiler.compile().instance
    return ChainSearch(
      instance: instance, objective: objective, seed: 1, threads: threads,
      rule: StoppingRule(schedules: schedules, deadline: nil, signal: StopSignal()),
      board: ProgressBoard(objective, total: schedules, onProgress: { _ in }))
  }

  @Test func moreWorkMakesMoreChainsWhereEffectsCompound() throws {
    func count(_ features: RandomRoadmap.Features, _ objective: Objective, _ schedules: Int) throws -> Int {
      try search(features: features, objective: objective, schedules: schedules).chainCount
    }
    #expect(try count([.teams, .effects], .value, 1_000) == 2)
    #expect(try count([.teams, .effects], .value, 96_000) == 6)
    #expect(try count([.teams], .value, 96_000) == 2)
    #expect(try count([.teams, .effects], .cost, 96_000) == 4)
  }

  /// One chain after the other or several at once: the best is the same.
  @Test func chainsDoNotDependOnThreads() async throws {
    var outcomes: [Annealing.Outcome] = []
    for threads in [1, 2, 3, 8] {
      var search = try search(features: [.teams, .budget, .effects], schedules: 600, threads: threads)
      search.schedulesPerChain = 120
      #expect(search.chainCount == 5)
      let plain = InitialLists(
        instance: search.instance,
        relaxedStarts: [Double?](repeating: nil, count: search.instance.activityCount)
      ).lists()
      outcomes.append(await search.best(from: plain))
    }
    for outcome in outcomes.dropFirst() {
      #expect(outcome.result.starts == outcomes[0].result.starts)
      #expect(outcome.result.netPresentValue == outcomes[0].result.netPresentValue)
    }
  }

  /// Where effects compound an effort builds more schedules, and the complete searches of many activities get less of the work.
  @Test(arguments: Effort.allCases) func effortWithEffects(effort: Effort) {
    #expect(effort.schedules(hasEffects: true) > effort.schedules(hasEffects: false))
    let failures = [24, 40, 60, 100, 200].map { effort.failures(activityCount: $0, hasEffects: true) }
    #expect(failures == failures.sorted(by: >) && failures.allSatisfy { $0 > 0 })
    let (few, many) = (40, 80)
    #expect(
      effort.failures(activityCount: many, hasEffects: true) * 8
        < effort.failures(activityCount: few, hasEffects: true))
  }
}
