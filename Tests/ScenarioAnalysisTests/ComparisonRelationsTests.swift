import Planning
import RoadmapModel
import Simulation
import Testing

@testable import ScenarioAnalysis

/// Every number of a comparison follows from the others: checked on scenarios of the project, from what the report says alone.
@Suite struct ComparisonRelationsTests {
  private static let names = ["global-brand-lean", "global-brand", "global-brand-accelerated"]

  private static func comparison() async throws -> Comparison {
    let candidates = try names.map { name in
      let kept = try KeptPlan(name)
      return Comparer.Candidate(name: name, roadmap: kept.roadmap, plan: kept.plan)
    }
    return try await Comparer(candidates).comparison(SimulationParameters(trials: 32))
  }

  @Test func everyNumberFollowsFromTheOthers() async throws {
    let comparison = try await Self.comparison()
    try checkPairs(comparison)
    checkRegrets(comparison)
    try checkVerdict(comparison)
  }

  private func checkPairs(_ comparison: Comparison) throws {
    let means = comparison.scenarios.map(\.netPresentValue.mean)
    #expect(comparison.pairs.map { [$0.better, $0.worse].sorted() } == [[0, 1], [0, 2], [1, 2]])
    for pair in comparison.pairs {
      #expect(abs(means[pair.better] - means[pair.worse] - pair.difference) < 0.01)
      #expect(pair.difference >= 0 && abs(pair.low + pair.high - 2 * pair.difference) < 0.03)
      // The error of a difference is never more than both errors together.
      let errors = [pair.better, pair.worse].map { comparison.scenarios[$0].netPresentValue.standardError }
      let width = (pair.high - pair.low) / 2 / PairedFutures.studentQuantile
      #expect(width <= errors[0] + errors[1] + 0.01)
      guard let dominance = pair.dominance else { continue }
      let (better, worse) = (comparison.scenarios[pair.better], comparison.scenarios[pair.worse])
      if dominance == .everyFuture { #expect(pair.low >= 0) }
      guard dominance != .riskAverse else { continue }
      let (high, low) = (better.netPresentValue, worse.netPresentValue)
      #expect(high.p10 >= low.p10 && high.p50 >= low.p50 && high.p90 >= low.p90)
      #expect(better.lossProbability <= worse.lossProbability)
    }
    for entry in comparison.scenarios {
      let spread = entry.netPresentValue
      #expect(spread.p10 <= spread.p50 && spread.p50 <= spread.p90)
      #expect(entry.planned.units <= entry.bound)
      if let half = entry.targetP50, let most = entry.targetP80 { #expect(half <= most) }
      #expect(entry.targetP50 != nil || entry.targetP80 == nil)
    }
  }

  private func checkRegrets(_ comparison: Comparison) {
    let table = comparison.regrets
    let means = comparison.scenarios.map { Money(units: $0.netPresentValue.mean) }
    #expect(table.futures.first?.values == means && table.trials == comparison.trials)
    for future in table.futures {
      #expect(future.values[future.best] == future.values.max())
      #expect(future.regrets == future.values.map { future.values[future.best] - $0 })
    }
    for number in comparison.scenarios.indices {
      #expect(table.largest[number] == table.futures.map { $0.regrets[number] }.max())
    }
    #expect(table.largest[table.least] == table.largest.min())
  }

  private func checkVerdict(_ comparison: Comparison) throws {
    let (verdict, futures) = (comparison.verdict, comparison.regrets.futures)
    let means = comparison.scenarios.map(\.netPresentValue.mean)
    #expect(means[verdict.best] == means.max())
    let own = comparison.pairs.filter { $0.better == verdict.best }
    #expect(own.count == means.count - 1 && verdict.isClear == own.allSatisfy { $0.low > 0 })
    #expect(comparison.scenarios[verdict.bestPlanned].planned == comparison.scenarios.map(\.planned).max())
    let bad = comparison.scenarios.map(\.netPresentValue.p10)
    #expect(bad[verdict.bestInBadFutures] == bad.max())
    #expect(verdict.text.contains("By the plans alone") == (verdict.bestPlanned != verdict.best))
    #expect(verdict.text.contains("In a bad future") == (verdict.bestInBadFutures != verdict.best))
    let isDominant = comparison.pairs.contains { $0.dominance != nil }
    #expect(verdict.text.contains("Nobody dominates") == !isDominant)
    // The rows with other effects lie on the side of the turning point on which they have to.
    func best(_ factor: Double) throws -> Int {
      try #require(futures.first { $0.changes == [.allEffectsFactor(factor)] }).best
    }
    #expect(verdict.isClear || verdict.weakerEffects == nil && verdict.strongerEffects == nil)
    if verdict.isClear {
      let (weak, strong) = (RegretSearch.factors.weak, RegretSearch.factors.strong)
      #expect(try (verdict.weakerEffects ?? 0 < weak) == (best(weak) == verdict.best))
      #expect(try (verdict.strongerEffects ?? .infinity > strong) == (best(strong) == verdict.best))
    }
    // What would change it names every future in which another one is worth more, and no other.
    for future in futures where !future.changes.contains(where: isAboutEffects) {
      let sentence = "'\(Self.names[future.best])' has the larger mean \(future.text)"
      #expect(verdict.text.contains(sentence) == (future.best != verdict.best), "\(sentence)")
    }
  }

  private func isAboutEffects(_ change: ScenarioChange) -> Bool {
    if case .allEffectsFactor = change { true } else { false }
  }
}
