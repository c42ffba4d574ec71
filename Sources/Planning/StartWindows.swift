/// The windows for starts that follow from prerequisites, releases, freezes and deadlines alone.
struct StartWindows {
  /// The number of periods.
  let periodCount: Int
  /// Periods of work.
  let durations: [Int]
  /// Whether each activity is a milestone, which freezes do not concern.
  let isMilestone: [Bool]
  /// Whether nothing may go live in a period; one entry more than there are periods.
  let isFrozen: [Bool]
  /// All requirements, those of one activity together.
  let requirements: [Instance.Requirement]
  /// The range of the requirements of each activity.
  let requirementRanges: [Range<Int>]

  private var activityCount: Int { durations.count }

  /// The earliest starts by prerequisites, releases and freezes; nil for what never can start.
  ///
  /// Finishes are settled from the earliest to the latest, as in Knuth's generalisation of Dijkstra's algorithm (1977): a requirement
  /// is met by the `count` slots that are settled first. What is never settled waits for itself, for something that is missing, or has no time.
  ///
  /// - Parameters:
  ///   - releases: the first start of each activity by its own rules.
  ///   - isHopeless: whether an activity can never start anyway.
  /// - Complexity: linear in the size of the requirements and the number of periods.
  func earliestStarts(releases: [Int], isHopeless: (Int) -> Bool) -> [Int?] {
    var starts = [Int?](repeating: nil, count: activityCount)
    var bound = releases
    var open = (0..<activityCount).map { isHopeless($0) ? Int.max : requirementRanges[$0].count }
    var filled = requirements.map { [Bool](repeating: false, count: $0.slots.count) }
    var left = requirements.map(\.count)
    var users = [[(requirement: Int, slot: Int)]](repeating: [], count: activityCount)
    for (index, requirement) in requirements.enumerated() {
      for (slot, members) in requirement.slots.enumerated() {
        for member in members { users[member].append((index, slot)) }
      }
    }
    // What is ready, by its finish, which is never below that of what it waits for: no lag is below minus the work that follows it.
    var ready = [[(activity: Int, start: Int)]](repeating: [], count: periodCount + 1)
    func add(_ activity: Int) {
      guard let start = unfrozenStart(activity, from: bound[activity]) else { return }
      ready[start + durations[activity]].append((activity, start))
    }
    for activity in 0..<activityCount where open[activity] == 0 { add(activity) }
    for finish in ready.indices {
      var next = 0
      while next < ready[finish].count {
        let (activity, start) = ready[finish][next]
        next += 1
        starts[activity] = start
        for use in users[activity] where !filled[use.requirement][use.slot] && left[use.requirement] > 0 {
          filled[use.requirement][use.slot] = true
          left[use.requirement] -= 1
          guard left[use.requirement] == 0 else { continue }
          let waiting = requirements[use.requirement].activity
          bound[waiting] = max(bound[waiting], finish + requirements[use.requirement].lag)
          open[waiting] -= 1
          if open[waiting] == 0 { add(waiting) }
        }
      }
    }
    return starts
  }

  /// The first start at or after a period from which an activity does not go live in a freeze; nil when there is none in the calendar.
  private func unfrozenStart(_ activity: Int, from release: Int) -> Int? {
    guard !isMilestone[activity] else { return release <= periodCount ? release : nil }
    var start = release
    while start < periodCount, start + durations[activity] <= periodCount {
      if !isFrozen[start + durations[activity]] { return start }
      start += 1
    }
    return nil
  }

  /// Carries deadlines of what is required back to what it needs without a choice.
  func carryBack(_ deadlines: [Int], isRequired: [Bool]) -> [Int] {
    var latest = deadlines
    // Each round carries deadlines one step further back.
    var changed = true
    while changed {
      changed = false
      for requirement in requirements where isRequired[requirement.activity] {
        guard let needed = requirement.onlyActivity else { continue }
        let limit = latest[requirement.activity] - requirement.lag - durations[needed]
        if limit < latest[needed] {
          latest[needed] = limit
          changed = limit >= -periodCount
        }
      }
    }
    return latest
  }

  /// Some activities and everything that they need without a choice.
  func closure(of activities: [Int]) -> [Bool] {
    var isRequired = [Bool](repeating: false, count: activityCount)
    var stack = activities
    while let activity = stack.popLast() {
      guard !isRequired[activity] else { continue }
      isRequired[activity] = true
      stack += requirements[requirementRanges[activity]].compactMap(\.onlyActivity)
    }
    return isRequired
  }
}
