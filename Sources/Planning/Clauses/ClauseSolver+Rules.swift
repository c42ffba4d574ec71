/// Propagation of what holds beyond prerequisites and capacity.
extension ClauseSolver {
  /// Draws the consequences of all rules; false, with `conflict` set, when there is no schedule.
  mutating func propagateRules() -> Bool {
    guard let rules else { return true }
    for choice in rules.choices { guard propagate(choice) else { return false } }
    for group in rules.groups { guard propagate(group) else { return false } }
    if let budget = rules.budget, !propagate(budget) { return false }
    for goal in rules.goals { guard propagate(goal) else { return false } }
    return true
  }

  /// The places of the starts that an activity may still have.
  private func places(of activity: Int) -> ClosedRange<Int> {
    literals.place(activity, from: earliest[activity])...literals.place(activity, through: latest[activity])
  }

  /// The reason that has been noted since a place.
  private func noted(from place: Int) -> ChangeReason {
    .noted(from: Int32(place), count: Int32(notes.count - place))
  }

  // MARK: Choices and groups

  private mutating func propagate(_ choice: SelectionRules.Choice) -> Bool {
    guard earliest[choice.activity] < never else { return true }
    // When each slot can be met at the earliest.
    let times = choice.slots.map { members in
      members.reduce(never) { least, member in
        earliest[member.activity] == never
          ? least : min(least, max(0, earliest[member.activity] + member.distance))
      }
    }
    let bound = times.sorted()[choice.count - 1]
    if bound > earliest[choice.activity] {
      let from = notes.count
      let period = literals.weakest(choice.activity, bound)
      // All slots but as many as may be met earlier.
      var early = choice.count - 1
      for (slot, members) in choice.slots.enumerated() {
        if times[slot] < bound, early > 0 {
          early -= 1
          continue
        }
        for member in members {
          add(literals.atLeast(member.activity, period - member.distance), to: .notes)
        }
      }
      guard raise(choice.activity, to: bound, noted(from: from)) else { return false }
    }
    return latest[choice.activity] == never || settleMembers(of: choice, times)
  }

  /// When no more slots can be met in time than have to be, those with one activity left need that one in time.
  private mutating func settleMembers(of choice: SelectionRules.Choice, _ times: [Int]) -> Bool {
    let limit = latest[choice.activity]
    guard times.count(where: { $0 <= limit }) == choice.count else { return true }
    for (slot, members) in choice.slots.enumerated() where times[slot] <= limit {
      let open = members.filter {
        earliest[$0.activity] < never && earliest[$0.activity] + $0.distance <= limit
      }
      guard open.count == 1, latest[open[0].activity] > limit - open[0].distance else { continue }
      let from = notes.count
      add(literals.atMost(choice.activity, limit), to: .notes)
      for (other, members) in choice.slots.enumerated() where other == slot || times[other] > limit {
        for member in members where other != slot || member.activity != open[0].activity {
          add(literals.atLeast(member.activity, limit - member.distance + 1), to: .notes)
        }
      }
      guard lower(open[0].activity, to: min(never - 1, limit - open[0].distance), noted(from: from)) else {
        return false
      }
    }
    return true
  }

  private mutating func propagate(_ group: SelectionRules.Group) -> Bool {
    if let chosen = group.members.first(where: { latest[$0] < never }) {
      for other in group.members where other != chosen && earliest[other] < never {
        let from = notes.count
        add(literals.atMost(chosen, never - 1), to: .notes)
        guard raise(other, to: never, noted(from: from)) else { return false }
      }
      return true
    }
    guard group.needsOne else { return true }
    let open = group.members.filter { earliest[$0] < never }
    guard open.count <= 1 else { return true }
    let from = notes.count
    let last = open.first ?? group.members[0]
    for other in group.members where other != last { add(literals.atLeast(other, never), to: .notes) }
    return lower(last, to: never - 1, noted(from: from))
  }

  // MARK: Money

  private mutating func propagate(_ budget: SpendingTable) -> Bool {
    for segment in budget.limits.indices {
      let least = (0..<problem.activityCount).map { budget.least(places(of: $0), by: segment) }
      let room = budget.limits[segment] - least.reduce(0, +)
      if room < 0 {
        conflict.removeAll(keepingCapacity: true)
        explainSpending(budget, segment, least, beyond: -1, spare: -room - 1, to: .conflict)
        return false
      }
      for activity in 0..<problem.activityCount where earliest[activity] < latest[activity] {
        var place = literals.place(activity, from: earliest[activity])
        guard budget.spent(at: place, by: segment) - least[activity] > room else { continue }
        var spare = Int64.max
        while budget.spent(at: place, by: segment) - least[activity] > room {
          spare = min(spare, budget.spent(at: place, by: segment) - least[activity] - room - 1)
          place += 1
        }
        let from = notes.count
        if !budget.carriesOver { add(literals.atLeast(activity, earliest[activity]), to: .notes) }
        explainSpending(budget, segment, least, beyond: activity, spare: spare, to: .notes)
        guard raise(activity, to: Int(literals.starts[place]), noted(from: from)) else { return false }
      }
    }
    return true
  }

