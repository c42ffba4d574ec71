internal import RandomStreams

/// Placing what is open.
extension Neighbourhood {
  /// By what the open activities are put into an order.
  enum Priority: Int, CaseIterable, Sendable { case before, urgency, density, price, chance }

  /// How often what waits may be pushed back, and, of the other steps, how often activities are placed in the order of their prerequisites.
  private static let elasticShare = 0.85
  private static let forwardShare = 0.9

  /// Places all open activities; the step is broken when that does not succeed.
  mutating func recreate(_ guide: borrowing Guide, _ stream: inout RandomStream) {
    var index = 0
    while index < open.count, !isBroken {
      if !meetNeeds(of: open[index], &stream) { isBroken = true }
      index += 1
    }
    guard !isBroken else { return }
    placements += open.count
    sortOpen()
    isElastic = stream.bernoulli(Self.elasticShare)
    let isForward = isElastic || stream.bernoulli(Self.forwardShare)
    guard setWindows() || isElastic else {
      isBroken = true
      return
    }
    setKeys(guide, &stream)
    if stream.bernoulli(0.3) {
      // Some starts are put off at random, so that the same ruin does not always lead back to the same schedule.
      for activity in open where stream.bernoulli(0.15) {
        scratch.delay[activity] = 1 + stream.integer(below: 12)
      }
    }
    if isForward { placeForward(guide, &stream) } else { placeFreely(guide) }
    for activity in open
    where role[activity] == .open && !state.contains(activity) && !instance.isMilestone[activity] {
      isBroken = true
    }
    if isElastic { sortOpen() }
    if !isBroken { settleMilestones() }
    if !isBroken { prune(guide) }
    if !isBroken, hasGroups { checkGroups() }
  }

  /// Puts what is open in an order in which everything comes after what it may wait for.
  private mutating func sortOpen() {
    let rank = state.links.rank
    // Few are open, and they are nearly sorted.
    for index in open.indices.dropFirst() {
      var position = index
      while position > 0, rank[open[position - 1]] > rank[open[position]] {
        open.swapAt(position - 1, position)
        position -= 1
      }
    }
  }

  // MARK: Windows

  /// The earliest start by what is placed and by the windows of what is not.
  func low(of activity: Int) -> Int {
    var low = notBefore[activity]
    for slot in state.links.slots[activity] {
      let needed = state.filler[slot]
      guard needed >= 0 else { continue }
      let start = state.starts[needed] >= 0 ? state.starts[needed] : scratch.low[needed]
      low = max(low, start + state.duration[needed] + state.links.lag[slot])
    }
    return low
  }

  /// The latest start by what is placed and by the windows of what is not.
  func high(of activity: Int) -> Int {
    var high = instance.latest[activity]
    for use in state.links.uses[activity] {
      let slot = state.links.useSlot[use]
      guard state.filler[slot] == activity else { continue }
      let waiting = state.links.useActivity[use]
      let distance = state.duration[activity] + state.links.lag[slot]
      if state.starts[waiting] >= 0 {
        high = min(high, state.starts[waiting] - distance)
      } else if role[waiting] == .open {
        high = min(high, scratch.high[waiting] - distance)
      }
    }
    return high
  }

  /// Sets the windows of all that is open and has no start; false when one is empty.
  private mutating func setWindows() -> Bool {
    for activity in open where state.starts[activity] < 0 { scratch.low[activity] = low(of: activity) }
    for activity in open.reversed() where state.starts[activity] < 0 {
      scratch.high[activity] = high(of: activity)
      if scratch.high[activity] < scratch.low[activity] { if isElastic { continue }; return false }
    }
    return true
  }

  // MARK: Order

  private mutating func setKeys(_ guide: borrowing Guide, _ stream: inout RandomStream) {
    priority = Priority.allCases[stream.integer(below: Priority.allCases.count)]
    // What has to wait pulls what it waits for forward.
    for activity in open { scratch.pull[activity] = 0 }
    for activity in open.reversed() {
      let pull = min(0, scratch.pull[activity] + guide.slope[activity])
      guard pull < 0 else { continue }
      for slot in state.links.slots[activity] {
        let needed = state.filler[slot]
        if needed >= 0, role[needed] == .open { scratch.pull[needed] += pull }
      }
    }
    for activity in open { setKey(of: activity, guide, &stream) }
  }

