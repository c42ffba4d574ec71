import Planning
import RoadmapModel
import TestSupport
import Testing

/// A roadmap without a plan, and the reason that has to be named.
struct HopelessCase: Sendable, CustomTestStringConvertible {
  let id: String
  let fixture: RoadmapFixture
  var isProved = true

  var testDescription: String { id }

  static let all: [HopelessCase] = [
    HopelessCase(
      id: "demand-out-of-reach",
      fixture: chain.decision("a", Decision(isExcluded: true))),
    HopelessCase(
      id: "decision-out-of-reach",
      fixture: RoadmapFixture().capability("a", weeks: 9).decision("a", Decision(isForced: true))),
    HopelessCase(
      id: "no-alternative-left",
      fixture: RoadmapFixture().capability("a").capability("b")
        .alternative("choice", .one, ["a", "b"], minimumScore: 4, scores: ["a": 1, "b": 2])),
    HopelessCase(
      id: "demand-out-of-reach",
      fixture: RoadmapFixture().capability("far", stage: "run").capability("gone")
        .demand("crawl", Requirement(atLeast: 1, of: ["far", "gone"]))
        .decision("gone", Decision(isExcluded: true)).with { $0.policy.stageGates = .strict }),
    HopelessCase(
      id: "exclusive-clash",
      fixture: RoadmapFixture().capability("a").capability("b").alternative("choice", .atMostOne, ["a", "b"])
        .demand("crawl", .all(["a", "b"]))),
    HopelessCase(
      id: "pin-too-early",
      fixture: chain.decision("b", Decision(pinnedStart: RoadmapFixture.start.advanced(by: 7)))),
    HopelessCase(
      id: "pin-in-freeze",
      fixture: RoadmapFixture().capability("a", weeks: 2).decision(
        "a", Decision(pinnedStart: RoadmapFixture.start)
      )
      .with { $0.policy.freeze = [.once(from: day(14), through: day(20))] }),
    HopelessCase(
      id: "settled-work-too-much",
      fixture: RoadmapFixture().team("development", 1).capability("a", weeks: 4, needs: ["development": 1])
        .capability("b", weeks: 4, needs: ["development": 1]).states([
          "a": .inProgress(0.5), "b": .inProgress(0.5),
        ])),
    HopelessCase(id: "deadline-too-early", fixture: chain.with { $0.target.by = day(20) }),
    HopelessCase(
      id: "team-too-small",
      fixture: RoadmapFixture().team("development", 1).capability("a", weeks: 5, needs: ["development": 1])
        .capability("b", weeks: 5, needs: ["development": 1]).demand("crawl", .all(["a", "b"]))),
    HopelessCase(
      id: "budget-too-small",
      fixture: chain.with { contents in
        contents.capabilities[0].cost = Estimate(500)
        contents.budget = Budget(
          every: .once, amount: Money(units: 400), carriesOver: true, in: contents.calendar)
      }),
    HopelessCase(
      id: "no-place-in-time",
      fixture: chain.with { contents in
        contents.capabilities[0].cost = Estimate(500)
        contents.budget = Budget(
          every: .month, amount: Money(units: 300), carriesOver: false, in: contents.calendar)
        contents.capabilities[0].costTiming = .start
      }),
    HopelessCase(
      id: "deadline-missed",
      fixture: RoadmapFixture(periods: 12).team("development", 1).capability(
        "a", weeks: 3, needs: ["development": 1]
      )
      .capability("b", weeks: 3, needs: ["development": 1]).capability(
        "c", weeks: 1, requires: [Prerequisite(.all(["a", "b"]))]
      )
      .demand("crawl", Requirement("c")).with { $0.target.by = day(6 * 7) }, isProved: false),
  ]

  private static func day(_ days: Int) -> CivilDate { RoadmapFixture.start.advanced(by: days) }

  private static var chain: RoadmapFixture {
    RoadmapFixture().capability("a", weeks: 3).capability("b", weeks: 2, requires: [Prerequisite("a")])
      .demand("crawl", Requirement("b"))
  }
}

@Suite struct DiagnosisTests {
  private func reasons(
    _ fixture: RoadmapFixture, _ language: Language = .english
  ) async throws -> [Infeasibility.Reason] {
    var parameters = PlannerParameters(threads: 1, language: language)
    parameters.schedules = 200
    guard case .infeasible(let infeasibility) = try await Planner(fixture.roadmap()).plan(parameters) else {
      return []
    }
    return infeasibility.reasons
  }

  @Test(arguments: HopelessCase.all) func speaksLanguages(_ hopeless: HopelessCase) async throws {
    var messages: Set<String> = []
    var advice: Set<String?> = []
    for language in Language.allCases {
      let reason = try #require(await reasons(hopeless.fixture, language).first)
      messages.insert(reason.message)
      advice.insert(reason.advice)
    }
    #expect(messages.count == 3 && advice.count == 3, "\(messages), \(advice)")
  }

  /// The deadline is a Saturday and quoted as such, and who moves it learns about the people at once.
  @Test func quotesTheDayOfTheDeadlineAndAllThatIsShort() async throws {
    let fixture = RoadmapFixture(periods: 20).team("development", 1)
      .capability("a", weeks: 3, needs: ["development": 1]).capability(
        "b", weeks: 2, needs: ["development": 1], requires: [Prerequisite("a")]
      )
      .capability("c", weeks: 2, needs: ["development": 1]).demand("crawl", .all(["b", "c"]))
      .with { $0.target.by = RoadmapFixture.start.advanced(by: 19) }
    let reasons = try await reasons(fixture)
    #expect(reasons.map(\.id) == ["deadline-too-early", "team-too-small"])
    let day = "\(RoadmapFixture.start.advanced(by: 19))"
    #expect(reasons.allSatisfy { $0.message.contains(day) }, "\(reasons)")
    #expect(reasons.first?.advice?.contains("at the earliest") == true)
  }

  /// What has no room is one reason with the bottleneck, not a line for each capability.
  @Test func gathersWhatHasNoRoom() async throws {
    let fixture = RoadmapFixture(periods: 10).team("development", 1)
      .capability("a", weeks: 4, needs: ["development": 1]).capability(
        "b", weeks: 4, needs: ["development": 1]
      )
      .capability("c", weeks: 1).capability("d", weeks: 1).demand("crawl", .all(["a", "b"]))
      .policy(freeze: [4...6, 8...10])
    let reasons = try await reasons(fixture)
    #expect(reasons.count == 1)
    #expect(reasons.first?.id == "no-room-found")
    #expect(reasons.first?.message.contains("the scarcest is 'development'") == true, "\(reasons)")
  }

  @Test(arguments: HopelessCase.all) func namesTheReason(_ hopeless: HopelessCase) async throws {
    var parameters = PlannerParameters(threads: 1)
    parameters.schedules = 200
    let outcome = try await Planner(hopeless.fixture.roadmap()).plan(parameters)
    guard case .infeasible(let infeasibility) = outcome else {
      Issue.record("there should be no plan")
      return
    }
    #expect(infeasibility.reasons.first?.id == hopeless.id, "\(infeasibility.reasons)")
    #expect(infeasibility.isProved == hopeless.isProved)
    #expect(infeasibility.reasons.allSatisfy { $0.advice != nil && !$0.message.hasSuffix(".") })
  }
}
