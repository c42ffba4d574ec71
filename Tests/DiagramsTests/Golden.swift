import Foundation
import Testing

/// A text that a test expects, kept in a file.
///
/// With `GAIT_RECORD_GOLDENS=1` in the environment the files are written anew, and all tests that use them fail, so that
/// a recording is never taken for a pass.
struct Golden {
  private let file: URL

  init(_ name: String, source: String = #filePath) {
    self.file = URL(fileURLWithPath: source).deletingLastPathComponent()
      .appendingPathComponent("Goldens").appendingPathComponent(name)
  }

  func check(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    if ProcessInfo.processInfo.environment["GAIT_RECORD_GOLDENS"] != nil {
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(file.lastPathComponent)", sourceLocation: sourceLocation)
      return
    }
    let expected = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    let pairs = zip(text.split(separator: "\n"), expected.split(separator: "\n"))
    let difference = pairs.first { $0 != $1 }
    #expect(
      text == expected, "first difference: \(difference.map { "\($0) instead of \($1)" } ?? "length")",
      sourceLocation: sourceLocation)
  }
}
