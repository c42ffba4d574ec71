import ArgumentParser
import Foundation
import Planning
import RoadmapModel

/// The options of every command that plans.
struct PlanningOptions: ParsableArguments {
  @Option(help: "What the plan is chosen for; without it the scenario says.")
  var objective: Objective?

  @Option(help: "How much the search does; it counts steps, not seconds, so runs can be repeated.")
  var effort: Effort = .normal

  @Option(
    help: ArgumentHelp(
      "End the search after so many seconds with the best plan so far, which then depends on the machine's speed and says so.",
      valueName: "seconds"))
  var timeLimit: Double?

  @Option(help: "The seed of all random choices.")
  var seed: UInt64 = 1

  @Option(help: "The number of threads; it changes the time that a run takes, and nothing else.")
  var threads = min(16, max(1, ProcessInfo.processInfo.activeProcessorCount))

  func validate() throws {
    guard 1...256 ~= threads else {
      throw ValidationError("'--threads' must be from 1 to 256; it is \(threads).")
    }
    if let timeLimit, !(timeLimit.isFinite && timeLimit > 0) {
      throw ValidationError("'--time-limit' must be a number of seconds above zero.")
    }
  }

  /// What the planner is asked to do for a scenario.
  func parameters(inputHash: String, language: Language) -> PlannerParameters {
    PlannerParameters(
      objective: objective, effort: effort, seed: seed, threads: threads, timeLimit: timeLimit,
      language: language, inputHash: inputHash)
  }
}
