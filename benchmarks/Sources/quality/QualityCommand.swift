import ArgumentParser
import BenchmarkArguments
import BenchmarkInstances
import Foundation
import Planning

/// `quality`: how good plans are, on instances of which something is known.
@main struct QualityCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quality",
    abstract: "Solve instances, check every solution and report value, bound, gap, time and memory.",
    discussion: """
        quality --sizes 60,120 --seeds 1-5
        quality --psplib DIR --schedules 5000
        quality --minelib DIR --known newman1=24176864.82
        quality --nrp FILE --ratio 0.3,0.5
        quality --problem FILE --check SOLUTION.json

      Exit code 1 says that a solution breaks a rule or a bound is beaten.
      """)

  @OptionGroup var instances: InstanceOptions

  @Option(help: "quick, normal or thorough.", transform: Self.effort)
  var effort: Effort = .normal

  @Option(help: "The number of schedules to build, instead of an effort.")
  var schedules: Int?

  @Option(help: "The number of minimum cuts for the bound on the value, instead of an effort.")
  var cuts: Int?

  @Option(help: "The failures that each complete search may meet, instead of an effort.")
  var failures: Int?

  @Option(help: "The splits of branches that draw the bound on the value tighter, instead of an effort.")
  var splits: Int?

  @Option(help: "The seconds after which a search ends.")
  var timeLimit: Double?

  @Option(help: "The number of threads.")
  var threads = 2

  @Option(help: "The seed of the search.")
  var seed: UInt64 = 1

  @Option(
    help: "The table of best known makespans; without it best_known.csv beside the instances of PSPLIB.")
  var bestKnown: String?

  @Option(help: "The known optimum of an instance, as NAME=VALUE; may be repeated.", transform: Self.known)
  var known: [(name: String, value: Double)] = []

  @Option(help: "Check this solution of the one problem instead of solving it.")
  var check: String?

  @Flag(help: "Print JSON instead of a table.")
  var json = false

  func validate() throws {
    guard threads >= 1 else { throw ValidationError("a search needs a thread") }
    guard timeLimit ?? 0 >= 0 else { throw ValidationError("the time limit is negative") }
    guard schedules ?? 1 >= 1 else { throw ValidationError("a search needs a schedule") }
    guard cuts ?? 1 >= 1 else { throw ValidationError("a bound needs a cut") }
    guard splits ?? 0 >= 0 else { throw ValidationError("no bound has fewer than no splits") }
    guard failures ?? 0 >= 0 else { throw ValidationError("no search meets fewer than no failures") }
  }

  func run() async throws {
    let instances = try instances.instances()
    if let check { return try judge(check, instances) }
    let runner = MeasurementRunner(
      solver: GaitSolver(parameters: parameters), bestKnown: try bestKnownTable())
    var measurements: [Measurement] = []
    if !json { print(MeasurementTable.header) }
    for instance in instances {
      let measurement = try await runner.measure(instance, known: known)
      measurements.append(measurement)
      if !json { print(MeasurementTable.line(measurement)) }
    }
    let summary = QualitySummary(measurements)
    if json {
      let report = QualityReport(instances: measurements, summary: summary)
      FileHandle.standardOutput.write(try ProblemFile.json(report, isPretty: true))
    } else {
      print(MeasurementTable.text(summary))
    }
    try failOnViolations(measurements)
  }

  private var parameters: PlannerParameters {
    var parameters = PlannerParameters(effort: effort, seed: seed, threads: threads, timeLimit: timeLimit)
    parameters.schedules = schedules
    parameters.cuts = cuts
    parameters.nodes = failures
    parameters.splits = splits
    return parameters
  }

  private func bestKnownTable() throws -> BestKnown? {
    guard let path = bestKnown ?? instances.bestKnownPath() else { return nil }
    return try BestKnown(try Listing.text(path), file: path)
  }

  /// Checks the solution of another solver.
  private func judge(_ path: String, _ instances: [BenchmarkInstance]) throws {
    guard instances.count == 1 else { throw ValidationError("--check takes one problem") }
    let problem = try instances[0].load().problem
    let solution: PeerSolution
    do {
      solution = try JSONDecoder().decode(PeerSolution.self, from: try Listing.contents(path))
    } catch let error as DecodingError {
      throw InstanceError(file: path, "this is no solution: \(error)")
    }
    let verdict = SolutionChecker(problem).check(solution.startByID, claimedValue: solution.value)
    let report = CheckReport(violations: verdict.violations, value: verdict.value)
    if json {
      FileHandle.standardOutput.write(try ProblemFile.json(report, isPretty: true))
    } else {
      print(verdict.violations.isEmpty ? "all rules are kept; value \(verdict.value)" : "rules are broken:")
      for violation in verdict.violations { print("  \(violation)") }
    }
    if !verdict.violations.isEmpty { throw ExitCode(1) }
  }

  private func failOnViolations(_ measurements: [Measurement]) throws {
    let broken = measurements.filter { !$0.violations.isEmpty }
    guard !broken.isEmpty else { return }
    var text = ""
    for measurement in broken {
      for violation in measurement.violations { text += "VIOLATION \(measurement.name): \(violation)\n" }
    }
    FileHandle.standardError.write(Data(text.utf8))
    throw ExitCode(1)
  }

  private static func effort(_ text: String) throws -> Effort {
    guard let effort = Effort(rawValue: text) else {
      throw ValidationError("\(text) is not quick, normal or thorough")
    }
    return effort
  }

  private static func known(_ text: String) throws -> (name: String, value: Double) {
    let parts = text.split(separator: "=")
    guard parts.count == 2, let value = Double(parts[1]) else {
      throw ValidationError("\(text) is not NAME=VALUE")
    }
    return (String(parts[0]), value)
  }
}
