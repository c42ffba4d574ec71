import ArgumentParser
import BenchmarkArguments
import BenchmarkInstances
import Foundation
import Planning

/// `generate`: problems as JSON, generated or converted from a public library.
@main struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Write problems as JSON (gait-problem/1), generated or converted.",
    discussion: """
        generate --sizes 60,120 --seeds 1-5 --output DIR
        generate --sizes 60 --features --output -
        generate --psplib j301_1.sm --output -
      """)

  @OptionGroup var instances: InstanceOptions

  @Option(
    name: .shortAndLong,
    help: "The directory to write NAME.json into, or - for one problem to standard output.")
  var output: String

  @Flag(help: "Also write NAME.witness.json: a solution that proves that a generated roadmap can be planned.")
  var witness = false

  func run() throws {
    let instances = try instances.instances()
    if output == "-" {
      guard instances.count == 1, !witness else {
        throw ValidationError("standard output takes one problem and no witness")
      }
      FileHandle.standardOutput.write(try ProblemFile.json(try instances[0].load().problem))
      return
    }
    try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
    for instance in instances {
      let (problem, proof) = try instance.load()
      let path = "\(output)/\(problem.scenario).json"
      try ProblemFile.json(problem).write(to: URL(fileURLWithPath: path))
      print(path)
      guard witness, let proof else { continue }
      let verdict = SolutionChecker(problem).check(proof)
      guard verdict.violations.isEmpty else {
        throw InstanceError(file: path, verdict.violations.joined(separator: "; "))
      }
      let solution = PeerSolution(status: "feasible", value: verdict.value, starts: proof)
      try ProblemFile.json(solution, isPretty: true)
        .write(to: URL(fileURLWithPath: "\(output)/\(problem.scenario).witness.json"))
    }
  }
}
