import Foundation
import RoadmapModel
import TestSupport
import Testing

@testable import gait

/// What a forecast says in words, and as a table, for a forecast that was made by hand.
@Suite struct ForecastReportTests {
  private let roadmap: Roadmap
  private let forecast: Forecast

  init() throws {
    roadmap = try SampleForecast.roadmap()
    forecast = SampleForecast.forecast(of: roadmap)
  }

  private func text(_ language: Language, width: Int = 100) -> String {
    let report = ForecastReport(forecast: forecast, roadmap: roadmap, language: language)
    return TerminalLayout(width: width).text(of: report.report)
  }

  @Test func answersFirst() {
    #expect(
      text(.english).hasPrefix(
        "  walk by 2028-04-10: 78% sure. Half of the futures reach it by 2028-02-28, 80% by 2028-03-20. In 3%\n"
      ))
    #expect(text(.dutch).hasPrefix("  walk uiterlijk 2028-04-10: 78% zeker. De helft van de toekomsten"))
    #expect(text(.swedish).hasPrefix("  walk senast 2028-04-10: 78\u{A0}% säkert. Hälften av framtiderna"))
  }

  @Test func saysWhatMattersAndWhatToDo() {
    let text = text(.english, width: 400)
    for sentence in [
      "The date, the cost and the value of the plan hold together in 14% of the futures.",
      "To be 80% sure of all three, promise walk 2028-04-03, one-off costs of at most EUR\u{A0}165,000 and a net present value of at least EUR\u{A0}190,000.",
      "The plan loses money in 1% of the futures; the worst tenth brings EUR\u{A0}96,000 on average.",
      "- Promise walk by 2028-03-20, which is 80% sure, and not by 2028-02-14, which is 32% sure.",
      "- Give development more people or less work: 60% of all waiting is for it.",
      "- Find out more about this before you spend on it: Effect of search on conversion. If it turns out low, the plan is worth EUR\u{A0}180,000 on average; if high, EUR\u{A0}540,000.",
      "4,096 futures drawn evenly spread (Sobol)",
      "Standard errors: 0.60 percentage points for the chance of the target, EUR\u{A0}1,400 for the mean value.",
    ] {
      #expect(text.contains(sentence), "\(sentence)")
    }
  }

  @Test(arguments: Language.allCases)
  func fitsItsWidth(_ language: Language) {
    for line in text(language).split(separator: "\n") { #expect(String(line).displayWidth <= 100, "\(line)") }
  }

  /// A chance that is neither sure nor impossible never looks like it.
  @Test func doesNotRoundToCertainty() throws {
    let json = try JSONEncoder().encode(forecast)
    let changed = String(decoding: json, as: UTF8.self).replacing("0.784", with: "0.9994")
    let surer = try JSONDecoder().decode(Forecast.self, from: Data(changed.utf8))
    let report = ForecastReport(forecast: surer, roadmap: roadmap, language: .english)
    #expect(TerminalLayout().text(of: report.gist).contains("99% sure"))
  }

  /// Where most futures never get there, every mean day is the end of the calendar, and a table of it would say nothing.
  @Test func tellsWhatMovesTheDateOnlyWhereItIsSeen() throws {
    #expect(
      text(.english).contains(
        "Futures that do not reach it count as \(roadmap.calendar.date(of: Period(104)))."))
    let changed = Forecast(
      scenario: forecast.scenario, currency: forecast.currency, run: forecast.run, stages: forecast.stages,
      money: forecast.money, joint: forecast.joint, paths: forecast.paths,
      capabilities: forecast.capabilities,
      drivers: forecast.drivers.map { driver in
        guard driver.output == .targetDate else { return driver }
        return Forecast.Driver(
          output: driver.output, input: driver.input, subject: driver.subject,
          rankCorrelation: driver.rankCorrelation, varianceShare: driver.varianceShare, meanWhenLow: 103.9,
          meanWhenHigh: 104.1)
      }, waits: forecast.waits, risks: forecast.risks, decisions: forecast.decisions,
      inputHash: forecast.inputHash)
    let report = ForecastReport(forecast: changed, roadmap: roadmap, language: .english)
    let lines = TerminalLayout().text(of: report.report).split(separator: "\n").map(String.init)
    let heading = try #require(lines.firstIndex(of: "What moves the date"))
    #expect(lines[heading + 1] == "  Too few futures reach walk to tell.")
  }

  @Test func isTheDocumentOfItsSchemaAndComesBack() throws {
    let bytes = try JSONDocument.bytes(of: forecast)
    #expect(try JSONSchema(named: "forecast").errors(of: JSONValue(Data(bytes))) == [])
    #expect(try JSONDecoder().decode(Forecast.self, from: Data(bytes)) == forecast)
  }

  @Test func hasATableForSpreadsheets() {
    let table = ForecastTable(forecast: forecast, roadmap: roadmap, language: .english).table
    let lines = table.text.split(separator: "\r\n")
    #expect(lines.count == 4 && lines[0].hasPrefix("id,name,plannedStart,plannedFinish,startP10"))
    #expect(lines[1].hasPrefix("shop,shop,2027-01-04,2027-03-01,"))
    #expect(lines[1].hasSuffix(",0.97,9,40000,47920,0.08,0.02,1"))
  }

  @Test(arguments: [(0.25, "0.25"), (-1.5, "-1.5"), (3, "3"), (0.00004, "0"), (.nan, ""), (1e20, "")])
  func writesNumbersForMachines(_ number: Double, _ text: String) {
    #expect(ForecastTable.decimal(number) == text)
  }
}
