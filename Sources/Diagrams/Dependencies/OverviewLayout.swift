import RoadmapModel

/// The place of everything in the collapsed view of dependencies: one box for each stage and element.
struct OverviewLayout: Sendable {
  /// The capabilities of one stage and element.
  struct Box: Hashable, Sendable {
    let stage: Int
    let element: Int
    let members: [Int]
    let text: TextBox
    let frame: Rectangle

    var name: String { "stage \(stage + 1) element \(element + 1)" }
  }

  /// Needs of capabilities in one box for some in another.
  struct Arrow: Hashable, Sendable {
    let tail: Int
    let head: Int
    /// The needs that the arrow stands for.
    let count: Int
    let isCritical: Bool
    let corners: [Point]

    /// What the legend calls it.
    var key: LegendKey { isCritical ? .criticalPrerequisite : .need }
  }

  let network: DependencyNetwork
  let words: DiagramVocabulary
  let header: [TextBox]
  /// The headings of the stages.
  private(set) var headings: [(stage: Int, frame: Rectangle, title: TextBox)] = []
  private(set) var boxes: [Box] = []
  private(set) var arrows: [Arrow] = []
  private(set) var legend: Legend
  private(set) var frame: Rectangle

  private static let boxSize = (width: 190.0, height: 62.0)
  private static let gutter = 110.0
  private static let rowGap = 40.0
  private static let bodyMinY = 84.0

  init(of network: DependencyNetwork, title: String, words: DiagramVocabulary) {
    self.network = network
    self.words = words
    let titleLines = TextStyle.title.metrics.wrap(title, width: 700, lines: 2).lines.map(\.text)
    let top = Double(titleLines.count) * TextStyle.title.metrics.lineHeight
    header = [
      TextBox(titleLines, style: .title, alignment: .leading, x: 0, midY: top / 2 + 1),
      TextBox([words.summary(of: network)], style: .subtitle, alignment: .leading, x: 0, midY: top + 14),
    ]
    legend = Legend([], words: words, minX: 0, minY: 0, width: 0)
    frame = Rectangle(x: 0, y: 0, width: max(760, header[1].frame.maxX, header[0].frame.maxX), height: 0)
    addBoxes(minY: top + Self.bodyMinY)
    addArrows()
    let keys = boxes.map(kind(of:)) + arrows.map(\.key)
    let bottom = boxes.map(\.frame.maxY).max() ?? top
    legend = Legend(
      keys, words: words, minX: 0, minY: bottom + Self.rowGap + 10, width: frame.maxX)
    frame.maxY = max(legend.maxY, bottom + 10)
  }

  /// What a box looks like: what is the most alive in it that is not done yet, or else what all of it is.
  func kind(of box: Box) -> LegendKey {
    let kinds = Set(box.members.map { network.conditions[$0].kind })
    let open: [LegendKey: LegendKey] = [
      .critical: .someCritical, .planned: .somePlanned, .begun: .someBegun, .missing: .someMissing,
      .unplanned: .someUnplanned,
    ]
    let order: [LegendKey] = [.critical, .planned, .begun, .missing, .unplanned]
    if let first = order.first(where: kinds.contains) { return open[first] ?? first }
    return kinds.contains(.live) ? .allLive : .notApplicable
  }

  private mutating func addBoxes(minY: Double) {
    let roadmap = network.roadmap
    let elements = roadmap.maturity.elements.indices.filter { element in
      network.shown.contains { roadmap.capabilities[$0].element == roadmap.maturity.elements[element].id }
    }
    var x = Self.gutter / 2
    for (rank, stage) in roadmap.maturity.stages.enumerated() {
      let inStage = network.shown.filter { roadmap.capabilities[$0].stage == stage.id }
      guard !inStage.isEmpty else { continue }
      for (row, element) in elements.enumerated() {
        let members = inStage.filter {
          roadmap.capabilities[$0].element == roadmap.maturity.elements[element].id
        }
        guard !members.isEmpty else { continue }
        let frame = Rectangle(
          x: x, y: minY + Double(row) * (Self.boxSize.height + Self.rowGap), width: Self.boxSize.width,
          height: Self.boxSize.height)
        boxes.append(
          Box(
            stage: rank, element: element, members: members, text: text(element, members, frame), frame: frame
          ))
      }
      addHeading(rank, minX: x - Self.gutter / 2, minY: minY - 46)
      x += Self.boxSize.width + Self.gutter
    }
    frame.maxX = max(frame.maxX, x - Self.gutter / 2)
  }

