internal import RandomStreams

/// Takes out an activity with what it waits for and what waits for it, link by link.
struct ChainRuin: Ruin {
  func apply(
    to neighbourhood: inout Neighbourhood, size: Int, _ guide: borrowing Guide, _ stream: inout RandomStream
  ) {
    guard let seed = neighbourhood.randomMisplaced(guide, &stream) else { return }
    neighbourhood.release(seed)
    // Both ways, only up, or only down.
    let direction = stream.integer(below: 3)
    var index = 0
    while index < neighbourhood.open.count, neighbourhood.open.count < size {
      let activity = neighbourhood.open[index]
      index += 1
      if direction != 1 {
        for slot in neighbourhood.state.links.slots[activity] {
          let needed = neighbourhood.state.filler[slot]
          guard needed >= 0, neighbourhood.isMovable(needed), stream.bernoulli(0.8) else { continue }
          neighbourhood.release(needed)
          if neighbourhood.open.count >= size { return }
        }
      }
      if direction != 0 {
        for use in neighbourhood.state.links.uses[activity] {
          let waiting = neighbourhood.state.links.useActivity[use]
          guard neighbourhood.state.filler[neighbourhood.state.links.useSlot[use]] == activity,
            neighbourhood.isMovable(waiting), stream.bernoulli(0.8)
          else { continue }
          neighbourhood.release(waiting)
          if neighbourhood.open.count >= size { return }
        }
      }
    }
  }
}
