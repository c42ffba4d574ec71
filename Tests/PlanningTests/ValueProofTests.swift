import BusinessModel
import RandomStreams
import RoadmapModel
import TestSupport
import Testing

@testable import Planning

@Suite("Complete search for the value")
struct ValueProofTests {
  private static let rule = StoppingRule(schedules: 1, deadline: nil, signal: StopSignal())

  /// The instance of a tiny roadmap with a plan, and what its best plan is worth; nil when it has none.
  private func subject(_ seed: Int) -> (instance: Instance, best: Int64)? {
    let roadmap = RandomRoadmap.make(seed: UInt64(seed), capabilities: 4, periods: 6)
    var compiler = RoadmapCompiler(roadmap)
    let compiled = compiler.compile()
    guard Diagnosis(compiled, language: .english).proofs().isEmpty,
      let best = BruteForce(roadmap, objective: .value).best
    else { return nil }
    return (compiled.instance, best)
  }

  private func bound(_ instance: Instance, touching starts: [Int]) throws -> ValueBound {
    var bound = try #require(ValueBound(instance, touching: starts))
    bound.tighten(cuts: 15, target: 0, until: Self.rule)
    return bound
  }

  @Test("From nothing, it finds the best schedule and proves it", arguments: 0..<6)
  func agreesWithBruteForce(block: Int) throws {
    for seed in block * 4..<(block + 1) * 4 {
      guard let (instance, best) = subject(seed) else { continue }
      var bound = try bound(instance, touching: instance.earliest)
      guard var proof = bound.proof(from: nil) else { continue }
      proof.run(failures: 60_000, parts: 0.5, seed: 1, until: Self.rule)
      #expect(proof.result.isProved, "seed \(seed)")
      #expect(abs(proof.result.value - best) <= 2, "seed \(seed): \(proof.result.value) instead of \(best)")
    }
  }

  @Test("From a poor schedule, it finds the best one and proves it", arguments: 0..<6)
  func improves(block: Int) throws {
    for seed in block * 4..<(block + 1) * 4 {
      guard let (instance, best) = subject(seed) else { continue }
      var evaluator = Evaluator(instance, objective: .value)
      let list = InitialLists(
        instance: instance, relaxedStarts: [Double?](repeating: nil, count: instance.activityCount)
      ).lists()[2]
      let poor = evaluator.evaluate(list)
      guard poor.fitness.violation == 0 else { continue }
      var bound = try bound(instance, touching: poor.starts)
      guard var proof = bound.proof(from: poor.starts) else { continue }
      proof.run(failures: 60_000, parts: 0.3, seed: 1, until: Self.rule)
      #expect(proof.result.isProved, "seed \(seed)")
      #expect(abs(proof.result.value - best) <= 2, "seed \(seed): \(proof.result.value) instead of \(best)")
      #expect(proof.result.value >= poor.netPresentValue)
    }
  }

  @Test(
    "Taken apart by activity, the limit lets every schedule pass that is worth so much", arguments: 0..<40)
  func separateLimits(seed: Int) throws {
    guard let (instance, _) = subject(seed) else { return }
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
      let separate = relaxation.separate(prices)
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
        #expect(sum >= separate.target(result.netPresentValue), "seed \(seed), round \(round)")
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
    var bound = try bound(instance, touching: instance.earliest)
    let made = bound.proof(from: nil)
    var proof = try #require(made)
    proof.run(failures: 3, parts: 0.5, seed: 1, until: Self.rule)
    #expect(!proof.result.isProved)
  }
}
