import RoadmapModel
import TestSupport

extension RuleCase {
  private static let empty = RoadmapFixture()

  static let structure: [RuleCase] = [
    RuleCase(.prerequisiteCycle, at: "capabilities.e.requires", base.capability("e", requires: [.init("e")])),
    RuleCase(
      .prerequisiteCycle, at: "capabilities.e.requires",
      base.capability("e", requires: [.init("f")]).capability("f", requires: [.init("g")])
        .capability("g", requires: [.init(.all(["a", "e"]))])),
    RuleCase(
      .requirementCount, at: "capabilities.e.requires.0.atLeast",
      base.capability("e", requires: [.init(Requirement(atLeast: 3, of: ["a", "d"]))])),
    RuleCase(
      .requirementCount, at: "capabilities.e.requires.0.atLeast",
      base.capability("e", requires: [.init(Requirement(atLeast: 0, of: ["a"]))])),
    RuleCase(
      .requirementCount, at: "stages.run.demands.commerce.0.atLeast",
      base.demand("run", Requirement(atLeast: 1, of: []))),
    RuleCase(
      .repeatedMember, at: "capabilities.e.requires.0.of.2",
      base.capability("e", requires: [.init(Requirement(atLeast: 1, of: ["a", "b", "a"]))])),
    RuleCase(
      .repeatedMember, at: "stages.run.demands.commerce.0.of.1",
      base.demand("run", Requirement(atLeast: 1, of: ["a", "a"]))),
    RuleCase(.repeatedMember, at: "alternatives.choice.of.2") { $0.alternatives[0].members.append("b") },
    RuleCase(.repeatedMember, at: "capabilities.e.provides.1", base.capability("e", provides: ["a", "a"])),
    RuleCase(.tooFewAlternatives, at: "alternatives.lonely.of", base.alternative("lonely", .one, ["a"])),
    RuleCase(.tooFewAlternatives, at: "alternatives.empty.of", base.alternative("empty", .one, [])),
    RuleCase(.emptyMaturityModel, at: "elements", empty.with { $0.maturity.elements = [] }),
    RuleCase(.tooLarge, at: "teams", (0...64).reduce(empty) { $0.team(TeamID("t\($1)"), 1) }),
    RuleCase(.tooLarge, at: "stages") { contents in
      contents.maturity.stages += (0..<62).map { Stage(id: StageID("s\($0)"), name: "Stage") }
    },
    RuleCase(.tooLarge, at: "elements") { contents in
      contents.maturity.elements += (0..<64).map { Element(id: ElementID("e\($0)"), name: "Element") }
    },
    RuleCase(.tooLarge, at: "sources") { contents in
      contents.sources = (0...1_000).map { Source(id: SourceID("s\($0)"), title: "Study") }
    },
    RuleCase(
      .tooLarge, at: "alternatives",
      (0...1_000).reduce(base) { fixture, number in
        fixture.with {
          $0.alternatives.append(
            Alternative(id: AlternativeID("x\(number)"), name: "Choice", members: ["a", "b"]))
        }
      }),
    RuleCase(.tooLarge, at: "capabilities") { contents in
      let template = contents.capabilities[3]
      contents.capabilities += (0..<RoadmapRule.capabilityLimit).map { number in
        var capability = template
        capability.id = CapabilityID("x\(number)")
        return capability
      }
    },
  ]
}
