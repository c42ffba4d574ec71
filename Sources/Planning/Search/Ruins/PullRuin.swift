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
      chain = neighbourhood.releaseNeeds(of: seed, startingAt: aim, until: size)
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
        neighbourhood.isAtWork(other, in: aim..<aim + duration)
          && draws.bernoulli(neighbourhood.compete(anchor, other) ? share : 0.1)
      }
      stream = draws
    }
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
