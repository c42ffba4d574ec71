import RoadmapModel
import TestSupport

extension RuleCase {
  static let meaning = evidence + company + doubts

  private static func effect(_ id: CapabilityID, _ effects: Effect...) -> RoadmapFixture {
    base.capability(id, effects: effects)
  }

  private static let evidence: [RuleCase] = [
    RuleCase(.missingSource, at: "capabilities.a.runningCost") { contents in
      contents.capabilities[0].runningCost.evidence = Evidence(.vendorClaim)
    },
    RuleCase(
      .effectOnResult, at: "capabilities.e.effects.profit",
      effect("e", Effect(.profit, change: Estimate(0.1)))),
    RuleCase(
      .repeatedEffect, at: "capabilities.e.effects.margin",
      effect("e", Effect(.margin, change: Estimate(0.1)), Effect(.margin, change: Estimate(0.2)))),
    RuleCase(
      .overlapMismatch, at: "capabilities.e.effects.margin.overlap",
      effect("e", Effect(.margin, change: Estimate(0.05), overlap: "recovery"))),
    RuleCase(
      .overlapMismatch, at: "capabilities.e.effects.conversion.overlap",
      effect("e", Effect(.conversion, change: Estimate(-0.05), overlap: "recovery"))),
    RuleCase(
      .overlapMismatch, at: "capabilities.e.effects.conversion.overlap",
      effect(
        "e", Effect(.conversion, change: Estimate(low: 0, likely: 0.05, high: 0.11), overlap: "recovery"))),
    RuleCase(.missingBusiness, at: "business") { $0.business = nil },
    RuleCase(
      .missingBusiness, at: "business",
      RoadmapFixture().capability("a", trigger: Trigger([TriggerCondition(.visits, .atLeast, 1)]))),
  ]

  private static let company: [RuleCase] = [
    RuleCase(.stateAndAnswers, at: "company.answers.a", base.states(["a": .live]).answer("a", "used", .yes)),
    RuleCase(
      .conflictingLive, at: "company.live.c", base.states(["a": .live, "b": .live, "c": .live])),
    RuleCase(
      .conflictingLive, at: "company.answers.a",
      base.alternative("other", .atMostOne, ["d", "a"]).answer("a", "used", .yes).answer("a", "known", .yes)),
    RuleCase(
      .conflictingDecision, at: "decisions.force.a",
      base.decision("a", Decision(isForced: true, isExcluded: true))),
    RuleCase(.conflictingDecision, at: "decisions.exclude.d", base.decision("d", Decision(isExcluded: true))),
    RuleCase(
      .conflictingDecision, at: "decisions.force.a",
      base.states(["a": .notApplicable]).decision("a", Decision(isForced: true))),
    RuleCase(
      .conflictingDecision, at: "decisions.pin.a",
      base.answer("a", "used", .yes).answer("a", "known", .yes)
        .decision("a", Decision(pinnedStart: RoadmapFixture.start))),
    RuleCase(
      .conflictingDecision, at: "decisions.notBefore.a",
      base.states(["a": .inProgress(0.5)]).decision("a", Decision(notBefore: RoadmapFixture.start))),
    RuleCase(.dateOutsideCalendar, at: "target.by", base.target("walk", by: 10)),
    RuleCase(
      .dateOutsideCalendar, at: "decisions.pin.a",
      base.decision("a", Decision(pinnedStart: RoadmapFixture.start.advanced(by: -1)))),
    RuleCase(
      .dateOutsideCalendar, at: "decisions.liveBy.a",
      base.decision("a", Decision(liveBy: RoadmapFixture.start.advanced(by: 70)))),
    RuleCase(
      .dateOutsideCalendar, at: "decisions.notBefore.a",
      base.decision("a", Decision(notBefore: RoadmapFixture.start.advanced(by: 4_000)))),
  ]

  private static let doubts: [RuleCase] = [
    RuleCase(.liveWithoutPrerequisite, at: "company.live.b", base.states(["b": .live])),
    RuleCase(
      .liveWithoutPrerequisite, at: "company.answers.e",
      base.capability("e", requires: [.init("a")], proof: ["used"]).answer("e", "used", .yes)),
    RuleCase(
      .higherStagePrerequisite, at: "capabilities.e.requires.0", base.capability("e", requires: [.init("b")])),
    RuleCase(
      .needExceedsTeam, at: "teams.development",
      base.capability("e", needs: ["development": 2.5])),
    RuleCase(
      .largeChange, at: "capabilities.e.effects.margin",
      base.capability("e", effects: [.init(.margin, change: Estimate(3))])),
  ]
}
