import Planning
import RoadmapModel
import Simulation
import Synchronization

/// One line on a terminal that says how far a search is, and goes away afterwards.
final class ProgressLine: Sendable {
  private let isShown: Bool
  private let notation: Notation
  private let shown = Mutex<(percent: Int, width: Int)>((-1, 0))

  init(isShown: Bool, notation: Notation) {
    self.isShown = isShown
    self.notation = notation
  }

  /// Shows how far the search is; may be called from any thread.
  func update(_ progress: PlanningProgress) {
    let best = progress.best.map { ", best so far \(notation.money($0))" } ?? ""
    show("searching", progress.schedules, of: progress.total, best)
  }

  /// Shows how far a simulation is; may be called from any thread.
  func update(_ progress: SimulationProgress) {
    show("simulating", progress.trials, of: progress.total, ", \(notation.count(progress.total)) futures")
  }

  private func show(_ what: String, _ done: Int, of total: Int, _ rest: @autoclosure () -> String) {
    guard isShown, total > 0 else { return }
    let percent = done * 100 / total
    shown.withLock { state in
      guard percent > state.percent else { return }
      let line = "\(what): \(percent) %\(rest())"
      Terminal.diagnostics.overwrite("\r" + line.padded(to: state.width))
      state = (percent, line.displayWidth)
    }
  }

  /// Shows how far an analysis is; may be called from any thread.
  func update(plans: Int, of total: Int) {
    guard isShown, total > 0 else { return }
    shown.withLock { state in
      let line = "planning variants: \(plans) of about \(total)"
      Terminal.diagnostics.overwrite("\r" + line.padded(to: state.width))
      state = (state.percent, line.displayWidth)
    }
  }

  /// Takes the line away.
  func clear() {
    shown.withLock { state in
      guard state.width > 0 else { return }
      Terminal.diagnostics.overwrite("\r" + String(repeating: " ", count: state.width) + "\r")
      state = (100, 0)
    }
  }
}
