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
      + [
        ("stages", StageChart(of: forecast, roadmap: roadmap, language: language)?.svg),
        ("frontier-budget", Self.frontier(.budget, language)?.svg),
        ("frontier-team", Self.frontier(.team("Developers & <testers>"), language)?.svg),
      ]
  }

  /// A frontier with a flat step, a far bound in the middle, and the scenario at the fourth level.
  private static func frontier(_ axis: FrontierChart.Axis, _ language: Language) -> FrontierChart? {
    let unit = axis == .budget ? 100_000.0 : 0.5
    let values: [Double?] = [
      axis == .budget ? nil : -900_000, -120_000, 340_000, 340_000, 910_000, 1_180_000, 1_185_000,
    ]
    let bounds: [Double] = [0, 20_000, 380_000, 820_000, 1_010_000, 1_190_000, 1_190_000]
    let levels = values.indices.map { index in
      FrontierChart.Level(
        level: unit * Double(index + 1), value: values[index],
        bound: axis == .budget ? bounds[index] : nil, isScenario: index == 4)
    }
    return FrontierChart(
      of: "Shop & <Sons>", axis: axis, levels: levels, currency: "EUR", language: language)
  }

  /// The staircase never shows more than was found, nor the bound less than was proved.
  @Test func stairsStandWhereTheLevelsAre() throws {
    let svg = try #require(Self.frontier(.budget, .english)?.svg)
    func line(_ kind: String) throws -> [(x: Double, y: Double)] {
      let path = try #require(svg.firstMatch(of: try Regex("class=\"\(kind)\" d=\"M ([^\"]*)\"><title>")))
      return (path.output[1].substring ?? "").split(separator: " L ").map { point in
        let parts = point.split(separator: " ").compactMap { Double($0) }
        return (parts[0], parts[1])
      }
    }
    let (worth, limit) = (try line("median"), try line("planned"))
    #expect(worth.count == 11 && limit.count == 11)
    for (left, right) in zip(worth, worth.dropFirst()) {
      #expect(left.x == right.x || left.y == right.y, "the steps run along the axes")
      #expect(left.x <= right.x && left.y >= right.y)
    }
    // Going right, the worth rises at a level; the bound has risen just after the level before.
    #expect(svg.contains("no plan"))
    #expect(worth[1].x > worth[0].x && worth[1].y == worth[0].y)
    #expect(limit[1].x == limit[0].x && limit[1].y < limit[0].y)
    #expect(worth.last?.x == limit.last?.x && worth[0].x == limit[0].x)
  }

  /// A scenario without a plan stands among the levels that have none, beside the word for them.
  @Test func aScenarioWithoutAPlanIsMarked() throws {
    let values: [Double?] = [nil, nil, nil, 200_000, 250_000]
    let levels = values.enumerated().map { index, value -> FrontierChart.Level in
      let level = Double(index + 1) * 100_000
      return FrontierChart.Level(level: level, value: value, bound: nil, isScenario: index == 1)
    }
    let chart = FrontierChart(of: "Shop", axis: .budget, levels: levels, currency: "EUR", language: .english)
    let svg = try #require(chart?.svg)
    func place(_ pattern: String) throws -> Double {
      let match = try #require(svg.firstMatch(of: try Regex(pattern)))
      return try #require(Double(match.output[1].substring ?? ""))
    }
    let own = try place("class=\"without\" d=\"M ([0-9.]+) ")
    let word = try place("x=\"([0-9.]+)\" y=\"[0-9.]+\" text-anchor=\"middle\">no plan<")
    #expect(svg.contains(">the scenario as it is<"))
    #expect(word - own > 30, "the word \(word) is on the line \(own)")
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
    let level = FrontierChart.Level(level: 1, value: 1, bound: 1, isScenario: true)
    #expect(
      FrontierChart(of: "", axis: .budget, levels: [level], currency: nil, language: .english) == nil)
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
