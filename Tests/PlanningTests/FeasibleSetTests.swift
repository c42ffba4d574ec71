import BusinessModel
import RandomStreams
import RoadmapModel
import TestSupport
import Testing

@testable import Planning

/// Small instances with two teams, a limit of work in progress, prerequisites and an exclusive group, and all sets of activities that can be in work together.
private struct ConcurrentWork {
  let instance: Instance
  let capacity: [Int64]
  /// All feasible sets, by trying every set.
  let feasible: [[Int]]

  init(seed: Int) throws {
    var stream = RandomStream(StreamKey(seed: 23, purpose: "concurrent work")[seed])
    var fixture = RoadmapFixture(periods: 30).team("left", 1 + 0.25 * Double(stream.integer(below: 8)))
      .team("right", 1 + 0.25 * Double(stream.integer(below: 4)))
    for index in 0..<8 {
      let left = 0.25 * Double(1 + stream.integer(below: 5))
      let right = 0.25 * Double(1 + stream.integer(below: 4))
      let needed: [Prerequisite] =
        index > 0 && stream.bernoulli(0.3)
        ? [Prerequisite(Requirement(CapabilityID("c\(stream.integer(below: index))")))] : []
      fixture = fixture.capability(
        CapabilityID("c\(index)"), weeks: Double(2 + stream.integer(below: 3)),
        needs: stream.bernoulli(0.5) ? ["left": left, "right": right] : ["left": left], requires: needed)
    }
    instance = try Instance(fixture)
    let resources = instance.resources
    let periods = instance.periodCount
    capacity = (0..<resources.count).map { resources.capacity[$0 * periods] }
    feasible = Self.sets(instance, capacity)
  }

  private static func sets(_ instance: Instance, _ capacity: [Int64]) -> [[Int]] {
    let working = (0..<instance.activityCount).filter { !instance.isMilestone[$0] }
    // Who waits for whom, by following prerequisites from each activity.
    var needed = [Set<Int>](repeating: [], count: instance.activityCount)
    for _ in working {
      for requirement in instance.requirements {
        guard let only = requirement.onlyActivity else { continue }
        needed[requirement.activity].formUnion(needed[only].union([only]))
      }
    }
    return (0..<1 << working.count).map { mask in
      working.indices.filter { mask >> $0 & 1 == 1 }.map { working[$0] }
    }
    .filter { set in
      var left = capacity
      for activity in set {
        for need in instance.resources.needs[activity] { left[need.resource] -= need.units }
      }
      return left.allSatisfy { $0 >= 0 } && set.allSatisfy { needed[$0].isDisjoint(with: set) }
    }
  }
}

@Suite struct ConcurrencyTests {
  /// The heaviest set is the heaviest of all that fit together.
  @Test(arguments: 0..<40) func heaviestOfAll(seed: Int) throws {
    let work = try ConcurrentWork(seed: seed)
    var stream = RandomStream(StreamKey(seed: 29, purpose: "weights")[seed])
    let activities = (0..<work.instance.activityCount).filter { !work.instance.isMilestone[$0] }
    let concurrency = Concurrency(work.instance)
    for _ in 0..<5 {
      let weights = activities.map { _ in stream.uniform() }
      let weight = Dictionary(uniqueKeysWithValues: zip(activities, weights))
      let best = work.feasible.map { $0.reduce(0) { $0 + (weight[$1] ?? 0) } }.max() ?? 0
      let found = try #require(
        concurrency.heaviest(among: activities, weights: weights, capacity: work.capacity))
      #expect((found.weight - best).magnitude < 1e-9)
      #expect(work.feasible.contains(found.places.map { activities[$0] }.sorted()))
    }
  }
}

