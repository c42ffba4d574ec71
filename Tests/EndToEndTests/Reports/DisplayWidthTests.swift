import Testing

@testable import gait

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("Gå", 2), ("Ga\u{30A}", 2), ("日本", 4), ("\u{1F600}", 2), ("a\u{200B}b", 2),
  ])
  func widthsAreThoseOfATerminal(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }

  @Test(arguments: ["\u{1B}[31m", "a\nb", "\u{9B}31m", "\u{202E}abc", "\u{2066}x"])
  func nothingSteersTheTerminal(text: String) {
    let shown = text.withoutControls
    #expect(!shown.unicodeScalars.contains { $0.value < 32 || (0x7F...0x9F).contains($0.value) })
    #expect(shown.contains(" "))
    #expect(shown.unicodeScalars.count == text.unicodeScalars.count)
  }

  @Test(arguments: [1, 5, 12, 40])
  func noLineIsWiderThanAsked(width: Int) {
    let text = "Customers find their way, 日本語 and averyveryverylongword that fits nowhere"
    let lines = text.wrapped(to: width)
    #expect(lines.allSatisfy { $0.displayWidth <= max(2, width) })
    #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
  }

  @Test func wordsStayTogether() {
    #expect("one two three".wrapped(to: 8) == ["one two", "three"])
    #expect("EUR\u{A0}1,000 is much".wrapped(to: 10) == ["EUR\u{A0}1,000", "is much"])
    #expect("".wrapped(to: 8) == [""])
  }
}
