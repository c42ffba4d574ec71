internal import RandomStreams

/// Searches for a schedule of a short makespan.
///
/// Islands of schedules evolve apart and pass their best on in a ring, at points that are counted in work; the number of islands depends on the
/// parameters only. Work is counted in schedules: `activityCount` placements of one activity are one schedule, so a pass that is given
/// up early counts for the part that was done. The result is the same for any number of threads, unless `stop` ends the search.
struct MakespanSearch: Sendable {
  /// The times that islands exchange schedules.
  private static let exchanges = 10

  private let problem: MakespanProblem
  private let seed: UInt64
  private let lowerBound: Int
  private let parameters: MakespanSearchParameters?

  /// A search.
  ///
  /// - Parameters:
  ///   - lowerBound: a makespan that no schedule can beat; the search ends when it is reached.
  ///   - parameters: how to search; nil for what suits the number of schedules.
  init(
    _ problem: MakespanProblem, seed: UInt64, lowerBound: Int = 0, parameters: MakespanSearchParameters? = nil
  ) {
    self.problem = problem
    self.seed = seed
    self.lowerBound = max(lowerBound, problem.criticalPathLength)
    self.parameters = parameters
  }

  /// The best schedule that so many schedules find.
  ///
  /// - Parameters:
  ///   - schedules: the work, over all islands.
  ///   - threads: the islands that work at the same time.
  ///   - given: schedules to start from.
  ///   - stop: is asked now and then whether to end early.
  func run(
    schedules: Int, threads: Int = 1, from given: [MakespanSchedule] = [],
    stop: @escaping @Sendable () -> Bool = { false }
  ) async -> MakespanSchedule {
    let parameters = parameters ?? MakespanSearchParameters(schedules: schedules)
    let key = StreamKey(seed: seed, purpose: "makespan")
    var islands = (0..<max(1, parameters.islands)).map {
      MakespanIsland(problem, parameters, RandomStream(key[$0]))
    }
    let share = max(1, schedules * problem.activityCount / islands.count)
    for round in 1...Self.exchanges {
      let limit = share * round / Self.exchanges
      islands = await advanced(islands, threads: max(1, threads)) { island in
        if round == 1 { island.settle(from: given, until: share, lowerBound: lowerBound, stop: stop) }
        island.improve(until: limit, lowerBound: lowerBound, stop: stop)
      }
      if stop() || islands.contains(where: { $0.best.makespan <= lowerBound }) { break }
      let guests = islands.map(\.best)
      for index in islands.indices where islands.count > 1 {
        islands[index].welcome(guests[(index + 1) % guests.count])
      }
    }
    return best(of: islands)
  }

  private func best(of islands: [MakespanIsland]) -> MakespanSchedule {
    let first = islands.indices.min { islands[$0].best.makespan < islands[$1].best.makespan } ?? 0
    let best = islands[first].best
    let placements = islands.reduce(0) { $0 + $1.placements }
    let count = max(1, problem.activityCount)
    return MakespanSchedule(
      starts: best.starts, makespan: best.makespan, schedules: (placements + count - 1) / count)
  }

  /// Lets every island work; the results stand in the order of the islands.
  private func advanced(
    _ islands: [MakespanIsland], threads: Int, _ work: @escaping @Sendable (inout MakespanIsland) -> Void
  ) async -> [MakespanIsland] {
    let workers = min(threads, islands.count)
    return await withTaskGroup(of: [(Int, MakespanIsland)].self) { group in
      for worker in 0..<workers {
        group.addTask {
          stride(from: worker, to: islands.count, by: workers).map { index in
            var island = islands[index]
            work(&island)
            return (index, island)
          }
        }
      }
      return await group.reduce(into: []) { $0 += $1 }.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }
}
