import Testing

@testable import Diagrams

@Suite struct ArrowReductionTests {
  @Test(arguments: 0..<40 as Range<UInt64>) func agreesWithSearch(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    let count = 2 + numbers.below(70)
    var arrows: [(tail: Int, head: Int)] = []
    for _ in 0..<numbers.below(3 * count) {
      let (one, other) = (numbers.below(count), numbers.below(count))
      if one != other { arrows.append((min(one, other), max(one, other))) }
    }
    let reduction = ArrowReduction(nodeCount: count, arrows: arrows)
    for (number, arrow) in arrows.enumerated() {
      let middles = arrows.filter { $0.tail == arrow.tail && $0.head != arrow.head }.map(\.head)
      let isImplied = middles.contains { Self.reaches($0, arrow.head, arrows) }
      let isRepeated = arrows[..<number].contains { $0 == arrow }
      #expect(reduction.isNeeded[number] == (!isImplied && !isRepeated))
    }
    for (tail, head) in (0..<count).flatMap({ tail in (0..<count).map { (tail, $0) } }) where tail != head {
      #expect(reduction.implies(tail, head) == Self.reaches(tail, head, arrows))
    }
  }

  private static func reaches(_ start: Int, _ goal: Int, _ arrows: [(tail: Int, head: Int)]) -> Bool {
    var (seen, open): (Set<Int>, [Int]) = ([start], [start])
    while let node = open.popLast() {
      if node == goal { return true }
      for arrow in arrows where arrow.tail == node && seen.insert(arrow.head).inserted {
        open.append(arrow.head)
      }
    }
    return false
  }

  @Test func cyclesImplyNothing() {
    let reduction = ArrowReduction(nodeCount: 3, arrows: [(0, 1), (1, 2), (2, 0)])
    #expect(!reduction.implies(0, 1))
    #expect(reduction.isNeeded == [true, true, true])
  }
}
