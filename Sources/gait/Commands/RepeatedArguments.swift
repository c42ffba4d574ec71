import ArgumentParser

extension [String] {
  /// Throws a `ValidationError` when an argument is among these more than once.
  ///
  /// - Parameter identity: what two arguments have in common exactly when they mean the same.
  func checkNoneIsTwice(by identity: (String) -> String = { $0 }) throws {
    let all = map(identity)
    guard let twice = indices.first(where: { all[..<$0].contains(all[$0]) }) else { return }
    throw ValidationError("'\(self[twice])' is given twice.")
  }
}
