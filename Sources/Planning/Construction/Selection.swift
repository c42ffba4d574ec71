/// Chooses the activities of a schedule: what is required, what that needs, and what the list wants.
///
/// Where a requirement leaves a choice, members are taken in the order of the list, each with everything it needs; a member that would break
/// an exclusive group is passed over. An optional activity whose needs cannot be met is left out.
struct Selection {
  /// Whether each activity is chosen.
  private(set) var isChosen: [Bool]
  /// The required activities, and groups, whose needs could not be met.
  private(set) var unmetCount = 0

  private let instance: Instance
  private var rank: [Int]
  private var isTaken: [Bool]
  private var trail: [Int] = []

  /// Room for the choices of an instance; it may be used for any number of lists.
  init(_ instance: Instance) {
    self.instance = instance
    isChosen = [Bool](repeating: false, count: instance.activityCount)
    isTaken = [Bool](repeating: false, count: instance.groups.count)
    rank = [Int](repeating: 0, count: instance.activityCount)
  }

  /// Chooses activities by a list.
  ///
  /// - Complexity: linear in the size of all requirements, times the members where there is a choice.
  mutating func choose(by list: ActivityList) {
    for activity in isChosen.indices { isChosen[activity] = false }
    for group in isTaken.indices { isTaken[group] = false }
    for position in list.order.indices { rank[list.order[position]] = position }
    trail.removeAll(keepingCapacity: true)
    unmetCount = 0
    chooseRequired(list)
    for activity in list.order where list.isWanted[activity] && !isChosen[activity] {
      attempt { $0.choose(activity) }
    }
  }

  private mutating func chooseRequired(_ list: ActivityList) {
    for activity in list.order where instance.isRequired[activity] { mark(activity) }
    for activity in list.order where instance.isRequired[activity] {
      if !attempt({ $0.fillRequirements(of: activity) }) { unmetCount += 1 }
    }
    for group in instance.groups where group.needsOne {
      guard !group.members.contains(where: { isChosen[$0] }) else { continue }
      let members = group.members.sorted { rank[$0] < rank[$1] }
      if !members.contains(where: { member in attempt { $0.choose(member) } }) { unmetCount += 1 }
    }
  }

  /// Marks a required activity; two of one exclusive group cannot both be met.
  private mutating func mark(_ activity: Int) {
    isChosen[activity] = true
    for group in instance.groupsOfActivity[activity] {
      if isTaken[group] { unmetCount += 1 }
      isTaken[group] = true
    }
  }

  /// Runs a step and takes back what it chose when it fails.
  @discardableResult
  private mutating func attempt(_ step: (inout Selection) -> Bool) -> Bool {
    let mark = trail.count
    if step(&self) { return true }
    while trail.count > mark {
      let activity = trail.removeLast()
      isChosen[activity] = false
      for group in instance.groupsOfActivity[activity] { isTaken[group] = false }
    }
    return false
  }

  private mutating func choose(_ activity: Int) -> Bool {
    if isChosen[activity] { return true }
    for group in instance.groupsOfActivity[activity] where isTaken[group] { return false }
    isChosen[activity] = true
    for group in instance.groupsOfActivity[activity] { isTaken[group] = true }
    trail.append(activity)
    return fillRequirements(of: activity)
  }

  private mutating func fillRequirements(of activity: Int) -> Bool {
    for index in instance.requirementRanges[activity] {
      let isFilled =
        instance.onlyActivities[index] >= 0
        ? choose(instance.onlyActivities[index]) : fill(instance.requirements[index])
      guard isFilled else { return false }
    }
    return true
  }

  private mutating func fill(_ requirement: Instance.Requirement) -> Bool {
    var open: [Int] = []
    for (slot, members) in requirement.slots.enumerated() where !members.contains(where: { isChosen[$0] }) {
      open.append(slot)
    }
    var missing = requirement.count - (requirement.slots.count - open.count)
    guard missing > 0 else { return true }
    let candidates = open.flatMap { slot in requirement.slots[slot].map { (slot: slot, activity: $0) } }
      .sorted { (rank[$0.activity], $0.slot) < (rank[$1.activity], $1.slot) }
    for candidate in candidates where missing > 0 && open.contains(candidate.slot) {
      if attempt({ $0.choose(candidate.activity) }) {
        open.removeAll { slot in requirement.slots[slot].contains { isChosen[$0] } }
        missing = requirement.count - (requirement.slots.count - open.count)
      }
    }
    return missing <= 0
  }
}
