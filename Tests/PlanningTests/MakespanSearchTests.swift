import RandomStreams
import Testing

@testable import Planning

@Suite struct MakespanSearchTests {
  static let kinds = [
    ProblemKind(), ProblemKind(hasReleases: true), ProblemKind(hasLags: true),
    ProblemKind(changesCapacity: true), ProblemKind(changesCapacity: true, hasLags: true, hasReleases: true),
  ]

  @Test("The search reaches the optimum of tiny problems", arguments: kinds.indices)
  func reachesOptimum(_ kind: Int) async throws {
    var reached = 0
    var count = 0
    for seed in 0..<25 {
      guard let problem = randomProblem(Self.kinds[kind], seed: seed) else { continue }
      let optimum = MakespanBruteForce(problem).best
      let found = await MakespanSearch(problem, seed: 1).run(schedules: 150)
      guard let optimum else {
        #expect(found.makespan > problem.periodCount)
        continue
      }
      count += 1
      #expect(found.makespan >= optimum)
      if found.makespan <= problem.periodCount { #expect(faults(of: found, in: problem) == []) }
      if found.makespan == optimum { reached += 1 }
    }
    #expect(count >= 10)
    #expect(reached * 20 >= count * 19, "\(reached) of \(count)")
  }

  @Test("The result does not depend on the number of threads")
  func isTheSameForAnyNumberOfThreads() async throws {
    let problem = try #require(randomProblem(ProblemKind(activities: 30, periods: 80, resources: 3), seed: 4))
    var parameters = MakespanSearchParameters(schedules: 400)
    parameters.islands = 3
    parameters.distance = 0.1
    let search = MakespanSearch(problem, seed: 5, parameters: parameters)
    let one = await search.run(schedules: 400, threads: 1)
    let two = await search.run(schedules: 400, threads: 2)
    #expect(one == two)
    #expect(faults(of: one, in: problem) == [])
  }

  @Test("The work stays within what is allowed")
  func countsSchedules() async throws {
    for seed in 0..<5 {
      guard let problem = randomProblem(ProblemKind(activities: 25, periods: 80), seed: seed) else {
        continue
      }
      let found = await MakespanSearch(problem, seed: 1).run(schedules: 200)
      #expect(found.schedules <= 202)
    }
  }

  @Test("A schedule to start from is never made worse")
  func startsFromGivenSchedules() async throws {
    let problem = try #require(randomProblem(ProblemKind(activities: 30, periods: 80), seed: 2))
    let good = await MakespanSearch(problem, seed: 1).run(schedules: 500)
    let next = await MakespanSearch(problem, seed: 2).run(schedules: 3, from: [good])
    #expect(next.makespan <= good.makespan)
  }

  @Test(
    "Schedules of one makespan stay apart, less and less, unless they begin next to each other",
    arguments: [false, true])
  func keepsSchedulesApart(_ comesToEnd: Bool) throws {
    var pairs = 0
    var nearer = 0
    for seed in 0..<10 {
      guard let problem = randomProblem(ProblemKind(activities: 25, periods: 80), seed: seed) else {
        continue
      }
      var parameters = MakespanSearchParameters(schedules: 50_000)
      parameters.population = 8
      parameters.distance = 0.15
      let greatest = problem.durations.reduce(0, +) * 3 / 20
      let nearness = comesToEnd ? greatest / 3 : greatest
      let work = 600 * problem.activityCount
      var island = MakespanIsland(problem, parameters, RandomStream(seed: UInt64(seed), purpose: "test"))
      island.settle(from: [], until: comesToEnd ? work : .max, lowerBound: 0) { false }
      let beginning = Set(island.early.map(\.starts))
      island.improve(until: work, lowerBound: 0) { false }
      for members in [island.early, island.late] {
        for (index, one) in members.enumerated() {
          for other in members[..<index] where other.makespan == one.makespan {
            pairs += 1
            let sum = zip(one.starts, other.starts).reduce(0) { $0 + abs($1.0 - $1.1) }
            #expect(one.isNear(other, within: nearness) == (sum <= nearness))
            let isFromBeginning = beginning.contains(one.starts) && beginning.contains(other.starts)
            if sum < nearness { #expect(isFromBeginning) }
            if sum < greatest, !isFromBeginning { nearer += 1 }
          }
        }
      }
    }
    #expect(pairs >= 20)
    #expect((nearer > 0) == comesToEnd)
  }

  @Test("What is packed to the right keeps all rules when capacity does not change", arguments: [0, 1, 2])
  func packsToTheRight(_ kind: Int) throws {
    var count = 0
    for seed in 0..<25 {
      guard let problem = randomProblem(Self.kinds[kind], seed: seed) else { continue }
      let parameters = MakespanSearchParameters(schedules: 300)
      var island = MakespanIsland(problem, parameters, RandomStream(seed: UInt64(seed), purpose: "test"))
      island.settle(from: [], until: 300 * problem.activityCount, lowerBound: 0) { false }
      island.improve(until: 300 * problem.activityCount, lowerBound: 0) { false }
      #expect(island.late.count == island.early.count)
      let isOfEarly = Set(island.early.map(\.starts))
      for late in island.late where late.makespan <= problem.periodCount {
        #expect(faults(of: MakespanSchedule(starts: late.starts, makespan: late.makespan), in: problem) == [])
        if !isOfEarly.contains(late.starts) { count += 1 }
      }
    }
    #expect(count >= 20)
  }

  @Test("Capacity is packed the same way in one word and in several")
  func packsManyResources() async throws {
    let few = try #require(randomProblem(ProblemKind(activities: 20, periods: 60, resources: 2), seed: 3))
    let units: Int64 = 1 << 36
    let wide = try #require(
      MakespanProblem(
        durations: few.durations, precedences: links(of: few),
        needs: (0..<few.activityCount).map { activity in
          few.needs(of: activity).map { .init(resource: $0.resource, units: $0.units * units) }
        }, capacity: few.capacity.map { $0 * units }, periodCount: few.periodCount))
    #expect(PackedCapacity(wide).wordCount == 2)
    let first = await MakespanSearch(few, seed: 1).run(schedules: 200)
    let second = await MakespanSearch(wide, seed: 1).run(schedules: 200)
    #expect(first == second)
  }

  private func links(of problem: MakespanProblem) -> [MakespanProblem.Precedence] {
    (0..<problem.activityCount).flatMap { from in
      problem.successors(of: from).map {
        .init(from: from, to: $0.activity, lag: $0.distance - problem.durations[from])
      }
    }
  }
}

@Suite struct MakespanProblemTests {
  @Test("What cannot be a problem is none")
  func refusesNonsense() {
    #expect(
      MakespanProblem(
        durations: [1, 1], precedences: [.init(from: 0, to: 1), .init(from: 1, to: 0)], needs: [[], []],
        capacity: [], periodCount: 3) == nil)
    #expect(
      MakespanProblem(
        durations: [1], precedences: [],
        needs: [[.init(resource: 0, units: 2), .init(resource: 0, units: 2)]],
        capacity: [3, 3], periodCount: 2) == nil)
  }

  @Test("Heads and tails are longest paths with lags and releases")
  func computesLongestPaths() throws {
    let problem = try #require(
      MakespanProblem(
        durations: [2, 3, 1], releases: [0, 0, 4],
        precedences: [.init(from: 0, to: 1, lag: -1), .init(from: 1, to: 2, lag: 2)], needs: [[], [], []],
        capacity: [], periodCount: 20))
    #expect(problem.heads == [0, 1, 6])
    #expect(problem.tails == [7, 6, 1])
    #expect(problem.criticalPathLength == 7)
  }
}
