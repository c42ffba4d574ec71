import Testing

@testable import gait

@Suite struct MarkdownLayoutTests {
  @Test func aReportIsLaidOutAsMarkdown() {
    let report = Report([
      .title("Shop"), .paragraph("Where it stands."), .heading("Plan"),
      .table(
        Report.Table(
          columns: [.text("What"), .number("Cost")],
          rows: [Report.Row(["Checkout", "1,000"], note: "Needed first."), Report.Row(["Blog", "50"])])),
      .list(["One.", "Two."]),
    ])
    #expect(
      MarkdownLayout(noteTitle: "Why").text(of: report) == """
        # Shop

        Where it stands.

        ## Plan

        | What | Cost | Why |
        | --- | --: | --- |
        | Checkout | 1,000 | Needed first. |
        | Blog | 50 |  |

        - One.
        - Two.

        """)
  }

  @Test(arguments: [
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("a | b", #"a \| b"#),
    ("[x](javascript:y)", #"\[x\](javascript:y)"#),
    ("*new* _and_ `code`", #"\*new\* \_and\_ \`code\`"#),
    ("R&D", "R&amp;D"),
    ("1. first", #"1\. first"#),
    ("1)", #"1\)"#),
    ("0.08", "0.08"),
    ("- item", #"\- item"#),
    ("# title", ##"\# title"##),
    ("a\nb", "a b"),
    (#"C:\new"#, #"C:\\new"#),
    ("*\u{301}", "\\*\u{301}"),
  ])
  func namesAreShownAndNotObeyed(name: String, text: String) {
    #expect(MarkdownLayout.escaped(name) == text)
  }
}
