internal import RandomStreams

/// Gives a few optional activities up, with what needs them and what only they need, and takes up others that earn money, each with all that it needs, as
/// long as there is room.
///
/// Where money goes to what many goals share, one prerequisite more or less changes nothing; whole goals have to change places.
struct ExchangeRuin: Ruin {
  /// The most activities that leave, and the goals that are looked at to take their place, beside as many as left.
  private static let mostLeaving = 3
  private static let mostEntering = 12
  /// How often what many goals need may leave, too.
  private static let wideShare = 0.2

  func apply(
    to neighbourhood: inout Neighbourhood, size: Int, _ guide: borrowing Guide, _ stream: inout RandomStream
  ) {
    let earning = guide.worth.most
    let isWide = stream.bernoulli(Self.wideShare)
    for _ in 0..<stream.integer(below: Self.mostLeaving + 1) {
      guard
        let leaving = neighbourhood.randomOptional(
          isPlanned: true, &stream, where: { isWide || earning[$0] > 0 })
      else { break }
      neighbourhood.drop(leaving)
      if neighbourhood.isBroken { return }
    }
    neighbourhood.dropNeedless(guide)
    // Prices have charged a goal for its cost and for all that it needs.
    let isPriced = neighbourhood.isPriced
    let promising = isPriced ? guide.priced.most : earning
    var entering: [(density: Double, goal: Int)] = []
    for _ in 0..<Self.mostEntering + (isWide ? neighbourhood.touched.count : 0) {
      guard let goal = neighbourhood.randomOptional(isPlanned: false, &stream, where: { promising[$0] > 0 })
      else { break }
      if entering.contains(where: { $0.goal == goal }) { continue }
      let density = isPriced ? promising[goal] : promising[goal] / neighbourhood.missingCost(of: goal)
      entering.append((density * (0.7 + 0.6 * stream.uniform()), goal))
    }
    entering.sort { ($0.density, $1.goal) > ($1.density, $0.goal) }
    for (_, goal) in entering { neighbourhood.takeUp(goal, guide, &stream) }
  }
}

extension Neighbourhood {
  /// A random optional activity, in the schedule or not, that something holds for; nil when none is found soon.
  fileprivate func randomOptional(
    isPlanned: Bool, _ stream: inout RandomStream, where holds: (Int) -> Bool
  ) -> Int? {
    for _ in 0..<32 {
      let activity = stream.integer(below: state.activityCount)
      guard role[activity] == .none, state.contains(activity) == isPlanned, !instance.isRequired[activity],
        !instance.isMilestone[activity], instance.fixedStart[activity] == nil, holds(activity)
      else { continue }
      return activity
    }
    return nil
  }

  /// What an activity costs in cents, with all that it needs without a choice and that is missing.
  fileprivate mutating func missingCost(of goal: Int) -> Double {
    var missing = [goal]
    var index = 0
    while index < missing.count, missing.count <= Self.mostOpen {
      for slot in state.links.slots[missing[index]] {
        let needed = state.links.onlyFiller[slot]
        if needed >= 0, !state.contains(needed), !missing.contains(needed) { missing.append(needed) }
      }
      index += 1
    }
    placements += missing.count / 4
    return missing.reduce(0) { $0 + cost[$1] }
  }

  /// Takes an activity up with all that it needs, each where it is worth most for itself and for the goal; nothing changes when there is no room.
  fileprivate mutating func takeUp(_ goal: Int, _ guide: borrowing Guide, _ stream: inout RandomStream) {
    let known = open.count
    let isDone = include(goal, &stream) && placeAll(from: known, pull: min(0, guide.slope[goal]), guide)
    placements += open.count - known
    guard !isDone else { return }
    for activity in open[known...] {
      if state.contains(activity) { state.remove(activity) }
      role[activity] = .none
    }
    open.removeSubrange(known...)
  }

  /// Places what was opened last, all that it waits for first; false when one finds no room.
  private mutating func placeAll(from known: Int, pull: Double, _ guide: borrowing Guide) -> Bool {
    let rank = state.links.rank
    for activity in open[known...].sorted(by: { rank[$0] < rank[$1] }) {
      let low = low(of: activity)
      let high = high(of: activity)
      guard low <= high else { return false }
      if instance.isMilestone[activity] {
        state.place(activity, at: low)
        continue
      }
      let start = bestStart(of: activity, from: low, through: high, pull: pull, guide)
      guard start >= 0 else { return false }
      state.place(activity, at: start)
    }
    return true
  }
}
