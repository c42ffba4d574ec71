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
    let doubts: Set<RoadmapRule> = [.liveWithoutPrerequisite, .higherStagePrerequisite, .needExceedsTeam]
    for example in RuleCase.all {
      let isUsable = (try? example.fixture.roadmap()) != nil
      #expect(isUsable == doubts.contains(example.rule), "\(example)")
    }
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
