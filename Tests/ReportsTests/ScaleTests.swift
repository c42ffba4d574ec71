import Testing

@testable import Reports

@Suite struct ScaleTests {
  @Test(
    arguments: [
      (0.0...10, 5, [0, 2, 4, 6, 8, 10]), (-3...7, 5, [-2, 0, 2, 4, 6]), (0...1, 4, [0, 0.5, 1]),
      (1_200_000...2_900_000, 4, [1_500_000, 2_000_000, 2_500_000]),
    ] as [(ClosedRange<Double>, Int, [Double])])
  func hasRoundMarks(_ domain: ClosedRange<Double>, _ count: Int, _ marks: [Double]) {
    #expect(Scale(domain, from: 0, to: 100).marks(count) == marks)
  }

  @Test func movesEndsOutwards() {
    let scale = Scale(covering: [0.013, 0.0171], marks: 5, from: 400, to: 0)
    #expect(scale.domain.lowerBound <= 0.013 + 1e-12 && scale.domain.upperBound >= 0.0171 - 1e-12)
    #expect(scale.marks(5).count >= 4)
  }

  @Test func placesValues() {
    let scale = Scale(0...10, from: 400, to: 0)
    #expect(scale.place(of: 0) == 400 && scale.place(of: 10) == 0 && scale.place(of: 2.5) == 300)
  }

  /// A domain without extent, and values that are no numbers, have places all the same.
  @Test(arguments: [[], [3], [0, 0], [.nan, 2], [.infinity, 1, 5]] as [[Double]])
  func bearsDegenerateValues(_ values: [Double]) {
    let scale = Scale(covering: values, from: 0, to: 100)
    #expect(scale.domain.lowerBound < scale.domain.upperBound)
    #expect(scale.place(of: scale.domain.lowerBound) == 0)
    #expect(scale.marks().count < 100)
  }
}
