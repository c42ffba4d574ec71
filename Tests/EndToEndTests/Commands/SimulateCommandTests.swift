import Foundation
import RoadmapModel
import TestSupport
import Testing

/// `gait simulate`, run as a user runs it.
@Suite struct SimulateCommandTests {
  private static func simulate(_ arguments: String..., in scratch: Scratch? = nil) throws -> Tool.Run {
    let scratch = try scratch ?? Scratch()
    try scratch.write(Tool.cornerShop(), to: "shop.yaml")
    return try Tool.run(
      ["simulate", "shop.yaml", "--effort", "quick", "--trials", "128"] + arguments, in: scratch.url)
  }

  @Test func answersFirst() throws {
    let run = try Self.simulate()
    #expect(run.status == 0 && run.diagnostics == "")
    let lines = run.text.split(separator: "\n")
    #expect(lines[0] == "Corner shop")
    #expect(
      lines[2].hasPrefix("  Walk by 2027-10-31: ")
        && lines[2].contains("% sure. Half of the futures reach it by"))
    #expect(lines.allSatisfy { $0.count <= 100 })
  }

  @Test(arguments: [("nl", "Lopen uiterlijk 2027-10-31: "), ("sv", "Gå senast 2027-10-31: ")])
  func speaksTheUsersLanguage(_ language: String, _ sentence: String) throws {
    #expect(try Self.simulate("--language", language).text.contains(sentence))
  }

  @Test func theDocumentFollowsItsSchemaAndComesBack() throws {
    let run = try Self.simulate("--format", "json", "--sensitivity", "sobol")
    #expect(try JSONSchema(named: "forecast").errors(of: run.json) == [])
    let forecast = try JSONDecoder().decode(Forecast.self, from: Data(run.output))
    #expect(forecast.run.trials == 128 && forecast.run.end == .trials)
    #expect(forecast.drivers.contains { $0.total != nil })
    #expect(forecast.stages.map(\.stage) == ["crawl", "walk"])
  }

  /// The same bytes for any number of threads, and other ones for another seed.
  @Test func resultsRepeat() throws {
    let one = try Self.simulate("--format", "json", "--threads", "1")
    let four = try Self.simulate("--format", "json", "--threads", "4")
    #expect(one.output == four.output)
    #expect(try Self.simulate("--format", "json", "--seed", "2").output != one.output)
  }

  @Test(arguments: ["priorityList", "fixedDates", "replan"]) func meetsFuturesByAPolicy(_ policy: String)
    throws
  {
    let run = try Self.simulate("--format", "json", "--policy", policy, "--trials", "16")
    #expect(try run.json["run"]?["policy"] == .string(policy))
  }

  @Test func writesFilesOfAllForms() throws {
    let scratch = try Scratch()
    let names = ["f.json", "f.csv", "f.md", "f.fan.svg", "f.tornado.svg", "f.stages.svg", "f.svg", "f.dot"]
    let run = try Tool.run(
      [
        "simulate", try scratch.write(Tool.cornerShop(), to: "shop.yaml"), "--effort", "quick", "--trials",
        "64",
      ]
        + names.flatMap { ["-o", scratch.path($0)] })
    #expect(run.status == 0, "\(run.diagnostics)")
    #expect(try scratch.names == (names + ["shop.yaml"]).sorted())
    #expect(run.text.contains("What to do") && run.text.contains("wrote \(scratch.path("f.stages.svg"))"))
    let fan = String(decoding: try scratch.bytes("f.fan.svg"), as: UTF8.self)
    #expect(fan.contains("Cash of the plan, added up: Corner shop"))
    let table = String(decoding: try scratch.bytes("f.csv"), as: UTF8.self)
    #expect(table.hasPrefix("id,name,plannedStart"))
  }

  @Test func refusesWhatMakesNoSense() throws {
    for arguments in [
      ["--trials", "0"], ["--error", "2"], ["--error", "much"], ["--policy", "hope"], ["-o", "a.fan.png"],
    ] {
      let run = try Tool.run(["simulate", "shop.yaml"] + arguments)
      #expect(run.status == 2, "\(arguments)")
    }
    #expect(try Tool.run("simulate", "nowhere.yaml").status == 4)
    #expect(try Tool.run("simulate", "scenarios/infeasible-deadline.yaml", "--effort", "quick").status == 3)
  }

  /// What has no drivers has no tornado; that is said, and nothing is written.
  @Test func saysWhichChartItCannotDraw() throws {
    let scratch = try Scratch()
    let text = try Tool.cornerShop().replacing("[2w, 3w, 6w]", with: "3w").replacing(
      "unknown }", with: "no }")
    try scratch.write(text, to: "shop.yaml")
    let run = try Tool.run(
      "simulate", scratch.path("shop.yaml"), "--effort", "quick", "--trials", "64", "-o",
      scratch.path("a.tornado-date.svg"), "-o", scratch.path("a.md"))
    #expect(run.status == 1 && run.diagnostics.contains("nothing for the chart 'tornado-date'"))
    #expect(try scratch.names == ["shop.yaml"])
  }
}
