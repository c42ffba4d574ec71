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
      Language.allCases.map { DiagramVocabulary($0).date(day) } == [
        "5\u{A0}Jan\u{A0}2027", "5\u{A0}jan\u{A0}2027", "5\u{A0}jan\u{A0}2027",
      ])
    #expect(Language.allCases.map { DiagramVocabulary($0).month(5) } == ["May", "mei", "maj"])
    #expect(Language.allCases.map { DiagramVocabulary($0).quarter(2) } == ["Q2", "K2", "Kv 2"])
  }

  @Test func noLineBreakDividesADate() {
    let words = DiagramVocabulary(.english)
    let status = "in work 60\u{A0}% \u{B7} \(words.date(CivilDate(dayNumber: 20_823)))"
    let lines = TextStyle.bar.metrics.wrap(status, width: 80, lines: 2).lines.map(\.text)
    #expect(lines == ["in work 60\u{A0}%", "5\u{A0}Jan\u{A0}2027"])
  }

  @Test func oneIsNotMany() {
    func say(_ count: Int) -> [String] {
      Language.allCases.map { DiagramVocabulary($0).withMoreSlack(count) }
    }
    #expect(say(1)[0] == "1 more with more to spare is not shown")
    #expect(say(2)[0] == "2 more with more to spare are not shown")
    #expect(say(1)[1].contains("is weggelaten") && say(2)[1].contains("zijn weggelaten"))
    #expect(
      Language.allCases.map { DiagramVocabulary($0).missing(1) } == ["1 missing", "1 ontbreekt", "1 saknas"])
    #expect(DiagramVocabulary(.swedish).planned(1) == "1 planerad")
    #expect(DiagramVocabulary(.english).decisionCounts(1, 1, 1).hasPrefix("1 choice  \u{B7}  1 trigger  "))
    #expect(DiagramVocabulary(.english).gapInTime(weeks: 1) == "at most 1 week later than possible")
  }

  @Test func alternativesAreSaidInOneWay() {
    let words = DiagramVocabulary(.english)
    #expect(words.alternative("X", .one) == "exactly one: X")
    #expect(words.alternative("X", .atMostOne) == "at most one: X")
    #expect(words.legendAlternatives == "Alternatives")
  }

  @Test(arguments: Language.allCases) func legendNamesDiffer(language: Language) {
    let names = LegendKey.allCases.map { $0.name(in: DiagramVocabulary(language)) }
    #expect(Set(names).count == names.count)
    #expect(!names.contains { $0.isEmpty || $0.contains("\\") })
  }
}
