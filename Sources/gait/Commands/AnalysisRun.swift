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

  /// The result of an analysis.
  func result<Result: Sendable>(
    _ body: (StopSignal, @escaping @Sendable (AnalysisProgress) -> Void) async throws(AnalysisError) -> Result
  ) async throws -> Result {
    defer {
      progress.clear()
      interruption.cancel()
    }
    do throws(AnalysisError) {
      return try await body(stop) { [progress] in progress.update(plans: $0.plans, of: $0.total) }
    } catch {
      switch error {
      case .interrupted:
        progress.clear()
        Interruption.endTheTool()
      case .defect(let defect): throw defect
      }
    }
  }
}
