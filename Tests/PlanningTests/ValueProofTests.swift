import BusinessModel
import RandomStreams
import RoadmapModel
import TestSupport
import Testing

@testable import Planning

@Suite("Complete search for the value")
struct ValueProofTests {
  private static let rule = StoppingRule(schedules: 1, deadline: nil, signal: StopSignal())

  private func roadmap(_ seed: Int) -> Roadmap {
    RandomRoadmap.make(seed: UInt64(seed), capabilities: 4, periods: 6)
  }

  /// The instance of a tiny roadmap; nil when it is known to have no plan.
  private func instance(_ seed: Int) -> Instance? {
    var compiler = RoadmapCompiler(roadmap(seed))
    let compiled = compiler.compile()
    return Diagnosis(compiled, language: .english).proofs().isEmpty ? compiled.instance : nil
  }

  /// The instance of a tiny roadmap with a plan, and what its best plan is worth; nil when it has none.
  private func subject(_ seed: Int) -> (instance: Instance, best: Int64)? {
    guard let instance = instance(seed), let best = BruteForce(roadmap(seed), objective: .value).best else {
      return nil
    }
    return (instance, best)
  }

  private func proof(_ instance: Instance, from starts: [Int]?) throws -> ValueProof? {
    var bound = try #require(ValueBound(instance, touching: starts ?? instance.earliest))
    bound.tighten(cuts: 15, target: 0, until: Self.rule)
    return ValueProof(
      bound, from: starts, limit: bound.bound, board: ProgressBoard(.value, total: 1) { _ in })
  }

  /// A schedule that keeps all rules, of the plainest list; nil when that does not.
  private func poor(_ instance: Instance) -> Evaluator.Result? {
    var evaluator = Evaluator(instance, objective: .value)
    let nothing = InitialLists(
      instance: instance, relaxedStarts: [Double?](repeating: nil, count: instance.activityCount))
    let result = evaluator.evaluate(nothing.lists()[2])
    return result.fitness.violation == 0 ? result : nil
  }

  @Test("From nothing, it finds the best schedule and proves it", arguments: 0..<6)
  func agreesWithBruteForce(block: Int) throws {
    for seed in block * 4..<(block + 1) * 4 {
      guard let (instance, best) = subject(seed) else { continue }
      guard var proof = try proof(instance, from: nil) else { continue }
      proof.improve(failures: 60_000, seed: 1, until: Self.rule)
      #expect(proof.result.starts != nil && proof.result.limit == proof.result.value, "seed \(seed)")
      #expect(abs(proof.result.value - best) <= 2, "seed \(seed): \(proof.result.value) instead of \(best)")
    }
  }

  @Test("From a poor schedule, it finds the best one and proves it", arguments: 0..<6)
  func improves(block: Int) throws {
    for seed in block * 4..<(block + 1) * 4 {
      guard let (instance, best) = subject(seed) else { continue }
      guard let poor = poor(instance), var proof = try proof(instance, from: poor.starts) else { continue }
      proof.tighten(failures: 60_000, until: Self.rule)
      #expect(proof.result.limit == proof.result.value, "seed \(seed)")
      #expect(abs(proof.result.value - best) <= 2, "seed \(seed): \(proof.result.value) instead of \(best)")
      #expect(proof.result.value >= poor.netPresentValue)
    }
  }

  @Test("However few failures it may meet, no limit lies below the best schedule", arguments: 0..<4)
  func limitsHold(block: Int) throws {
    var tightened = 0
    for seed in block * 6..<(block + 1) * 6 {
      guard let (instance, best) = subject(seed), let poor = poor(instance),
        let proof = try proof(instance, from: poor.starts)
      else { continue }
      for failures in [1, 600, 900, 1_500] {
        var attempt = proof
        attempt.tighten(failures: failures, until: Self.rule)
        #expect(attempt.result.limit >= best - 2, "seed \(seed), \(failures) failures")
        if attempt.result.limit < proof.result.limit { tightened += 1 }
        var parts = proof
        parts.improve(failures: failures, seed: 3, until: Self.rule)
        #expect(parts.result.value >= poor.netPresentValue && parts.result.value <= best + 2, "seed \(seed)")
      }
    }
    #expect(tightened > 0)
  }

  @Test(
    "Taken apart by activity, the limit lets every schedule pass that is worth so much", arguments: 0..<40)
  func separateLimits(seed: Int) throws {
    guard let instance = instance(seed) else { return }
    var evaluator = Evaluator(instance, objective: .value)
    let lists = InitialLists(
      instance: instance, relaxedStarts: [Double?](repeating: nil, count: instance.activityCount)
    ).lists()
    var stream = RandomStream(StreamKey(seed: 9, purpose: "prices")[seed])
    let envelope = instance.shop.envelope(
      touching: instance.goLives(of: instance.earliest), notBefore: instance.goLives(of: instance.earliest))
    var relaxation = try #require(LagrangianRelaxation(instance, envelope: envelope))
    for round in 0..<4 {
      let prices = (0..<relaxation.table.rowCount).map { _ in
        stream.bernoulli(0.3) ? stream.uniform() * 200_000 * Double(round) : 0
      }
      let taken = relaxation.separate(prices)
      let separate = try #require(taken)
      for list in lists {
        let result = evaluator.evaluate(list)
        guard result.fitness.violation == 0 else { continue }
        let sum = result.starts.indices.reduce(Int64(0)) { sum, activity in
          let start = result.starts[activity]
          guard start >= 0, let node = relaxation.expansion.node(of: activity, startedBy: start) else {
            return sum
          }
          return sum + separate.values[node]
        }
        let most = Double(sum) / separate.scale + separate.constant
        #expect(most >= Double(result.netPresentValue) - 0.51, "seed \(seed), round \(round)")
      }
    }
  }

  @Test("Where failures run out, the best so far stays and nothing is claimed")
  func limited() throws {
    var fixture = RoadmapFixture(periods: 60).team("development", 2)
    for number in 0..<12 {
      let id = CapabilityID("c\(number)")
      let people = Double(number % 2 + 1)
      fixture = fixture.capability(id, weeks: Double(3 + number % 5), needs: ["development": people])
    }
    fixture = fixture.with { contents in
      for position in contents.capabilities.indices {
        let benefit = Double(1_000 + position * 137 % 900)
        contents.capabilities[position].benefit = Benefit(perMonth: Estimate(benefit))
      }
    }
    let instance = try Instance(fixture)
    let made = try proof(instance, from: nil)
    var proof = try #require(made)
    proof.improve(failures: 3, seed: 1, until: Self.rule)
    #expect(proof.result.limit > proof.result.value)
  }
}
