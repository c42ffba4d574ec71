import RoadmapModel
import TestSupport
import Testing

@Suite("Schedules")
struct ScheduleTests {
  private let fixture = RoadmapFixture(periods: 12).capability("a", weeks: 2).capability("b", weeks: 3)
    .capability("c", weeks: 1).capability("suite", weeks: 4, provides: ["a", "b"]).capability("live")
    .states(["live": .live])

  private func schedule(_ starts: [CapabilityID: Int]) -> Schedule {
    Schedule(starts: starts.mapValues { Period($0) })
  }

  @Test("A capability is live when its work is done, and from the start when it is today")
  func livePeriods() throws {
    let roadmap = try fixture.roadmap()
    let schedule = schedule(["a": 3])
    #expect(schedule.livePeriod(of: "a", in: roadmap) == Period(5))
    #expect(schedule.livePeriod(of: "b", in: roadmap) == nil)
    #expect(schedule.livePeriod(of: "live", in: roadmap) == Period(0))
    #expect(schedule.livePeriod(of: "ghost", in: roadmap) == nil)
  }

  @Test("A requirement is met by the k-th earliest member or stand-in")
  func requirements() throws {
    let roadmap = try fixture.roadmap()
    let schedule = schedule(["a": 6, "b": 0, "c": 9, "suite": 1])
    func period(_ count: Int, _ members: [CapabilityID]) -> Period? {
      schedule.period(meeting: Requirement(atLeast: count, of: members), in: roadmap)
    }
    #expect(period(1, ["a"]) == Period(5))
    #expect(period(1, ["a", "b", "c"]) == Period(3))
    #expect(period(2, ["a", "b", "c"]) == Period(5))
    #expect(period(3, ["a", "b", "c"]) == Period(10))
    #expect(self.schedule(["a": 0]).period(meeting: .all(["a", "c"]), in: roadmap) == nil)
  }

  @Test("A stage is reached with the last of its demands and of those below it")
  func stages() throws {
    let roadmap = try fixture.demand("crawl", Requirement("b")).demand("walk", Requirement("live"))
      .demand("run", Requirement("c")).roadmap()
    let schedule = schedule(["b": 2])
    #expect(schedule.period(reaching: "crawl", in: roadmap) == Period(5))
    #expect(schedule.period(reaching: "walk", in: roadmap) == Period(5))
    #expect(schedule.period(reaching: "run", in: roadmap) == nil)
    #expect(schedule.period(reaching: "ghost", in: roadmap) == nil)
    #expect(!roadmap.isReachedToday("crawl") && !roadmap.isReachedToday("ghost"))
    #expect(try fixture.demand("crawl", Requirement("live")).roadmap().isReachedToday("crawl"))
  }

  @Test("The figures of a plan that follow from its schedule agree with the audit")
  func agreesWithAudit() {
    let figures: Set<AuditRule> = [
      .listedOnce, .finishPeriod, .entryDates, .entryCost, .stageDates, .budgetUse, .quarterMoney, .teamUse,
      .worth, .bound,
    ]
    var random = SplitMix(seed: 11)
    for seed in UInt64(0)..<300 {
      let roadmap = RandomRoadmap.make(seed: seed)
      var schedule = Schedule()
      for capability in roadmap.capabilities where random.chance(0.7) {
        let state = roadmap.state(of: capability.id)
        let latest = roadmap.calendar.periodCount - max(1, roadmap.plannedWork(for: capability).duration)
        guard state != .live, state != .notApplicable, latest >= 0 else { continue }
        schedule.starts[capability.id] = Period(random.int(in: 0...latest))
      }
      let violations = PlanDraft(schedule, of: roadmap).plan.audit(against: roadmap)
      #expect(violations.filter { figures.contains($0.rule) } == [], "seed \(seed)")
    }
  }
}