@Suite struct FeasibleSetSeparationTests {
  /// What is found is broken by the degrees that it was found for and kept by every set that can be in work together; and it is found where degrees are no mixture of such sets.
  @Test(arguments: 0..<60) func onlyWhatHolds(seed: Int) throws {
    let work = try ConcurrentWork(seed: seed)
    var stream = RandomStream(StreamKey(seed: 31, purpose: "degrees")[seed])
    var separation = FeasibleSetSeparation(work.instance)
    let count = work.instance.activityCount
    for _ in 0..<20 {
      // Degrees that keep every resource's limit.
      var degrees = (0..<count).map { work.instance.isMilestone[$0] ? 0 : stream.uniform() }
      for resource in work.capacity.indices {
        var load = 0.0
        for activity in 0..<count {
          for need in work.instance.resources.needs[activity] where need.resource == resource {
            load += degrees[activity] * Double(need.units)
          }
        }
        let most = Double(work.capacity[resource])
        if load > most { degrees = degrees.map { $0 * most / load } }
      }
      for cut in separation.broken(by: [degrees]) {
        #expect(cut.sum(of: degrees) > 1.03)
        for set in work.feasible {
          let sum = cut.shares.reduce(0) { $0 + (set.contains($1.activity) ? $1.share : 0) }
          #expect(sum <= 1 + 1e-9, "seed \(seed): \(set)")
        }
      }
    }
  }

  /// The seeds above find limits, so that there is something to hold against.
  @Test func seedsFindLimits() throws {
    var found = 0
    for seed in 0..<20 {
      let work = try ConcurrentWork(seed: seed)
      let degrees = (0..<work.instance.activityCount).map { work.instance.isMilestone[$0] ? 0 : 0.5 }
      var separation = FeasibleSetSeparation(work.instance)
      found += separation.broken(by: [degrees]).count
    }
    #expect(found >= 5)
  }

  /// Mixtures of sets that can be in work together break nothing.
  @Test(arguments: 0..<40) func mixturesKeepAll(seed: Int) throws {
    let work = try ConcurrentWork(seed: seed)
    var stream = RandomStream(StreamKey(seed: 37, purpose: "mixtures")[seed])
    var separation = FeasibleSetSeparation(work.instance)
    for _ in 0..<10 {
      var degrees = [Double](repeating: 0, count: work.instance.activityCount)
      var left = 1.0
      for _ in 0..<4 {
        let share = left * stream.uniform()
        left -= share
        for activity in work.feasible[stream.integer(below: work.feasible.count)] {
          degrees[activity] += share
        }
      }
      #expect(separation.broken(by: [degrees]).isEmpty)
    }
  }

  /// Two of three that need two thirds of a team never work together, with one of another team beside each: the limit says one at a time.
  @Test func oneAtATime() throws {
    let fixture = RoadmapFixture(periods: 20).team("left", 1.5).team("right", 1.5)
      .capability("a", weeks: 3, needs: ["left": 1, "right": 0.5])
      .capability("b", weeks: 3, needs: ["left": 1, "right": 0.5])
      .capability("c", weeks: 3, needs: ["right": 1.25])
    let instance = try Instance(fixture)
    let working = (0..<instance.activityCount).filter { !instance.isMilestone[$0] }
    var degrees = [Double](repeating: 0, count: instance.activityCount)
    for activity in working { degrees[activity] = 0.5 }
    var separation = FeasibleSetSeparation(instance)
    let cut = try #require(separation.broken(by: [degrees]).first)
    #expect(cut.shares.map(\.share) == [1, 1, 1])
    #expect(cut.shares.map(\.activity) == working)
    #expect(cut.period == 0)
  }

  /// The limits make a bound tighter that the limits of each resource leave far off, and it stays above the optimum.
  @Test func tightensTheBound() throws {
    let fixture = RoadmapFixture(periods: 30).team("left", 1.5).team("right", 1.5)
      .capability("a", weeks: 8, needs: ["left": 1, "right": 0.5])
      .capability("b", weeks: 8, needs: ["left": 1, "right": 0.5])
      .capability("c", weeks: 8, needs: ["right": 1.25])
      .with { contents in
        for position in contents.capabilities.indices {
          contents.capabilities[position].benefit = Benefit(perMonth: Estimate(1_000))
        }
      }
    let instance = try Instance(fixture)
    let best = Double(try #require(BruteForce(try fixture.roadmap(), objective: .value).best))
    let nothing = [Int](repeating: -1, count: instance.activityCount)
    var bound = try #require(ValueBound(instance, touching: nothing))
    bound.tighten(cuts: 39, target: best, until: .never)
    let before = bound.limit
    bound.tighten(cuts: 160, target: best, until: .never)
    #expect(bound.limit >= best)
    #expect(bound.limit - best < (before - best) / 2)
  }
}
