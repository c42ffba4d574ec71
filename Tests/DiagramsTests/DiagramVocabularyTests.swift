import RoadmapModel
import Testing

@testable import Diagrams

@Suite struct DiagramVocabularyTests {
  @Test(
    arguments: [
      (0, "0"), (95_000, "950"), (99_949, "999"), (99_999, "999"), (100_000, "1k"), (123_400, "1.2k"),
      (1_850_000, "18.5k"), (18_000_000, "180k"), (99_995_999, "1M"), (118_400_000, "1.2M"),
      (123_456_789_00, "123M"), (250_000_000_000, "2.5bn"), (-95_000, "\u{2212}950"),
    ] as [(Int64, String)])
  func amountsHaveThreeDigits(cents: Int64, text: String) {
    #expect(DiagramVocabulary(.english).money(Money(cents: cents)) == text)
  }

  @Test func amountsHaveTheirCurrencyAndLanguage() {
    let amount = Money(cents: -118_400_000)
    #expect(DiagramVocabulary(.english).money(amount, currency: "EUR") == "\u{2212}EUR\u{A0}1.2M")
    #expect(DiagramVocabulary(.dutch).money(amount, currency: "EUR") == "\u{2212}EUR\u{A0}1,2M")
    #expect(DiagramVocabulary(.swedish).money(Money(cents: .min)).hasSuffix("md"))
  }

  @Test(
    arguments: [
      (0, "0\u{A0}%"), (0.02, "2\u{A0}%"), (0.031, "3.1\u{A0}%"), (0.0311, "3.2\u{A0}%"),
      (1e-7, "0.1\u{A0}%"),
      (1, "100\u{A0}%"), (.infinity, "?"), (.nan, "?"),
    ] as [(Double, String)])
  func sharesAreRoundedUp(share: Double, text: String) {
    #expect(DiagramVocabulary(.english).percent(atMost: share) == text)
  }

  @Test func datesAreWrittenOut() {
    let day = CivilDate(dayNumber: 20_823)
    #expect(
      Language.allCases.map { DiagramVocabulary($0).date(day) } == ["5 Jan 2027", "5 jan 2027", "5 jan 2027"])
    #expect(Language.allCases.map { DiagramVocabulary($0).month(5) } == ["May", "mei", "maj"])
    #expect(Language.allCases.map { DiagramVocabulary($0).quarter(2) } == ["Q2", "K2", "Kv 2"])
  }

  @Test(arguments: Language.allCases) func legendNamesDiffer(language: Language) {
    let names = LegendKey.allCases.map { $0.name(in: DiagramVocabulary(language)) }
    #expect(Set(names).count == names.count)
    #expect(!names.contains { $0.isEmpty || $0.contains("\\") })
  }
}
