import ArgumentParser
import Foundation
import Planning
import RoadmapModel
import ScenarioAnalysis

/// The options of every command that plans variants of a scenario.
struct AnalysisOptions: ParsableArguments {
  @Option(help: "What plans are chosen for; without it the scenario says.")
  var objective: Objective?

  @Option(help: "How much each search does; it counts steps, not seconds, so runs can be repeated.")
  var effort: Effort = .normal

  @Option(help: "The seed of all random choices.")
  var seed: UInt64 = 1

  @Option(help: "The number of threads; it changes the time that a run takes, and nothing else.")
  var threads = min(16, max(1, ProcessInfo.processInfo.activeProcessorCount))

  func validate() throws {
    guard 1...256 ~= threads else {
      throw ValidationError("'--threads' must be from 1 to 256; it is \(threads).")
    }
  }

  /// What the planner is asked to do for the scenario itself.
  func planning(inputHash: String, language: Language) -> PlannerParameters {
    PlannerParameters(
      objective: objective, effort: effort, seed: seed, threads: threads, language: language,
      inputHash: inputHash)
  }

  /// What is asked of its variants.
  ///
  /// - Parameter inputHash: a digest of the scenario, where plans of variants or the result quote it.
  func analysis(_ language: Language, inputHash: String = "") -> AnalysisParameters {
    var parameters = AnalysisParameters(
      objective: objective, effort: effort, seed: seed, threads: threads, language: language)
    parameters.inputHash = inputHash
    return parameters
  }
}
