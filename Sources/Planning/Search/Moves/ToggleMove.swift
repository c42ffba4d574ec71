internal import RandomStreams

/// Wants an optional activity that is not wanted, or gives one up.
struct ToggleMove: Move {
  func apply(to list: inout ActivityList, starts: [Int], _ instance: Instance, _ stream: inout RandomStream)
    -> Bool
  {
    let optional = list.order.filter { !instance.isRequired[$0] && !instance.isMilestone[$0] }
    guard !optional.isEmpty else { return false }
    let activity = optional[stream.integer(below: optional.count)]
    list.isWanted[activity].toggle()
    return true
  }
}
