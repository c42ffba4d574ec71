import BusinessModel
import RandomStreams
import RoadmapModel
import TestSupport
import Testing

@testable import Planning

@Suite struct ScheduleBuilderTests {
  /// Whatever the list, a schedule that counts as keeping all rules passes the audit, which shares no code with the builder.
  @Test(arguments: 0..<120) func schedulesWithoutViolationPassTheAudit(seed: Int) {
    let roadmap = RandomRoadmap.make(seed: UInt64(seed), capabilities: 7, periods: 12)
    var compiler = RoadmapCompiler(roadmap)
    let compiled = compiler.compile()
    let instance = compiled.instance
    guard Diagnosis(compiled, language: .english).proofs().isEmpty else { return }
    let ground = AuditGround(roadmap)
    var builder = ScheduleBuilder(instance)
    var stream = RandomStream(StreamKey(seed: 7, purpose: "lists")[seed])
    for _ in 0..<20 {
      builder.build(.random(instance, &stream))
      guard builder.violation == 0 else { continue }
      let violations = ground.violations(
        of: compiled.schedule(of: builder.starts),
        path: instance.shop.path(goLive: instance.goLives(of: builder.starts)))
      #expect(violations.isEmpty, "seed \(seed)")
    }
  }

  /// The first of the list gets the people; the other waits until they are free.
  @Test func orderDecidesWhoGoesFirst() throws {
    let instance = try Instance(
      RoadmapFixture(periods: 8).team("development", 1)
        .capability("a", weeks: 2, needs: ["development": 1])
        .capability("b", weeks: 3, needs: ["development": 1]))
    var builder = ScheduleBuilder(instance)
    var list = ActivityList(order: [1, 0, 2, 3, 4], isWanted: [true, true, false, false, false])
    builder.build(list)
    #expect(builder.starts[1] == 0 && builder.starts[0] == 3)
    list.order = [0, 1, 2, 3, 4]
    builder.build(list)
    #expect(builder.starts[0] == 0 && builder.starts[1] == 2)
  }

  /// Money that is carried over allows in the second month what the first cannot pay.
  @Test(arguments: [true, false]) func moneyIsCarriedOver(carriesOver: Bool) throws {
    let fixture = RoadmapFixture(periods: 12).capability("a", weeks: 1, cost: 150).with { contents in
      contents.budget = Budget(
        every: .month, amount: Money(units: 100), carriesOver: carriesOver, in: contents.calendar)
    }
    let instance = try Instance(fixture)
    var builder = ScheduleBuilder(instance)
    builder.build(ActivityList(order: [0, 1, 2, 3], isWanted: [true, false, false, false]))
    // The second window begins on 1 February 2027; the first Monday in it is that day, the fifth week.
    #expect(builder.starts[0] == (carriesOver ? 4 : -1))
  }

  /// A choice is met by the member that comes first in the list.
  @Test func choicesFollowTheList() throws {
    let instance = try Instance(
      RoadmapFixture(periods: 8).capability("a").capability("b")
        .capability("c", requires: [Prerequisite(Requirement(atLeast: 1, of: ["a", "b"]))])
        .demand("crawl", Requirement("c")))
    let wanted = [Bool](repeating: false, count: instance.activityCount)
    var selection = Selection(instance)
    selection.choose(by: ActivityList(order: [0, 1, 2, 3, 4, 5], isWanted: wanted))
    #expect(selection.isChosen.prefix(3) == [true, false, true])
    selection.choose(by: ActivityList(order: [1, 0, 2, 3, 4, 5], isWanted: wanted))
    #expect(selection.isChosen.prefix(3) == [false, true, true])
  }
}

@Suite struct MoveTests {
  /// A move leaves a permutation, and leaves the list alone when it says that it found nothing.
  @Test(arguments: 0..<40) func movesKeepListsWhole(seed: Int) {
    let roadmap = RandomRoadmap.make(seed: UInt64(seed), capabilities: 7, periods: 12)
    var compiler = RoadmapCompiler(roadmap)
    let instance = compiler.compile().instance
    var stream = RandomStream(StreamKey(seed: 3, purpose: "moves")[seed])
    var evaluator = Evaluator(instance, objective: .value)
    for (move, _) in Annealing.moves {
      for _ in 0..<10 {
        let before = ActivityList.random(instance, &stream)
        var list = before
        let starts = evaluator.evaluate(before).starts
        let changed = move.apply(to: &list, starts: starts, instance, &stream)
        #expect(list.order.sorted() == Array(0..<instance.activityCount))
        #expect(changed || list == before)
        #expect(list.notBefore.allSatisfy { 0...instance.periodCount ~= $0 })
      }
    }
  }
}

extension ActivityList {
  /// A list with a random order, random wishes and a few starts that are put off.
  static func random(_ instance: Instance, _ stream: inout RandomStream) -> ActivityList {
    var order = Array(0..<instance.activityCount)
    stream.shuffle(&order)
    var list = ActivityList(order: order, isWanted: order.map { _ in stream.bernoulli(0.5) })
    for activity in order where stream.bernoulli(0.2) {
      list.notBefore[activity] = stream.integer(below: instance.periodCount)
    }
    return list
  }
}

extension Instance {
  /// The instance of a fixture.
  init(_ fixture: RoadmapFixture) throws {
    self = try CompiledRoadmap(fixture).instance
  }
}

extension CompiledRoadmap {
  /// The compiled roadmap of a fixture.
  init(_ fixture: RoadmapFixture) throws {
    var compiler = RoadmapCompiler(try fixture.roadmap())
    self = compiler.compile()
  }

  /// The schedule of the capabilities among the activities.
  func schedule(of starts: [Int]) -> Schedule {
    var schedule = Schedule()
    for (activity, start) in starts.enumerated() where start >= 0 {
      if let capability = capability(of: activity) { schedule.starts[capability.id] = Period(start) }
    }
    return schedule
  }
}
