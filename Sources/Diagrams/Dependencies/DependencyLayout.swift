import RoadmapModel

/// The place of everything in the view of dependencies.
struct DependencyLayout: Sendable {
  /// A capability.
  struct Box: Hashable, Sendable {
    /// Its position in the roadmap.
    let position: Int
    /// Its name, and what is known about it.
    let lines: [String]
    let frame: Rectangle
  }

  /// A choice or a waiting time between a capability and what it needs.
  struct Tag: Hashable, Sendable {
    /// The need, by its place in ``DependencyNetwork/needs``.
    let need: Int
    let label: TextBox
    let frame: Rectangle
  }

  /// A stage with its heading.
  struct Panel: Hashable, Sendable {
    let stage: Int
    /// The band in which this part of the stage stands.
    let band: Int
    let heading: Rectangle
    let title: TextBox
    let frame: Rectangle

    /// Its name in DOT, which no other panel has.
    var name: String { band == 0 ? "stage \(stage + 1)" : "stage \(stage + 1) band \(band + 1)" }
  }

  /// Alternatives in one frame.
  struct Group: Hashable, Sendable {
    let title: TextBox
    let frame: Rectangle
  }

  /// An arrow, or the part of one before or behind a tag.
  struct Arrow: Hashable, Sendable {
    enum End: Hashable, Sendable {
      case box(Int)
      case tag(Int)
    }

    let need: Int
    let tail: End
    let head: End
    let corners: [Point]
  }

  let network: DependencyNetwork
  let words: DiagramVocabulary
  private(set) var header: [TextBox] = []
  private(set) var boxes: [Box] = []
  private(set) var tags: [Tag] = []
  private(set) var panels: [Panel] = []
  private(set) var groups: [Group] = []
  private(set) var arrows: [Arrow] = []
  private(set) var elements: ElementLegend
  private(set) var legend: Legend
  /// The whole drawing.
  private(set) var frame: Rectangle
  private let columns: DependencyColumns
  /// The lines of each capability's box, by position.
  private let labels: [[String]]
  /// The height of all boxes: enough for the one with the most lines.
  private let boxHeight: Double
  /// The bottom of the stages' headings.
  private let bodyMinY: Double

  init(of network: DependencyNetwork, title: String, words: DiagramVocabulary, theme: Theme) {
    self.network = network
    self.words = words
    let labels = network.roadmap.capabilities.indices.map {
      network.isShown[$0] ? Self.label(of: $0, in: network, words, theme) : []
    }
    self.labels = labels
    let text = Double(labels.map(\.count).max() ?? 0) * TextStyle.bar.metrics.lineHeight
    let boxHeight = max(DependencyMeasures.leastBoxHeight, text + DependencyMeasures.boxPadding)
    self.boxHeight = boxHeight
    self.columns = DependencyColumns(network, boxHeight: boxHeight)
    self.elements = ElementLegend(network.roadmap, [], words: words, minY: 0, width: 0)
    self.legend = Legend([], words: words, minX: 0, minY: 0, width: 0)
    self.frame = Rectangle(x: 0, y: 0, width: 0, height: 0)
    self.bodyMinY = 58 + DependencyMeasures.stageStrip
    addBoxes()
    addTags()
    addPanels()
    addGroups()
    addArrows()
    addHeader(title)
    addFooter()
  }

  // MARK: Boxes

  private var rowPitch: Double { boxHeight + DependencyMeasures.rowGap }

  /// The height of a band below the headings of its stages.
  private var bandHeight: Double { DependencyMeasures.rowGap + Double(columns.rowCount) * rowPitch }

  /// The bottom of the headings of a band.
  private func minY(ofBand band: Int) -> Double {
    bodyMinY + Double(band) * (bandHeight + DependencyMeasures.bandGap)
  }

  private func minY(ofRow row: Int, inBand band: Int) -> Double {
    minY(ofBand: band) + DependencyMeasures.rowGap + Double(row) * rowPitch
  }

