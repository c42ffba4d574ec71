import RoadmapModel
import Testing

@testable import gait

@Suite struct NotationTests {
  private static let million = Money(cents: 123_456_750)

  @Test(arguments: [
    (Language.english, "EUR\u{A0}1,234,568"), (.dutch, "EUR\u{A0}1.234.568"),
    (.swedish, "EUR\u{A0}1\u{A0}234\u{A0}568"),
  ])
  func amountsAreGrouped(language: Language, text: String) {
    #expect(Notation(language: language, currency: "EUR").money(Self.million) == text)
  }

  @Test(
    arguments: [
      (-149, "-1"), (-150, "-2"), (-49, "0"), (0, "0"), (49, "0"), (50, "1"), (99_950, "1,000"),
    ] as [(Int64, String)])
  func amountsAreRoundedAwayFromZero(cents: Int64, text: String) {
    #expect(Notation(language: .english, currency: nil).money(Money(cents: cents)) == text)
  }

  @Test(arguments: [(2, "2"), (3.5, "3.5"), (0.25, "0.25"), (1_200, "1,200"), (-0.5, "-0.5"), (10, "10")])
  func decimalsThatSayNothingAreLeftOut(number: Double, text: String) {
    #expect(Notation(language: .english, currency: nil).shortDecimal(number) == text)
  }

  @Test func theSmallestAmountHasAText() {
    let text = Notation(language: .english, currency: nil).money(Money(cents: .min))
    #expect(text == "-92,233,720,368,547,758")
  }

  @Test(arguments: [
    (Language.english, "1.9%"), (.dutch, "1,9%"), (.swedish, "1,9\u{A0}%"),
  ])
  func aLimitIsRoundedUp(language: Language, text: String) {
    #expect(Notation(language: language, currency: nil).percent(atMost: 0.0184) == text)
  }

  @Test(arguments: [
    (0.0184, "1.8%"), (0.5, "50.0%"), (-0.25, "-25.0%"), (12.5, "1,250.0%"), (.infinity, "?"),
  ])
  func sharesHaveOneDecimal(share: Double, text: String) {
    #expect(Notation(language: .english, currency: nil).percent(share) == text)
  }

  @Test(arguments: [0.0, 0.001, 0.02])
  func aLimitThatIsExactStays(share: Double) {
    let notation = Notation(language: .english, currency: nil)
    #expect(notation.percent(atMost: share) == notation.percent(share))
  }
}
