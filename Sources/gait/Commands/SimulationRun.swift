import Planning
import RoadmapModel
import Simulation

/// One simulation, with progress on a terminal and with an ear for Ctrl-C.
struct SimulationRun {
  private let roadmap: Roadmap
  private let words: LanguageOption
  private let isQuiet: Bool
  private let stop = StopSignal()
  private let interruption: Interruption

  /// Prepares a simulation; from here on Ctrl-C is watched.
  init(_ roadmap: Roadmap, _ words: LanguageOption, _ speech: QuietOption) {
    self.roadmap = roadmap
    self.words = words
    isQuiet = speech.quiet
    interruption = Interruption(raising: stop)
  }

  /// Simulates a plan.
  ///
  /// A simulation that is interrupted before it has futures ends the tool.
  func forecast(of plan: Plan, _ parameters: SimulationParameters) async throws -> Forecast {
    let simulator: Simulator
    do {
      simulator = try Simulator(roadmap: roadmap, plan: plan)
    } catch {
      throw CommandFailure(.findings, "the plan cannot be simulated: \(error)")
    }
    let progress = ProgressLine(
      isShown: Terminal.diagnostics.isInteractive && !isQuiet,
      notation: Notation(language: words.language, currency: plan.currency))
    let forecast = await simulator.run(parameters, signal: stop) { progress.update($0) }
    progress.clear()
    interruption.cancel()
    guard stop.wasRaised else { return forecast }
    if forecast.run.trials == 0 { Interruption.endTheTool() }
    Terminal.diagnostics.note("gait: interrupted; this is the forecast of \(forecast.run.trials) futures")
    return forecast
  }
}
