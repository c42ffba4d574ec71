import Planning
import RoadmapModel
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
    guard isShown, progress.total > 0 else { return }
    let percent = progress.schedules * 100 / progress.total
    shown.withLock { state in
      guard percent > state.percent else { return }
      let best = progress.best.map { ", best so far \(notation.money($0))" } ?? ""
      let line = "searching: \(percent) %\(best)"
      Terminal.diagnostics.overwrite("\r" + line.padded(to: state.width))
      state = (percent, line.displayWidth)
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
