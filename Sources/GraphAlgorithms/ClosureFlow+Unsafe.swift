extension ClosureFlow {
  /// The columns that a solution works in; what they hold between solutions has no meaning.
  struct Scratch: Sendable {
    fileprivate var distances: [Int32]
    fileprivate var queue: [Int32]
    fileprivate var line: [Int32]
    fileprivate var taken: [Int64]

    init(nodeCount: Int) {
      distances = [Int32](repeating: 0, count: nodeCount + 2)
      queue = [Int32](repeating: 0, count: nodeCount)
      line = queue
      taken = [Int64](repeating: 0, count: nodeCount + 2)
    }
  }

  /// Runs `body` on the network's memory.
  ///
  /// The invariants that make the bare pointers safe, all of them established by the initialiser:
  /// - there is a place for each node and one before and after, which no arc enters or leaves: the flow to the next of the first border and of the last node stays -1, so that nothing looks at a border;
  /// - the first arcs of the places ascend, and those of the last place are the numbers of all arcs;
  /// - heads and tails are places of nodes, and each arc that enters a place is one of those that leave another;
  /// - `distances` and `taken` have an element for each place; `queue` and `line` have one for each node, which suffices: neither holds a node twice;
  /// - the handle does not outlive the call.
  mutating func withNetwork<Result>(_ body: (inout FlowNetwork) -> Result) -> Result {
    let count = nodeCount
    return places.withUnsafeMutableBufferPointer { places in
      outs.withUnsafeMutableBufferPointer { outs in
        ins.withUnsafeBufferPointer { ins in
          scratch.distances.withUnsafeMutableBufferPointer { distances in
            scratch.queue.withUnsafeMutableBufferPointer { queue in
              scratch.line.withUnsafeMutableBufferPointer { line in
                scratch.taken.withUnsafeMutableBufferPointer { taken in
                  var network = FlowNetwork(
                    nodeCount: count, places: places, outs: outs, ins: ins, distances: distances,
                    queue: queue, line: line, taken: taken)
                  return body(&network)
                }
              }
            }
          }
        }
      }
    }
  }
}

/// A flow in bare memory, for the loops that decide the speed of a maximum closure; nodes are known by their places.
///
/// Buffers check their bounds in debug builds, where the tests run, and not in optimised ones.
struct FlowNetwork {
  let nodeCount: Int
  let places: UnsafeMutableBufferPointer<ClosureFlow.Place>
  let outs: UnsafeMutableBufferPointer<ClosureFlow.OutArc>
  let ins: UnsafeBufferPointer<ClosureFlow.InArc>
  /// At most the number of arcs on a shortest way to a node that lacks flow; `unreached` if there is none.
  let distances: UnsafeMutableBufferPointer<Int32>
  let queue: UnsafeMutableBufferPointer<Int32>
  /// The nodes with excess that wait to pass it on, in the order in which they got it: a ring.
  let line: UnsafeMutableBufferPointer<Int32>
  /// What each node gets from others of its chain.
  let taken: UnsafeMutableBufferPointer<Int64>
  private var firstInLine = 0
  private var lineCount = 0

  private var unreached: Int32 { Int32(truncatingIfNeeded: nodeCount) }

  init(
    nodeCount: Int, places: UnsafeMutableBufferPointer<ClosureFlow.Place>,
    outs: UnsafeMutableBufferPointer<ClosureFlow.OutArc>, ins: UnsafeBufferPointer<ClosureFlow.InArc>,
    distances: UnsafeMutableBufferPointer<Int32>, queue: UnsafeMutableBufferPointer<Int32>,
    line: UnsafeMutableBufferPointer<Int32>, taken: UnsafeMutableBufferPointer<Int64>
  ) {
    self.nodeCount = nodeCount
    self.places = places
    self.outs = outs
    self.ins = ins
    self.distances = distances
    self.queue = queue
    self.line = line
    self.taken = taken
  }

  /// Moves excess to nodes that lack flow, until no more can be moved.
  ///
  /// First nodes of a chain give to each other. Then nodes with excess push it to nodes that are one step nearer to a node that lacks flow, the first to get it first; a
  /// node that has no such neighbour is found to be farther away. Distances are measured anew after so much work of that kind.
  mutating func maximizeFlow() {
    settleChains()
    let limit = 4 &* nodeCount
    while measureDistances() {
      var work = 0
      while work < limit, lineCount > 0 {
        let place = Int(line[firstInLine])
        firstInLine &+= 1
        if firstInLine == nodeCount { firstInLine = 0 }
        lineCount &-= 1
        work &+= discharge(place)
      }
    }
  }

