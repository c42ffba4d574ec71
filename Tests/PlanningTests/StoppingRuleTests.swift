import Testing

@testable import Planning

@Suite struct StoppingRuleTests {
  @Test func withoutADeadlineTimeDoesNotCount() {
    let rule = StoppingRule(schedules: 1, deadline: nil, signal: StopSignal())
    #expect(rule.timeShare(since: .now) == 0)
    #expect(rule.sharing(0.5).deadline == nil)
    #expect(!rule.endsEarly())
  }

  @Test func partsTakeTheirShareOfTheTime() throws {
    let now = ContinuousClock.now
    let rule = StoppingRule(schedules: 1, deadline: now.advanced(by: .seconds(1_000)), signal: StopSignal())
    let part = try #require(rule.sharing(0.4).deadline)
    #expect(part > now.advanced(by: .seconds(399)) && part <= now.advanced(by: .seconds(1_000)))
    #expect(rule.timeShare(since: now.advanced(by: .seconds(-1_000))) >= 0.5)
    #expect(rule.timeShare(since: now.advanced(by: .seconds(2_000))) == 0)
  }

  @Test func whatIsOverIsOver() {
    let now = ContinuousClock.now
    let rule = StoppingRule(schedules: 1, deadline: now.advanced(by: .seconds(-1)), signal: StopSignal())
    #expect(rule.endsEarly())
    #expect(rule.timeShare(since: now.advanced(by: .seconds(-10))) == 1)
    let raised = StopSignal()
    raised.raise()
    #expect(StoppingRule(schedules: 1, deadline: nil, signal: raised).endsEarly())
  }
}
