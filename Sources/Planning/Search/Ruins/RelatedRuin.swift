internal import RandomStreams

/// Takes an activity out with others that start at about the same time, mostly those that need the same people (Shaw 1998).
struct RelatedRuin: Ruin {
  func apply(
    to neighbourhood: inout Neighbourhood, size: Int, _ guide: borrowing Guide, _ stream: inout RandomStream
  ) {
    guard let seed = neighbourhood.randomMovable(&stream) else { return }
    let period = neighbourhood.state.starts[seed]
    neighbourhood.release(seed)
    var draws = stream
    neighbourhood.releaseAround(period, until: size, reach: 26) { neighbourhood, other in
      draws.bernoulli(neighbourhood.compete(seed, other) ? 0.6 : 0.15)
    }
    stream = draws
  }
}
