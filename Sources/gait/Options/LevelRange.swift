import ArgumentParser
import ScenarioFormat

/// A range of levels on the command line: `600k...1.5M`, or `60%...150%` of what the scenario has.
struct LevelRange: Hashable, Sendable {
  let first: Double
  let last: Double
  /// Whether the ends are shares of what the scenario has.
  let isRelative: Bool

  /// Reads two numbers with three dots between them.
  ///
  /// - Parameters:
  ///   - text: the argument.
  ///   - example: how such a range is written.
  /// - Throws: `ValidationError` that says what is wrong.
  init(_ text: String, like example: String = "600k...1.5M") throws {
    guard let dots = text.firstRange(of: "..."),
      let first = WrittenNumber(String(text[..<dots.lowerBound])),
      let last = WrittenNumber(String(text[dots.upperBound...]))
    else {
      throw ValidationError(
        "'\(text)' is no range; write it as \(example), or as 60%...150% of what there is.")
    }
    guard first.isPercentage == last.isPercentage else {
      throw ValidationError("'\(text)' mixes a percentage with a number.")
    }
    guard first.value >= 0, first.value < last.value else {
      throw ValidationError("'\(text)' has to go up, from zero or more.")
    }
    (self.first, self.last, isRelative) = (first.value, last.value, first.isPercentage)
  }

  /// The ends, given what the scenario has.
  func ends(around present: Double) -> (first: Double, last: Double) {
    isRelative ? (first * present, last * present) : (first, last)
  }
}
