import Foundation
import RoadmapModel
import TestSupport
import Testing

/// `gait simulate`, run as a user runs it.
@Suite struct SimulateCommandTests {
  /// The plan of the corner shop, which is searched once.
  private static let plan = Result {
    let scratch = try shop()
    let run = try Tool.run("plan", "shop.yaml", "--effort", "quick", "-o", "-", in: scratch.url)
    return String(decoding: run.output, as: UTF8.self)
  }

  private static func shop() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write(Tool.cornerShop(), to: "shop.yaml")
    return scratch
  }

  private static func simulate(_ arguments: String...) throws -> Tool.Run {
    try simulate(arguments, in: shop())
  }

  private static func simulate(_ arguments: [String], in scratch: Scratch) throws -> Tool.Run {
    try scratch.write(plan.get(), to: "plan.json")
    return try Tool.run(
      ["simulate", "shop.yaml", "--plan", "plan.json", "--trials", "64"] + arguments, in: scratch.url)
  }

  /// A plan that is searched for is simulated as one that was saved.
  @Test func plansForItself() throws {
    let scratch = try Self.shop()
    let run = try Tool.run(
      "simulate", "shop.yaml", "--effort", "quick", "--trials", "64", "--format", "json", in: scratch.url)
    #expect(try run.output == Self.simulate("--format", "json").output)
  }

  @Test func refusesPlansOfOtherScenarios() throws {
    let scratch = try Self.shop()
    let late = try Self.plan.get().replacing("\"startPeriod\" : 0", with: "\"startPeriod\" : 99")
    try scratch.write(late, to: "late.json")
    let outside = try Tool.run("simulate", "shop.yaml", "--plan", "late.json", in: scratch.url)
    #expect(outside.status == 1 && outside.diagnostics.contains("in a week that is not in the calendar"))
    try scratch.write(
      Tool.cornerShop().replacing("[2w, 3w, 6w]", with: "[2w, 3w, 7w]"), to: "shop.yaml")
    let run = try Self.simulate(["-o", "f.json"], in: scratch)
    #expect(run.status == 1 && run.diagnostics.contains("'plan.json' is a plan of another scenario"))
    #expect(try scratch.names == ["late.json", "plan.json", "shop.yaml"])
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
    #expect(forecast.run.trials == 64 && forecast.run.end == .trials)
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
    let scratch = try Self.shop()
    let names = ["f.json", "f.csv", "f.md", "f.fan.svg", "f.tornado.svg", "f.stages.svg", "f.svg", "f.dot"]
    let run = try Self.simulate(names.flatMap { ["-o", scratch.path($0)] }, in: scratch)
    #expect(run.status == 0, "\(run.diagnostics)")
    #expect(try scratch.names == (names + ["plan.json", "shop.yaml"]).sorted())
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
