internal import RandomStreams

/// A schedule from which some activities have been taken, with those that are to be placed again.
///
/// Ruins call ``release(_:)``, ``drop(_:)`` and ``include(_:_:)``; then ``recreate(_:guide:)`` places what is open.
struct Neighbourhood: Sendable {
  var state: ScheduleState
  /// The activities that are to be placed, in the order in which they were released.
  var open: [Int] = []
  /// Where the open ones stood before, or -1.
  var before: [Int]
  /// What is happening to each activity.
  var role: [Role]
  /// Whether the step cannot succeed any more.
  var isBroken = false
  /// The activities that were taken out for good, or looked at.
  var touched: [Int] = []
  /// The measure of work: the number of activities placed so far, and what else took as long.
  var placements = 0
  /// The first start of each activity by its window, and by its trigger as far as that is known.
  var notBefore: [Int]
  let hasGroups: Bool
  /// The periods of the longest work.
  let longestDuration: Int
  /// The one-off cost of each activity in cents, at least 1.
  let cost: [Double]
  /// Whether an open activity is placed before the others of the step, as soon as what it needs is placed.
  private(set) var comesFirst: [Bool]
  /// Whether what waits for an activity may be pushed back in this step.
  var isElastic = false
  /// Whether this step goes by the prices of the relaxation.
  var isPriced = false
  /// What orders the open activities in this step.
  var priority = Priority.before
  var scratch = Scratch()

  /// What a step does with an activity.
  enum Role: UInt8 { case none, open, dropped }

  /// Arrays that one step fills and the next one uses again.
  struct Scratch: Sendable {
    /// Windows for the starts of open activities.
    var low: [Int] = []
    var high: [Int] = []
    /// What each period adds to the worth of a start, for all that waits.
    var pull: [Double] = []
    /// By how many periods a start is put off for the sake of variety.
    var delay: [Int] = []
    /// The order of open activities.
    var key: [Double] = []
    var sequence: [Int] = []
  }

  /// A neighbourhood of a schedule, with nothing taken out.
  init(_ state: ScheduleState) {
    self.state = state
    before = [Int](repeating: -1, count: state.activityCount)
    role = [Role](repeating: .none, count: state.activityCount)
    comesFirst = [Bool](repeating: false, count: state.activityCount)
    notBefore = state.instance.earliest
    hasGroups = !state.instance.groups.isEmpty
    longestDuration = state.duration.max() ?? 0
    scratch.low = before
    scratch.high = before
    scratch.delay = before
    cost = state.instance.budget.costUpTo.map { Double(max(1, $0.last ?? 1)) }
    scratch.pull = [Double](repeating: 0, count: state.activityCount)
    scratch.key = scratch.pull
  }

  var instance: Instance { state.instance }

  /// Goes on from another schedule.
  mutating func restart(from state: ScheduleState) {
    begin()
    self.state = state
  }

  /// Begins a step.
  mutating func begin() {
    for activity in touched { (role[activity], comesFirst[activity]) = (.none, false) }
    touched.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    isBroken = false
  }

  /// Whether an activity may be taken out and placed elsewhere.
  func isMovable(_ activity: Int) -> Bool {
    state.starts[activity] >= 0 && role[activity] == .none && instance.fixedStart[activity] == nil
      && !instance.isMilestone[activity]
  }

  /// Takes an activity out, to be placed again, with the milestones that it waits for.
  mutating func release(_ activity: Int) {
    guard state.starts[activity] >= 0, role[activity] == .none, instance.fixedStart[activity] == nil else {
      return
    }
    touched.append(activity)
    role[activity] = .open
    before[activity] = state.starts[activity]
    open.append(activity)
    state.remove(activity)
    for slot in state.links.slots[activity] {
      let needed = state.filler[slot]
      if needed >= 0, instance.isMilestone[needed] { release(needed) }
    }
  }

  /// Lets an open activity be placed before the others.
  mutating func putFirst(_ activity: Int) { comesFirst[activity] = role[activity] == .open }

