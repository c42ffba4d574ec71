internal import Synchronization

/// Tells a running search to end early, from any thread or from a signal handler's watcher.
public final class StopSignal: Sendable {
  private let isRaised = Atomic<Bool>(false)
  private let leader: StopSignal?

  /// A signal that has not been raised.
  ///
  /// - Parameter leader: a signal that raises this one, too, as when one search of several may end by itself or with all others.
  public init(under leader: StopSignal? = nil) {
    self.leader = leader
  }

  /// Asks the search to end with the best plan so far.
  public func raise() {
    isRaised.store(true, ordering: .relaxed)
  }

  /// Whether somebody asked the search to end.
  public var wasRaised: Bool { isRaised.load(ordering: .relaxed) || leader?.wasRaised ?? false }
}

/// When a search ends: after a number of schedules, and sooner when time is up or somebody asks for it.
///
/// Only the number of schedules is part of the result that can be repeated; a search that ended sooner says so.
struct StoppingRule: Sendable {
  /// The number of schedules.
  let schedules: Int
  /// The instant at which time is up.
  let deadline: ContinuousClock.Instant?
  /// The signal that somebody may raise.
  let signal: StopSignal

  /// The same rule for a part of a search, which takes a share of the time that is left.
  func sharing(_ share: Double) -> StoppingRule {
    let now = ContinuousClock.now
    return StoppingRule(
      schedules: schedules, deadline: deadline.map { now.advanced(by: max(.zero, $0 - now) * share) },
      signal: signal)
  }

  /// The same rule for a part of a search that ends when a signal is raised, too.
  func obeying(_ signal: StopSignal) -> StoppingRule {
    StoppingRule(schedules: schedules, deadline: deadline, signal: signal)
  }

  /// The share of the time since an instant that has passed; 0 without a deadline.
  func timeShare(since start: ContinuousClock.Instant) -> Double {
    guard let deadline, deadline > start else { return 0 }
    return min(1, (ContinuousClock.now - start) / (deadline - start))
  }

  /// Whether the search has to end before its number of schedules is reached.
  func endsEarly() -> Bool {
    if signal.wasRaised || Task.isCancelled { return true }
    guard let deadline else { return false }
    return ContinuousClock.now >= deadline
  }
}
