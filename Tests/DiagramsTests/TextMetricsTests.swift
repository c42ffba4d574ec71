import Testing

@testable import Diagrams

@Suite struct TextMetricsTests {
  private let regular = TextMetrics(size: 1_000)
  private let bold = TextMetrics(size: 1_000, weight: .bold)

  /// Widths that the makers of the fonts publish: Helvetica's in its AFM file, DejaVu's in units of 1/2048 em.
  @Test(arguments: [
    ("i", 278.0), ("C", 723), ("m", 975), ("W", 989), ("0", 637), (" ", 318), ("@", 1_016), ("\u{20AC}", 637),
  ])
  func widthsAreTheGreaterOfTwoFonts(_ text: String, _ width: Double) {
    #expect(regular.width(of: text) == width)
  }

  @Test func widthsScaleAndAddUp() {
    let text = "Betala senare \u{2014} \u{E5}\u{E4}\u{F6} \u{2192} \u{20AC}"
    let whole = regular.width(of: text)
    #expect(whole == text.map { regular.width(of: String($0)) }.reduce(0, +))
    #expect(abs(TextMetrics(size: 10).width(of: text) - whole / 100) < 1e-9)
    #expect(regular.width(of: "") == 0)
  }

  @Test func boldIsNoNarrower() {
    for run in zip(GlyphWidths.regular, GlyphWidths.bold) {
      #expect(run.0.first == run.1.first)
      #expect(run.0.widths.count == run.1.widths.count)
    }
    #expect(bold.width(of: "Payment gateway") > regular.width(of: "Payment gateway"))
  }

  @Test func tablesAreInOrderAndWithinReason() {
    for runs in [GlyphWidths.regular, GlyphWidths.bold] {
      var end: UInt32 = 0
      for run in runs {
        #expect(run.first >= end)
        end = run.first + UInt32(run.widths.count)
        #expect(run.widths.allSatisfy { $0 == 0 || (100...2_000).contains($0) })
      }
    }
  }

  @Test func everyLetterOfTheLanguagesIsInTheTables() {
    let letters =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789\u{E5}\u{E4}\u{F6}\u{EB}\u{EF}\u{E9}"
    for letter in letters {
      #expect(regular.width(of: String(letter)) < 1_000)
      #expect(bold.width(of: String(letter)) < 1_110)
    }
  }

  @Test(arguments: [
    ("\u{4E2D}\u{6587}", 2_000.0), ("\u{3042}", 1_000), ("\u{D55C}", 1_000),
    ("\u{1112}\u{1161}\u{11AB}", 1_000),
    ("\u{1F680}", 1_300), ("\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}", 1_300),
    ("\u{1F1F3}\u{1F1F1}", 1_300),
    ("\u{2764}\u{FE0F}", 1_300), ("\u{200B}", 0), ("\u{AD}", 0), ("\u{301}", 0), ("\u{7}", 0),
  ])
  func otherCharactersHaveTheWidthOfTheirKind(_ text: String, _ width: Double) {
    #expect(regular.width(of: text) == width)
    #expect(bold.width(of: text) == width)
  }

  @Test func combinedAccentsTakeNoRoom() {
    #expect(regular.width(of: "e\u{301}") == regular.width(of: "e"))
  }

  @Test func linesAreHigherThanLetters() {
    #expect(TextMetrics(size: 10).lineHeight == 12)
  }
}
