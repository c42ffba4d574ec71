import Foundation
import RoadmapModel
import TestSupport
import Testing

@testable import Reports

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The charts of forecasts, compared with drawings that somebody has looked at.
@Suite struct ChartTests {
  private let roadmap: Roadmap
  private let forecast: Forecast

  init() throws {
    roadmap = try SampleForecast.roadmap()
    forecast = SampleForecast.forecast(of: roadmap)
  }

  private func charts(_ language: Language) -> [(name: String, svg: String?)] {
    let fans = [Forecast.Path.Measure.cash, .profit, .conversion].map { measure in
      ("fan-\(measure.rawValue)", FanChart(measure, of: forecast, language: language)?.svg)
    }
    let tornadoes = Forecast.Driver.Output.allCases.map { output in
      (
        "tornado-\(output.rawValue)",
        TornadoChart(output, of: forecast, roadmap: roadmap, language: language)?.svg
      )
    }
    return fans + tornadoes
      + [("stages", StageChart(of: forecast, roadmap: roadmap, language: language)?.svg)]
  }

  @Test(arguments: Language.allCases)
  func drawsWhatHasBeenLookedAt(_ language: Language) throws {
    for (name, svg) in charts(language) {
      try Golden.compare(try #require(svg), with: "\(name)-\(language.rawValue).svg")
    }
  }

  /// An XML parser has no mercy with a stray `<` or `&`.
  @Test func isWellFormed() throws {
    for (name, svg) in charts(.english) {
      let parser = XMLParser(data: Data(try #require(svg).utf8))
      #expect(parser.parse(), "\(name): \(String(describing: parser.parserError))")
    }
  }

  @Test func namesEverythingThatAScreenReaderReads() throws {
    let svg = try #require(FanChart(.cash, of: forecast, language: .english)?.svg)
    #expect(
      svg.contains("<title id=\"chart-title\">Cash of the plan, added up: Shop &amp; &lt;Sons&gt;</title>"))
    #expect(svg.contains("role=\"img\" aria-labelledby=\"chart-title chart-description\""))
    #expect(svg.contains("95 % below"))
  }

  /// Whatever the numbers are, no coordinate leaves the drawing.
  @Test func staysInsideTheDrawing() throws {
    for (name, svg) in charts(.dutch) {
      let svg = try #require(svg)
      let box = try #require(svg.firstMatch(of: /viewBox="0 0 ([0-9.]+) ([0-9.]+)"/))
      let (width, height) = (try #require(Double(box.1)), try #require(Double(box.2)))
      for match in svg.matches(of: /\b(x|y)="(-?[0-9.]+)"/) {
        let limit = match.1 == "x" ? width : height
        #expect((0...limit).contains(try #require(Double(match.2))), "\(name): \(match.0)")
      }
    }
  }

  @Test func hasNoChartOfWhatIsNotThere() {
    #expect(FanChart(.visits, of: forecast, language: .english) == nil)
    let empty = Forecast(
      scenario: "", currency: nil, run: forecast.run, stages: [], money: forecast.money, joint: [], paths: [],
      capabilities: [], drivers: [], waits: [], risks: [], decisions: [], inputHash: "")
    #expect(TornadoChart(.npv, of: empty, roadmap: roadmap, language: .english) == nil)
    #expect(StageChart(of: empty, roadmap: roadmap, language: .english) == nil)
  }
}

/// Drawings that are kept beside the tests.
enum Golden {
  static func compare(_ text: String, with name: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens/\(name)")
    if ProcessInfo.processInfo.environment["GAIT_RECORD_GOLDENS"] != nil {
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(name); run again without GAIT_RECORD_GOLDENS")
      return
    }
    let golden = try String(contentsOf: file, encoding: .utf8)
    #expect(text == golden, "\(name) is not what has been looked at")
  }
}
