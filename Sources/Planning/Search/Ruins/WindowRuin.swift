internal import RandomStreams

/// Takes out what starts in some periods, whoever works on it.
struct WindowRuin: Ruin {
  func apply(
    to neighbourhood: inout Neighbourhood, size: Int, _ guide: borrowing Guide, _ stream: inout RandomStream
  ) {
    guard let seed = neighbourhood.randomMovable(&stream) else { return }
    let share = 0.3 + 0.7 * stream.uniform()
    var draws = stream
    neighbourhood.releaseAround(neighbourhood.state.starts[seed], until: size, reach: 26) { _, _ in
      draws.bernoulli(share)
    }
    stream = draws
  }
}
