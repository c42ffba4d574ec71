internal import BusinessModel
internal import RoadmapModel

/// Builds the schedule of an activity list: the serial schedule generation scheme, extended.
///
/// The scheme takes the first activity of the list that has all it waits for, and starts it as early as prerequisites, people, money and
/// freezes allow (Kolisch 1996). It is extended by optional activities and choices (``Selection``), by settled starts, which take their people and
/// money before anybody else, by put-off starts, and by triggers, which are looked up in the simulation of what is scheduled so far.
/// Deadlines do not stop it: lateness is counted, so that the search can lower it.
struct ScheduleBuilder {
  /// The start of each activity; -1 for what is not in the schedule.
  private(set) var starts: [Int]
  /// How far the schedule is from keeping all rules: 0 when it keeps them.
  private(set) var violation = 0

  private let instance: Instance
  private var usage: ResourceUsage
  private var money: MoneyUsage
  private var selection: Selection
  private var queue: ReadyQueue
  private var isFilled: [Bool]
  private var missing: [Int]
  private var metAt: [Int]
  private var open: [Int]
  private var triggerRelease: [Int]
  private let hasChoice: [Bool]
  private var watch: TriggerWatch
  /// Whether all triggers held when they were looked at last.
  private var doTriggersHold = true
  /// The number of each activity's trigger; -1 where there is none.
  private let triggerNumber: [Int]
  /// The go-lives of the slots of a requirement.
  private var liveSlots: [Int] = []

  /// A missing required activity counts as much as so many periods of lateness.
  static let missingPenalty = 1_000

  /// A builder for an instance; it may be used for any number of lists.
  init(_ instance: Instance) {
    self.instance = instance
    starts = [Int](repeating: -1, count: instance.activityCount)
    usage = ResourceUsage(instance)
    money = MoneyUsage(instance)
    selection = Selection(instance)
    queue = ReadyQueue(count: instance.activityCount)
    isFilled = [Bool](repeating: false, count: instance.slotCount)
    missing = instance.requirements.map(\.count)
    metAt = [Int](repeating: 0, count: instance.activityCount)
    open = instance.requirementRanges.map(\.count)
    triggerRelease = metAt
    hasChoice = instance.requirementRanges.map { range in range.contains { instance.onlyActivities[$0] < 0 } }
    watch = instance.makeTriggerWatch()
    var numbers = [Int](repeating: -1, count: instance.activityCount)
    for (number, activity) in instance.triggered.enumerated() { numbers[activity] = number }
    triggerNumber = numbers
  }

  /// The present value of the effects of the schedule, in currency units, where the shop was looked at for triggers; nil elsewhere.
  var mechanismImpact: Double? { instance.hasTriggers ? watch.mechanismImpact : nil }

  /// Builds the schedule of a list; ``starts`` and ``violation`` have the result.
  ///
  /// - Complexity: O(activities x periods x resources) at worst, and far less in practice; triggers add one simulation each.
  mutating func build(_ list: ActivityList) {
    selection.choose(by: list)
    for activity in triggerRelease.indices { triggerRelease[activity] = 0 }
    // What a trigger waited for may come later once everything is scheduled; then its activity is held back and all is built again.
    for _ in 0..<Self.triggerRounds {
      place(list)
      watchTriggers()
      if doTriggersHold { break }
    }
    tightenMilestones()
    violation = selection.unmetCount * Self.missingPenalty + countViolations()
  }

  /// How often a schedule is built again because a trigger came later than it seemed.
  private static let triggerRounds = 4

  private mutating func place(_ list: ActivityList) {
    reset()
    for activity in instance.settled where selection.isChosen[activity] {
      settle(activity, at: instance.fixedStart[activity] ?? 0)
    }
    queue.restart(list.order)
    for activity in 0..<instance.activityCount
    where selection.isChosen[activity] && open[activity] == 0 && starts[activity] < 0 {
      queue.insert(activity)
    }
    // Settled starts count as live for what waits for them, as soon as the queue exists.
    for activity in 0..<instance.activityCount where starts[activity] >= 0 {
      announce(activity)
    }
    while let activity = queue.popFirst() {
      guard starts[activity] < 0, let start = earliestStart(activity, list) else { continue }
      settle(activity, at: start)
      announce(activity)
    }
  }

