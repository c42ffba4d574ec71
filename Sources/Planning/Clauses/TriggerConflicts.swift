internal import BusinessModel
internal import RoadmapModel

/// Says why a schedule starts something before the level of a KPI is reached that it waits for.
///
/// What raises the KPI would have to go live earlier, or what lowers it later, or what waits start later: as long as none of this happens, every schedule is too early in the
/// same way (a logic-based Benders cut, Hooker and Ottosson, Mathematical Programming 96, 2003). Each of these statements is drawn as weak as it can be while the level is still
/// not reached in time, so that much is ruled out at once.
struct TriggerConflicts: Sendable {
  /// A condition that work waits for.
  private struct Wait: Sendable {
    let activity: Int
    var watch: TriggerWatch
    /// Which way each activity can help the condition to be reached; nil where that is not known.
    let helps: [KPIInfluence]?
  }

  /// Statements about starts that cannot all hold: the earliest and the latest start of each activity in them.
  struct Conflict: Hashable, Sendable {
    var notBefore: [Int: Int] = [:]
    var notAfter: [Int: Int] = [:]
  }

  private let instance: Instance
  private var waits: [Wait]

  /// The conditions of an instance.
  init(_ instance: Instance) {
    self.instance = instance
    waits = instance.triggered.flatMap { activity in
      (instance.triggers[activity]?.conditions ?? []).map { condition in
        let influences = instance.shop.influences(on: condition.kpi)
        return Wait(
          activity: activity, watch: TriggerWatch(instance.shop, [Trigger([condition])]),
          helps: influences.map { influences in
            (0..<instance.activityCount).map { activity in
              guard let position = instance.position(of: activity) else { return .none }
              let influence = influences[position]
              return condition.comparison == .atMost ? influence.reversed : influence
            }
          })
      }
    }
  }

  /// Whether a schedule starts nothing before the levels are reached that it waits for.
  ///
  /// - Parameter starts: the schedule, -1 for what is left out.
  mutating func areKept(by starts: [Int]) -> Bool {
    for number in waits.indices {
      let start = starts[waits[number].activity]
      if start >= 0, isLate(number, starts, for: start) { return false }
    }
    return true
  }

  /// Why a schedule is too early for a condition; nil when it is not, or when that cannot be said.
  ///
  /// - Parameters:
  ///   - starts: the schedule, -1 for what is left out.
  ///   - never: the start that stands for leaving out.
  /// - Complexity: a few runs of the shop for each activity.
  mutating func conflict(in starts: [Int], never: Int) -> Conflict? {
    for number in waits.indices {
      let start = starts[waits[number].activity]
      guard start >= 0, let helps = waits[number].helps, isLate(number, starts, for: start) else { continue }
      return weakest(number, starts, helps, never: never)
    }
    return nil
  }

  /// Whether the condition is reached only after a period when activities start so.
  private mutating func isLate(_ number: Int, _ starts: [Int], for period: Int) -> Bool {
    waits[number].watch.run(goLive: instance.goLives(of: starts))
    return waits[number].watch.period(reaching: 0).map { $0 > period } ?? true
  }

  private mutating func weakest(
    _ number: Int, _ starts: [Int], _ helps: [KPIInfluence], never: Int
  ) -> Conflict {
    let waiting = waits[number].activity
    let period = starts[waiting]
    var conflict = Conflict()
    conflict.notAfter[waiting] = period
    var trial = starts
    for activity in starts.indices {
      let start = starts[activity]
      // What goes live after the period does nothing up to it.
      let idle = max(0, period - instance.duration[activity] + 1)
      switch helps[activity] {
      case .none: continue
      case .raises:
        if start < 0 || start > idle { trial[activity] = idle }
        trial[activity] = earliestLate(number, trial, activity, for: period)
        if trial[activity] > instance.earliest[activity] { conflict.notBefore[activity] = trial[activity] }
      case .lowers:
        guard start >= 0, start < idle else { continue }
        trial[activity] = -1
        if !isLate(number, trial, for: period) {
          trial[activity] = start
          conflict.notAfter[activity] = start
        }
      case .either:
        conflict.notBefore[activity] = start < 0 ? never : start
        if start >= 0 { conflict.notAfter[activity] = start }
      }
    }
    return conflict
  }

  /// The earliest start of an activity with which the condition is still reached too late.
  private mutating func earliestLate(_ number: Int, _ starts: [Int], _ activity: Int, for period: Int) -> Int
  {
    var trial = starts
    var low = instance.earliest[activity]
    var high = starts[activity]
    while low < high {
      let middle = (low + high) / 2
      trial[activity] = middle
      if isLate(number, trial, for: period) { high = middle } else { low = middle + 1 }
    }
    return high
  }
}
