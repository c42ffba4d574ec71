import RoadmapModel

/// What stands above the lanes: title, worth, stages, calendar and milestones.
struct RoadmapHeader: Sendable {
  /// The time in which a stage is worked towards.
  struct StageBand: Hashable, Sendable {
    /// The place of the stage in the maturity model.
    let stage: Int
    /// The part of the strip; it gives the band below it its width.
    let frame: Rectangle
    /// The words on where it leads to, when they fit.
    let label: TextBox?
    /// Whether they stand to the left of the band, which is too narrow for them.
    var isLabelBeside: Bool { label.map { $0.frame.maxX <= frame.minX } ?? false }
  }

  /// A day with a name.
  struct Milestone: Hashable, Sendable {
    /// What happens on the day.
    enum Kind: Hashable, Sendable {
      case stage(StageID)
      case deadline
      case today
    }

    let kind: Kind
    let date: CivilDate
    let mark: Point
    let label: TextBox
  }

  private(set) var title: TextBox
  private(set) var notes: [TextBox]
  private(set) var bands: [StageBand]
  private(set) var milestones: [Milestone]
  /// The tops of the rows of the calendar: the larger cells and the smaller ones.
  let calendarMinY: Double
  /// The bottom, where the lanes begin.
  let maxY: Double

  /// Lays out the header of a drawing that reaches to `maxX`; title and notes are those of the roadmap unless stated.
  init(
    of content: RoadmapContent, on axis: TimeAxis, maxX: Double, title: String? = nil, notes: [String]? = nil
  ) {
    let width = maxX - 4
    let titleLines = TextStyle.title.metrics.wrap(title ?? content.title, width: width, lines: 1).lines
    self.title = TextBox(
      titleLines.map(\.text), style: .title, alignment: .leading, x: 0, midY: 12)
    var y = 27.0
    self.notes = []
    for note in notes ?? [content.summary, content.worth] {
      let lines = TextStyle.subtitle.metrics.wrap(note, width: width, lines: 2).lines.map(\.text)
      let height = Double(lines.count) * TextStyle.subtitle.metrics.lineHeight + 3
      self.notes.append(TextBox(lines, style: .subtitle, alignment: .leading, x: 0, midY: y + height / 2))
      y += height
    }
    y += 10
    self.bands = Self.bands(of: content, on: axis, minY: y)
    if !bands.isEmpty { y += RoadmapMeasures.stageStrip }
    self.calendarMinY = y
    y += 2 * RoadmapMeasures.headerRow + 2
    self.milestones = Self.milestones(of: content, on: axis, minY: y, maxX: maxX)
    let lowest = milestones.map { $0.mark.y + RoadmapMeasures.milestoneRow / 2 }.max()
    self.maxY = (lowest ?? y) + 5
  }

  // MARK: Stages

  private static func bands(of content: RoadmapContent, on axis: TimeAxis, minY: Double) -> [StageBand] {
    // The axis of two plans may begin before the plan whose stages these are.
    let start = max(axis.originX, axis.x(of: content.roadmap.calendar.start))
    var from = start
    return content.newStages.compactMap { reached in
      let until = min(axis.x(of: reached.reachedOn), axis.endX)
      guard until - from >= 1, let stage = content.roadmap.maturity.rank(of: reached.stage) else {
        return nil
      }
      let frame = Rectangle(minX: from, minY: minY, maxX: until, maxY: minY + RoadmapMeasures.stageStrip)
      let isFirst = from == start
      from = until
      let name = content.name(of: reached.stage)
      return StageBand(
        stage: stage, frame: frame,
        label: bandLabel(of: name, in: frame, content.vocabulary)
          ?? (isFirst ? labelBeside(frame, of: name, content.vocabulary) : nil))
    }
  }

  /// Where a band leads to; an arrow and the name of the stage where there is little room, and nothing where there is none.
  private static func bandLabel(
    of name: String, in frame: Rectangle, _ words: DiagramVocabulary
  ) -> TextBox? {
    let texts = [(words.towards(name), margin: 6.0), ("\u{2192} \(name)", margin: 2)]
    return texts.lazy.map { text, margin in
      TextStyle.stage.metrics.wrap(text, width: max(0, frame.width - 2 * margin), lines: 1)
    }.first { !$0.isShortened }.map { text in
      TextBox(text.lines.map(\.text), style: .stage, alignment: .centre, x: frame.midX, midY: frame.midY)
    }
  }

