import RoadmapModel
import TestSupport
import Testing

@testable import Planning
@testable import Simulation

/// Work that costs and brings nothing, so that only the deadline makes a plan begin it before the calendar ends.
@Suite("Planning anew")
struct ReplanningTests {
  private static func execution() throws -> Execution {
    let roadmap = try RoadmapFixture(periods: 60)
      .capability("one", weeks: 4, cost: 100).capability(
        "two", weeks: 6, cost: 100, requires: [Prerequisite("one")]
      )
      .demand("crawl", Requirement("two")).target("crawl", by: 20).roadmap()
    let schedule = Schedule(starts: ["one": Period(0), "two": Period(14)])
    let model = try ExecutionModel(roadmap, schedule, policy: .replan).holdingByPolicy()
    return Execution(model, UncertainInputs(model))
  }

  private static func target(of execution: borrowing Execution) throws -> Int {
    let replanning = Replanning(execution.model.instance, schedules: 40, seed: 1)
    let starts = try #require(replanning.starts(from: execution.state))
    return starts[execution.model.instance.targetMilestone]
  }

  @Test func aDeadlineThatCanBeMetIsMet() throws {
    var execution = try Self.execution()
    execution.begin()
    execution.run(until: 6)
    #expect(try Self.target(of: execution) <= 20)
  }

  /// Work that takes ten weeks longer than planned is not over in week 17, so that six more weeks end in week 24 at the earliest.
  @Test func aDeadlineThatIsLostIsMissedByAsLittleAsCanBe() throws {
    var execution = try Self.execution()
    execution.world.weeks[0] = 19
    execution.begin()
    execution.run(until: 17)
    #expect(try Self.target(of: execution) == 24)
  }
}
