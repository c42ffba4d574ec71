internal import RandomStreams

/// A way to take a few activities out of a schedule, so that placing them again may give a better one.
///
/// It takes about `size` activities out, none when it finds nothing, and draws from the stream only.
protocol Ruin: Sendable {
  func apply(
    to neighbourhood: inout Neighbourhood, size: Int, _ guide: borrowing Guide, _ stream: inout RandomStream)
}

extension Neighbourhood {
  /// A random activity that can be moved; nil when none is found soon.
  func randomMovable(_ stream: inout RandomStream) -> Int? {
    for _ in 0..<16 {
      let activity = stream.integer(below: state.activityCount)
      if isMovable(activity) { return activity }
    }
    return nil
  }

  /// A planned activity that loses much against its best start: the worst of a few random ones.
  func randomMisplaced(_ guide: borrowing Guide, _ stream: inout RandomStream) -> Int? {
    var worst: Int?
    var mostLoss = -Double.infinity
    for _ in 0..<4 {
      guard let activity = randomMovable(&stream) else { continue }
      let start = state.starts[activity]
      let loss =
        isPriced ? guide.priced.loss(of: activity, at: start) : guide.worth.loss(of: activity, at: start)
      let weighed = loss * (0.5 + stream.uniform())
      if weighed > mostLoss { (worst, mostLoss) = (activity, weighed) }
    }
    return worst
  }

  /// Takes activities out that start near a period, the nearest first, until so many are open.
  ///
  /// - Parameter accepts: whether to take one; it changes nothing, and is given the neighbourhood itself since a copy would take longer than all else.
  mutating func releaseAround(
    _ period: Int, until size: Int, reach: Int, where accepts: (inout Neighbourhood, Int) -> Bool
  ) {
    for distance in 0...reach {
      for start in distance == 0 ? [period] : [period - distance, period + distance]
      where start >= 0 && start < state.periodCount {
        var activity = state.first[start]
        while activity >= 0 {
          let next = state.next[activity]
          if isMovable(activity), accepts(&self, activity) {
            release(activity)
            if open.count >= size { return }
          }
          activity = next
        }
      }
    }
  }

  /// Takes out what an activity needs if it is to start in a period, and what that needs, as far as it starts too late, until so many are open.
  ///
  /// - Returns: the activity and all that were taken out, with when they would have to start.
  mutating func releaseNeeds(
    of seed: Int, startingAt aim: Int, until size: Int
  ) -> [(activity: Int, aim: Int)] {
    var chain = [(activity: seed, aim: aim)]
    var next = 0
    while next < chain.count, open.count < size {
      let (activity, aim) = chain[next]
      next += 1
      for slot in state.links.slots[activity] {
        let needed = state.filler[slot]
        guard needed >= 0, isMovable(needed) else { continue }
        let start = aim - state.distance(ofSlot: slot)
        guard state.starts[needed] > start else { continue }
        release(needed)
        chain.append((needed, max(start, instance.earliest[needed])))
      }
    }
    return chain
  }

  /// Whether a planned activity is in work in some of these periods.
  func isAtWork(_ activity: Int, in periods: Range<Int>) -> Bool {
    let begin = state.starts[activity]
    return begin < periods.upperBound && begin + state.duration[activity] > periods.lowerBound
  }

  /// Whether two activities need some of the same resource.
  func compete(_ left: Int, _ right: Int) -> Bool { instance.resources.compete(left, right) }
}
