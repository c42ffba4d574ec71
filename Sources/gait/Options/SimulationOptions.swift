import ArgumentParser
import RoadmapModel
import Simulation

/// The options of every command that simulates.
struct SimulationOptions: ParsableArguments {
  @Option(
    help:
      "The number of futures that are drawn; a power of two times 16 serves Sobol's sequence best. Without it 4096, and 256 when plans are made anew in each."
  )
  var trials: Int?

  @Option(help: "How work meets the futures; without it the scenario says.")
  var policy: ExecutionPolicy?

  @Option(help: "How the uncertain numbers are spread over the futures.")
  var sampling: Forecast.Run.Sampling = .sobol

  @Option(
    help: ArgumentHelp(
      "Draw no more futures once the standard errors are below this share, such as 0.5% or 0.005.",
      valueName: "share"), transform: Self.share)
  var error: Double?

  @Option(help: "How the drivers are found: rank correlations, or also Sobol's indices, which takes longer.")
  var sensitivity: SimulationParameters.Sensitivity = .rank

  func validate() throws {
    if let trials, !(1...SimulationParameters.trialLimit ~= trials) {
      throw ValidationError(
        "'--trials' must be from 1 to \(SimulationParameters.trialLimit); it is \(trials).")
    }
    if let error, !(error > 0 && error < 1) {
      throw ValidationError("'--error' must be above 0 and below 1, such as 0.005.")
    }
  }

  /// What the simulator is asked to do with a roadmap.
  func parameters(for roadmap: Roadmap, seed: UInt64, threads: Int) -> SimulationParameters {
    let policy = policy ?? roadmap.uncertainty.executionPolicy
    return SimulationParameters(
      trials: trials ?? SimulationParameters.usualTrials(policy), seed: seed, threads: threads,
      sampling: sampling, policy: policy, targetError: error, sensitivity: sensitivity)
  }

  /// A share, written as `0.005` or `0.5%`.
  static func share(_ text: String) throws -> Double {
    let isPercent = text.hasSuffix("%")
    guard let number = Double(isPercent ? text.dropLast() : text[...]), number.isFinite else {
      throw ValidationError("'\(text)' is not a share such as 0.5% or 0.005.")
    }
    return isPercent ? number / 100 : number
  }
}
