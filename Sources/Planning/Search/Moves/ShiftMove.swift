internal import RandomStreams

/// Takes one activity to another place of the order, near its own more often than far away.
struct ShiftMove: Move {
  func apply(to list: inout ActivityList, starts: [Int], _ instance: Instance, _ stream: inout RandomStream)
    -> Bool
  {
    let count = list.order.count
    guard count > 1 else { return false }
    let from = stream.integer(below: count)
    let reach = max(1, stream.bernoulli(0.7) ? count / 8 : count - 1)
    let to = min(count - 1, max(0, from + stream.integer(in: -reach...reach)))
    guard to != from else { return false }
    let activity = list.order.remove(at: from)
    list.order.insert(activity, at: to)
    return true
  }
}
