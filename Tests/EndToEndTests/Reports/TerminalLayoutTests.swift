import Testing

@testable import gait

@Suite struct TerminalLayoutTests {
  @Test func aReportIsLaidOutInColumns() {
    let report = Report([
      .title("Shop"), .paragraph("Where it stands."), .heading("Plan"),
      .table(
        Report.Table(
          columns: [.text("What"), .number("Cost")],
          rows: [Report.Row(["Checkout", "1,000"], note: "Needed first."), Report.Row(["Blog", "50"])])),
      .list(["One.", "Two."]),
    ])
    #expect(
      TerminalLayout().text(of: report) == """
        Shop
        ====
          Where it stands.

        Plan
          What       Cost
          Checkout  1,000
              Needed first.
          Blog         50
          - One.
          - Two.

        """)
  }

  @Test func wideTablesWrapTheirWords() {
    let words = "a table whose first column has far more words than fit beside the others"
    let table = Report.Table(
      columns: [.text("Words"), .number("Number")], rows: [Report.Row([words, "12"])])
    let lines = TerminalLayout(width: 40).text(of: Report([.table(table)])).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 40 })
    #expect(lines.count == 4)
    #expect(lines[1].hasSuffix("12"))
  }

  /// A long word keeps its line as long as another column can give way.
  @Test func wordsStayWhole() {
    let table = Report.Table(
      columns: [.text("Capability"), .text("Why"), .number("Worth")],
      rows: [Report.Row(["Produktinformationshantering (PIM)", "veckor av arbete som ingen vet", "12"])])
    let text = TerminalLayout(width: 56).text(of: Report([.table(table)]))
    #expect(text.contains("Produktinformationshantering") && text.contains("(PIM)"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 56 })
    // Where nothing else can, it is broken all the same.
    let narrow = TerminalLayout(width: 40).text(of: Report([.table(table)]))
    #expect(narrow.split(separator: "\n").allSatisfy { $0.count <= 40 })
  }

  @Test func columnsStandCloserWhereTheyHardlyFit() {
    let columns: [Report.Column] = [.number("first"), .number("second"), .number("third")]
    let table = Report.Table(columns: columns, rows: [Report.Row(["1", "2", "3"])])
    let report = Report([.table(table)])
    #expect(TerminalLayout(width: 22).text(of: report).hasPrefix("  first  second  third\n"))
    #expect(TerminalLayout(width: 20).text(of: report).hasPrefix("  first second third\n"))
  }

  @Test func aTableWithoutTitlesHasNoHeading() {
    let table = Report.Table(columns: [.text(""), .number("")], rows: [Report.Row(["Cost", "12"])])
    #expect(TerminalLayout().text(of: Report([.table(table)])) == "  Cost  12\n")
  }

  @Test func colorIsAddedOnlyWhenAskedFor() {
    let report = Report([.heading("Plan")])
    #expect(TerminalLayout(showsColor: true).text(of: report) == "\u{1B}[1mPlan\u{1B}[0m\n")
    #expect(TerminalLayout().text(of: report) == "Plan\n")
  }

  @Test func aNameCannotAddLines() {
    let text = TerminalLayout().text(of: Report([.title("a\nb"), .paragraph("c\u{1B}[2Jd")]))
    #expect(text.split(separator: "\n").count == 3)
    #expect(!text.contains("\u{1B}"))
  }
}
