internal import RandomStreams

/// Takes an optional activity up, or gives one up, or takes up one that is missing, and moves others to make or to use the room.
struct OptionRuin: Ruin {
  func apply(
    to neighbourhood: inout Neighbourhood, size: Int, _ guide: borrowing Guide, _ stream: inout RandomStream
  ) {
    let chosen = neighbourhood.randomMissing(&stream) ?? neighbourhood.randomOptional(&stream)
    guard let seed = chosen else { return }
    let period: Int
    var size = size
    if neighbourhood.state.contains(seed) {
      period = neighbourhood.state.starts[seed]
      neighbourhood.drop(seed)
    } else {
      // Room is made somewhere in its window, and for something missing mostly more of it.
      let earliest = neighbourhood.instance.earliest[seed]
      let window = neighbourhood.instance.latest[seed] - earliest + 1
      period = earliest + stream.integer(below: max(1, min(window, neighbourhood.state.periodCount / 2)))
      if neighbourhood.instance.isRequired[seed] { size *= 2 }
      guard neighbourhood.include(seed, &stream) else {
        neighbourhood.isBroken = true
        return
      }
    }
    var draws = stream
    neighbourhood.releaseAround(period, until: neighbourhood.open.count + size - 1, reach: 20) {
      neighbourhood, other in
      draws.bernoulli(neighbourhood.compete(seed, other) ? 0.6 : 0.1)
    }
    stream = draws
  }
}

extension Neighbourhood {
  /// A random activity that is required and missing; nil when there is none.
  fileprivate func randomMissing(_ stream: inout RandomStream) -> Int? {
    guard state.missingCount > 0 else { return nil }
    var number = stream.integer(below: state.missingCount)
    for activity in instance.isRequired.indices
    where instance.isRequired[activity] && !state.contains(activity) {
      if number == 0 { return activity }
      number -= 1
    }
    return nil
  }

  /// A random optional activity, planned or not; nil when none is found soon.
  fileprivate func randomOptional(_ stream: inout RandomStream) -> Int? {
    for _ in 0..<16 {
      let activity = stream.integer(below: state.activityCount)
      if !instance.isRequired[activity], !instance.isMilestone[activity],
        instance.fixedStart[activity] == nil, instance.earliest[activity] <= instance.latest[activity]
      {
        return activity
      }
    }
    return nil
  }
}
