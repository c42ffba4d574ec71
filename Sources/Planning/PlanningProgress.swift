public import RoadmapModel
internal import Synchronization

/// An event of a running search: how far it is, and what is known.
public struct PlanningProgress: Hashable, Sendable {
  /// What the plan is chosen for.
  public let objective: Objective
  /// The share of the work that is done, from 0 to 1.
  public internal(set) var share: Double
  /// The objective of the best plan so far: currency units, or the period of the target milestone for `time`; nil while no plan keeps every rule.
  public internal(set) var best: Double?
  /// What no plan can pass, and how that was proved; nil before anything is.
  public internal(set) var bound: Bound?

  /// How far the best plan can be from the limit at most, as in ``Bound/gap(from:for:)``; nil while one of the two is missing.
  public var gap: Double? {
    guard let best else { return nil }
    return bound?.gap(from: best, for: objective)
  }
}

/// Adds up what the parts of a search report, and passes it on as events: each improvement, and every half of a percent.
///
/// Parts report from any thread, so the order of events is that of the clock; nothing of the result depends on it.
final class ProgressBoard: Sendable {
  private struct State {
    var progress: PlanningProgress
    var done = 0
    var reported = 0
  }
  private let state: Mutex<State>
  private let total: Int
  private let onProgress: @Sendable (PlanningProgress) -> Void

  /// The work of a cut and of a failure of a complete search, in schedules; and the nodes and arcs of cuts of a knapsack that count as a schedule.
  static let schedulesPerCut = 100
  static let schedulesPerFailure = 5
  /// The work of a split of a branch: the cuts of both halves.
  static let schedulesPerSplit = 2 * BranchedBound.cutsPerHalf * schedulesPerCut
  static let knapsackWorkPerSchedule = 1_000
  /// The reports that the work alone leads to.
  private static let reports = 200

  /// A board for a search that takes so much work, in schedules.
  init(_ objective: Objective, total: Int, onProgress: @escaping @Sendable (PlanningProgress) -> Void) {
    state = Mutex(State(progress: PlanningProgress(objective: objective, share: 0)))
    self.total = max(1, total)
    self.onProgress = onProgress
  }

  /// Notes work, in schedules.
  func add(_ schedules: Int) {
    publish { state in
      state.done += schedules
      return state.done - state.reported >= total / Self.reports
    }
  }

  /// Notes a schedule that may be the best so far.
  func found(_ result: Evaluator.Result) {
    guard result.fitness.violation == 0 else { return }
    publish { state in
      let objective = state.progress.objective
      let worth = result.worth(for: objective)
      guard let best = state.progress.best else {
        state.progress.best = worth
        return true
      }
      guard objective == .value ? worth > best : worth < best else { return false }
      state.progress.best = worth
      return true
    }
  }

  /// Notes a limit that no plan can pass.
  func proved(_ bound: Bound) {
    publish { state in
      let objective = state.progress.objective
      guard let known = state.progress.bound?.limit else {
        state.progress.bound = bound
        return true
      }
      guard objective == .value ? bound.limit < known : bound.limit > known else { return false }
      state.progress.bound = bound
      return true
    }
  }

  private func publish(_ change: (inout State) -> Bool) {
    let progress = state.withLock { state -> PlanningProgress? in
      guard change(&state) else { return nil }
      state.reported = state.done
      state.progress.share = min(1, Double(state.done) / Double(total))
      return state.progress
    }
    if let progress { onProgress(progress) }
  }
}

extension Evaluator.Result {
  /// The objective: currency units, or the period of the target milestone for `time`.
  func worth(for objective: Objective) -> Double {
    switch objective {
    case .value: Money(cents: netPresentValue).units
    case .time: Double(-fitness.primary)
    case .cost: Money(cents: -fitness.primary).units
    }
  }
}
