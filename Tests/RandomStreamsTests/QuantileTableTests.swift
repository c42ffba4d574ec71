import RandomStreams
import RealModule
import Testing

@Suite("Quantile tables")
struct QuantileTableTests {
  private static let probabilities: [Double] = {
    var stream = RandomStream(seed: 5, purpose: "quantile table test")
    let tails = [1e-9, 3e-7, 2e-5, 4e-4, 0.003].flatMap { [$0, 1 - $0] }
    return tails + (0..<4_000).map { _ in stream.uniform() } + [0.25, 0.5, 0.75, 0.5.nextUp, 0.5.nextDown]
  }()

  /// The error that the documentation states: a millionth of the range.
  @Test(arguments: [0.0, 0.05, 0.2, 1.0 / 3, 0.5, 0.71, 0.9, 1])
  func pertTablesKeepTheirBound(mode: Double) {
    let table = QuantileTable.pert(mode: mode)
    let exact = BetaDistribution(alpha: 1 + 4 * mode, beta: 5 - 4 * mode)
    for probability in Self.probabilities {
      let expected =
        probability <= 0.5 ? exact.quantile(probability) : 1 - exact.mirrored.quantile(1 - probability)
      #expect((table[probability] - expected).magnitude < 1e-6, "\(mode) at \(probability)")
    }
  }

  @Test(arguments: [0.0, 0.1, 0.4, 0.5, 1])
  func trianglesAreTriangles(mode: Double) {
    let table = QuantileTable.triangular(mode: mode)
    for probability in Self.probabilities {
      let expected =
        probability <= mode
        ? (probability * mode).squareRoot() : 1 - ((1 - probability) * (1 - mode)).squareRoot()
      #expect((table[probability] - expected).magnitude < 4e-4, "\(mode) at \(probability)")
      // Only in the piece with the tip, where the slope has a corner, is the error more than a millionth.
      if (probability - mode).magnitude > 0.07 {
        #expect((table[probability] - expected).magnitude < 1e-6, "\(mode) at \(probability)")
      }
    }
  }

  @Test func normalScoresAreNormal() {
    let table = QuantileTable.normal()
    for probability in Self.probabilities where probability > 0 {
      let expected = NormalDistribution.quantile(probability)
      #expect((table[probability] - expected).magnitude < 4e-6 * max(1, expected.magnitude))
    }
  }

  /// The quantiles that define the distribution come out, and the shift is the one that the model documents.
  @Test func lognormalMeetsItsThreePoints() {
    let (low, likely, high) = (4.0, 6.0, 11.0)
    let table = QuantileTable.lognormal(low: low, likely: likely, high: high)
    #expect((table[0.1] - low).magnitude < 1e-5)
    #expect((table[0.5] - likely).magnitude < 1e-5)
    #expect((table[0.9] - high).magnitude < 1e-5)
    let shift = (low * high - likely * likely) / (low + high - 2 * likely)
    let scale = Double.log((high - shift) / (likely - shift)) / NormalDistribution.quantile(0.9)
    let expected = shift + (likely - shift) * Double.exp(scale * NormalDistribution.quantile(0.99))
    #expect((table[0.99] - expected).magnitude < 1e-4)
  }

  @Test(arguments: [0.0, 0.2, 0.5, 0.8, 1])
  func momentsOfPertAreThoseOfTheBetaDistribution(mode: Double) {
    let table = QuantileTable.pert(mode: mode)
    let count = 1 << 16
    var (sum, squares) = (0.0, 0.0)
    for step in 0..<count {
      let x = table[(Double(step) + 0.5) / Double(count)]
      sum += x
      squares += x * x
    }
    let (alpha, beta) = (1 + 4 * mode, 5 - 4 * mode)
    let mean = sum / Double(count)
    #expect((mean - alpha / 6).magnitude < 1e-6)
    #expect((squares / Double(count) - mean * mean - alpha * beta / (36 * 7)).magnitude < 1e-6)
  }

  @Test func valuesRiseWithTheProbability() {
    for table in [QuantileTable.pert(mode: 0.3), .normal(), .triangular(mode: 0.6)] {
      let values = (0...100_000).map { table[Double($0) / 100_000] }
      #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 })
    }
  }

  @Test func scalingMovesValues() {
    let table = QuantileTable.pert(mode: 0.25)
    let scaled = table.scaled(by: 6, offset: 4)
    for probability in Self.probabilities.prefix(500) {
      #expect((scaled[probability] - (4 + 6 * table[probability])).magnitude < 1e-12)
    }
  }

  @Test func endsStayFinite() {
    let table = QuantileTable.normal()
    #expect(table[0] == table[0x1p-40])
    #expect(table[0].isFinite && table[1].isFinite)
    #expect((table[0] + table[1]).magnitude < 1e-9)
  }

  @Test func drawsAreValuesAtTheHalvesOfWords() {
    let table = QuantileTable.pert(mode: 0.3)
    let key = StreamKey(seed: 4, purpose: "halves")
    var values = [Double](repeating: 0, count: 512)
    table.draw(&values, in: 2..<510, from: key, at: 6, factor: 2, offset: 1)
    for place in 2..<510 {
      let word = key.word(at: (place + 4) / 2)
      let half = place.isMultiple(of: 2) ? word & 0xFFFF_FFFF : word >> 32
      #expect(values[place] == 1 + 2 * table[(Double(half) + 0.5) * 0x1p-32])
    }
    #expect(values[1] == 0 && values[510] == 0)
  }

  @Test func invertingManyIsInvertingEach() {
    let table = QuantileTable.pert(mode: 0.4)
    var values = Self.probabilities
    table.invert(&values, in: 1..<values.count, factor: 2, offset: -1)
    #expect(values.dropFirst().elementsEqual(Self.probabilities.dropFirst().map { -1 + 2 * table[$0] }))
    #expect(values[0] == Self.probabilities[0])
  }
}