  private mutating func setKey(of activity: Int, _ guide: borrowing Guide, _ stream: inout RandomStream) {
    let noise = 0.7 + 0.6 * stream.uniform()
    let slope = guide.slope[activity] + scratch.pull[activity]
    switch priority {
    case .before:
      scratch.key[activity] =
        before[activity] >= 0
        ? Double(before[activity]) + 8 * stream.uniform() : Double(state.periodCount) * stream.uniform()
    case .urgency: scratch.key[activity] = slope * (slope < 0 ? noise : 1 / noise)
    case .density:
      scratch.key[activity] =
        slope / Double(max(1, state.duration[activity])) * (slope < 0 ? noise : 1 / noise)
    case .price:
      scratch.key[activity] = slope / cost[activity] * (slope < 0 ? noise : 1 / noise)
    case .chance: scratch.key[activity] = noise
    }
    // Milestones take no room, and what is required and missing has to find some first.
    if instance.isMilestone[activity] || comesFirst[activity]
      || (before[activity] < 0 && instance.isRequired[activity])
    {
      scratch.key[activity] = -Double.infinity
    }
    scratch.delay[activity] = 0
  }

  // MARK: Placing

  /// Places activities after all that they wait for, those of the least key first.
  private mutating func placeForward(_ guide: borrowing Guide, _ stream: inout RandomStream) {
    while true {
      var chosen = -1
      for activity in open where state.starts[activity] < 0 && role[activity] == .open {
        guard chosen < 0 || scratch.key[activity] < scratch.key[chosen], isReady(activity) else { continue }
        chosen = activity
      }
      guard chosen >= 0 else { return }
      let low = low(of: chosen)
      if isElastic { scratch.high[chosen] = high(of: chosen) }
      place(chosen, from: low, through: scratch.high[chosen], pull: scratch.pull[chosen], guide)
      if isBroken { return }
      if isElastic, state.starts[chosen] > scratch.high[chosen] {
        push(chosen, guide, &stream)
        if isBroken { return }
      }
    }
  }

  /// Takes out what no longer starts late enough after an activity.
  private mutating func push(_ activity: Int, _ guide: borrowing Guide, _ stream: inout RandomStream) {
    let finish = state.starts[activity] + state.duration[activity]
    for use in state.links.uses[activity] {
      let slot = state.links.useSlot[use]
      let waiting = state.links.useActivity[use]
      guard state.filler[slot] == activity, state.starts[waiting] >= 0,
        state.starts[waiting] < finish + state.links.lag[slot]
      else { continue }
      guard instance.fixedStart[waiting] == nil, open.count < Self.mostOpen, role[waiting] == .none else {
        isBroken = true
        return
      }
      let known = open.count
      release(waiting)
      placements += open.count - known
      var index = open.count
      while index > known {
        index -= 1
        let released = open[index]
        scratch.pull[released] = 0
        setKey(of: released, guide, &stream)
        let high = high(of: released)
        scratch.high[released] = high
      }
    }
  }

  private func isReady(_ activity: Int) -> Bool {
    for slot in state.links.slots[activity] {
      let needed = state.filler[slot]
      if needed >= 0, state.starts[needed] < 0 { return false }
    }
    return true
  }

  /// Places activities by their key alone; windows see to it that what they wait for has time.
  private mutating func placeFreely(_ guide: borrowing Guide) {
    scratch.sequence.removeAll(keepingCapacity: true)
    for activity in open where !instance.isMilestone[activity] && !state.contains(activity) {
      scratch.sequence.append(activity)
    }
    for index in scratch.sequence.indices.dropFirst() {
      var position = index
      while position > 0,
        scratch.key[scratch.sequence[position - 1]] > scratch.key[scratch.sequence[position]]
      {
        scratch.sequence.swapAt(position - 1, position)
        position -= 1
      }
    }
    for (index, activity) in scratch.sequence.enumerated() {
      if index > 0, !setWindows() {
        isBroken = true
        return
      }
      place(activity, from: scratch.low[activity], through: scratch.high[activity], pull: 0, guide)
      if isBroken { return }
    }
  }

