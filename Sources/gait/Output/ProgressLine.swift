import Planning
import RoadmapModel
import ScenarioAnalysis
import Simulation
import Synchronization

/// One line on a terminal that says how far a search is, and goes away afterwards.
final class ProgressLine: Sendable {
  private let isShown: Bool
  private let notation: Notation
  private let shown = Mutex<(percent: Int, line: String)>((-1, ""))

  init(isShown: Bool, notation: Notation) {
    self.isShown = isShown
    self.notation = notation
  }

  /// Shows how far the search is; may be called from any thread.
  func update(_ progress: PlanningProgress) {
    let best = progress.best.map { ", best so far \(worth($0, progress.objective))" } ?? ""
    let limit = progress.bound.map {
      ", \(progress.objective == .value ? "at most" : "at least") \(worth($0.limit, progress.objective))"
    }
    let gap = progress.gap.map { ", gap \(notation.percent($0))" } ?? ""
    show("searching", Int(progress.share * 1000), of: 1000, best + (limit ?? "") + gap)
  }

  /// The objective in words.
  private func worth(_ objective: Double, _ kind: Objective) -> String {
    kind == .time ? "period \(Int(objective))" : notation.money(Money(units: objective))
  }

  /// Shows how far a simulation is; may be called from any thread.
  func update(_ progress: SimulationProgress) {
    show("simulating", progress.trials, of: progress.total, ", \(notation.count(progress.total)) futures")
  }

  /// Shows what share of the plans of several scenarios is done; may be called from any thread.
  func update(_ share: Double, of scenarios: Int) {
    show("planning \(scenarios) scenarios", Int(share * 1000), of: 1000, "")
  }

  private func show(_ what: String, _ done: Int, of total: Int, _ rest: @autoclosure () -> String) {
    guard isShown, total > 0 else { return }
    let percent = done * 100 / total
    let line = "\(what): \(percent) %\(rest())"
    shown.withLock { state in
      guard percent >= state.percent, line != state.line else { return }
      Terminal.diagnostics.overwrite("\r" + line.padded(to: state.line.displayWidth))
      state = (percent, line)
    }
  }

  /// Shows how far an analysis is; may be called from any thread.
  func update(_ progress: AnalysisProgress) {
    guard isShown, progress.total > 0 else { return }
    shown.withLock { state in
      let line = "planning variants: \(progress.plans) of about \(progress.total)"
      Terminal.diagnostics.overwrite("\r" + line.padded(to: state.line.displayWidth))
      state.line = line
    }
  }

  /// Takes the line away.
  func clear() {
    shown.withLock { state in
      guard !state.line.isEmpty else { return }
      Terminal.diagnostics.overwrite("\r" + String(repeating: " ", count: state.line.displayWidth) + "\r")
      state = (Int.max, "")
    }
  }
}
