extension ClosureFlow {
  /// The columns that a solution works in; what they hold between solutions has no meaning.
  struct Scratch: Sendable {
    fileprivate var distances: [Int32]
    fileprivate var queue: [Int32]
    fileprivate var lists: [Int32]
    fileprivate var links: [Int32]
    fileprivate var taken: [Int64]

    init(nodeCount: Int) {
      distances = [Int32](repeating: 0, count: nodeCount + 2)
      queue = distances
      lists = distances
      links = distances
      taken = [Int64](repeating: 0, count: nodeCount + 2)
    }
  }

  /// Runs `body` on the network's memory.
  ///
  /// The invariants that make the bare pointers safe, all of them established by the initialiser:
  /// - there is a place for each node and one before and after, which no arc enters or leaves: the flow to the next of the first border and of the last node stays -1, so that nothing looks at a border;
  /// - the first arcs of the places ascend, and those of the last place are the numbers of all arcs;
  /// - heads and tails are places of nodes, and each arc that enters a place is one of those that leave another;
  /// - `distances`, `links` and `taken` have an element for each place; so has `queue`, which holds no node twice and is written at most one element beyond them;
  /// - `lists` has an element for each distance: only nodes with distances below the number of nodes are put in lists;
  /// - the handle does not outlive the call.
  mutating func withNetwork<Result>(_ body: (inout FlowNetwork) -> Result) -> Result {
    let count = nodeCount
    return places.withUnsafeMutableBufferPointer { places in
      outs.withUnsafeMutableBufferPointer { outs in
        ins.withUnsafeBufferPointer { ins in
          scratch.distances.withUnsafeMutableBufferPointer { distances in
            scratch.queue.withUnsafeMutableBufferPointer { queue in
              scratch.lists.withUnsafeMutableBufferPointer { lists in
                scratch.links.withUnsafeMutableBufferPointer { links in
                  scratch.taken.withUnsafeMutableBufferPointer { taken in
                    var network = FlowNetwork(
                      nodeCount: count, places: places, outs: outs, ins: ins, distances: distances,
                      queue: queue, lists: lists, links: links, taken: taken)
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
}

/// A flow in bare memory, for the loops that decide the speed of a maximum closure; nodes are known by their places.
///
/// Buffers check their bounds in debug builds, where the tests run, and not in optimised ones.
struct FlowNetwork {
  let nodeCount: Int
  let places: UnsafeMutableBufferPointer<ClosureFlow.Place>
  let outs: UnsafeMutableBufferPointer<ClosureFlow.OutArc>
  let ins: UnsafeBufferPointer<ClosureFlow.InArc>
  /// At most the number of arcs on a shortest way to a node that lacks flow; `unreached` if there is none, and `outside` for nodes that no longer matter.
  let distances: UnsafeMutableBufferPointer<Int32>
  let queue: UnsafeMutableBufferPointer<Int32>
  /// For each distance, the first of the nodes that wait to pass on excess in the present wave; 0 if there is none.
  let lists: UnsafeMutableBufferPointer<Int32>
  /// The node that waits after another one in its list; 0 after the last.
  let links: UnsafeMutableBufferPointer<Int32>
  /// What each node gets from others of its chain.
  let taken: UnsafeMutableBufferPointer<Int64>
  /// How many nodes wait to pass on excess, in all lists.
  private var waiting = 0
  /// No node that waits in the present wave is farther.
  private var farthest = -1
  /// The first of the nodes that wait for the next wave, and the distance of the farthest of them.
  private var firstOfNextWave: Int32 = 0
  private var farthestOfNextWave = -1

  /// How many nodes had excess to pass on when it was last looked at where excess can go.
  private var sourceCount = 0
  /// How many nodes excess could go to when that was last found.
  private var fieldCount = 0

  private var unreached: Int32 { Int32(truncatingIfNeeded: nodeCount) }
  private var outside: Int32 { Int32(truncatingIfNeeded: nodeCount &+ 1) }

  init(
    nodeCount: Int, places: UnsafeMutableBufferPointer<ClosureFlow.Place>,
    outs: UnsafeMutableBufferPointer<ClosureFlow.OutArc>, ins: UnsafeBufferPointer<ClosureFlow.InArc>,
    distances: UnsafeMutableBufferPointer<Int32>, queue: UnsafeMutableBufferPointer<Int32>,
    lists: UnsafeMutableBufferPointer<Int32>, links: UnsafeMutableBufferPointer<Int32>,
    taken: UnsafeMutableBufferPointer<Int64>
  ) {
    self.nodeCount = nodeCount
    self.places = places
    self.outs = outs
    self.ins = ins
    self.distances = distances
    self.queue = queue
    self.lists = lists
    self.links = links
    self.taken = taken
  }

  /// Moves excess to nodes that lack flow, until no more can be moved.
  ///
  /// First nodes of a chain give to each other. Then nodes with excess push it to nodes that are one step nearer to a node that lacks flow, in waves: the farthest first, so
  /// that what comes to a node from several others moves on together. A node that has no such neighbour is found to be farther away, and what it has then passed
  /// on to nodes behind the wave waits for the next. Distances are measured anew after so much work of that kind, but only where excess can still go: where it cannot go now it
  /// never will, and towards the end that is nearly everywhere.
  mutating func maximizeFlow() {
    settleChains()
    distances.update(repeating: 0)
    narrowField(limit: nodeCount)
    while measureDistances() {
      var work = 0
      while work < nodeCount, waiting > 0 {
        while farthest >= 0, lists[farthest] == 0 { farthest &-= 1 }
        if farthest < 0 { beginWave() }
        let place = Int(lists[farthest])
        lists[farthest] = links[place]
        waiting &-= 1
        work &+= discharge(place)
      }
      if waiting <= sourceCount / 2 { narrowField(limit: fieldCount / 4) }
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

  /// Measures all distances backward from the nodes that lack flow, and lets the nodes with excess wait; false if no excess can reach one.
  private mutating func measureDistances() -> Bool {
    let far = unreached
    var count = 0
    // What could not be reached stays so.
    for place in 1..<nodeCount &+ 1 {
      guard distances[place] < far else {
        distances[place] = outside
        continue
      }
      // Whether a node is new can hardly be predicted, so here and below that decides what is kept, not what is done.
      let lacks = places[place].excess < 0
      distances[place] = lacks ? 0 : far
      queue[count] = Int32(truncatingIfNeeded: place)
      count &+= lacks ? 1 : 0
    }
    lists.update(repeating: 0)
    (waiting, farthest, firstOfNextWave, farthestOfNextWave) = (0, -1, 0, -1)
    var next = 0
    while next < count {
      let place = Int(queue[next])
      next &+= 1
      if places[place].excess > 0 { wait(place) }
      let distance = distances[place] &+ 1
      @inline(__always) func reach(_ tail: Int, if isPossible: Bool) {
        let known = distances[tail]
        let isNew = isPossible && known == far
        distances[tail] = isNew ? distance : known
        queue[count] = Int32(truncatingIfNeeded: tail)
        count &+= isNew ? 1 : 0
      }
      // What requires this node can always pass on to it, and what it passes flow to can pass that back.
      reach(place &- 1, if: places[place &- 1].flowToNext >= 0)
      reach(place &+ 1, if: places[place].flowToNext > 0)
      for entry in Int(places[place].firstIn)..<Int(places[place &+ 1].firstIn) {
        reach(Int(ins[entry].tail), if: true)
      }
      guard places[place].usedOuts > 0 else { continue }
      for out in Int(places[place].firstOut)..<Int(places[place &+ 1].firstOut) {
        reach(Int(outs[out].head), if: outs[out].flow > 0)
      }
    }
    return waiting > 0
  }

  /// Finds the nodes to which excess that is not stuck can go, and leaves all others outside; nothing changes when there are more than `limit`.
  private mutating func narrowField(limit: Int) {
    let far = unreached
    var count = 0
    // A node that is found has the complement of its distance, which is negative.
    @inline(__always) func reach(_ head: Int, if isPossible: Bool) {
      let known = distances[head]
      let isNew = isPossible && known >= 0 && known < far
      distances[head] = isNew ? ~known : known
      queue[count] = Int32(truncatingIfNeeded: head)
      count &+= isNew ? 1 : 0
    }
    for place in 1..<nodeCount &+ 1 where distances[place] < far {
      reach(place, if: places[place].excess > 0)
    }
    sourceCount = count
    var next = 0
    while next < count, count <= limit {
      let place = Int(queue[next])
      next &+= 1
      reach(place &+ 1, if: places[place].flowToNext >= 0)
      reach(place &- 1, if: places[place &- 1].flowToNext > 0)
      for out in Int(places[place].firstOut)..<Int(places[place &+ 1].firstOut) {
        reach(Int(outs[out].head), if: true)
      }
      guard places[place].usedIns > 0 else { continue }
      for entry in Int(places[place].firstIn)..<Int(places[place &+ 1].firstIn) {
        reach(Int(ins[entry].tail), if: outs[Int(ins[entry].out)].flow > 0)
      }
    }
    if count <= limit {
      fieldCount = count
      for place in 1..<nodeCount &+ 1 {
        let known = distances[place]
        distances[place] = known < 0 ? ~known : outside
      }
    } else {
      for index in 0..<count { distances[Int(queue[index])] = ~distances[Int(queue[index])] }
    }
  }

  /// Puts a node with excess in the list of its distance, or, if the wave has passed that, among those of the next wave.
  @inline(__always) private mutating func wait(_ place: Int) {
    let distance = Int(distances[place])
    waiting &+= 1
    if distance <= farthest {
      links[place] = lists[distance]
      lists[distance] = Int32(truncatingIfNeeded: place)
    } else {
      links[place] = firstOfNextWave
      firstOfNextWave = Int32(truncatingIfNeeded: place)
      farthestOfNextWave = max(farthestOfNextWave, distance)
    }
  }

  /// Puts the nodes of the next wave in the lists of their distances.
  private mutating func beginWave() {
    var next = Int(firstOfNextWave)
    farthest = farthestOfNextWave
    (firstOfNextWave, farthestOfNextWave) = (0, -1)
    while next > 0 {
      let place = next
      next = Int(links[place])
      let distance = Int(distances[place])
      links[place] = lists[distance]
      lists[distance] = Int32(truncatingIfNeeded: place)
    }
    assert(lists[farthest] != 0, "a wave begins with a node that waits")
  }

  @inline(__always) private mutating func receive(_ amount: Int64, at place: Int) {
    let before = places[place].excess
    places[place].excess = before &+ amount
    if before <= 0 && before &+ amount > 0 { wait(place) }
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
