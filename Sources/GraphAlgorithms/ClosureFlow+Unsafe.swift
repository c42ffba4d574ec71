extension ClosureFlow {
  /// The columns that a solution works in; what they hold between solutions has no meaning.
  struct Scratch: Sendable {
    fileprivate var labels: [Int32]
    fileprivate var levels: [Int32]
    fileprivate var deficits: [Int32]
    fileprivate var pieces: [FlowNetwork.Piece]
    fileprivate var taken: [Int64]
    fileprivate var rooms: [Int64]

    init(nodeCount: Int) {
      labels = [Int32](repeating: 0, count: nodeCount + 2)
      levels = labels
      deficits = labels
      pieces = [FlowNetwork.Piece](repeating: FlowNetwork.Piece(), count: nodeCount + 2)
      taken = [Int64](repeating: 0, count: nodeCount + 2)
      rooms = taken
    }
  }

  /// Runs `body` on the network's memory.
  ///
  /// The invariants that make the bare pointers safe, all of them established by the initialiser:
  /// - there is a place for each node and one before and after, which no arc enters or leaves: the flow to the next of the first border and of the last node stays -1, so that nothing looks at a border;
  /// - where the arcs of places begin ascends, and the last place has the number of all arcs;
  /// - heads and tails are places of nodes, and each arc that enters a place is one of those that leave another;
  /// - each column of `scratch` has an element for each place: each node is in one piece at most, no level is without a piece, and a deficit is noted once for a node
  ///   and written at most one element beyond them;
  /// - the handle does not outlive the call.
  mutating func withNetwork<Result>(_ body: (inout FlowNetwork) -> Result) -> Result {
    let count = nodeCount
    return places.withUnsafeMutableBufferPointer { places in
      flows.withUnsafeMutableBufferPointer { flows in
        begins.withUnsafeBufferPointer { begins in
          heads.withUnsafeBufferPointer { heads in
            ins.withUnsafeBufferPointer { ins in
              scratch.withColumns { columns in
                var network = FlowNetwork(
                  nodeCount: count, places: places, begins: begins, heads: heads, flows: flows, ins: ins,
                  columns: columns)
                return body(&network)
              }
            }
          }
        }
      }
    }
  }
}

extension ClosureFlow.Scratch {
  /// The columns as bare memory.
  fileprivate struct Columns {
    let labels: UnsafeMutableBufferPointer<Int32>
    let levels: UnsafeMutableBufferPointer<Int32>
    let deficits: UnsafeMutableBufferPointer<Int32>
    let pieces: UnsafeMutableBufferPointer<FlowNetwork.Piece>
    let taken: UnsafeMutableBufferPointer<Int64>
    let rooms: UnsafeMutableBufferPointer<Int64>
  }

