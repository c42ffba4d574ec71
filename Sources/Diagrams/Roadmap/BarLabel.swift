/// The name of a bar, set beside it once and inside it for every width that is tried.
struct BarLabel: Hashable, Sendable {
  let text: String
  /// The label as it stands beside a bar.
  let beside: WrappedText
  private let widestWord: Double

  init(_ text: String) {
    self.text = text
    self.widestWord = text.split(separator: " ").map(TextStyle.bar.metrics.width(of:)).max() ?? 0
    let widths = RoadmapMeasures.labelWidths
    let labels = widths.filter { [widestWord] in widestWord <= $0 }.map {
      TextStyle.bar.metrics.wrap(text, width: $0, lines: 2)
    }.filter { !$0.isShortened }
    let whole = labels.first { $0.lines.dropLast().allSatisfy { !$0.text.hasSuffix("-") } }
    self.beside =
      whole ?? labels.first
      ?? TextStyle.bar.metrics.wrap(text, width: widths[widths.count - 1], lines: 2)
  }

  /// The name on at most two lines with all words whole; nil when the width does not allow it.
  func inside(width: Double) -> WrappedText? {
    guard widestWord <= width else { return nil }
    let wrapped = TextStyle.bar.metrics.wrap(text, width: width, lines: 2)
    return wrapped.isShortened ? nil : wrapped
  }
}
