import RandomStreams
import Testing

@Suite("Sampling from streams")
struct RandomStreamSamplingTests {
  /// The sum of squared deviations from `expected`, each relative to it (Pearson).
  private func chiSquare(_ counts: [Int], expected: [Double]) -> Double {
    zip(counts, expected).reduce(0) { sum, pair in
      let deviation = Double(pair.0) - pair.1
      return sum + deviation * deviation / pair.1
    }
  }

  /// A chi-square value with k degrees of freedom has mean k and variance 2k; five deviations are allowed.
  private func limit(degrees: Int) -> Double {
    Double(degrees) + 5 * (2 * Double(degrees)).squareRoot()
  }

  @Test func goldenIntegers() {
    var stream = RandomStream(seed: 42, purpose: "golden")
    #expect((0..<12).map { _ in stream.integer(below: 10) } == [8, 0, 4, 9, 0, 8, 1, 8, 4, 2, 7, 2])
  }

  @Test func goldenShuffle() {
    var stream = RandomStream(seed: 42, purpose: "golden")
    var elements = Array(0..<10)
    stream.shuffle(&elements)
    #expect(elements == [1, 7, 2, 5, 4, 9, 6, 3, 0, 8])
  }

  @Test(arguments: [1, 2, 3, 7, 10, 64, 100])
  func integersAreUniform(bound: Int) {
    var stream = RandomStream(StreamKey(seed: 17, purpose: "bound")[bound])
    var counts = [Int](repeating: 0, count: bound)
    let draws = 1_000 * bound
    for _ in 0..<draws { counts[stream.integer(below: bound)] += 1 }
    #expect(chiSquare(counts, expected: counts.map { _ in 1_000 }) <= limit(degrees: bound - 1))
  }

  /// The range holds three quarters of all words.
  ///
  /// The remainder by it would fall into the lowest third of the
  /// range half the time, and so would the bare product into every third integer.
  @Test func hugeRangeIsNotBiased() {
    var stream = RandomStream(seed: 19, purpose: "huge")
    let range = Int.min...(Int.min / 2 - 1 + (1 << 62) + (1 << 62))
    var thirds = [0, 0, 0]
    var remainders = [0, 0, 0]
    for _ in 0..<30_000 {
      let offset = UInt64(bitPattern: Int64(stream.integer(in: range))) &- (1 << 63)
      thirds[Int(offset >> 62)] += 1
      remainders[Int(offset % 3)] += 1
    }
    #expect(chiSquare(thirds, expected: [10_000, 10_000, 10_000]) <= limit(degrees: 2))
    #expect(chiSquare(remainders, expected: [10_000, 10_000, 10_000]) <= limit(degrees: 2))
  }

  @Test func rangesIncludeBothEnds() {
    var stream = RandomStream(seed: 23, purpose: "range")
    let integers = (0..<1_000).map { _ in stream.integer(in: -2...3) }
    #expect(Set(integers) == Set(-2...3))
    #expect(stream.integer(in: 5...5) == 5)
    let signs = (0..<100).map { _ in stream.integer(in: Int.min...Int.max).signum() }
    #expect(Set(signs) == [-1, 1])
  }

  @Test(arguments: [0.1, 0.25, 0.5, 0.9])
  func bernoulliHasItsProbability(probability: Double) {
    var stream = RandomStream(seed: 29, purpose: "bernoulli")
    let draws = 20_000
    let successes = (0..<draws).count { _ in stream.bernoulli(probability) }
    let deviation = (probability * (1 - probability) * Double(draws)).squareRoot()
    #expect(abs(Double(successes) - probability * Double(draws)) < 5 * deviation)
  }

  @Test func bernoulliIsCertainAtTheEnds() {
    var stream = RandomStream(seed: 31, purpose: "bernoulli")
    #expect((0..<1_000).allSatisfy { _ in !stream.bernoulli(0) && stream.bernoulli(1) })
  }

  @Test func weightedIndexFollowsTheWeights() {
    var stream = RandomStream(seed: 37, purpose: "weights")
    let weights = [0, 3, 1, 0, 4, 0.5, 1.5, 0]
    var counts = [Int](repeating: 0, count: weights.count)
    for _ in 0..<20_000 {
      if let index = stream.weightedIndex(weights) { counts[index] += 1 }
    }
    let positive = weights.indices.filter { weights[$0] > 0 }
    #expect(weights.indices.allSatisfy { weights[$0] > 0 || counts[$0] == 0 })
    #expect(counts.reduce(0, +) == 20_000)
    #expect(
      chiSquare(positive.map { counts[$0] }, expected: positive.map { weights[$0] * 2_000 })
        <= limit(degrees: positive.count - 1))
  }

  @Test func weightedIndexWithoutPositiveWeightIsNil() {
    var stream = RandomStream(seed: 41, purpose: "weights")
    var reference = stream
    #expect(stream.weightedIndex([]) == nil)
    #expect(stream.weightedIndex([0, 0]) == nil)
    _ = (reference.next(), reference.next())
    #expect(stream.next() == reference.next())
  }

  @Test func everyOrderIsEquallyLikely() {
    var stream = RandomStream(seed: 43, purpose: "orders")
    var counts = [Int: Int]()
    for _ in 0..<24_000 {
      var elements = [1, 2, 3, 4]
      stream.shuffle(&elements)
      counts[elements.reduce(0) { $0 * 10 + $1 }, default: 0] += 1
    }
    #expect(counts.count == 24)
    let sorted = counts.values.sorted()
    #expect(chiSquare(sorted, expected: sorted.map { _ in 1_000 }) <= limit(degrees: 23))
  }

  @Test(arguments: [0, 1, 2, 100])
  func shuffleKeepsTheElements(count: Int) {
    var stream = RandomStream(seed: 47, purpose: "elements")
    var elements = ContiguousArray(0..<count)
    stream.shuffle(&elements)
    #expect(elements.sorted() == Array(0..<count))
    var slice = Array(0..<count)[(count / 2)...]
    stream.shuffle(&slice)
    #expect(slice.sorted() == Array((count / 2)..<count))
  }
}
