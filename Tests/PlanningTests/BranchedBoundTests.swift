import BusinessModel
import RoadmapModel
import TestSupport
import Testing

@testable import Planning

@Suite("Branch and bound on windows of starts")
struct BranchedBoundTests {
  private static let rule = StoppingRule(schedules: 1, deadline: nil, signal: StopSignal())

  /// A proof that begins with the plainest schedule; nil when that breaks a rule or there is no plan.
  private func proof(_ seed: Int, cuts: Int = 20) -> ValueProof? {
    let roadmap = RandomRoadmap.make(seed: UInt64(seed), capabilities: 6, periods: 16)
    var compiler = RoadmapCompiler(roadmap)
    let compiled = compiler.compile()
    guard Diagnosis(compiled, language: .english).proofs().isEmpty else { return nil }
    let instance = compiled.instance
    var evaluator = Evaluator(instance, objective: .value)
    let nothing = InitialLists(
      instance: instance, relaxedStarts: [Double?](repeating: nil, count: instance.activityCount))
    let plain = evaluator.evaluate(nothing.lists()[2])
    guard plain.fitness.violation == 0, var bound = ValueBound(instance, touching: plain.starts) else {
      return nil
    }
    bound.tighten(cuts: cuts, target: Double(plain.netPresentValue), until: Self.rule)
    return ValueProof(
      bound, from: plain.starts, limit: bound.bound, board: ProgressBoard(.value, total: 1) { _ in })
  }

  /// What the best schedule is worth; nil where a complete search does not end soon.
  private func best(_ proof: ValueProof) -> Int64? {
    var search = proof
    search.improve(failures: 4_000, seed: 1, until: Self.rule)
    search.tighten(failures: 8_000, until: Self.rule)
    return search.result.limit == search.result.value ? search.result.value : nil
  }

  @Test("No limit lies below the best schedule, and more splits never lift it")
  func limitsHold() async throws {
    var lowered = 0
    for seed in 0..<24 {
      guard let proof = proof(seed), let best = best(proof) else { continue }
      var last = proof.result.limit
      for splits in [1, 4, 16] {
        var branched = proof
        await branched.branch(splits: splits, threads: 2, until: Self.rule)
        let limit = branched.result.limit
        #expect(limit >= best, "seed \(seed), \(splits) splits: \(limit) below \(best)")
        #expect(limit <= last, "seed \(seed), \(splits) splits")
        if splits == 16, limit < proof.result.limit { lowered += 1 }
        last = limit
      }
    }
    #expect(lowered >= 5)
  }

  @Test("Two threads find what one finds", arguments: 0..<4)
  func threads(block: Int) async throws {
    for seed in block * 3..<(block + 1) * 3 {
      guard let proof = proof(seed) else { continue }
      var (one, three) = (proof, proof)
      await one.branch(splits: 5, threads: 1, until: Self.rule)
      await three.branch(splits: 5, threads: 3, until: Self.rule)
      #expect(one.result.limit == three.result.limit, "seed \(seed)")
    }
  }

  @Test("Without time or splits, the limit stays what it was")
  func stops() async throws {
    let signal = StopSignal()
    signal.raise()
    let stopped = StoppingRule(schedules: 1, deadline: nil, signal: signal)
    var tried = 0
    for seed in 0..<12 {
      guard let proof = proof(seed) else { continue }
      var (late, none) = (proof, proof)
      await late.branch(splits: 10, threads: 2, until: stopped)
      await none.branch(splits: 0, threads: 2, until: Self.rule)
      #expect(late.result.limit == none.result.limit)
      // What the rules alone leave nothing of is proved without a split.
      if none.result.limit > none.result.value, none.result.limit == proof.result.limit { tried += 1 }
    }
    #expect(tried > 0)
  }

  @Test("From the best schedule, splits alone prove it")
  func proves() async throws {
    var proved = 0
    for seed in 0..<12 {
      guard let proof = proof(seed), proof.result.limit > proof.result.value else { continue }
      var search = proof
      search.improve(failures: 4_000, seed: 1, until: Self.rule)
      guard let starts = search.result.starts,
        var bound = ValueBound(proof.instance, touching: starts)
      else { continue }
      bound.tighten(cuts: 20, target: Double(search.result.value), until: Self.rule)
      let made = ValueProof(
        bound, from: starts, limit: bound.bound, board: ProgressBoard(.value, total: 1) { _ in })
      var branched = try #require(made)
      guard branched.result.limit > branched.result.value else { continue }
      await branched.branch(splits: 60, threads: 2, until: Self.rule)
      if branched.result.limit == branched.result.value { proved += 1 }
    }
    #expect(proved >= 3)
  }
}

@Suite("Splits of starts")
struct StartSplitTests {
  private func row(_ starts: [Int], _ shares: [Double], _ worth: [Double]) -> StartSplit.Row {
    StartSplit.Row(starts: starts, shares: shares[...], worth: worth[...])
  }

  @Test("Where the halves differ most in what starts are worth, weighted by both shares")
  func widest() {
    // The first is divided most evenly, the second by what is worth most, the third not at all.
    let rows = [
      row([0, 1, 2], [0.5, 0.5, 1], [10, 10, 9]), row([0, 2, 4], [0.2, 0.9, 1], [100, 90, 0]),
      row([0, 1], [0, 1], [500, 0]),
    ]
    let split = StartSplit.widest(rows, earliest: [0, 0, 0], latest: [2, 4, 1])
    // 0.9 x 0.1 x (92.2... - 0) beats 0.2 x 0.8 x (100 - 78.75).
    #expect(split == StartSplit(activity: 1, latest: 2, next: 4))
  }

  @Test("The last start is split from leaving out where that is allowed")
  func leftOut() {
    let rows = [row([3, 5], [0.0, 0.5], [40, 20])]
    #expect(
      StartSplit.widest(rows, earliest: [3], latest: [100])
        == StartSplit(activity: 0, latest: 5, next: nil))
    #expect(StartSplit.widest(rows, earliest: [3], latest: [5]) == nil)
  }

  @Test("Shares outside of the window, and shares near 0 and 1, count as settled")
  func settled() {
    let shares = [0.4, 0.6, 0.995, 1]
    let rows = [row([0, 1, 2, 3], shares, [80, 60, 40, 20])]
    #expect(StartSplit.widest(rows, earliest: [2], latest: [3]) == nil)
    #expect(
      StartSplit.widest(rows, earliest: [1], latest: [3])
        == StartSplit(activity: 0, latest: 1, next: 2))
  }
}
