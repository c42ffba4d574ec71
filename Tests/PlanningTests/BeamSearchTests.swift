import BusinessModel
import RandomStreams
import RoadmapModel
import TestSupport
import Testing

@testable import Planning

@Suite struct BeamSearchTests {
  private static let rule = StoppingRule(schedules: 1, deadline: nil, signal: StopSignal())

  /// The relaxation of a random roadmap that has a plan, after a few cuts; nil for a roadmap that has none.
  private static func ground(
    _ seed: Int, capabilities: Int, periods: Int, features: RandomRoadmap.Features
  ) throws -> (roadmap: Roadmap, compiled: CompiledRoadmap, losses: LossTable)? {
    let roadmap = RandomRoadmap.make(
      seed: UInt64(seed), capabilities: capabilities, periods: periods, features: features)
    var compiler = RoadmapCompiler(roadmap)
    let compiled = compiler.compile()
    let instance = compiled.instance
    guard Diagnosis(compiled, language: .english).proofs().isEmpty,
      var bound = ValueBound(instance, touching: [Int](repeating: -1, count: instance.activityCount))
    else { return nil }
    bound.tighten(cuts: 30, target: 0, until: rule)
    let losses = bound.losses()
    return (roadmap, compiled, try #require(losses))
  }

  /// Whether a schedule has all that is required, in time.
  private static func isWhole(_ starts: [Int], _ instance: Instance) -> Bool {
    starts.indices.allSatisfy { !instance.isRequired[$0] || starts[$0] >= 0 }
      && ScheduleState.inTime(starts, instance) == starts
  }

  /// A beam that is wide enough loses nothing out of sight: without effects it finds what trying all schedules finds.
  @Test func wideBeamsFindTheOptimum() throws {
    var count = 0
    for seed in 0..<150 {
      guard
        let (roadmap, compiled, losses) = try Self.ground(
          seed, capabilities: 4, periods: 6, features: [.teams, .budget, .states]),
        let best = BruteForce(roadmap, objective: .value).best
      else { continue }
      let instance = compiled.instance
      guard instance.duration.indices.allSatisfy({ instance.isMilestone[$0] || instance.duration[$0] > 0 })
      else { continue }
      var search = BeamSearch(instance, losses, width: 5_000, idleWeight: 1)
      var evaluator = Evaluator(instance, objective: .value)
      let found = search.run(until: Self.rule).filter { Self.isWhole($0.starts, instance) }
      let values = found.map { evaluator.netPresentValue(of: $0.starts) }
      #expect(values.max() == best, "seed \(seed)")
      count += 1
    }
    #expect(count > 60)
  }

  /// Without effects and choices a schedule is worth the limit without what it loses.
  @Test func lossesAddUp() throws {
    var count = 0
    for seed in 0..<80 {
      guard
        let (_, compiled, losses) = try Self.ground(
          seed, capabilities: 9, periods: 20, features: [.teams, .budget, .policy])
      else { continue }
      let instance = compiled.instance
      guard !instance.shop.hasEffects, instance.choices.isEmpty else { continue }
      var search = BeamSearch(instance, losses, width: 20, idleWeight: 1)
      var evaluator = Evaluator(instance, objective: .value)
      for found in search.run(until: Self.rule) where Self.isWhole(found.starts, instance) {
        let value = Double(evaluator.netPresentValue(of: found.starts))
        #expect(abs(losses.limit - found.loss - value) < 1e-6 * losses.limit.magnitude + 5, "seed \(seed)")
        count += 1
      }
    }
    #expect(count > 300)
  }

  /// Whatever the roadmap has, schedules in which nothing is missing keep all rules.
  @Test(arguments: 0..<80) func schedulesKeepAllRules(seed: Int) throws {
    guard
      let (roadmap, compiled, losses) = try Self.ground(seed, capabilities: 7, periods: 14, features: .all)
    else { return }
    let instance = compiled.instance
    var search = BeamSearch(instance, losses, width: 8, idleWeight: 0.6)
    let ground = AuditGround(roadmap)
    for found in search.run(until: Self.rule) where Self.isWhole(found.starts, instance) {
      let groupsHold = instance.groups.allSatisfy { group in
        !group.needsOne || group.members.contains { found.starts[$0] >= 0 }
      }
      guard groupsHold else { continue }
      let violations = ground.violations(
        of: compiled.schedule(of: found.starts),
        path: instance.shop.path(goLive: instance.goLives(of: found.starts)))
      #expect(violations.isEmpty, "seed \(seed): \(violations)")
    }
  }

  /// Beams give the same lists for any number of threads, and none once they are told to stop.
  @Test func threadsDoNotMatter() async throws {
    let (_, compiled, losses) = try #require(
      try Self.ground(2, capabilities: 12, periods: 30, features: [.teams, .budget, .effects]))
    let beams = BeamStarts(compiled.instance, schedules: 32_000)
    let one = await beams.lists(by: losses, threads: 1, until: Self.rule)
    let three = await beams.lists(by: losses, threads: 3, until: Self.rule)
    #expect(!one.isEmpty && one.map(\.order) == three.map(\.order))
    let signal = StopSignal()
    signal.raise()
    let stopped = StoppingRule(schedules: 1, deadline: nil, signal: signal)
    #expect(await beams.lists(by: losses, threads: 2, until: stopped).isEmpty)
  }
}
