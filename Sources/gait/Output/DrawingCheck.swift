import Diagrams
import Foundation

/// Compares drawings with the files that they would be written to.
struct DrawingCheck {
  private let drawings: [(file: OutputFile, bytes: [UInt8])]

  init(_ drawings: [(file: OutputFile, bytes: [UInt8])]) {
    self.drawings = drawings
  }

  /// Says which files are not what they should be.
  ///
  /// SVG of another release of Graphviz counts as the same when it is a drawing of the same diagram.
  ///
  /// - Throws: `CommandFailure` with the status of findings when there is any such file.
  func run() throws(CommandFailure) {
    var count = 0
    for (file, bytes) in drawings {
      guard let path = file.path else { continue }
      let problem: String
      if let known = FileManager.default.contents(atPath: path) {
        let isSame = Array(known) == bytes
        let digest = DiagramDocument.digest(inSVG: Array(known))
        if isSame || file.form == .svg && digest != nil && digest == DiagramDocument.digest(inSVG: bytes) {
          continue
        }
        problem = "no longer shows the scenario; draw it again without --check"
      } else {
        problem = "is not there; draw it without --check"
      }
      count += 1
      Terminal.diagnostics.note("\(path): error: the diagram \(problem) [diagram-out-of-date]")
    }
    if count > 0 { throw CommandFailure(.findings) }
  }
}
