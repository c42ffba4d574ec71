extension MinimumCut {
  /// The columns that a solution works in; what they hold between solutions has no meaning.
  struct Scratch: Sendable {
    fileprivate static let columnCount = 5
    fileprivate var columns: [Int32]

    init(nodeCount: Int) {
      columns = [Int32](repeating: 0, count: Self.columnCount * nodeCount)
    }
  }

  /// Runs `body` on the network's memory.
  ///
  /// The invariants that make the bare pointers safe, all of them established by the initialiser:
  /// - `offsets` has one element more than there are nodes, ascends, and ends with the number of slots;
  /// - `heads` holds nodes and `mates` holds slots, and the mate of a mate is the slot itself;
  /// - `residuals` has an element for each slot; `excesses` and the arrays of the scratch have one for each
  ///   node, which suffices: the search queues no node twice, and distances that occur are below the count;
  /// - the handle does not outlive the call.
  mutating func withResidualNetwork<Result>(_ body: (inout ResidualNetwork) -> Result) -> Result {
    let count = nodeCount
    return offsets.withUnsafeBufferPointer { offsets in
      heads.withUnsafeBufferPointer { heads in
        mates.withUnsafeBufferPointer { mates in
          residuals.withUnsafeMutableBufferPointer { residuals in
            excesses.withUnsafeMutableBufferPointer { excesses in
              scratch.withPointers { columns in
                // An empty array may have no base address; a network without nodes or arcs touches none.
                var network = ResidualNetwork(
                  nodeCount: count, offsets: offsets, heads: heads, mates: mates, residuals: residuals,
                  excesses: excesses, distances: columns[0], currentSlots: columns[1], queue: columns[2],
                  nextInLine: columns[3], countOfDistance: columns[4])
                return body(&network)
              }
            }
          }
        }
      }
    }
  }
}

extension MinimumCut.Scratch {
  fileprivate mutating func withPointers<Result>(
    _ body: ([UnsafeMutableBufferPointer<Int32>]) -> Result
  ) -> Result {
    let count = columns.count / Self.columnCount
    return columns.withUnsafeMutableBufferPointer { all in
      body(
        (0..<Self.columnCount).map { column in
          UnsafeMutableBufferPointer(rebasing: all[column * count..<(column + 1) * count])
        })
    }
  }
}

/// A residual network in bare memory, for the loops that decide the speed of a minimum cut.
///
/// Buffers check their bounds in debug builds, where the tests run, and not in optimised ones.
struct ResidualNetwork {
  let nodeCount: Int
  let offsets: UnsafeBufferPointer<Int32>
  let heads: UnsafeBufferPointer<Node>
  let mates: UnsafeBufferPointer<Int32>
  let residuals: UnsafeMutableBufferPointer<Int64>
  let excesses: UnsafeMutableBufferPointer<Int64>
  /// At most the number of arcs on a shortest residual path to a node that lacks flow; `unreached` if there is none.
  let distances: UnsafeMutableBufferPointer<Int32>
  /// For each node the first slot that may still lead on; the ones before it have been found useless.
  let currentSlots: UnsafeMutableBufferPointer<Int32>
  let queue: UnsafeMutableBufferPointer<Node>
  /// The next node in the line; -1 at its end.
  let nextInLine: UnsafeMutableBufferPointer<Int32>
  let countOfDistance: UnsafeMutableBufferPointer<Int32>
  /// The nodes with excess that wait to pass it on, in the order in which they got it; -1 for none.
  private var firstInLine: Int32 = -1
  private var lastInLine: Int32 = -1
  /// The smallest distance that is known not to occur: what is farther away reaches no node that lacks flow.
  private var ceiling: Int32 = 0

  private var unreached: Int32 { Int32(truncatingIfNeeded: nodeCount) }

  init(
    nodeCount: Int, offsets: UnsafeBufferPointer<Int32>, heads: UnsafeBufferPointer<Node>,
    mates: UnsafeBufferPointer<Int32>, residuals: UnsafeMutableBufferPointer<Int64>,
    excesses: UnsafeMutableBufferPointer<Int64>, distances: UnsafeMutableBufferPointer<Int32>,
    currentSlots: UnsafeMutableBufferPointer<Int32>, queue: UnsafeMutableBufferPointer<Node>,
    nextInLine: UnsafeMutableBufferPointer<Int32>,
    countOfDistance: UnsafeMutableBufferPointer<Int32>
  ) {
    self.nodeCount = nodeCount
    self.offsets = offsets
    self.heads = heads
    self.mates = mates
    self.residuals = residuals
    self.excesses = excesses
    self.distances = distances
    self.currentSlots = currentSlots
    self.queue = queue
    self.nextInLine = nextInLine
    self.countOfDistance = countOfDistance
  }

