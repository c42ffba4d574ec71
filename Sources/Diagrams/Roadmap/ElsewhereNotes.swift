import RoadmapModel

/// What the capabilities of a part need and lead to elsewhere, below the drawing of the part: one text for each that does.
struct ElsewhereNotes: Sendable {
  private(set) var texts: [TextBox] = []
  /// The bottom of the last text.
  private(set) var maxY: Double

  /// Notes on capabilities in some order, below a given height.
  init(of ids: [CapabilityID], in content: RoadmapContent, minY: Double, maxX: Double) {
    maxY = minY
    let metrics = TextStyle.money.metrics
    for id in ids {
      let beyond = content.elsewhere(id)
      guard !beyond.isEmpty else { continue }
      let name = content.roadmap.capability(id)?.name[content.vocabulary.language] ?? id.text
      let lines = metrics.wrap(
        "\(name) \(beyond.joined(separator: "; "))", width: maxX - RoadmapMeasures.moneyInset, lines: 2
      ).lines.map(\.text)
      let height = Double(lines.count) * metrics.lineHeight
      texts.append(
        TextBox(
          lines, style: .money, alignment: .leading, x: RoadmapMeasures.moneyInset,
          midY: maxY + 6 + height / 2))
      maxY += 2 + height
    }
  }
}

extension Canvas {
  /// Writes the notes of a part.
  mutating func draw(_ notes: ElsewhereNotes, _ theme: Theme) {
    for (index, text) in notes.texts.enumerated() {
      add(text, named: "elsewhere \(index + 1)", color: theme.mutedText)
    }
  }
}
