import RandomStreams
import Testing

@Suite("Sobol points")
struct SobolPointsTests {
  /// The first points of the reference program of Joe and Kuo, without the order of its Gray code.
  @Test func firstPointsAreThoseOfTheReference() {
    let points = SobolPoints(dimensionCount: 5)
    let expected: [[Double]] = [
      [0, 0, 0, 0, 0], [0.5, 0.5, 0.5, 0.5, 0.5], [0.25, 0.75, 0.75, 0.75, 0.25],
      [0.75, 0.25, 0.25, 0.25, 0.75],
    ]
    for (index, point) in expected.enumerated() {
      let computed = (0..<5).map { Double(points.fraction($0, of: UInt32(index))) * 0x1p-32 }
      #expect(computed == point)
    }
  }

  @Test func everyCoordinateFillsEveryInterval() {
    #expect(SobolPoints.dimensionLimit == 1_024)
    let points = SobolPoints(dimensionCount: SobolPoints.dimensionLimit)
    for dimension in 0..<points.dimensionCount {
      let intervals = Set((0..<256).map { points.fraction(dimension, of: $0) >> 24 })
      #expect(intervals.count == 256, "coordinate \(dimension)")
    }
  }

  /// The first two coordinates are a (0, 2)-sequence: every elementary box of area 1/256 has one of 256 points, scrambled and shuffled or not.
  @Test(arguments: [0, 256, 65_536])
  func firstTwoCoordinatesFillEveryBox(first: Int) {
    let points = SobolPoints(dimensionCount: 2)
    let columns = (0..<2).map { dimension in
      draws(points, dimension, from: first, count: 256, shuffle: 7, scramble: UInt64(dimension) + 11)
    }
    for bits in 0...8 {
      let (wide, high) = (Double(1 << bits), Double(1 << (8 - bits)))
      let boxes = Set(zip(columns[0], columns[1]).map { [Int($0 * wide), Int($1 * high)] })
      #expect(boxes.count == 256)
    }
  }

  @Test func scramblesAreUniformAndDiffer() {
    let points = SobolPoints(dimensionCount: 3)
    // The first point of many scrambles is a uniform number.
    let key = StreamKey(seed: 3, purpose: "scramble test")
    let values = (0..<4_096).map {
      draws(points, 2, from: 0, count: 1, shuffle: 1, scramble: key.word(at: $0))[0]
    }
    #expect(kolmogorovSmirnov(values) < 1.63)
    #expect(
      draws(points, 1, from: 0, count: 16, shuffle: 1, scramble: 2)
        != draws(points, 1, from: 0, count: 16, shuffle: 1, scramble: 3))
  }

  /// Copies with different keys have no correlation beyond chance.
  @Test func shuffledCopiesAreIndependent() {
    let points = SobolPoints(dimensionCount: 1)
    let count = 4_096
    var worst = 0.0
    for copy in 1...40 {
      let one = draws(
        points, 0, from: 0, count: count, shuffle: UInt64(copy) &* 0x9E37_79B9, scramble: UInt64(copy))
      let two = draws(
        points, 0, from: 0, count: count, shuffle: UInt64(copy + 1) &* 0x9E37_79B9,
        scramble: UInt64(copy + 999))
      let product = zip(one, two).reduce(0) { $0 + ($1.0 - 0.5) * ($1.1 - 0.5) } * 12 / Double(count)
      worst = max(worst, product.magnitude * Double(count).squareRoot())
    }
    // Forty standard normal numbers stay below 4.
    #expect(worst < 4)
  }

  /// The mean of a smooth function is off by far less than with independent numbers.
  @Test func integralsConvergeFast() {
    let points = SobolPoints(dimensionCount: 2)
    let count = 4_096
    let columns = (0..<2).map {
      draws(points, $0, from: 0, count: count, shuffle: 5, scramble: UInt64(40 + $0))
    }
    let mean = zip(columns[0], columns[1]).reduce(0) { $0 + $1.0 * $1.1 } / Double(count)
    // Independent numbers would be off by 0.0034 on average.
    #expect((mean - 0.25).magnitude < 2e-5)
  }

  @Test func numbersRepeat() {
    let points = SobolPoints(dimensionCount: 3)
    #expect(
      draws(points, 2, from: 5, count: 3, shuffle: 1, scramble: 2)
        == [0.04607629810925573, 0.4853303210111335, 0.9310264036757872])
  }

  private func draws(
    _ points: SobolPoints, _ dimension: Int, from index: Int, count: Int, shuffle: UInt64, scramble: UInt64
  ) -> [Double] {
    var values = [Double](repeating: 0, count: count)
    points.fill(
      &values, in: 0..<count, dimension: dimension, from: index, shuffle: shuffle, scramble: scramble)
    return values
  }

  /// The statistic of Kolmogorov and Smirnov against the uniform distribution, times the root of the count.
  private func kolmogorovSmirnov(_ values: [Double]) -> Double {
    let count = Double(values.count)
    let distance = values.sorted().enumerated().reduce(0.0) { worst, item in
      max(worst, item.element - Double(item.offset) / count, Double(item.offset + 1) / count - item.element)
    }
    return distance * count.squareRoot()
  }
}
