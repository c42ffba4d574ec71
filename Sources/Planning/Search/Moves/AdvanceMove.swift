internal import RandomStreams

/// Takes a planned activity, and all that it needs, further to the front, and no longer puts them off.
struct AdvanceMove: Move {
  func apply(to list: inout ActivityList, starts: [Int], _ instance: Instance, _ stream: inout RandomStream)
    -> Bool
  {
    let planned = list.order.filter { starts[$0] > 0 }
    guard !planned.isEmpty else { return false }
    let goal = planned[stream.integer(below: planned.count)]
    var isNeeded = [Bool](repeating: false, count: instance.activityCount)
    var stack = [goal]
    while let activity = stack.popLast() {
      guard !isNeeded[activity] else { continue }
      isNeeded[activity] = true
      for index in instance.requirementRanges[activity] {
        for members in instance.requirements[index].slots {
          stack += members.filter { starts[$0] >= 0 && !isNeeded[$0] }
        }
      }
    }
    let place = stream.integer(below: list.order.count)
    let before = list.order[..<place]
    let after = list.order[place...]
    list.order =
      before.filter { !isNeeded[$0] } + (before + after).filter { isNeeded[$0] }
      + after.filter { !isNeeded[$0] }
    for activity in isNeeded.indices where isNeeded[activity] { list.notBefore[activity] = 0 }
    return true
  }
}
