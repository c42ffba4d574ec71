internal import RandomStreams

/// Puts the start of a planned activity off, or takes back that it was put off.
struct PostponeMove: Move {
  /// The most periods by which a start is put off at once.
  static let reach = 26

  func apply(to list: inout ActivityList, starts: [Int], _ instance: Instance, _ stream: inout RandomStream)
    -> Bool
  {
    let planned = list.order.filter {
      starts[$0] >= 0 && !instance.isMilestone[$0] && instance.fixedStart[$0] == nil
    }
    guard !planned.isEmpty else { return false }
    let activity = planned[stream.integer(below: planned.count)]
    if list.notBefore[activity] > 0, stream.bernoulli(0.5) {
      list.notBefore[activity] = 0
    } else {
      list.notBefore[activity] = min(
        instance.periodCount, starts[activity] + 1 + stream.integer(below: Self.reach))
    }
    return true
  }
}
