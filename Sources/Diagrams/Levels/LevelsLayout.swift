import RoadmapModel

/// The place of everything in the picture of maturity: elements from top to bottom, stages from left to right.
struct LevelsLayout: Sendable {
  /// A capability.
  struct Box: Hashable, Sendable {
    let position: Int
    let text: TextBox
    let frame: Rectangle
  }

  /// An element at a stage.
  struct Cell: Hashable, Sendable {
    let element: Int
    let stage: Int
    let standing: LevelStanding
    let frame: Rectangle
    let title: TextBox
  }

  /// A stage with its heading.
  struct Column: Hashable, Sendable {
    let stage: Int
    let frame: Rectangle
    let title: TextBox
  }

  /// The name of an element.
  struct Row: Hashable, Sendable {
    let element: Int
    let frame: Rectangle
    let name: TextBox
  }

  let content: LevelsContent
  private(set) var header: [TextBox] = []
  private(set) var columns: [Column] = []
  private(set) var rows: [Row] = []
  private(set) var cells: [Cell] = []
  private(set) var boxes: [Box] = []
  /// The line between what has been reached today and what has not, from the top.
  private(set) var front: [Point] = []
  /// The place, above the headings, where the company as a whole stands, and what is written there.
  private(set) var position: (mark: Point, label: TextBox)?
  private(set) var legend: Legend
  private(set) var frame: Rectangle

  private static let boxSize = (width: 132.0, height: 50.0)
  /// The lines of text that a box holds.
  private static let boxLines = 4
  private static let gap = 6.0
  private static let padding = 8.0
  private static let columnGap = 14.0
  private static let rowGap = 8.0
  private static let nameWidth = 128.0
  private static let leastHeadingHeight = 24.0
  private static let aspect = 1.5

  init(of content: LevelsContent) {
    self.content = content
    let trials = (1...10).map { Self.size(of: content, across: $0) }
    let across = (trials.firstIndex { $0.width >= $0.height * Self.aspect } ?? trials.count - 1) + 1
    legend = Legend([], words: content.words, minX: 0, minY: 0, width: 0)
    frame = Rectangle(x: 0, y: 0, width: max(700, trials[across - 1].width), height: 0)
    let top = addHeader()
    let headingHeight = addColumns(across, minY: top)
    addRows(across, minY: top + headingHeight + Self.rowGap)
    addFront()
    addPosition(maxY: top)
    legend = Legend(
      content.legendKeys, words: content.words, minX: 0, minY: (rows.last?.frame.maxY ?? top) + 12,
      width: frame.maxX)
    frame.maxY = legend.maxY
  }

  // MARK: Sizes

  /// The lines that say whether a stage has been reached, as many as those of the longest need.
  private static func titleLines(of content: LevelsContent, across: Int) -> Int {
    content.rows.flatMap(\.cells).map { title(of: $0, in: content, across: across).count }.max() ?? 1
  }

  /// The height of those lines.
  private static func titleHeight(of content: LevelsContent, across: Int) -> Double {
    17 + Double(titleLines(of: content, across: across) - 1) * TextStyle.money.metrics.lineHeight
  }

  private static func title(of cell: LevelsContent.Cell, in content: LevelsContent, across: Int) -> [String] {
    TextStyle.money.metrics.wrap(
      content.standing(of: cell), width: columnWidth(across) - 2 * padding, lines: 3
    ).lines.map(\.text)
  }

  private static func columnWidth(_ across: Int) -> Double {
    Double(across) * (boxSize.width + gap) - gap + 2 * padding
  }

  private static func height(of row: LevelsContent.Row, in content: LevelsContent, across: Int) -> Double {
    let lines = row.cells.map { ($0.members.count + across - 1) / across }.max() ?? 0
    return titleHeight(of: content, across: across) + Double(max(1, lines)) * (boxSize.height + gap) - gap + 2
      * padding
  }

  private static func size(of content: LevelsContent, across: Int) -> (width: Double, height: Double) {
    let stages = Double(content.stages.count)
    let height = content.rows.reduce(0) { $0 + Self.height(of: $1, in: content, across: across) + rowGap }
    return (nameWidth + stages * (columnWidth(across) + columnGap), height + 150)
  }

  private func minX(ofColumn column: Int, _ across: Int) -> Double {
    Self.nameWidth + Self.columnGap + Double(column) * (Self.columnWidth(across) + Self.columnGap)
  }

  // MARK: Parts

  private mutating func addHeader() -> Double {
    let title = TextStyle.title.metrics.wrap(content.title, width: frame.maxX - 4, lines: 1).lines
    header = [TextBox(title.map(\.text), style: .title, alignment: .leading, x: 0, midY: 12)]
    var y = 27.0
    for note in content.summary {
      let lines = TextStyle.subtitle.metrics.wrap(note, width: frame.maxX - 4, lines: 2).lines.map(\.text)
      let height = Double(lines.count) * TextStyle.subtitle.metrics.lineHeight + 3
      header.append(TextBox(lines, style: .subtitle, alignment: .leading, x: 0, midY: y + height / 2))
      y += height
    }
    // Room for the name of the line that shows where the company stands.
    return y + 26
  }

