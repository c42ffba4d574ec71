import Planning
import RoadmapModel
import ScenarioFormat
import Simulation

/// One search for the plan whose simulated result at a confidence is best, with an ear for Ctrl-C.
struct ConfidenceRun {
  private let roadmap: Roadmap
  private let parameters: PlannerParameters
  private let isQuiet: Bool
  private let stop = StopSignal()
  private let interruption: Interruption

  /// Prepares a search; from here on Ctrl-C is watched.
  init(
    _ roadmap: Roadmap, _ reading: ScenarioReading, _ planning: PlanningOptions, _ words: LanguageOption,
    _ speech: QuietOption
  ) {
    self.roadmap = roadmap
    parameters = planning.parameters(inputHash: reading.inputHash, language: words.language)
    isQuiet = speech.quiet
    interruption = Interruption(raising: stop)
  }

  /// Finds the plan, and what the plan for expected values would have lost; nil when there is no plan, for which ``PlanningRun`` has the reasons.
  func choice(confidence: Double, trials: Int) async throws -> ConfidenceChoice? {
    let progress = ProgressLine(
      isShown: Terminal.diagnostics.isInteractive && !isQuiet,
      notation: Notation(language: parameters.language, currency: roadmap.business?.currency))
    let simulation = SimulationParameters(
      trials: trials, seed: parameters.seed, threads: parameters.threads)
    let outcome = try await ConfidencePlanner(roadmap: roadmap).run(
      parameters, simulation, confidence: confidence, signal: stop
    ) { progress.update($0) }
    progress.clear()
    interruption.cancel()
    if stop.wasRaised { Interruption.endTheTool() }
    guard case .choice(let choice) = outcome else { return nil }
    return choice
  }
}
