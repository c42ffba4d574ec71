import RoadmapModel
import TestSupport
import Testing

@testable import Planning

@Suite struct BoundTests {
  /// Without people, money and choices, the minimum cut is the optimum itself when all values add up.
  @Test(arguments: 0..<12) func closureIsExactWithoutLimits(seed: Int) throws {
    let roadmap = RandomRoadmap.make(
      seed: UInt64(seed), capabilities: 4, periods: 6, features: [.demands, .policy])
    var contents = roadmap.contents
    contents.policy = Policy()
    contents.target.by = nil
    contents.maturity.stages = contents.maturity.stages.map { stage in
      Stage(id: stage.id, name: stage.name, demands: stage.demands.filter(\.requirement.needsAll))
    }
    for position in contents.capabilities.indices {
      contents.capabilities[position].prerequisites.removeAll { !$0.requirement.needsAll }
      contents.capabilities[position].benefit = Benefit(
        perMonth: Estimate(Double((seed * 7 + position * 13) % 20) * 1_500))
    }
    let free = try Roadmap(validating: contents)
    var compiler = RoadmapCompiler(free)
    let instance = compiler.compile().instance
    let oracle = BruteForce(free, objective: .value)
    guard let best = oracle.best else { return }
    let nothing = [Int](repeating: -1, count: instance.activityCount)
    var bound = try #require(ValueBound(instance, touching: nothing))
    bound.tighten(cuts: 1, target: Double(best), until: .never)
    #expect(abs(bound.limit - Double(best)) <= 10, "seed \(seed): \(bound.limit) for \(best)")
  }

  /// One of two and two of three: the cheapest members, none counted twice.
  @Test func cheapestSelection() throws {
    let instance = try Instance(
      RoadmapFixture().capability("a", cost: 10).capability("b", cost: 20).capability("c", cost: 40)
        .capability("d", cost: 5)
        .demand("crawl", Requirement(atLeast: 2, of: ["a", "b", "c"])).demand("crawl", Requirement("d"))
        .demand("crawl", Requirement(atLeast: 1, of: ["b", "c"])))
    #expect(CheapestSelectionBound(instance: instance).bound().limit == 35)
  }

  /// The critical path of a chain with a lag.
  @Test func criticalPath() throws {
    let instance = try Instance(
      RoadmapFixture().capability("a", weeks: 2).capability(
        "b", weeks: 3, requires: [Prerequisite(Requirement("a"), lag: 1)]
      )
      .demand("crawl", Requirement("b")))
    #expect(CriticalPathBound(instance: instance).bound().limit == 6)
  }
}
