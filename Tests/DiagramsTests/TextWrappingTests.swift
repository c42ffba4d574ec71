import Testing

@testable import Diagrams

@Suite struct TextWrappingTests {
  private let metrics = TextMetrics(size: 10)

  private func lines(_ text: String, _ width: Double, _ limit: Int = 99) -> [String] {
    metrics.wrap(text, width: width, lines: limit).lines.map(\.text)
  }

  /// Texts of all kinds: short words, long words, hyphens, marks, emoji, no blanks.
  private static let texts = [
    "Buy now, pay later", "Payment gateway",
    "Customer data platform with consent management and a very long name",
    "Productinformatiebeheersysteem voor groothandelsklanten", "B2B self-service e-commerce on-boarding",
    "R\u{E4}ksm\u{F6}rg\u{E5}sleverant\u{F6}rsf\u{F6}rteckning",
    "\u{4E2D}\u{6587}\u{4E2D}\u{6587}\u{4E2D}\u{6587}",
    "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467} family \u{1F1F3}\u{1F1F1}\u{1F1F8}\u{1F1EA} e\u{301}e\u{301}e\u{301}",
    "", " ", "a", "-", "--- -5% a-b-c-d-e-f", "x\u{A0}y\u{A0}z", "one\ntwo\tthree\r\nfour",
  ]

  @Test func linesAreFilledAndBrokenAtBlanks() {
    #expect(lines("Buy now, pay later", 200) == ["Buy now, pay later"])
    #expect(lines("Buy now, pay later", 55) == ["Buy now,", "pay later"])
    #expect(lines("  a \n b\t ", 200) == ["a b"])
    #expect(lines("", 100).isEmpty)
    #expect(lines(" \n", 100).isEmpty)
  }

  /// Where a line breaks, the dot between two parts is not left hanging.
  @Test func separatorsAreNotLeftAtBreaks() {
    #expect(lines("partial \u{B7} May", 200) == ["partial \u{B7} May"])
    #expect(lines("partial \u{B7} May", metrics.width(of: "partial \u{B7}")) == ["partial", "May"])
    #expect(lines("partial \u{B7} May", metrics.width(of: "partial")) == ["partial", "May"])
    #expect(lines("\u{B7} a \u{B7}", 200) == ["\u{B7} a \u{B7}"])
  }

  @Test func linesBreakAfterHyphens() {
    #expect(lines("self-service", 40) == ["self-", "service"])
    #expect(lines("self-service", 100) == ["self-service"])
    #expect(lines("grow -5% now", 40) == ["grow", "-5%", "now"])
  }

  @Test func longWordsAreBrokenWithAHyphenBetweenLetters() {
    #expect(lines("abcdefgh", 30) == ["abcd-", "efgh"])
    #expect(lines("12345678", 30) == ["1234", "5678"])
    #expect(lines("to abcdefgh i", 30) == ["to", "abcd-", "efgh i"])
  }

  @Test func softHyphensAreLeftOut() {
    #expect(lines("co\u{AD}op", 100) == ["coop"])
  }

  @Test func noBreakSpacesHold() {
    #expect(lines("to 10\u{A0}%", 35) == ["to", "10\u{A0}%"])
  }

  @Test func whatDoesNotFitBecomesAnEllipsis() {
    let wrapped = metrics.wrap("Customer data platform for everyone", width: 60, lines: 2)
    #expect(wrapped.lines.map(\.text) == ["Customer", "data platf\u{2026}"])
    #expect(wrapped.isShortened)
    #expect(metrics.wrap("Customer data", width: 60, lines: 2).isShortened == false)
  }

  @Test func nothingStandsBetweenTheTextAndTheEllipsis() {
    #expect(lines("ab, cd", metrics.width(of: "ab, \u{2026}"), 1) == ["ab\u{2026}"])
    #expect(lines("ab-cd", metrics.width(of: "ab-\u{2026}"), 1) == ["ab\u{2026}"])
    #expect(lines("abcdefgh", 0, 1) == ["\u{2026}"])
  }

  @Test func hyphensThatWereAddedGoWhenLinesAreJoinedAgain() {
    #expect(lines("abcdefghijklm", 30, 1) == ["abc\u{2026}"])
    #expect(lines("abcdefghijklm", 30, 2) == ["abcd-", "efg\u{2026}"])
  }

  @Test(arguments: texts, [0.0, 5, 12, 20, 31, 55, 90, 1_000])
  func linesFitAndLoseNothing(_ text: String, _ width: Double) {
    let wrapped = metrics.wrap(text, width: width, lines: 1_000)
    #expect(!wrapped.isShortened)
    for line in wrapped.lines {
      #expect(line.width <= width || line.text.count == 1, "\(line)")
      #expect(abs(line.width - metrics.width(of: line.text)) < 1e-9)
      #expect(!line.text.isEmpty && line.text == line.text.trimmingBlanks)
    }
    let blanks = { (text: String) in text.filter { !" \n\t\r\n-".contains($0) } }
    #expect(blanks(wrapped.lines.map(\.text).joined()) == blanks(text))
    #expect(wrapped.width == wrapped.lines.map(\.width).max() ?? 0)
  }

  @Test(arguments: texts, [12.0, 31, 55, 90])
  func shortenedTextsKeepTheLimits(_ text: String, _ width: Double) {
    let all = metrics.wrap(text, width: width, lines: 1_000).lines
    for limit in 1...4 {
      let wrapped = metrics.wrap(text, width: width, lines: limit)
      #expect(wrapped.lines.count == min(limit, all.count))
      #expect(wrapped.isShortened == (all.count > limit))
      #expect(wrapped.lines.last?.text.hasSuffix("\u{2026}") ?? false == wrapped.isShortened)
      #expect(wrapped.lines.dropLast() == all.prefix(max(0, wrapped.lines.count - 1)))
      #expect(wrapped.lines.allSatisfy { $0.width <= width || $0.text.count == 1 })
    }
  }

  /// Filling lines from the first on gives the fewest lines; checked against all ways of breaking at blanks.
  @Test(arguments: [25.0, 33, 40, 52, 70])
  func filledLinesAreTheFewest(_ width: Double) {
    let words = ["to", "a", "be", "or", "it", "is", "we", "of"]
    let text = words.joined(separator: " ")
    let gaps = words.count - 1
    let fewest = (0..<(1 << gaps)).compactMap { breaks -> Int? in
      var rows = [words[0]]
      for index in 0..<gaps {
        if breaks & (1 << index) != 0 {
          rows.append(words[index + 1])
        } else {
          rows[rows.count - 1] += " " + words[index + 1]
        }
      }
      return rows.allSatisfy { metrics.width(of: $0) <= width } ? rows.count : nil
    }.min()
    #expect(metrics.wrap(text, width: width, lines: 99).lines.count == fewest)
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    String(drop(while: { $0 == " " }).reversed().drop(while: { $0 == " " }).reversed())
  }
}