  private var bodyMaxY: Double { minY(ofBand: max(0, columns.bands.count - 1)) + bandHeight }

  /// The left sides of the columns: each leaves room for the tags before its boxes.
  private var columnsMinX: [Double] {
    let places = columns.places
    let opensBand = Set(columns.bands.map(\.lowerBound))
    var x = 0.0
    return columns.columns.indices.map { index in
      let tagCounts = Dictionary(
        grouping: tagged.filter { places[network.needs[$0].dependent]?.column == index }
      ) {
        network.needs[$0].dependent
      }
      let room = Double(tagCounts.values.map(\.count).max() ?? 0) * DependencyMeasures.junctionRoom
      if opensBand.contains(index) {
        x = corridor + DependencyMeasures.gutter / 2
      } else {
        x += DependencyMeasures.gutter
        x +=
          columns.columns[index - 1].stage == columns.columns[index].stage ? 0 : DependencyMeasures.stageGap
      }
      x += room
      defer { x += DependencyMeasures.boxWidth }
      return x
    }
  }

  /// The room on both sides of the bands for the arrows that pass between two of them; none where there is one band.
  private var corridor: Double {
    guard columns.bands.count > 1 else { return 0 }
    let places = columns.places
    var passing = Array(repeating: 0, count: columns.bands.count)
    for need in network.needs {
      let bands = ([need.dependent] + need.members).compactMap { places[$0] }.map {
        columns.band(ofColumn: $0.column)
      }
      guard let first = bands.min(), let last = bands.max() else { continue }
      for band in first..<last { passing[band] += 1 }
    }
    let most = Double(passing.max() ?? 0)
    return min(DependencyMeasures.mostCorridor, 12 + BoxConnectors.columnPitch * most)
  }

  private mutating func addBoxes() {
    let (places, minXs) = (columns.places, columnsMinX)
    boxes = network.roadmap.capabilities.indices.compactMap { position in
      guard let place = places[position] else { return nil }
      return Box(
        position: position, lines: labels[position],
        frame: Rectangle(
          x: minXs[place.column],
          y: minY(ofRow: place.row, inBand: columns.band(ofColumn: place.column)),
          width: DependencyMeasures.boxWidth,
          height: boxHeight))
    }
  }

  /// The name of a capability, with a sign when it is critical, and what is known about it.
  private static func label(
    of position: Int, in network: DependencyNetwork, _ words: DiagramVocabulary, _ theme: Theme
  ) -> [String] {
    let capability = network.roadmap.capabilities[position]
    let element = network.roadmap.maturity.elements.firstIndex { $0.id == capability.element } ?? 0
    let width = DependencyMeasures.boxWidth - 2 * DependencyMeasures.boxPadding
    let metrics = TextStyle.bar.metrics
    let name = metrics.wrap(
      words.markedName(of: position, in: network), width: width, lines: DependencyMeasures.nameLines)
    let status = metrics.wrap(
      "\(theme.swatch(forElement: element).symbol) \(words.status(of: position, in: network))", width: width,
      lines: 2)
    return (name.lines + status.lines).map(\.text) + elsewhere(of: position, in: network, words, width: width)
  }

  /// What a capability needs and leads to beyond what is shown, as far as names have room.
  private static func elsewhere(
    of position: Int, in network: DependencyNetwork, _ words: DiagramVocabulary, width: Double
  ) -> [String] {
    let beyond = network.elsewhere(of: position)
    return [
      (beyond.needs, words.needsElsewhere), (beyond.dependents, words.leadsElsewhere),
    ].flatMap { positions, say -> [String] in
      guard !positions.isEmpty else { return [] }
      let names = positions.map { network.nameWithPart(of: $0, words) }
      func wrap(_ count: Int) -> WrappedText {
        TextStyle.bar.metrics.wrap(
          say(Array(names.prefix(count)), names.count), width: width, lines: DependencyMeasures.elsewhereLines
        )
      }
      let fitting = stride(from: names.count, to: 0, by: -1).lazy.map(wrap).first { !$0.isShortened }
      return (fitting ?? wrap(0)).lines.map(\.text)
    }
  }

