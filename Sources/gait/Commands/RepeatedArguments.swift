import ArgumentParser

extension [String] {
  /// Throws a `ValidationError` when an argument is among these more than once.
  func checkNoneIsTwice() throws {
    guard let twice = indices.first(where: { self[..<$0].contains(self[$0]) }) else { return }
    throw ValidationError("'\(self[twice])' is given twice.")
  }
}
