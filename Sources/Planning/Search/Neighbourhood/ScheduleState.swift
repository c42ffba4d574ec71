internal import BusinessModel

/// A schedule that keeps all rules, and what is left of people and money beside it; changes can be taken back.
///
/// Milestones stand as late as what waits for them allows, so that they hold nobody back; ``ScheduleBuilder`` puts them where they belong.
struct ScheduleState: Sendable {
  let instance: Instance
  let links: LinkTable
  /// The number of activities and periods.
  let activityCount: Int
  let periodCount: Int
  let duration: [Int]
  /// What each start adds to the value, in thousandths of a cent, so that sums do not depend on their order.
  private let worthOfStart: [Int64]

  /// The start of each activity; -1 for what is not in the schedule.
  private(set) var starts: [Int]
  /// The activity that fills each slot; -1 for none.
  private(set) var filler: [Int]
  /// The go-lives by position, as the business model wants them.
  private(set) var goLives: [Int32]
  /// The sum of what all starts add to the value, in thousandths of a cent.
  private(set) var worth: Int64 = 0
  /// The number of required activities that are not in the schedule.
  private(set) var missingCount: Int
  /// The activities that start in each period, as lists: the first of a period, and for each the next and the one before.
  private(set) var first: [Int]
  private(set) var next: [Int]
  private var previous: [Int]
  private var usage: ResourceUsage
  private var money: MoneyUsage
  private let position: [Int]
  private let isFrozen: [Bool]
  private var changes: [Change] = []

  /// What has been done since the last ``commit()``.
  private enum Change {
    case placed(Int)
    case removed(Int, start: Int)
    case filled(slot: Int, before: Int)
  }

  /// An empty schedule.
  init(_ instance: Instance) {
    self.instance = instance
    links = LinkTable(instance)
    activityCount = instance.activityCount
    periodCount = instance.periodCount
    duration = instance.duration
    worthOfStart = instance.additiveValues.map { Int64(($0 * 100_000).rounded()) }
    starts = [Int](repeating: -1, count: activityCount)
    missingCount = instance.isRequired.count { $0 }
    filler = links.onlyFiller
    goLives = instance.goLives(of: starts)
    first = [Int](repeating: -1, count: periodCount + 1)
    next = starts
    previous = starts
    usage = ResourceUsage(instance)
    money = MoneyUsage(instance)
    position = (0..<activityCount).map { instance.position(of: $0) ?? -1 }
    isFrozen = instance.isFrozen
  }

  /// Whether an activity is in the schedule.
  func contains(_ activity: Int) -> Bool { starts[activity] >= 0 }

  /// The periods from the start of the activity that fills a slot to the earliest start of the one that waits.
  func distance(ofSlot slot: Int) -> Int { duration[filler[slot]] + links.lag[slot] }

  // MARK: Changes

  /// Puts an activity into the schedule.
  mutating func place(_ activity: Int, at start: Int) {
    insert(activity, at: start)
    changes.append(.placed(activity))
  }

  /// Takes an activity out of the schedule.
  mutating func remove(_ activity: Int) {
    changes.append(.removed(activity, start: starts[activity]))
    extract(activity)
  }

  /// Lets an activity fill a slot; -1 for none.
  mutating func fill(slot: Int, by activity: Int) {
    guard filler[slot] != activity else { return }
    changes.append(.filled(slot: slot, before: filler[slot]))
    filler[slot] = activity
  }

  /// Makes all changes final.
  mutating func commit() {
    changes.removeAll(keepingCapacity: true)
  }

  /// Takes all changes since the last commit back.
  mutating func rollBack() {
    while let change = changes.popLast() {
      switch change {
      case .placed(let activity): extract(activity)
      case .removed(let activity, let start): insert(activity, at: start)
      case .filled(let slot, let before): filler[slot] = before
      }
    }
  }

  private mutating func insert(_ activity: Int, at start: Int) {
    starts[activity] = start
    if instance.isRequired[activity] { missingCount -= 1 }
    previous[activity] = -1
    next[activity] = first[start]
    if first[start] >= 0 { previous[first[start]] = activity }
    first[start] = activity
    guard position[activity] >= 0 else { return }
    usage.add(activity, at: start)
    money.add(activity, at: start)
    worth += worthOfStart[activity * periodCount + start]
    goLives[position[activity]] = Int32(start + duration[activity])
  }

  private mutating func extract(_ activity: Int) {
    let start = starts[activity]
    starts[activity] = -1
    if instance.isRequired[activity] { missingCount += 1 }
    if previous[activity] >= 0 {
      next[previous[activity]] = next[activity]
    } else {
      first[start] = next[activity]
    }
    if next[activity] >= 0 { previous[next[activity]] = previous[activity] }
    guard position[activity] >= 0 else { return }
    usage.remove(activity, at: start)
    money.remove(activity, at: start)
    worth -= worthOfStart[activity * periodCount + start]
    goLives[position[activity]] = ShopModel.never
  }

  // MARK: Room

  /// The first start of a range, going up, at which there is room for an activity; -1 when there is none.
  func firstRoom(for activity: Int, from start: Int, through last: Int) -> Int {
    var start = start
    while start <= last {
      if isFrozen[start + duration[activity]] {
        start += 1
      } else if let conflict = usage.lastConflict(activity, at: start) {
        start = conflict + 1
      } else if !money.allows(activity, at: start) {
        start += 1
      } else {
        return start
      }
    }
    return -1
  }

  /// The last start of a range, going down, at which there is room for an activity; -1 when there is none.
  func lastRoom(for activity: Int, from start: Int, downTo lowest: Int) -> Int {
    var start = start
    while start >= lowest {
      if isFrozen[start + duration[activity]] {
        start -= 1
      } else if let conflict = usage.firstConflict(activity, at: start) {
        start = conflict - duration[activity]
      } else if !money.allows(activity, at: start) {
        start -= 1
      } else {
        return start
      }
    }
    return -1
  }

  /// Whether something in the schedule is met by an activity.
  func isNeeded(_ activity: Int) -> Bool {
    for use in links.uses[activity]
    where filler[links.useSlot[use]] == activity && starts[links.useActivity[use]] >= 0 { return true }
    return false
  }
}
