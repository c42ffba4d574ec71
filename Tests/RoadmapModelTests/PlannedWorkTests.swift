import RoadmapModel
import TestSupport
import Testing

@Suite("Planned work")
struct PlannedWorkTests {
  private func work(_ fixture: RoadmapFixture, _ id: CapabilityID = "a") throws -> PlannedWork {
    let roadmap = try fixture.roadmap()
    return roadmap.plannedWork(for: try #require(roadmap.capability(id)))
  }

  @Test("The costs of the weeks add up to the cost exactly", arguments: Capability.CostTiming.allCases)
  func costsAddUp(timing: Capability.CostTiming) throws {
    var random = SplitMix(seed: 7)
    for _ in 0..<200 {
      let weeks = Double(random.int(in: 0...60))
      let cost = Double(random.int(in: 0...1_000_000)) / 100
      let work = try work(RoadmapFixture().capability("a", weeks: weeks, cost: cost, timing: timing))
      #expect(work.costByWeek.count == max(1, work.duration))
      #expect(work.costByWeek.reduce(.zero, +) == work.cost)
      #expect(work.costByWeek.allSatisfy { $0 >= .zero })
    }
  }

  @Test("A spread cost differs by a cent between weeks at most")
  func spreadsEvenly() throws {
    let weeks = try work(RoadmapFixture().capability("a", weeks: 7, cost: 100)).costByWeek.map(\.cents)
    #expect(weeks.allSatisfy { $0 == 1_428 || $0 == 1_429 })
  }

  @Test("A cost at the start or the finish falls on the first or the last week")
  func timings() throws {
    let fixture = { RoadmapFixture().capability("a", weeks: 3, cost: 9, timing: $0) }
    #expect(try work(fixture(.start)).costByWeek.map(\.units) == [9, 0, 0])
    #expect(try work(fixture(.finish)).costByWeek.map(\.units) == [0, 0, 9])
    #expect(try work(fixture(.spread)).costByWeek.map(\.units) == [3, 3, 3])
  }

  @Test(
    "Weeks that are left are rounded up",
    arguments: [(0.0, 0), (0.01, 1), (1, 1), (2.0000000001, 2), (2.5, 3)])
  func roundsUp(weeks: Double, duration: Int) throws {
    #expect(try work(RoadmapFixture().capability("a", weeks: weeks)).duration == duration)
  }

  @Test("Of what is partly done, the undone share of weeks, cost, effects and benefit is left")
  func partial() throws {
    let effect = Effect(.margin, change: Estimate(-0.4), ramp: 3)
    let fixture = RoadmapFixture().business()
      .capability("a", weeks: 10, cost: 100, runningCost: 7, effects: [effect], benefit: 50)
      .states(["a": .partial(0.75)])
    let work = try work(fixture)
    #expect(work.duration == 3)
    #expect(work.cost == Money(units: 25))
    #expect(work.runningCostPerMonth == 7)
    #expect(work.benefitPerMonth == 12.5)
    #expect(work.effects == [PlannedEffect(kpi: .margin, change: -0.1, ramp: 3, overlap: nil)])
  }

  @Test("What is in progress brings all of its effects, since nothing of it is live")
  func inProgress() throws {
    let effect = Effect(.margin, change: Estimate(-0.4))
    let work = try work(
      RoadmapFixture().business().capability("a", weeks: 10, cost: 100, effects: [effect], benefit: 50)
        .states(["a": .inProgress(0.75)]))
    #expect(work.duration == 3)
    #expect(work.cost == Money(units: 25))
    #expect(work.benefitPerMonth == 50)
    #expect(work.effects.map(\.change) == [-0.4])
  }

  @Test("What is in progress stays in work until a freeze is over")
  func waitsForTheFreeze() throws {
    let fixture = RoadmapFixture(periods: 12).capability("a", weeks: 4, cost: 80)
      .policy(freeze: [3...5, 6...6, 8...8]).states(["a": .inProgress(0.25)])
    let work = try work(fixture)
    #expect(work.duration == 7)
    #expect(work.costByWeek.reduce(.zero, +) == Money(units: 60))
    // What is not in work yet can start later instead.
    #expect(try self.work(fixture.states(["a": .partial(0.25)])).duration == 3)
  }

  @Test("A freeze without end leaves work unfinished at the end of the calendar")
  func endlessFreeze() throws {
    let fixture = RoadmapFixture(periods: 12).capability("a", weeks: 4).policy(freeze: [2...20])
      .states(["a": .inProgress(0)])
    #expect(try work(fixture).duration == 12)
  }

  @Test("Effects are shrunk by the evidence policy, estimates count by their means")
  func effects() throws {
    let claim = Estimate(low: 0, likely: 0.1, high: 0.2, evidence: Evidence(.guess))
    let work = try work(
      RoadmapFixture().business().capability("a", effects: [Effect(.margin, change: claim)]))
    #expect((work.effects[0].change - 0.02).magnitude < 1e-15)
  }

  @Test("Scores among alternatives are worth their points, once for each alternative")
  func scores() throws {
    let fixture = RoadmapFixture().capability("a").capability("b")
      .alternative("first", .atMostOne, ["a", "b"], scores: ["a": 4])
      .alternative("second", .atMostOne, ["b", "a"], scores: ["a": 1])
      .with { contents in
        contents.alternatives[0].pointValue = 100
        contents.alternatives[1].pointValue = 10
      }
    #expect(try work(fixture).scoreValue == 410)
    #expect(try work(fixture, "b").scoreValue == 0)
  }

  @Test("Nobody is not a need")
  func needs() throws {
    let fixture = RoadmapFixture().team("development", 2).team("data", 1)
      .capability("a", needs: ["development": 0, "data": 0.5])
    #expect(try work(fixture).needs == [Capability.TeamNeed("data", People(0.5))])
  }
}