  private mutating func addHeading(_ stage: Int, minX: Double, minY: Double) {
    let strip = Rectangle(
      minX: minX + 4, minY: minY, maxX: minX + Self.boxSize.width + Self.gutter - 4,
      maxY: minY + DependencyMeasures.stageStrip)
    let name = network.roadmap.maturity.stages[stage].name[words.language]
    let lines = TextStyle.stage.metrics.wrap(name, width: strip.width - 16, lines: 1).lines.map(\.text)
    headings.append(
      (stage, strip, TextBox(lines, style: .stage, alignment: .centre, x: strip.midX, midY: strip.midY)))
  }

  private func text(_ element: Int, _ members: [Int], _ frame: Rectangle) -> TextBox {
    let symbol = Theme.standard.swatch(forElement: element).symbol
    let name = network.roadmap.maturity.elements[element].name[words.language]
    let width = frame.width - 16
    let metrics = TextStyle.bar.metrics
    let title = metrics.wrap(
      "\(symbol) \(name) \u{B7} \(words.capabilities(members.count))", width: width, lines: 2)
    // Lines break between the counts.
    let counts = words.counts(of: network, among: members).map { $0.replacing(" ", with: "\u{A0}") }
    let states = metrics.wrap(counts.joined(separator: " \u{B7} "), width: width, lines: 3)
    return TextBox(
      (title.lines + states.lines).map(\.text), style: .bar, alignment: .centre, x: frame.midX,
      midY: frame.midY)
  }

  private mutating func addArrows() {
    var boxOf: [Int: Int] = [:]
    for (index, box) in boxes.enumerated() {
      for member in box.members { boxOf[member] = index }
    }
    var counts: [[Int]: (count: Int, isCritical: Bool)] = [:]
    for need in network.needs {
      for member in need.members {
        guard let tail = boxOf[member], let head = boxOf[need.dependent], tail != head else { continue }
        let known = counts[[tail, head], default: (0, false)]
        counts[[tail, head]] = (known.count + 1, known.isCritical || need.isCritical)
      }
    }
    let all = counts.keys.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
    let reduction = ArrowReduction(nodeCount: boxes.count, arrows: all.map { (tail: $0[0], head: $0[1]) })
    let pairs = zip(all, reduction.isNeeded).filter { $0.1 || counts[$0.0]?.isCritical == true }.map(\.0)
    let rows = Set(boxes.map(\.frame.minY)).sorted().map {
      BoxConnectors.Row(minY: $0, maxY: $0 + Self.boxSize.height)
    }
    guard let first = rows.first, let last = rows.last else { return }
    let connectors = BoxConnectors(
      boxes: boxes.map(\.frame), rows: rows,
      area: Rectangle(
        minX: 4, minY: first.minY - 14, maxX: frame.maxX - 4, maxY: last.maxY + Self.rowGap - 8))
    let links = pairs.map {
      BoxConnectors.Link(source: $0[0], target: $0[1], isUrgent: counts[$0]?.isCritical == true)
    }
    arrows = zip(pairs, connectors.routes(of: links)).map { pair, corners in
      let known = counts[pair] ?? (0, false)
      return Arrow(
        tail: pair[0], head: pair[1], count: known.count, isCritical: known.isCritical, corners: corners)
    }
  }
}
