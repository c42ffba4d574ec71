import RoadmapModel
import TestSupport

extension RuleCase {
  static let uncertainty = chances + correlations + risks + decisionPoints

  private static func risk(_ rule: RoadmapRule, at path: String, _ change: (inout Risk) -> Void) -> RuleCase {
    RuleCase(rule, at: "uncertainty.risks.rain\(path)") { contents in
      var risk = Risk(id: "rain", name: "Rain", probability: 0.1, delay: Estimate(1))
      change(&risk)
      contents.uncertainty.risks = [risk]
    }
  }

  private static func points(
    _ rule: RoadmapRule, at path: String, _ changes: ((inout DecisionPoint) -> Void)...
  ) -> RuleCase {
    RuleCase(rule, at: "uncertainty.decisionPoints.\(path)") { contents in
      contents.uncertainty.decisionPoints = changes.enumerated().map { position, change in
        let name = "fork\(position)"
        var point = DecisionPoint(
          id: DecisionPointID(name), name: "Fork", pilot: "a", wait: 1, kpi: .conversion, improvement: 0.01,
          then: position == 0 ? ["b"] : [], otherwise: [])
        change(&point)
        return point
      }
    }
  }

  private static func groups(
    _ rule: RoadmapRule, at path: String, _ groups: CorrelationGroup...
  ) -> RuleCase {
    RuleCase(rule, at: "uncertainty.correlations.\(path)") { $0.uncertainty.correlations = groups }
  }

  private static let chances: [RuleCase] = [
    RuleCase(.numberRange, at: "capabilities.a.chanceOfSuccess") { $0.capabilities[0].chanceOfSuccess = 1.1 },
    RuleCase(.numberRange, at: "teams.development.absence.share") { contents in
      contents.teams[0].absence = Team.Absence(share: 1)
    },
    RuleCase(.numberRange, at: "teams.development.absence.spell") { contents in
      contents.teams[0].absence = Team.Absence(share: 0.1, spell: 0)
    },
    RuleCase(.numberRange, at: "business.visits.growthSpread") { contents in
      contents.business?.visits.variation.growthSpread = -0.1
    },
    RuleCase(.numberRange, at: "business.visits.noise") { $0.business?.visits.variation.noise = .nan },
    RuleCase(.numberRange, at: "business.visits.autocorrelation") { contents in
      contents.business?.visits.variation.autocorrelation = 1
    },
    RuleCase(.numberRange, at: "evidence.priorSpread") { $0.evidencePolicy.priorSpread = 1 },
    RuleCase(
      .numberRange, at: "company.partial.a",
      base.states(["a": .partial(0.5)]).with { contents in
        contents.company.doneRanges = ["a": Estimate(low: 0, likely: 0.5, high: 1.5)]
      }),
    RuleCase(
      .rangeOrder, at: "company.inProgress.a",
      base.states(["a": .inProgress(0.5)]).with { contents in
        contents.company.doneRanges = ["a": Estimate(low: 0.6, likely: 0.5, high: 1)]
      }),
    RuleCase(.lognormalSkew, at: "capabilities.a.duration") { contents in
      contents.capabilities[0].duration = Estimate(low: 1, likely: 2, high: 3, distribution: .lognormal)
    },
    RuleCase(.lognormalSkew, at: "capabilities.a.cost") { contents in
      contents.capabilities[0].cost = Estimate(low: 2, likely: 2, high: 3, distribution: .lognormal)
    },
  ]

  private static let correlations: [RuleCase] = [
    groups(
      .numberRange, at: "one.coefficient", CorrelationGroup(id: "one", name: "One", coefficient: -0.1)),
    groups(
      .unknownCapability, at: "one.capabilities.1",
      CorrelationGroup(id: "one", name: "One", scope: .capabilities(["a", "x"]), coefficient: 0.5)),
    groups(
      .repeatedMember, at: "one.capabilities.1",
      CorrelationGroup(id: "one", name: "One", scope: .capabilities(["a", "a"]), coefficient: 0.5)),
    groups(
      .unknownTeam, at: "one.team",
      CorrelationGroup(id: "one", name: "One", scope: .team("x"), coefficient: 0.5)),
    groups(
      .duplicateID, at: "one", CorrelationGroup(id: "one", name: "One", coefficient: 0.1),
      CorrelationGroup(id: "one", name: "Two", coefficient: 0.1)),
    groups(
      .correlationSum, at: "two.coefficient",
      CorrelationGroup(id: "one", name: "One", quantities: [.effects], coefficient: 0.6),
      CorrelationGroup(
        id: "two", name: "Two", scope: .capabilities(["a"]), quantities: [.effects, .cost], coefficient: 0.5)),
  ]

  private static let risks: [RuleCase] = [
    risk(.numberRange, at: ".probability") { $0.probability = 1.5 },
    risk(.numberRange, at: ".factor") { $0.delayFactor = Estimate(21) },
    risk(.numberRange, at: ".delay") { $0.delay = Estimate(-1) },
    risk(.numberRange, at: ".cost") { $0.cost = Estimate(-1) },
    risk(.numberRange, at: ".loss") { $0.effectLoss = Estimate(1.1) },
    risk(.rangeOrder, at: ".cost") { $0.cost = Estimate(low: 2, likely: 1, high: 3) },
    risk(.unknownSource, at: ".cost.source") { risk in
      risk.cost = Estimate(3, evidence: Evidence(.observation, source: "rumour"))
    },
    risk(.numberRange, at: ".mitigation.price") { risk in
      risk.mitigation = Risk.Mitigation(price: -1, isTaken: false, probability: 0)
    },
    risk(.numberRange, at: ".mitigation.probability") { risk in
      risk.mitigation = Risk.Mitigation(capability: "a", probability: -1)
    },
    risk(.unknownCapability, at: ".mitigation.capability") { risk in
      risk.mitigation = Risk.Mitigation(capability: "x", probability: 0)
    },
    risk(.unknownCapability, at: ".capabilities.0") { $0.scope = .capabilities(["x"]) },
    risk(.unknownTeam, at: ".team") { $0.scope = .team("x") },
    risk(.harmlessRisk, at: "") { $0.delay = .zero },
    RuleCase(.dateOrder, at: "uncertainty.risks.rain.through") { contents in
      let start = contents.calendar.start
      contents.uncertainty.risks = [
        Risk(
          id: "rain", name: "Rain", probability: 0.1, from: start, through: start.advanced(by: -1),
          delay: Estimate(1))
      ]
    },
  ]

  private static let decisionPoints: [RuleCase] = [
    points(.numberRange, at: "fork0.wait", { $0.wait = -1 }),
    points(.numberRange, at: "fork0.improvement", { $0.improvement = -1 }),
    points(.unknownCapability, at: "fork0.pilot", { $0.pilot = "x" }),
    points(.unknownCapability, at: "fork0.otherwise.0", { $0.otherwise = ["x"] }),
    points(.repeatedMember, at: "fork0.then.2", { $0.then = ["b", "c", "b"] }),
    points(.effectOnResult, at: "fork0.kpi", { $0.kpi = .profit }),
    points(.pilotWithoutEffect, at: "fork0.kpi", { $0.kpi = .churn }),
    points(.conflictingBranches, at: "fork0.then.a", { $0.then = ["a"] }),
    points(.conflictingBranches, at: "fork0.otherwise.b", { $0.otherwise = ["b"] }),
    points(.conflictingBranches, at: "fork1.then.b", { _ in }, { $0.then = ["b"] }),
    points(.duplicateID, at: "fork0", { _ in }, { $0.id = "fork0" }),
  ]
}
