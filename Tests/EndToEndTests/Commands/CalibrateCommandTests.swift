import Foundation
import RoadmapModel
import TestSupport
import Testing

/// `gait calibrate`, run as a user runs it.
@Suite struct CalibrateCommandTests {
  private static let scenario = "scenarios/b2b-wholesaler-one-year-on.yaml"

  @Test func saysWhetherEstimatesCanBeTrusted() throws {
    let run = try Tool.run("calibrate", Self.scenario)
    #expect(run.status == 0 && run.diagnostics == "")
    #expect(
      run.text.contains(
        "Of 21 durations, 4 lay between P10 and P90, where 80% should, so the ranges are too narrow."))
    #expect(run.text.contains(/durations .*\d weeks/), "rows of durations say that they are weeks")
    #expect(run.text.contains("Of 9 promises 3 were kept; they were said to be 82% sure on average"))
  }

  @Test(arguments: [("nl", "Van 21 doorlooptijden lagen er 4"), ("sv", "Av 21 tider låg 4")])
  func speaksTheUsersLanguage(_ language: String, _ sentence: String) throws {
    let run = try Tool.run("calibrate", Self.scenario, "--language", language)
    #expect(run.status == 0 && run.text.contains(sentence))
  }

  @Test func writesTheDocumentOfItsSchema() throws {
    let run = try Tool.run("calibrate", Self.scenario, "--format", "json")
    #expect(try JSONSchema(named: "calibration").errors(of: run.json) == [])
    #expect(try run.json["sources"]?.array?.count == 2)
    #expect(try run.json["promises"]?.array?.count == 10)
  }

  @Test func writesFilesAndSaysSo() throws {
    let scratch = try Scratch()
    let run = try Tool.run(
      "calibrate", Self.scenario, "-o", scratch.path("a.csv"), "-o", scratch.path("a.md"))
    #expect(run.status == 0 && run.text.contains("wrote \(scratch.path("a.md"))"))
    let table = String(decoding: try scratch.bytes("a.csv"), as: UTF8.self)
    #expect(table.hasPrefix("source,capability,quantity,kpi,p10,mean,p90,actual,rank\r\n"))
    #expect(table.split(separator: "\r\n").count == 55)
  }

  @Test func scoresForecastsInFiles() throws {
    let scratch = try Scratch()
    let forecast = SampleForecast.forecast(of: try SampleForecast.roadmap())
    try JSONEncoder().encode(forecast).write(to: scratch.url.appending(path: "old.json"))
    let run = try Tool.run(
      "calibrate", Self.scenario, "--forecast", scratch.path("old.json"), "--format", "json")
    let promises = try #require(run.json["promises"]?.array)
    #expect(
      promises.contains { $0["source"]?.string == scratch.path("old.json") && $0["stage"]?.string == "crawl" }
    )
  }

  @Test func refusesWhatItCannotScore() throws {
    let scratch = try Scratch()
    try scratch.write("{}", to: "no.json")
    let noRecord = try Tool.run("calibrate", "scenarios/b2b-wholesaler.yaml")
    #expect(noRecord.status == 1 && noRecord.diagnostics.contains("has no section record"))
    let noFile = try Tool.run("calibrate", Self.scenario, "--forecast", scratch.path("missing.json"))
    #expect(noFile.status == 4 && noFile.diagnostics.contains("missing.json"))
    let directory = try Tool.run("calibrate", Self.scenario, "--forecast", scratch.path)
    #expect(directory.status == 4)
    let noForecast = try Tool.run(
      "calibrate", Self.scenario, "--forecast", scratch.path("no.json"), "-o", scratch.path("out.md"))
    #expect(noForecast.status == 1 && noForecast.diagnostics.contains("is no forecast"))
    #expect(try scratch.names == ["no.json"])
  }
}
