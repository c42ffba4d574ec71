import RandomStreams
import Testing

@Suite("Streams")
struct RandomStreamTests {
  /// The first numbers of the reference implementation from the state 1, 2, 3, 4.
  @Test func generatorIsXoshiro256PlusPlus() {
    var stream = RandomStream(state: (1, 2, 3, 4))
    let words = (0..<6).map { _ in stream.next() }
    #expect(
      words == [
        41_943_041, 58_720_359, 3_588_806_011_781_223, 3_591_011_842_654_386,
        9_228_616_714_210_784_205, 9_973_669_472_204_895_162,
      ])
  }

  @Test func goldenWords() {
    var whole = RandomStream(seed: 1, purpose: "duration")
    #expect(
      (0..<3).map { _ in whole.next() } == [
        4_582_678_610_850_926_256, 11_875_836_975_811_228_765, 8_985_101_337_199_567_557,
      ])
    var part = RandomStream(StreamKey(seed: 1, purpose: "search")[1][2])
    #expect(
      (0..<3).map { _ in part.next() } == [
        3_315_640_860_087_177_271, 13_177_648_362_268_653_538, 9_100_955_722_098_534_114,
      ])
  }

  @Test func goldenFractions() {
    var stream = RandomStream(seed: 42, purpose: "golden")
    let fractions = (0..<4).map { _ in stream.uniform() }
    #expect(
      fractions == [0.8110798354555825, 0.022096372032860856, 0.48397933810512683, 0.9996890872139059])
  }

  @Test func copiesContinueAlike() {
    var stream = RandomStream(seed: 9, purpose: "copy")
    _ = stream.next()
    var copy = stream
    #expect((0..<10).map { _ in stream.next() } == (0..<10).map { _ in copy.next() })
  }

  /// The mean of n fractions has the standard error sqrt(1 / 12n); five of them are allowed.
  @Test(arguments: 0..<8)
  func fractionsFillTheUnitInterval(index: Int) {
    var stream = RandomStream(StreamKey(seed: 11, purpose: "mean")[index])
    let count = 20_000
    let fractions = (0..<count).map { _ in stream.uniform() }
    #expect(fractions.allSatisfy { 0 <= $0 && $0 < 1 })
    let mean = fractions.reduce(0, +) / Double(count)
    #expect(abs(mean - 0.5) < 5 * (1 / (12 * Double(count))).squareRoot())
  }

  /// The correlation of n independent pairs has the standard error 1 / sqrt(n); five of them are allowed.
  @Test(arguments: 0..<8)
  func neighbouringStreamsAreUncorrelated(index: Int) {
    let root = StreamKey(seed: 13, purpose: "neighbours")
    var first = RandomStream(root[index])
    var second = RandomStream(root[index + 1])
    let count = 20_000
    var covariance = 0.0
    for _ in 0..<count { covariance += (first.uniform() - 0.5) * (second.uniform() - 0.5) }
    #expect(abs(covariance * 12 / Double(count)) < 5 / Double(count).squareRoot())
  }
}
