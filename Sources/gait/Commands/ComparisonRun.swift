import Planning
import RoadmapModel
import ScenarioAnalysis
import Simulation

/// One comparison, with progress on a terminal and with an ear for Ctrl-C, which ends the tool.
struct ComparisonRun {
  private let stop = StopSignal()
  private let interruption: Interruption
  private let progress: ProgressLine

  /// Prepares a comparison; from here on Ctrl-C is watched.
  init(_ words: LanguageOption, _ speech: QuietOption) {
    interruption = Interruption(raising: stop)
    progress = ProgressLine(
      isShown: Terminal.diagnostics.isInteractive && !speech.quiet,
      notation: Notation(language: words.language, currency: nil))
  }

  /// The result of the comparison.
  func comparison(_ comparer: Comparer, _ simulation: SimulationParameters) async throws -> Comparison {
    defer {
      progress.clear()
      interruption.cancel()
    }
    do {
      return try await comparer.comparison(simulation, signal: stop) { [progress] in progress.update($0) }
    } catch AnalysisError.interrupted {
      progress.clear()
      Interruption.endTheTool()
    }
  }
}