  /// The nodes that excess can still reach, and how much excess there is: the maximum closure once the flow is maximal.
  func reachedByExcess() -> (members: [Bool], leftover: Int64) {
    var reached = [Bool](repeating: false, count: nodeCount)
    var leftover: Int64 = 0
    reached.withUnsafeMutableBufferPointer { reached in
      var count = 0
      @inline(__always) func reach(_ place: Int) {
        if reached[place &- 1] { return }
        reached[place &- 1] = true
        queue[count] = Int32(truncatingIfNeeded: place)
        count &+= 1
      }
      for place in 1..<nodeCount &+ 1 where places[place].excess > 0 {
        leftover &+= places[place].excess
        reach(place)
      }
      var next = 0
      while next < count {
        let place = Int(queue[next])
        next &+= 1
        if places[place].flowToNext >= 0 { reach(place &+ 1) }
        if places[place &- 1].flowToNext > 0 { reach(place &- 1) }
        for out in Int(places[place].firstOut)..<Int(places[place &+ 1].firstOut) {
          reach(Int(outs[out].head))
        }
        guard places[place].usedIns > 0 else { continue }
        for entry in Int(places[place].firstIn)..<Int(places[place &+ 1].firstIn)
        where !reached[Int(ins[entry].tail) &- 1] && outs[Int(ins[entry].out)].flow > 0 {
          reach(Int(ins[entry].tail))
        }
      }
    }
    return (reached, leftover)
  }

  /// Moves excess to nodes that lack flow within each chain, the nodes between which arcs lead to the next.
  ///
  /// When weights change a little everywhere, most of what is new is settled there, in the order of memory and without distances.
  private mutating func settleChains() {
    var first = 1
    while first <= nodeCount {
      var last = first
      while places[last].flowToNext >= 0 { last &+= 1 }
      if last > first {
        giveBack(first, last)
        passOn(first, last)
      }
      first = last &+ 1
    }
  }

  /// Gives excess of a chain back to nodes before, as far as they have sent some; each node to the nearest ones.
  private mutating func giveBack(_ first: Int, _ last: Int) {
    // What of the excess behind can come to a place.
    var open: Int64 = 0
    var place = last
    while place >= first {
      if place < last { open = min(open, places[place].flowToNext) }
      offer(&open, at: place)
      place &-= 1
    }
    var moving: Int64 = 0
    for place in first..<last &+ 1 {
      take(&moving, at: place)
      places[place].flowToNext &-= moving
    }
  }

  /// Passes excess of a chain on to nodes behind, from each node to the nearest ones.
  private mutating func passOn(_ first: Int, _ last: Int) {
    var open: Int64 = 0
    for place in first..<last &+ 1 { offer(&open, at: place) }
    var moving: Int64 = 0
    var place = last
    while place >= first {
      take(&moving, at: place)
      places[place &- 1].flowToNext &+= moving
      place &-= 1
    }
  }

  /// Adds the excess of a place to what is on offer, or notes what the place takes of it.
  @inline(__always) private func offer(_ open: inout Int64, at place: Int) {
    let excess = places[place].excess
    let amount = excess < 0 ? min(open, 0 &- excess) : 0
    taken[place] = amount
    open &+= max(0, excess) &- amount
  }

  /// Gives a place what it takes, which has to come from others, or has the place give of its excess.
  @inline(__always) private func take(_ moving: inout Int64, at place: Int) {
    let excess = places[place].excess
    let amount = excess > 0 ? 0 &- min(moving, excess) : taken[place]
    places[place].excess = excess &+ amount
    moving &+= amount
  }

