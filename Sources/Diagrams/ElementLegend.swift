import RoadmapModel

/// The names of elements with their symbols, in as many rows as they need.
struct ElementLegend: Hashable, Sendable {
  struct Entry: Hashable, Sendable {
    /// The place of the element in the maturity model.
    let element: Int
    let text: TextBox
  }

  let entries: [Entry]
  let maxY: Double

  private static let rowHeight = 18.0

  /// Lays out the elements of some capabilities, in the order of the maturity model, in rows no wider than `width`.
  init(
    _ roadmap: Roadmap, _ shown: Set<ElementID>, words: DiagramVocabulary, minY: Double, width: Double
  ) {
    var entries: [Entry] = []
    var (x, y) = (0.0, minY + Self.rowHeight / 2)
    for (index, element) in roadmap.maturity.elements.enumerated() where shown.contains(element.id) {
      let symbol = Theme.standard.swatch(forElement: index).symbol
      let lines = TextStyle.legend.metrics.wrap(
        "\(symbol) \(element.name[words.language])", width: 200, lines: 1
      ).lines.map(\.text)
      let needed = TextBox.width(of: lines, style: .legend)
      if x > 0, x + needed > width { (x, y) = (0, y + Self.rowHeight) }
      entries.append(
        Entry(element: index, text: TextBox(lines, style: .legend, alignment: .leading, x: x, midY: y)))
      x += needed + 24
    }
    self.entries = entries
    self.maxY = entries.isEmpty ? minY : y + Self.rowHeight / 2
  }
}

extension Canvas {
  /// Writes the names of elements in their colours.
  mutating func draw(_ legend: ElementLegend, _ theme: Theme) {
    for entry in legend.entries {
      add(
        entry.text, named: "element \(entry.element + 1)",
        color: theme.swatch(forElement: entry.element).line)
    }
  }
}
