/// Taking schedules over from activity lists, and giving them back.
extension ScheduleState {
  /// The state of a schedule that keeps all rules.
  ///
  /// - Returns: nil when some choice is filled only by what has a larger rank, in a circle of choices.
  init?(_ instance: Instance, starts: [Int]) {
    self.init(instance)
    for activity in starts.indices where starts[activity] >= 0 { place(activity, at: starts[activity]) }
    for activity in starts.indices where starts[activity] >= 0 {
      for index in links.choices[activity] where !fillFirst(index) { return nil }
    }
    for activity in instance.milestones.sorted(by: { links.rank[$0] > links.rank[$1] })
    where contains(activity) {
      remove(activity)
      if instance.isRequired[activity] || isNeeded(activity) {
        place(activity, at: latestStart(of: activity))
      }
    }
    commit()
  }

  /// What is left of some starts without everything that is late, and without what then lacks something; milestones are reached at the end or not at all.
  static func inTime(_ starts: [Int], _ instance: Instance) -> [Int] {
    var kept = starts
    for activity in kept.indices where kept[activity] > instance.latest[activity] { kept[activity] = -1 }
    var changed = true
    while changed {
      changed = false
      for (index, requirement) in instance.requirements.enumerated() where kept[requirement.activity] >= 0 {
        let waiting = requirement.activity
        if !instance.isInWork[waiting], !instance.isMet(index, by: kept, at: kept[waiting]) {
          kept[waiting] = -1
          changed = true
        }
      }
    }
    return kept
  }

  /// Fills a choice by those that are live first.
  private mutating func fillFirst(_ index: Int) -> Bool {
    let requirement = instance.requirements[index]
    let rank = links.rank[requirement.activity]
    let fits = requirement.slots.enumerated().compactMap { slot, members in
      members.filter { contains($0) && links.rank[$0] < rank }
        .map { (finish: starts[$0] + duration[$0], slot: links.firstSlot[index] + slot, member: $0) }
        .min { ($0.finish, $0.member) < ($1.finish, $1.member) }
    }.sorted { ($0.finish, $0.slot) < ($1.finish, $1.slot) }
    for fit in fits.prefix(requirement.count) { fill(slot: fit.slot, by: fit.member) }
    guard fits.count >= requirement.count else { return false }
    let met = fits[requirement.count - 1].finish + requirement.lag
    return instance.isInWork[requirement.activity] || met <= starts[requirement.activity]
  }

  /// The latest start that what waits for an activity allows.
  private func latestStart(of activity: Int) -> Int {
    links.uses[activity].reduce(instance.latest[activity]) { latest, use in
      let slot = links.useSlot[use]
      let waiting = starts[links.useActivity[use]]
      guard filler[slot] == activity, waiting >= 0 else { return latest }
      return min(latest, waiting - duration[activity] - links.lag[slot])
    }
  }

  /// The list from which a ``ScheduleBuilder`` builds a schedule again.
  func list(of starts: [Int]) -> ActivityList {
    ActivityList(rebuilding: starts, of: instance, rank: links.rank, isPatient: true)
  }
}