  private mutating func reset() {
    for activity in starts.indices { starts[activity] = -1 }
    usage.clear()
    money.clear()
    for slot in isFilled.indices { isFilled[slot] = false }
    for index in missing.indices { missing[index] = instance.requirementCounts[index] }
    for activity in metAt.indices {
      metAt[activity] = 0
      open[activity] = instance.requirementRanges[activity].count
    }
  }

  private mutating func settle(_ activity: Int, at start: Int) {
    starts[activity] = start
    usage.add(activity, at: start)
    money.add(activity, at: start)
  }

  /// Tells the activities that wait for this one that it has been scheduled.
  private mutating func announce(_ activity: Int) {
    let finish = starts[activity] + instance.duration[activity]
    for index in instance.useRanges[activity] {
      let use = instance.uses[index]
      guard !isFilled[use.slot] else { continue }
      isFilled[use.slot] = true
      guard missing[use.requirement] > 0 else { continue }
      missing[use.requirement] -= 1
      let waiting = use.activity
      metAt[waiting] = max(metAt[waiting], finish + use.lag)
      guard missing[use.requirement] == 0 else { continue }
      open[waiting] -= 1
      if open[waiting] == 0, selection.isChosen[waiting], starts[waiting] < 0 { queue.insert(waiting) }
    }
  }

  /// The first start from which all rules but deadlines are kept; nil when there is none in the calendar.
  private mutating func earliestStart(_ activity: Int, _ list: ActivityList) -> Int? {
    let met = hasChoice[activity] ? periodMeetingAll(of: activity) ?? metAt[activity] : metAt[activity]
    var start = max(instance.earliest[activity], met, list.notBefore[activity])
    if instance.isMilestone[activity] { return start <= instance.periodCount ? start : nil }
    if triggerNumber[activity] >= 0 {
      watch.run(goLive: goLives())
      guard let reached = watch.period(reaching: triggerNumber[activity]) else { return nil }
      start = max(start, reached, triggerRelease[activity])
    }
    let duration = instance.duration[activity]
    let last = min(instance.periodCount - duration, instance.periodCount - 1)
    while start <= last {
      if instance.isFrozen[start + duration] {
        start += 1
      } else if let blocked = usage.lastConflict(activity, at: start) {
        start = blocked + 1
      } else if !money.allows(activity, at: start) {
        start += 1
      } else {
        return start
      }
    }
    return nil
  }

  /// The go-lives by position of the roadmap, as the business model wants them.
  func goLives() -> [Int32] {
    instance.goLives(of: starts)
  }

  /// Finds out whether every trigger has been reached when its activity starts, and holds those back whose trigger has not.
  private mutating func watchTriggers() {
    doTriggersHold = true
    guard instance.hasTriggers else { return }
    watch.run(goLive: goLives())
    for (number, activity) in instance.triggered.enumerated() where starts[activity] >= 0 {
      let reached = watch.period(reaching: number) ?? instance.periodCount
      guard starts[activity] < reached else { continue }
      triggerRelease[activity] = reached
      doTriggersHold = false
    }
  }

  /// The first period in which everything is live that an activity waits for, by the whole schedule; nil when that never is.
  ///
  /// A choice is met by the members that are live first, which need not be those that were scheduled first.
  private mutating func periodMeetingAll(of activity: Int) -> Int? {
    var latest = 0
    for index in instance.requirementRanges[activity] {
      guard let met = periodMeeting(index) else { return nil }
      latest = max(latest, met + instance.requirements[index].lag)
    }
    return latest
  }

