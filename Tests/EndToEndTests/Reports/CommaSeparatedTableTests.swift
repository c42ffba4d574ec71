import Testing

@testable import gait

@Suite struct CommaSeparatedTableTests {
  private func text(_ cell: CommaSeparatedTable.Cell) -> String {
    let table = CommaSeparatedTable(columns: ["x"], rows: [[cell]]).text
    #expect(table.hasPrefix("x\r\n") && table.hasSuffix("\r\n"))
    return String(table.dropFirst("x\r\n".count).dropLast())
  }

  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""), ("a\nb", "\"a\nb\""),
    ("\"\u{301}", "\"\"\"\u{301}\""), ("", ""),
  ])
  func cellsAreQuotedWhereNeeded(value: String, text: String) {
    #expect(self.text(.text(value)) == text)
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "\u{FF1D}1"])
  func noTextIsAFormula(value: String) {
    #expect(text(.text(value)) == "'" + value)
  }

  @Test func aFormulaIsHarmlessInsideQuotesToo() {
    #expect(text(.text("=HYPERLINK(\"x\",1)")) == "\"'=HYPERLINK(\"\"x\"\",1)\"")
  }

  @Test func numbersStayNumbers() {
    #expect(text(.number("-12.50")) == "-12.50")
    #expect(text(.empty) == "")
  }
}