  /// Measures all distances backward from the nodes that lack flow, and lines up the nodes with excess; false if no excess can reach one.
  private mutating func measureDistances() -> Bool {
    let far = unreached
    var count = 0
    for place in 1..<nodeCount &+ 1 {
      let lacks = places[place].excess < 0
      distances[place] = lacks ? 0 : far
      if lacks {
        queue[count] = Int32(truncatingIfNeeded: place)
        count &+= 1
      }
    }
    firstInLine = 0
    lineCount = 0
    var next = 0
    while next < count {
      let place = Int(queue[next])
      next &+= 1
      if places[place].excess > 0 { lineUp(place) }
      let distance = distances[place] &+ 1
      @inline(__always) func reach(_ tail: Int) {
        guard distances[tail] == far else { return }
        distances[tail] = distance
        queue[count] = Int32(truncatingIfNeeded: tail)
        count &+= 1
      }
      // What requires this node can always pass on to it, and what it passes flow to can pass that back.
      if places[place &- 1].flowToNext >= 0 { reach(place &- 1) }
      if places[place].flowToNext > 0 { reach(place &+ 1) }
      for entry in Int(places[place].firstIn)..<Int(places[place &+ 1].firstIn) {
        reach(Int(ins[entry].tail))
      }
      guard places[place].usedOuts > 0 else { continue }
      for out in Int(places[place].firstOut)..<Int(places[place &+ 1].firstOut) where outs[out].flow > 0 {
        reach(Int(outs[out].head))
      }
    }
    return lineCount > 0
  }

  /// Puts a node with excess at the end of the line.
  @inline(__always) private mutating func lineUp(_ place: Int) {
    var end = firstInLine &+ lineCount
    if end >= nodeCount { end &-= nodeCount }
    line[end] = Int32(truncatingIfNeeded: place)
    lineCount &+= 1
  }

  @inline(__always) private mutating func receive(_ amount: Int64, at place: Int) {
    let before = places[place].excess
    places[place].excess = before &+ amount
    if before <= 0 && before &+ amount > 0 { lineUp(place) }
  }

  /// Pushes the excess of a node on until none is left or no node that lacks flow can be reached; returns the work that this took.
  private mutating func discharge(_ place: Int) -> Int {
    var work = 2
    var excess = places[place].excess
    while distances[place] < unreached {
      let nearer = distances[place] &- 1
      // The least distance of the neighbours that are left.
      var least = unreached
      pushForward(&excess, from: place, nearer, &least)
      if excess == 0 { break }
      pushBack(&excess, from: place, nearer, &least)
      if excess == 0 { break }
      distances[place] = least &+ 1 < unreached ? least &+ 1 : unreached
      work &+= 12
    }
    places[place].excess = excess
    return work
  }

  /// Pushes excess to a node that this one requires.
  @inline(__always) private mutating func pushForward(
    _ excess: inout Int64, from place: Int, _ nearer: Int32, _ least: inout Int32
  ) {
    if places[place].flowToNext >= 0 {
      let distance = distances[place &+ 1]
      if distance == nearer {
        places[place].flowToNext &+= excess
        receive(excess, at: place &+ 1)
        excess = 0
        return
      }
      least = min(least, distance)
    }
    for out in Int(places[place].firstOut)..<Int(places[place &+ 1].firstOut) {
      let head = Int(outs[out].head)
      let distance = distances[head]
      if distance == nearer {
        if outs[out].flow == 0 {
          places[place].usedOuts &+= 1
          places[head].usedIns &+= 1
        }
        outs[out].flow &+= excess
        receive(excess, at: head)
        excess = 0
        return
      }
      least = min(least, distance)
    }
  }

  /// Pushes excess back to nodes that require this one, as far as they have sent some.
  @inline(__always) private mutating func pushBack(
    _ excess: inout Int64, from place: Int, _ nearer: Int32, _ least: inout Int32
  ) {
    let flowFromLast = places[place &- 1].flowToNext
    if flowFromLast > 0 {
      let distance = distances[place &- 1]
      if distance == nearer {
        let amount = min(excess, flowFromLast)
        places[place &- 1].flowToNext = flowFromLast &- amount
        receive(amount, at: place &- 1)
        excess &-= amount
        if excess == 0 { return }
      } else {
        least = min(least, distance)
      }
    }
    guard places[place].usedIns > 0 else { return }
    for entry in Int(places[place].firstIn)..<Int(places[place &+ 1].firstIn) {
      let tail = Int(ins[entry].tail)
      let distance = distances[tail]
      guard distance < least else { continue }
      let out = Int(ins[entry].out)
      let flow = outs[out].flow
      guard flow > 0 else { continue }
      guard distance == nearer else {
        least = distance
        continue
      }
      let amount = min(excess, flow)
      outs[out].flow = flow &- amount
      if amount == flow {
        places[place].usedIns &-= 1
        places[tail].usedOuts &-= 1
      }
      receive(amount, at: tail)
      excess &-= amount
      if excess == 0 { return }
    }
  }
}