  /// Takes an optional activity out for good, and with it all that cannot be without it.
  mutating func drop(_ activity: Int) {
    guard role[activity] != .dropped else { return }
    guard !instance.isRequired[activity], instance.fixedStart[activity] == nil else {
      isBroken = true
      return
    }
    if role[activity] == .open {
      if let index = open.firstIndex(of: activity) { open.remove(at: index) }
    } else {
      touched.append(activity)
      if state.starts[activity] >= 0 { state.remove(activity) }
    }
    role[activity] = .dropped
    for use in state.links.uses[activity] {
      let slot = state.links.useSlot[use]
      let waiting = state.links.useActivity[use]
      guard state.filler[slot] == activity, state.starts[waiting] >= 0 || role[waiting] == .open else {
        continue
      }
      if state.links.onlyFiller[slot] >= 0 {
        drop(waiting)
      } else if instance.fixedStart[waiting] != nil {
        isBroken = true
      } else {
        release(waiting)
      }
    }
  }

  /// Lets an activity be part of the schedule, with all that it needs; false when that cannot be.
  mutating func include(_ activity: Int, _ stream: inout RandomStream) -> Bool {
    if state.starts[activity] >= 0 || role[activity] == .open { return true }
    guard canInclude(activity), open.count < Self.mostOpen else { return false }
    touched.append(activity)
    role[activity] = .open
    before[activity] = -1
    open.append(activity)
    return meetNeeds(of: activity, &stream)
  }

  /// The most activities that one step may place.
  static let mostOpen = 60

  /// Whether an activity may be planned beside those that are.
  func canInclude(_ activity: Int) -> Bool {
    guard role[activity] != .dropped, instance.fixedStart[activity] == nil,
      instance.earliest[activity] <= instance.latest[activity]
    else { return false }
    guard hasGroups else { return true }
    return instance.groupsOfActivity[activity].allSatisfy { group in
      instance.groups[group].members.allSatisfy { state.starts[$0] < 0 && role[$0] != .open }
    }
  }

  /// Whether an activity is to be placed.
  func isOpen(_ activity: Int) -> Bool { role[activity] == .open && state.starts[activity] < 0 }

  /// Whether an activity is in the schedule or will be.
  func isPlanned(_ activity: Int) -> Bool { state.starts[activity] >= 0 || role[activity] == .open }

  /// Takes care that everything is planned that an activity needs, and chooses where there is a choice.
  mutating func meetNeeds(of activity: Int, _ stream: inout RandomStream) -> Bool {
    for slot in state.links.slots[activity] {
      let only = state.links.onlyFiller[slot]
      if only >= 0, !include(only, &stream) { return false }
    }
    for index in state.links.choices[activity] where !choose(index, &stream) { return false }
    return true
  }

  /// How often a choice is left as it was where it can be.
  private static let constancy = 0.7

  /// Chooses who fills a requirement that leaves a choice.
  private mutating func choose(_ index: Int, _ stream: inout RandomStream) -> Bool {
    let requirement = instance.requirements[index]
    let firstSlot = state.links.firstSlot[index]
    let rank = state.links.rank[requirement.activity]
    var filled = 0
    for slot in requirement.slots.indices {
      let filler = state.filler[firstSlot + slot]
      if filler >= 0, isPlanned(filler) { filled += 1 }
    }
    if filled >= requirement.count, stream.bernoulli(Self.constancy) { return true }
    var candidates: [(key: Double, slot: Int, member: Int)] = []
    let periods = Double(state.periodCount)
    for (slot, members) in requirement.slots.enumerated() {
      var best: (key: Double, slot: Int, member: Int)?
      for member in members where state.links.rank[member] < rank {
        let key: Double
        if state.starts[member] >= 0 {
          key = Double(state.starts[member] + state.duration[member]) * (0.5 + stream.uniform())
        } else if role[member] == .open {
          key = Double(max(0, before[member])) + periods * 0.5 * stream.uniform()
        } else if canInclude(member) {
          key = periods * (0.4 + 2 * stream.uniform())
        } else {
          continue
        }
        if best.map({ key < $0.key }) ?? true { best = (key, firstSlot + slot, member) }
      }
      if let best { candidates.append(best) }
      state.fill(slot: firstSlot + slot, by: -1)
    }
    guard candidates.count >= requirement.count else { return false }
    candidates.sort { ($0.key, $0.slot) < ($1.key, $1.slot) }
    var missing = requirement.count
    for candidate in candidates where missing > 0 {
      guard isPlanned(candidate.member) || canInclude(candidate.member) else { continue }
      guard include(candidate.member, &stream) else { return false }
      state.fill(slot: candidate.slot, by: candidate.member)
      missing -= 1
    }
    return missing == 0
  }
}