  fileprivate mutating func withColumns<Result>(_ body: (Columns) -> Result) -> Result {
    labels.withUnsafeMutableBufferPointer { labels in
      levels.withUnsafeMutableBufferPointer { levels in
        deficits.withUnsafeMutableBufferPointer { deficits in
          pieces.withUnsafeMutableBufferPointer { pieces in
            taken.withUnsafeMutableBufferPointer { taken in
              rooms.withUnsafeMutableBufferPointer { rooms in
                body(
                  Columns(
                    labels: labels, levels: levels, deficits: deficits, pieces: pieces, taken: taken,
                    rooms: rooms))
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
/// A chain is a row of nodes with arcs from each to the next. The distance of a node counts the other arcs on a way to a node that lacks flow, so it never falls along a chain, and nodes of
/// a chain with the same distance lie side by side: they are a piece, which is looked at as a whole and in the order of memory.
///
/// Buffers check their bounds in debug builds, where the tests run, and not in optimised ones.
struct FlowNetwork {
  /// Nodes of a chain with the same distance.
  struct Piece: Sendable {
    /// The first and the last place.
    var first: Int32 = 0
    var last: Int32 = 0
    /// Whether there may be excess, 1 or 0.
    var hasExcess: Int32 = 0
  }

  let nodeCount: Int
  let places: UnsafeMutableBufferPointer<ClosureFlow.Place>
  let begins: UnsafeBufferPointer<ClosureFlow.ArcBegin>
  let heads: UnsafeBufferPointer<Int32>
  let flows: UnsafeMutableBufferPointer<Int64>
  let ins: UnsafeBufferPointer<ClosureFlow.InArc>
  /// The piece of each node, in numbers that go on from one measurement to the next; those before `base` are of earlier ones.
  private let labels: UnsafeMutableBufferPointer<Int32>
  /// The first piece of each distance.
  private let levels: UnsafeMutableBufferPointer<Int32>
  /// The nodes that lack flow, from the last to the first.
  private let deficits: UnsafeMutableBufferPointer<Int32>
  /// The pieces, in the order of their distances.
  private let pieces: UnsafeMutableBufferPointer<Piece>
  /// What each node takes of the excess of others of its chain, to keep it or to hand it on.
  private let taken: UnsafeMutableBufferPointer<Int64>
  /// What each node could hand on to nearer pieces.
  private let rooms: UnsafeMutableBufferPointer<Int64>

  /// All excess.
  private(set) var surplus: Int64 = 0
  /// The excess that can still go to nodes that lack flow.
  private(set) var waiting: Int64 = 0
  private var pieceCount = 0
  private var levelCount = 0
  private var deficitCount = 0
  private var base: Int32 = 0

  /// The room of an arc forward; more than all excess, and so much that sums of it and all excess stay in bounds.
  private static let unlimited = Int64.max / 4

  fileprivate init(
    nodeCount: Int, places: UnsafeMutableBufferPointer<ClosureFlow.Place>,
    begins: UnsafeBufferPointer<ClosureFlow.ArcBegin>, heads: UnsafeBufferPointer<Int32>,
    flows: UnsafeMutableBufferPointer<Int64>, ins: UnsafeBufferPointer<ClosureFlow.InArc>,
    columns: ClosureFlow.Scratch.Columns
  ) {
    self.nodeCount = nodeCount
    self.places = places
    self.begins = begins
    self.heads = heads
    self.flows = flows
    self.ins = ins
    labels = columns.labels
    levels = columns.levels
    deficits = columns.deficits
    pieces = columns.pieces
    taken = columns.taken
    rooms = columns.rooms
  }

  /// Moves excess to nodes that lack flow, until no more can be moved or what has been found is enough.
  ///
  /// First nodes of a chain give to each other. Then excess goes from piece to piece in waves, the farthest first, so that what comes to a piece from several others moves on together.
  /// What a wave leaves behind is farther away at the next measurement, as all ways by which it could come nearer are full.
  ///
  /// - Parameter isEnough: Asked before each wave with the weight of the closure of all that is stuck, and with all excess, which no closure weighs more than.
  mutating func moveExcess(until isEnough: (_ weight: Int64, _ limit: Int64) -> Bool) {
    settleChains()
    labels.update(repeating: -1)
    findDeficits()
    waiting = surplus
    while waiting > 0 {
      measureDistances()
      if waiting == 0 || isEnough(surplus &- waiting, surplus) { return }
      let before = surplus
      runWave()
      waiting &-= before &- surplus
    }
  }

  /// The nodes that excess can reach that cannot go on: the maximum closure once all excess is stuck.
  mutating func reachedByStuckExcess() -> [Bool] {
    var reached = [Bool](repeating: false, count: nodeCount)
    reached.withUnsafeMutableBufferPointer { reached in
      var count = 0
      @inline(__always) func reach(_ place: Int) {
        if reached[place &- 1] { return }
        var first = place
        while places[first &- 1].flowToNext > 0 && !reached[first &- 2] { first &-= 1 }
        var last = place
        while places[last].flowToNext >= 0 && !reached[last] { last &+= 1 }
        for place in first..<last &+ 1 { reached[place &- 1] = true }
        pieces[count] = Piece(
          first: Int32(truncatingIfNeeded: first), last: Int32(truncatingIfNeeded: last))
        count &+= 1
      }
      for place in 1..<nodeCount &+ 1 where places[place].excess > 0 && labels[place] < base {
        reach(place)
      }
      var next = 0
      while next < count {
        let (first, last) = (Int(pieces[next].first), Int(pieces[next].last))
        next &+= 1
        for arc in Int(begins[first].out)..<Int(begins[last &+ 1].out) { reach(Int(heads[arc])) }
        for entry in Int(begins[first].in)..<Int(begins[last &+ 1].in) {
          let tail = Int(ins[entry].tail)
          if !reached[tail &- 1] && flows[Int(ins[entry].out)] > 0 { reach(tail) }
        }
      }
    }
    return reached
  }

  // MARK: Distances

  /// Adds up all excess, and notes the nodes that lack flow.
  private mutating func findDeficits() {
    (surplus, deficitCount) = (0, 0)
    for place in stride(from: nodeCount, to: 0, by: -1) {
      let excess = places[place].excess
      surplus &+= max(0, excess)
      deficits[deficitCount] = Int32(truncatingIfNeeded: place)
      deficitCount &+= excess < 0 ? 1 : 0
    }
  }

  /// Measures distances backward from the nodes that lack flow, until all excess is found that waits; what is not found then is stuck.
  ///
  /// What is stuck stays so: where nothing can go now, nothing ever can.
  private mutating func measureDistances() {
    begin()
    let wanted = waiting
    waiting = 0
    var kept = 0
    for index in 0..<deficitCount {
      let place = Int(deficits[index])
      guard places[place].excess < 0 else { continue }
      deficits[kept] = Int32(truncatingIfNeeded: place)
      kept &+= 1
      if labels[place] < base { label(place, levelBegin: base) }
    }
    deficitCount = kept
    var next = 0
    var levelEnd = pieceCount
    levels[0] = base
    levelCount = 1
    while next < pieceCount, waiting < wanted {
      if next == levelEnd { levelEnd = pieceCount }
      let (first, last) = (Int(pieces[next].first), Int(pieces[next].last))
      next &+= 1
      let levelBegin = base &+ Int32(truncatingIfNeeded: levelEnd)
      if levels[levelCount &- 1] != levelBegin {
        levels[levelCount] = levelBegin
        levelCount &+= 1
      }
      // What requires one of these nodes can always pass on to it, and what they pass flow to can pass that back.
      for entry in Int(begins[first].in)..<Int(begins[last &+ 1].in) {
        let tail = Int(ins[entry].tail)
        if labels[tail] < base { label(tail, levelBegin: levelBegin) }
      }
      for arc in Int(begins[first].out)..<Int(begins[last &+ 1].out) where flows[arc] > 0 {
        let head = Int(heads[arc])
        if labels[head] < base { label(head, levelBegin: levelBegin) }
      }
    }
  }

  /// Forgets all pieces.
  private mutating func begin() {
    let highest = Int(base) &+ pieceCount &+ nodeCount
    if highest < Int(Int32.max) {
      base &+= Int32(truncatingIfNeeded: pieceCount)
    } else {
      labels.update(repeating: -1)
      base = 0
    }
    pieceCount = 0
  }

  /// Puts all nodes that have no piece and from which flow can come to a node within its chain in a piece, a new one or that of the same distance before it.
  private mutating func label(_ place: Int, levelBegin: Int32) {
    var last = place
    while places[last].flowToNext > 0 && labels[last &+ 1] < base { last &+= 1 }
    var first = place
    while places[first &- 1].flowToNext >= 0 && labels[first &- 1] < base { first &-= 1 }
    var piece = base &+ Int32(truncatingIfNeeded: pieceCount)
    if places[first &- 1].flowToNext >= 0 && labels[first &- 1] >= levelBegin {
      piece = labels[first &- 1]
      pieces[Int(piece &- base)].last = Int32(truncatingIfNeeded: last)
    } else {
      pieces[pieceCount] = Piece(
        first: Int32(truncatingIfNeeded: first), last: Int32(truncatingIfNeeded: last))
      pieceCount &+= 1
    }
    var excess: Int64 = 0
    for place in first..<last &+ 1 {
      labels[place] = piece
      excess &+= max(0, places[place].excess)
    }
    if excess > 0 {
      pieces[Int(piece &- base)].hasExcess = 1
      waiting &+= excess
    }
  }

  // MARK: Waves

  /// Moves excess from each piece to nearer ones, the farthest first, and in the nearest to the nodes that lack flow.
  private mutating func runWave() {
    var level = levelCount &- 1
    for index in stride(from: pieceCount &- 1, through: 0, by: -1) {
      while base &+ Int32(truncatingIfNeeded: index) < levels[level] { level &-= 1 }
      let piece = pieces[index]
      guard piece.hasExcess != 0 else { continue }
      if level == 0 {
        surplus &-= settle(Int(piece.first), Int(piece.last))
      } else {
        handOn(Int(piece.first), Int(piece.last), to: levels[level &- 1]..<levels[level])
      }
    }
  }

  /// Moves the excess of a piece, within its chain, to nodes that can hand it on to nearer pieces.
  private mutating func handOn(_ first: Int, _ last: Int, to nearer: Range<Int32>) {
    // Back to nodes before, as far as they have sent some; `open` is what of the excess behind can come to a place.
    var open: Int64 = 0
    var place = last
    while place >= first {
      if place < last { open = min(open, places[place].flowToNext) }
      rooms[place] = room(of: place, to: nearer)
      handOnOwn(place, to: nearer)
      offer(&open, at: place, room: rooms[place])
      place &-= 1
    }
    var moving: Int64 = 0
    open = 0
    for place in first..<last &+ 1 {
      moving &+= handOnTaken(place, moving, to: nearer)
      if place < last { places[place].flowToNext &-= moving }
      // And on to nodes behind.
      offer(&open, at: place, room: rooms[place])
    }
    moving = 0
    place = last
    while place >= first {
      moving &+= handOnTaken(place, moving, to: nearer)
      if place > first { places[place &- 1].flowToNext &+= moving }
      place &-= 1
    }
  }

  /// What a node could hand on to some pieces.
  @inline(__always) private func room(of place: Int, to nearer: Range<Int32>) -> Int64 {
    for arc in Int(begins[place].out)..<Int(begins[place &+ 1].out) {
      if nearer.contains(labels[Int(heads[arc])]) { return Self.unlimited }
    }
    var room: Int64 = 0
    for entry in Int(begins[place].in)..<Int(begins[place &+ 1].in)
    where nearer.contains(labels[Int(ins[entry].tail)]) {
      room &+= flows[Int(ins[entry].out)]
    }
    return room
  }

  /// Hands a node's own excess on, as far as there is room.
  @inline(__always) private mutating func handOnOwn(_ place: Int, to nearer: Range<Int32>) {
    let amount = min(rooms[place], places[place].excess)
    guard amount > 0 else { return }
    places[place].excess &-= amount
    handOn(amount, from: place, to: nearer)
  }

  /// Hands on what a node has taken of others' excess, or gives of its excess to `moving`, what others before or behind have taken; returns by how much more is taken.
  @inline(__always) private mutating func handOnTaken(
    _ place: Int, _ moving: Int64, to nearer: Range<Int32>
  ) -> Int64 {
    let excess = places[place].excess
    if excess > 0 {
      let amount = min(moving, excess)
      places[place].excess = excess &- amount
      return 0 &- amount
    }
    let amount = taken[place]
    if amount > 0 { handOn(amount, from: place, to: nearer) }
    return amount
  }

  /// Sends an amount for which there is room to nearer pieces: to what a node requires, or back to nodes that require it.
  private mutating func handOn(_ amount: Int64, from place: Int, to nearer: Range<Int32>) {
    if rooms[place] == Self.unlimited {
      for arc in Int(begins[place].out)..<Int(begins[place &+ 1].out)
      where nearer.contains(labels[Int(heads[arc])]) {
        flows[arc] &+= amount
        receive(amount, at: Int(heads[arc]))
        return
      }
    }
    rooms[place] &-= amount
    var left = amount
    for entry in Int(begins[place].in)..<Int(begins[place &+ 1].in)
    where nearer.contains(labels[Int(ins[entry].tail)]) {
      let arc = Int(ins[entry].out)
      let part = min(left, flows[arc])
      guard part > 0 else { continue }
      flows[arc] &-= part
      receive(part, at: Int(ins[entry].tail))
      left &-= part
      if left == 0 { return }
    }
  }

  @inline(__always) private mutating func receive(_ amount: Int64, at place: Int) {
    let before = places[place].excess
    places[place].excess = before &+ amount
    surplus &-= min(amount, max(0, 0 &- before))
    pieces[Int(labels[place] &- base)].hasExcess = 1
  }

  // MARK: Chains

  /// Moves excess to nodes that lack flow within each chain.
  ///
  /// When weights change a little everywhere, most of what is new is settled there, in the order of memory and without distances.
  private mutating func settleChains() {
    var first = 1
    while first <= nodeCount {
      var last = first
      while places[last].flowToNext >= 0 { last &+= 1 }
      if last > first { _ = settle(first, last) }
      first = last &+ 1
    }
  }

  /// Moves excess to nodes that lack flow among some nodes of a chain; returns how much.
  private mutating func settle(_ first: Int, _ last: Int) -> Int64 {
    giveBack(first, last) &+ passOn(first, last)
  }

  /// Gives excess back to nodes before, as far as they have sent some; each node to the nearest ones.
  private mutating func giveBack(_ first: Int, _ last: Int) -> Int64 {
    // What of the excess behind can come to a place.
    var open: Int64 = 0
    var place = last
    while place >= first {
      if place < last { open = min(open, places[place].flowToNext) }
      offer(&open, at: place, room: 0 &- places[place].excess)
      place &-= 1
    }
    var moving: Int64 = 0
    var total: Int64 = 0
    for place in first..<last &+ 1 {
      take(&moving, &total, at: place)
      if place < last { places[place].flowToNext &-= moving }
    }
    return total
  }

  /// Passes excess on to nodes behind, from each node to the nearest ones.
  private mutating func passOn(_ first: Int, _ last: Int) -> Int64 {
    var open: Int64 = 0
    for place in first..<last &+ 1 { offer(&open, at: place, room: 0 &- places[place].excess) }
    var moving: Int64 = 0
    var total: Int64 = 0
    var place = last
    while place >= first {
      take(&moving, &total, at: place)
      if place > first { places[place &- 1].flowToNext &+= moving }
      place &-= 1
    }
    return total
  }

  /// Adds the excess of a place to what is on offer, or notes what the place takes of it.
  @inline(__always) private func offer(_ open: inout Int64, at place: Int, room: Int64) {
    let excess = places[place].excess
    let amount = excess > 0 ? 0 : min(open, room)
    taken[place] = amount
    open &+= max(0, excess) &- amount
  }

  /// Gives of the excess of a place to what moves, or lets the place keep what it has taken.
  @inline(__always) private func take(_ moving: inout Int64, _ total: inout Int64, at place: Int) {
    let excess = places[place].excess
    let amount = excess > 0 ? 0 &- min(moving, excess) : taken[place]
    places[place].excess = excess &+ amount
    total &+= max(0, amount)
    moving &+= amount
  }
}
