import Diagrams
import RoadmapModel
import Testing

@testable import Reports

@Suite struct ChartNumbersTests {
  @Test(
    arguments: [
      (0, "0"), (950, "950"), (1_000, "1k"), (1_250, "1.25k"), (12_340, "12.3k"),
      (123_400, "123k"), (99_960, "100k"), (-34_000, "-34k"), (2_500_000, "2.5M"),
      (999_960, "1M"), (12_400_000_000, "12.4bn"), (3.25, "3.25"), (0.004, "0"),
    ])
  func isShort(_ value: Double, _ text: String) {
    #expect(ChartNumbers(language: .english, currency: nil).short(value) == text)
  }

  @Test func followsTheLanguage() {
    let dutch = ChartNumbers(language: .dutch, currency: "EUR")
    #expect(dutch.money(2_500_000) == "EUR\u{A0}2,5\u{A0}mln" && dutch.percent(0.045) == "4,5%")
    #expect(ChartNumbers(language: .swedish, currency: "SEK").percent(0.5) == "50\u{A0}%")
    #expect(ChartNumbers(language: .english, currency: nil).value(.nan, of: .visits) == "?")
  }

  @Test(arguments: [(1.0, "1"), (-0.5, "-0.5"), (2.345, "2.35"), (-0.004, "0"), (10.1, "10.1")])
  func coordinatesHaveTwoDecimals(_ value: Double, _ text: String) {
    #expect(SVGDrawing.number(value) == text)
  }

  @Test func escapes() {
    #expect(SVGDrawing.escaped("a<b>&\"c\"\u{0}\u{202E}\u{1F}") == "a&lt;b&gt;&amp;&quot;c&quot;")
  }

  @Test func shortensWhatDoesNotFit() {
    let text = ChartText.fitted("A very long title of a chart", ChartStyle.label, 60)
    #expect(text.hasSuffix("\u{2026}") && ChartStyle.label.width(of: text) <= 60)
    #expect(ChartText.fitted("Short", ChartStyle.label, 60) == "Short")
  }
}
