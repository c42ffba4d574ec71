internal import RandomStreams

/// Takes out random activities from a long stretch of time: money that is carried over couples what no team does.
struct ScatterRuin: Ruin {
  func apply(
    to neighbourhood: inout Neighbourhood, size: Int, _ guide: borrowing Guide, _ stream: inout RandomStream
  ) {
    guard let seed = neighbourhood.randomMisplaced(guide, &stream) else { return }
    let period = neighbourhood.state.starts[seed]
    neighbourhood.release(seed)
    let reach = 8 + stream.integer(below: 32)
    for _ in 0..<size * 8 {
      guard neighbourhood.open.count < size, let other = neighbourhood.randomMovable(&stream) else { return }
      if abs(neighbourhood.state.starts[other] - period) <= reach { neighbourhood.release(other) }
    }
  }
}
