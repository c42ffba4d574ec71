import Planning
import RoadmapModel
import ScenarioAnalysis

/// One analysis, with progress on a terminal and with an ear for Ctrl-C, which ends the tool.
struct AnalysisRun {
  private let stop = StopSignal()
  private let interruption: Interruption
  private let progress: ProgressLine

  /// Prepares an analysis; from here on Ctrl-C is watched.
  init(_ words: LanguageOption, _ speech: QuietOption) {
    interruption = Interruption(raising: stop)
    progress = ProgressLine(
      isShown: Terminal.diagnostics.isInteractive && !speech.quiet,
      notation: Notation(language: words.language, currency: nil))
  }

  /// The result of an analysis, which is given the signal of Ctrl-C and the line that shows how far it is.
  func result<Result: Sendable>(
    _ body: (StopSignal, ProgressLine) async throws -> Result
  ) async throws -> Result {
    defer {
      progress.clear()
      interruption.cancel()
    }
    do {
      return try await body(stop, progress)
    } catch AnalysisError.interrupted {
      progress.clear()
      Interruption.endTheTool()
    } catch AnalysisError.defect(let defect) {
      throw defect
    }
  }
}
