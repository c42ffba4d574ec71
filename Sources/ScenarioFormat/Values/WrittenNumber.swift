/// A number as a scenario would have it, for places outside scenarios such as options: `600k`, `1.2M`, `85%`.
package struct WrittenNumber: Hashable, Sendable {
  /// The value; a percentage is already divided by 100.
  package let value: Double
  /// Whether it was written as a percentage.
  package let isPercentage: Bool

  /// Reads a number that takes up the whole text; nil when it is none.
  package init?(_ text: String) {
    guard let number = try? NumberText(text) else { return nil }
    value = number.value
    isPercentage = number.suffix == .percent
  }
}
