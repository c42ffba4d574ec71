extension MinimumCut {
  /// The arrays that a solution works in; what they hold between solutions has no meaning.
  struct Scratch: Sendable {
    var distances: [Int32]
    var currentSlots: [Int32]
    var queue: [Node]
    var path: [Int32]

    init(nodeCount: Int) {
      distances = [Int32](repeating: 0, count: nodeCount)
      currentSlots = distances
      queue = distances
      path = distances
    }
  }

  /// Runs `body` on the network's memory.
  ///
  /// The invariants that make the bare pointers safe, all of them established by the initialiser:
  /// - `offsets` has one element more than there are nodes, ascends, and ends with the number of slots;
  /// - `heads` holds nodes and `mates` holds slots, and the mate of a mate is the slot itself;
  /// - `residuals` has an element for each slot; `excesses` and the arrays of the scratch have one for each
  ///   node, which suffices: the search queues no node twice, and distances fall along a path;
  /// - the handle does not outlive the call.
  mutating func withResidualNetwork<Result>(_ body: (ResidualNetwork) -> Result) -> Result {
    let count = nodeCount
    return offsets.withUnsafeBufferPointer { offsets in
      heads.withUnsafeBufferPointer { heads in
        mates.withUnsafeBufferPointer { mates in
          residuals.withUnsafeMutableBufferPointer { residuals in
            excesses.withUnsafeMutableBufferPointer { excesses in
              scratch.withPointers { distances, currentSlots, queue, path in
                // An empty array may have no base address; a network without nodes or arcs touches none.
                body(
                  ResidualNetwork(
                    nodeCount: count, offsets: offsets, heads: heads, mates: mates, residuals: residuals,
                    excesses: excesses, distances: distances, currentSlots: currentSlots, queue: queue,
                    path: path))
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
    _ body: (
      UnsafeMutableBufferPointer<Int32>, UnsafeMutableBufferPointer<Int32>, UnsafeMutableBufferPointer<Node>,
      UnsafeMutableBufferPointer<Int32>
    ) -> Result
  ) -> Result {
    distances.withUnsafeMutableBufferPointer { distances in
      currentSlots.withUnsafeMutableBufferPointer { currentSlots in
        queue.withUnsafeMutableBufferPointer { queue in
          path.withUnsafeMutableBufferPointer { path in body(distances, currentSlots, queue, path) }
        }
      }
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
  /// The number of arcs on a shortest residual path to a node that lacks flow, or `unreached`.
  let distances: UnsafeMutableBufferPointer<Int32>
  /// For each node the first slot that may still lead on; the ones before it have been found useless.
  let currentSlots: UnsafeMutableBufferPointer<Int32>
  let queue: UnsafeMutableBufferPointer<Node>
  /// The slots of the arcs of the path that is being extended.
  let path: UnsafeMutableBufferPointer<Int32>

  private static var unreached: Int32 { -1 }

  /// Moves excess to nodes that lack flow along residual arcs, until no more can be moved.
  ///
  /// Each phase lengthens the shortest path that is left, so there are at most as many phases as nodes.
  func maximizeFlow() {
    while measureDistances() {
      for node in 0..<nodeCount where excesses[node] > 0 && distances[node] != Self.unreached {
        moveExcess(of: Node(truncatingIfNeeded: node))
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

  /// Measures all distances backward from the nodes that lack flow; false if no excess can reach one.
  private func measureDistances() -> Bool {
    var count = 0
    for node in 0..<nodeCount {
      currentSlots[node] = offsets[node]
      let lacks = excesses[node] < 0
      distances[node] = lacks ? 0 : Self.unreached
      if lacks {
        queue[count] = Node(truncatingIfNeeded: node)
        count += 1
      }
    }
    var next = 0
    var isExcessReached = false
    while next < count {
      let head = Int(queue[next])
      next += 1
      for slot in Int(offsets[head])..<Int(offsets[head + 1]) {
        let tail = Int(heads[slot])
        guard distances[tail] == Self.unreached, residuals[Int(mates[slot])] > 0 else { continue }
        distances[tail] = distances[head] &+ 1
        isExcessReached = isExcessReached || excesses[tail] > 0
        queue[count] = heads[slot]
        count += 1
      }
    }
    return isExcessReached
  }

  /// Moves as much excess of `root` as arcs with falling distances admit, depth first without recursion.
  private func moveExcess(of root: Node) {
    var depth = 0
    var node = Int(root)
    while excesses[Int(root)] > 0 {
      if excesses[node] < 0 {
        depth = augment(from: Int(root), to: node, depth: depth)
        node = depth == 0 ? Int(root) : Int(heads[Int(path[depth - 1])])
      } else if let slot = nextSlot(of: node) {
        path[depth] = Int32(truncatingIfNeeded: slot)
        depth += 1
        node = Int(heads[slot])
      } else {
        if depth == 0 { return }
        depth -= 1
        node = Int(heads[Int(mates[Int(path[depth])])])
        currentSlots[node] &+= 1
      }
    }
  }

  /// The next slot of `node` with a residual arc to a node one step nearer, which stays the current one.
  private func nextSlot(of node: Int) -> Int? {
    let nearer = distances[node] &- 1
    // Nothing is nearer than a node that lacked flow, even if it lacks no more.
    if nearer < 0 { return nil }
    let end = Int(offsets[node + 1])
    var slot = Int(currentSlots[node])
    while slot < end && (residuals[slot] == 0 || distances[Int(heads[slot])] != nearer) { slot += 1 }
    currentSlots[node] = Int32(truncatingIfNeeded: slot)
    return slot < end ? slot : nil
  }

  /// Moves excess along the path; returns how much of the path's length can be kept for the next one.
  private func augment(from root: Int, to end: Int, depth: Int) -> Int {
    var amount = min(excesses[root], -excesses[end])
    for index in 0..<depth { amount = min(amount, residuals[Int(path[index])]) }
    var kept = depth
    for index in stride(from: depth - 1, through: 0, by: -1) {
      let slot = Int(path[index])
      residuals[slot] -= amount
      residuals[Int(mates[slot])] += amount
      if residuals[slot] == 0 { kept = index }
    }
    excesses[root] -= amount
    excesses[end] += amount
    return kept
  }
}