  /// The needs that have a tag.
  private var tagged: [Int] {
    network.needs.indices.filter { network.needs[$0].isChoice || network.needs[$0].lag > 0 }
  }

  private mutating func addTags() {
    var right: [Int: Double] = [:]
    for index in tagged {
      let need = network.needs[index]
      guard let box = boxes.first(where: { $0.position == need.dependent }) else { continue }
      let text = [
        need.isChoice ? words.junction(need.count, of: need.total) : "",
        need.lag > 0 ? words.lag(weeks: need.lag) : "",
      ].filter { !$0.isEmpty }.joined(separator: " ")
      let width = TextStyle.money.metrics.width(of: text) + 10
      let maxX = (right[need.dependent] ?? box.frame.minX) - DependencyMeasures.junctionOffset
      let frame = Rectangle(
        x: maxX - width, y: box.frame.midY - DependencyMeasures.junctionHeight / 2, width: width,
        height: DependencyMeasures.junctionHeight)
      let label = TextBox([text], style: .money, alignment: .centre, x: frame.midX, midY: frame.midY)
      tags.append(Tag(need: index, label: label, frame: frame))
      right[need.dependent] = frame.minX
    }
  }

  // MARK: Stages and groups

  private mutating func addPanels() {
    let minXs = columnsMinX
    for (band, range) in columns.bands.enumerated() {
      var x = corridor
      for index in range {
        let stage = columns.columns[index].stage
        guard index + 1 == range.upperBound || columns.columns[index + 1].stage != stage else { continue }
        let maxX = minXs[index] + DependencyMeasures.boxWidth + DependencyMeasures.gutter / 2
        addPanel(stage, in: band, minX: x, maxX: maxX)
        x = maxX + DependencyMeasures.stageGap
      }
    }
  }

  private mutating func addPanel(_ stage: Int, in band: Int, minX: Double, maxX: Double) {
    let bodyMinY = minY(ofBand: band)
    let strip = Rectangle(
      minX: minX, minY: bodyMinY - DependencyMeasures.stageStrip, maxX: maxX, maxY: bodyMinY)
    let name = network.roadmap.maturity.stages[stage].name[words.language]
    let lines = TextStyle.stage.metrics.wrap(name, width: max(20, strip.width - 16), lines: 1).lines
    panels.append(
      Panel(
        stage: stage, band: band, heading: strip,
        title: TextBox(
          lines.map(\.text), style: .stage, alignment: .centre, x: strip.midX, midY: strip.midY),
        frame: Rectangle(minX: minX, minY: bodyMinY, maxX: maxX, maxY: bodyMinY + bandHeight)))
  }

  private mutating func addGroups() {
    for (alternative, members) in network.groups {
      let frames = boxes.filter { members.contains($0.position) }.map(\.frame)
      guard let top = frames.map(\.minY).min(), let bottom = frames.map(\.maxY).max() else { continue }
      let padding = DependencyMeasures.framePadding
      let x = frames[0].minX
      let lines = TextStyle.money.metrics.wrap(
        words.alternative(alternative.name[words.language], alternative.choice),
        width: DependencyMeasures.boxWidth, lines: 1
      ).lines
      groups.append(
        Group(
          title: TextBox(
            lines.map(\.text), style: .money, alignment: .leading, x: x,
            midY: top - DependencyMeasures.frameTitle / 2),
          frame: Rectangle(
            minX: x - padding, minY: top - DependencyMeasures.frameTitle - 2,
            maxX: frames[0].maxX + padding, maxY: bottom + padding)))
    }
  }

