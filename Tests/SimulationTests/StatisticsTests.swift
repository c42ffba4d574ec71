import RandomStreams
import Testing

@testable import Simulation

@Suite("Statistics of futures")
struct StatisticsTests {
  @Test func momentsAreExact() {
    var moments = IntegerMoments()
    let values: [Int64] = [-3, 0, 4, 1_000_000_000_007, 1_000_000_000_009]
    for value in values { moments.add(value) }
    let mean = values.reduce(0.0) { $0 + Double($1) } / 5
    #expect(moments.mean == mean)
    let variance = values.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / 4
    #expect((moments.variance / variance - 1).magnitude < 1e-12)
    // A small spread around a large mean, which floating sums of squares would lose.
    var narrow = IntegerMoments()
    for value in [Int64(4_000_000_000_001), 4_000_000_000_003] { narrow.add(value) }
    #expect(narrow.variance == 2)
  }

  @Test(arguments: [Int64(1), 300, 1_000_000, 123_456_789_012])
  func sketchesKeepTheirBound(scale: Int64) {
    var stream = RandomStream(seed: UInt64(scale), purpose: "sketch test")
    let values = (0..<4_000).map { _ in Int64((stream.uniform() * 3 - 1) * Double(scale)) }
    var whole = QuantileSketch()
    var parts = [QuantileSketch](repeating: QuantileSketch(), count: 3)
    for (index, value) in values.enumerated() {
      whole.add(value)
      parts[(index * 7) % 3].add(value)
    }
    var sum = parts[2]
    sum.add(parts[0])
    sum.add(parts[1])
    let sorted = values.sorted()
    for level in [0.01, 0.05, 0.25, 0.5, 0.8, 0.95, 1] {
      let exact = Double(sorted[Int((level * 4_000).rounded(.up)) - 1])
      #expect((whole.quantile(level) - exact).magnitude <= max(1, exact.magnitude / 256))
      #expect(whole.quantile(level) == sum.quantile(level))
    }
    let worst = sorted.prefix(400).reduce(0.0) { $0 + Double($1) } / 400
    #expect((whole.meanOfLowest(0.1) - worst).magnitude <= max(1, worst.magnitude / 256))
    #expect(whole.histogram(classes: 20).counts.reduce(0, +) == 4_000)
  }

  @Test func classesHoldTheirNumbers() {
    for value in [
      Int64.min + 1, -70_000, -513, -512, -257, -1, 0, 1, 255, 256, 511, 512, 1_023, 1_024, 99_999_999,
    ] {
      let (low, width) = QuantileSketch.range(of: QuantileSketch.key(of: value))
      #expect(low <= Double(value) && Double(value) < low + width)
      #expect(width <= max(1, Double(value).magnitude / 256))
    }
  }

  @Test func ranksShareTies() {
    #expect(RankCorrelation.ranks([5, 1, 5, 3]) == [2.5, 0, 2.5, 1])
    #expect(RankCorrelation.ranks([-1.5, 0, -0.0, -2e9, 1e-9]) == [1, 2.5, 2.5, 0, 4])
    #expect(RankCorrelation.correlation([1, 2, 3], [2, 4, 6]) == 1)
    #expect(RankCorrelation.correlation([1, 2, 3], [3, 2, 1]) == -1)
    #expect(RankCorrelation.correlation([1, 1, 1], [3, 2, 1]) == 0)
  }

  @Test func weeksThatDoNotComeCountInQuantiles() {
    var weeks = WeekCounts(lastWeek: 10)
    for week in [2, 4, 4, Execution.never] { weeks.add(week) }
    #expect(weeks.quantile(0.25) == 2 && weeks.quantile(0.5) == 4 && weeks.quantile(0.75) == 4)
    #expect(weeks.quantile(0.8) == nil)
    #expect(weeks.count(by: 3) == 1 && weeks.count(by: 99) == 3 && weeks.count(by: -1) == 0)
  }

  @Test func rowsComeInTheOrderOfTheirPlaces() {
    // Two tables as two threads fill them: blocks out of order, one that is broken off, and one that is longer than a block of memory.
    var (even, odd) = (RowTable(width: 2), RowTable(width: 2))
    let blocks = [0..<40, 40..<200, 200..<201, 201..<264, 264..<400]
    for (number, block) in blocks.enumerated().reversed() {
      for place in block {
        let row = [Float(place), Float(-place)]
        if number.isMultiple(of: 2) { even.add(row, place: place) } else { odd.add(row, place: place) }
      }
    }
    odd.add(even)
    #expect(odd.count == 400)
    #expect(odd.column(0) == (0..<400).map { Float($0) })
    #expect(odd.column(1) == (0..<400).map { Float(-$0) })
  }
}
