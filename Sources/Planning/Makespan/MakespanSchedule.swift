/// A schedule of a ``MakespanProblem``: the start of every activity.
struct MakespanSchedule: Hashable, Sendable {
  /// The first period of work of each activity.
  let starts: [Int]
  /// The greatest `start + duration`; greater than the problem's period count when no schedule that fits was found.
  let makespan: Int
  /// The schedules that were generated to find it.
  let schedules: Int

  /// A schedule.
  init(starts: [Int], makespan: Int, schedules: Int = 0) {
    self.starts = starts
    self.makespan = makespan
    self.schedules = schedules
  }
}
