import RoadmapModel
import TestSupport

extension RuleCase {
  static let references = duplicates + unknowns

  private static let duplicates: [RuleCase] = [
    RuleCase(.duplicateID, at: "capabilities.d", base.capability("d")),
    RuleCase(.duplicateID, at: "stages.run") { $0.maturity.stages.append(Stage(id: "run", name: "Run")) },
    RuleCase(.duplicateID, at: "elements.commerce") { contents in
      contents.maturity.elements.append(Element(id: "commerce", name: "Commerce"))
    },
    RuleCase(.duplicateID, at: "teams.development", base.team("development", 2)),
    RuleCase(.duplicateID, at: "alternatives.choice", base.alternative("choice", .atMostOne, ["a", "d"])),
    RuleCase(.duplicateID, at: "overlapGroups.recovery") { contents in
      contents.overlapGroups.append(contents.overlapGroups[0])
    },
    RuleCase(.duplicateID, at: "sources.study") { $0.sources.append(Source(id: "study", title: "Another")) },
    RuleCase(.duplicateID, at: "capabilities.a.proof.used") { contents in
      contents.capabilities[0].proofPoints.append(ProofPoint(id: "used", question: "Again?"))
    },
    RuleCase(.duplicateID, at: "capabilities.b.needs.development") { contents in
      contents.capabilities[1].needs.append(.init("development", People(1)))
    },
    RuleCase(.duplicateID, at: "alternatives.choice.criteria.merit") { contents in
      contents.alternatives[0].criteria.append(Criterion(id: "merit", weight: 2))
    },
    RuleCase(
      .duplicateID, at: "company.answers.a.used", base.answer("a", "used", .yes).answer("a", "used", .no)),
  ]

  private static let unknowns: [RuleCase] = [
    RuleCase(
      .unknownCapability, at: "capabilities.e.requires.0", base.capability("e", requires: [.init("ghost")])),
    RuleCase(
      .unknownCapability, at: "capabilities.e.requires.1.of.1",
      base.capability("e", requires: [.init("a"), .init(.all(["a", "ghost"]))])),
    RuleCase(.unknownCapability, at: "capabilities.e.provides.0", base.capability("e", provides: ["ghost"])),
    RuleCase(
      .unknownCapability, at: "stages.walk.demands.commerce.1", base.demand("walk", Requirement("ghost"))),
    RuleCase(.unknownCapability, at: "alternatives.choice.of.2") {
      $0.alternatives[0].members.append("ghost")
    },
    RuleCase(.unknownCapability, at: "alternatives.choice.scores.ghost") { contents in
      contents.alternatives[0].scores["ghost"] = [:]
    },
    RuleCase(.unknownCapability, at: "company.live.ghost", base.states(["ghost": .live])),
    RuleCase(.unknownCapability, at: "company.partial.ghost", base.states(["ghost": .partial(0.5)])),
    RuleCase(.unknownCapability, at: "company.inProgress.ghost", base.states(["ghost": .inProgress(0.5)])),
    RuleCase(.unknownCapability, at: "company.notApplicable.ghost", base.states(["ghost": .notApplicable])),
    RuleCase(.unknownCapability, at: "company.answers.ghost", base.answer("ghost", "used", .yes)),
    RuleCase(
      .unknownCapability, at: "decisions.force.ghost", base.decision("ghost", Decision(isForced: true))),
    RuleCase(
      .unknownCapability, at: "decisions.exclude.ghost", base.decision("ghost", Decision(isExcluded: true))),
    RuleCase(
      .unknownCapability, at: "decisions.pin.ghost",
      base.decision("ghost", Decision(pinnedStart: RoadmapFixture.start))),
    RuleCase(
      .unknownCapability, at: "decisions.notBefore.ghost",
      base.decision("ghost", Decision(notBefore: RoadmapFixture.start))),
    RuleCase(
      .unknownCapability, at: "decisions.liveBy.ghost",
      base.decision("ghost", Decision(liveBy: RoadmapFixture.start))),
    RuleCase(.unknownStage, at: "capabilities.d.stage") { $0.capabilities[3].stage = "fly" },
    RuleCase(.unknownStage, at: "target.stage", base.target("fly")),
    RuleCase(.unknownElement, at: "capabilities.d.element") { $0.capabilities[3].element = "ghost" },
    RuleCase(
      .unknownElement, at: "stages.run.demands.ghost", base.demand("run", Requirement("a"), element: "ghost")),
    RuleCase(.unknownTeam, at: "capabilities.e.needs.ghost", base.capability("e", needs: ["ghost": 1])),
    RuleCase(.unknownSource, at: "capabilities.a.cost.source") { contents in
      contents.capabilities[0].cost.evidence = Evidence(.experiment, source: "ghost")
    },
    RuleCase(.unknownOverlapGroup, at: "capabilities.a.effects.conversion.overlap") { contents in
      contents.capabilities[0].effects[0].overlap = "ghost"
    },
    RuleCase(.unknownProofPoint, at: "company.answers.a.ghost", base.answer("a", "ghost", .yes)),
    RuleCase(.unknownProofPoint, at: "company.answers.b.ghost", base.answer("b", "ghost", .no)),
    RuleCase(.unknownCriterion, at: "alternatives.choice.scores.c.ghost") { contents in
      contents.alternatives[0].scores["c"] = ["ghost": 3]
    },
  ]
}
