import RoadmapModel

/// The place of everything in the view of decisions: questions, options and what builds on them, from left to right.
struct DecisionLayout: Sendable {
  /// A question, an option or a consequence.
  struct Box: Sendable {
    let name: String
    /// The position of the capability; nil for a question.
    let position: Int?
    /// What it looks like, and what the legend calls that.
    let kind: LegendKey
    /// Whether it was chosen among alternatives.
    let isChosen: Bool
    let text: TextBox
    let frame: Rectangle
  }

  struct Arrow: Sendable {
    let tail: Int
    let head: Int
    /// Whether it leads to or from what has been chosen.
    let isTaken: Bool
    let corners: [Point]
  }

  let content: DecisionContent
  private(set) var header: [TextBox] = []
  private(set) var boxes: [Box] = []
  private(set) var arrows: [Arrow] = []
  /// The elements whose colours and symbols the boxes have.
  private(set) var elements: ElementLegend
  private(set) var legend: Legend
  private(set) var frame: Rectangle

  private static let boxHeight = 48.0
  private static let rowGap = 18.0
  private static let columnPitch = DecisionContent.boxWidth + 78
  /// The groups that stand side by side, so that the picture is no tower.
  private static let bandAspect = 1.4

  init(of content: DecisionContent) {
    self.content = content
    elements = ElementLegend(content.roadmap, [], words: content.words, minY: 0, width: 0)
    legend = Legend([], words: content.words, minX: 0, minY: 0, width: 0)
    frame = Rectangle(x: 0, y: 0, width: 760, height: 0)
    let width = { (bands: Int) in Double(bands) * Self.bandWidth }
    let total = content.groups.reduce(0) { $0 + Self.rowCount(of: $1) }
    let bands = (1...6).first { count in
      width(count) >= Double((total + count - 1) / count) * (Self.boxHeight + Self.rowGap) * Self.bandAspect
    }
    frame.maxX = max(frame.maxX, width(bands ?? 6))
    let top = addHeader()
    let rows = place(in: bands ?? 6, minY: top)
    addArrows(rows: rows, minY: top)
    let bottom = boxes.map(\.frame.maxY).max() ?? top
    let shown = Set(boxes.compactMap(\.position).map { content.roadmap.capabilities[$0].element })
    elements = ElementLegend(
      content.roadmap, shown, words: content.words, minY: bottom + 24, width: frame.maxX)
    legend = Legend(
      legendKeys, words: content.words, minX: 0, minY: elements.maxY + 2, width: frame.maxX)
    frame.maxY = max(legend.maxY, bottom + 10)
  }

  private static let bandWidth = 3 * columnPitch

  private var legendKeys: [LegendKey] {
    boxes.map(\.kind) + (boxes.contains(where: \.isChosen) ? [.chosen] : [])
      + arrows.map { $0.isTaken ? .taken : .notTaken }
  }

  private static func rowCount(of group: DecisionContent.Group) -> Int {
    let count = max(1, group.options.count, group.consequences.count)
    // A row of air below groups of several rows keeps them apart.
    return count > 1 ? count + 1 : count
  }

  private mutating func addHeader() -> Double {
    let title = TextStyle.title.metrics.wrap(content.title, width: frame.maxX - 4, lines: 1).lines
    header = [TextBox(title.map(\.text), style: .title, alignment: .leading, x: 0, midY: 12)]
    var y = 28.0
    for note in content.summary {
      let lines = TextStyle.subtitle.metrics.wrap(note, width: frame.maxX - 4, lines: 2).lines.map(\.text)
      header.append(TextBox(lines, style: .subtitle, alignment: .leading, x: 0, midY: y + 8))
      y += 17
    }
    return y + 24
  }

