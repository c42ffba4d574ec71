/// Who waits for whom, in flat arrays: every slot of a requirement is one possible link from an activity that fills it to the one that waits.
///
/// A requirement without a choice is always filled by the same activity. Where there is a choice, a schedule says which slots it fills by whom,
/// and its links are then like those of any other prerequisite.
struct LinkTable: Sendable {
  /// For each activity the slots of what it waits for.
  let slots: [Range<Int>]
  /// For each activity its requirements that leave a choice.
  let choices: [[Int]]
  /// The first slot of each requirement.
  let firstSlot: [Int]
  /// The lag of each slot.
  let lag: [Int]
  /// The activity that fills a slot in any case; -1 where there is a choice.
  let onlyFiller: [Int]
  /// For each activity the places that it may fill.
  let uses: [Range<Int>]
  /// The slot of each place, and who waits there.
  let useSlot: [Int]
  let useActivity: [Int]
  /// A number for each activity that is larger than those of all that it may wait for.
  let rank: [Int]

  /// The links of an instance.
  ///
  /// Choices can run in a circle. Then some member of a choice has a larger rank than the one that waits, and is never taken for it.
  ///
  /// - Complexity: O(activities x activities + slots).
  init(_ instance: Instance) {
    var slots: [Range<Int>] = []
    var firstSlot: [Int] = []
    var lag: [Int] = []
    var onlyFiller: [Int] = []
    for activity in 0..<instance.activityCount {
      let begin = lag.count
      for index in instance.requirementRanges[activity] {
        let requirement = instance.requirements[index]
        firstSlot.append(lag.count)
        for _ in requirement.slots {
          lag.append(requirement.lag)
          onlyFiller.append(instance.onlyActivities[index])
        }
      }
      slots.append(begin..<lag.count)
    }
    self.slots = slots
    self.firstSlot = firstSlot
    self.lag = lag
    self.onlyFiller = onlyFiller
    choices = instance.requirementRanges.map { $0.filter { instance.onlyActivities[$0] < 0 } }
    uses = instance.useRanges
    useSlot = instance.uses.map(\.slot)
    useActivity = instance.uses.map(\.activity)
    rank = Self.ranks(instance)
  }

  /// Takes activities one by one of which all possible prerequisites have been taken; in a circle, the one that can start first.
  private static func ranks(_ instance: Instance) -> [Int] {
    var rank = [Int](repeating: -1, count: instance.activityCount)
    var waitsFor = [Int](repeating: 0, count: instance.activityCount)
    var waitsForCertain = waitsFor
    for use in instance.uses {
      waitsFor[use.activity] += 1
      if instance.onlyActivities[use.requirement] >= 0 { waitsForCertain[use.activity] += 1 }
    }
    var ready = waitsFor.indices.filter { waitsFor[$0] == 0 }
    var next = 0
    for number in 0..<instance.activityCount {
      if next == ready.count {
        let stuck = rank.indices.filter { rank[$0] < 0 }
        let possible = stuck.filter { waitsForCertain[$0] == 0 }
        guard
          let first = (possible.isEmpty ? stuck : possible).min(by: {
            (instance.earliest[$0], $0) < (instance.earliest[$1], $1)
          })
        else { break }
        ready.append(first)
      }
      let activity = ready[next]
      next += 1
      rank[activity] = number
      for use in instance.uses[instance.useRanges[activity]] where rank[use.activity] < 0 {
        waitsFor[use.activity] -= 1
        if instance.onlyActivities[use.requirement] >= 0 { waitsForCertain[use.activity] -= 1 }
        if waitsFor[use.activity] == 0, !ready[next...].contains(use.activity) { ready.append(use.activity) }
      }
    }
    return rank
  }
}
