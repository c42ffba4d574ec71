/// A schedule under audit, with what follows from it: when each capability is live and each stage is reached.
struct AuditedSchedule {
  let ground: AuditGround
  let schedule: Schedule
  let path: BusinessPath?
  /// The start of each capability that can be built and fits into the calendar, by position.
  let starts: [Int?]
  /// The first live period of each capability, by position; the least integer for what is live today.
  let liveSince: [Int?]
  /// The first period in which each stage and all below it are reached, by rank; nil for never.
  let reached: [Int?]

  init(_ schedule: Schedule, path: BusinessPath?, on ground: AuditGround) {
    self.ground = ground
    self.schedule = schedule
    self.path = path
    let starts = ground.activities.map { activity -> Int? in
      guard activity.isPlannable, let start = schedule.starts[activity.id]?.index else { return nil }
      return ground.fits(activity.work, from: start) ? start : nil
    }
    let liveSince = zip(ground.activities, starts).map { activity, start -> Int? in
      activity.state == .live ? Int.min : start.map { $0 + activity.work.duration }
    }
    self.starts = starts
    self.liveSince = liveSince
    self.reached = ground.periodsReached(liveSince)
  }

  /// The rules that the schedule breaks, in the order of the rules.
  var violations: [AuditViolation] {
    selectionViolations + timingViolations + resourceViolations
  }

  /// What is built and fits into the calendar, in the order of the roadmap.
  var built: [(activity: AuditGround.Activity, start: Int, finish: Int)] {
    zip(ground.activities, starts).compactMap { activity, start in
      start.map { (activity, $0, $0 + activity.work.duration) }
    }
  }

  /// The one-off costs in each period, in cents.
  var costs: [Int64] {
    var costs = [Int64](repeating: 0, count: ground.periodCount)
    for (activity, start, _) in built {
      for (week, cost) in activity.work.costByWeek.enumerated() { costs[start + week] += cost.cents }
    }
    return costs
  }

  /// The first day of a period that lies in the calendar or right after it.
  func date(of period: Int) -> CivilDate {
    ground.roadmap.calendar.date(of: Period(period))
  }
}

extension AuditGround {
  /// The first period in which each stage and all below it are reached, by rank, for first live periods by position; nil for never.
  func periodsReached(_ liveSince: [Int?]) -> [Int?] {
    var reached: [Int?] = []
    for demands in demands {
      var latest = reached.isEmpty ? 0 : reached[reached.count - 1]
      for demand in demands {
        guard let sofar = latest else { break }
        latest = demand.periodMet(liveSince).map { max(sofar, $0) }
      }
      reached.append(latest)
    }
    return reached
  }

  /// Whether work that starts in a period, which may be any integer, lies within the calendar.
  func fits(_ work: PlannedWork, from start: Int) -> Bool {
    0..<periodCount ~= start && work.duration <= periodCount - start
  }
}

extension AuditGround.Need {
  /// The first live period of each member that is ever live.
  private func membersLive(_ liveSince: [Int?]) -> [Int] {
    members.compactMap { standIns in standIns.compactMap { liveSince[$0] }.min() }
  }

  /// The first period in which enough members are live, without the lag; the least integer when that has always been so.
  func periodMet(_ liveSince: [Int?]) -> Int? {
    guard count > 0 else { return Int.min }
    let live = membersLive(liveSince).sorted()
    return live.count >= count ? live[count - 1] : nil
  }

  /// Whether enough members have been live for the lag at a start.
  func isMet(at start: Int, _ liveSince: [Int?]) -> Bool {
    membersLive(liveSince).filter { $0 + lag <= start }.count >= count
  }

  /// The requirement in words.
  var words: String {
    let names = requirement.members.map { "'\($0)'" }.joined(separator: ", ")
    return requirement.members.count == 1 ? names : "at least \(count) of \(names)"
  }
}
