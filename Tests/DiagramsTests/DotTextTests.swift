import Testing

@testable import Diagrams

@Suite struct DotTextTests {
  @Test(arguments: [
    ("", #""""#), ("a b", #""a b""#), (#"say "hi""#, #""say \"hi\"""#), (#"C:\new"#, #""C:\\new""#),
    (#"end\"#, #""end\\""#), (#"\""#, #""\\\"""#), ("a\u{0}\u{1}\u{1B}b\u{7F}", #""ab""#), ("R&D", #""R&D""#),
    ("\u{E5} \u{1F680}", "\"\u{E5} \u{1F680}\""), ("\"\u{301}", "\"\\\"\u{301}\""),
  ])
  func quotingHidesNothing(_ text: String, _ encoded: String) {
    #expect(DotText.quoted(text).unicodeScalars.elementsEqual(encoded.unicodeScalars))
  }

  @Test(arguments: [
    ("R&D", #""R&amp;D""#), ("&lt;b&gt;", #""&amp;lt;b&amp;gt;""#), (#"\N"#, #""\\N""#), ("<b>", #""<b>""#),
    ("one\ntwo", #""one\ntwo""#), ("one\r\ntwo\rthree", #""one\ntwo\nthree""#), ("\n", #""\n""#),
    ("\u{B}\u{8}x", #""\nx""#), ("&\u{301}", "\"&amp;\u{301}\""),
  ])
  func labelsEncodeEntitiesAndEscapes(_ text: String, _ encoded: String) {
    #expect(
      DotText.label(lines: [text], alignment: .center).unicodeScalars.elementsEqual(encoded.unicodeScalars))
  }

  @Test func linesEndInTheirAlignment() {
    #expect(DotText.label(lines: ["a", "b"], alignment: .center) == #""a\nb""#)
    #expect(DotText.label(lines: ["a", "b"], alignment: .left) == #""a\lb\l""#)
    #expect(DotText.label(lines: ["a", "b\nc"], alignment: .right) == #""a\rb\rc\r""#)
  }

  @Test func tooltipsHaveNoBackslashes() {
    #expect(DotText.tooltip(#"C:\N & "x""#) == #""C:N &amp; \"x\"""#)
  }

  @Test func plainTextIsOneLine() {
    #expect(DotText.plain("a\nb\tc\r\nd\\e\u{1}") == "a b c de")
  }

  @Test(arguments: [
    ("payment-gateway", "payment-gateway"), ("a_b", "a_5F_b"), ("\u{E9}", "_E9_"), ("a b", "a_20_b"),
    ("", "_"),
    ("x\"onload=", "x_22_onload_3D_"),
  ])
  func identifiersAreSafe(_ text: String, _ identifier: String) {
    #expect(DotText.identifier(text) == identifier)
  }

  @Test func identifiersOfDifferentTextsDiffer() {
    let texts = ["a b", "a_b", "a_20_b", "ab", "a-b", "a.b", "A B", "a  b", "", "_", "\u{E9}", "e\u{301}"]
    #expect(Set(texts.map(DotText.identifier)).count == texts.count)
  }

  @Test(arguments: [
    (0.0, "0"), (-0.0, "0"), (1.0, "1"), (-1.0, "-1"), (0.5, "0.5"), (-0.25, "-0.25"), (1.0 / 3, "0.3333"),
    (2.0 / 3, "0.6667"), (1e-5, "0"), (-1e-5, "0"), (123_456.789, "123456.789"), (1e11, "100000000000"),
    (0.0001, "0.0001"), (9.99999, "10"), (1.05, "1.05"),
  ])
  func numbersHaveNoExponent(_ value: Double, _ text: String) {
    #expect(DotText.number(value) == text)
  }

  @Test func longStringsAreJoinedFromPieces() {
    #expect(DotText.quotedInPieces("") == "\"\"")
    #expect(DotText.quotedInPieces("ab") == "\"ab\"")
    let pieces = DotText.quotedInPieces(String(repeating: "x", count: 2_500)).split(separator: "\n    + ")
    #expect(pieces.map(\.count) == [1_002, 1_002, 502])
  }
}
