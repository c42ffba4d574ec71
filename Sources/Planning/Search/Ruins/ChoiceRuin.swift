internal import RandomStreams

/// Replaces a member of an exclusive group, or of a requirement that leaves a choice, by another.
struct ChoiceRuin: Ruin {
  func apply(
    to neighbourhood: inout Neighbourhood, size: Int, _ guide: borrowing Guide, _ stream: inout RandomStream
  ) {
    let choices = neighbourhood.instance.choices
    guard !choices.isEmpty else { return }
    let members = choices[stream.integer(below: choices.count)]
    let planned = members.filter { neighbourhood.isMovable($0) }
    if !planned.isEmpty {
      let leaving = planned[stream.integer(below: planned.count)]
      neighbourhood.drop(leaving)
      guard !neighbourhood.isBroken else { return }
    }
    let others = members.filter { !neighbourhood.isPlanned($0) && neighbourhood.canInclude($0) }
    if !others.isEmpty, stream.bernoulli(0.8),
      !neighbourhood.include(others[stream.integer(below: others.count)], &stream)
    {
      neighbourhood.isBroken = true
    }
  }
}