  // MARK: Arrows

  private mutating func addArrows() {
    var pieces: [(need: Int, tail: Arrow.End, head: Arrow.End)] = []
    for (index, need) in network.needs.enumerated() {
      let tag = tags.firstIndex { $0.need == index }
      let head = Arrow.End.box(need.dependent)
      for member in need.members {
        pieces.append((index, .box(member), tag.map { .tag($0) } ?? head))
      }
      if let tag { pieces.append((index, .tag(tag), head)) }
    }
    let links = pieces.map { piece in
      BoxConnectors.Link(
        source: slot(of: piece.tail), target: slot(of: piece.head),
        isUrgent: network.needs[piece.need].isCritical,
        family: key(of: piece.need, from: piece.tail) == .choice ? 1 : 0)
    }
    let rows = columns.bands.indices.flatMap { band in
      (0..<columns.rowCount).map { minY(ofRow: $0, inBand: band) }
    }
    let connectors = BoxConnectors(
      boxes: boxes.map(\.frame) + tags.map(\.frame),
      labels: groups.map(\.title.frame) + panels.map(\.heading),
      rows: rows.map { .init(minY: $0, maxY: $0 + boxHeight) },
      area: Rectangle(minX: 4, minY: bodyMinY, maxX: panelsMaxX + corridor - 4, maxY: bodyMaxY),
      lines: groups.flatMap { [$0.frame.minX, $0.frame.maxX] },
      levels: groups.flatMap { [$0.frame.minY, $0.frame.maxY] })
    arrows = zip(pieces, connectors.routes(of: links)).map { piece, corners in
      Arrow(need: piece.need, tail: piece.tail, head: piece.head, corners: corners)
    }
  }

  /// The place of an end among all boxes and tags.
  private func slot(of end: Arrow.End) -> Int {
    switch end {
    case .box(let position): boxes.firstIndex { $0.position == position } ?? 0
    case .tag(let index): boxes.count + index
    }
  }

  // MARK: Header and footer

  private static let leastWidth = 640.0

  /// The right side of the widest band.
  private var panelsMaxX: Double { panels.map(\.frame.maxX).max() ?? 0 }

  private mutating func addHeader(_ title: String) {
    let summary = TextBox(
      [words.summary(of: network)], style: .subtitle, alignment: .leading, x: 0, midY: 36)
    frame.maxX = max(Self.leastWidth, panelsMaxX + corridor, summary.frame.maxX)
    let lines = TextStyle.title.metrics.wrap(title, width: frame.maxX - 4, lines: 1).lines
    header = [
      TextBox(lines.map(\.text), style: .title, alignment: .leading, x: 0, midY: 12),
      summary,
    ]
  }

  private mutating func addFooter() {
    let shown = Set(network.shown.map { network.roadmap.capabilities[$0].element })
    elements = ElementLegend(network.roadmap, shown, words: words, minY: bodyMaxY + 12, width: frame.maxX)
    legend = Legend(legendKeys, words: words, minX: 0, minY: elements.maxY + 2, width: frame.maxX)
    frame.maxY = legend.maxY
  }

  private var legendKeys: [LegendKey] {
    var keys = network.shown.map { network.conditions[$0].kind }
    keys += arrows.map { key(of: $0) }
    if network.needs.contains(where: \.isChoice) { keys.append(.junction) }
    if network.needs.contains(where: { $0.lag > 0 }) { keys.append(.lag) }
    if !groups.isEmpty { keys.append(.alternatives) }
    return keys
  }

  /// What the legend says about an arrow.
  func key(of arrow: Arrow) -> LegendKey { key(of: arrow.need, from: arrow.tail) }

  private func key(of index: Int, from tail: Arrow.End) -> LegendKey {
    let need = network.needs[index]
    if need.isCritical { return .criticalPrerequisite }
    if need.isChoice, case .box = tail { return .choice }
    return .need
  }
}
