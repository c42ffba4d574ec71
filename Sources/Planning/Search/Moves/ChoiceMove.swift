internal import RandomStreams

/// Makes another choice: puts a member of an exclusive group, or of a requirement that leaves a choice, ahead of the other members.
struct ChoiceMove: Move {
  func apply(to list: inout ActivityList, starts: [Int], _ instance: Instance, _ stream: inout RandomStream)
    -> Bool
  {
    let open = instance.choices
    guard !open.isEmpty else { return false }
    let members = open[stream.integer(below: open.count)]
    let chosen = members[stream.integer(below: members.count)]
    let places = list.order.indices.filter { members.contains(list.order[$0]) }
    guard let first = places.first, list.order[first] != chosen else { return false }
    guard let from = places.first(where: { list.order[$0] == chosen }) else { return false }
    list.order.swapAt(first, from)
    if members.contains(where: { list.isWanted[$0] }) {
      for member in members { list.isWanted[member] = false }
      list.isWanted[chosen] = true
    }
    return true
  }
}
