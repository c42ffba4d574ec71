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
    neighbourhood.release(goal)
    let chain = neighbourhood.releaseNeeds(of: goal, startingAt: aim, until: Self.most)
    for (activity, _) in chain { neighbourhood.putFirst(activity) }
    // What is in the way starts before one of the chain ends, and not so early that it has ended.
    let reach = min(Self.mostReach, max(0, neighbourhood.longestDuration - 1))
    for (activity, aim) in chain where neighbourhood.open.count < Self.most {
      let duration = neighbourhood.state.duration[activity]
      var draws = stream
      neighbourhood.releaseAround(aim, until: Self.most, reach: reach) { neighbourhood, other in
        neighbourhood.isAtWork(other, in: aim..<aim + duration) && neighbourhood.compete(activity, other)
          && draws.bernoulli(share)
      }
      stream = draws
    }
  }
}