  /// The first period in which enough slots of a requirement are live; nil when that never is.
  private mutating func periodMeeting(_ index: Int) -> Int? {
    let only = instance.onlyActivities[index]
    if only >= 0 { return starts[only] < 0 ? nil : starts[only] + instance.duration[only] }
    liveSlots.removeAll(keepingCapacity: true)
    for members in instance.requirements[index].slots {
      var live = Int.max
      for member in members where starts[member] >= 0 {
        live = min(live, starts[member] + instance.duration[member])
      }
      if live < Int.max { liveSlots.append(live) }
    }
    let count = instance.requirementCounts[index]
    guard liveSlots.count >= count else { return nil }
    liveSlots.sort()
    return liveSlots[count - 1]
  }

  /// What an activity lacks beside a schedule.
  enum Obstacle: Hashable, Sendable {
    /// A start that is late enough for what it waits for and early enough for the calendar.
    case time
    /// A resource, at every start that time allows.
    case resource(Int)
    /// Money, at some start with all resources.
    case money
  }

  /// What an activity lacks that is not in the schedule, or what it waits for lacks.
  mutating func obstacle(to activity: Int) -> Obstacle {
    var (next, seen) = (activity, Set<Int>())
    // What has no start because of something else that has none lacks what that lacks.
    while seen.insert(next).inserted, periodMeetingAll(of: next) == nil, let missing = missingMember(of: next)
    {
      next = missing
    }
    let first = max(instance.earliest[next], periodMeetingAll(of: next) ?? instance.periodCount)
    let last = min(instance.periodCount - instance.duration[next], instance.periodCount - 1)
    var shortages = [Int](repeating: 0, count: instance.resources.count)
    for start in first..<max(first, last + 1) where !instance.isFrozen[start + instance.duration[next]] {
      if let resource = usage.missingResource(next, at: start) {
        shortages[resource] += 1
      } else if !money.allows(next, at: start) {
        return .money
      }
    }
    let most = shortages.indices.max { (shortages[$0], $1) < (shortages[$1], $0) }
    return most.flatMap { shortages[$0] > 0 ? .resource($0) : nil } ?? .time
  }

  /// The first activity without a start that keeps a requirement of another from being met.
  private mutating func missingMember(of activity: Int) -> Int? {
    for index in instance.requirementRanges[activity] where periodMeeting(index) == nil {
      if let member = instance.requirements[index].slots.joined().first(where: { starts[$0] < 0 }) {
        return member
      }
    }
    return nil
  }

  /// Moves milestones to the period in which their stage is reached; nothing that waits for them has to move.
  private mutating func tightenMilestones() {
    for activity in instance.milestones where starts[activity] >= 0 {
      starts[activity] = periodMeetingAll(of: activity) ?? starts[activity]
    }
  }

  private mutating func countViolations() -> Int {
    var count = usage.overload + money.overload
    for activity in 0..<instance.activityCount where instance.isRequired[activity] {
      if starts[activity] < 0 {
        count += Self.missingPenalty
      } else {
        count += max(0, starts[activity] - instance.latest[activity])
      }
    }
    for activity in instance.settled where starts[activity] >= 0 { count += lateness(ofSettled: activity) }
    for group in instance.groups where group.needsOne && !group.members.contains(where: { starts[$0] >= 0 }) {
      count += Self.missingPenalty
    }
    if !doTriggersHold { count += Self.missingPenalty }
    return count
  }

  /// The periods by which what a settled start waits for comes too late, and a broken freeze.
  private mutating func lateness(ofSettled activity: Int) -> Int {
    let start = starts[activity]
    let finish = start + instance.duration[activity]
    let breaksFreeze = finish > instance.periodCount || instance.isFrozen[finish] ? 1 : 0
    if instance.isInWork[activity] { return breaksFreeze }
    guard let met = periodMeetingAll(of: activity) else { return Self.missingPenalty }
    return breaksFreeze + max(0, max(met, instance.earliest[activity]) - start)
  }
}
