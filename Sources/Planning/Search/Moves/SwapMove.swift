internal import RandomStreams

/// Swaps two activities that compete: both are planned and start at about the same time.
struct SwapMove: Move {
  /// How many periods apart the starts of competitors may be.
  static let reach = 13

  func apply(to list: inout ActivityList, starts: [Int], _ instance: Instance, _ stream: inout RandomStream)
    -> Bool
  {
    let count = list.order.count
    let first = stream.integer(below: count)
    let start = starts[list.order[first]]
    guard start >= 0 else { return false }
    let rivals = list.order.indices.filter { position in
      let other = starts[list.order[position]]
      return position != first && other >= 0 && abs(other - start) <= Self.reach
    }
    guard !rivals.isEmpty else { return false }
    list.order.swapAt(first, rivals[stream.integer(below: rivals.count)])
    return true
  }
}
