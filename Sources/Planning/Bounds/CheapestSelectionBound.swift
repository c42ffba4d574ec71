internal import RoadmapModel

/// The least that meeting every demand can cost if time, people and money were no limit.
///
/// It is the cost of everything that is required, plus the cheapest members of choices; choices that share a member with one that was counted are
/// left out, so nothing is counted twice, and what a member needs beside itself is not counted at all.
struct CheapestSelectionBound {
  let instance: Instance

  /// The bound for a cost of each activity.
  func limit(costs: [Int64]) -> Int64 {
    let required = (0..<instance.activityCount).filter { instance.isRequired[$0] }
    let certain = required.reduce(Int64(0)) { $0 + costs[$1] }
    let choices = choices(required).map { choice in (choice, least(choice, costs)) }
      .sorted { ($1.1, $0.0.key) < ($0.1, $1.0.key) }
    var counted: Set<Int> = []
    var sum = certain
    for (choice, least) in choices where choice.slots.allSatisfy({ counted.isDisjoint(with: $0) }) {
      counted.formUnion(choice.slots.flatMap(\.self))
      sum += least
    }
    return sum
  }

  /// The bound of the objective `cost`.
  func bound() -> Bound {
    Bound(
      limit: Money(cents: limit(costs: instance.firstYearCost)).units, method: .cheapestSelection,
      relaxed: ["calendar", "team capacity", "budget", "what chosen members need in turn"])
  }

  /// So many of these slots must be filled by activities that are not required anyway.
  private struct Choice {
    let key: Int
    let count: Int
    let slots: [[Int]]
  }

  private func choices(_ required: [Int]) -> [Choice] {
    var choices: [Choice] = []
    for activity in required {
      for index in instance.requirementRanges[activity] {
        let requirement = instance.requirements[index]
        let open = requirement.slots.filter { slot in !slot.contains { instance.isRequired[$0] } }
        let count = requirement.count - (requirement.slots.count - open.count)
        if count > 0 { choices.append(Choice(key: index, count: count, slots: open)) }
      }
    }
    for (index, group) in instance.groups.enumerated()
    where group.needsOne && !group.members.contains(where: { instance.isRequired[$0] }) {
      choices.append(
        Choice(key: instance.requirements.count + index, count: 1, slots: group.members.map { [$0] }))
    }
    return choices
  }

  /// The least cost of filling a choice.
  ///
  /// Where one activity may fill several slots, only the dearest of the cheapest slots is sure to be paid.
  private func least(_ choice: Choice, _ costs: [Int64]) -> Int64 {
    let cheapest = choice.slots.map { slot in slot.map { costs[$0] }.min() ?? 0 }.sorted().prefix(
      choice.count)
    let members = choice.slots.flatMap(\.self)
    let areDisjoint = Set(members).count == members.count
    return areDisjoint ? cheapest.reduce(0, +) : cheapest.last ?? 0
  }
}