  /// Puts the groups into bands of about the same height, each of which has all its columns.
  private mutating func place(in bands: Int, minY: Double) -> Int {
    let counts = content.groups.map(Self.rowCount)
    let share = (counts.reduce(0, +) + bands - 1) / bands
    // The least height in which the groups, kept in their order, need no more bands than there are.
    let height = (share...max(share, counts.reduce(0, +))).first {
      Self.bandCount(counts, height: $0) <= bands
    }
    var (band, row, rows) = (0, 0, 0)
    for (number, group) in content.groups.enumerated() {
      let count = counts[number]
      if row > 0, row + count > height ?? share, band + 1 < bands { (band, row) = (band + 1, 0) }
      add(group, number: number, band: band, row: row, minY: minY)
      row += count
      rows = max(rows, row)
    }
    return rows
  }

  /// The bands that groups of given heights need, one after the other.
  private static func bandCount(_ counts: [Int], height: Int) -> Int {
    var (bands, row) = (1, 0)
    for count in counts {
      if row > 0, row + count > height { (bands, row) = (bands + 1, 0) }
      row += count
    }
    return bands
  }

  private mutating func add(_ group: DecisionContent.Group, number: Int, band: Int, row: Int, minY: Double) {
    let height = max(1, group.options.count, group.consequences.count)
    func frame(_ column: Int, _ row: Int) -> Rectangle {
      Rectangle(
        x: Double(band) * Self.bandWidth + Double(column) * Self.columnPitch + 8,
        y: minY + Double(row) * (Self.boxHeight + Self.rowGap), width: DecisionContent.boxWidth,
        height: Self.boxHeight)
    }
    func add(
      _ name: String, _ position: Int?, _ kind: LegendKey, isChosen: Bool = false, _ lines: [String],
      _ frame: Rectangle
    ) {
      let text = TextBox(lines, style: .bar, alignment: .centre, x: frame.midX, midY: frame.midY)
      boxes.append(
        Box(name: name, position: position, kind: kind, isChosen: isChosen, text: text, frame: frame))
    }
    let kinds = content.network.conditions.map(\.kind)
    add(group.name, nil, group.kind, group.question, frame(0, row + (height - 1) / 2))
    let firstOption = row + (height - group.options.count) / 2
    for (index, option) in group.options.enumerated() {
      add(
        "\(group.name) \(option.id)", option.position, kinds[option.position],
        isChosen: option.isTaken && group.options.count > 1, option.lines, frame(1, firstOption + index))
    }
    let firstConsequence = row + (height - group.consequences.count) / 2
    for (index, consequence) in group.consequences.enumerated() {
      add(
        "\(group.name) then \(consequence.id)", consequence.position, kinds[consequence.position],
        consequence.lines, frame(2, firstConsequence + index))
    }
  }

  private mutating func addArrows(rows: Int, minY: Double) {
    var links: [(tail: Int, head: Int, isTaken: Bool)] = []
    let index = Dictionary(
      zip(boxes.map(\.name), boxes.indices), uniquingKeysWith: { first, _ in first })
    for group in content.groups {
      for option in group.options {
        guard let tail = index[group.name], let head = index["\(group.name) \(option.id)"] else { continue }
        links.append((tail, head, option.isTaken))
      }
      for consequence in group.consequences {
        for number in consequence.options {
          let option = group.options[number]
          guard let tail = index["\(group.name) \(option.id)"],
            let head = index["\(group.name) then \(consequence.id)"]
          else { continue }
          links.append((tail, head, option.isTaken))
        }
      }
    }
    let pitch = Self.boxHeight + Self.rowGap
    let connectors = BoxConnectors(
      boxes: boxes.map(\.frame),
      rows: (0..<max(1, rows)).map {
        .init(minY: minY + Double($0) * pitch, maxY: minY + Double($0) * pitch + Self.boxHeight)
      },
      area: Rectangle(
        minX: 2, minY: minY - Self.rowGap, maxX: frame.maxX - 2, maxY: minY + Double(max(1, rows)) * pitch))
    let routes = connectors.routes(
      of: links.map {
        BoxConnectors.Link(
          source: $0.tail, target: $0.head, isUrgent: $0.isTaken, family: $0.isTaken ? 0 : 1)
      })
    arrows = zip(links, routes).map { Arrow(tail: $0.tail, head: $0.head, isTaken: $0.isTaken, corners: $1) }
  }
}