  /// Adds the headings of the stages, on as many lines as the longest needs, and returns their height.
  private mutating func addColumns(_ across: Int, minY: Double) -> Double {
    let metrics = TextStyle.stage.metrics
    let headings = content.stages.map {
      metrics.wrap(content.heading(of: $0), width: Self.columnWidth(across) - 12, lines: 3).lines
    }
    let lineCount = headings.map(\.count).max() ?? 1
    let height = Self.leastHeadingHeight + Double(lineCount - 1) * metrics.lineHeight
    for (index, (stage, lines)) in zip(content.stages, headings).enumerated() {
      let strip = Rectangle(
        x: minX(ofColumn: index, across), y: minY, width: Self.columnWidth(across), height: height)
      columns.append(
        Column(
          stage: stage, frame: strip,
          title: TextBox(
            lines.map(\.text), style: .stage, alignment: .centre, x: strip.midX, midY: strip.midY)))
    }
    return height
  }

  private mutating func addRows(_ across: Int, minY: Double) {
    var y = minY
    for row in content.rows {
      let height = Self.height(of: row, in: content, across: across)
      let maxX = minX(ofColumn: content.stages.count - 1, across) + Self.columnWidth(across)
      let frame = Rectangle(minX: 0, minY: y, maxX: maxX, maxY: y + height)
      let name = TextStyle.lane.metrics.wrap(row.name, width: Self.nameWidth - 22, lines: 4).lines.map(\.text)
      rows.append(
        Row(
          element: row.element, frame: frame,
          name: TextBox(name, style: .lane, alignment: .leading, x: 14, midY: frame.midY)))
      for (column, cell) in row.cells.enumerated() {
        add(
          cell, of: row.element,
          in: Rectangle(
            x: minX(ofColumn: column, across), y: y, width: Self.columnWidth(across), height: height), across)
      }
      y += height + Self.rowGap
    }
    frame.maxX = max(frame.maxX, (rows.map(\.frame.maxX).max() ?? 0) + Self.columnGap)
  }

  private mutating func add(_ cell: LevelsContent.Cell, of element: Int, in frame: Rectangle, _ across: Int) {
    let height = Self.titleHeight(of: content, across: across)
    cells.append(
      Cell(
        element: element, stage: cell.stage, standing: cell.standing, frame: frame,
        title: TextBox(
          Self.title(of: cell, in: content, across: across), style: .money, alignment: .leading,
          x: frame.minX + Self.padding,
          midY: frame.minY + Self.padding + height / 2 - 3)))
    for (index, position) in cell.members.enumerated() {
      let box = Rectangle(
        x: frame.minX + Self.padding + Double(index % across) * (Self.boxSize.width + Self.gap),
        y: frame.minY + Self.padding + height + Double(index / across)
          * (Self.boxSize.height + Self.gap),
        width: Self.boxSize.width, height: Self.boxSize.height)
      let metrics = TextStyle.bar.metrics
      let status = metrics.wrap(content.status(of: position), width: box.width - 10, lines: 2).lines
      let name = metrics.wrap(
        content.name(of: position), width: box.width - 10, lines: Self.boxLines - status.count
      ).lines
      let lines = (name + status).map(\.text)
      boxes.append(
        Box(
          position: position,
          text: TextBox(lines, style: .bar, alignment: .centre, x: box.midX, midY: box.midY), frame: box))
    }
  }

  /// The gap behind so many columns.
  private func x(behind reachedCount: Int) -> Double {
    reachedCount == 0
      ? columns[0].frame.minX - Self.columnGap / 2 : columns[reachedCount - 1].frame.maxX + Self.columnGap / 2
  }

  /// Leads the line through the gaps between the columns, row by row.
  private mutating func addFront() {
    guard !columns.isEmpty else { return }
    for (row, content) in zip(rows, content.rows) {
      let x = x(behind: content.reachedCount)
      let top = row.frame.minY - Self.rowGap / 2
      if let last = front.last, last.x != x {
        front += [Point(last.x, top), Point(x, top)]
      } else if front.isEmpty {
        front.append(Point(x, top))
      }
      front.append(Point(x, row.frame.maxY + Self.rowGap / 2))
    }
  }

  /// Marks where the company as a whole stands, which is as far as its least mature element.
  private mutating func addPosition(maxY: Double) {
    guard !columns.isEmpty, let whole = content.whereWeStand else { return }
    let lines = TextStyle.milestone.metrics.wrap(whole, width: frame.width / 3, lines: 1).lines.map(\.text)
    let mark = Point(x(behind: content.reachedCount), maxY - 10)
    let width = TextBox.width(of: lines, style: .milestone)
    let isNearEnd = mark.x + 9 + width > frame.maxX
    position = (
      mark,
      TextBox(
        lines, style: .milestone, alignment: .leading, x: isNearEnd ? mark.x - 9 - width : mark.x + 9,
        midY: mark.y)
    )
  }
}
