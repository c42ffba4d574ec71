internal import RealModule
internal import RoadmapModel
internal import Simulation

/// An uncertain number of a capability, as a few equally likely values or as two with their probabilities.
struct UncertainNumber: Sendable {
  let id: CapabilityID
  let input: InformationReport.InformationValue.Input
  let kpi: KPI?
  /// What each value changes about the scenario, and its probability.
  let values: [(change: ScenarioChange, probability: Double)]

  /// The number of values that stand for a distribution, each the quantile in the middle of its share.
  static let count = 15
  /// Values that stand for the truth around a claim: the mean of each fifth of a standard normal distribution.
  static let normalFifths = [-1.399_8, -0.531_9, 0, 0.531_9, 1.399_8]

  /// The uncertain numbers of a capability.
  static func all(of capability: Capability, in roadmap: Roadmap) -> [UncertainNumber] {
    let id = capability.id
    var numbers: [UncertainNumber] = []
    if !capability.cost.isCertain, capability.cost.mean > 0 {
      let changes = quantiles(of: capability.cost).map {
        ScenarioChange.costFactor(id, max(0, $0) / capability.cost.mean)
      }
      numbers.append(UncertainNumber(id, .cost, nil, equallyLikely: changes))
    }
    let left = 1 - roadmap.state(of: id).doneShare
    if !capability.duration.isCertain, left > 0 {
      let changes = quantiles(of: capability.duration).map { weeks in
        ScenarioChange.weeks(id, max(1, Int((weeks * left - 1e-9).rounded(.up))))
      }
      numbers.append(UncertainNumber(id, .duration, nil, equallyLikely: changes))
    }
    for effect in capability.effects {
      let truths = truths(of: effect, roadmap.evidencePolicy)
      guard let first = truths.first, truths.contains(where: { $0 != first }) else { continue }
      let changes = truths.map { ScenarioChange.effect(id, effect.kpi, $0) }
      numbers.append(UncertainNumber(id, .effect, effect.kpi, equallyLikely: changes))
    }
    if capability.chanceOfSuccess < 1, capability.hasEffects {
      let chance = capability.chanceOfSuccess
      numbers.append(
        UncertainNumber(
          id: id, input: .success, kpi: nil,
          values: [(.effectFactor(id, 1), chance), (.effectFactor(id, 0), 1 - chance)]))
    }
    return numbers
  }

  private init(
    id: CapabilityID, input: InformationReport.InformationValue.Input, kpi: KPI?,
    values: [(change: ScenarioChange, probability: Double)]
  ) {
    self.id = id
    self.input = input
    self.kpi = kpi
    self.values = values
  }

  private init(
    _ id: CapabilityID, _ input: InformationReport.InformationValue.Input, _ kpi: KPI?,
    equallyLikely changes: [ScenarioChange]
  ) {
    self.init(id: id, input: input, kpi: kpi, values: changes.map { ($0, 1 / Double(changes.count)) })
  }

  private static func quantiles(of estimate: Estimate) -> [Double] {
    let distribution = EstimateDistribution(estimate)
    return (0..<count).map { distribution.quantile((Double($0) + 0.5) / Double(count)) }
  }

  /// The true changes that an effect may have, as the simulation draws them: the claim is shrunk, and the truth lies around it.
  private static func truths(of effect: Effect, _ policy: EvidencePolicy) -> [Double] {
    let grade = effect.change.evidence.grade
    let claims = effect.change.isCertain ? [effect.change.mean] : quantiles(of: effect.change)
    let helps = effect.kpi.higherIsBetter == (effect.change.mean > 0)
    let isSpread = policy.shrinks && effect.kpi.hasPrior && helps
    let spread = isSpread ? max(0, 1 - policy[grade]).squareRoot() * policy.priorSpread : 0
    return claims.flatMap { claim in
      (spread > 0 ? normalFifths : [0]).map { score in
        policy.planned(claim, of: effect.kpi, grade: grade) + score * spread
      }
    }
  }
}
