import RoadmapModel
import TestSupport
import Testing

@Suite struct PlanSlackTests {
  /// A roadmap without teams, money and freezes, and a plan that starts some work later than it has to.
  private struct Sample {
    let roadmap: Roadmap
    let schedule: Schedule
    var plan: Plan { PlanDraft(schedule, of: roadmap).plan }
    let hasChoices: Bool

    init(seed: UInt64) throws {
      var random = SplitMix(seed: seed)
      var fixture = RoadmapFixture(periods: 60)
      var hasChoices = false
      let ids = (0..<8).map { CapabilityID("c\($0)") }
      for (index, id) in ids.enumerated() {
        var needs: [Prerequisite] = []
        let known = Array(ids[..<index])
        for _ in 0..<random.int(in: 0...2) where !known.isEmpty {
          needs.append(Prerequisite(random.pick(known), lag: random.int(in: 0...2)))
        }
        if known.count > 2, random.chance(0.3) {
          needs.append(Prerequisite(Requirement(atLeast: 2, of: random.sample(3, of: known))))
          hasChoices = true
        }
        let provides = index > 3 && random.chance(0.15) ? [random.pick(known)] : []
        hasChoices = hasChoices || !provides.isEmpty
        fixture = fixture.capability(
          id, weeks: Double(random.int(in: 1...4)), requires: needs, provides: provides)
      }
      fixture = fixture.demand(
        "crawl",
        .all(
          [random.pick(ids), random.pick(ids)].reduce(into: []) { list, id in
            if !list.contains(id) { list.append(id) }
          }))
      let roadmap = try fixture.roadmap()
      self.roadmap = roadmap
      self.hasChoices = hasChoices
      var schedule = Schedule()
      for id in ids {
        let earlier = schedule
        let ready =
          roadmap.capability(id)?.prerequisites.compactMap { prerequisite in
            earlier.period(meeting: prerequisite.requirement, in: roadmap)?.index.advanced(
              by: prerequisite.lag)
          }.max() ?? 0
        schedule.starts[id] = Period(ready + (random.chance(0.4) ? random.int(in: 1...4) : 0))
      }
      self.schedule = schedule
    }

    /// Whether every prerequisite is met, and no stage is later than planned.
    func holds(_ schedule: Schedule) -> Bool {
      let stages = plan.stages.allSatisfy { stage in
        guard stage.stage == roadmap.target.stage else { return true }
        return schedule.period(reaching: stage.stage, in: roadmap).map { $0 <= stage.period } ?? false
      }
      return stages && roadmap.capabilities.allSatisfy { capability in isReady(capability, in: schedule) }
        && isWithinCalendar(schedule)
    }

    private func isWithinCalendar(_ schedule: Schedule) -> Bool {
      roadmap.capabilities.allSatisfy {
        (schedule.livePeriod(of: $0.id, in: roadmap)?.index ?? 0) <= roadmap.calendar.periodCount
      }
    }

    private func isReady(_ capability: Capability, in schedule: Schedule) -> Bool {
      guard let start = schedule.starts[capability.id] else { return true }
      return capability.prerequisites.allSatisfy { prerequisite in
        schedule.period(meeting: prerequisite.requirement, in: roadmap).map {
          $0.advanced(by: prerequisite.lag) <= start
        } ?? false
      }
    }

    /// The schedule with one capability later, and all that has to wait for it.
    func slipped(_ id: CapabilityID, by weeks: Int) -> Schedule {
      var late = schedule
      late.starts[id] = late.starts[id]?.advanced(by: weeks)
      for _ in roadmap.capabilities {
        for capability in roadmap.capabilities where !isReady(capability, in: late) {
          let met = capability.prerequisites.compactMap { prerequisite in
            late.period(meeting: prerequisite.requirement, in: roadmap)?.advanced(by: prerequisite.lag)
          }.max()
          late.starts[capability.id] = max(late.starts[capability.id] ?? Period(0), met ?? Period(0))
        }
      }
      return late
    }
  }

  @Test(arguments: 0..<120 as Range<UInt64>) func freeSlackIsWhatNobodyNotices(seed: UInt64) throws {
    let sample = try Sample(seed: seed)
    let slack = PlanSlack(of: sample.plan, in: sample.roadmap)
    #expect(sample.holds(sample.schedule))
    for capability in sample.roadmap.capabilities {
      let free = try #require(slack[capability.id]).free
      func slips(by weeks: Int) -> Bool {
        var late = sample.schedule
        late.starts[capability.id] = late.starts[capability.id]?.advanced(by: weeks)
        // Its own prerequisites still hold, so only others can notice.
        return sample.holds(late)
      }
      #expect(slips(by: free), "\(capability.id)")
      #expect(!slips(by: free + 1), "\(capability.id)")
    }
  }

  @Test(arguments: 0..<120 as Range<UInt64>) func totalSlackKeepsTheTarget(seed: UInt64) throws {
    let sample = try Sample(seed: seed)
    let slack = PlanSlack(of: sample.plan, in: sample.roadmap)
    for capability in sample.roadmap.capabilities {
      let weeks = try #require(slack[capability.id])
      #expect(weeks.total >= 0)
      if !sample.hasChoices {
        #expect(sample.holds(sample.slipped(capability.id, by: weeks.total)), "\(capability.id)")
        #expect(weeks.total >= weeks.free, "\(capability.id)")
        #expect(!sample.holds(sample.slipped(capability.id, by: weeks.total + 1)), "\(capability.id)")
      }
    }
  }

  @Test func decisionsAboutDaysHold() throws {
    let roadmap = try RoadmapFixture(periods: 20).capability("a", weeks: 2).capability("b", weeks: 3)
      .decision("a", Decision(liveBy: RoadmapFixture.start.advanced(by: 7 * 6)))
      .decision("b", Decision(pinnedStart: RoadmapFixture.start.advanced(by: 7))).roadmap()
    let plan = PlanDraft(Schedule(starts: ["a": Period(1), "b": Period(1)]), of: roadmap).plan
    let slack = PlanSlack(of: plan, in: roadmap)
    #expect(slack["a"] == PlanSlack.Weeks(free: 3, total: 3))
    #expect(slack["b"] == PlanSlack.Weeks(free: 0, total: 0))
    #expect(slack["c"] == nil)
  }
}
