import BusinessModel
import RandomStreams
import RoadmapModel
import TestSupport
import Testing

@testable import Planning

@Suite struct TriggerConflictTests {
  /// Whether everything that waits for a KPI starts late enough.
  private func triggersHold(_ starts: [Int], _ instance: Instance) -> Bool {
    let path = instance.shop.path(goLive: instance.goLives(of: starts))
    return instance.triggered.allSatisfy { activity in
      guard starts[activity] >= 0, let trigger = instance.triggers[activity] else { return true }
      return path.firstPeriod(reaching: trigger).map { $0.index <= starts[activity] } ?? false
    }
  }

  private func schedule(_ instance: Instance, _ stream: inout RandomStream) -> [Int] {
    (0..<instance.activityCount).map { activity in
      let range = instance.earliest[activity]..<max(instance.earliest[activity] + 1, instance.periodCount)
      return stream.bernoulli(0.2) ? -1 : stream.integer(in: range.lowerBound...range.upperBound - 1)
    }
  }

  /// What is said to be too early in the same way is too early, and the schedule itself is among it.
  @Test(arguments: 0..<150) func ruledOutSchedulesAreTooEarly(seed: Int) throws {
    let roadmap = RandomRoadmap.make(
      seed: UInt64(seed), capabilities: 7, periods: 14, features: [.effects, .triggers])
    var compiler = RoadmapCompiler(roadmap)
    let instance = compiler.compile().instance
    guard instance.hasTriggers else { return }
    let never = instance.periodCount + 1
    var conflicts = TriggerConflicts(instance)
    var stream = RandomStream(StreamKey(seed: 43, purpose: "too early")[seed])
    for _ in 0..<20 {
      let starts = schedule(instance, &stream)
      guard let conflict = conflicts.conflict(in: starts, never: never) else { continue }
      func keeps(_ starts: [Int]) -> Bool {
        starts.indices.allSatisfy { activity in
          let start = starts[activity] < 0 ? never : starts[activity]
          return start >= conflict.notBefore[activity] ?? 0 && start <= conflict.notAfter[activity] ?? never
        }
      }
      #expect(!triggersHold(starts, instance))
      #expect(keeps(starts))
      for _ in 0..<30 {
        var other = schedule(instance, &stream)
        for (activity, start) in conflict.notBefore where other[activity] >= 0 {
          other[activity] = max(other[activity], start)
          if other[activity] >= instance.periodCount { other[activity] = -1 }
        }
        for (activity, start) in conflict.notAfter {
          if other[activity] < 0 || other[activity] > start { other[activity] = start }
        }
        if keeps(other) { #expect(!triggersHold(other, instance), "seed \(seed)") }
      }
    }
  }

  /// The seeds above have conflicts, so that there is something to hold against.
  @Test func seedsHaveConflicts() {
    var found = 0
    for seed in 0..<150 {
      let roadmap = RandomRoadmap.make(
        seed: UInt64(seed), capabilities: 7, periods: 14, features: [.effects, .triggers])
      var compiler = RoadmapCompiler(roadmap)
      let instance = compiler.compile().instance
      var conflicts = TriggerConflicts(instance)
      if conflicts.conflict(in: instance.earliest, never: instance.periodCount + 1) != nil { found += 1 }
    }
    #expect(found >= 20)
  }

  /// What goes live after the start that is too early has nothing to do with it, and what helps a little is not asked for more than it must be.
  @Test func saysNoMoreThanNeeded() throws {
    let waits = Trigger([TriggerCondition(.conversion, .atLeast, 0.0205)])
    let fixture = RoadmapFixture(periods: 60).business()
      .capability("strong", weeks: 4, effects: [Effect(.conversion, change: Estimate(0.1))])
      .capability("weak", weeks: 4, effects: [Effect(.conversion, change: Estimate(0.01))])
      .capability("waits", weeks: 4, trigger: waits)
    let instance = try Instance(fixture)
    let number = { (id: CapabilityID) in
      (0..<instance.activityCount).first {
        instance.position(of: $0).map { (try? fixture.roadmap())?.capabilities[$0].id == id } ?? false
      }
    }
    let (strong, weak, waiting) = (
      try #require(number("strong")), try #require(number("weak")), try #require(number("waits"))
    )
    var starts = [Int](repeating: -1, count: instance.activityCount)
    (starts[strong], starts[weak], starts[waiting]) = (20, 0, 10)
    var conflicts = TriggerConflicts(instance)
    let found = conflicts.conflict(in: starts, never: 61)
    let conflict = try #require(found)
    // The strong one would have to go live by week 10; the weak one makes no difference.
    #expect(conflict.notBefore == [strong: 7])
    #expect(conflict.notAfter == [waiting: 10])
  }
}
