import RandomStreams
import RoadmapModel
import Testing

@testable import Simulation

/// Numbers are counted in blocks, which must come to the same as counting them one by one.
@Suite("Counting in blocks")
struct BlockCountingTests {
  @Test(arguments: 1...8)
  func blocksCountAsSingleNumbersDo(seed: UInt64) {
    var stream = RandomStream(seed: seed, purpose: "block counting test")
    var (one, block) = (ScrambledFigure(scale: 1), ScrambledFigure(scale: 1))
    for _ in 0..<20 {
      let size = stream.integer(in: 0...70)
      let spread = 1 << stream.integer(in: 1...40)
      let copy = stream.integer(below: SimulationParameters.scrambles)
      let numbers = (0..<size).map { _ in Int64(stream.integer(in: -spread...spread)) }
      for number in numbers { one.add(number, copy: copy) }
      block.add(numbers, copy: copy)
    }
    #expect(one.moments == block.moments)
    #expect(one.figure(.sobol, classes: 20) == block.figure(.sobol, classes: 20))
  }

  @Test func rowsKeepWhatIsWritten() {
    var row = Row([3, 1, 4, 1, 5])
    row[2] = 9
    row[4] += 1
    #expect(row.array == [3, 1, 9, 1, 6] && row.indices == 0..<5)
    row.copy([2, 7, 1, 8, 2])
    #expect(row.array == [2, 7, 1, 8, 2])
    row.fill(-1)
    #expect(row.array == [Int](repeating: -1, count: 5))
  }

  @Test func resultsOfSeveralThreadsAreInOrder() async {
    for (count, threads) in [(0, 2), (1, 4), (7, 2), (100, 3)] {
      #expect(await concurrentMap(count, threads: threads) { $0 * $0 } == (0..<count).map { $0 * $0 })
    }
  }
}
