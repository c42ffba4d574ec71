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
    var from = axis.originX
    return content.newStages.compactMap { reached in
      let until = min(axis.x(of: reached.reachedOn), axis.endX)
      guard until - from >= 1, let stage = content.roadmap.maturity.rank(of: reached.stage) else {
        return nil
      }
      let frame = Rectangle(minX: from, minY: minY, maxX: until, maxY: minY + RoadmapMeasures.stageStrip)
      from = until
      let name = TextStyle.stage.metrics.wrap(
        content.vocabulary.towards(content.name(of: reached.stage)), width: max(0, frame.width - 12),
        lines: 1)
      let label = TextBox(
        name.lines.map(\.text), style: .stage, alignment: .centre, x: frame.midX, midY: frame.midY)
      return StageBand(stage: stage, frame: frame, label: name.isShortened ? nil : label)
    }
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
    var rows: [[Rectangle]] = []
    return days.map { kind, date, text in
      let milestone = { (row: Int) in
        Self.milestone(kind, date, text, x: axis.x(of: date), row: row, minY: minY, maxX: maxX)
      }
      let row = rows.indices.first { row in
        let extent = milestone(row).extent.grown(by: 3)
        return !rows[row].contains { $0.overlaps(extent) }
      }
      if row == nil { rows.append([]) }
      let placed = milestone(row ?? rows.count - 1)
      rows[row ?? rows.count - 1].append(placed.extent)
      return placed
    }
  }

  /// A milestone whose label stands to the right of its mark, or to the left where the drawing ends.
  private static func milestone(
    _ kind: Milestone.Kind, _ date: CivilDate, _ text: String, x: Double, row: Int, minY: Double, maxX: Double
  ) -> Milestone {
    let midY = minY + (Double(row) + 0.5) * RoadmapMeasures.milestoneRow
    let lines = TextStyle.milestone.metrics.wrap(text, width: 260, lines: 1).lines.map(\.text)
    let width = TextBox.width(of: lines, style: .milestone)
    // The flag of the deadline reaches twice as far to the right as a diamond does.
    let offset = RoadmapMeasures.diamond * (kind == .deadline ? 2 : 1) + 5
    let fits = x + offset + width <= maxX
    let label = TextBox(
      lines, style: .milestone, alignment: .leading, x: fits ? x + offset : x - offset - width, midY: midY)
    return Milestone(kind: kind, date: date, mark: Point(x, midY), label: label)
  }
}

extension RoadmapHeader.Milestone {
  /// The mark and the label.
  var extent: Rectangle {
    let half = RoadmapMeasures.diamond
    return Rectangle(
      minX: min(mark.x - half, label.frame.minX), minY: mark.y - half,
      maxX: max(mark.x + half, label.frame.maxX), maxY: mark.y + half)
  }
}
