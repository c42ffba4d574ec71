internal import RoadmapModel

/// Lists for the search to begin with, from beams that count idleness differently.
///
/// Beams find where the search had better begin, not where it ends: they know effects as one envelope has them, and choices and groups by what others leave of them.
struct BeamStarts {
  let instance: Instance
  /// How many schedules are kept in each period; none where beams take longer than they are worth.
  let width: Int

  /// What idleness counts of its price, by one beam each.
  ///
  /// With less than all of it, what is worth much comes sooner, and what is needed in the end may not fit.
  private static let idleWeights = [0.5, 0.7, 1, 1.3]
  /// The schedules that the search builds for each that a beam keeps.
  private static let schedulesPerWidth = 640
  /// More than so many gain little, and fewer find less than the relaxation's own lists.
  private static let largestWidth = 150
  private static let smallestWidth = 10
  /// Beyond so many activities, beams keep fewer; beyond the second number they take more of a search than they bring.
  private static let usualSize = 100
  private static let largestSize = 150
  /// What a kept schedule takes, in schedules of the search.
  private static let workOfWidth = 24

  /// Beams that take a small share of a search.
  ///
  /// - Parameter schedules: how many the search builds.
  init(_ instance: Instance, schedules: Int) {
    self.instance = instance
    let size = max(Self.usualSize, instance.activityCount)
    let width = min(Self.largestWidth, schedules / Self.schedulesPerWidth) * Self.usualSize / size
    self.width = width < Self.smallestWidth || size > Self.largestSize ? 0 : width
  }

  /// The work of all beams, in schedules of the search.
  var work: Int { width * Self.idleWeights.count * Self.workOfWidth }

  /// The best list of each beam, the best of all first.
  func lists(by losses: LossTable, threads: Int, until rule: StoppingRule) async -> [ActivityList] {
    let count = Self.idleWeights.count
    let found = await withTaskGroup(of: [Start].self) { group in
      for worker in 0..<min(threads, count) {
        group.addTask {
          stride(from: worker, to: count, by: threads).compactMap { start(beam: $0, by: losses, until: rule) }
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    return found.sorted { ($1.fitness, $0.beam) < ($0.fitness, $1.beam) }.map(\.list)
  }

  private struct Start: Sendable {
    let beam: Int
    let list: ActivityList
    let fitness: Fitness
  }

  /// The best that one beam finds, as the rules and the effects leave it; nil when it finds nothing.
  private func start(beam: Int, by losses: LossTable, until rule: StoppingRule) -> Start? {
    var search = BeamSearch(instance, losses, width: width, idleWeight: Self.idleWeights[beam])
    var evaluator = Evaluator(instance, objective: .value)
    var best: Start?
    for found in search.run(until: rule) {
      let starts = ScheduleState.inTime(found.starts, instance)
      guard let state = ScheduleState(instance, starts: starts) else { continue }
      let list = state.list(of: state.starts)
      let fitness = evaluator.evaluate(list).fitness
      if best.map({ $0.fitness < fitness }) ?? true { best = Start(beam: beam, list: list, fitness: fitness) }
    }
    return best
  }
}
