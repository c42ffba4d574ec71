import TestSupport
import Testing

@Suite struct InitCommandTests {
  @Test func nothingIsOverwritten() throws {
    let scratch = try Scratch()
    try scratch.write("mine", to: "roadmap.yaml")
    let run = try Tool.run("init", scratch.path)
    #expect(run.status == 4)
    #expect(run.diagnostics.contains("exists already"))
    #expect(try scratch.names == ["roadmap.yaml"])
    #expect(try scratch.bytes("roadmap.yaml") == Array("mine".utf8))
  }

  @Test func theDirectoryIsMade() throws {
    let scratch = try Scratch()
    let run = try Tool.run("init", scratch.path("a/b"), "--quiet")
    #expect(run.status == 0)
    #expect(run.output == [])
    #expect(
      try String(decoding: scratch.bytes("a/b/roadmap.yaml"), as: UTF8.self).hasPrefix(
        "# A scenario for Gait"))
  }

  /// The first plan that a user sees is good advice: it keeps its deadline and is worth something.
  @Test func theStarterPlanPays() throws {
    let scratch = try Scratch()
    #expect(try Tool.run("init", "shop", in: scratch.url).status == 0)
    let run = try Tool.run(
      "plan", "shop/roadmap.yaml", "--effort", "quick", "--format", "json", in: scratch.url)
    #expect(run.status == 0)
    guard case .number(let npv) = try run.json["value"]?["npv"] else {
      Issue.record("the plan has no value")
      return
    }
    #expect(npv > 0)
  }

  @Test func aFileIsNoDirectory() throws {
    let scratch = try Scratch()
    let file = try scratch.write("", to: "file")
    #expect(try Tool.run("init", file).status == 4)
  }
}
