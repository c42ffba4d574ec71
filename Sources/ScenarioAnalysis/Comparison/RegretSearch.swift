internal import Planning
internal import RoadmapModel

/// Carries plans out in futures that are otherwise than planned with, and says what each then lacks to the best.
struct RegretSearch: Sendable {
  let candidates: [Comparer.Candidate]
  let language: Language

  /// How far growth moves where no scenario says how far it may.
  static let growth = 0.03
  /// How much effects and costs move, and how much longer the work of a team takes.
  static let factors = (weak: 0.5, strong: 1.5, costs: 1.2, late: 1.3)

  /// The futures: as planned with, growth, effects, costs, and each team late.
  var futures: [[ScenarioChange]] {
    var futures: [[ScenarioChange]] = [[]]
    if candidates.allSatisfy({ $0.roadmap.business != nil }) {
      let spread = candidates.compactMap { $0.roadmap.business?.visits.variation.growthSpread }.max() ?? 0
      let growth = spread > 0 ? 2 * spread : Self.growth
      futures += [[.moreGrowth(growth)], [.moreGrowth(-growth)]]
    }
    futures += [
      [.allEffectsFactor(Self.factors.strong)], [.allEffectsFactor(Self.factors.weak)],
      [.allCostsFactor(Self.factors.costs)],
    ]
    let teams = candidates[0].roadmap.teams.map(\.id).filter { id in
      candidates.allSatisfy { $0.roadmap.team(id) != nil }
    }
    return futures + teams.map { [.slowTeam($0, Self.factors.late)] }
  }

  /// What each plan becomes in a future; nil when a scenario changed that way is invalid.
  func outcomes(in future: [ScenarioChange]) -> [CarriedSchedule]? {
    var outcomes: [CarriedSchedule] = []
    for candidate in candidates {
      guard let changed = candidate.roadmap.changed(by: future) else { return nil }
      outcomes.append(Planner(changed).carryOver(Schedule(candidate.plan)))
    }
    return outcomes
  }

  /// The scenario whose plan is worth most in a future, the first of several.
  func best(in future: [ScenarioChange]) -> Int? {
    outcomes(in: future).map { Self.largest($0.map(\.netPresentValue)) }
  }

  private static func largest(_ values: [Money]) -> Int {
    values.indices.reduce(0) { values[$1] > values[$0] ? $1 : $0 }
  }

  /// The table of all futures.
  func table() -> Comparison.RegretTable {
    let text = ChangeText(candidates[0].roadmap, language)
    let asPlanned = LocalizedText("as planned", dutch: "zoals gepland", swedish: "som planerat")[
      language]
    let rows = futures.compactMap { future -> Comparison.RegretTable.Future? in
      guard let outcomes = outcomes(in: future) else { return nil }
      let values = outcomes.map(\.netPresentValue)
      let best = Self.largest(values)
      return Comparison.RegretTable.Future(
        changes: future, text: future.isEmpty ? asPlanned : text.text(future), values: values,
        regrets: values.map { values[best] - $0 }, keepsRules: outcomes.map(\.keepsRules), best: best)
    }
    let largest = candidates.indices.map { scenario in rows.map { $0.regrets[scenario] }.max() ?? .zero }
    let least = largest.indices.reduce(0) { largest[$1] < largest[$0] ? $1 : $0 }
    return Comparison.RegretTable(futures: rows, largest: largest, least: least)
  }

  /// The share of all effects at which another scenario is worth more than the one that is now, going down or up; nil when there is none.
  ///
  /// In whole percents, by bisection after a look at some shares on the way.
  func turningPoint(from best: Int, downwards: Bool) -> Double? {
    let steps = downwards ? [90, 75, 50, 25, 0] : [110, 125, 150, 200, 300]
    var holds = 100
    for step in steps {
      guard let other = self.best(in: [.allEffectsFactor(Double(step) / 100)]) else { return nil }
      guard other == best else { return bisect(best, holds, step) }
      holds = step
    }
    return nil
  }

  private func bisect(_ best: Int, _ holds: Int, _ fails: Int) -> Double {
    var (holds, fails) = (holds, fails)
    while abs(holds - fails) > 1 {
      let middle = (holds + fails) / 2
      if self.best(in: [.allEffectsFactor(Double(middle) / 100)]) == best {
        holds = middle
      } else {
        fails = middle
      }
    }
    return Double(fails) / 100
  }
}