  /// Where a band leads to, to the left of it; nil when there is no room.
  private static func labelBeside(_ frame: Rectangle, of name: String, _ words: DiagramVocabulary) -> TextBox?
  {
    [words.towards(name), "\u{2192} \(name)"].lazy.map { text in
      TextBox(
        [text], style: .stage, alignment: .leading,
        x: frame.minX - 5 - TextStyle.stage.metrics.width(of: text), midY: frame.midY)
    }.first { $0.frame.minX >= 0 }
  }

  // MARK: Milestones

  private static func milestones(
    of content: RoadmapContent, on axis: TimeAxis, minY: Double, maxX: Double
  ) -> [Milestone] {
    let words = content.vocabulary
    var days: [(kind: Milestone.Kind, date: CivilDate, text: String)] = content.newStages.map { reached in
      let text = words.milestone(content.name(of: reached.stage), reached.reachedOn)
      return (.stage(reached.stage), reached.reachedOn, text)
    }
    days += content.roadmap.target.by.map { [(.deadline, $0, words.deadline($0))] } ?? []
    days += content.options.today.map { [(.today, $0, words.today($0))] } ?? []
    days.removeAll {
      $0.date < axis.start || $0.date > axis.end || $0.kind == .deadline && $0.date == axis.end
    }
    let sorted = days.sorted { $0.date < $1.date }
    let forward = place(sorted, on: axis, minY: minY, maxX: maxX)
    // Labels to the left of their marks, near the end of the drawing, fit in the other order.
    return (forward.isClear ? forward : place(sorted.reversed(), on: axis, minY: minY, maxX: maxX)).placed
  }

  /// Puts milestones into the first rows and on the first sides at which they touch no label and no line of those before them.
  private static func place(
    _ days: [(kind: Milestone.Kind, date: CivilDate, text: String)], on axis: TimeAxis, minY: Double,
    maxX: Double
  ) -> (placed: [Milestone], isClear: Bool) {
    var placed: [Milestone] = []
    var isClear = true
    for (kind, date, text) in days {
      let milestone = { (row: Int, isLabelRight: Bool) in
        Self.milestone(
          kind, date, text, x: axis.x(of: date), isLabelRight: isLabelRight, row: row, minY: minY)
      }
      let candidates = (0...placed.count).flatMap { row in [milestone(row, true), milestone(row, false)] }
        .filter { $0.extent.minX >= 0 && $0.extent.maxX <= maxX }
      let free = candidates.first { candidate in !placed.contains { $0.isInTheWay(of: candidate) } }
      isClear = isClear && free != nil
      placed.append(free ?? milestone(placed.count, false))
    }
    return (placed, isClear)
  }

  /// A milestone whose label stands on one side of its mark.
  private static func milestone(
    _ kind: Milestone.Kind, _ date: CivilDate, _ text: String, x: Double, isLabelRight: Bool, row: Int,
    minY: Double
  ) -> Milestone {
    let midY = minY + (Double(row) + 0.5) * RoadmapMeasures.milestoneRow
    let lines = TextStyle.milestone.metrics.wrap(text, width: 260, lines: 1).lines.map(\.text)
    let width = TextBox.width(of: lines, style: .milestone)
    // The flag of the deadline reaches twice as far to the right as a diamond does.
    let offset = RoadmapMeasures.diamond * (kind == .deadline ? 2 : 1) + 5
    let label = TextBox(
      lines, style: .milestone, alignment: .leading, x: isLabelRight ? x + offset : x - offset - width,
      midY: midY)
    return Milestone(kind: kind, date: date, mark: Point(x, midY), label: label)
  }
}

extension RoadmapHeader.Milestone {
  /// Whether this one and another touch, or the line below the upper one runs through the label of the lower.
  func isInTheWay(of other: Self) -> Bool {
    let (upper, lower) = mark.y < other.mark.y ? (self, other) : (other, self)
    let label = lower.label.frame.grown(by: 2)
    return extent.grown(by: 3).overlaps(other.extent)
      || upper.mark.y < lower.mark.y && label.minX < upper.mark.x && upper.mark.x < label.maxX
  }

  /// The mark and the label.
  var extent: Rectangle {
    let half = RoadmapMeasures.diamond
    return Rectangle(
      minX: min(mark.x - half, label.frame.minX), minY: mark.y - half,
      maxX: max(mark.x + half, label.frame.maxX), maxY: mark.y + half)
  }
}
