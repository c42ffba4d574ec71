import BusinessModel
import RandomStreams
import RoadmapModel
import TestSupport
import Testing

@testable import Planning

@Suite struct RuinAndRecreateTests {
  /// Whatever is ruined and recreated, the schedule keeps all rules, its value is the sum of its parts, and its list builds it again.
  @Test(arguments: 0..<150, [false, true]) func everyScheduleKeepsAllRules(seed: Int, isPriced: Bool) throws {
    let roadmap = RandomRoadmap.make(seed: UInt64(seed), capabilities: 7, periods: 14)
    var compiler = RoadmapCompiler(roadmap)
    let compiled = compiler.compile()
    let instance = compiled.instance
    guard Diagnosis(compiled, language: .english).proofs().isEmpty else { return }
    var stream = RandomStream(StreamKey(seed: 11, purpose: "lists")[seed])
    var evaluator = Evaluator(instance, objective: .value)
    let results = (0..<40).map { _ in evaluator.evaluate(.random(instance, &stream)) }
    guard let first = results.first(where: { $0.fitness.violation == 0 }) else { return }
    let chain = RandomStream(StreamKey(seed: 12, purpose: "chain")[seed])
    let charges = isPriced ? try Self.charges(instance, touching: first.starts) : []
    guard var search = RuinAndRecreate(instance, from: first.starts, charges: charges, stream: chain) else {
      return
    }
    let ground = AuditGround(roadmap)
    for step in 0..<60 {
      guard let value = search.step() else { continue }
      let state = search.neighbourhood.state
      let list = state.list(of: state.starts)
      let result = evaluator.evaluate(list)
      let place = Comment(rawValue: "seed \(seed), step \(step)")
      #expect(result.fitness.violation == 0, place)
      #expect(abs(Double(result.netPresentValue) - value) < 2, place)
      for activity in state.starts.indices where !instance.isMilestone[activity] {
        #expect(result.starts[activity] == state.starts[activity], place)
      }
      let violations = ground.violations(
        of: compiled.schedule(of: state.starts), path: instance.shop.path(goLive: state.goLives))
      #expect(violations.isEmpty, "seed \(seed), step \(step): \(violations)")
      if stream.bernoulli(0.7) { search.commit() } else { search.rollBack() }
    }
  }

  /// What the prices of a relaxation charge that a few cuts have drawn tighter.
  private static func charges(_ instance: Instance, touching starts: [Int]) throws -> [Double] {
    var bound = try #require(ValueBound(instance, touching: starts))
    let rule = StoppingRule(schedules: 1, deadline: nil, signal: StopSignal())
    bound.tighten(cuts: 20, target: 0, until: rule)
    return bound.charges()
  }

  /// No schedule that keeps all rules is worth more than what the charges leave of its starts, counted from the constant of the relaxation.
  @Test func chargesBoundEverySchedule() throws {
    var count = 0
    for seed in 0..<60 {
      let roadmap = RandomRoadmap.make(
        seed: UInt64(seed), capabilities: 7, periods: 14, features: [.teams, .budget, .policy, .provides])
      var compiler = RoadmapCompiler(roadmap)
      let compiled = compiler.compile()
      let instance = compiled.instance
      guard Diagnosis(compiled, language: .english).proofs().isEmpty, !instance.shop.hasEffects else {
        continue
      }
      var stream = RandomStream(StreamKey(seed: 14, purpose: "lists")[seed])
      var evaluator = Evaluator(instance, objective: .value)
      let results = (0..<40).map { _ in evaluator.evaluate(.random(instance, &stream)) }
      let kept = results.filter { $0.fitness.violation == 0 }
      guard let first = kept.first else { continue }
      var bound = try #require(ValueBound(instance, touching: first.starts))
      bound.tighten(
        cuts: 20, target: 0, until: StoppingRule(schedules: 1, deadline: nil, signal: StopSignal()))
      let (limit, charges) = (bound.separate(), bound.charges())
      let separate = try #require(limit)
      for result in kept {
        var most = separate.constant
        for activity in result.starts.indices where result.starts[activity] >= 0 {
          let start = result.starts[activity]
          if instance.isMilestone[activity] {
            // A milestone may be reached at the very end, which is no start in the table.
            let node = try #require(bound.expansion.node(of: activity, startedBy: start))
            most += Double(separate.values[node]) / separate.scale
          } else {
            let charge = charges[activity * instance.periodCount + start]
            most += 100 * (instance.additiveValue(of: activity, start: start) - charge)
          }
        }
        #expect(Double(result.netPresentValue) <= most + 2, "seed \(seed)")
        count += 1
      }
    }
    #expect(count > 200)
  }

  /// Schedules in which something required is missing or late are repaired, and what comes out passes the audit.
  @Test func schedulesAreRepaired() throws {
    var repaired = 0
    for seed in 0..<60 {
      let roadmap = RandomRoadmap.make(seed: UInt64(seed), capabilities: 7, periods: 14)
      var compiler = RoadmapCompiler(roadmap)
      let compiled = compiler.compile()
      let instance = compiled.instance
      guard Diagnosis(compiled, language: .english).proofs().isEmpty else { continue }
      var stream = RandomStream(StreamKey(seed: 13, purpose: "lists")[seed])
      var evaluator = Evaluator(instance, objective: .value)
      let results = (0..<20).map { _ in evaluator.evaluate(.random(instance, &stream)) }
      guard let broken = results.first(where: { $0.fitness.violation > 0 }),
        var search = RuinAndRecreate(instance, from: broken.starts, stream: stream)
      else { continue }
      let rule = StoppingRule(schedules: 100, deadline: nil, signal: StopSignal())
      #expect(!search.run(schedules: 100, until: rule) { _ in })
      let result = evaluator.evaluate(search.bestList)
      guard result.fitness.violation == 0 else { continue }
      repaired += 1
      let violations = AuditGround(roadmap).violations(
        of: compiled.schedule(of: result.starts),
        path: instance.shop.path(goLive: instance.goLives(of: result.starts)))
      #expect(violations.isEmpty, "seed \(seed): \(violations)")
    }
    #expect(repaired > 5)
  }

  /// What is taken back leaves no trace.
  @Test(arguments: 0..<40) func rollingBackRestoresEverything(seed: Int) throws {
    let roadmap = RandomRoadmap.make(
      seed: UInt64(seed), capabilities: 8, periods: 16, features: [.teams, .budget, .effects, .provides])
    var compiler = RoadmapCompiler(roadmap)
    let instance = compiler.compile().instance
    var evaluator = Evaluator(instance, objective: .value)
    let list = ActivityList(
      order: Array(0..<instance.activityCount), isWanted: instance.isMilestone.map { !$0 })
    let start = evaluator.evaluate(list)
    guard start.fitness.violation == 0 else { return }
    let stream = RandomStream(StreamKey(seed: 5, purpose: "chain")[seed])
    guard var search = RuinAndRecreate(instance, from: start.starts, stream: stream) else { return }
    let before = search.neighbourhood.state
    for _ in 0..<60 where search.step() != nil { search.rollBack() }
    let after = search.neighbourhood.state
    #expect(after.starts == before.starts && after.filler == before.filler)
    #expect(after.worth == before.worth && after.goLives == before.goLives)
  }
}
