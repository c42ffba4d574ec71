import ArgumentParser
import Planning
import RoadmapModel
import ScenarioFormat

/// `gait compile`: the planning problem as any other solver can read it.
struct CompileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile",
    abstract: "Write the compiled planning problem as JSON, for other solvers.",
    discussion: """
      The document holds activities with durations, needs, costs and windows of starts, the \
      requirements between them, capacities by period and budgets: what the planner itself \
      works on. docs/compiled-problem.md explains it.

        gait compile shop.yaml -o shop.json
        gait compile shop.yaml -o - | python3 solve.py
      """)

  @OptionGroup var scenario: ScenarioArgument
  @OptionGroup var speech: QuietOption

  @Option(help: "What a plan is chosen for; without it the scenario says.")
  var objective: Objective?

  @Option(
    name: [.customShort("o"), .customLong("output")], parsing: .unconditional,
    help: "The file to write, with the ending .json; - is standard output.",
    completion: .file(extensions: ["json"]), transform: { try OutputFile(argument: $0, known: [.json]) })
  var output: OutputFile

  func validate() throws {
    try OutputFile.validate([output], format: .text)
  }

  func run() throws {
    let (roadmap, reading) = try scenario.roadmap(speech)
    try OutputFile.check([output])
    let problem = Planner(roadmap).compiledProblem(objective: objective, inputHash: reading.inputHash)
    try output.write(JSONDocument.bytes(of: problem))
  }
}
