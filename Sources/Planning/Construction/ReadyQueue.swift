/// The activities that have all they wait for, the first of the list at the front.
struct ReadyQueue {
  private var order: [Int] = []
  private var rank: [Int]
  private var heap: [Int] = []

  /// An empty queue for lists of so many activities.
  init(count: Int) {
    rank = [Int](repeating: 0, count: count)
    heap.reserveCapacity(count)
  }

  /// Empties the queue and takes the order of another list.
  mutating func restart(_ order: [Int]) {
    self.order = order
    for position in order.indices { rank[order[position]] = position }
    heap.removeAll(keepingCapacity: true)
  }

  /// Adds an activity.
  ///
  /// - Complexity: O(log n).
  mutating func insert(_ activity: Int) {
    heap.append(rank[activity])
    var child = heap.count - 1
    while child > 0, heap[child] < heap[(child - 1) / 2] {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  /// Takes the first activity of the list out; nil when the queue is empty.
  ///
  /// - Complexity: O(log n).
  mutating func popFirst() -> Int? {
    guard let first = heap.first else { return nil }
    let last = heap.removeLast()
    if !heap.isEmpty {
      heap[0] = last
      sink()
    }
    return order[first]
  }

  private mutating func sink() {
    var parent = 0
    while true {
      var smallest = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && heap[child] < heap[smallest] {
        smallest = child
      }
      if smallest == parent { return }
      heap.swapAt(parent, smallest)
      parent = smallest
    }
  }
}
