internal import RandomStreams

/// Makes room for an activity that is badly placed: takes out what it waits for, or what waits for it, as far as that is in the way, and those that work
/// where these had better be.
struct PullRuin: Ruin {
  func apply(
    to neighbourhood: inout Neighbourhood, size: Int, _ guide: borrowing Guide, _ stream: inout RandomStream
  ) {
    guard let seed = neighbourhood.randomMisplaced(guide, &stream) else { return }
    let start = neighbourhood.state.starts[seed]
    let isEarlyBetter = guide.slope[seed] < 0
    let earliest = neighbourhood.instance.earliest[seed]
    let latest = min(neighbourhood.instance.latest[seed], neighbourhood.state.periodCount - 1)
    let most = max(1, isEarlyBetter ? start - earliest : latest - start)
    let reach = 1 + stream.integer(below: stream.bernoulli(0.5) ? min(8, most) : most)
    let aim = isEarlyBetter ? max(earliest, start - reach) : min(latest, start + reach)
    neighbourhood.release(seed)
    var chain = [(activity: seed, aim: aim)]
    if isEarlyBetter {
      chain = releaseNeeds(of: seed, aim, in: &neighbourhood, size)
    } else {
      releaseWaiting(for: seed, aim, in: &neighbourhood, size)
    }
    // Room is made for one of the chain, or for all of it, the last first.
    if stream.bernoulli(0.5) { chain = [chain[stream.integer(below: chain.count)]] }
    let share = 0.3 + 0.7 * stream.uniform()
    for (anchor, aim) in chain {
      guard neighbourhood.open.count < size else { return }
      let duration = neighbourhood.state.duration[anchor]
      var draws = stream
      neighbourhood.releaseAround(aim, until: size, reach: max(16, duration)) { neighbourhood, other in
        let begin = neighbourhood.state.starts[other]
        return begin < aim + duration && begin + neighbourhood.state.duration[other] > aim
          && draws.bernoulli(neighbourhood.compete(anchor, other) ? share : 0.1)
      }
      stream = draws
    }
  }

  /// Takes out what an activity needs if it is to start in a period, and what that needs; all of them, with when they would have to start.
  private func releaseNeeds(
    of seed: Int, _ aim: Int, in neighbourhood: inout Neighbourhood, _ size: Int
  ) -> [(activity: Int, aim: Int)] {
    var chain = [(activity: seed, aim: aim)]
    var next = 0
    while next < chain.count, neighbourhood.open.count < size {
      let (activity, aim) = chain[next]
      next += 1
      for slot in neighbourhood.state.links.slots[activity] {
        let needed = neighbourhood.state.filler[slot]
        guard needed >= 0, neighbourhood.isMovable(needed) else { continue }
        let start = aim - neighbourhood.state.distance(ofSlot: slot)
        guard neighbourhood.state.starts[needed] > start else { continue }
        neighbourhood.release(needed)
        chain.append((needed, max(start, neighbourhood.instance.earliest[needed])))
      }
    }
    return chain
  }

  /// Takes out what would have to wait longer if an activity started in a period.
  private func releaseWaiting(for seed: Int, _ aim: Int, in neighbourhood: inout Neighbourhood, _ size: Int) {
    for use in neighbourhood.state.links.uses[seed] where neighbourhood.open.count < size {
      let slot = neighbourhood.state.links.useSlot[use]
      let waiting = neighbourhood.state.links.useActivity[use]
      guard neighbourhood.state.filler[slot] == seed, neighbourhood.isMovable(waiting),
        aim + neighbourhood.state.distance(ofSlot: slot) > neighbourhood.state.starts[waiting]
      else { continue }
      neighbourhood.release(waiting)
    }
  }
}
