/// Which statement to decide next: those that recent conflicts were about first.
///
/// Source: the VSIDS rule of Moskewicz, Madigan, Zhao, Zhang, Malik, *Chaff: engineering an efficient SAT solver*, 2001. A binary heap holds the
/// pairs that have been part of a conflict; ties are broken by number.
struct BranchingOrder: Sendable {
  private var weight: [Double]
  private var heap: [Int32] = []
  private var place: [Int32]
  private var step = 1.0

  init(count: Int) {
    weight = [Double](repeating: 0, count: count)
    place = [Int32](repeating: -1, count: count)
  }

  /// Notes that a conflict was about a pair.
  mutating func bump(_ pair: Int) {
    weight[pair] += step
    if weight[pair] > 1e100 {
      for index in weight.indices { weight[index] *= 1e-100 }
      step *= 1e-100
    }
    if place[pair] < 0 { insert(pair) } else { rise(Int(place[pair])) }
  }

  /// Lets older conflicts count less.
  mutating func decay() {
    step /= 0.95
  }

  /// Puts pairs back that may be decided again.
  mutating func restore(_ pairs: ClosedRange<Int>) {
    for pair in pairs where place[pair] < 0 && weight[pair] > 0 { insert(pair) }
  }

  /// Takes out the pair of the greatest weight.
  mutating func next() -> Int? {
    guard let top = heap.first, let last = heap.popLast() else { return nil }
    place[Int(top)] = -1
    if !heap.isEmpty {
      heap[0] = last
      place[Int(last)] = 0
      sink(0)
    }
    return Int(top)
  }

  private func precedes(_ a: Int32, _ b: Int32) -> Bool {
    let first = weight[Int(a)]
    let second = weight[Int(b)]
    return first > second || (first == second && a < b)
  }

  private mutating func insert(_ pair: Int) {
    heap.append(Int32(pair))
    place[pair] = Int32(heap.count - 1)
    rise(heap.count - 1)
  }

  private mutating func rise(_ start: Int) {
    var index = start
    let item = heap[index]
    while index > 0, precedes(item, heap[(index - 1) / 2]) {
      heap[index] = heap[(index - 1) / 2]
      place[Int(heap[index])] = Int32(index)
      index = (index - 1) / 2
    }
    heap[index] = item
    place[Int(item)] = Int32(index)
  }

  private mutating func sink(_ start: Int) {
    var index = start
    let item = heap[index]
    while true {
      var child = 2 * index + 1
      if child >= heap.count { break }
      if child + 1 < heap.count, precedes(heap[child + 1], heap[child]) { child += 1 }
      if !precedes(heap[child], item) { break }
      heap[index] = heap[child]
      place[Int(heap[index])] = Int32(index)
      index = child
    }
    heap[index] = item
    place[Int(item)] = Int32(index)
  }
}
