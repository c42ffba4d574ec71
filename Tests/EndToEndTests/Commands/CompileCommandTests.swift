import TestSupport
import Testing

@Suite struct CompileCommandTests {
  @Test func theProblemFollowsItsSchema() throws {
    let scratch = try Scratch()
    try scratch.write(Tool.cornerShop(), to: "shop.yaml")
    let run = try Tool.run("compile", "shop.yaml", "--objective", "time", "-o", "-", in: scratch.url)
    #expect(run.status == 0)
    let problem = try run.json
    #expect(try JSONSchema(named: "problem").errors(of: problem) == [])
    #expect(problem["format"] == .string("gait-problem/1"))
    #expect(problem["objective"] == .string("time"))
    #expect(
      try Tool.run("compile", "shop.yaml", "--objective", "time", "-o", "-", in: scratch.url).output
        == run.output)
  }

  @Test func onlyJSONIsWritten() throws {
    let run = try Tool.run("compile", "shop.yaml", "-o", "problem.yaml")
    #expect(run.status == 2)
    #expect(run.diagnostics.contains(".json"))
  }
}
