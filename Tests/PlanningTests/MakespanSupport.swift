import RandomStreams

@testable import Planning

/// Rules of a schedule, checked one by one and independently of the search.
func faults(of schedule: MakespanSchedule, in problem: MakespanProblem) -> [String] {
  var faults: [String] = []
  let starts = schedule.starts
  guard starts.count == problem.activityCount else { return ["count"] }
  var end = 0
  for activity in starts.indices {
    if starts[activity] < problem.releases[activity] { faults.append("release of \(activity)") }
    end = max(end, starts[activity] + problem.durations[activity])
    for link in problem.successors(of: activity)
    where starts[link.activity] < starts[activity] + link.distance {
      faults.append("\(activity) before \(link.activity)")
    }
  }
  if end != schedule.makespan { faults.append("makespan") }
  guard end <= problem.periodCount else { return faults + ["horizon"] }
  for resource in 0..<problem.resourceCount {
    for period in 0..<problem.periodCount {
      var sum: Int64 = 0
      for activity in starts.indices
      where starts[activity] <= period && period < starts[activity] + problem.durations[activity] {
        for need in problem.needs(of: activity) where need.resource == resource { sum += need.units }
      }
      if sum > problem.capacity[resource * problem.periodCount + period] {
        faults.append("resource \(resource) in period \(period)")
      }
    }
  }
  return faults
}

/// The least makespan of a tiny problem, by trying all starts; nil when no schedule fits.
struct MakespanBruteForce {
  private let problem: MakespanProblem
  private var starts: [Int]
  private var free: [Int64]
  private(set) var best: Int?

  init(_ problem: MakespanProblem) {
    self.problem = problem
    starts = [Int](repeating: 0, count: problem.activityCount)
    free = problem.capacity
    extend(0, 0)
  }

  private mutating func extend(_ rank: Int, _ end: Int) {
    guard end < best ?? Int.max else { return }
    guard rank < problem.activityCount else {
      best = end
      return
    }
    let activity = problem.topologicalOrder[rank]
    var first = problem.releases[activity]
    for link in problem.predecessors(of: activity) {
      first = max(first, starts[link.activity] + link.distance)
    }
    let duration = problem.durations[activity]
    var start = first
    while start + duration <= problem.periodCount {
      let fits = problem.needs(of: activity).allSatisfy { need in
        (start..<start + duration).allSatisfy {
          free[need.resource * problem.periodCount + $0] >= need.units
        }
      }
      if fits {
        change(activity, start, -1)
        starts[activity] = start
        extend(rank + 1, max(end, start + duration))
        change(activity, start, 1)
      }
      start += 1
    }
  }

  private mutating func change(_ activity: Int, _ start: Int, _ sign: Int64) {
    for need in problem.needs(of: activity) {
      for period in start..<start + problem.durations[activity] {
        free[need.resource * problem.periodCount + period] += sign * need.units
      }
    }
  }
}

/// What random problems have.
struct ProblemKind {
  var activities = 5
  var periods = 12
  var resources = 2
  var changesCapacity = false
  var hasLags = false
  var hasReleases = false
}

/// A random problem; links go from lower to higher numbers.
func randomProblem(_ kind: ProblemKind, seed: Int) -> MakespanProblem? {
  var stream = RandomStream(StreamKey(seed: 17, purpose: "makespan-tests")[seed])
  let count = kind.activities
  let durations = (0..<count).map { _ in stream.integer(below: 4) }
  var precedences: [MakespanProblem.Precedence] = []
  for to in 0..<count {
    for from in 0..<to where stream.bernoulli(0.25) {
      precedences.append(.init(from: from, to: to, lag: kind.hasLags ? stream.integer(in: -3...2) : 0))
    }
  }
  let needs = (0..<count).map { _ in
    (0..<kind.resources).map { MakespanProblem.Need(resource: $0, units: Int64(stream.integer(below: 4))) }
  }
  let capacity = (0..<kind.resources).flatMap { _ in
    let level = stream.integer(in: 3...5)
    return (0..<kind.periods).map { _ in
      Int64(kind.changesCapacity && stream.bernoulli(0.3) ? stream.integer(below: 4) : level)
    }
  }
  let releases = kind.hasReleases ? (0..<count).map { _ in stream.integer(below: 4) } : []
  return MakespanProblem(
    durations: durations, releases: releases, precedences: precedences, needs: needs, capacity: capacity,
    periodCount: kind.periods)
}