  private mutating func place(
    _ activity: Int, from low: Int, through high: Int, pull: Double, _ guide: borrowing Guide
  ) {
    if instance.isMilestone[activity] {
      if low <= (isElastic ? instance.latest[activity] : high) {
        state.place(activity, at: low)
      } else {
        isBroken = true
      }
      return
    }
    let shifted = min(max(low, high), low + scratch.delay[activity])
    var start = bestStart(of: activity, from: shifted, through: high, pull: pull, guide)
    if start < 0, isElastic {
      start = state.firstRoom(for: activity, from: max(low, high + 1), through: instance.latest[activity])
    }
    if start >= 0 {
      state.place(activity, at: start)
    } else if instance.isRequired[activity] && before[activity] >= 0 || isWaitedFor(activity) {
      isBroken = true
    } else {
      role[activity] = .dropped
    }
  }

  /// The start of a range at which there is room and which is worth most in this step; -1 when there is no room.
  ///
  /// Prices have charged a start for what waits already, so that the pull of that counts only without them.
  func bestStart(
    of activity: Int, from low: Int, through high: Int, pull: Double, _ guide: borrowing Guide
  ) -> Int {
    isPriced
      ? guide.priced.bestStart(of: activity, in: state, from: low, through: high, pull: 0)
      : guide.worth.bestStart(of: activity, in: state, from: low, through: high, pull: pull)
  }

  /// Moves an activity to the best start from a period on that leaves everything else where it is; false, with nothing changed, when there is none.
  mutating func move(_ activity: Int, notBefore period: Int, _ guide: borrowing Guide) -> Bool {
    guard instance.fixedStart[activity] == nil, !instance.isMilestone[activity] else { return false }
    let before = state.starts[activity]
    let known = notBefore[activity]
    state.remove(activity)
    notBefore[activity] = period
    defer { notBefore[activity] = known }
    placements += 1
    let start = guide.worth.bestStart(
      of: activity, in: state, from: low(of: activity), through: high(of: activity), pull: 0)
    state.place(activity, at: start >= 0 ? start : before)
    return start >= 0 && start != before
  }

  private func isWaitedFor(_ activity: Int) -> Bool {
    for use in state.links.uses[activity] where state.filler[state.links.useSlot[use]] == activity {
      let waiting = state.links.useActivity[use]
      if state.starts[waiting] >= 0 || role[waiting] == .open { return true }
    }
    return false
  }

  /// Puts milestones as late as what waits for them allows.
  private mutating func settleMilestones() {
    for activity in open.reversed() where instance.isMilestone[activity] {
      if state.starts[activity] >= 0 { state.remove(activity) }
      scratch.high[activity] = high(of: activity)
      if !instance.isRequired[activity], !state.isNeeded(activity) {
        role[activity] = .dropped
      } else if low(of: activity) <= scratch.high[activity] {
        state.place(activity, at: scratch.high[activity])
      } else {
        isBroken = true
      }
    }
  }

  /// Leaves out again what nobody needs and what seems to lose money.
  private mutating func prune(_ guide: borrowing Guide) {
    for activity in open.reversed()
    where !instance.isRequired[activity] && state.starts[activity] >= 0 && !instance.isMilestone[activity] {
      if guide.worth.values[activity * state.periodCount + state.starts[activity]] <= 0,
        !state.isNeeded(activity)
      {
        state.remove(activity)
        role[activity] = .dropped
      }
    }
    dropNeedless(guide)
  }

  /// Leaves out what only activities needed that were dropped, and what seems to lose money.
  mutating func dropNeedless(_ guide: borrowing Guide) {
    var index = 0
    while index < touched.count {
      let activity = touched[index]
      index += 1
      guard role[activity] == .dropped else { continue }
      for slot in state.links.slots[activity] {
        let needed = state.filler[slot]
        guard needed >= 0, state.contains(needed), !instance.isRequired[needed],
          !instance.isMilestone[needed], instance.fixedStart[needed] == nil,
          guide.worth.values[needed * state.periodCount + state.starts[needed]] <= 0, !isWaitedFor(needed)
        else { continue }
        state.remove(needed)
        role[needed] = .dropped
        touched.append(needed)
      }
    }
  }

  private mutating func checkGroups() {
    for group in instance.groups
    where group.needsOne && !group.members.contains(where: { state.starts[$0] >= 0 }) { isBroken = true }
  }
}
