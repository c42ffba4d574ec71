internal import RandomStreams
internal import RoadmapModel
internal import Synchronization

/// Several independent chains of annealing, spread over threads; the best of all is polished.
///
/// The number of chains, their streams and their share of the work depend on the effort only, and results are compared in the order of the chains,
/// so that the number of threads changes nothing but the time.
struct ChainSearch: Sendable {
  /// The number of chains.
  static let chainCount = 4
  /// The share of the schedules that the final polish may take.
  static let polishShare = 0.2

  let instance: Instance
  let objective: Objective
  let seed: UInt64
  let threads: Int
  let rule: StoppingRule
  let onProgress: @Sendable (PlanningProgress) -> Void

  /// The best list that the chains find.
  func best(from lists: [ActivityList]) async -> Annealing.Outcome {
    let total = rule.schedules
    let chainRule = StoppingRule(
      schedules: Int(Double(total) * (1 - Self.polishShare)) / Self.chainCount, deadline: rule.deadline,
      signal: rule.signal)
    let progress = ProgressCounter(total: total, onProgress: onProgress)
    let outcomes = await withTaskGroup(of: [(Int, Annealing.Outcome)].self) { group in
      for worker in 0..<min(threads, Self.chainCount) {
        group.addTask {
          stride(from: worker, to: Self.chainCount, by: threads).map { chain in
            (chain, runChain(chain, from: lists[chain % lists.count], chainRule, progress))
          }
        }
      }
      return await group.reduce(into: []) { $0 += $1 }.sorted { $0.0 < $1.0 }.map(\.1)
    }
    var best = outcomes[0]
    for outcome in outcomes.dropFirst() where best.result.fitness < outcome.result.fitness { best = outcome }
    let wasCutShort = outcomes.contains(where: \.wasCutShort)
    var polish = Polish(instance, objective: objective, schedules: Int(Double(total) * Self.polishShare))
    best = polish.improve(best, until: rule)
    best.wasCutShort = wasCutShort
    return best
  }

  private func runChain(
    _ chain: Int, from list: ActivityList, _ rule: StoppingRule, _ progress: ProgressCounter
  ) -> Annealing.Outcome {
    let stream = RandomStream(StreamKey(seed: seed, purpose: "annealing")[chain])
    var annealing = Annealing(instance, objective: objective, stream: stream)
    return annealing.run(from: list, until: rule) { schedules, best in progress.add(schedules, best) }
  }
}

/// Adds up the progress of all chains and passes it on.
private final class ProgressCounter: Sendable {
  private struct State {
    var progress: PlanningProgress
    var lastReport = 0
  }
  private let state: Mutex<State>
  private let onProgress: @Sendable (PlanningProgress) -> Void

  init(total: Int, onProgress: @escaping @Sendable (PlanningProgress) -> Void) {
    state = Mutex(State(progress: PlanningProgress(schedules: 0, total: total, best: nil)))
    self.onProgress = onProgress
  }

  func add(_ schedules: Int, _ best: Evaluator.Result) {
    let report = state.withLock { state -> PlanningProgress? in
      state.progress.schedules += schedules
      if best.fitness.violation == 0 {
        let value = Money(cents: best.netPresentValue)
        state.progress.best = max(state.progress.best ?? value, value)
      }
      guard state.progress.schedules - state.lastReport >= state.progress.total / 200 else { return nil }
      state.lastReport = state.progress.schedules
      return state.progress
    }
    if let report { onProgress(report) }
  }
}