  /// Notes why so much is spent in any case; what makes no difference is left out, the smallest first.
  ///
  /// - Parameter spare: cents that need not be explained.
  private mutating func explainSpending(
    _ budget: SpendingTable, _ segment: Int, _ least: [Int64], beyond excluded: Int, spare: Int64,
    to destination: Destination
  ) {
    var spare = spare
    let spenders = least.indices.filter { $0 != excluded && least[$0] > 0 }
    for activity in spenders.sorted(by: { (least[$0], $0) < (least[$1], $1) }) {
      let row = literals.startOffsets[activity]...literals.startOffsets[activity + 1] - 1
      let known = budget.least(row, by: segment)
      if least[activity] - known <= spare {
        spare -= least[activity] - known
        continue
      }
      if !budget.carriesOver { add(literals.atLeast(activity, earliest[activity]), to: destination) }
      add(literals.atMost(activity, latest[activity]), to: destination)
    }
  }

  // MARK: Worth

  private mutating func propagate(_ goal: LinearGoal) -> Bool {
    var most = (0..<problem.activityCount).map { goal.most(places(of: $0)) }
    let sum = most.reduce(0, +)
    let room = sum - goal.target
    if room < 0 {
      conflict.removeAll(keepingCapacity: true)
      explainWorth(goal, most, beyond: -1, spare: -room - 1, to: .conflict)
      return false
    }
    for activity in 0..<problem.activityCount where earliest[activity] < latest[activity] {
      let needed = most[activity] - room
      let places = places(of: activity)
      if goal.value(at: places.lowerBound) < needed {
        var place = places.lowerBound
        var dropped = Int64.min
        while goal.value(at: place) < needed {
          dropped = max(dropped, goal.value(at: place))
          place += 1
        }
        let from = notes.count
        add(literals.atLeast(activity, earliest[activity]), to: .notes)
        explainWorth(goal, most, beyond: activity, spare: needed - 1 - dropped, to: .notes)
        guard raise(activity, to: Int(literals.starts[place]), noted(from: from)) else { return false }
      }
      if goal.value(at: places.upperBound) < needed {
        var place = places.upperBound
        var dropped = Int64.min
        while goal.value(at: place) < needed {
          dropped = max(dropped, goal.value(at: place))
          place -= 1
        }
        let from = notes.count
        add(literals.atMost(activity, latest[activity]), to: .notes)
        explainWorth(goal, most, beyond: activity, spare: needed - 1 - dropped, to: .notes)
        guard lower(activity, to: Int(literals.starts[place]), noted(from: from)) else { return false }
      }
      most[activity] = goal.most(self.places(of: activity))
    }
    return true
  }

  /// Notes why no more than this can be gained; what makes no difference is left out, the smallest first.
  ///
  /// - Parameter spare: cents that need not be explained.
  private mutating func explainWorth(
    _ goal: LinearGoal, _ most: [Int64], beyond excluded: Int, spare: Int64, to destination: Destination
  ) {
    var spare = spare
    var losses: [(loss: Int64, activity: Int)] = []
    for activity in most.indices where activity != excluded {
      let row = literals.startOffsets[activity]...literals.startOffsets[activity + 1] - 1
      let loss = goal.most(row) - most[activity]
      if loss > 0 { losses.append((loss, activity)) }
    }
    losses.sort { ($0.loss, $0.activity) < ($1.loss, $1.activity) }
    for (loss, activity) in losses {
      if loss <= spare {
        spare -= loss
        continue
      }
      // One side of the window may be enough.
      let places = places(of: activity)
      let withoutEnd = goal.most(places.lowerBound...literals.startOffsets[activity + 1] - 1) - most[activity]
      let withoutBegin = goal.most(literals.startOffsets[activity]...places.upperBound) - most[activity]
      if withoutEnd <= spare {
        spare -= withoutEnd
        add(literals.atLeast(activity, earliest[activity]), to: destination)
      } else if withoutBegin <= spare {
        spare -= withoutBegin
        add(literals.atMost(activity, latest[activity]), to: destination)
      } else {
        add(literals.atLeast(activity, earliest[activity]), to: destination)
        add(literals.atMost(activity, latest[activity]), to: destination)
      }
    }
  }
}