  /// Moves excess to nodes that lack flow along residual arcs, until no more can be moved.
  ///
  /// Nodes with excess push it to nodes that are one step nearer to a node that lacks flow, the first to get it first; a
  /// node that has no such neighbour is found to be farther away. Distances are measured anew after so much work of that kind.
  mutating func maximizeFlow() {
    while measureDistances() {
      var work = 0
      let limit = 3 * nodeCount + heads.count
      while work < limit, let node = popFirst() {
        work += discharge(node)
      }
    }
  }

  /// The nodes that excess can still reach: the smallest source side of a minimum cut once the flow is maximal.
  func sourceSide() -> [Bool] {
    var reached = [Bool](repeating: false, count: nodeCount)
    var count = 0
    for node in 0..<nodeCount where excesses[node] > 0 {
      reached[node] = true
      queue[count] = Node(truncatingIfNeeded: node)
      count += 1
    }
    var next = 0
    while next < count {
      let tail = Int(queue[next])
      next += 1
      for slot in Int(offsets[tail])..<Int(offsets[tail + 1]) where residuals[slot] > 0 {
        let head = Int(heads[slot])
        if reached[head] { continue }
        reached[head] = true
        queue[count] = heads[slot]
        count += 1
      }
    }
    return reached
  }

  /// Measures all distances backward from the nodes that lack flow, and lines up the nodes with excess; false if no excess can reach one.
  private mutating func measureDistances() -> Bool {
    var count = 0
    for node in 0..<nodeCount {
      currentSlots[node] = offsets[node]
      countOfDistance[node] = 0
      let lacks = excesses[node] < 0
      distances[node] = lacks ? 0 : unreached
      if lacks {
        queue[count] = Node(truncatingIfNeeded: node)
        count += 1
      }
    }
    firstInLine = -1
    lastInLine = -1
    ceiling = unreached
    var isExcessReached = false
    var next = 0
    while next < count {
      let head = Int(queue[next])
      next += 1
      let distance = distances[head]
      countOfDistance[Int(distance)] &+= 1
      if excesses[head] > 0 {
        isExcessReached = true
        lineUp(head)
      }
      for slot in Int(offsets[head])..<Int(offsets[head + 1]) {
        let tail = Int(heads[slot])
        guard distances[tail] == unreached, residuals[Int(mates[slot])] > 0 else { continue }
        distances[tail] = distance &+ 1
        queue[count] = heads[slot]
        count += 1
      }
    }
    return isExcessReached
  }

  /// Puts a node with excess at the end of the line.
  private mutating func lineUp(_ node: Int) {
    nextInLine[node] = -1
    if lastInLine < 0 {
      firstInLine = Int32(truncatingIfNeeded: node)
    } else {
      nextInLine[Int(lastInLine)] = Int32(truncatingIfNeeded: node)
    }
    lastInLine = Int32(truncatingIfNeeded: node)
  }

  /// Takes the first node out of the line; nil when it is empty.
  private mutating func popFirst() -> Int? {
    guard firstInLine >= 0 else { return nil }
    let node = Int(firstInLine)
    firstInLine = nextInLine[node]
    if firstInLine < 0 { lastInLine = -1 }
    return node
  }

  /// Pushes the excess of a node on until none is left or no node that lacks flow can be reached; returns the work that this took.
  private mutating func discharge(_ node: Int) -> Int {
    var work = 0
    let end = offsets[node + 1]
    while excesses[node] > 0 {
      // Where a distance does not occur, nothing farther away leads to a node that lacks flow.
      guard distances[node] < ceiling else { return work }
      var slot = currentSlots[node]
      let nearer = distances[node] &- 1
      while slot < end {
        let head = Int(heads[Int(slot)])
        if residuals[Int(slot)] > 0 && distances[head] == nearer {
          push(from: node, to: head, slot: Int(slot))
          if excesses[node] == 0 { break }
        }
        slot &+= 1
      }
      currentSlots[node] = slot
      if excesses[node] == 0 { break }
      work += Int(end &- offsets[node]) + 12
      move(node, to: farther(node))
    }
    return work
  }

  private mutating func push(from tail: Int, to head: Int, slot: Int) {
    let amount = min(excesses[tail], residuals[slot])
    residuals[slot] -= amount
    residuals[Int(mates[slot])] += amount
    excesses[tail] -= amount
    let before = excesses[head]
    excesses[head] = before + amount
    if before <= 0 && before + amount > 0 { lineUp(head) }
  }

  /// The distance of a node by its neighbours.
  private func farther(_ node: Int) -> Int32 {
    var least = unreached
    for slot in Int(offsets[node])..<Int(offsets[node + 1]) where residuals[slot] > 0 {
      let distance = distances[Int(heads[slot])]
      if distance < least { least = distance }
    }
    return least &+ 1
  }

  private mutating func move(_ node: Int, to distance: Int32) {
    let old = Int(distances[node])
    countOfDistance[old] &-= 1
    if countOfDistance[old] == 0 { ceiling = min(ceiling, Int32(truncatingIfNeeded: old)) }
    currentSlots[node] = offsets[node]
    distances[node] = min(distance, unreached)
    guard distance < unreached else { return }
    countOfDistance[Int(distance)] &+= 1
  }
}
