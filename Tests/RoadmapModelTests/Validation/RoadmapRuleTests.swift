import RoadmapModel
import TestSupport
import Testing

@Suite("Rules of a roadmap")
struct RoadmapRuleTests {
  /// All findings, whether they are errors or doubts.
  private func findings(_ fixture: RoadmapFixture) -> [Finding] {
    do throws(InvalidInput) {
      return try Roadmap(validating: fixture.contents).warnings
    } catch {
      return error.findings
    }
  }

  @Test("The base of all cases is valid and without doubts")
  func baseIsValid() {
    #expect(findings(RuleCase.base) == [])
  }

  @Test("What breaks one rule has one finding of this rule, at its place", arguments: RuleCase.all)
  func findsBrokenRule(_ example: RuleCase) {
    let findings = findings(example.fixture)
    #expect(findings.map(\.id) == [example.rule.rawValue], "\(findings.map(\.message))")
    #expect(findings.map(\.path) == [example.path])
    for finding in findings {
      #expect(!finding.message.isEmpty && finding.message.last != ".")
      #expect(finding.advice?.last == ".")
    }
  }

  @Test("Every rule has contents that break it")
  func everyRuleHasACase() {
    let covered = Set(RuleCase.all.map(\.rule))
    #expect(RoadmapRule.allCases.filter { !covered.contains($0) } == [])
  }

  @Test("Doubts keep no roadmap from being used, errors do")
  func severities() {
    let doubts: Set<RoadmapRule> = [
      .liveWithoutPrerequisite, .higherStagePrerequisite, .needExceedsTeam, .largeChange,
      .harmlessRisk,
    ]
    for example in RuleCase.all {
      let isUsable = (try? example.fixture.roadmap()) != nil
      #expect(isUsable == doubts.contains(example.rule), "\(example)")
    }
  }

  @Test(
    "A number outside its range is quoted as a scenario writes it",
    arguments: [
      (RuleCase.base.states(["a": .partial(40)]), "4000% is outside the range from 0% to 100%", "Write 40%"),
      (RuleCase.base.with { $0.business?.newCustomerShare = 140 }, "14000% is", "Check the number"),
      (RuleCase.base.with { $0.discountRate = 9.5 }, "950% is", "Write 9.5%"),
      (
        RuleCase.base.with { $0.capabilities[0].cost = Estimate(-5_000) },
        "-5k is outside the range from 0 to 1000000M", "Check the number"
      ),
      (
        RuleCase.base.with { $0.capabilities[0].duration = Estimate(520.5) },
        "520.5 weeks is outside the range from 0 weeks to 520 weeks", "Check the number"
      ),
    ])
  func quotesNumbers(_ fixture: RoadmapFixture, message: String, advice: String) {
    let finding = findings(fixture).first
    #expect(finding?.message.hasPrefix(message) == true, "\(finding?.message ?? "")")
    #expect(finding?.advice?.hasPrefix(advice) == true, "\(finding?.advice ?? "")")
  }

  @Test("A team that is too small is one finding, and none when its size makes no sense")
  func tooSmallTeams() {
    let many = RuleCase.base.capability("e", needs: ["development": 3]).capability(
      "f", needs: ["development": 4])
    #expect(findings(many).map(\.id) == ["need-exceeds-team"])
    #expect(findings(many).first?.message.hasSuffix("; 2 capabilities need more than there are") == true)
    #expect(findings(many.states(["e": .live, "f": .live])) == [])
    #expect(findings(many.with { $0.teams[0].capacity = People(-1) }).map(\.id) == ["number-range"])
  }

  @Test("A misspelt reference has a suggestion")
  func suggests() {
    let findings = findings(RuleCase.base.capability("e", needs: ["develpment": 1]))
    #expect(findings.map(\.advice) == ["Maybe you meant 'development'."])
  }

  @Test("A circle that a choice or a stand-in can avoid is no mistake")
  func avoidableCircles() {
    let choice = RoadmapFixture()
      .capability("a", requires: [.init(Requirement(atLeast: 1, of: ["b", "c"]))])
      .capability("b", requires: [.init("a")]).capability("c")
    #expect(findings(choice) == [])
    let standIn = RoadmapFixture().capability("a", requires: [.init("b")])
      .capability("b", requires: [.init("a")]).capability("suite", provides: ["a"])
    #expect(findings(standIn) == [])
  }

  @Test("A chain of prerequisites as long as a roadmap may be is walked without recursion")
  func longChain() {
    let fixture = RoadmapFixture().with { contents in
      contents.capabilities = (0..<RoadmapRule.capabilityLimit).map { number in
        Capability(
          id: CapabilityID("c\(number)"), name: "Link", stage: "crawl", element: "commerce",
          prerequisites: number == 0 ? [] : [Prerequisite(CapabilityID("c\(number - 1)"))],
          duration: Estimate(1))
      }
    }
    #expect(findings(fixture) == [])
  }

  @Test("A model without stages is reported, not crashed on")
  func noStages() {
    let ids = findings(RoadmapFixture().with { $0.maturity.stages = [] }).map(\.id)
    #expect(ids == ["unknown-stage", "empty-maturity-model"])
  }
}
