internal import RandomStreams

/// Brings an activity that is badly placed forward with all that it needs, ahead of everything that is in the way.
///
/// Where what a chain is worth comes with its last activity, no single step forward pays: all of it has to move at once, and what works there has to wait.
struct GoalRuin: Ruin {
  /// The most activities that leave their places.
  private static let most = 24
  /// How far away what is in the way may start, in periods, at most.
  private static let mostReach = 16

  func apply(
    to neighbourhood: inout Neighbourhood, size: Int, _ guide: borrowing Guide, _ stream: inout RandomStream
  ) {
    guard let goal = neighbourhood.randomMisplaced(guide, &stream), guide.slope[goal] < 0 else { return }
    let start = neighbourhood.state.starts[goal]
    let earliest = neighbourhood.instance.earliest[goal]
    guard start > earliest else { return }
    let aim = earliest + stream.integer(below: start - earliest)
    let share = 0.5 + 0.5 * stream.uniform()
    for (activity, aim) in release(goal, aim, in: &neighbourhood) where neighbourhood.open.count < Self.most {
      let duration = neighbourhood.state.duration[activity]
      // What is in the way starts before this one ends, and not so early that it has ended.
      let reach = min(Self.mostReach, max(duration, neighbourhood.longestDuration) - 1)
      var draws = stream
      neighbourhood.releaseAround(aim, until: Self.most, reach: max(0, reach)) { neighbourhood, other in
        let begin = neighbourhood.state.starts[other]
        return begin < aim + duration && begin + neighbourhood.state.duration[other] > aim
          && neighbourhood.compete(activity, other) && draws.bernoulli(share)
      }
      stream = draws
    }
  }

  /// Takes a goal out that is to start in a period, with what it needs and what that needs as far as they start too late, to be placed before all else.
  ///
  /// - Returns: all of them, with when they would have to start.
  private func release(
    _ goal: Int, _ aim: Int, in neighbourhood: inout Neighbourhood
  ) -> [(activity: Int, aim: Int)] {
    neighbourhood.releaseFirst(goal)
    var chain = [(activity: goal, aim: aim)]
    var next = 0
    while next < chain.count, neighbourhood.open.count < Self.most {
      let (activity, aim) = chain[next]
      next += 1
      for slot in neighbourhood.state.links.slots[activity] {
        let needed = neighbourhood.state.filler[slot]
        guard needed >= 0, neighbourhood.isMovable(needed) else { continue }
        let start = aim - neighbourhood.state.distance(ofSlot: slot)
        guard neighbourhood.state.starts[needed] > start else { continue }
        neighbourhood.releaseFirst(needed)
        chain.append((needed, max(start, neighbourhood.instance.earliest[needed])))
      }
    }
    return chain
  }
}
